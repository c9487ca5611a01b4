// SPDX-License-Identifier: GPL-2.0-or-later
// Arguments for "..." are passed as they are; the next one is nobody's.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

typedef __builtin_va_list va_list;
int vsnprintf(char *to, unsigned long size, const char *format, va_list args);
int snprintf(char *to, unsigned long size, const char *format, ...);

// CHECK-LABEL: function @wrapper
// CHECK:      undef &args
// CHECK-NEXT: undef &n
// CHECK-NEXT: %4 = load ptr<int1> &to
// CHECK-NEXT: %5 = load ptr<const int1> &format
// CHECK-NEXT: %6 = call int4 @vsnprintf(%4, 8, %5, &args)
// CHECK-NEXT: store int4 &n, %6
// CHECK-NEXT: %8 = load int4 &n
// CHECK-NEXT: return %8
int wrapper(char *to, const char *format, ...)
{
	va_list args;
	int n;

	__builtin_va_start(args, format);
	n = vsnprintf(to, 8, format, args);
	__builtin_va_end(args);
	return n;
}

// CHECK-LABEL: function @next
// CHECK:      undef &args
// CHECK-NEXT: %2 = unknown ptr<int4> va-arg()
// CHECK-NEXT: return %2
int *next(int count, ...)
{
	va_list args;

	__builtin_va_start(args, count);
	return __builtin_va_arg(args, int *);
}

// CHECK-LABEL: function @caller
// CHECK:      %3 = load ptr<int1> &to
// CHECK-NEXT: %4 = load int2 &v
// CHECK-NEXT: %5 = load ptr<int1> &s
// CHECK-NEXT: %6 = call int4 @snprintf(%3, 8, "%d %s", %4, %5)
// CHECK-NEXT: return %6
int caller(char *to, short v, char *s)
{
	return snprintf(to, 8, "%d %s", v, s);
}
