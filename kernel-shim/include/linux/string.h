/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory and string functions: ordinary memory only. */
#ifndef SHIM_LINUX_STRING_H
#define SHIM_LINUX_STRING_H

#include <linux/types.h>

void *memcpy(void *dst, const void *src, size_t len);
void *memmove(void *dst, const void *src, size_t len);
void *memset(void *dst, int value, size_t len);
void *memset16(u16 *dst, u16 value, size_t count);
void *memset32(u32 *dst, u32 value, size_t count);
void *memset64(u64 *dst, u64 value, size_t count);
int memcmp(const void *a, const void *b, size_t len);
void *memchr(const void *p, int c, size_t len);
void *memchr_inv(const void *p, int c, size_t len);
void *memscan(void *p, int c, size_t len);
void memzero_explicit(void *dst, size_t len);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t max);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t max);
char *strchr(const char *s, int c);
char *strcpy(char *dst, const char *src);
char *strncpy(char *dst, const char *src, size_t max);
ssize_t strscpy(char *dst, const char *src, size_t size);
char *kstrdup(const char *s, gfp_t gfp);
void *kmemdup(const void *src, size_t len, gfp_t gfp);
char *kmemdup_nul(const char *s, size_t len, gfp_t gfp);
ssize_t memory_read_from_buffer(void *to, size_t count, loff_t *ppos, const void *from,
                                size_t available);

int bcmp(const void *a, const void *b, size_t len);
void memcpy_and_pad(void *dest, size_t dest_len, const void *src, size_t count, int pad);
void memcpy_flushcache(void *dst, const void *src, size_t count);
void memset_p(void **p, void *v, size_t n);
size_t memweight(const void *ptr, size_t bytes);
bool mem_is_zero(const void *s, size_t n);
char *strcat(char *dst, const char *src);
size_t strlcat(char *dst, const char *src, size_t size);
const char *kstrdup_const(const char *s, gfp_t gfp);
void *kvmemdup(const void *src, size_t len, gfp_t gfp);
void *kmemdup_array(const void *src, size_t count, size_t element_size, gfp_t gfp);
void kfree_const(const void *x);

#endif
