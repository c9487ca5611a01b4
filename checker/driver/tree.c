// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads the few files of a build tree that tell what it is. */
#include "driver/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver/path.h"
#include "driver/read_file.h"

bool sg_tree_is_kernel_build(struct sg_arena *arena, const char *build)
{
	return access(sg_path_join(arena, build, "include/generated/autoconf.h"), F_OK) == 0 ||
	       access(sg_path_join(arena, build, "include/config/auto.conf"), F_OK) == 0;
}

const char *sg_tree_source(struct sg_arena *arena, const char *build)
{
	char *real = realpath(sg_path_join(arena, build, "source"), NULL);
	const char *source = real ? sg_arena_strdup(arena, real) : build;

	/* "source" may also be a directory of some other meaning. */
	if (real && access(sg_path_join(arena, source, "scripts/Makefile.build"), F_OK) < 0)
		source = build;
	free(real);
	return source;
}

static const char *read_text(struct sg_arena *arena, const char *directory, const char *name)
{
	const char *text;
	size_t length;

	if (!sg_read_file(arena, sg_path_join(arena, directory, name), &text, &length, NULL))
		return "";
	return text;
}

static uint32_t version_of(unsigned major, unsigned minor)
{
	return major > 0 && major < 256 && minor < 256 ? major << 8 | minor : 0;
}

/* The number in the line "NAME = number" of a Makefile. */
static unsigned makefile_number(const char *text, const char *name)
{
	size_t length = strlen(name);
	unsigned number;

	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, name, length) == 0 &&
		    sscanf(line + length, " = %u", &number) == 1)
			return number;
	}
	return 0;
}

uint32_t sg_tree_kernel_version(struct sg_arena *arena, const char *build, const char *source)
{
	static const char release[] = "#define UTS_RELEASE \"";
	const char *header, *makefile;
	unsigned major, minor;

	if (sscanf(read_text(arena, build, "include/config/kernel.release"), "%u.%u", &major,
	           &minor) == 2)
		return version_of(major, minor);
	header = strstr(read_text(arena, build, "include/generated/utsrelease.h"), release);
	if (header && sscanf(header + strlen(release), "%u.%u", &major, &minor) == 2)
		return version_of(major, minor);
	makefile = read_text(arena, source, "Makefile");
	return version_of(makefile_number(makefile, "VERSION"),
	                  makefile_number(makefile, "PATCHLEVEL"));
}

const char *sg_tree_module_root(struct sg_arena *arena, const char *object)
{
	const char *own = sg_path_directory(arena, object);

	for (const char *at = own; strcmp(at, "/") != 0; at = sg_path_directory(arena, at)) {
		if (access(sg_path_join(arena, at, "Module.symvers"), F_OK) == 0)
			return at;
	}
	return own;
}
