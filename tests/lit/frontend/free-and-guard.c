// SPDX-License-Identifier: GPL-2.0-or-later
// __free() and guard() run a function when their scope is left; no_free_ptr() leaves NULL.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

#define __free(name) __attribute__((cleanup(__free_##name)))
#define no_free_ptr(p) ({ __auto_type ptr = &(p); __auto_type val = *ptr; *ptr = 0; val; })
#define return_ptr(p) return no_free_ptr(p)
struct lock;
void *kmalloc(unsigned long size);
void kfree(void *p);
void lock_it(struct lock *l);
void unlock_it(struct lock *l);
static inline void __free_kfree(void *p)
{
	void *q = *(void **)p;

	if (q)
		kfree(q);
}
typedef struct lock *class_lock_t;
static inline void class_lock_destructor(class_lock_t *l)
{
	if (*l)
		unlock_it(*l);
}
static inline class_lock_t class_lock_constructor(struct lock *l)
{
	lock_it(l);
	return l;
}
#define CLASS(name, var) class_##name##_t var __attribute__((cleanup(class_##name##_destructor))) = class_##name##_constructor
#define guard(name) CLASS(name, scope_guard)
#define scoped_guard(name, args...) for (CLASS(name, scope)(args), *done = 0; !done; done = (void *)1)

// CHECK-LABEL: function @freed
// CHECK:      undef &p
// CHECK-NEXT: %2 = call ptr<void> @kmalloc(4)
// CHECK-NEXT: %3 = cast ptr<int4> %2 [implicit]
// CHECK-NEXT: store ptr<int4> &p, %3
// CHECK-NEXT: %5 = load int4 &k
// CHECK-NEXT: branch %5, b1, b2
// CHECK-NEXT: b1:
// CHECK-NEXT: %7 = call void @__free_kfree(&p) [cleanup]
// CHECK-NEXT: return 1
// CHECK-NEXT: b2:
// CHECK-NEXT: %9 = load ptr<int4> &p
// CHECK-NEXT: %10 = load int4 %9
// CHECK-NEXT: %11 = call void @__free_kfree(&p) [cleanup]
// CHECK-NEXT: return %10
int freed(int k)
{
	int *p __free(kfree) = kmalloc(4);

	if (k)
		return 1;
	return *p;
}

// CHECK-LABEL: function @kept
// CHECK:      undef &p
// CHECK-NEXT: %1 = call ptr<void> @kmalloc(4)
// CHECK-NEXT: %2 = cast ptr<int4> %1 [implicit]
// CHECK-NEXT: store ptr<int4> &p, %2
// CHECK-NEXT: undef &ptr
// CHECK-NEXT: store ptr<ptr<int4>> &ptr, &p
// CHECK-NEXT: undef &val
// CHECK-NEXT: %7 = load ptr<ptr<int4>> &ptr
// CHECK-NEXT: %8 = load ptr<int4> %7
// CHECK-NEXT: store ptr<int4> &val, %8
// CHECK-NEXT: %10 = load ptr<ptr<int4>> &ptr
// CHECK-NEXT: store ptr<int4> %10, 0
// CHECK-NEXT: %12 = load ptr<int4> &val
// CHECK-NEXT: %13 = call void @__free_kfree(&p) [cleanup]
// CHECK-NEXT: return %12
int *kept(void)
{
	int *p __free(kfree) = kmalloc(4);

	return_ptr(p);
}

// CHECK-LABEL: function @locked
// CHECK:      undef &scope_guard
// CHECK-NEXT: %3 = load ptr<record<{{.*}}:lock 0>> &l
// CHECK-NEXT: %4 = call ptr<record<{{.*}}:lock 0>> @class_lock_constructor(%3)
// CHECK-NEXT: store ptr<record<{{.*}}:lock 0>> &scope_guard, %4
// CHECK-NEXT: %6 = load ptr<int4> &p
// CHECK-NEXT: %7 = load int4 %6
// CHECK-NEXT: %8 = call void @class_lock_destructor(&scope_guard) [cleanup]
// CHECK-NEXT: return %7
int locked(struct lock *l, int *p)
{
	guard(lock)(l);
	return *p;
}

// CHECK-LABEL: function @scoped
// CHECK:      undef &scope
// CHECK-NEXT: %3 = load ptr<record<{{.*}}:lock 0>> &l
// CHECK-NEXT: %4 = call ptr<record<{{.*}}:lock 0>> @class_lock_constructor(%3)
// CHECK-NEXT: store ptr<record<{{.*}}:lock 0>> &scope, %4
// CHECK-NEXT: undef &done
// CHECK-NEXT: store ptr<ptr<record<{{.*}}:lock 0>>> &done, 0
// CHECK-NEXT: jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT: %9 = load ptr<ptr<record<{{.*}}:lock 0>>> &done
// CHECK-NEXT: branch %9, b2, b3
// CHECK-NEXT: b2:
// CHECK-NEXT: %11 = call void @class_lock_destructor(&scope) [cleanup]
// CHECK-NEXT: return 2
// CHECK-NEXT: b3:
// CHECK-NEXT: %13 = load ptr<int4> &p
// CHECK-NEXT: %14 = load int4 %13
// CHECK-NEXT: branch %14, b4, b5
// CHECK-NEXT: b4:
// CHECK-NEXT: %16 = call void @class_lock_destructor(&scope) [cleanup]
// CHECK-NEXT: return 1
// CHECK-NEXT: b5:
// CHECK-NEXT: jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT: %19 = cast ptr<void> 1 [from-int]
// CHECK-NEXT: %20 = cast ptr<ptr<record<{{.*}}:lock 0>>> %19 [implicit]
// CHECK-NEXT: store ptr<ptr<record<{{.*}}:lock 0>>> &done, %20
// CHECK-NEXT: jump b1
int scoped(struct lock *l, int *p)
{
	scoped_guard(lock, l) {
		if (*p)
			return 1;
	}
	return 2;
}
