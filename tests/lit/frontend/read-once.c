// SPDX-License-Identifier: GPL-2.0-or-later
// READ_ONCE() and WRITE_ONCE() are volatile accesses, and nothing else in them is one.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

#define __unqual_scalar_typeof(x) __typeof__(_Generic((x), char: (char)0, int: (int)0, default: (x)))
#define __READ_ONCE(x) (*(const volatile __unqual_scalar_typeof(x) *)&(x))
#define READ_ONCE(x) ({ _Static_assert(sizeof(x) <= 8, ""); __READ_ONCE(x); })
#define WRITE_ONCE(x, val) do { *(volatile __typeof__(x) *)&(x) = (val); } while (0)
#define __iomem __attribute__((btf_type_tag("iomem")))

struct shared {
	int *pointer;
	int __iomem *registers;
};

// CHECK-LABEL: function @read_pointer
// CHECK:      %1 = load ptr<record<{{.*}}:shared 16>> &s
// CHECK-NEXT: %2 = field ptr<ptr<int4>> %1, {{.*}}:shared, pointer
// CHECK-NEXT: %3 = load const volatile ptr<int4> %2 [volatile]
// CHECK-NEXT: return %3
int *read_pointer(struct shared *s)
{
	return READ_ONCE(s->pointer);
}

// CHECK-LABEL: function @write_pointer
// CHECK:      %2 = load ptr<int4> &p
// CHECK-NEXT: %3 = load ptr<record<{{.*}}:shared 16>> &s
// CHECK-NEXT: %4 = field ptr<ptr<int4>> %3, {{.*}}:shared, pointer
// CHECK-NEXT: store volatile ptr<int4> %4, %2 [volatile]
// CHECK-NEXT: return
void write_pointer(struct shared *s, int *p)
{
	WRITE_ONCE(s->pointer, p);
}

// CHECK-LABEL: function @read_target
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: %2 = load const volatile int4 %1 [volatile]
// CHECK-NEXT: return %2
int read_target(int *p)
{
	return READ_ONCE(*p);
}

// CHECK-LABEL: function @read_tagged
// CHECK:      %1 = load ptr<record<{{.*}}:shared 16>> &s
// CHECK-NEXT: %2 = field ptr<ptr<iomem int4>> %1, {{.*}}:shared, registers
// CHECK-NEXT: %3 = load const volatile ptr<iomem int4> %2 [volatile]
// CHECK-NEXT: return %3
int __iomem *read_tagged(struct shared *s)
{
	return READ_ONCE(s->registers);
}

// CHECK-LABEL: function @read_io
// CHECK:      %1 = load ptr<record<{{.*}}:shared 16>> &s
// CHECK-NEXT: %2 = field ptr<ptr<iomem int4>> %1, {{.*}}:shared, registers
// CHECK-NEXT: %3 = load ptr<iomem int4> %2
// CHECK-NEXT: %4 = cast ptr<const volatile int4> %3 [drops-iomem]
// CHECK-NEXT: %5 = load const volatile int4 %4 [volatile]
// CHECK-NEXT: return %5
int read_io(struct shared *s)
{
	return READ_ONCE(*s->registers);
}
