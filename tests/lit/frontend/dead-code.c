// SPDX-License-Identifier: GPL-2.0-or-later
// What a constant condition excludes is not lowered, unless a label lets it in.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

void never(void);
void always(void);
int test(void);

// CHECK-LABEL: function @dead
// CHECK-NOT: @never
// CHECK: call void @always()
// CHECK-NOT: @never
// CHECK: }
void dead(int k)
{
	if (0)
		never();
	while (0)
		never();
	if (sizeof(long) == 4)
		never();
	else
		always();
	if (k && 0)
		never();
	if (__builtin_constant_p(k))
		never();
	return;
	never();
}

// CHECK-LABEL: function @entered
void entered(void)
{
	if (test())
		goto inside;
	if (0) {
inside:
		// CHECK: call void @always()
		always();
	}
}
