/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings and their story: from where the memory came to what to write instead. */
#include <stdlib.h>
#include <string.h>

#include "core/engine.h"

/* ------------------------------------------------------------------------
 * Places
 */
static struct sg_place_in_source place_at(const struct sg_unit *unit, sg_loc loc)
{
	const struct sg_location *l = &unit->locs.items[loc];

	return (struct sg_place_in_source){.file = sg_text(unit, l->file),
	                                   .line = l->line,
	                                   .column = l->column,
	                                   .macro = sg_text(unit, l->macro),
	                                   .spelling_file = sg_text(unit, l->spelling_file),
	                                   .spelling_line = l->spelling_line};
}

static struct sg_place_in_source place_of_inst(const struct sg_engine *e, uint32_t func,
                                               uint32_t inst)
{
	const struct sg_func *fn = &e->funcs.items[func];

	return place_at(fn->unit, fn->ir->insts.items[inst].loc);
}

/* What made the memory at first: the calls it was handed up through are hops. */
static const struct sg_region_info *origin_of(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, region);

	while (r->kind == SG_REGION_INSTANCE)
		r = sg_region_at(&e->domain, r->parent);
	return r;
}

/* ------------------------------------------------------------------------
 * Texts
 */
struct story {
	struct sg_engine *e;
	const struct sg_report *report;
	struct sg_finding *finding;
	const char *producer;
	const char *expr;
};

static const char *access_word(const struct sg_access *access)
{
	if (access->is_escape)
		return "hand-over";
	if (access->is_atomic)
		return "atomic update";
	return access->is_write ? "write" : "read";
}

static const char *placeholder_text(const struct story *s, const char *name, size_t length)
{
	const struct sg_access *access = &s->report->requirement->access;
	const struct sg_region_info *r = sg_region_at(&s->e->domain, s->report->region);

	if (length == 6 && memcmp(name, "access", 6) == 0)
		return access_word(access);
	if (length == 4 && memcmp(name, "expr", 4) == 0)
		return s->expr;
	if (length == 8 && memcmp(name, "producer", 8) == 0)
		return s->producer;
	if (length == 6 && memcmp(name, "callee", 6) == 0)
		return access->callee ? access->callee : "";
	return sg_tag_noun((enum sg_tag)r->tag);
}

static const char *expand(const struct story *s, const char *template)
{
	struct sg_buf out;
	const char *text;

	sg_buf_init(&out);
	while (*template) {
		const char *open = strchr(template, '{');
		const char *close = open ? strchr(open, '}') : NULL;

		if (!close) {
			sg_buf_adds(&out, template);
			break;
		}
		sg_buf_add(&out, template, (size_t)(open - template));
		sg_buf_adds(&out, placeholder_text(s, open + 1, (size_t)(close - open) - 1));
		template = close + 1;
	}
	text = sg_arena_strdup(s->e->arena, out.data);
	sg_buf_release(&out);
	return text;
}

/* ------------------------------------------------------------------------
 * Notes
 */
static void add_note(struct story *s, enum sg_note_kind kind, uint32_t depth,
                     struct sg_place_in_source place, const char *text)
{
	sg_vec_push(&s->finding->notes, s->e->arena,
	            (struct sg_note){.kind = kind, .depth = depth, .place = place, .text = text});
}

static bool is_implicit_cast(const struct sg_engine *e, const struct sg_hop_info *hop)
{
	const struct sg_inst *inst = &e->funcs.items[hop->function].ir->insts.items[hop->inst];

	return inst->flags & SG_CAST_IMPLICIT;
}

static const char *hop_text(struct story *s, const struct sg_hop_info *hop)
{
	const char *name = sg_intern_text(s->e->intern, hop->name);

	switch ((enum sg_hop_kind)hop->kind) {
	case SG_HOP_CAST:
		return is_implicit_cast(s->e, hop) ? "the conversion drops __iomem here"
		                                   : "the cast drops __iomem here";
	case SG_HOP_INTEGER:
		return "the address becomes an integer here";
	case SG_HOP_STORE:
		return sg_arena_printf(s->e->arena, "stored in '%s' here", name);
	case SG_HOP_LOAD:
		return sg_arena_printf(s->e->arena, "read from '%s' here", name);
	case SG_HOP_MOVE:
		return sg_arena_printf(s->e->arena, "passed on by '%s()' here", name);
	case SG_HOP_RETURN:
		return sg_arena_printf(s->e->arena, "returned by '%s()' here", name);
	}
	return "";
}

static void add_hops(struct story *s, sg_hop hop, uint32_t depth)
{
	const struct sg_hop_info *info;

	if (hop == 0)
		return;
	info = sg_hop_at(&s->e->domain, hop);
	add_hops(s, info->previous, depth);
	add_note(s, SG_NOTE_HOP, depth, place_of_inst(s->e, info->function, info->inst),
	         hop_text(s, info));
}

static void add_source_note(struct story *s)
{
	const struct sg_region_info *r = origin_of(s->e, s->report->region);

	if (!r->unit)
		return;
	add_note(s, SG_NOTE_SOURCE, 0, place_at(r->unit, r->loc),
	         sg_arena_printf(s->e->arena, "the %s comes from %s",
	                         sg_tag_noun((enum sg_tag)r->tag), s->producer));
}

static void add_call_notes(struct story *s, uint32_t *depth)
{
	const struct sg_requirement *r = s->report->requirement;

	for (const struct sg_call_step *step = r->calls; step; step = step->next) {
		uint32_t callee = step->next ? step->next->func : r->access.func;

		add_hops(s, step->hop, *depth);
		add_note(s, SG_NOTE_CALL, *depth, place_of_inst(s->e, step->func, step->inst),
		         sg_arena_printf(s->e->arena, "passed to '%s()' here",
		                         s->e->funcs.items[callee].name));
		++*depth;
	}
}

static const char *guard_text(const struct story *s)
{
	const struct sg_region_info *r = sg_region_at(&s->e->domain, s->report->region);

	if (r->strength != SG_EITHER)
		return NULL;
	if (s->report->requirement->is_mask & 1u << r->tag)
		return "here the test says that it is";
	return "nothing on the way here tests which kind it is";
}

static void add_access_note(struct story *s, uint32_t depth)
{
	const struct sg_requirement *r = s->report->requirement;
	const char *guard = guard_text(s);
	struct sg_place_in_source place = place_of_inst(s->e, r->access.func, r->access.inst);
	const char *text;

	if (guard)
		add_note(s, SG_NOTE_GUARD, depth, place, guard);
	if (r->access.is_escape)
		text = "handed on here";
	else if (r->access.callee)
		text = sg_arena_printf(s->e->arena, "%s by '%s()' here",
		                       r->access.is_conversion ? "converted"
		                       : r->access.is_write    ? "written"
		                                               : "read",
		                       r->access.callee);
	else
		text = sg_arena_printf(s->e->arena, "%s here",
		                       r->access.is_atomic  ? "updated"
		                       : r->access.is_write ? "written"
		                                            : "read");
	add_note(s, SG_NOTE_ACCESS, depth, place, text);
}

static void write_notes(struct story *s)
{
	const struct sg_requirement *r = s->report->requirement;
	uint32_t depth = 0;

	add_source_note(s);
	if (s->report->store)
		add_hops(s, s->report->store->hop, 0);
	add_call_notes(s, &depth);
	add_hops(s, r->hop, depth);
	add_access_note(s, depth);
	add_note(s, SG_NOTE_FIX, 0, (struct sg_place_in_source){.file = ""},
	         expand(s, s->report->rule->fix));
}

/* ------------------------------------------------------------------------
 * The primary place
 */
static bool is_shared_header(const char *file)
{
	return strncmp(file, "include/", 8) == 0 || strstr(file, "/include/") != NULL;
}

/*
 * The access, while it is in the module that made the memory and not in a
 * header of include/; else the call that leaves the module's own files.
 */
static void choose_place(struct story *s)
{
	const struct sg_requirement *r = s->report->requirement;
	const struct sg_region_info *origin = origin_of(s->e, s->report->region);
	uint32_t func = r->access.func, inst = r->access.inst;
	const struct sg_func *fn = &s->e->funcs.items[func];
	struct sg_place_in_source place = place_of_inst(s->e, func, inst);
	sg_str module = origin->unit ? origin->unit->module : fn->unit->module;

	if (r->calls && (fn->unit->module != module || is_shared_header(place.file))) {
		for (const struct sg_call_step *step = r->calls; step; step = step->next) {
			fn = &s->e->funcs.items[step->func];
			place = place_of_inst(s->e, step->func, step->inst);
			func = step->func;
			if (step->next &&
			    (s->e->funcs.items[step->next->func].unit->module != module ||
			     is_shared_header(
				     place_of_inst(s->e, step->next->func, step->next->inst).file)))
				break;
		}
	}
	s->finding->place = place;
	s->finding->function = s->e->funcs.items[func].name;
	s->finding->unit = sg_text(fn->unit, fn->unit->object);
}

/* ------------------------------------------------------------------------
 * Identity
 */

/* The function that first knows what the memory is. */
static const char *knowing_function(const struct story *s)
{
	const struct sg_report *report = s->report;
	const struct sg_requirement *r = report->requirement;

	if (r->knower != UINT32_MAX)
		return s->e->funcs.items[r->knower].name;
	if (report->store)
		return s->e->funcs.items[report->reader].name;
	return s->e->funcs.items[r->calls ? r->calls->func : r->access.func].name;
}

static const char *identity_of(const struct story *s)
{
	const struct sg_requirement *r = s->report->requirement;
	const struct sg_func *fn = &s->e->funcs.items[r->access.func];
	struct sg_place_in_source place = place_of_inst(s->e, r->access.func, r->access.inst);

	return sg_arena_printf(s->e->arena, "%s|%s|%s|%s|%s|%s|%s", s->report->rule->id, place.file,
	                       fn->name, r->access.sink, s->expr, s->producer, knowing_function(s));
}

/* One access to memory of one origin, whoever told of it. */
static uint64_t access_hash(const struct sg_engine *e, const struct sg_report *report)
{
	const struct sg_region_info *origin = origin_of(e, report->region);
	const struct sg_access *access = &report->requirement->access;
	uint64_t words[5] = {access->func, access->inst, origin->a, origin->b,
	                     ((uint64_t)origin->kind << 32) | origin->parent};

	return sg_hash_bytes(words, sizeof(words));
}

static const char *describe_operand(const struct sg_engine *e, const struct sg_access *access)
{
	const struct sg_func *fn = &e->funcs.items[access->func];

	if (access->operand == SG_REF_NIL)
		return "...";
	if (access->callee || access->is_asm || access->is_escape)
		return sg_describe_ref((struct sg_engine *)e, fn, access->operand);
	return sg_describe_object((struct sg_engine *)e, fn, access->operand);
}

static void keep_stronger(struct sg_finding *old, struct sg_finding *new)
{
	if (new->level < old->level ||
	    (new->level == old->level &&new->notes.count < old->notes.count)) {
		enum sg_level level = new->level < old->level ? new->level : old->level;

		*old = *new;
		old->level = level;
	}
}

void sg_finding_add(struct sg_engine *e, const struct sg_report *report)
{
	const struct sg_access *access = &report->requirement->access;
	struct sg_finding *finding = SG_NEW(e->arena, struct sg_finding);
	struct story s = {.e = e, .report = report, .finding = finding};
	uint64_t words[3], hash, found, seen = access_hash(e, report);

	if (report->store && sg_map_get(&e->reported, seen, &found))
		return;
	if (!report->store)
		sg_map_put(&e->reported, seen, 1);
	s.producer = sg_describe_region(e, report->region);
	s.expr = describe_operand(e, access);
	finding->rule = report->rule;
	finding->level = report->level;
	finding->producer = s.producer;
	finding->message = expand(&s, report->rule->message);
	finding->identity = identity_of(&s);
	choose_place(&s);
	write_notes(&s);
	words[0] = sg_hash_bytes(finding->identity, strlen(finding->identity));
	words[1] = ((uint64_t)access->func << 32) | access->inst;
	words[2] = seen;
	hash = sg_hash_bytes(words, sizeof(words));
	if (sg_map_get(&e->finding_index, hash, &found)) {
		keep_stronger(e->findings->items.items[found], finding);
		return;
	}
	sg_map_put(&e->finding_index, hash, e->findings->items.count);
	sg_vec_push(&e->findings->items, e->findings->arena, finding);
	sg_vec_push(&e->finding_infos, e->arena,
	            (struct sg_finding_info){.region = report->region,
	                                     .access = words[1],
	                                     .is_escape = access->is_escape,
	                                     .is_conversion = access->is_conversion});
}

/* ------------------------------------------------------------------------
 * Order
 */
static int compare_places(const struct sg_place_in_source *a, const struct sg_place_in_source *b)
{
	int order = strcmp(a->file, b->file);

	if (order != 0)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return 0;
}

static int compare_findings(const void *a, const void *b)
{
	const struct sg_finding *x = *(struct sg_finding *const *)a;
	const struct sg_finding *y = *(struct sg_finding *const *)b;
	int order = compare_places(&x->place, &y->place);

	if (order == 0)
		order = strcmp(x->rule->id, y->rule->id);
	if (order == 0)
		order = (int)x->level - (int)y->level;
	if (order == 0)
		order = strcmp(x->identity, y->identity);
	if (order == 0)
		order = strcmp(x->unit, y->unit);
	return order;
}

/* Some finding tells of an access to memory of this origin: that is the better story. */
static bool is_accessed(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *origin = origin_of(e, region);

	for (uint32_t i = 0; i < e->finding_infos.count; i++)
		if (!e->finding_infos.items[i].is_escape &&
		    !e->finding_infos.items[i].is_conversion &&
		    origin_of(e, e->finding_infos.items[i].region) == origin)
			return true;
	return false;
}

/* Another finding says where this memory, known here by a test only, comes from. */
static bool has_origin(const struct sg_engine *e, const struct sg_finding_info *proved)
{
	for (uint32_t i = 0; i < e->finding_infos.count; i++) {
		const struct sg_finding_info *other = &e->finding_infos.items[i];

		if (other->access == proved->access &&
		    sg_region_at(&e->domain, other->region)->kind != SG_REGION_PROVED)
			return true;
	}
	return false;
}

/*
 * A field that is declared __iomem but only ever gets RAM is annotated wrongly,
 * and where memory leaves a function says nothing new when its use is seen.
 */
static void drop_mislabelled(struct sg_engine *e)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < e->findings->items.count; i++) {
		sg_region region = e->finding_infos.items[i].region;
		const struct sg_region_info *r = sg_region_at(&e->domain, region);

		if (r->kind == SG_REGION_ASSERTED && r->a != 0 && r->unit &&
		    sg_cells_hold_ram_only(e, r->unit->module, r->parent))
			continue;
		if (e->finding_infos.items[i].is_escape && is_accessed(e, region))
			continue;
		if (r->kind == SG_REGION_PROVED && has_origin(e, &e->finding_infos.items[i]))
			continue;
		e->findings->items.items[kept++] = e->findings->items.items[i];
	}
	e->findings->items.count = kept;
}

/*
 * The same story once: several ways through one function end in one report,
 * and a header's function is reported where it is.
 */
static void drop_repeated(struct sg_findings *findings)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < findings->items.count; i++) {
		const struct sg_finding *f = findings->items.items[i];
		const struct sg_finding *last = kept ? findings->items.items[kept - 1] : NULL;

		if (last && compare_places(&last->place, &f->place) == 0 &&
		    strcmp(last->rule->id, f->rule->id) == 0 &&
		    strcmp(last->identity, f->identity) == 0)
			continue;
		findings->items.items[kept++] = findings->items.items[i];
	}
	findings->items.count = kept;
}

void sg_findings_finish(struct sg_engine *e)
{
	drop_mislabelled(e);
	if (e->findings->items.count > 0)
		qsort(e->findings->items.items, e->findings->items.count,
		      sizeof(e->findings->items.items[0]), compare_findings);
	drop_repeated(e->findings);
}

const char *sg_level_name(enum sg_level level)
{
	static const char *const names[SG_LEVEL_COUNT] = {"certain", "likely", "possible"};

	return names[level];
}

const char *sg_note_kind_name(enum sg_note_kind kind)
{
	static const char *const names[SG_NOTE_KIND_COUNT] = {"source", "hop",    "call",
	                                                      "guard",  "access", "fix"};

	return names[kind];
}
