// SPDX-License-Identifier: GPL-2.0-or-later
// Of _Generic and __builtin_choose_expr() only the selected expression is there.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct a {
	int *p;
};
void on_int(int *p);
void on_long(long *p);
int never(void);

#define on(x) _Generic((x), int *: on_int, long *: on_long)(x)

// CHECK-LABEL: function @selects
// CHECK:      %2 = load ptr<int4> &i
// CHECK-NEXT: %3 = call void @on_int(%2)
// CHECK-NEXT: %4 = load ptr<int8> &l
// CHECK-NEXT: %5 = call void @on_long(%4)
// CHECK-NEXT: return
void selects(int *i, long *l)
{
	on(i);
	on(l);
}

// CHECK-LABEL: function @in_arm
// CHECK:      %1 = load ptr<record<{{.*}}:a 8>> &p
// CHECK-NEXT: %2 = field ptr<ptr<int4>> %1, {{.*}}:a, p
// CHECK-NEXT: %3 = load ptr<int4> %2
// CHECK-NEXT: return %3
int *in_arm(struct a *p)
{
	return _Generic(never(), int: p->p, default: (int *)0);
}

// CHECK-LABEL: function @chosen
// CHECK:      %1 = load int4 &k
// CHECK-NEXT: return %1
int chosen(int k)
{
	return __builtin_choose_expr(1, k, never());
}

// CHECK-LABEL: function @compatible
// CHECK:      return 1
int compatible(void)
{
	return __builtin_types_compatible_p(int, int);
}
