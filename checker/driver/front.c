// SPDX-License-Identifier: GPL-2.0-or-later
/* What the front end is told. */
#include "driver/front.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool sg_front_check_source(struct sg_arena *arena, const struct sg_unit_plan *plan, bool *is_empty,
                           const char **problem)
{
	int fd = open(plan->source_path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int reason = errno;
	struct stat status;

	if (fd >= 0 && fstat(fd, &status) == 0) {
		close(fd);
		*is_empty = S_ISREG(status.st_mode) && status.st_size == 0;
		if (!S_ISDIR(status.st_mode))
			return true;
		reason = EISDIR;
	}
	*problem = sg_arena_printf(arena, "cannot read it: %s", strerror(reason));
	return false;
}

void sg_front_run(struct sg_arena *arena, struct sg_intern *intern, const struct sg_unit_plan *plan,
                  const char *override_header, const struct sg_rules *rules,
                  struct sg_frontend_result *result)
{
	struct sg_frontend_job job = {
		.source = plan->source,
		.directory = plan->directory,
		.root = plan->root,
		.object = plan->name,
		.module = plan->module,
		.args = plan->args.items,
		.arg_count = plan->args.count,
		.override_header = override_header,
		.rules = rules,
	};

	*result = (struct sg_frontend_result){0};
	sg_frontend_run(arena, intern, &job, result);
}
