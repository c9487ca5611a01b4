/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a kernel build tree says of itself. */
#ifndef SG_DRIVER_TREE_H
#define SG_DRIVER_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* True for the build tree of a kernel, false for that of a module (M=) or anything else. */
bool sg_tree_is_kernel_build(struct sg_arena *arena, const char *build);
/* The absolute source directory that the absolute 'build' was configured from. */
const char *sg_tree_source(struct sg_arena *arena, const char *build);
/* major << 8 | minor of the kernel built in 'build' from 'source', 0: unknown. */
uint32_t sg_tree_kernel_version(struct sg_arena *arena, const char *build, const char *source);
/*
 * The directory that M= named when the module's 'object' was built: where
 * Module.symvers lies, else the object's own.
 */
const char *sg_tree_module_root(struct sg_arena *arena, const char *object);

#endif
