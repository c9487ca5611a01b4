/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One function to its fixpoint: block entry states in reverse post-order until
 * nothing changes, then one more pass in which sinks speak.
 *
 * An entry state is made anew from the newest states of the edges that lead to
 * the block, not added to: what an early round through a loop did not know yet,
 * such as a guard that also covers the next element, must not count against the
 * later ones.  Added to is what does not settle so, which ends the search.
 */
#include <string.h>

#include "core/engine.h"
#include "core/ir_cfg.h"

/* Indices into flow.edges. */
struct edge_list {
	SG_VEC(uint32_t) items;
};

struct flow {
	struct sg_frame *f;
	struct sg_cfg cfg;
	uint32_t *positions; /* of the block of each instruction in cfg.order */
	struct sg_state start;
	struct sg_state *edges; /* one block's after the other's */
	uint32_t *first_edge;   /* by block */
	struct edge_list *into; /* by block */
	struct sg_state *entry; /* by block */
	uint32_t *visits;       /* by block */
	bool *is_due;           /* by position */
	struct sg_state exit;   /* all returns together; the cell 0 is the result */
};

/* ------------------------------------------------------------------------
 * Loops end: what still grows after a few rounds is given up.
 */
static struct sg_atom widen_atom(struct sg_frame *f, struct sg_atom atom)
{
	struct sg_domain *d = &f->e->domain;
	const struct sg_path_info *step = sg_path_get(d, atom.path);
	bool cut = false;

	if (atom.kind == SG_ATOM_MEMORY && atom.path != 0 && step->kind == SG_STEP_INDEX)
		atom.path = sg_path_step(d, step->parent, SG_STEP_ANY, 0, 0, &cut);
	else if (atom.kind == SG_ATOM_SCALAR && !sg_atom_is_null(&f->e->values, &atom))
		memset(&atom, 0, sizeof(atom));
	return atom;
}

static sg_value widen_value(struct sg_frame *f, sg_value v)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom_set set;
	bool has_memory = false;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++)
		has_memory |= info.atoms[i].kind == SG_ATOM_MEMORY;
	if (!has_memory)
		return sg_value_unknown(&f->e->values);
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = widen_atom(f, info.atoms[i]);

		sg_atom_set_add(&f->e->values, &set, &atom);
	}
	return sg_atom_set_value(&f->e->values, &set);
}

static void widen_state(struct sg_frame *f, struct sg_state *s, const struct sg_state *old)
{
	for (uint32_t i = 0; i < s->cells.count; i++) {
		sg_value before = 0;

		if (sg_state_get(old, s->cells.items[i].cell, &before) &&
		    before != s->cells.items[i].value)
			s->cells.items[i].value = widen_value(f, s->cells.items[i].value);
	}
}

/* ------------------------------------------------------------------------
 * Edges
 */
static void join_edges(struct flow *w, uint32_t block, struct sg_state *join)
{
	struct sg_frame *f = w->f;
	const struct edge_list *into = &w->into[block];

	memset(join, 0, sizeof(*join));
	if (block == 0)
		sg_state_copy(join, &w->start, f->scratch);
	for (uint32_t i = 0; i < into->items.count; i++)
		sg_state_merge(join, &w->edges[into->items.items[i]], &f->e->values, f->scratch,
		               sg_mem_initial_known, f);
}

/* True when the block has to be run with its new entry state. */
static bool enter_block(struct flow *w, uint32_t block)
{
	struct sg_frame *f = w->f;
	struct sg_state *entry = &w->entry[block];
	struct sg_state old = *entry, join;

	join_edges(w, block, &join);
	if (w->visits[block] < SG_ACCUMULATE_AFTER) {
		if (old.is_reachable && join.is_reachable && w->visits[block] >= SG_WIDEN_AFTER)
			widen_state(f, &join, &old);
		*entry = join;
		return !sg_state_equal(&old, entry);
	}
	if (!sg_state_merge(entry, &join, &f->e->values, f->scratch, sg_mem_initial_known, f))
		return false;
	if (w->visits[block] >= SG_MAX_BLOCK_VISITS) {
		f->e->stats->fixpoint_cuts++;
		return false;
	}
	widen_state(f, entry, &old);
	return true;
}

static void set_edge(struct flow *w, uint32_t block, const struct sg_inst *inst, uint32_t edge,
                     const struct sg_state *state)
{
	struct sg_state *old = &w->edges[w->first_edge[block] + edge];

	if (sg_state_equal(old, state))
		return;
	*old = *state;
	w->is_due[w->cfg.position[sg_successor(w->f->ir, inst, edge)]] = true;
}

/* What the last instruction of a block tells on one of its edges. */
static void assume_edge(struct sg_frame *f, const struct sg_inst *inst, uint32_t edge)
{
	const sg_ref *extra = sg_inst_extra(f->ir, inst);

	if (inst->op == SG_OP_BRANCH)
		sg_branch_assume(f, inst->op0, edge == 0);
	else if (inst->op == SG_OP_SWITCH && edge == 0)
		sg_branch_assume_default(f, inst);
	else if (inst->op == SG_OP_SWITCH)
		sg_branch_assume_case(f, extra[0],
		                      f->unit->ints.items[sg_ref_index(extra[3 * edge - 2])],
		                      f->unit->ints.items[sg_ref_index(extra[3 * edge - 1])]);
}

/* The edge back to a loop's head ends a round. */
static void end_round(struct flow *w, uint32_t head, uint32_t block, struct sg_state *s)
{
	struct sg_loop loop = {.func = w->f->func->index,
	                       .positions = w->positions,
	                       .first = w->cfg.position[head],
	                       .last = w->cfg.position[block]};

	if (loop.first <= loop.last)
		sg_loop_forget(s, &w->f->e->values, &loop);
}

static void flow_edge(struct flow *w, uint32_t block, const struct sg_inst *inst, uint32_t edge)
{
	struct sg_frame *f = w->f;
	struct sg_state *out = f->state, copy;

	sg_state_copy(&copy, out, f->scratch);
	f->state = &copy;
	if (copy.is_reachable)
		assume_edge(f, inst, edge);
	f->state = out;
	if (copy.is_reachable)
		end_round(w, sg_successor(f->ir, inst, edge), block, &copy);
	set_edge(w, block, inst, edge, &copy);
}

static void flow_return(struct flow *w, const struct sg_inst *inst)
{
	struct sg_frame *f = w->f;
	sg_value value = inst->op0 == SG_REF_NIL ? 0 : sg_eval(f, inst->op0);

	if (sg_type_get(f->unit, f->ir->return_type)->kind == SG_TYPE_RECORD)
		value = sg_transfer_result(f, inst->op0, value);
	else
		sg_sink_escape(f, value, inst->op0);
	sg_effects_leave(f, inst->op0, value);
	sg_state_set(f->state, f->scratch, 0, value);
	sg_state_merge(&w->exit, f->state, &f->e->values, f->scratch, sg_mem_initial_known, f);
}

/* All but the last instruction; false when the last one is not reached. */
static bool run_insts(struct sg_frame *f, const struct sg_block *b)
{
	f->stops = false;
	for (uint32_t i = b->first; i < b->first + b->count - 1; i++) {
		if (f->is_report && f->e->options->why)
			sg_dump_why(f, i);
		sg_transfer(f, i);
		if (f->stops || !f->state->is_reachable)
			return false;
	}
	f->inst = b->first + b->count - 1;
	return true;
}

/* Runs one block from its entry state; then its edges, or in the last pass its return. */
static void run_block(struct flow *w, uint32_t block)
{
	struct sg_frame *f = w->f;
	const struct sg_block *b = &f->ir->blocks.items[block];
	const struct sg_inst *last = &f->ir->insts.items[b->first + b->count - 1];
	struct sg_state state;
	uint32_t edges = sg_successor_count(last);

	sg_state_copy(&state, &w->entry[block], f->scratch);
	f->state = &state;
	if (f->is_report)
		sg_dump_block(f, block);
	if (!state.is_reachable || !run_insts(f, b))
		state.is_reachable = false;
	if (f->is_report) {
		if (state.is_reachable && last->op == SG_OP_RETURN)
			flow_return(w, last);
		return;
	}
	for (uint32_t i = 0; i < edges; i++)
		flow_edge(w, block, last, i);
}

static void run_to_fixpoint(struct flow *w)
{
	uint32_t at = 0;

	while (at < w->cfg.count) {
		uint32_t block = w->cfg.order[at];
		bool is_new = w->is_due[at] && enter_block(w, block);

		w->is_due[at++] = false;
		if (!is_new)
			continue;
		w->visits[block]++;
		run_block(w, block);
		at = 0;
		while (at < w->cfg.count && !w->is_due[at])
			at++;
	}
}

static void init_positions(struct flow *w)
{
	const struct sg_function *ir = w->f->ir;

	w->positions = SG_NEW_ARRAY(w->f->scratch, uint32_t, ir->insts.count);
	for (uint32_t i = 0; i < ir->blocks.count; i++)
		for (uint32_t j = 0; j < ir->blocks.items[i].count; j++)
			w->positions[ir->blocks.items[i].first + j] = w->cfg.position[i];
}

static void init_edges(struct flow *w)
{
	struct sg_frame *f = w->f;
	uint32_t count = 0;

	w->first_edge = SG_NEW_ARRAY(f->scratch, uint32_t, f->ir->blocks.count);
	w->into = SG_NEW_ARRAY(f->scratch, struct edge_list, f->ir->blocks.count);
	for (uint32_t i = 0; i < w->cfg.count; i++) {
		uint32_t block = w->cfg.order[i];
		const struct sg_block *b = &f->ir->blocks.items[block];
		const struct sg_inst *last = &f->ir->insts.items[b->first + b->count - 1];

		w->first_edge[block] = count;
		for (uint32_t j = 0; j < sg_successor_count(last); j++)
			sg_vec_push(&w->into[sg_successor(f->ir, last, j)].items, f->scratch,
			            count++);
	}
	w->edges = SG_NEW_ARRAY(f->scratch, struct sg_state, count);
}

static void flow_init(struct flow *w, struct sg_frame *f)
{
	uint32_t count = f->ir->blocks.count;
	uint32_t *terminators = SG_NEW_ARRAY(f->scratch, uint32_t, count);

	memset(w, 0, sizeof(*w));
	w->f = f;
	for (uint32_t i = 0; i < count; i++)
		terminators[i] = f->ir->blocks.items[i].first + f->ir->blocks.items[i].count - 1;
	sg_cfg_init(&w->cfg, f->scratch, f->ir, terminators, count);
	init_positions(w);
	init_edges(w);
	w->entry = SG_NEW_ARRAY(f->scratch, struct sg_state, count);
	w->visits = SG_NEW_ARRAY(f->scratch, uint32_t, count);
	w->is_due = SG_NEW_ARRAY(f->scratch, bool, count);
	w->start.is_reachable = true;
	w->is_due[0] = true;
}

void sg_dataflow_run(struct sg_engine *e, struct sg_func *func, struct sg_arena *scratch)
{
	struct sg_frame frame = {.e = e,
	                         .func = func,
	                         .unit = func->unit,
	                         .info = &e->units.items[func->info],
	                         .ir = func->ir,
	                         .scratch = scratch};
	sg_value result = 0;
	struct flow w;

	frame.temps = SG_NEW_ARRAY(scratch, sg_value, func->ir->insts.count);
	sg_map_init(&frame.cell_shapes, scratch);
	flow_init(&w, &frame);
	frame.state = &w.start;
	sg_effects_enter(&frame);
	run_to_fixpoint(&w);
	memset(&func->draft, 0, sizeof(func->draft));
	frame.is_report = true;
	for (uint32_t i = 0; i < w.cfg.count; i++)
		if (w.entry[w.cfg.order[i]].is_reachable)
			run_block(&w, w.cfg.order[i]);
	if (w.exit.is_reachable && sg_state_get(&w.exit, 0, &result))
		sg_state_remove(&w.exit, 0);
	frame.state = &w.exit;
	sg_summary_finish(&frame, &w.exit, result);
	sg_leads_return(&frame);
}
