/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One function to its fixpoint: block entry states in reverse post-order until
 * nothing changes, then one more pass in which sinks speak.
 */
#include <string.h>

#include "core/engine.h"
#include "core/ir_cfg.h"

struct flow {
	struct sg_frame *f;
	struct sg_cfg cfg;
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
static void flow_into(struct flow *w, uint32_t block, const struct sg_state *from)
{
	struct sg_frame *f = w->f;
	struct sg_state *entry = &w->entry[block];
	struct sg_state old = *entry;

	if (!sg_state_merge(entry, from, &f->e->values, f->scratch, sg_mem_initial_known, f))
		return;
	if (w->visits[block] >= SG_MAX_BLOCK_VISITS) {
		f->e->stats->fixpoint_cuts++;
		return;
	}
	if (old.is_reachable && w->visits[block] >= SG_WIDEN_AFTER)
		widen_state(f, entry, &old);
	w->is_due[w->cfg.position[block]] = true;
}

static void flow_edge(struct flow *w, const struct sg_inst *inst, uint32_t edge)
{
	struct sg_frame *f = w->f;
	uint32_t block = sg_successor(f->ir, inst, edge);
	const sg_ref *extra = sg_inst_extra(f->ir, inst);
	struct sg_state *out = f->state, copy;

	sg_state_copy(&copy, out, f->scratch);
	f->state = &copy;
	if (inst->op == SG_OP_BRANCH)
		sg_branch_assume(f, inst->op0, edge == 0);
	else if (inst->op == SG_OP_SWITCH && edge == 0)
		sg_branch_assume_default(f, inst);
	else if (inst->op == SG_OP_SWITCH)
		sg_branch_assume_case(f, extra[0],
		                      f->unit->ints.items[sg_ref_index(extra[3 * edge - 2])],
		                      f->unit->ints.items[sg_ref_index(extra[3 * edge - 1])]);
	f->state = out;
	if (copy.is_reachable)
		flow_into(w, block, &copy);
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

/* Runs one block from its entry state; then its edges, or in the last pass its return. */
static void run_block(struct flow *w, uint32_t block)
{
	struct sg_frame *f = w->f;
	const struct sg_block *b = &f->ir->blocks.items[block];
	const struct sg_inst *last = &f->ir->insts.items[b->first + b->count - 1];
	struct sg_state state;
	uint32_t edges;

	sg_state_copy(&state, &w->entry[block], f->scratch);
	f->state = &state;
	f->stops = false;
	if (f->is_report)
		sg_dump_block(f, block);
	for (uint32_t i = b->first; i < b->first + b->count - 1; i++) {
		if (f->is_report && f->e->options->why)
			sg_dump_why(f, i);
		sg_transfer(f, i);
		if (f->stops || !state.is_reachable)
			return;
	}
	f->inst = b->first + b->count - 1;
	if (f->is_report) {
		if (last->op == SG_OP_RETURN)
			flow_return(w, last);
		return;
	}
	edges = sg_successor_count(last);
	for (uint32_t i = 0; i < edges; i++)
		flow_edge(w, last, i);
}

static void run_to_fixpoint(struct flow *w)
{
	uint32_t at = 0;

	while (at < w->cfg.count) {
		uint32_t block = w->cfg.order[at];

		if (!w->is_due[at]) {
			at++;
			continue;
		}
		w->is_due[at] = false;
		w->visits[block]++;
		run_block(w, block);
		at = 0;
		while (at < w->cfg.count && !w->is_due[at])
			at++;
	}
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
	w->entry = SG_NEW_ARRAY(f->scratch, struct sg_state, count);
	w->visits = SG_NEW_ARRAY(f->scratch, uint32_t, count);
	w->is_due = SG_NEW_ARRAY(f->scratch, bool, count);
	w->entry[0].is_reachable = true;
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
	frame.state = &w.entry[0];
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
}
