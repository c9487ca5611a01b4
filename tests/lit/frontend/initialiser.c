// SPDX-License-Identifier: GPL-2.0-or-later
// An object is set to zero as a whole, then part by part; static objects in one
// function of the unit.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct ops {
	int (*open)(int);
	union {
		int *pointer;
		long number;
	};
	struct {
		int *inner;
	} list[3];
	char tail[];
};

int opened(int x)
{
	return x;
}
int object;

struct ops table = { .open = opened, .list[1] = { &object }, .pointer = &object };
static int (*functions[8])(int) = { [2 ... 3] = opened };
// Elements that the engine does not keep apart are written once.
int (*many[1000])(int) = { [6 ... 998] = opened };

// CHECK-LABEL: function @automatic
int automatic(int k)
{
	// CHECK:      zero record<{{.*}}ops 40> &v
	// CHECK-NEXT: [[UNION:%[0-9]+]] = field {{.*}} &v
	// CHECK-NEXT: [[POINTER:%[0-9]+]] = field ptr<ptr<int4>> [[UNION]], {{.*}}, pointer
	// CHECK-NEXT: store ptr<int4> [[POINTER]], &k
	struct ops v = { .pointer = &k };
	struct ops w;

	// CHECK:      copy record<{{.*}}ops 40> &w, &v
	w = v;
	// CHECK:      zero record<{{.*}}ops 40> &.{{[0-9]+}}
	// CHECK:      copy record<{{.*}}ops 40> &w, &.{{[0-9]+}}
	w = (struct ops){ .open = opened };
	return w.open(k) + functions[k](k);
}

// CHECK-LABEL: function @static.initialisers void [initialiser]
// CHECK:      [[OPEN:%[0-9]+]] = field {{.*}} $table, {{.*}}, open
// CHECK-NEXT: store ptr<func<int4>> [[OPEN]], @opened
// CHECK:      [[ELEMENT:%[0-9]+]] = index {{.*}}, 1
// CHECK-NEXT: [[INNER:%[0-9]+]] = field ptr<ptr<int4>> [[ELEMENT]], {{.*}}, inner
// CHECK-NEXT: store ptr<int4> [[INNER]], $object
// CHECK:      [[TWO:%[0-9]+]] = index ptr<ptr<func<int4>>> $functions, 2
// CHECK-NEXT: store ptr<func<int4>> [[TWO]], @opened
// CHECK-NEXT: [[THREE:%[0-9]+]] = index ptr<ptr<func<int4>>> $functions, 3
// CHECK-NEXT: store ptr<func<int4>> [[THREE]], @opened
// CHECK-NEXT: [[SIX:%[0-9]+]] = index ptr<ptr<func<int4>>> $many, 6
// CHECK-NEXT: store ptr<func<int4>> [[SIX]], @opened
// CHECK-NEXT: [[SEVEN:%[0-9]+]] = index ptr<ptr<func<int4>>> $many, 7
// CHECK-NEXT: store ptr<func<int4>> [[SEVEN]], @opened
// CHECK-NEXT: [[REST:%[0-9]+]] = index ptr<ptr<func<int4>>> $many, 8
// CHECK-NEXT: store ptr<func<int4>> [[REST]], @opened
// CHECK-NEXT: return
