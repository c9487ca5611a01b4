// SPDX-License-Identifier: GPL-2.0-or-later
// Calls through fields, arrays, parameters and values; "*" and "&" do nothing.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct device;
struct ops {
	int (*open)(struct device *d);
	void (*list[2])(void);
};
typedef int probe(struct device *d);

int opened(struct device *d);
void first(void);

// CHECK-LABEL: function @through_field
// CHECK:      %2 = load ptr<const record<{{.*}}:ops 24>> &o
// CHECK-NEXT: %3 = field ptr<const ptr<func<int4>>> %2, {{.*}}:ops, open
// CHECK-NEXT: %4 = load const ptr<func<int4>> %3
// CHECK-NEXT: %5 = load ptr<record<{{.*}}:device 0>> &d
// CHECK-NEXT: %6 = call int4 %4(%5)
// CHECK-NEXT: %7 = load ptr<const record<{{.*}}:ops 24>> &o
// CHECK-NEXT: %8 = field ptr<const ptr<func<int4>>> %7, {{.*}}:ops, open
// CHECK-NEXT: %9 = load const ptr<func<int4>> %8
// CHECK-NEXT: %10 = load ptr<record<{{.*}}:device 0>> &d
// CHECK-NEXT: %11 = call int4 %9(%10)
// CHECK-NEXT: %12 = bin add int4 %6, %11
// CHECK-NEXT: %13 = load ptr<const record<{{.*}}:ops 24>> &o
// CHECK-NEXT: %14 = field ptr<const ptr<func<int4>>> %13, {{.*}}:ops, open
// CHECK-NEXT: %15 = load const ptr<func<int4>> %14
// CHECK-NEXT: %16 = load ptr<record<{{.*}}:device 0>> &d
// CHECK-NEXT: %17 = call int4 %15(%16)
// CHECK-NEXT: %18 = bin add int4 %12, %17
// CHECK-NEXT: return %18
int through_field(const struct ops *o, struct device *d)
{
	return o->open(d) + (*o->open)(d) + (**o->open)(d);
}

// CHECK-LABEL: function @through_array
// CHECK:      %2 = load ptr<const record<{{.*}}:ops 24>> &o
// CHECK-NEXT: %3 = field ptr<const array<2 ptr<func<void>>>> %2, {{.*}}:ops, list
// CHECK-NEXT: %4 = load int4 &i
// CHECK-NEXT: %5 = index ptr<const ptr<func<void>>> %3, %4
// CHECK-NEXT: %6 = load const ptr<func<void>> %5
// CHECK-NEXT: %7 = call void %6()
// CHECK-NEXT: return
void through_array(const struct ops *o, int i)
{
	o->list[i]();
}

// CHECK-LABEL: function @through_parameter
// CHECK:      %2 = load ptr<func<int4>> &p
// CHECK-NEXT: %3 = load ptr<record<{{.*}}:device 0>> &d
// CHECK-NEXT: %4 = call int4 %2(%3)
// CHECK-NEXT: return %4
int through_parameter(probe p, struct device *d)
{
	return p(d);
}

// CHECK-LABEL: function @store
// CHECK:      %1 = load ptr<record<{{.*}}:ops 24>> &o
// CHECK-NEXT: %2 = field ptr<ptr<func<int4>>> %1, {{.*}}:ops, open
// CHECK-NEXT: store ptr<func<int4>> %2, @opened
// CHECK-NEXT: %4 = load ptr<record<{{.*}}:ops 24>> &o
// CHECK-NEXT: %5 = field ptr<array<2 ptr<func<void>>>> %4, {{.*}}:ops, list
// CHECK-NEXT: %6 = index ptr<ptr<func<void>>> %5, 1
// CHECK-NEXT: store ptr<func<void>> %6, @first
// CHECK-NEXT: return
void store(struct ops *o)
{
	o->open = opened;
	o->list[1] = &first;
}

// CHECK-LABEL: function @conditional
// CHECK:      %2 = load int4 &k
// CHECK-NEXT: branch %2, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: store ptr<func<int4>> &.2, @opened
// CHECK-NEXT: jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT: store ptr<func<int4>> &.2, 0
// CHECK-NEXT: jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT: %8 = load ptr<func<int4>> &.2
// CHECK-NEXT: %9 = load ptr<record<{{.*}}:device 0>> &d
// CHECK-NEXT: %10 = call int4 %8(%9)
// CHECK-NEXT: return %10
int conditional(int k, struct device *d)
{
	return (k ? opened : 0)(d);
}

// CHECK-LABEL: function @returned
// CHECK:      return @first
void (*returned(void))(void)
{
	return first;
}

// CHECK-LABEL: function @call_returned
// CHECK:      %0 = call ptr<func<void>> @returned()
// CHECK-NEXT: %1 = call void %0()
// CHECK-NEXT: return
void call_returned(void)
{
	returned()();
}
