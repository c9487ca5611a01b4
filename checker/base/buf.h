/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growable byte buffer, always NUL-terminated.  Heap memory: release it. */
#ifndef SG_BASE_BUF_H
#define SG_BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sg_buf {
	char *data; /* never NULL after init */
	size_t length;
	size_t capacity;
};

void sg_buf_init(struct sg_buf *buf);
void sg_buf_release(struct sg_buf *buf);
void sg_buf_reset(struct sg_buf *buf);
void sg_buf_add(struct sg_buf *buf, const void *data, size_t length);
void sg_buf_adds(struct sg_buf *buf, const char *text);
void sg_buf_addc(struct sg_buf *buf, char c);
void sg_buf_addf(struct sg_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#ifdef __cplusplus
}
#endif

#endif
