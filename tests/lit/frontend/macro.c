// SPDX-License-Identifier: GPL-2.0-or-later
// A macro that is a fact is a call of its name: the outermost one, with the arguments as
// they are written, macros among them too.  Other macros leave what they expand to.
// RUN: %sglint check --emit-ir %s -- %shim-flags | FileCheck %s

struct page { long flags; };
extern struct page *map;

#define pfn_to_page(pfn) (map + (pfn))
#define page_to_pfn(page) ((unsigned long)((page) - map))
#define virt_to_page(address) pfn_to_page((unsigned long)(address) >> 12)
#define nth_page(page, n) ((page) + (n))
#define kmalloc(...) alloc(__VA_ARGS__)
#define kzalloc(...) ({ void *p = alloc(__VA_ARGS__); p; })
void *alloc(unsigned long size, unsigned int flags);
#define bare(x) x

// CHECK-LABEL: function @outermost
// CHECK:      %1 = load ptr<void> &p @[[#@LINE+5]]:9~{{.*}}!virt_to_page
// CHECK-NEXT: %2 = call ptr<record<{{.*}}:page 8>> #virt_to_page(%1) @[[#@LINE+4]]:9~{{.*}}!virt_to_page
// CHECK-NEXT: return %2 @[[#@LINE+3]]:2
struct page *outermost(void *p)
{
	return virt_to_page(p);
}

// CHECK-LABEL: function @argument
// CHECK:      %1 = load ptr<void> &p @[[#@LINE+6]]:9~{{.*}}!page_to_pfn
// CHECK-NEXT: %2 = call ptr<record<{{.*}}:page 8>> #virt_to_page(%1) @[[#@LINE+5]]:9~{{.*}}!page_to_pfn
// CHECK-NEXT: %3 = call int8 #page_to_pfn(%2) @[[#@LINE+4]]:9~{{.*}}!page_to_pfn
// CHECK-NEXT: return %3 @[[#@LINE+3]]:2
unsigned long argument(void *p)
{
	return page_to_pfn(virt_to_page(p));
}

// CHECK-LABEL: function @deeper
// CHECK:      %2 = load ptr<void> &p @[[#@LINE+11]]:9~{{.*}}!nth_page
// CHECK-NEXT: %3 = call ptr<record<{{.*}}:page 8>> #virt_to_page(%2) @[[#@LINE+10]]:9~{{.*}}!nth_page
// CHECK-NEXT: %4 = call int8 #page_to_pfn(%3) @[[#@LINE+9]]:9~{{.*}}!nth_page
// CHECK-NEXT: %5 = bin add int8 %4, 1 @[[#@LINE+8]]:9~{{.*}}!nth_page
// CHECK-NEXT: %6 = call ptr<record<{{.*}}:page 8>> #pfn_to_page(%5) @[[#@LINE+7]]:9~{{.*}}!nth_page
// CHECK-NEXT: %7 = load int4 &n @[[#@LINE+6]]:9~{{.*}}!nth_page
// CHECK-NEXT: %8 = bin mul int4 %7, 2 @[[#@LINE+5]]:9~{{.*}}!nth_page
// CHECK-NEXT: %9 = call ptr<record<{{.*}}:page 8>> #nth_page(%6, %8) @[[#@LINE+4]]:9~{{.*}}!nth_page
// CHECK-NEXT: return %9 @[[#@LINE+3]]:2
struct page *deeper(void *p, int n)
{
	return nth_page(pfn_to_page(page_to_pfn(virt_to_page(p)) + 1), n * 2);
}

// CHECK-LABEL: function @plain_macro_around
// CHECK:      %1 = load ptr<void> &p @[[#@LINE+7]]:9~{{.*}}!bare
// CHECK-NEXT: %2 = call ptr<record<{{.*}}:page 8>> #virt_to_page(%1) @[[#@LINE+6]]:9~{{.*}}!bare
// CHECK-NEXT: %3 = call int8 #page_to_pfn(%2) @[[#@LINE+5]]:9~{{.*}}!bare
// CHECK-NEXT: %4 = bin add int8 1, %3 @[[#@LINE+4]]:9~{{.*}}!bare
// CHECK-NEXT: return %4 @[[#@LINE+3]]:2
unsigned long plain_macro_around(void *p)
{
	return bare(1 + page_to_pfn(bare(virt_to_page(p))));
}

#define SIZE 64
// CHECK-LABEL: function @variadic
// CHECK:      %1 = load int4 &flags @[[#@LINE+5]]:9~{{.*}}!kzalloc
// CHECK-NEXT: %2 = call ptr<void> #kzalloc(72, %1) @[[#@LINE+4]]:9~{{.*}}!kzalloc
// CHECK-NEXT: return %2 @[[#@LINE+3]]:2
void *variadic(unsigned int flags)
{
	return kzalloc(SIZE + sizeof(long), flags);
}

// CHECK-LABEL: function @plain_call
// CHECK:      %1 = load int4 &flags @[[#@LINE+5]]:9~{{.*}}!kmalloc
// CHECK-NEXT: %2 = call ptr<void> #kmalloc(64, %1) @[[#@LINE+4]]:9~{{.*}}!kmalloc
// CHECK-NEXT: return %2 @[[#@LINE+3]]:2
void *plain_call(unsigned int flags)
{
	return kmalloc(SIZE, flags);
}

#define OBJECT virt_to_page
// CHECK-LABEL: function @by_another_name
// CHECK:      %1 = load ptr<void> &p @[[#@LINE+5]]:9~{{.*}}!OBJECT
// CHECK-NEXT: %2 = call ptr<record<{{.*}}:page 8>> #virt_to_page(%1) @[[#@LINE+4]]:9~{{.*}}!OBJECT
// CHECK-NEXT: return %2 @[[#@LINE+3]]:2
struct page *by_another_name(void *p)
{
	return OBJECT(p);
}
