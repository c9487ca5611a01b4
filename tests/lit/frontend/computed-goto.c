// SPDX-License-Identifier: GPL-2.0-or-later
// A computed goto leads to every label whose address the function takes, in a
// static table too.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

void one(void);
void two(void);

// CHECK-LABEL: function @static_table
void static_table(int i)
{
	static const void *const table[] = { &&a, &&b };

	// CHECK: goto [[A:b[0-9]+]], [[B:b[0-9]+]]
	goto *table[i];
a:
	// CHECK: [[A]]:
	// CHECK-NEXT: call void @one()
	one();
b:
	// CHECK: [[B]]:
	// CHECK-NEXT: call void @two()
	two();
}

// CHECK-LABEL: function @value
void value(int i)
{
	// CHECK: store ptr<void> &target, [[A:b[0-9]+]]
	void *target = &&a;

	// CHECK: goto [[A]]
	goto *target;
a:
	one();
}
