/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The units as one program: which functions there are, what a symbol stands
 * for, which record a field belongs to, and what an indirect call may reach.
 */
#include <string.h>

#include "core/engine.h"

/* ------------------------------------------------------------------------
 * Types
 */
bool sg_type_is_pointer(const struct sg_unit *unit, sg_type type)
{
	enum sg_type_kind kind = sg_type_get(unit, type)->kind;

	return kind == SG_TYPE_POINTER || kind == SG_TYPE_ARRAY;
}

bool sg_type_is_iomem(const struct sg_unit *unit, sg_type type)
{
	const struct sg_type_info *info = sg_type_get(unit, type);

	if (info->kind != SG_TYPE_POINTER)
		return false;
	return (info->quals | sg_type_get(unit, info->inner)->quals) & SG_QUAL_IOMEM;
}

uint32_t sg_type_record(const struct sg_unit *unit, sg_type type)
{
	const struct sg_type_info *info = sg_type_get(unit, type);

	for (int depth = 0; depth < 4; depth++) {
		if (info->kind == SG_TYPE_RECORD)
			return info->record;
		if (info->kind != SG_TYPE_POINTER && info->kind != SG_TYPE_ARRAY)
			break;
		info = sg_type_get(unit, info->inner);
	}
	return UINT32_MAX;
}

static const struct sg_unit_info *info_of(const struct sg_engine *e, const struct sg_unit *unit)
{
	uint64_t index = 0;

	sg_map_get(&e->unit_index, (uintptr_t)unit, &index);
	return &e->units.items[index];
}

enum sg_view sg_program_type_view(struct sg_engine *e, const struct sg_unit *unit, sg_type type)
{
	const struct sg_type_info *info = sg_type_get(unit, type);
	const struct sg_record_fact *fact;

	if (info->kind != SG_TYPE_POINTER)
		return SG_VIEW_LINEAR;
	info = sg_type_get(unit, info->inner);
	if (info->kind != SG_TYPE_RECORD)
		return SG_VIEW_LINEAR;
	fact = info_of(e, unit)->records[info->record];
	return fact ? fact->view : SG_VIEW_LINEAR;
}

sg_shape sg_program_shape(struct sg_engine *e, const struct sg_unit *unit, sg_type type)
{
	sg_shape shape = (uint32_t)sg_program_type_view(e, unit, type) << SG_SHAPE_VIEW_SHIFT;

	if (sg_type_is_pointer(unit, type))
		shape |= SG_SHAPE_POINTER;
	if (sg_type_is_iomem(unit, type))
		shape |= SG_SHAPE_IOMEM;
	return shape;
}

/* ------------------------------------------------------------------------
 * Records and fields
 */

/* The header a fact names is the one the record is defined in. */
static bool headers_agree(const char *identity, size_t file_length, const char *header)
{
	size_t length = strlen(header);

	return length <= file_length &&
	       memcmp(identity + file_length - length, header, length) == 0 &&
	       (length == file_length || identity[file_length - length - 1] == '/');
}

const struct sg_record_fact *sg_program_record_fact(struct sg_engine *e, sg_str identity)
{
	const char *text = sg_intern_text(e->intern, identity);
	const char *colon = strrchr(text, ':');
	const struct sg_record_fact *fact;
	uint64_t known;

	if (sg_map_get(&e->record_facts, identity, &known))
		return (const struct sg_record_fact *)(uintptr_t)known;
	fact = colon ? sg_rules_record(e->rules, colon + 1) : NULL;
	if (fact && !headers_agree(text, (size_t)(colon - text), fact->header))
		fact = NULL;
	sg_map_put(&e->record_facts, identity, (uintptr_t)fact);
	return fact;
}

const struct sg_field_fact *sg_program_field_fact(struct sg_engine *e, sg_str owner, sg_str name)
{
	const struct sg_record_fact *fact = sg_program_record_fact(e, owner);

	return fact ? sg_record_fact_field(fact, sg_intern_text(e->intern, name)) : NULL;
}

static bool is_shared_arm(struct sg_engine *e, const struct sg_unit *unit, sg_str owner,
                          const struct sg_field *field)
{
	enum sg_type_kind kind = sg_type_get(unit, field->type)->kind;

	return field->name != 0 && (kind == SG_TYPE_POINTER || kind == SG_TYPE_INT) &&
	       !sg_program_field_fact(e, owner, field->name);
}

/* Pointers to two kinds of record are alternatives that something beside the union tells apart. */
static bool is_other_value(const struct sg_unit *unit, sg_type one, sg_type other)
{
	const struct sg_type_info *a = sg_type_get(unit, one), *b = sg_type_get(unit, other);

	if (a->kind != SG_TYPE_POINTER || b->kind != SG_TYPE_POINTER)
		return false;
	a = sg_type_get(unit, a->inner);
	b = sg_type_get(unit, b->inner);
	return a->kind == SG_TYPE_RECORD && b->kind == SG_TYPE_RECORD && a->record != b->record;
}

/* The arms of a union that hold one value are one memory: the first one's. */
static sg_str arm_name(struct sg_engine *e, const struct sg_unit *unit,
                       const struct sg_record *record, sg_str owner, const struct sg_field *field)
{
	if (!is_shared_arm(e, unit, owner, field))
		return field->name;
	for (uint32_t i = 0; i < record->fields.count; i++) {
		const struct sg_field *arm = &record->fields.items[i];

		if (is_shared_arm(e, unit, owner, arm) &&
		    !is_other_value(unit, arm->type, field->type))
			return arm->name;
	}
	return field->name;
}

bool sg_program_member(struct sg_engine *e, const struct sg_unit_info *info, uint32_t record,
                       uint32_t field, sg_str *owner, sg_str *name)
{
	const struct sg_record *r = &info->unit->records.items[record];
	const struct sg_field *f = &r->fields.items[field];

	if (f->name == 0)
		return false;
	*owner = info->owners[record];
	*name = r->is_union ? arm_name(e, info->unit, r, *owner, f) : f->name;
	return true;
}

bool sg_program_field(struct sg_engine *e, const struct sg_func *func, const struct sg_inst *inst,
                      sg_str *owner, sg_str *name)
{
	return sg_program_member(e, &e->units.items[func->info], inst->record, inst->field, owner,
	                         name);
}

bool sg_program_find_field(struct sg_engine *e, const struct sg_unit_info *info, uint32_t record,
                           sg_str name, sg_str *owner, sg_str *member, sg_type *type)
{
	const struct sg_record *r = &info->unit->records.items[record];

	for (uint32_t i = 0; i < r->fields.count; i++) {
		const struct sg_field *field = &r->fields.items[i];
		const struct sg_type_info *t = sg_type_get(info->unit, field->type);

		if (field->name == name) {
			*type = field->type;
			return sg_program_member(e, info, record, i, owner, member);
		}
		if (field->name == 0 && t->kind == SG_TYPE_RECORD &&
		    sg_program_find_field(e, info, t->record, name, owner, member, type))
			return true;
	}
	return false;
}

/* Unnamed members of a record, and theirs, belong to the record around them. */
static void own_anonymous(struct sg_unit_info *info, uint32_t record, sg_str owner, int depth)
{
	const struct sg_record *r = &info->unit->records.items[record];

	info->owners[record] = owner;
	for (uint32_t i = 0; depth < SG_MAX_PATH && i < r->fields.count; i++) {
		const struct sg_type_info *t = sg_type_get(info->unit, r->fields.items[i].type);

		if (r->fields.items[i].name == 0 && t->kind == SG_TYPE_RECORD)
			own_anonymous(info, t->record, owner, depth + 1);
	}
}

static bool is_in_include(const char *file)
{
	return strncmp(file, "include/", 8) == 0 || strstr(file, "/include/") != NULL;
}

static void add_records(struct sg_engine *e, struct sg_unit_info *info)
{
	struct sg_unit *unit = info->unit;
	uint32_t count = unit->records.count;

	info->owners = SG_NEW_ARRAY(e->arena, sg_str, count);
	info->records = SG_NEW_ARRAY(e->arena, const struct sg_record_fact *, count);
	for (uint32_t i = 0; i < count; i++) {
		const struct sg_record *r = &unit->records.items[i];
		sg_str file = unit->locs.items[r->loc].file;

		if (r->tag != 0 || info->owners[i] == 0)
			own_anonymous(info, i, r->id, 0);
		info->records[i] = sg_program_record_fact(e, r->id);
		if (r->is_complete && is_in_include(sg_text(unit, file)))
			sg_map_put(&e->shared_records, r->id, 1);
	}
}

/* ------------------------------------------------------------------------
 * Functions
 */
static uint64_t scoped_name(sg_str name, uint32_t scope)
{
	return name | ((uint64_t)scope << 32);
}

static uint64_t inline_key(const struct sg_unit *unit, const struct sg_function *ir)
{
	const struct sg_location *loc = &unit->locs.items[ir->loc];
	uint64_t words[3] = {unit->symbols.items[ir->symbol].name, loc->file,
	                     ((uint64_t)loc->line << 32) | loc->column};

	return sg_hash_bytes(words, sizeof(words));
}

/* A unit's own static function is itself, whatever the rules know of its name. */
static const struct sg_function_fact *fact_of(const struct sg_engine *e, const struct sg_unit *unit,
                                              const struct sg_symbol *symbol)
{
	if (symbol->linkage == SG_LINK_STATIC && symbol->function != 0 &&
	    !unit->functions.items[symbol->function - 1].is_in_header)
		return NULL;
	return sg_rules_function(e->rules, sg_text(unit, symbol->name));
}

static void add_function(struct sg_engine *e, uint32_t info, const struct sg_function *ir)
{
	struct sg_unit *unit = e->units.items[info].unit;
	const struct sg_symbol *symbol = &unit->symbols.items[ir->symbol];
	struct sg_func func = {
		.unit = unit,
		.info = info,
		.ir = ir,
		.name = sg_text(unit, symbol->name),
		.index = e->funcs.count,
		.is_visible = symbol->linkage == SG_LINK_EXTERN ||
	                      symbol->linkage == SG_LINK_WEAK || ir->is_address_taken,
		.fact = fact_of(e, unit, symbol),
	};
	uint64_t key, found;

	if (symbol->linkage == SG_LINK_INLINE) {
		key = inline_key(unit, ir);
		if (sg_map_get(&e->inlines, key, &found))
			return;
		sg_map_put(&e->inlines, key, func.index);
	}
	if (symbol->linkage == SG_LINK_EXTERN || symbol->linkage == SG_LINK_WEAK) {
		key = scoped_name(symbol->name, 0);
		if (!sg_map_get(&e->externs, key, &found) || symbol->linkage == SG_LINK_EXTERN)
			sg_map_put(&e->externs, key, func.index);
	}
	sg_map_put(&e->externs, scoped_name(symbol->name, info + 1), func.index);
	sg_vec_push(&e->funcs, e->arena, func);
}

uint32_t sg_program_function_at(const struct sg_engine *e, const struct sg_atom *atom)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, atom->what);
	uint64_t found;

	if (atom->kind != SG_ATOM_MEMORY || r->kind != SG_REGION_FUNCTION ||
	    !sg_map_get(&e->externs, scoped_name(r->a, r->b), &found))
		return UINT32_MAX;
	return (uint32_t)found;
}

static struct sg_target find_target(struct sg_engine *e, const struct sg_unit_info *info,
                                    const struct sg_symbol *symbol)
{
	struct sg_target target = {.fact = fact_of(e, info->unit, symbol)};
	uint32_t scope = (uint32_t)(info - e->units.items) + 1;
	uint64_t found;

	if (target.fact || symbol->kind != SG_SYMBOL_FUNCTION)
		return target;
	if (symbol->linkage == SG_LINK_INLINE && symbol->function != 0) {
		const struct sg_function *ir = &info->unit->functions.items[symbol->function - 1];

		if (sg_map_get(&e->inlines, inline_key(info->unit, ir), &found))
			target.func = (uint32_t)found + 1;
	} else if (sg_map_get(&e->externs, scoped_name(symbol->name, scope), &found) ||
	           (symbol->linkage != SG_LINK_STATIC &&
	            sg_map_get(&e->externs, scoped_name(symbol->name, 0), &found))) {
		target.func = (uint32_t)found + 1;
	}
	return target;
}

struct sg_target sg_program_target(struct sg_engine *e, struct sg_unit_info *info, uint32_t symbol)
{
	if (!info->target_known[symbol]) {
		info->targets[symbol] = find_target(e, info, &info->unit->symbols.items[symbol]);
		info->target_known[symbol] = true;
	}
	return info->targets[symbol];
}

/* ------------------------------------------------------------------------
 * Ops tables
 */

/* A record of include/ means something else in every module. */
static uint64_t op_key(struct sg_engine *e, const struct sg_unit *unit, sg_str owner, sg_str name)
{
	uint64_t shared = 0;
	uint64_t words[3] = {owner, name, 0};

	if (sg_map_get(&e->shared_records, owner, &shared))
		words[2] = unit->module;
	return sg_hash_bytes(words, sizeof(words));
}

/* The function whose address 'ref' is, through casts; UINT32_MAX: none. */
static uint32_t function_symbol(const struct sg_func *func, sg_ref ref)
{
	while (sg_ref_kind(ref) == SG_REF_INST) {
		const struct sg_inst *inst = &func->ir->insts.items[sg_ref_index(ref)];

		if (inst->op != SG_OP_CAST)
			return UINT32_MAX;
		ref = inst->op0;
	}
	if (sg_ref_kind(ref) != SG_REF_SYMBOL ||
	    func->unit->symbols.items[sg_ref_index(ref)].kind != SG_SYMBOL_FUNCTION)
		return UINT32_MAX;
	return sg_ref_index(ref);
}

static void add_op_target(struct sg_engine *e, const struct sg_unit *unit, sg_str owner,
                          sg_str name, uint32_t func)
{
	uint64_t key = op_key(e, unit, owner, name);
	const struct sg_field_fact *fact = sg_program_field_fact(e, owner, name);
	struct sg_op_table *table;
	uint64_t found;

	if (fact && fact->callback)
		e->funcs.items[func].contract = fact->callback;
	if (!sg_map_get(&e->ops, key, &found)) {
		found = e->op_tables.count;
		sg_map_put(&e->ops, key, found);
		sg_vec_push(&e->op_tables, e->arena,
		            (struct sg_op_table){.unit = unit, .owner = owner, .name = name});
	}
	table = &e->op_tables.items[found];
	for (uint32_t i = 0; i < table->funcs.count; i++)
		if (table->funcs.items[i] == func)
			return;
	sg_vec_push(&table->funcs, e->arena, func);
}

static void collect_ops(struct sg_engine *e, struct sg_func *func)
{
	for (uint32_t i = 0; i < func->ir->insts.count; i++) {
		const struct sg_inst *inst = &func->ir->insts.items[i];
		const struct sg_inst *field;
		struct sg_target target;
		uint32_t symbol;
		sg_str owner, name;

		if (inst->op != SG_OP_STORE || sg_ref_kind(inst->op0) != SG_REF_INST)
			continue;
		field = &func->ir->insts.items[sg_ref_index(inst->op0)];
		symbol = function_symbol(func, inst->op1);
		if (symbol == UINT32_MAX || field->op != SG_OP_FIELD ||
		    !sg_program_field(e, func, field, &owner, &name))
			continue;
		target = sg_program_target(e, &e->units.items[func->info], symbol);
		if (target.func)
			add_op_target(e, func->unit, owner, name, target.func - 1);
	}
}

bool sg_program_called_field(struct sg_engine *e, const struct sg_func *func, sg_ref callee,
                             sg_str *owner, sg_str *name)
{
	const struct sg_inst *load, *field;

	if (sg_ref_kind(callee) != SG_REF_INST)
		return false;
	load = &func->ir->insts.items[sg_ref_index(callee)];
	if (load->op != SG_OP_LOAD || sg_ref_kind(load->op0) != SG_REF_INST)
		return false;
	field = &func->ir->insts.items[sg_ref_index(load->op0)];
	return field->op == SG_OP_FIELD && sg_program_field(e, func, field, owner, name);
}

static const struct sg_op_table *op_table_of(struct sg_engine *e, const struct sg_func *func,
                                             sg_ref callee)
{
	sg_str owner, name;
	uint64_t found;

	if (!sg_program_called_field(e, func, callee, &owner, &name) ||
	    !sg_map_get(&e->ops, op_key(e, func->unit, owner, name), &found))
		return NULL;
	return &e->op_tables.items[found];
}

uint32_t sg_program_callees(struct sg_engine *e, const struct sg_func *func,
                            const struct sg_inst *inst, uint32_t *out, uint32_t max)
{
	sg_ref callee = func->ir->extra.items[inst->extra];
	uint32_t symbol = function_symbol(func, callee);
	const struct sg_op_table *table;

	if (symbol != UINT32_MAX) {
		struct sg_target target = sg_program_target(e, &e->units.items[func->info], symbol);

		if (target.func == 0 || max == 0)
			return 0;
		out[0] = target.func - 1;
		return 1;
	}
	table = op_table_of(e, func, callee);
	if (!table || table->funcs.count > max)
		return 0;
	memcpy(out, table->funcs.items, table->funcs.count * sizeof(*out));
	return table->funcs.count;
}

/* ------------------------------------------------------------------------
 * Order: Tarjan's algorithm without recursion, callees before callers.
 */
struct scc {
	struct sg_engine *e;
	struct sg_arena *scratch;
	uint32_t *number; /* of discovery, from 1; 0: not seen */
	uint32_t *low;
	bool *is_open;
	SG_VEC(uint32_t) open;
	struct call_list {
		SG_VEC(uint32_t) funcs;
	} *calls;
	SG_VEC(struct scc_visit) visits;
	uint32_t next_number;
	uint32_t next_component;
};

struct scc_visit {
	uint32_t func;
	uint32_t next; /* call to look at */
};

static void collect_calls(struct scc *s, uint32_t index)
{
	struct sg_func *func = &s->e->funcs.items[index];
	uint32_t callees[SG_MAX_CALL_TARGETS];

	for (uint32_t i = 0; i < func->ir->insts.count; i++) {
		const struct sg_inst *inst = &func->ir->insts.items[i];
		uint32_t count;

		if (inst->op != SG_OP_CALL)
			continue;
		count = sg_program_callees(s->e, func, inst, callees, SG_MAX_CALL_TARGETS);
		for (uint32_t j = 0; j < count; j++) {
			s->e->funcs.items[callees[j]].has_callers = true;
			sg_vec_push(&s->calls[index].funcs, s->scratch, callees[j]);
			if (callees[j] == index)
				func->is_recursive = true;
		}
	}
}

static void scc_enter(struct scc *s, uint32_t func)
{
	s->number[func] = s->low[func] = ++s->next_number;
	s->is_open[func] = true;
	sg_vec_push(&s->open, s->scratch, func);
	sg_vec_push(&s->visits, s->scratch, (struct scc_visit){func, 0});
}

static void scc_close(struct scc *s, uint32_t root)
{
	uint32_t component = s->next_component++;
	uint32_t first = s->open.count;

	do {
		struct sg_func *func = &s->e->funcs.items[s->open.items[--first]];

		func->scc = component;
		s->is_open[func->index] = false;
	} while (s->open.items[first] != root);
	for (uint32_t i = first; i < s->open.count; i++) {
		if (s->open.count - first > 1)
			s->e->funcs.items[s->open.items[i]].is_recursive = true;
		sg_vec_push(&s->e->order, s->e->arena, s->open.items[i]);
	}
	s->open.count = first;
}

static void scc_visit(struct scc *s, uint32_t start)
{
	scc_enter(s, start);
	while (s->visits.count > 0) {
		struct scc_visit *v = &s->visits.items[s->visits.count - 1];
		uint32_t func = v->func;

		if (v->next < s->calls[func].funcs.count) {
			uint32_t callee = s->calls[func].funcs.items[v->next++];

			if (s->number[callee] == 0)
				scc_enter(s, callee);
			else if (s->is_open[callee] && s->number[callee] < s->low[func])
				s->low[func] = s->number[callee];
			continue;
		}
		s->visits.count--;
		if (s->visits.count > 0) {
			uint32_t caller = s->visits.items[s->visits.count - 1].func;

			if (s->low[func] < s->low[caller])
				s->low[caller] = s->low[func];
		}
		if (s->low[func] == s->number[func])
			scc_close(s, func);
	}
}

static void order_functions(struct sg_engine *e)
{
	struct sg_arena *scratch = sg_arena_new("call graph");
	uint32_t count = e->funcs.count;
	struct scc s = {.e = e, .scratch = scratch};

	s.number = SG_NEW_ARRAY(scratch, uint32_t, count);
	s.low = SG_NEW_ARRAY(scratch, uint32_t, count);
	s.is_open = SG_NEW_ARRAY(scratch, bool, count);
	s.calls = SG_NEW_ARRAY(scratch, struct call_list, count);
	for (uint32_t i = 0; i < count; i++)
		collect_calls(&s, i);
	for (uint32_t i = 0; i < count; i++)
		if (s.number[i] == 0)
			scc_visit(&s, i);
	sg_arena_free(scratch);
}

/* Who is called here and exported to nobody is called by nobody else. */
static void close_functions(struct sg_engine *e)
{
	for (uint32_t i = 0; i < e->funcs.count; i++) {
		struct sg_func *func = &e->funcs.items[i];

		if (func->has_callers && !func->ir->is_address_taken &&
		    !func->unit->symbols.items[func->ir->symbol].is_exported)
			func->is_visible = false;
	}
}

void sg_program_build(struct sg_engine *e, struct sg_unit *const *units, uint32_t unit_count)
{
	for (uint32_t i = 0; i < unit_count; i++) {
		struct sg_unit_info info = {.unit = units[i]};

		add_records(e, &info);
		info.targets = SG_NEW_ARRAY(e->arena, struct sg_target, units[i]->symbols.count);
		info.target_known = SG_NEW_ARRAY(e->arena, uint8_t, units[i]->symbols.count);
		sg_map_put(&e->unit_index, (uintptr_t)units[i], i);
		sg_vec_push(&e->units, e->arena, info);
	}
	for (uint32_t i = 0; i < unit_count; i++)
		for (uint32_t j = 0; j < units[i]->functions.count; j++)
			add_function(e, i, &units[i]->functions.items[j]);
	for (uint32_t i = 0; i < e->funcs.count; i++)
		collect_ops(e, &e->funcs.items[i]);
	order_functions(e);
	close_functions(e);
}
