/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The files a unit is made of as far as they are its own: its source and what
 * it includes, without the headers that all of a kernel shares (include/ and
 * arch/ARCH/include/ of source and build tree).  Found by reading #include
 * lines, whatever #if stands around them.
 */
#ifndef SG_DRIVER_OWN_FILES_H
#define SG_DRIVER_OWN_FILES_H

#include "base/map.h"
#include "driver/unit_plan.h"
#include "driver/words.h"

typedef SG_VEC(uint32_t) sg_number_list;

/* Words that are looked for: numbers by kind and text. */
struct sg_word_set {
	struct sg_map map;
};

void sg_word_set_init(struct sg_word_set *set, struct sg_arena *arena);
/* The number of a word that is there, else 'number', which it gets. */
uint32_t sg_word_set_add(struct sg_word_set *set, enum sg_word_kind kind, const char *text,
                         uint32_t number);

struct sg_source_file;

struct sg_own_files {
	struct sg_arena *arena;
	struct sg_arena *scratch; /* contents of one file */
	struct sg_arena *found;   /* lists of words, of one set */
	struct sg_arena *unit;    /* lists of one unit */
	SG_VEC(struct sg_source_file) files;
	struct sg_map index; /* hash of a path -> number of the file + 1, 0: none of interest */
	const struct sg_word_set *set;
	uint32_t round; /* counts sets */
	uint32_t visit; /* counts units */
};

void sg_own_files_init(struct sg_own_files *own_files, struct sg_arena *arena);
void sg_own_files_release(struct sg_own_files *own_files);

/* From now on files are asked for the words of 'set', which must stay. */
void sg_own_files_look_for(struct sg_own_files *own_files, const struct sg_word_set *set);

/*
 * The own files of a unit, its source first; none when that cannot be read.
 * Lives until the next unit is asked for.
 */
sg_number_list sg_own_files_of_unit(struct sg_own_files *own_files,
                                    const struct sg_unit_plan *plan);
/* Numbers of the words of the set that a file has, each once. */
const sg_number_list *sg_own_files_words(struct sg_own_files *own_files, uint32_t file);
/* The absolute 'path' is a file of the last unit that was asked for. */
bool sg_own_files_has(const struct sg_own_files *own_files, const char *path);

#endif
