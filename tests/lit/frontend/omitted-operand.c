// SPDX-License-Identifier: GPL-2.0-or-later
// "x ?: y" evaluates x once, and its value is x's.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

int *get(void);

// CHECK-LABEL: function @pointer
// CHECK:      %1 = call ptr<int4> @get()
// CHECK-NEXT: branch %1, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: store ptr<int4> &.1, %1
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: %5 = load ptr<int4> &other
// CHECK-NEXT: store ptr<int4> &.1, %5
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %8 = load ptr<int4> &.1
// CHECK-NEXT: return %8
int *pointer(int *other)
{
	return get() ?: other;
}

// CHECK-LABEL: function @in_condition
// CHECK:      %2 = load ptr<int4> &p
// CHECK-NEXT: branch %2, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: store ptr<int4> &.2, %2
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: %6 = load ptr<int4> &q
// CHECK-NEXT: store ptr<int4> &.2, %6
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %9 = load ptr<int4> &.2
// CHECK-NEXT: branch %9, b4, b5
// CHECK-NEXT: b4:
// CHECK-NEXT: return 1
// CHECK-NEXT: b5:
// CHECK-NEXT: return 2
int in_condition(int *p, int *q)
{
	if (p ?: q)
		return 1;
	return 2;
}

// CHECK-LABEL: function @nested
// CHECK:      %3 = load ptr<int4> &p
// CHECK-NEXT: branch %3, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: store ptr<int4> &.3, %3
// CHECK-NEXT: jump b6
// CHECK-NEXT: b2:
// CHECK-NEXT: %7 = load ptr<int4> &q
// CHECK-NEXT: branch %7, b3, b4
// CHECK-NEXT: b3:
// CHECK-NEXT: store ptr<int4> &.4, %7
// CHECK-NEXT: jump b5
// CHECK-NEXT: b4:
// CHECK-NEXT: %11 = load ptr<int4> &r
// CHECK-NEXT: store ptr<int4> &.4, %11
// CHECK-NEXT: jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT: %14 = load ptr<int4> &.4
// CHECK-NEXT: store ptr<int4> &.3, %14
// CHECK-NEXT: jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT: %17 = load ptr<int4> &.3
// CHECK-NEXT: return %17
int *nested(int *p, int *q, int *r)
{
	return p ?: q ?: r;
}
