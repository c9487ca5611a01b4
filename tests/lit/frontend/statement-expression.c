// SPDX-License-Identifier: GPL-2.0-or-later
// The value of a statement expression is that of its last expression, also when that is a
// record or an array; a return inside leaves the function.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

int *get(void);
int test(void);

// CHECK-LABEL: function @value
// CHECK:      undef &p
// CHECK-NEXT: %1 = call ptr<int4> @get()
// CHECK-NEXT: store ptr<int4> &p, %1
// CHECK-NEXT: %3 = load ptr<int4> &p
// CHECK-NEXT: %4 = load int4 %3
// CHECK-NEXT: return %4
int value(void)
{
	return ({ int *p = get(); *p; });
}

// CHECK-LABEL: function @nested
// CHECK:      %1 = load int4 &k
// CHECK-NEXT: %2 = bin add int4 %1, 1
// CHECK-NEXT: return %2
int nested(int k)
{
	return ({ ({ k + 1; }); });
}

// CHECK-LABEL: function @no_value
// CHECK:      %0 = call ptr<int4> @get()
// CHECK-NEXT: return
void no_value(void)
{
	({ get(); (void)0; });
}

// CHECK-LABEL: function @leaves
// CHECK:      undef &v
// CHECK-NEXT: %2 = call int4 @test()
// CHECK-NEXT: branch %2, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: return 3
// CHECK-NEXT: b2:
// CHECK-NEXT: %5 = load int4 &k
// CHECK-NEXT: store int4 &v, %5
// CHECK-NEXT: %7 = load int4 &v
// CHECK-NEXT: return %7
int leaves(int k)
{
	int v = ({ if (test()) return 3; k; });

	return v;
}

struct pair {
	int *first, *second;
};

// CHECK-LABEL: function @of_record
// CHECK:      undef &copy
// CHECK-NEXT: %2 = load ptr<record<{{.*}}:pair 16>> &p
// CHECK-NEXT: copy record<{{.*}}:pair 16> &copy, %2
// CHECK-NEXT: %4 = field ptr<ptr<int4>> &copy, {{.*}}:pair, second
// CHECK-NEXT: %5 = load ptr<int4> %4
// CHECK-NEXT: return %5
int *of_record(struct pair *p)
{
	return ({ struct pair copy = *p; copy; }).second;
}

// CHECK-LABEL: function @array_decays
// CHECK:      return $array_decays.list
int *array_decays(void)
{
	return ({ static int list[4]; list; });
}
