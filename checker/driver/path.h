/* SPDX-License-Identifier: GPL-2.0-or-later */
/* File names as text; nothing here looks at the file system but sg_path_current(). */
#ifndef SG_DRIVER_PATH_H
#define SG_DRIVER_PATH_H

#include "base/arena.h"

/* 'path' seen from 'directory', without "//", "/./" and "x/../". */
const char *sg_path_join(struct sg_arena *arena, const char *directory, const char *path);
/* The part of 'path' below 'directory', "" when they are the same, NULL when it is elsewhere. */
const char *sg_path_below(const char *path, const char *directory);
/* "a/b" of "a/b/c", "/" of "/c", "." of "c" */
const char *sg_path_directory(struct sg_arena *arena, const char *path);
/* "c" of "a/b/c" */
const char *sg_path_name(const char *path);
/* The working directory, absolute. */
const char *sg_path_current(struct sg_arena *arena);

#endif
