// SPDX-License-Identifier: GPL-2.0-or-later
// The members of a union are fields at one place; a transparent union is made from its
// argument, a cast to a union from a member's value.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

union both {
	int *pointer;
	unsigned long number;
};

// CHECK-LABEL: function @convert
// CHECK:      undef &u
// CHECK-NEXT: %2 = load int8 &v
// CHECK-NEXT: %3 = field ptr<int8> &u, {{.*}}:both, number
// CHECK-NEXT: store int8 %3, %2
// CHECK-NEXT: %5 = field ptr<ptr<int4>> &u, {{.*}}:both, pointer
// CHECK-NEXT: %6 = load ptr<int4> %5
// CHECK-NEXT: return %6
int *convert(unsigned long v)
{
	union both u;

	u.number = v;
	return u.pointer;
}

typedef union {
	int *a;
	char *b;
} any __attribute__((transparent_union));
void take(any p);

// CHECK-LABEL: function @passes
// CHECK:      zero record<{{.*}}:any 8> &.1
// CHECK-NEXT: %2 = field ptr<ptr<int1>> &.1, {{.*}}:any, b
// CHECK-NEXT: %3 = load ptr<int1> &p
// CHECK-NEXT: store ptr<int1> %2, %3
// CHECK-NEXT: copy record<{{.*}}:any 8> &.2, &.1
// CHECK-NEXT: %6 = call void @take(&.2)
// CHECK-NEXT: return
void passes(char *p)
{
	take(p);
}

// CHECK-LABEL: function @cast
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: %2 = field ptr<ptr<int4>> &.1, {{.*}}:both, pointer
// CHECK-NEXT: store ptr<int4> %2, %1
// CHECK-NEXT: %4 = field ptr<ptr<int4>> &.1, {{.*}}:both, pointer
// CHECK-NEXT: %5 = load ptr<int4> %4
// CHECK-NEXT: return %5
int *cast(int *p)
{
	return ((union both)p).pointer;
}

union both first = { .number = 1, .pointer = (int *)&first };

// CHECK-LABEL: function @static.initialisers
// CHECK:      %0 = field ptr<ptr<int4>> $first, {{.*}}:both, pointer
// CHECK-NEXT: %1 = cast ptr<int4> $first
// CHECK-NEXT: store ptr<int4> %0, %1
// CHECK-NEXT: return
