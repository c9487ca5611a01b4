// SPDX-License-Identifier: GPL-2.0-or-later
// An anonymous member is a step of the path like a named one.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct outer {
	int kind;
	union {
		int *ram;
		struct {
			int *io;
			long size;
		};
	};
	struct {
		int *named;
	} in;
};

// CHECK-LABEL: function @through_both
// CHECK:      %1 = load ptr<record<{{.*}}:outer 32>> &o
// CHECK-NEXT: %2 = field ptr<record<{{.*}}:outer.0 16>> %1, {{.*}}:outer, .1
// CHECK-NEXT: %3 = field ptr<record<{{.*}}:outer.0.0 16>> %2, {{.*}}:outer.0, .1
// CHECK-NEXT: %4 = field ptr<ptr<int4>> %3, {{.*}}:outer.0.0, io
// CHECK-NEXT: %5 = load ptr<int4> %4
// CHECK-NEXT: return %5
int *through_both(struct outer *o)
{
	return o->io;
}

// CHECK-LABEL: function @named
// CHECK:      %1 = load ptr<record<{{.*}}:outer 32>> &o
// CHECK-NEXT: %2 = field ptr<record<{{.*}}:outer.in 8>> %1, {{.*}}:outer, in
// CHECK-NEXT: %3 = field ptr<ptr<int4>> %2, {{.*}}:outer.in, named
// CHECK-NEXT: %4 = load ptr<int4> %3
// CHECK-NEXT: return %4
int *named(struct outer *o)
{
	return o->in.named;
}

struct outer object = { .kind = 1, .io = &object.kind };

// CHECK-LABEL: function @static.initialisers
// CHECK:      %0 = field ptr<int4> $object, {{.*}}:outer, kind
// CHECK-NEXT: store int4 %0, 1
// CHECK-NEXT: %2 = field ptr<record<{{.*}}:outer.0 16>> $object, {{.*}}:outer, .1
// CHECK-NEXT: %3 = field ptr<record<{{.*}}:outer.0.0 16>> %2, {{.*}}:outer.0, .1
// CHECK-NEXT: %4 = field ptr<ptr<int4>> %3, {{.*}}:outer.0.0, io
// CHECK-NEXT: %5 = field ptr<int4> $object, {{.*}}:outer, kind
// CHECK-NEXT: store ptr<int4> %4, %5
// CHECK-NEXT: return
