// SPDX-License-Identifier: GPL-2.0-or-later
// Cases, ranges and a variable declared before the first case.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

int test(void);

// CHECK-LABEL: function @ranges
int ranges(int x)
{
	// CHECK: switch %{{[0-9]+}}, default [[NONE:b[0-9]+]], 1 [[ONE:b[0-9]+]], -3 [[THREE:b[0-9]+]], 2..5 [[RANGE:b[0-9]+]] @
	switch (x) {
		int y;

	case 1:
	case -3:
		y = test();
		return y;
	case 2 ... 5:
		return 6;
	}
	return 0;
	// CHECK:      [[NONE]]:
	// CHECK-NEXT: return 0
	// CHECK:      [[ONE]]:
	// CHECK-NEXT: jump [[THREE]]
	// CHECK:      [[THREE]]:
	// CHECK:      store int4 &y,
	// CHECK:      [[RANGE]]:
	// CHECK-NEXT: return 6
}

// A condition that is known selects its case: the others are not there.
// CHECK-LABEL: function @constant
int constant(void)
{
	// CHECK-NOT: switch
	// CHECK-NOT: return 1
	// CHECK: return 2
	switch (sizeof(int)) {
	case 1 ... 3:
		return 1;
	case 4:
		return 2;
	default:
		return 1;
	}
}
// CHECK: }
