/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The .NAME.o.sgo files that CHECK mode leaves beside objects: the unit as
 * ir_binary.h writes it, followed by what only the driver needs to know.  The
 * IR's reader has no business with the latter, so it stands behind, with its
 * own checksum, in a trailer that is read from the end.
 */
#ifndef SG_DRIVER_UNIT_FILE_H
#define SG_DRIVER_UNIT_FILE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"
#include "driver/options.h"

struct sg_unit_note {
	const char *key;       /* see unit_key.h */
	const char *directory; /* the command ran in, absolute */
	sg_text_list inputs;   /* the files it was made from, as Clang named them */
	sg_text_list printed;  /* fingerprints of what CHECK mode has shown */
};

/* Appends the note to the image of a unit in 'out'. */
void sg_unit_file_add_note(struct sg_buf *out, const struct sg_unit_note *note);

/*
 * Takes a file apart: '*image_size' bytes of image at its start, and the note,
 * in 'arena'.  False with 'error' set when the file is truncated or foreign.
 */
bool sg_unit_file_parse(struct sg_arena *arena, const char *data, size_t size, const char *name,
                        size_t *image_size, struct sg_unit_note *note, struct sg_error *error);

/* The note alone, for the file 'path'. */
bool sg_unit_file_read_note(struct sg_arena *arena, const char *path, struct sg_unit_note *note,
                            struct sg_error *error);

#endif
