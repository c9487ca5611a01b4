/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growable byte buffer; data[length] is always NUL. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { FIRST_CAPACITY = 256 };

static void reserve(struct sg_buf *buf, size_t extra)
{
	size_t need = buf->length + extra + 1;
	size_t capacity = buf->capacity;

	if (extra > SIZE_MAX / 4)
		sg_bug("buffer of %zu bytes more", extra);
	if (need <= capacity)
		return;
	if (capacity < FIRST_CAPACITY)
		capacity = FIRST_CAPACITY;
	while (capacity < need)
		capacity *= 2;
	buf->data = realloc(buf->data, capacity);
	if (!buf->data)
		sg_bug("out of memory growing a buffer to %zu bytes", capacity);
	buf->capacity = capacity;
}

void sg_buf_init(struct sg_buf *buf)
{
	*buf = (struct sg_buf){0};
	reserve(buf, 0);
	buf->data[0] = '\0';
}

void sg_buf_release(struct sg_buf *buf)
{
	free(buf->data);
	*buf = (struct sg_buf){0};
}

void sg_buf_reset(struct sg_buf *buf)
{
	buf->length = 0;
	buf->data[0] = '\0';
}

void sg_buf_add(struct sg_buf *buf, const void *data, size_t length)
{
	reserve(buf, length);
	if (length)
		memcpy(buf->data + buf->length, data, length);
	buf->length += length;
	buf->data[buf->length] = '\0';
}

void sg_buf_adds(struct sg_buf *buf, const char *text)
{
	sg_buf_add(buf, text, strlen(text));
}

void sg_buf_addc(struct sg_buf *buf, char c)
{
	sg_buf_add(buf, &c, 1);
}

void sg_buf_addf(struct sg_buf *buf, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		sg_bug("bad format '%s'", format);
	reserve(buf, (size_t)length);
	va_start(args, format);
	vsnprintf(buf->data + buf->length, (size_t)length + 1, format, args);
	va_end(args);
	buf->length += (size_t)length;
}
