/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Strings by small number: equal strings have equal ids.  Id 0 is "". */
#ifndef SG_BASE_INTERN_H
#define SG_BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t sg_str;

struct sg_intern;

struct sg_intern *sg_intern_new(void);
void sg_intern_free(struct sg_intern *table);
sg_str sg_intern(struct sg_intern *table, const char *text);
sg_str sg_intern_n(struct sg_intern *table, const char *text, size_t length);
/* The id of 'text' when it is known, else 0 (also for ""). */
sg_str sg_intern_find(const struct sg_intern *table, const char *text);
/* Valid until the table is freed. */
const char *sg_intern_text(const struct sg_intern *table, sg_str id);
uint32_t sg_intern_count(const struct sg_intern *table);

#ifdef __cplusplus
}
#endif

#endif
