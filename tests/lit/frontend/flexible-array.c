// SPDX-License-Identifier: GPL-2.0-or-later
// The elements of a flexible array are at the field; the array itself is not read.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct list {
	unsigned int count;
	int *entries[];
};

// CHECK-LABEL: function @element
// CHECK:      %2 = load ptr<record<{{.*}}:list 8>> &l
// CHECK-NEXT: %3 = field ptr<array<0 ptr<int4>>> %2, {{.*}}:list, entries
// CHECK-NEXT: %4 = load int4 &i
// CHECK-NEXT: %5 = index ptr<ptr<int4>> %3, %4
// CHECK-NEXT: %6 = load ptr<int4> %5
// CHECK-NEXT: return %6
int *element(struct list *l, int i)
{
	return l->entries[i];
}

struct list fixed = { 2, { (int *)1, 0 } };

// CHECK-LABEL: function @address
// CHECK:      %1 = load ptr<record<{{.*}}:list 8>> &l
// CHECK-NEXT: %2 = field ptr<array<0 ptr<int4>>> %1, {{.*}}:list, entries
// CHECK-NEXT: return %2
int **address(struct list *l)
{
	return l->entries;
}

struct old {
	int n;
	int *tail[0];
};

// CHECK-LABEL: function @zero_sized
// CHECK:      %1 = load ptr<record<{{.*}}:old 8>> &o
// CHECK-NEXT: %2 = field ptr<array<0 ptr<int4>>> %1, {{.*}}:old, tail
// CHECK-NEXT: %3 = index ptr<ptr<int4>> %2, 1
// CHECK-NEXT: %4 = load ptr<int4> %3
// CHECK-NEXT: return %4
int *zero_sized(struct old *o)
{
	return o->tail[1];
}

// CHECK-LABEL: function @static.initialisers
// CHECK:      %0 = field ptr<int4> $fixed, {{.*}}:list, count
// CHECK-NEXT: store int4 %0, 2
// CHECK-NEXT: %2 = field ptr<array<0 ptr<int4>>> $fixed, {{.*}}:list, entries
// CHECK-NEXT: %3 = index ptr<ptr<int4>> %2, 0
// CHECK-NEXT: %4 = cast ptr<int4> 1 [from-int]
// CHECK-NEXT: store ptr<int4> %3, %4
// CHECK-NEXT: return
