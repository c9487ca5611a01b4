/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The front end as the driver sees it: one compile command in, one unit out.
 * Clang stays behind this header.
 */
#ifndef SG_FRONTEND_FRONTEND_H
#define SG_FRONTEND_FRONTEND_H

#include "base/buf.h"
#include "base/error.h"
#include "core/ir.h"
#include "core/rules.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What to compile; the arguments have passed kbuild_args (no unsafe flag). */
struct sg_frontend_job {
  const char *source;      /* as the compile command names it */
  const char *directory;   /* the command's working directory, absolute */
  const char *root;        /* source root that paths are shown relative to; NULL: directory */
  const char *object;      /* the unit's name */
  const char *module;      /* KBUILD_MODNAME; NULL: taken from the arguments, else from object */
  const char *const *args; /* clang arguments without the program, without the source */
  uint32_t arg_count;
  const char *override_header; /* absolute path of sglint-iomem.h */
  /* Names that are facts: macros of the vocabulary are lowered as calls. */
  const struct sg_rules *rules;
};

struct sg_frontend_result {
  struct sg_unit *unit; /* NULL when nothing could be lowered */
  uint32_t error_count; /* Clang errors that survive the dropped warning flags */
  struct sg_error first_error;
  /*
   * Files the unit was made from (main file first), relative names as Clang
   * saw them, for cache keys; in the unit's arena.
   */
  const char *const *inputs;
  uint32_t input_count;
  uint64_t instructions;
  uint64_t unknown_instructions;
};

/*
 * Parses and lowers.  Never prints.  Clang crashes are not caught here: the
 * driver runs this in a child process.  The unit lives in 'arena'.
 */
void sg_frontend_run(struct sg_arena *arena, struct sg_intern *intern,
                     const struct sg_frontend_job *job, struct sg_frontend_result *result);

/* "19.1.7" */
const char *sg_frontend_clang_version(void);

#ifdef __cplusplus
}
#endif

#endif
