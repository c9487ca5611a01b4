// SPDX-License-Identifier: GPL-2.0-or-later
// Names as the assembler sees them, linkage, and what is done with a symbol.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

void *underlying(void *to, const void *from, unsigned long size) __asm__("memcpy");
void stop_here(void) __attribute__((noreturn));
int perhaps(void) __attribute__((weak));
void declared(void *p);
void declared(void __attribute__((btf_type_tag("iomem"))) *p);

static int callback(void)
{
	static int count;

	return count++;
}

// CHECK-DAG: symbol @memcpy extern
// CHECK-DAG: symbol @stop_here extern {{.*}}[noreturn]
// CHECK-DAG: symbol @perhaps weak
// CHECK-DAG: symbol @declared extern func<void> (ptr<iomem void>)
// CHECK-DAG: symbol @callback static {{.*}}[defined]
// CHECK-DAG: symbol $callback.count static {{.*}}[defined]

// CHECK: function @callback int4 [address-taken]

// CHECK-LABEL: function @caller
int (*caller(void *a, void *b))(void)
{
	// CHECK: call ptr<void> @memcpy(
	underlying(a, b, 3);
	declared(a);
	if (perhaps())
		// CHECK: call void @stop_here()
		// CHECK-NEXT: stop
		stop_here();
	return callback;
}
