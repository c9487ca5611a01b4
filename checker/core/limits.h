/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Every bound of the engine, with its reason.  Reaching one is counted in
 * struct sg_stats and shown by --stats; none of them depends on time.
 */
#ifndef SG_CORE_LIMITS_H
#define SG_CORE_LIMITS_H

/* Alternatives of one value: more are a table, not a choice a person follows. */
#define SG_MAX_ATOMS 8
/* Branch literals one alternative remembers: real code correlates on one or two. */
#define SG_MAX_ATOM_LITERALS 3
/* Branch literals that decide whether a requirement applies. */
#define SG_MAX_REQUIREMENT_LITERALS 6
/* Literals in force at one point; a function rarely tests more before it acts. */
#define SG_MAX_STATE_LITERALS 24
/* Fields and indices from one object to a cell inside it (embedded records). */
#define SG_MAX_PATH 8
/* Fields that a copy of a record takes along; what comes later is not followed. */
#define SG_MAX_COPIED_FIELDS 64
/* Parameters of a callback with a contract; one with more has none. */
#define SG_MAX_CONTRACT_PARAMS 12
/* Pointers followed from a parameter or a global: dev->priv->chan->base is 3. */
#define SG_MAX_DEREFS 4
/* Constant indices kept apart in an array; what follows shares one element. */
#define SG_MAX_INDEX 8
/* Nested operators of a symbolic scalar before it becomes opaque. */
#define SG_MAX_EXPR_DEPTH 4
/* Visits of one block before what still grows in a loop is given up. */
#define SG_WIDEN_AFTER 3
/* Visits of one block before its entry state only grows; nested loops need some. */
#define SG_ACCUMULATE_AFTER 12
/* Visits of one block before its entry state is taken as it is. */
#define SG_MAX_BLOCK_VISITS 24
/* Rounds over the functions of one recursion before their summaries are kept. */
#define SG_MAX_SCC_ROUNDS 4
/* Call sites a fresh region remembers on its way up before they merge. */
#define SG_MAX_REGION_CALLS 3
/* Steps of a trace; reports show seven of them by default. */
#define SG_MAX_HOPS 12
/* Requirements of one function on its callers. */
#define SG_MAX_REQUIREMENTS 256
/* Accesses kept for one region and kind: each is a line somebody must fix. */
#define SG_MAX_REQUIREMENTS_PER_REGION 12
/* Cells a function's summary may write. */
#define SG_MAX_SUMMARY_WRITES 96
/* Functions an indirect call may reach before it counts as unresolved. */
#define SG_MAX_CALL_TARGETS 8
/* Calls through pointers that one function leaves to its callers, and their arguments. */
#define SG_MAX_DEFERRED_CALLS 8
#define SG_MAX_DEFERRED_ARGS 8
/* Frames between the function that knows the memory and the access. */
#define SG_MAX_CALL_DEPTH 10
/* Names one field goes by: by itself, and inside two records around it. */
#define SG_MAX_CELL_KEYS 3
/* Objects a pointer in a cell is followed to. */
#define SG_MAX_KEY_NAMES 8
/* Contributions kept for one field; a field stored from more places is a pool. */
#define SG_MAX_CELL_STORES 32

#endif
