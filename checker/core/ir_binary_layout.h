/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the writer and the reader of the binary form share; IR.md has the layout.
 * After the header everything is a row: a head word (tag, mask of the members
 * that are not zero) and those members.
 */
#ifndef SG_CORE_IR_BINARY_LAYOUT_H
#define SG_CORE_IR_BINARY_LAYOUT_H

/* Not text, and changed by every transfer that mangles text. */
#define SG_SGO_MAGIC "\x89SGO\r\n\x1a\n"

enum {
	SG_SGO_VERSION_AT = 8,
	SG_SGO_SIZE_AT = 12,     /* of the file, in words of 4 bytes */
	SG_SGO_CHECKSUM_AT = 16, /* XXH3-128 of what follows the header, in canonical form */
	SG_SGO_HEADER_SIZE = 32,
	SG_SGO_KEY_MAX = 255,
	SG_SGO_ROW_MAX = 24, /* members: the mask has the upper 24 bits of the head */
};

/* Members of each kind of row, as IR.md orders them. */
enum {
	SG_SGO_UNIT_WORDS = 11,
	SG_SGO_LOC_WORDS = 7,
	SG_SGO_TYPE_WORDS = 5,
	SG_SGO_RECORD_WORDS = 4,
	SG_SGO_FIELD_WORDS = 3,
	SG_SGO_SYMBOL_WORDS = 6,
	SG_SGO_FUNCTION_WORDS = 8,
	SG_SGO_LOCAL_WORDS = 3,
	SG_SGO_INST_WORDS = 11,
};

#endif
