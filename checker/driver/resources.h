/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The files sglint needs beside its binary, installed or in a build directory. */
#ifndef SG_DRIVER_RESOURCES_H
#define SG_DRIVER_RESOURCES_H

#include "base/arena.h"
#include "base/error.h"

/* Absolute path of sglint-iomem.h; NULL with 'error' set when it is not there. */
const char *sg_resources_override_header(struct sg_arena *arena, struct sg_error *error);

#endif
