// SPDX-License-Identifier: GPL-2.0-or-later
// Each operand of ?:, && and || is in a block of its own; in a condition they branch to
// where it leads, without a value in between.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

int *get(void);
int a(void);
int b(void);
int c(void);

// CHECK-LABEL: function @chain
// CHECK:      %3 = load int4 &k
// CHECK-NEXT: %4 = bin eq int4 %3, 1
// CHECK-NEXT: branch %4, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %6 = load ptr<int4> &p
// CHECK-NEXT: store ptr<int4> &.3, %6
// CHECK-NEXT: jump b6
// CHECK-NEXT: b2:
// CHECK-NEXT: %9 = load int4 &k
// CHECK-NEXT: %10 = bin eq int4 %9, 2
// CHECK-NEXT: branch %10, b3, b4
// CHECK-NEXT: b3:
// CHECK-NEXT: %12 = load ptr<int4> &q
// CHECK-NEXT: store ptr<int4> &.4, %12
// CHECK-NEXT: jump b5
// CHECK-NEXT: b4:
// CHECK-NEXT: store ptr<int4> &.4, 0
// CHECK-NEXT: jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT: %17 = load ptr<int4> &.4
// CHECK-NEXT: store ptr<int4> &.3, %17
// CHECK-NEXT: jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT: %20 = load ptr<int4> &.3
// CHECK-NEXT: return %20
int *chain(int k, int *p, int *q)
{
	return k == 1 ? p : k == 2 ? q : (int *)0;
}

// CHECK-LABEL: function @null_arm
// CHECK:      %2 = load int4 &k
// CHECK-NEXT: branch %2, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %4 = load ptr<int4> &p
// CHECK-NEXT: store ptr<int4> &.2, %4
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: store ptr<int4> &.2, 0
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %9 = load ptr<int4> &.2
// CHECK-NEXT: return %9
int *null_arm(int k, int *p)
{
	return k ? p : (void *)0;
}

// CHECK-LABEL: function @shortcut
// CHECK:      %0 = call int4 @a()
// CHECK-NEXT: branch %0, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %2 = call int4 @b()
// CHECK-NEXT: branch %2, b4, b2
// CHECK-NEXT: b2:
// CHECK-NEXT: %4 = call int4 @c()
// CHECK-NEXT: branch %4, b3, b4
// CHECK-NEXT: b3:
// CHECK-NEXT: return 2
// CHECK-NEXT: b4:
// CHECK-NEXT: return 1
int shortcut(void)
{
	if ((a() && b()) || !c())
		return 1;
	return 2;
}

// CHECK-LABEL: function @value
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: branch %1, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %3 = load ptr<int4> &p
// CHECK-NEXT: %4 = load int4 %3
// CHECK-NEXT: %5 = bin ne int4 %4, 0
// CHECK-NEXT: store int4 &.1, %5
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: store int4 &.1, 0
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %10 = load int4 &.1
// CHECK-NEXT: return %10
int value(int *p)
{
	return p && *p;
}

// CHECK-LABEL: function @for_effect
// CHECK:      %1 = load int4 &k
// CHECK-NEXT: branch %1, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %3 = call int4 @a()
// CHECK-NEXT: store int4 &.1, %3
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: %6 = call int4 @b()
// CHECK-NEXT: store int4 &.1, %6
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %9 = load int4 &.1
// CHECK-NEXT: %10 = call int4 @a()
// CHECK-NEXT: branch %10, b4, b5
// CHECK-NEXT: b4:
// CHECK-NEXT: %12 = call int4 @b()
// CHECK-NEXT: %13 = bin ne int4 %12, 0
// CHECK-NEXT: store int4 &.2, %13
// CHECK-NEXT: jump b6
// CHECK-NEXT: b5:
// CHECK-NEXT: store int4 &.2, 0
// CHECK-NEXT: jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT: %18 = load int4 &.2
// CHECK-NEXT: return
void for_effect(int k)
{
	k ? a() : b();
	a() && b();
}

struct pair {
	int *x, *y;
};

// CHECK-LABEL: function @of_records
// CHECK:      %3 = load int4 &k
// CHECK-NEXT: branch %3, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %5 = load ptr<record<{{.*}}:pair 16>> &p
// CHECK-NEXT: store ptr<record<{{.*}}:pair 16>> &.3, %5
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: %8 = load ptr<record<{{.*}}:pair 16>> &q
// CHECK-NEXT: store ptr<record<{{.*}}:pair 16>> &.3, %8
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %11 = load ptr<record<{{.*}}:pair 16>> &.3
// CHECK-NEXT: %12 = field ptr<ptr<int4>> %11, {{.*}}:pair, y
// CHECK-NEXT: %13 = load ptr<int4> %12
// CHECK-NEXT: return %13
int *of_records(int k, struct pair *p, struct pair *q)
{
	return (k ? *p : *q).y;
}

// CHECK-LABEL: function @in_test
// CHECK:      %2 = load int4 &k
// CHECK-NEXT: branch %2, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %4 = call int4 @a()
// CHECK-NEXT: branch %4, b3, b4
// CHECK-NEXT: b2:
// CHECK-NEXT: %6 = load ptr<int4> &p
// CHECK-NEXT: %7 = bin ne int4 %6, 0
// CHECK-NEXT: branch %7, b3, b4
// CHECK-NEXT: b3:
// CHECK-NEXT: return 1
// CHECK-NEXT: b4:
// CHECK-NEXT: return 2
int in_test(int k, int *p)
{
	if (k ? a() : p != 0)
		return 1;
	return 2;
}

// CHECK-LABEL: function @lvalue
// CHECK:      %3 = load int4 &k
// CHECK-NEXT: branch %3, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %5 = load ptr<int4> &p
// CHECK-NEXT: store ptr<int4> &.3, %5
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: %8 = load ptr<int4> &q
// CHECK-NEXT: store ptr<int4> &.3, %8
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %11 = load ptr<int4> &.3
// CHECK-NEXT: %12 = load int4 %11
// CHECK-NEXT: return %12
int lvalue(int k, int *p, int *q)
{
	return *(k ? p : q);
}
