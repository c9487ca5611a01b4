// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A build directory has the layout share/sglint/ beside the binary, an
 * installation has it where CMake's install directories say.
 */
#include "driver/resources.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OVERRIDE_HEADER "sglint-iomem.h"

/* The directory the running binary lies in; NULL when the system does not tell. */
static const char *binary_directory(struct sg_arena *arena)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	if (length < 0)
		return NULL;
	path[length] = '\0';
	slash = strrchr(path, '/');
	if (!slash)
		return NULL;
	*slash = '\0';
	return sg_arena_strdup(arena, path);
}

const char *sg_resources_override_header(struct sg_arena *arena, struct sg_error *error)
{
	static const char *const below[] = {"share/sglint", SGLINT_DATA_FROM_BINARY};
	const char *directory = binary_directory(arena);

	if (!directory) {
		sg_error_set(error, NULL, 0, 0, "cannot read '/proc/self/exe': %s",
		             strerror(errno));
		return NULL;
	}
	for (size_t i = 0; i < sizeof(below) / sizeof(below[0]); i++) {
		const char *path =
			sg_arena_printf(arena, "%s/%s/" OVERRIDE_HEADER, directory, below[i]);
		char *real = realpath(path, NULL);
		const char *found = real ? sg_arena_strdup(arena, real) : NULL;

		free(real);
		if (found)
			return found;
	}
	sg_error_set(error, NULL, 0, 0,
	             "'" OVERRIDE_HEADER "' is neither in '%s/%s' nor in '%s/%s'; "
	             "install sglint as a whole",
	             directory, below[0], directory, below[1]);
	return NULL;
}
