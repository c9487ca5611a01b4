// SPDX-License-Identifier: GPL-2.0-or-later
// An instruction is where the outermost macro is written, and names that macro.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

#define inner(p) (*(p))
#define outer(p) inner(p)
struct s {
	int a;
	int list[4];
};

// CHECK-LABEL: function @one
// CHECK:      %1 = load ptr<int4> &p @[[#@LINE+5]]:10
// CHECK-NEXT: %2 = load int4 %1 @[[#@LINE+4]]:9
// CHECK-NEXT: return %2 @[[#@LINE+3]]:2
int one(int *p)
{
	return *p;
}

// CHECK-LABEL: function @two
// CHECK:      %1 = load ptr<int4> &p @[[#@LINE+5]]:9~{{.*}}!outer
// CHECK-NEXT: %2 = load int4 %1 @[[#@LINE+4]]:9~{{.*}}!outer
// CHECK-NEXT: return %2 @[[#@LINE+3]]:2
int two(int *p)
{
	return outer(p);
}

// CHECK-LABEL: function @three
// CHECK:      %1 = load ptr<int4> &p @[[#@LINE+6]]:9~{{.*}}!outer
// CHECK-NEXT: %2 = index ptr<int4> %1, 1 @[[#@LINE+5]]:9~{{.*}}!outer
// CHECK-NEXT: %3 = load int4 %2 @[[#@LINE+4]]:9~{{.*}}!outer
// CHECK-NEXT: return %3 @[[#@LINE+3]]:2
int three(int *p)
{
	return outer(p +
		     1);
}

#define deref(p) \
	*(p)
// CHECK-LABEL: function @address
// CHECK:      %1 = load ptr<record<{{.*}}:s 20>> &s @[[#@LINE+6]]:10
// CHECK-NEXT: %2 = field ptr<array<4 int4>> %1, {{.*}}:s, list @[[#@LINE+5]]:13
// CHECK-NEXT: %3 = index ptr<int4> %2, 2 @[[#@LINE+4]]:10
// CHECK-NEXT: return %3 @[[#@LINE+3]]:2
int *address(struct s *s)
{
	return &s->list[2];
}

// CHECK-LABEL: function @four
// CHECK:      %1 = load ptr<ptr<int4>> &p @[[#@LINE+7]]:6~{{.*}}!deref
// CHECK-NEXT: %2 = load ptr<int4> %1 @[[#@LINE+6]]:6~{{.*}}!deref
// CHECK-NEXT: %3 = load int4 %2 @[[#@LINE+5]]:6~{{.*}}!deref
// CHECK-NEXT: return %3 @[[#@LINE+3]]:2
int four(int **p)
{
	return
	    deref(outer(p));
}
