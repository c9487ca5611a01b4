// SPDX-License-Identifier: GPL-2.0-or-later
/* memcpy() and its kind: for ordinary memory; of I/O memory they do nothing but say so. */
#include "internal.h"

#include <linux/slab.h>
#include <linux/string.h>

bool shim_is_plain(const void *addr, size_t size)
{
	if (!shim_touches_io(addr, size))
		return true;
	SHIM_WARN(SHIM_MEMCPY_IO);
	return false;
}

/* A string that runs into I/O memory from outside faults there, and is found so. */
bool shim_is_plain_string(const char *s)
{
	return shim_is_plain(s, 1);
}

static bool are_plain(const void *a, const void *b, size_t size)
{
	bool is_plain = shim_is_plain(a, size);

	return shim_is_plain(b, size) && is_plain;
}

static bool are_plain_strings(const char *a, const char *b)
{
	return are_plain(a, b, 1);
}

void *memcpy(void *dst, const void *src, size_t len)
{
	if (are_plain(dst, src, len))
		shim_copy_quiet(dst, src, len);
	return dst;
}

void *memmove(void *dst, const void *src, size_t len)
{
	char *to = dst;
	const char *from = src;

	if (!are_plain(dst, src, len))
		return dst;
	if (to <= from) {
		shim_copy_quiet(to, from, len);
		return dst;
	}
	while (len--)
		to[len] = from[len];
	return dst;
}

void *memset(void *dst, int value, size_t len)
{
	if (shim_is_plain(dst, len))
		shim_fill_quiet(dst, value, len);
	return dst;
}

#define MEMSET_N(name, type)                                              \
	void *name(type *dst, type value, size_t count)                   \
	{                                                                 \
		bool is_plain = shim_is_plain(dst, count * sizeof(*dst)); \
                                                                          \
		for (size_t i = 0; is_plain && i < count; i++)            \
			dst[i] = value;                                   \
		return dst;                                               \
	}

MEMSET_N(memset16, u16)
MEMSET_N(memset32, u32)
MEMSET_N(memset64, u64)

void memset_p(void **p, void *v, size_t n)
{
	memset64((u64 *)p, (unsigned long)v, n);
}

int memcmp(const void *a, const void *b, size_t len)
{
	const unsigned char *left = a, *right = b;

	for (size_t i = 0; are_plain(a, b, len) && i < len; i++) {
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
	}
	return 0;
}

int bcmp(const void *a, const void *b, size_t len)
{
	return memcmp(a, b, len);
}

void *memchr(const void *p, int c, size_t len)
{
	const unsigned char *byte = p;

	if (!shim_is_plain(p, len))
		return NULL;
	for (size_t i = 0; i < len; i++) {
		if (byte[i] == (unsigned char)c)
			return (void *)&byte[i];
	}
	return NULL;
}

void *memchr_inv(const void *p, int c, size_t len)
{
	const unsigned char *byte = p;

	if (!shim_is_plain(p, len))
		return NULL;
	for (size_t i = 0; i < len; i++) {
		if (byte[i] != (unsigned char)c)
			return (void *)&byte[i];
	}
	return NULL;
}

void *memscan(void *p, int c, size_t len)
{
	void *found = memchr(p, c, len);

	return found ? found : (char *)p + len;
}

bool mem_is_zero(const void *s, size_t n)
{
	return !memchr_inv(s, 0, n);
}

size_t memweight(const void *ptr, size_t bytes)
{
	const unsigned char *byte = ptr;
	size_t weight = 0;

	if (!shim_is_plain(ptr, bytes))
		return 0;
	for (size_t i = 0; i < bytes; i++)
		weight += (size_t)__builtin_popcount(byte[i]);
	return weight;
}

void memzero_explicit(void *dst, size_t len)
{
	memset(dst, 0, len);
}

void memcpy_flushcache(void *dst, const void *src, size_t count)
{
	memcpy(dst, src, count);
}

void memcpy_and_pad(void *dest, size_t dest_len, const void *src, size_t count, int pad)
{
	size_t copied = min_t(size_t, dest_len, count);

	if (!are_plain(dest, src, copied))
		return;
	shim_copy_quiet(dest, src, copied);
	shim_fill_quiet((char *)dest + copied, pad, dest_len - copied);
}

size_t strnlen(const char *s, size_t max)
{
	size_t length = 0;

	if (!shim_is_plain_string(s))
		return 0;
	while (length < max && s[length])
		length++;
	return length;
}

size_t strlen(const char *s)
{
	return strnlen(s, ~0UL);
}

int strncmp(const char *a, const char *b, size_t max)
{
	if (!are_plain_strings(a, b))
		return 0;
	for (size_t i = 0; i < max; i++) {
		unsigned char left = (unsigned char)a[i], right = (unsigned char)b[i];

		if (left != right)
			return left < right ? -1 : 1;
		if (!left)
			break;
	}
	return 0;
}

int strcmp(const char *a, const char *b)
{
	return strncmp(a, b, ~0UL);
}

char *strchr(const char *s, int c)
{
	if (!shim_is_plain_string(s))
		return NULL;
	for (; *s != (char)c; s++) {
		if (!*s)
			return NULL;
	}
	return (char *)s;
}

char *strncpy(char *dst, const char *src, size_t max)
{
	size_t i = 0;

	if (!are_plain_strings(dst, src))
		return dst;
	for (; i < max && src[i]; i++)
		dst[i] = src[i];
	for (; i < max; i++)
		dst[i] = '\0';
	return dst;
}

char *strcpy(char *dst, const char *src)
{
	if (are_plain_strings(dst, src))
		shim_copy_quiet(dst, src, strlen(src) + 1);
	return dst;
}

ssize_t strscpy(char *dst, const char *src, size_t size)
{
	size_t length;

	if (!size)
		return -E2BIG;
	if (!are_plain_strings(dst, src))
		return -E2BIG;
	length = strnlen(src, size - 1);
	shim_copy_quiet(dst, src, length);
	dst[length] = '\0';
	return src[length] ? -E2BIG : (ssize_t)length;
}

size_t strlcat(char *dst, const char *src, size_t size)
{
	size_t used;

	if (!are_plain_strings(dst, src))
		return 0;
	used = strnlen(dst, size);
	if (used < size)
		strscpy(dst + used, src, size - used);
	return used + strlen(src);
}

char *strcat(char *dst, const char *src)
{
	strlcat(dst, src, ~0UL);
	return dst;
}

void *kmemdup(const void *src, size_t len, gfp_t gfp)
{
	void *copy = kmalloc(len, gfp);

	if (copy && shim_is_plain(src, len))
		shim_copy_quiet(copy, src, len);
	return copy;
}

void *kvmemdup(const void *src, size_t len, gfp_t gfp)
{
	return kmemdup(src, len, gfp);
}

void *kmemdup_array(const void *src, size_t count, size_t element_size, gfp_t gfp)
{
	return kmemdup(src, count * element_size, gfp);
}

char *kmemdup_nul(const char *s, size_t len, gfp_t gfp)
{
	char *copy = kzalloc(len + 1, gfp);

	if (copy && shim_is_plain(s, len))
		shim_copy_quiet(copy, s, len);
	return copy;
}

char *kstrdup(const char *s, gfp_t gfp)
{
	return s ? kmemdup_nul(s, strlen(s), gfp) : NULL;
}

const char *kstrdup_const(const char *s, gfp_t gfp)
{
	return kstrdup(s, gfp);
}

void kfree_const(const void *x)
{
	kfree(x);
}

ssize_t memory_read_from_buffer(void *to, size_t count, loff_t *ppos, const void *from,
                                size_t available)
{
	size_t left;

	if (*ppos < 0)
		return -EINVAL;
	if ((size_t)*ppos >= available)
		return 0;
	left = min_t(size_t, count, available - (size_t)*ppos);
	if (are_plain(to, (const char *)from + *ppos, left))
		shim_copy_quiet(to, (const char *)from + *ppos, left);
	*ppos += (loff_t)left;
	return (ssize_t)left;
}
