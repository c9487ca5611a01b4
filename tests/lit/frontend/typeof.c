// SPDX-License-Identifier: GPL-2.0-or-later
// What typeof, sizeof, offsetof and _Alignof look at is not evaluated.  A variable of the
// type of I/O memory is on the stack all the same.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

#define __iomem __attribute__((btf_type_tag("iomem")))
int never(void);
struct s {
	int a;
	int list[4];
};

// CHECK-LABEL: function @no_access
// CHECK:      undef &v
// CHECK-NEXT: store int4 &v, 1
// CHECK-NEXT: undef &w
// CHECK-NEXT: store int4 &w, 2
// CHECK-NEXT: %5 = load int4 &v
// CHECK-NEXT: %6 = load int4 &w
// CHECK-NEXT: %7 = bin add int4 %5, %6
// CHECK-NEXT: return %7
int no_access(int *p)
{
	__typeof__(*p) v = 1;
	__typeof__(never()) w = 2;

	return v + w;
}

// CHECK-LABEL: function @sizes
// CHECK:      return 40
unsigned long sizes(struct s *p)
{
	return sizeof(*p) + sizeof p->list[never()] + _Alignof(struct s) + __builtin_offsetof(struct s, list[2]);
}

// CHECK-LABEL: function @of_io_memory
// CHECK:      undef &v
// CHECK-NEXT: store int4 &v, 1
// CHECK-NEXT: %3 = load int4 &v
// CHECK-NEXT: return %3
int of_io_memory(int __iomem *p)
{
	__typeof__(*p) v = 1;

	return v;
}

// CHECK-LABEL: function @pointer_to_io_memory
// CHECK:      undef &q
// CHECK-NEXT: %2 = load ptr<iomem int4> &p
// CHECK-NEXT: store ptr<iomem int4> &q, %2
// CHECK-NEXT: %4 = load ptr<iomem int4> &q
// CHECK-NEXT: return %4
int __iomem *pointer_to_io_memory(int __iomem *p)
{
	__typeof__(p) q = p;

	return q;
}
// CHECK-LABEL: function @run_time
// CHECK:      %1 = unknown int8 dynamic-size()
// CHECK-NEXT: return %1
unsigned long run_time(int n)
{
	return sizeof(int[n]);
}
