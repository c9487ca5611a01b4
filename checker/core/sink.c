/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Is this access wrong?  Where the memory is known it is judged here; where it
 * is a symbol the question moves up to the callers as a requirement, and into
 * the cell the pointer was read from.
 */
#include <string.h>

#include "core/engine.h"

/* ------------------------------------------------------------------------
 * What is known at the access
 */

/* The alternative arose under a branch that is not taken here. */
static bool is_impossible(const struct sg_frame *f, const struct sg_atom *atom,
                          const struct sg_requirement *r)
{
	const struct sg_domain *d = &f->e->domain;

	for (uint8_t i = 0; i < atom->lit_count; i++) {
		if (sg_state_contradicts(f->state, d, atom->lits[i]))
			return true;
		for (uint8_t j = 0; j < r->lit_count; j++)
			if (sg_lit_contradict(d, atom->lits[i], r->lits[j]))
				return true;
	}
	return false;
}

/* The pointer is NULL here, or an error. */
static bool is_null_here(struct sg_frame *f, const struct sg_atom *atom)
{
	sg_lit lit = sg_lit_get(&f->e->domain, sg_mem_pointer(f->e, atom), false, 0);

	return sg_state_contradicts(f->state, &f->e->domain, lit);
}

/* Guards that the alternative's own literals imply. */
static void add_literal_guard(const struct sg_domain *d, sg_lit lit, sg_region region,
                              struct sg_requirement *r)
{
	const struct sg_lit_info *info = sg_lit_at(d, lit);
	const struct sg_expr_info *x = sg_expr_at(d, info->expr);
	uint8_t bit;

	if (!info->is_equal || x->kind != SG_EXPR_GUARD || x->a != region)
		return;
	bit = (uint8_t)(1u << x->b);
	if (info->value)
		r->is_mask |= bit;
	else
		r->not_mask |= x->b == SG_TAG_IO ? (uint8_t)(bit | 1u << SG_TAG_P2P) : bit;
}

static void add_guards(const struct sg_frame *f, const struct sg_atom *atom, sg_region region,
                       struct sg_requirement *r)
{
	struct sg_refinement refinement = sg_state_refinement(f->state, region);

	r->is_mask |= refinement.is_mask;
	r->not_mask |= refinement.not_mask;
	for (uint8_t i = 0; i < atom->lit_count; i++)
		add_literal_guard(&f->e->domain, atom->lits[i], region, r);
	for (uint8_t i = 0; i < r->lit_count; i++)
		add_literal_guard(&f->e->domain, r->lits[i], region, r);
}

/* ------------------------------------------------------------------------
 * Known memory
 */
static enum sg_level level_of(const struct sg_requirement *r, enum sg_strength strength)
{
	if (strength == SG_MAYBE)
		return SG_LEVEL_POSSIBLE;
	/* who frees or converts one of several kinds for a caller knows which it is */
	if (r->access.is_conversion && r->is_mixed && r->calls)
		return SG_LEVEL_POSSIBLE;
	if (strength == SG_EITHER || !r->is_certain)
		return SG_LEVEL_LIKELY;
	return SG_LEVEL_CERTAIN;
}

/* I/O memory because a cast or a declaration says so: who made it may know better. */
static bool is_declared_only(const struct sg_region_info *r)
{
	return r->kind == SG_REGION_ASSERTED || (r->kind == SG_REGION_PARAM && r->is_declared);
}

bool sg_sink_is_candidate(const struct sg_engine *e, sg_region region, uint8_t view,
                          const struct sg_access *access)
{
	const struct sg_region_info *info = sg_region_at(&e->domain, region);

	if (!info->has_tag)
		return true;
	if (!access->wants_io)
		return info->tag != SG_TAG_RAM;
	/*
	 * An I/O accessor is right on I/O memory, but not on every kind and view of
	 * it; what a field declared __iomem really holds is for its stores to say.
	 */
	return info->tag == SG_TAG_RAM || info->strength != SG_MUST || view == SG_VIEW_COOKIE ||
	       is_declared_only(info);
}

bool sg_sink_is_wrong(const struct sg_engine *e, sg_region region, const struct sg_requirement *r)
{
	const struct sg_region_info *info = sg_region_at(&e->domain, region);

	if (!info->has_tag || !sg_sink_is_candidate(e, region, r->access.view, &r->access))
		return false;
	/* what a test proved to be I/O memory is not what was stored as RAM */
	if (r->access.wants_io)
		return !(r->is_mask & (1u << info->tag | ~(1u << SG_TAG_RAM))) &&
		       !is_declared_only(info) && !(r->not_mask & 1u << SG_TAG_RAM);
	return !(r->not_mask & 1u << info->tag);
}

const struct sg_rule *sg_sink_rule(const struct sg_engine *e, sg_region region,
                                   const struct sg_requirement *r, enum sg_strength *strength)
{
	const struct sg_region_info *info = sg_region_at(&e->domain, region);
	enum sg_tag tag = (enum sg_tag)info->tag;
	const char *carrier = info->carrier;

	*strength = (enum sg_strength)info->strength;
	if ((r->is_mask & 1u << tag) && *strength != SG_MUST) {
		/* tested, and it is: no longer a question of what it came in */
		*strength = SG_MUST;
		carrier = NULL;
	}
	if (r->not_mask & 1u << tag) {
		*strength = SG_MUST;
		tag = SG_TAG_RAM;
	}
	return sg_rules_match(e->rules, e->options->policy, r->access.sink, tag, *strength,
	                      (enum sg_view)r->access.view, carrier);
}

static void judge(struct sg_frame *f, sg_region region, const struct sg_requirement *r)
{
	enum sg_strength strength;
	const struct sg_rule *rule;

	if (!sg_sink_is_wrong(f->e, region, r))
		return;
	rule = sg_sink_rule(f->e, region, r, &strength);
	if (rule)
		sg_finding_add(f->e, &(struct sg_report){.rule = rule,
		                                         .level = level_of(r, strength),
		                                         .region = region,
		                                         .requirement = r});
}

/* ------------------------------------------------------------------------
 * Symbols
 */
static sg_region root_of(const struct sg_domain *d, sg_region region)
{
	for (;;) {
		const struct sg_region_info *r = sg_region_at(d, region);

		if (r->kind != SG_REGION_DEREF && r->kind != SG_REGION_PAYLOAD &&
		    r->kind != SG_REGION_ASSERTED)
			return region;
		region = r->parent;
	}
}

/* True when callers decide what 'region' is. */
static bool is_callers(const struct sg_frame *f, sg_region root)
{
	const struct sg_region_info *r = sg_region_at(&f->e->domain, root);

	return r->kind == SG_REGION_PARAM && r->a == f->func->index;
}

static bool is_same_requirement(const struct sg_requirement *a, const struct sg_requirement *b)
{
	return a->region == b->region && a->access.func == b->access.func &&
	       a->access.inst == b->access.inst && strcmp(a->access.sink, b->access.sink) == 0;
}

static void add_requirement(struct sg_frame *f, const struct sg_requirement *r)
{
	struct sg_summary *s = &f->func->draft;
	uint32_t same_region = 0;

	for (uint32_t i = 0; i < s->requirements.count; i++) {
		struct sg_requirement *old = &s->requirements.items[i];

		if (is_same_requirement(old, r)) {
			old->is_mask &= r->is_mask;
			old->not_mask &= r->not_mask;
			if (memcmp(old->lits, r->lits, sizeof(r->lits)) != 0)
				old->lit_count = 0;
			return;
		}
		if (old->region == r->region && old->access.wants_io == r->access.wants_io)
			same_region++;
	}
	if (same_region >= SG_MAX_REQUIREMENTS_PER_REGION ||
	    s->requirements.count >= SG_MAX_REQUIREMENTS) {
		f->e->stats->summary_cuts++;
		return;
	}
	sg_vec_push(&s->requirements, f->e->arena, *r);
}

static void ask_elsewhere(struct sg_frame *f, sg_region region, struct sg_requirement *r)
{
	sg_region root = root_of(&f->e->domain, region);
	bool is_param = is_callers(f, root);
	struct sg_cell_keys keys = sg_cells_content_keys(f, region);

	if (keys.count != 0 && r->knower == UINT32_MAX)
		r->knower = f->func->index;
	if (is_param && !f->func->fact)
		add_requirement(f, r);
	/* callers that test first would go unheard: they ask, with what they know */
	if (is_param && f->func->has_callers && !f->func->is_visible)
		return;
	if (keys.count != 0)
		sg_cells_pend(f, &keys, r);
}

/* What a test on the way proved of memory nothing else is known of. */
static enum sg_tag proved_tag(const struct sg_requirement *r)
{
	for (int tag = SG_TAG_IO; tag < SG_TAG_RAM; tag++)
		if (r->is_mask & 1u << tag)
			return (enum sg_tag)tag;
	return SG_TAG_COUNT;
}

static sg_region proved_region(struct sg_frame *f, sg_region of, enum sg_tag tag)
{
	sg_region region = sg_frame_region(f, SG_REGION_PROVED, of, tag, 0, 0, false);
	struct sg_region_info *r = sg_region_at(&f->e->domain, region);

	r->has_tag = true;
	r->tag = (uint8_t)tag;
	r->strength = SG_MUST;
	r->view = sg_region_at(&f->e->domain, of)->view;
	return region;
}

void sg_sink_require(struct sg_frame *f, const struct sg_atom *atom,
                     const struct sg_requirement *requirement)
{
	struct sg_requirement r = *requirement;
	const struct sg_region_info *region = sg_region_at(&f->e->domain, atom->what);

	r.region = atom->what;
	if (is_impossible(f, atom, &r) || is_null_here(f, atom))
		return;
	add_guards(f, atom, atom->what, &r);
	if (sg_mem_bare(f->e, atom->what) != atom->what)
		add_guards(f, atom, sg_mem_bare(f->e, atom->what), &r);
	/* what the rules say of a function's parameters is what its body is for */
	if (f->func->fact && is_callers(f, root_of(&f->e->domain, atom->what)))
		return;
	if (region->has_tag && r.access.wants_io && is_declared_only(region))
		ask_elsewhere(f, sg_mem_bare(f->e, atom->what), &r);
	else if (region->has_tag)
		judge(f, atom->what, &r);
	else if (proved_tag(&r) != SG_TAG_COUNT && !r.access.wants_io)
		judge(f, proved_region(f, atom->what, proved_tag(&r)), &r);
	else
		ask_elsewhere(f, atom->what, &r);
}

bool sg_sink_is_mixed(const struct sg_engine *e, sg_value v, bool wants_io)
{
	struct sg_value_info info = *sg_value_at(&e->values, v);
	bool has_right = false, has_wrong = false;

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_region_info *r = sg_region_at(&e->domain, info.atoms[i].what);

		if (info.atoms[i].kind != SG_ATOM_MEMORY || !r->has_tag)
			continue;
		if ((r->tag == SG_TAG_RAM) == wants_io)
			has_wrong = true;
		else
			has_right = true;
	}
	return has_right && has_wrong;
}

bool sg_sink_is_exclusive(const struct sg_engine *e, sg_value v, bool wants_io)
{
	struct sg_value_info info = *sg_value_at(&e->values, v);
	uint32_t others = 0, count = 0;

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];
		const struct sg_region_info *r = sg_region_at(&e->domain, atom->what);

		if (sg_atom_is_null(&e->values, atom))
			continue;
		if (atom->kind != SG_ATOM_MEMORY)
			return false;
		count++;
		if (!r->has_tag || (r->tag == SG_TAG_RAM) != wants_io)
			others++;
	}
	return others == 0 || count == 1;
}

/* ------------------------------------------------------------------------
 * The access itself
 */

void sg_sink_add_lits(const struct sg_frame *f, const struct sg_atom *atom,
                      struct sg_requirement *r)
{
	const struct sg_domain *d = &f->e->domain;

	for (uint8_t i = 0; i < atom->lit_count && r->lit_count < SG_MAX_REQUIREMENT_LITERALS; i++)
		r->lits[r->lit_count++] = atom->lits[i];
	for (uint32_t i = f->state->lit_count;
	     i-- > 0 && r->lit_count < SG_MAX_REQUIREMENT_LITERALS;) {
		sg_lit lit = f->state->lits[i];
		bool is_known = !sg_expr_is_of_entry(d, sg_lit_at(d, lit)->expr);

		for (uint8_t j = 0; j < r->lit_count; j++)
			is_known |= r->lits[j] == lit;
		if (!is_known)
			r->lits[r->lit_count++] = lit;
	}
}

void sg_sink_access(struct sg_frame *f, sg_value pointer, const struct sg_access *access)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, pointer);
	bool is_exclusive = sg_sink_is_exclusive(f->e, pointer, access->wants_io);

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];
		struct sg_requirement r = {
			.region = atom->what,
			.is_certain = is_exclusive,
			.is_mixed = sg_sink_is_mixed(f->e, pointer, access->wants_io),
			.knower = UINT32_MAX,
			.access = *access,
			.hop = atom->hop};

		if (atom->kind != SG_ATOM_MEMORY) {
			if (!sg_atom_is_null(&f->e->values, atom))
				f->e->stats->accesses_unknown++;
			continue;
		}
		if (!sg_sink_is_candidate(f->e, atom->what, atom->view, access))
			continue;
		r.access.view = atom->view;
		sg_sink_add_lits(f, atom, &r);
		sg_sink_require(f, atom, &r);
	}
}

void sg_sink_escape(struct sg_frame *f, sg_value value, sg_ref operand)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, value);
	struct sg_access access = {.func = f->func->index,
	                           .inst = f->inst,
	                           .sink = "escape",
	                           .is_conversion = true,
	                           .is_escape = true,
	                           .operand = operand};

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];
		const struct sg_region_info *region = sg_region_at(&f->e->domain, atom->what);
		struct sg_requirement r = {.region = atom->what,
		                           .knower = UINT32_MAX,
		                           .access = access,
		                           .hop = atom->hop};

		if (atom->kind != SG_ATOM_MEMORY || !region->has_tag || region->tag == SG_TAG_RAM ||
		    region->strength == SG_MUST)
			continue;
		r.access.view = atom->view;
		sg_sink_require(f, atom, &r);
	}
}
