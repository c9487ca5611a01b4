// SPDX-License-Identifier: GPL-2.0-or-later
// Accesses to bit fields say so; unnamed ones take no part in an initialiser.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct flags {
	unsigned int ready : 1;
	unsigned int : 3;
	unsigned int mode : 4;
	unsigned int : 0;
	int *pointer;
};

// CHECK-LABEL: function @read
// CHECK:      %1 = load ptr<record<{{.*}}:flags 16>> &f
// CHECK-NEXT: %2 = field ptr<int4> %1, {{.*}}:flags, mode
// CHECK-NEXT: %3 = load int4 %2 [bitfield]
// CHECK-NEXT: return %3
int read(struct flags *f)
{
	return f->mode;
}

// CHECK-LABEL: function @write
// CHECK:      %2 = load int4 &v
// CHECK-NEXT: %3 = load ptr<record<{{.*}}:flags 16>> &f
// CHECK-NEXT: %4 = field ptr<int4> %3, {{.*}}:flags, mode
// CHECK-NEXT: store int4 %4, %2 [bitfield]
// CHECK-NEXT: %6 = load ptr<record<{{.*}}:flags 16>> &f
// CHECK-NEXT: %7 = field ptr<int4> %6, {{.*}}:flags, ready
// CHECK-NEXT: %8 = load int4 %7 [bitfield]
// CHECK-NEXT: %9 = bin or int4 %8, 1
// CHECK-NEXT: store int4 %7, %9 [bitfield]
// CHECK-NEXT: return
void write(struct flags *f, int v)
{
	f->mode = v;
	f->ready |= 1;
}

struct flags initialised = { .mode = 3, .pointer = (int *)&initialised };

// CHECK-LABEL: function @designated
// CHECK:      undef &f
// CHECK-NEXT: zero record<{{.*}}:flags 16> &f
// CHECK-NEXT: %3 = field ptr<int4> &f, {{.*}}:flags, ready
// CHECK-NEXT: store int4 %3, 1 [bitfield]
// CHECK-NEXT: %5 = field ptr<int4> &f, {{.*}}:flags, mode
// CHECK-NEXT: store int4 %5, 2 [bitfield]
// CHECK-NEXT: %7 = field ptr<ptr<int4>> &f, {{.*}}:flags, pointer
// CHECK-NEXT: %8 = load ptr<int4> &p
// CHECK-NEXT: store ptr<int4> %7, %8
// CHECK-NEXT: %10 = call void @write(&f, 1)
// CHECK-NEXT: return
void designated(int *p)
{
	struct flags f = { 1, 2, p };

	write(&f, 1);
}

// CHECK-LABEL: function @static.initialisers
// CHECK:      %0 = field ptr<int4> $initialised, {{.*}}:flags, mode
// CHECK-NEXT: store int4 %0, 3 [bitfield]
// CHECK-NEXT: %2 = field ptr<ptr<int4>> $initialised, {{.*}}:flags, pointer
// CHECK-NEXT: %3 = cast ptr<int4> $initialised
// CHECK-NEXT: store ptr<int4> %2, %3
// CHECK-NEXT: return
