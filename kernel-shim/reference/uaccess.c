// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * User memory: shim_user() is a page of RAM and a page of a peer's memory that is
 * mapped into the process; any other address is taken as it is.
 */
#include "internal.h"

#include <linux/uaccess.h>

#include "user.h"

static struct page *user_pages[SHIM_USER_BYTES / PAGE_SIZE];

void shim_user_init(struct page *ram, struct page *peer)
{
	user_pages[0] = ram;
	user_pages[1] = peer;
}

struct page *shim_user_page(unsigned long addr)
{
	return addr - SHIM_USER_BASE < SHIM_USER_BYTES
	               ? user_pages[(addr - SHIM_USER_BASE) / PAGE_SIZE]
	               : NULL;
}

/* The process reads and writes what is mapped to it, peer memory too. */
static char *byte_of(unsigned long addr)
{
	struct page *page = shim_user_page(addr);

	if (!page)
		return (char *)addr;
	return (char *)shim_backing(shim_page_kva(page)) + (addr & ~PAGE_MASK);
}

static bool is_usable(const void __user *addr)
{
	return !shim_is_null((const void __force *)addr);
}

unsigned long copy_to_user(void __user *to, const void *from, unsigned long n)
{
	unsigned long addr = (__force unsigned long)to;

	if (!shim_is_plain(from, n) || !is_usable(to))
		return n;
	for (unsigned long i = 0; i < n; i++)
		*byte_of(addr + i) = ((const char *)from)[i];
	return 0;
}

unsigned long copy_from_user(void *to, const void __user *from, unsigned long n)
{
	unsigned long addr = (__force unsigned long)from;

	if (!shim_is_plain(to, n) || !is_usable(from))
		return n;
	for (unsigned long i = 0; i < n; i++)
		((char *)to)[i] = *byte_of(addr + i);
	return 0;
}

unsigned long clear_user(void __user *to, unsigned long n)
{
	unsigned long addr = (__force unsigned long)to;

	if (!is_usable(to))
		return n;
	for (unsigned long i = 0; i < n; i++)
		*byte_of(addr + i) = 0;
	return 0;
}

unsigned long _copy_to_user(void __user *to, const void *from, unsigned long n)
{
	return copy_to_user(to, from, n);
}

unsigned long _copy_from_user(void *to, const void __user *from, unsigned long n)
{
	return copy_from_user(to, from, n);
}

unsigned long __copy_to_user(void __user *to, const void *from, unsigned long n)
{
	return copy_to_user(to, from, n);
}

unsigned long __copy_from_user(void *to, const void __user *from, unsigned long n)
{
	return copy_from_user(to, from, n);
}

long copy_to_user_nofault(void __user *dst, const void *src, size_t size)
{
	return copy_to_user(dst, src, size) ? -EFAULT : 0;
}

long copy_from_user_nofault(void *dst, const void __user *src, size_t size)
{
	return copy_from_user(dst, src, size) ? -EFAULT : 0;
}

long copy_from_kernel_nofault(void *dst, const void *src, size_t size)
{
	bool is_plain = shim_is_plain(dst, size);

	if (!shim_is_plain(src, size) || !is_plain || shim_is_null(src))
		return -EFAULT;
	shim_copy_quiet(dst, src, size);
	return 0;
}

long copy_to_kernel_nofault(void *dst, const void *src, size_t size)
{
	return copy_from_kernel_nofault(dst, src, size);
}

static int pin(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
               struct page **pages)
{
	unsigned long i;

	shim_need(pages);
	for (i = 0; i < nr_pages; i++) {
		struct page *page = shim_user_page(start + i * PAGE_SIZE);

		if (!page)
			return i ? (int)i : -EFAULT;
		if (shim_page_is_io(page) && !(gup_flags & FOLL_PCI_P2PDMA))
			return i ? (int)i : -EREMOTEIO;
		get_page(page);
		pages[i] = page;
	}
	return (int)i;
}

long get_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page **pages)
{
	return pin(start, nr_pages, gup_flags, pages);
}

long pin_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page **pages)
{
	return pin(start, nr_pages, gup_flags, pages);
}

int get_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page **pages)
{
	return pin(start, (unsigned long)nr_pages, gup_flags, pages);
}

int pin_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page **pages)
{
	return pin(start, (unsigned long)nr_pages, gup_flags, pages);
}

void unpin_user_pages(struct page **pages, unsigned long npages)
{
	shim_need(pages);
	for (unsigned long i = 0; i < npages; i++)
		put_page(pages[i]);
}
