/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a function means to its callers, and a call to it. */
#include <string.h>

#include "core/translate.h"

/* ------------------------------------------------------------------------
 * Making one
 */

/* A field or variable that callers can see. */
static bool is_visible_cell(const struct sg_frame *f, sg_cell cell)
{
	sg_region region = sg_cell_region(cell);

	return region != 0 && !sg_region_is_local(f->e, region) && !sg_mem_is_opaque(f->e, region);
}

static void add_writes(struct sg_frame *f, struct sg_summary *s, const struct sg_state *exit)
{
	for (uint32_t i = 0; i < exit->cells.count; i++) {
		const struct sg_state_cell *cell = &exit->cells.items[i];

		if (!is_visible_cell(f, cell->cell) ||
		    sg_mem_initial_known(f, cell->cell) == cell->value)
			continue;
		if (s->writes.count == SG_MAX_SUMMARY_WRITES) {
			f->e->stats->summary_cuts++;
			return;
		}
		sg_vec_push(&s->writes, f->e->arena,
		            (struct sg_write){.cell = cell->cell, .value = cell->value});
	}
}

void sg_summary_finish(struct sg_frame *f, const struct sg_state *exit, sg_value result)
{
	struct sg_summary *s = &f->func->draft;

	s->is_ready = true;
	s->never_returns = !exit->is_reachable;
	s->result = result;
	if (exit->is_reachable) {
		add_writes(f, s, exit);
		sg_cells_discriminate(f, exit);
	}
	for (uint32_t i = 0; i < exit->lit_count; i++)
		if (sg_expr_is_of_entry(&f->e->domain,
		                        sg_lit_at(&f->e->domain, exit->lits[i])->expr))
			s->lits[s->lit_count++] = exit->lits[i];
	f->func->summary = *s;
}

bool sg_summary_equal(const struct sg_summary *a, const struct sg_summary *b)
{
	if (a->is_ready != b->is_ready || a->never_returns != b->never_returns ||
	    a->result != b->result || a->writes.count != b->writes.count ||
	    a->requirements.count != b->requirements.count)
		return false;
	for (uint32_t i = 0; i < a->writes.count; i++)
		if (a->writes.items[i].cell != b->writes.items[i].cell ||
		    a->writes.items[i].value != b->writes.items[i].value)
			return false;
	return true;
}

/* ------------------------------------------------------------------------
 * A call to something nothing is known of
 */

void sg_summary_havoc(struct sg_frame *f, const sg_value *args, uint32_t arg_count)
{
	for (uint32_t i = 0; i < arg_count; i++) {
		struct sg_value_info info = *sg_value_at(&f->e->values, args[i]);

		for (uint32_t j = 0; j < info.count; j++)
			if (info.atoms[j].kind == SG_ATOM_MEMORY &&
			    sg_region_is_local(f->e, info.atoms[j].what))
				sg_mem_forget_below(f, &info.atoms[j]);
	}
}

/* ------------------------------------------------------------------------
 * A call to a function with a summary
 */
static bool translate_requirement_lits(struct sg_translation *t, const struct sg_requirement *from,
                                       struct sg_requirement *to)
{
	to->lit_count = 0;
	for (uint8_t i = 0; i < from->lit_count; i++) {
		struct sg_lit_list list;

		switch (sg_translate_lit(t, from->lits[i], &list)) {
		case SG_LIT_FAILS:
			return false;
		case SG_LIT_OPEN:
			for (uint32_t j = 0; j < list.count; j++)
				if (to->lit_count < SG_MAX_REQUIREMENT_LITERALS)
					to->lits[to->lit_count++] = list.items[j];
			break;
		default:
			break;
		}
	}
	return true;
}

static const struct sg_call_step *call_step(struct sg_frame *f, sg_hop hop,
                                            const struct sg_call_step *next)
{
	struct sg_call_step *step = SG_NEW(f->e->arena, struct sg_call_step);

	step->func = f->func->index;
	step->inst = f->inst;
	step->hop = hop;
	step->next = next;
	return step;
}

/* Nothing to say about this alternative, whatever the guards. */
static bool is_settled(const struct sg_engine *e, const struct sg_atom *atom,
                       const struct sg_access *access)
{
	return atom->kind != SG_ATOM_MEMORY ||
	       !sg_sink_is_candidate(e, atom->what, atom->view, access);
}

static void pass_requirement(struct sg_translation *t, const struct sg_requirement *from)
{
	struct sg_frame *f = t->f;
	sg_value v = sg_translate_region(t, from->region);
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	bool is_exclusive = sg_sink_is_exclusive(f->e, v, from->access.wants_io);
	struct sg_requirement to = *from, translated = *from;
	bool is_first = true;

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];

		if (is_settled(f->e, atom, &from->access))
			continue;
		if (from->depth >= SG_MAX_CALL_DEPTH) {
			f->e->stats->summary_cuts++;
			return;
		}
		if (is_first && !translate_requirement_lits(t, from, &translated))
			return;
		is_first = false;
		to = translated;
		sg_sink_add_lits(f, atom, &to);
		to.region = atom->what;
		to.is_certain = from->is_certain && is_exclusive;
		to.is_mixed = from->is_mixed || sg_sink_is_mixed(f->e, v, from->access.wants_io);
		to.depth = (uint8_t)(from->depth + 1);
		to.access.view = from->access.view;
		if (from->access.view == sg_region_at(&f->e->domain, from->region)->view)
			to.access.view = atom->view;
		to.calls = call_step(f, atom->hop, from->calls);
		sg_sink_require(f, atom, &to);
	}
}

void sg_summary_defer(struct sg_frame *f, sg_value callee, const sg_value *args, uint32_t arg_count)
{
	struct sg_deferred_call call = {.callee = callee, .arg_count = arg_count};
	const struct sg_value_info *info = sg_value_at(&f->e->values, callee);

	if (!f->is_report || info->count != 1 || info->atoms[0].kind != SG_ATOM_MEMORY)
		return;
	if (f->func->draft.calls.count == SG_MAX_DEFERRED_CALLS ||
	    arg_count > SG_MAX_DEFERRED_ARGS) {
		f->e->stats->summary_cuts++;
		return;
	}
	memcpy(call.args, args, arg_count * sizeof(*args));
	sg_vec_push(&f->func->draft.calls, f->e->arena, call);
}

/* The callee's calls through pointers that are known here. */
static void run_deferred(struct sg_translation *t, const struct sg_summary *s)
{
	struct sg_frame *f = t->f;

	for (uint32_t i = 0; i < s->calls.count; i++) {
		const struct sg_deferred_call *call = &s->calls.items[i];
		sg_value callee = sg_translate_value(t, call->callee);
		struct sg_value_info info = *sg_value_at(&f->e->values, callee);
		sg_value args[SG_MAX_DEFERRED_ARGS];
		uint32_t func = UINT32_MAX;

		for (uint32_t j = 0; j < call->arg_count; j++)
			args[j] = sg_translate_value(t, call->args[j]);
		if (info.count == 1)
			func = sg_program_function_at(f->e, &info.atoms[0]);
		if (func == UINT32_MAX)
			sg_summary_defer(f, callee, args, call->arg_count);
		else if (func != f->func->index && func != t->callee->index)
			sg_summary_call(f, &f->e->funcs.items[func], args, call->arg_count);
	}
}

struct pending_write {
	sg_value address;
	sg_path path;
	sg_value value;
};

static void apply_write(struct sg_frame *f, const struct pending_write *w)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, w->address);

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		bool cut = false;
		sg_path path;

		if (atom.kind != SG_ATOM_MEMORY || sg_mem_is_opaque(f->e, atom.what))
			continue;
		path = sg_path_concat(&f->e->domain, atom.path, w->path, &cut);
		if (!cut)
			sg_mem_store_cell(f, sg_cell_make(atom.what, path), w->value, 0,
			                  info.count > 1);
	}
}

/* Takes over what held at every return; false when none can be reached from here. */
static bool assume_summary_lits(struct sg_translation *t, const struct sg_summary *s, sg_lit *lits,
                                uint32_t *count)
{
	*count = 0;
	for (uint32_t i = 0; i < s->lit_count; i++) {
		struct sg_lit_list list;

		switch (sg_translate_lit(t, s->lits[i], &list)) {
		case SG_LIT_FAILS:
			return false;
		case SG_LIT_OPEN:
			for (uint32_t j = 0; j < list.count && *count < SG_MAX_STATE_LITERALS; j++)
				lits[(*count)++] = list.items[j];
			break;
		default:
			break;
		}
	}
	return true;
}

sg_value sg_summary_call(struct sg_frame *f, struct sg_func *callee, const sg_value *args,
                         uint32_t arg_count)
{
	const struct sg_summary *s = &callee->summary;
	const struct sg_inst *inst = &f->ir->insts.items[f->inst];
	sg_lit lits[SG_MAX_STATE_LITERALS];
	struct pending_write *writes;
	struct sg_translation t;
	uint32_t lit_count;
	sg_value result;

	if (!s->is_ready) {
		sg_summary_havoc(f, args, arg_count);
		return sg_effects_opaque_result(f, inst->type, callee->name);
	}
	sg_translation_init(&t, f, callee, args, arg_count);
	for (uint32_t i = 0; f->is_report && i < s->requirements.count; i++)
		pass_requirement(&t, &s->requirements.items[i]);
	run_deferred(&t, s);
	if (s->never_returns || !assume_summary_lits(&t, s, lits, &lit_count)) {
		f->stops = true;
		return 0;
	}
	result = sg_translate_value(&t, s->result);
	writes = SG_NEW_ARRAY(f->scratch, struct pending_write, s->writes.count);
	for (uint32_t i = 0; i < s->writes.count; i++) {
		const struct sg_write *w = &s->writes.items[i];

		writes[i].address = sg_translate_region(&t, sg_cell_region(w->cell));
		writes[i].path = sg_cell_path(w->cell);
		writes[i].value = sg_translate_value(&t, w->value);
	}
	for (uint32_t i = 0; i < s->writes.count; i++)
		apply_write(f, &writes[i]);
	for (uint32_t i = 0; i < lit_count && f->state->is_reachable; i++)
		sg_assume_lit(f, lits[i]);
	return sg_mem_with_view(f, result, SG_VIEW_KEEP, SG_HOP_RETURN,
	                        sg_intern(f->e->intern, callee->name));
}
