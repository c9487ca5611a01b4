/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Order and dominance of a function's blocks, for the builder and the verifier. */
#ifndef SG_CORE_IR_CFG_H
#define SG_CORE_IR_CFG_H

#include "core/ir.h"

#define SG_CFG_UNREACHABLE UINT32_MAX

struct sg_cfg {
	uint32_t block_count;
	uint32_t count;     /* of blocks that can be reached from the entry */
	uint32_t *order;    /* those in reverse post-order: order[0] is block 0 */
	uint32_t *position; /* of a block in order[], or SG_CFG_UNREACHABLE */
};

/*
 * 'terminators' names the last instruction of each block: it need not be where
 * blocks[] says (the builder has not laid the blocks out yet).  A block's first
 * successor follows it as closely as the order allows.
 */
void sg_cfg_init(struct sg_cfg *cfg, struct sg_arena *arena, const struct sg_function *function,
                 const uint32_t *terminators, uint32_t block_count);

/*
 * The dominator tree as nested intervals over positions: block a dominates b
 * when enter[a] <= enter[b] and leave[b] <= leave[a].
 */
struct sg_dominators {
	uint32_t *enter;
	uint32_t *leave;
};

void sg_dominators_init(struct sg_dominators *dominators, struct sg_arena *arena,
                        const struct sg_cfg *cfg, const struct sg_function *function,
                        const uint32_t *terminators);

#endif
