// SPDX-License-Identifier: GPL-2.0-or-later
/* Decides what a unit is called and where its paths hang. */
#include "driver/unit_plan.h"

#include <stdlib.h>
#include <string.h>

#include "driver/path.h"
#include "driver/tree.h"

/* "a/b.o" for "a/b.c" */
static const char *object_of_source(struct sg_arena *arena, const char *source)
{
	const char *name = sg_path_name(source);
	const char *dot = strrchr(name, '.');
	size_t length = dot ? (size_t)(dot - source) : strlen(source);

	return sg_arena_printf(arena, "%.*s.o", (int)length, source);
}

static const char *below(const char *path, const char *directory)
{
	return directory ? sg_path_below(path, directory) : NULL;
}

static void set_root(struct sg_arena *arena, const struct sg_plan_context *context,
                     const char *object, struct sg_unit_plan *plan)
{
	const char *name;

	if (below(plan->source_path, plan->kernel_source) ||
	    below(plan->source_path, plan->kernel_build)) {
		plan->root = plan->kernel_source ? plan->kernel_source : plan->kernel_build;
		name = below(object, plan->kernel_build);
	} else {
		if (!plan->kernel_source)
			plan->root = context->root;
		else if (below(plan->source_path, context->module_root))
			plan->root = context->module_root;
		else
			plan->root = sg_tree_module_root(arena, object);
		name = NULL;
	}
	if (!name)
		name = below(object, plan->root);
	plan->name = name ? name : object;
}

/* What stands before "drivers/x/y.c" in the command's "../../drivers/x/y.c". */
static const char *spelled_root(struct sg_arena *arena, const struct sg_unit_plan *plan)
{
	const char *shown = below(plan->source_path, plan->root);
	size_t length = strlen(plan->source), tail = shown ? strlen(shown) : 0;

	if (!shown || tail > length || strcmp(plan->source + length - tail, shown) != 0)
		return plan->root;
	return sg_arena_strndup(arena, plan->source, length - tail);
}

const char *sg_image_directory(struct sg_arena *arena)
{
	const char *directory = getenv("SGLINT_DIR");

	if (!directory || !directory[0])
		return NULL;
	return sg_path_join(arena, sg_path_current(arena), directory);
}

static const char *image_path(struct sg_arena *arena, const struct sg_plan_context *context,
                              const char *object, const char *name)
{
	const char *at = object;

	if (context->image_directory)
		at = sg_arena_printf(arena, "%s/%s", context->image_directory, name);
	return sg_arena_printf(arena, "%s/.%s.sgo", sg_path_directory(arena, at), sg_path_name(at));
}

bool sg_unit_plan(struct sg_arena *arena, const struct sg_compile_command *command,
                  const struct sg_plan_context *context, struct sg_unit_plan *plan,
                  struct sg_error *error)
{
	struct sg_kbuild_words words = {
		.items = command->words.items,
		.count = command->words.count,
		.compiler = command->compiler,
		.has_checkflags = context->is_check_mode,
		.arch = context->arch,
		.cross_compile = context->cross_compile,
	};
	struct sg_kbuild_args args;
	const char *object;

	if (!sg_kbuild_args(arena, &words, &args, error))
		return false;
	*plan = (struct sg_unit_plan){
		.directory = command->directory,
		.source = command->source ? command->source : args.source,
		.module = args.module,
		.diagnostic_prefix = args.diagnostic_prefix,
		.args = args.args,
	};
	if (!plan->source) {
		sg_error_set(error, NULL, 0, 0, "no source file among the flags");
		return false;
	}
	object = command->object ? command->object : args.object;
	if (!object)
		object = object_of_source(arena, plan->source);
	object = sg_path_join(arena, plan->directory, object);
	plan->source_path = sg_path_join(arena, plan->directory, plan->source);
	if (args.kernel_source)
		plan->kernel_source = sg_path_join(arena, plan->directory, args.kernel_source);
	if (args.kernel_build)
		plan->kernel_build = sg_path_join(arena, plan->directory, args.kernel_build);
	set_root(arena, context, object, plan);
	plan->path_prefix = spelled_root(arena, plan);
	plan->image = image_path(arena, context, object, plan->name);
	return true;
}

static const char *keep(struct sg_intern *intern, const char *text)
{
	return text ? sg_intern_text(intern, sg_intern(intern, text)) : NULL;
}

struct sg_unit_plan sg_unit_plan_copy(struct sg_arena *arena, struct sg_intern *intern,
                                      const struct sg_unit_plan *plan)
{
	struct sg_unit_plan copy = {
		.name = keep(intern, plan->name),
		.directory = keep(intern, plan->directory),
		.root = keep(intern, plan->root),
		.source = keep(intern, plan->source),
		.source_path = keep(intern, plan->source_path),
		.module = keep(intern, plan->module),
		.kernel_source = keep(intern, plan->kernel_source),
		.kernel_build = keep(intern, plan->kernel_build),
		.path_prefix = keep(intern, plan->path_prefix),
		.image = keep(intern, plan->image),
		.diagnostic_prefix = keep(intern, plan->diagnostic_prefix),
	};

	copy.args.count = copy.args.capacity = plan->args.count;
	copy.args.items = SG_NEW_ARRAY(arena, const char *, plan->args.count);
	for (uint32_t i = 0; i < plan->args.count; i++)
		copy.args.items[i] = keep(intern, plan->args.items[i]);
	return copy;
}

static int by_name(const void *a, const void *b)
{
	const struct sg_unit_plan *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : strcmp(x->source_path, y->source_path);
}

void sg_unit_plans_sort(sg_plan_list *plans)
{
	uint32_t kept = 0;

	if (plans->count == 0)
		return;
	qsort(plans->items, plans->count, sizeof(*plans->items), by_name);
	for (uint32_t i = 1; i < plans->count; i++) {
		if (by_name(&plans->items[kept], &plans->items[i]) != 0)
			plans->items[++kept] = plans->items[i];
	}
	plans->count = kept + 1;
}

uint32_t sg_unit_plans_kernel_version(struct sg_arena *arena, const sg_plan_list *plans)
{
	for (uint32_t i = 0; i < plans->count; i++) {
		const struct sg_unit_plan *plan = &plans->items[i];

		if (plan->kernel_source && plan->kernel_build)
			return sg_tree_kernel_version(arena, plan->kernel_build,
			                              plan->kernel_source);
	}
	return 0;
}
