/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the analysis knows, as text: --dump=facts|summary and --why. */
#include <string.h>

#include "core/engine.h"
#include "core/ir_text.h"

static void dump_expr(struct sg_engine *e, sg_expr expr, struct sg_buf *out)
{
	const struct sg_expr_info *x = sg_expr_at(&e->domain, expr);

	switch ((enum sg_expr_kind)x->kind) {
	case SG_EXPR_CONST:
		sg_buf_addf(out, "%lld", (long long)x->value);
		break;
	case SG_EXPR_PARAM: {
		const struct sg_func *func = &e->funcs.items[x->a];

		sg_buf_adds(out, sg_text(func->unit, func->ir->locals.items[x->b].name));
		break;
	}
	case SG_EXPR_CELL:
	case SG_EXPR_POINTER:
		sg_buf_addf(out, "%s(r%u%s)", x->kind == SG_EXPR_CELL ? "content" : "address", x->a,
		            sg_describe_path(e, x->b));
		break;
	case SG_EXPR_RESULT:
	case SG_EXPR_INSTANCE:
		sg_buf_addf(out, "result%u", expr);
		break;
	case SG_EXPR_GUARD:
		sg_buf_addf(out, "is_%s(r%u)", sg_tag_name((enum sg_tag)x->b), x->a);
		break;
	case SG_EXPR_BINARY:
		sg_buf_adds(out, sg_binop_name((enum sg_binop)x->op));
		sg_buf_addc(out, '(');
		dump_expr(e, x->a, out);
		sg_buf_adds(out, ", ");
		dump_expr(e, x->b, out);
		sg_buf_addc(out, ')');
		break;
	case SG_EXPR_UNARY:
		sg_buf_adds(out, sg_unop_name((enum sg_unop)x->op));
		sg_buf_addc(out, '(');
		dump_expr(e, x->a, out);
		sg_buf_addc(out, ')');
		break;
	}
}

static void dump_lit(struct sg_engine *e, sg_lit lit, struct sg_buf *out)
{
	const struct sg_lit_info *info = sg_lit_at(&e->domain, lit);

	dump_expr(e, info->expr, out);
	sg_buf_addf(out, " %s %lld", info->is_equal ? "==" : "!=", (long long)info->value);
}

static void dump_lits(struct sg_engine *e, const sg_lit *lits, uint32_t count, struct sg_buf *out)
{
	for (uint32_t i = 0; i < count; i++) {
		sg_buf_adds(out, i ? " and " : " if ");
		dump_lit(e, lits[i], out);
	}
}

static void dump_region(struct sg_engine *e, sg_region region, struct sg_buf *out)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, region);

	sg_buf_addf(out, "r%u", region);
	if (r->has_tag)
		sg_buf_addf(out, "<%s %s>", sg_strength_name((enum sg_strength)r->strength),
		            sg_tag_name((enum sg_tag)r->tag));
}

static void dump_atom(struct sg_engine *e, const struct sg_atom *atom, struct sg_buf *out)
{
	switch ((enum sg_atom_kind)atom->kind) {
	case SG_ATOM_UNKNOWN:
		sg_buf_adds(out, "unknown");
		break;
	case SG_ATOM_SCALAR:
		dump_expr(e, atom->what, out);
		break;
	case SG_ATOM_MEMORY:
		dump_region(e, atom->what, out);
		sg_buf_addf(out, "%s as %s", sg_describe_path(e, atom->path),
		            sg_view_name((enum sg_view)atom->view));
		break;
	}
	dump_lits(e, atom->lits, atom->lit_count, out);
}

void sg_dump_value(struct sg_engine *e, sg_value v, struct sg_buf *out)
{
	const struct sg_value_info *info = sg_value_at(&e->values, v);

	if (info->count == 0)
		sg_buf_adds(out, "nothing");
	for (uint32_t i = 0; i < info->count; i++) {
		if (i)
			sg_buf_adds(out, " | ");
		dump_atom(e, &info->atoms[i], out);
	}
}

static void dump_cell(struct sg_engine *e, sg_cell cell, sg_value v, struct sg_buf *out)
{
	sg_buf_adds(out, "\t");
	dump_region(e, sg_cell_region(cell), out);
	sg_buf_addf(out, "%s = ", sg_describe_path(e, sg_cell_path(cell)));
	sg_dump_value(e, v, out);
	sg_buf_addc(out, '\n');
}

static void dump_mask(uint8_t mask, const char *word, struct sg_buf *out)
{
	for (int tag = 0; tag < SG_TAG_COUNT; tag++)
		if (mask & 1u << tag)
			sg_buf_addf(out, " %s %s", word, sg_tag_name((enum sg_tag)tag));
}

void sg_dump_state(struct sg_engine *e, const struct sg_state *s, struct sg_buf *out)
{
	for (uint32_t i = 0; i < s->cells.count; i++)
		if (s->cells.items[i].cell != 0)
			dump_cell(e, s->cells.items[i].cell, s->cells.items[i].value, out);
	for (uint32_t i = 0; i < s->refinements.count; i++) {
		const struct sg_refinement *r = &s->refinements.items[i];

		sg_buf_addf(out, "\tr%u", r->region);
		dump_mask(r->is_mask, "is", out);
		dump_mask(r->not_mask, "is not", out);
		sg_buf_addc(out, '\n');
	}
	if (s->lit_count) {
		sg_buf_addc(out, '\t');
		dump_lits(e, s->lits, s->lit_count, out);
		sg_buf_addc(out, '\n');
	}
}

/* Where the numbered regions come from. */
static void dump_region_names(struct sg_engine *e, struct sg_buf *out)
{
	for (uint32_t i = 1; i < e->domain.regions.count; i++) {
		const struct sg_region_info *r = sg_region_at(&e->domain, i);

		sg_buf_addf(out, "r%u: %s", i, sg_describe_region(e, i));
		if (r->kind == SG_REGION_DEREF || r->kind == SG_REGION_PAYLOAD)
			sg_buf_addf(out, ", %s r%u%s",
			            r->kind == SG_REGION_DEREF ? "pointed to by" : "payload of",
			            r->parent, sg_describe_path(e, r->a));
		else if (r->parent != 0)
			sg_buf_addf(out, ", from r%u", r->parent);
		sg_buf_addc(out, '\n');
	}
}

void sg_dump_regions(struct sg_engine *e)
{
	/* Without facts nothing speaks of them. */
	if (e->options->dump->length > 0)
		dump_region_names(e, e->options->dump);
}

static void dump_requirement(struct sg_engine *e, const struct sg_requirement *r,
                             struct sg_buf *out)
{
	const struct sg_func *func = &e->funcs.items[r->access.func];
	const struct sg_location *loc =
		&func->unit->locs.items[func->ir->insts.items[r->access.inst].loc];

	sg_buf_addf(out, "\trequires r%u %s for '%s' at %s:%u", r->region,
	            r->access.wants_io ? "I/O memory" : "RAM", r->access.sink,
	            sg_text(func->unit, loc->file), loc->line);
	dump_mask(r->not_mask, "not", out);
	dump_lits(e, r->lits, r->lit_count, out);
	sg_buf_addc(out, '\n');
}

void sg_dump_summary(struct sg_engine *e, const struct sg_func *func, struct sg_buf *out)
{
	const struct sg_summary *s = &func->summary;

	sg_buf_addf(out, "summary of %s:\n", func->name);
	if (s->never_returns) {
		sg_buf_adds(out, "\tnever returns\n");
	} else {
		sg_buf_adds(out, "\treturns ");
		sg_dump_value(e, s->result, out);
		dump_lits(e, s->lits, s->lit_count, out);
		sg_buf_addc(out, '\n');
	}
	for (uint32_t i = 0; i < s->writes.count; i++)
		dump_cell(e, s->writes.items[i].cell, s->writes.items[i].value, out);
	for (uint32_t i = 0; i < s->requirements.count; i++)
		dump_requirement(e, &s->requirements.items[i], out);
}

static bool is_asked_for(const struct sg_frame *f)
{
	const char *only = f->e->options->dump_function;

	return f->e->options->dump && f->e->options->dump_facts &&
	       (!only || strcmp(only, f->func->name) == 0);
}

void sg_dump_block(struct sg_frame *f, uint32_t block)
{
	if (!is_asked_for(f))
		return;
	sg_buf_addf(f->e->options->dump, "%s block %u:\n", f->func->name, block);
	sg_dump_state(f->e, f->state, f->e->options->dump);
}

/* ------------------------------------------------------------------------
 * --why
 */
static bool is_why_line(const struct sg_frame *f, uint32_t inst)
{
	const struct sg_analysis_options *o = f->e->options;
	const struct sg_location *loc = &f->unit->locs.items[f->ir->insts.items[inst].loc];
	const char *file, *asked = o->why_file;
	size_t length, asked_length;

	if (!o->why || loc->line != o->why_line)
		return false;
	file = sg_text(f->unit, loc->file);
	length = strlen(file);
	asked_length = strlen(asked);
	return length >= asked_length && strcmp(file + length - asked_length, asked) == 0 &&
	       (length == asked_length || file[length - asked_length - 1] == '/');
}

static const char *why_silent(struct sg_engine *e, const struct sg_atom *atom,
                              const struct sg_state *state)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, atom->what);

	if (atom->kind != SG_ATOM_MEMORY)
		return "what it names is unknown here, which is never reported";
	if (!r->has_tag)
		return "nothing says what memory it is: its callers, or what is stored in the "
		       "field, decide";
	if (r->tag == SG_TAG_RAM)
		return "it is ordinary memory";
	if (sg_state_refinement(state, atom->what).not_mask & 1u << r->tag)
		return "a test on the way here proves that it is not";
	return "a plain access to it is reported";
}

static void why_pointer(struct sg_frame *f, sg_ref address, const char *what)
{
	struct sg_buf *out = f->e->options->why;
	struct sg_value_info info = *sg_value_at(&f->e->values, sg_eval(f, address));

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];

		sg_buf_addf(out, "\t%s '%s': ", what, sg_describe_ref(f->e, f->func, address));
		dump_atom(f->e, atom, out);
		if (atom->kind == SG_ATOM_MEMORY)
			sg_buf_addf(out, " (%s)", sg_describe_region(f->e, atom->what));
		sg_buf_addf(out, ": %s\n", why_silent(f->e, atom, f->state));
	}
}

void sg_dump_why(struct sg_frame *f, uint32_t index)
{
	const struct sg_inst *inst = &f->ir->insts.items[index];
	const sg_ref *extra = sg_inst_extra(f->ir, inst);
	struct sg_buf *out = f->e->options->why;

	if (!is_why_line(f, index))
		return;
	sg_buf_addf(out, "in %s: ", f->func->name);
	sg_ir_print_inst(f->unit, f->ir, index, out);
	sg_buf_addc(out, '\n');
	switch ((enum sg_op)inst->op) {
	case SG_OP_LOAD:
		why_pointer(f, inst->op0, "reads through");
		break;
	case SG_OP_STORE:
	case SG_OP_RMW:
		why_pointer(f, inst->op0, "writes through");
		break;
	case SG_OP_COPY:
		why_pointer(f, inst->op1, "copies from");
		why_pointer(f, inst->op0, "copies to");
		break;
	case SG_OP_CALL:
		for (uint32_t i = 1; i < inst->extra_count; i++)
			why_pointer(f, extra[i], "passes");
		break;
	default:
		break;
	}
}
