/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "core/format.h"

#include <string.h>

void sg_format_init(struct sg_format_reader *reader, const char *format)
{
	*reader = (struct sg_format_reader){.at = format};
}

/*
 * %p and its forms that print the address itself, or look it up as a symbol:
 * plain, %px, %pK, %pS, %ps, %pB, %pF, %pf, %pe.
 */
static bool pointer_form_reads(const char *form)
{
	return *form != '\0' && strchr("hbiIMmURrVDdgEaNtOCLGw", *form) != NULL;
}

/* Flags, width, precision and length; '*' takes an argument of its own. */
static const char *skip_modifiers(struct sg_format_reader *reader, const char *at)
{
	while (*at && strchr("-+ #0123456789.*hlLqjzt", *at)) {
		if (*at == '*')
			reader->next++;
		at++;
	}
	return at;
}

bool sg_format_next(struct sg_format_reader *reader)
{
	const char *at = reader->at;

	for (at = strchr(at, '%'); at; at = strchr(at, '%')) {
		at++;
		if (*at == '%') {
			at++;
			continue;
		}
		at = skip_modifiers(reader, at);
		if (*at == '\0')
			break;
		reader->argument = reader->next++;
		reader->reads_memory = *at == 's' || (*at == 'p' && pointer_form_reads(at + 1));
		reader->at = at + 1;
		return true;
	}
	reader->at = "";
	return false;
}
