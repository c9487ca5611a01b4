// SPDX-License-Identifier: GPL-2.0-or-later
// Operands of inline assembler by constraint; asm goto as a branch.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

void put(int **p);
int *get(void);

// CHECK-LABEL: function @operands
int operands(int *p, int v)
{
	// CHECK:      [[P:%[0-9]+]] = load ptr<int4> &p
	// CHECK:      [[ELEMENT:%[0-9]+]] = index ptr<int4> %{{[0-9]+}}, 2
	// CHECK-NEXT: [[REGISTER:%[0-9]+]] = load ptr<int4> &p
	// CHECK-NEXT: [[OLD:%[0-9]+]] = load int4 &v
	// CHECK-NEXT: asm value-out &v, mem-inout [[P]], mem-in [[ELEMENT]], value-in [[REGISTER]], value-in 4, value-in [[OLD]]
	asm volatile("" : "=r"(v), "+m"(*p) : "m"(p[2]), "r"(p), "i"(4), "0"(v) : "memory");
	return v;
}

// CHECK-LABEL: function @jumps
int jumps(void)
{
	// CHECK:      asm @
	// CHECK-NEXT: goto [[NEXT:b[0-9]+]], [[YES:b[0-9]+]]
	asm goto("" : : : : yes);
	// CHECK:      [[NEXT]]:
	// CHECK-NEXT: return 1
	return 1;
yes:
	return 2;
}
