// SPDX-License-Identifier: GPL-2.0-or-later
// A cleanup runs on every edge that leaves its scope, innermost first.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

void put(int **p);
int *get(void);
int test(void);

// CHECK-LABEL: function @on_every_edge
int on_every_edge(void)
{
	int *a __attribute__((cleanup(put))) = get();

	while (test()) {
		int *b __attribute__((cleanup(put))) = get();

		// CHECK:      call void @put(&b) [cleanup] @[[#@LINE+2]]
		// CHECK-NEXT: jump [[HEAD:b[0-9]+]]
		if (test()) continue;
		// CHECK:      call void @put(&b) [cleanup] @[[#@LINE+2]]
		// CHECK-NEXT: jump [[END:b[0-9]+]]
		if (test()) break;
		// CHECK:      call void @put(&b) [cleanup] @[[#@LINE+2]]
		// CHECK-NEXT: jump
		if (test()) goto out;
		// CHECK:      call void @put(&b) [cleanup] @[[#@LINE+3]]
		// CHECK-NEXT: call void @put(&a) [cleanup] @[[#@LINE+2]]
		// CHECK-NEXT: return 7
		if (test()) return 7;
	}
	// CHECK:      [[END]]:
	// CHECK-NEXT: call void @put(&a) [cleanup]
	// CHECK-NEXT: return 0
	return 0;
out:
	return 1;
}

// The value of a statement expression is taken before its cleanups run.
// CHECK-LABEL: function @value_first
int value_first(void)
{
	// CHECK:      [[VALUE:%[0-9]+]] = load int4 %
	// CHECK-NEXT: call void @put(&q) [cleanup]
	// CHECK-NEXT: return [[VALUE]]
	return ({ int *q __attribute__((cleanup(put))) = get(); *q; });
}
