// SPDX-License-Identifier: GPL-2.0-or-later
// Atomic builtins: loads, stores and read-modify-writes of what they point to.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

// CHECK-LABEL: function @load
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: %2 = load int4 %1 [atomic]
// CHECK-NEXT: return %2
int load(int *p)
{
	return __atomic_load_n(p, __ATOMIC_ACQUIRE);
}

// CHECK-LABEL: function @store
// CHECK:      %2 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %3 = load ptr<int4> &v
// CHECK-NEXT: store ptr<int4> %2, %3 [atomic]
// CHECK-NEXT: return
void store(int **p, int *v)
{
	__atomic_store_n(p, v, __ATOMIC_RELEASE);
}

// CHECK-LABEL: function @exchange
// CHECK:      %2 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %3 = load ptr<int4> &v
// CHECK-NEXT: %4 = rmw ptr<int4> %2, %3 [atomic]
// CHECK-NEXT: return %4
int *exchange(int **p, int *v)
{
	return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);
}

// CHECK-LABEL: function @compare
// CHECK:      %3 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %4 = load ptr<int4> &new
// CHECK-NEXT: %5 = load ptr<int4> &old
// CHECK-NEXT: %6 = rmw ptr<int4> %3, %4 [atomic]
// CHECK-NEXT: store ptr<int4> &old, %6
// CHECK-NEXT: %8 = bin eq int1 %6, %5
// CHECK-NEXT: return %8
_Bool compare(int **p, int *old, int *new)
{
	return __atomic_compare_exchange_n(p, &old, new, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

// CHECK-LABEL: function @fetch_add
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: %2 = rmw int4 %1, 2 [atomic]
// CHECK-NEXT: return %2
int fetch_add(int *p)
{
	return __atomic_fetch_add(p, 2, __ATOMIC_RELAXED);
}

// CHECK-LABEL: function @add_fetch
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: %2 = rmw int4 %1, 2 [atomic]
// CHECK-NEXT: %3 = bin add int4 %2, 2
// CHECK-NEXT: return %3
int add_fetch(int *p)
{
	return __atomic_add_fetch(p, 2, __ATOMIC_RELAXED);
}

// CHECK-LABEL: function @by_address
// CHECK:      %3 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %4 = load ptr<int4> %3 [atomic]
// CHECK-NEXT: %5 = load ptr<ptr<int4>> &v
// CHECK-NEXT: store ptr<int4> %5, %4
// CHECK-NEXT: %7 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %8 = load ptr<ptr<int4>> &v
// CHECK-NEXT: %9 = load ptr<int4> %8
// CHECK-NEXT: store ptr<int4> %7, %9 [atomic]
// CHECK-NEXT: %11 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %12 = load ptr<ptr<int4>> &v
// CHECK-NEXT: %13 = load ptr<int4> %12
// CHECK-NEXT: %14 = rmw ptr<int4> %11, %13 [atomic]
// CHECK-NEXT: %15 = load ptr<ptr<int4>> &old
// CHECK-NEXT: store ptr<int4> %15, %14
// CHECK-NEXT: return
void by_address(int **p, int **v, int **old)
{
	__atomic_load(p, v, __ATOMIC_RELAXED);
	__atomic_store(p, v, __ATOMIC_RELAXED);
	__atomic_exchange(p, v, old, __ATOMIC_RELAXED);
}

// CHECK-LABEL: function @sync_add
// CHECK:      %1 = load ptr<int4> &p
// CHECK-NEXT: %2 = rmw int4 %1, 3 [atomic]
// CHECK-NEXT: return %2
int sync_add(int *p)
{
	return __sync_fetch_and_add(p, 3);
}

// CHECK-LABEL: function @sync_swap
// CHECK:      %3 = load ptr<ptr<int4>> &p
// CHECK-NEXT: %4 = load ptr<int4> &old
// CHECK-NEXT: %5 = load ptr<int4> &new
// CHECK-NEXT: %6 = rmw ptr<int4> %3, %5 [atomic]
// CHECK-NEXT: return %6
int *sync_swap(int **p, int *old, int *new)
{
	return __sync_val_compare_and_swap(p, old, new);
}

// CHECK-LABEL: function @barriers
// CHECK:      return
void barriers(void)
{
	__sync_synchronize();
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
}

// CHECK-LABEL: function @test_and_set
// CHECK:      %1 = load ptr<int1> &p
// CHECK-NEXT: %2 = rmw int1 %1, 1 [atomic]
// CHECK-NEXT: return %2
int test_and_set(char *p)
{
	return __atomic_test_and_set(p, __ATOMIC_ACQUIRE);
}
