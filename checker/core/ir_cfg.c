/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reverse post-order by an explicit stack, dominators by the iterative method
 * of Cooper, Harvey and Kennedy.
 */
#include "core/ir_cfg.h"

struct frame {
	uint32_t block;
	uint32_t left; /* successors not visited yet, the last goes first */
};

void sg_cfg_init(struct sg_cfg *cfg, struct sg_arena *arena, const struct sg_function *function,
                 const uint32_t *terminators, uint32_t block_count)
{
	struct frame *stack = SG_NEW_ARRAY(arena, struct frame, block_count);
	bool *is_seen = SG_NEW_ARRAY(arena, bool, block_count);
	uint32_t *order = SG_NEW_ARRAY(arena, uint32_t, block_count);
	uint32_t depth = 1, at = block_count;

	cfg->block_count = block_count;
	cfg->position = SG_NEW_ARRAY(arena, uint32_t, block_count);
	stack[0] = (struct frame){0, sg_successor_count(&function->insts.items[terminators[0]])};
	is_seen[0] = true;
	while (depth) {
		struct frame *top = &stack[depth - 1];
		uint32_t next;

		if (!top->left) {
			order[--at] = top->block;
			depth--;
			continue;
		}
		next = sg_successor(function, &function->insts.items[terminators[top->block]],
		                    --top->left);
		if (is_seen[next])
			continue;
		is_seen[next] = true;
		stack[depth++] = (struct frame){
			next, sg_successor_count(&function->insts.items[terminators[next]])};
	}
	cfg->order = order + at;
	cfg->count = block_count - at;
	for (uint32_t i = 0; i < block_count; i++)
		cfg->position[i] = SG_CFG_UNREACHABLE;
	for (uint32_t i = 0; i < cfg->count; i++)
		cfg->position[cfg->order[i]] = i;
}

/* Nearest common dominator; all are positions. */
static uint32_t intersect(const uint32_t *parent, uint32_t a, uint32_t b)
{
	while (a != b) {
		while (a > b)
			a = parent[a];
		while (b > a)
			b = parent[b];
	}
	return a;
}

/* Immediate dominators by position, to a fixpoint; the entry is its own. */
static uint32_t *find_parents(struct sg_arena *arena, const struct sg_cfg *cfg,
                              const struct sg_function *function, const uint32_t *terminators)
{
	uint32_t *parent = SG_NEW_ARRAY(arena, uint32_t, cfg->count);
	bool has_changed = true;

	for (uint32_t i = 1; i < cfg->count; i++)
		parent[i] = SG_CFG_UNREACHABLE;
	while (has_changed) {
		has_changed = false;
		for (uint32_t i = 0; i < cfg->count; i++) {
			const struct sg_inst *last =
				&function->insts.items[terminators[cfg->order[i]]];
			uint32_t successors = sg_successor_count(last);

			for (uint32_t s = 0; s < successors; s++) {
				uint32_t to = cfg->position[sg_successor(function, last, s)];
				uint32_t nearest = i;

				if (parent[to] != SG_CFG_UNREACHABLE)
					nearest = intersect(parent, parent[to], i);
				if (parent[to] == nearest)
					continue;
				parent[to] = nearest;
				has_changed = true;
			}
		}
	}
	return parent;
}

void sg_dominators_init(struct sg_dominators *dominators, struct sg_arena *arena,
                        const struct sg_cfg *cfg, const struct sg_function *function,
                        const uint32_t *terminators)
{
	uint32_t *parent = find_parents(arena, cfg, function, terminators);
	uint32_t *size = SG_NEW_ARRAY(arena, uint32_t, cfg->count);
	uint32_t *next = SG_NEW_ARRAY(arena, uint32_t, cfg->count);

	dominators->enter = SG_NEW_ARRAY(arena, uint32_t, cfg->block_count);
	dominators->leave = SG_NEW_ARRAY(arena, uint32_t, cfg->block_count);
	/* A dominator comes earlier in the order: sizes add up from the back. */
	for (uint32_t i = cfg->count; i-- > 0;) {
		size[i]++;
		if (i)
			size[parent[i]] += size[i];
	}
	for (uint32_t i = 0; i < cfg->count; i++) {
		uint32_t enter = 0;

		if (i) {
			enter = next[parent[i]];
			next[parent[i]] += size[i];
		}
		next[i] = enter + 1;
		dominators->enter[cfg->order[i]] = enter;
		dominators->leave[cfg->order[i]] = enter + size[i] - 1;
	}
}
