/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What somebody may have meant by a word that is not in the list. */
#ifndef SG_BASE_NEAR_MISS_H
#define SG_BASE_NEAR_MISS_H

#include <stdint.h>

/* The nearest of 'words' to 'text', NULL when none is near. */
const char *sg_near_miss(const char *text, const char *const *words, uint32_t word_count);

#endif
