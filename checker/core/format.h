/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The conversions of a printk() format, for what they make the kernel read:
 * Documentation/core-api/printk-formats.rst.
 */
#ifndef SG_CORE_FORMAT_H
#define SG_CORE_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

struct sg_format_reader {
	const char *at;
	uint32_t next;     /* argument */
	uint32_t argument; /* of the current conversion, from 0 after the format */
	bool reads_memory; /* it prints what the argument points to */
};

void sg_format_init(struct sg_format_reader *reader, const char *format);
/* The next conversion that takes an argument; false at the end. */
bool sg_format_next(struct sg_format_reader *reader);

#endif
