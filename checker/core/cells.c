/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What fields and variables hold, over all functions.  A cell is named by its
 * owner and field, so a store in one function meets the read in another.
 */
#include <string.h>

#include "core/engine.h"

/* ------------------------------------------------------------------------
 * Keys
 */
static uint64_t mix(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t words[3] = {a, b, c};
	uint64_t hash = sg_hash_bytes(words, sizeof(words));

	return hash ? hash : 1;
}

/* A record of include/ means something else in every module. */
static uint64_t field_key(struct sg_engine *e, sg_str module, sg_str owner, sg_str name)
{
	uint64_t shared;

	return mix(owner, name, sg_map_get(&e->shared_records, owner, &shared) ? module : 0);
}

static bool is_descriptor(struct sg_engine *e, sg_str owner)
{
	const struct sg_record_fact *fact = sg_program_record_fact(e, owner);

	return fact && fact->is_descriptor;
}

/* What is found below a key: a field inside it, the payload, what it points to. */
enum { BELOW_FIELD = 2, BELOW_PAYLOAD, BELOW_POINTER };

static struct sg_cell_keys no_keys(void)
{
	return (struct sg_cell_keys){.count = 0};
}

/* The key of what is below 'base'; remembers how it came about. */
static uint64_t key_below(struct sg_engine *e, uint64_t base, uint64_t what, uint64_t kind)
{
	uint64_t key = mix(base, what, kind), known;

	if (!sg_map_get(&e->key_index, key, &known)) {
		sg_map_put(&e->key_index, key, e->key_infos.count);
		sg_vec_push(&e->key_infos, e->arena,
		            (struct sg_key_info){.base = base, .what = what, .kind = kind});
	}
	return key;
}

static struct sg_cell_keys below(struct sg_engine *e, struct sg_cell_keys keys, uint64_t what,
                                 uint64_t kind)
{
	for (uint8_t i = 0; i < keys.count; i++)
		keys.items[i] = key_below(e, keys.items[i], what, kind);
	return keys;
}

/* The object a path starts in, where no field names the place. */
static struct sg_cell_keys object_keys(struct sg_engine *e, sg_str module, sg_region region)
{
	const struct sg_region_info r = *sg_region_at(&e->domain, region);
	struct sg_cell_keys keys = {.count = 1};

	switch ((enum sg_region_kind)r.kind) {
	case SG_REGION_GLOBAL:
		keys.items[0] = mix(r.a, r.b, BELOW_POINTER);
		return keys;
	case SG_REGION_FRESH:
	case SG_REGION_CALL:
	case SG_REGION_INSTANCE:
		keys.items[0] = mix(region, r.kind, BELOW_POINTER);
		return keys;
	case SG_REGION_DEREF:
		return below(e, sg_cells_keys(e, module, r.parent, r.a), 0, BELOW_POINTER);
	default:
		return no_keys();
	}
}

/*
 * The field by itself, then inside the fields around it: the longest name is
 * the first.  A field of a descriptor says nothing by itself.
 */
static struct sg_cell_keys field_keys(struct sg_engine *e, sg_str module, sg_region region,
                                      const struct sg_path_info *step)
{
	struct sg_cell_keys outer = no_keys(), keys = no_keys();
	const struct sg_path_info *up = sg_path_get(&e->domain, step->parent);
	bool is_part = is_descriptor(e, step->a);

	if (is_part || (step->parent != 0 && up->kind == SG_STEP_FIELD))
		outer = sg_cells_keys(e, module, region, step->parent);
	outer = below(e, outer, mix(step->a, step->b, 0), BELOW_FIELD);
	if (is_part)
		return outer;
	for (uint8_t i = 0; i < outer.count && keys.count < SG_MAX_CELL_KEYS - 1; i++)
		keys.items[keys.count++] = outer.items[i];
	keys.items[keys.count++] = field_key(e, module, step->a, step->b);
	return keys;
}

struct sg_cell_keys sg_cells_keys(struct sg_engine *e, sg_str module, sg_region region,
                                  sg_path path)
{
	const struct sg_path_info step = *sg_path_get(&e->domain, path);

	if (path == 0)
		return object_keys(e, module, region);
	switch ((enum sg_step_kind)step.kind) {
	case SG_STEP_INDEX:
	case SG_STEP_ANY:
		return sg_cells_keys(e, module, region, step.parent);
	case SG_STEP_PAYLOAD:
		return below(e, sg_cells_keys(e, module, region, step.parent), 0, BELOW_PAYLOAD);
	case SG_STEP_FIELD:
		return field_keys(e, module, region, &step);
	default:
		return no_keys();
	}
}

struct sg_cell_keys sg_cells_content_keys(struct sg_frame *f, sg_region region)
{
	const struct sg_region_info r = *sg_region_at(&f->e->domain, region);
	bool cut = false;

	if (r.kind == SG_REGION_DEREF)
		return sg_cells_keys(f->e, f->unit->module, r.parent, r.a);
	if (r.kind == SG_REGION_PAYLOAD)
		return sg_cells_keys(f->e, f->unit->module, r.parent,
		                     sg_path_step(&f->e->domain, r.a, SG_STEP_PAYLOAD, 0, 0, &cut));
	return no_keys();
}

/* The field that holds just this value now: where others can see it. */
static uint64_t holder_key(struct sg_frame *f, sg_expr expr)
{
	sg_value v = sg_value_scalar(&f->e->values, expr);

	for (uint32_t i = 0; i < f->state->cells.count; i++) {
		const struct sg_state_cell *cell = &f->state->cells.items[i];
		struct sg_cell_keys keys;

		if (cell->value != v || sg_cell_path(cell->cell) == 0 ||
		    sg_region_is_local(f->e, sg_cell_region(cell->cell)))
			continue;
		keys = sg_cells_keys(f->e, f->unit->module, sg_cell_region(cell->cell),
		                     sg_cell_path(cell->cell));
		if (keys.count)
			return keys.items[keys.count - 1];
	}
	return 0;
}

/* An expression as every function sees it; 0 when it is one function's own. */
static uint64_t expr_key(struct sg_frame *f, sg_expr expr)
{
	struct sg_engine *e = f->e;
	sg_str module = f->unit->module;
	const struct sg_expr_info x = *sg_expr_at(&e->domain, expr);
	struct sg_region_info r;
	struct sg_cell_keys keys;
	uint64_t a, b;

	switch ((enum sg_expr_kind)x.kind) {
	case SG_EXPR_CONST:
		return mix((uint64_t)x.value, 0, 100);
	case SG_EXPR_CELL:
		keys = sg_cells_keys(e, module, x.a, x.b);
		return keys.count ? keys.items[keys.count - 1] : 0;
	case SG_EXPR_POINTER: /* of what a field holds: the field itself */
		r = *sg_region_at(&e->domain, x.a);
		if (x.b != 0 || r.kind != SG_REGION_DEREF)
			return 0;
		keys = sg_cells_keys(e, module, r.parent, r.a);
		return keys.count ? keys.items[keys.count - 1] : 0;
	case SG_EXPR_UNARY:
		a = expr_key(f, x.a);
		return a ? mix(a, x.op, 101) : 0;
	case SG_EXPR_BINARY:
		a = expr_key(f, x.a);
		b = expr_key(f, x.b);
		return a && b ? mix(a, b, 102u + x.op) : 0;
	default:
		return holder_key(f, expr);
	}
}

static void add_cell_lit(struct sg_frame *f, sg_lit lit, struct sg_cell_lit *lits, uint8_t *count)
{
	struct sg_lit_info info = *sg_lit_at(&f->e->domain, lit);
	uint64_t key;

	if (*count == SG_MAX_REQUIREMENT_LITERALS)
		return;
	key = expr_key(f, info.expr);
	if (key != 0)
		lits[(*count)++] = (struct sg_cell_lit){
			.expr = key, .value = info.value, .is_equal = info.is_equal};
}

static bool lits_contradict(const struct sg_cell_lit *a, uint8_t a_count,
                            const struct sg_cell_lit *b, uint8_t b_count)
{
	for (uint8_t i = 0; i < a_count; i++)
		for (uint8_t j = 0; j < b_count; j++) {
			if (a[i].expr != b[j].expr)
				continue;
			if (a[i].is_equal && b[j].is_equal && a[i].value != b[j].value)
				return true;
			if (a[i].is_equal != b[j].is_equal && a[i].value == b[j].value)
				return true;
		}
	return false;
}

/* ------------------------------------------------------------------------
 * Stores
 */
static struct sg_cell_info *cell_info(struct sg_engine *e, uint64_t key)
{
	uint64_t index;

	if (!sg_map_get(&e->cell_index, key, &index)) {
		index = e->cells.count;
		sg_map_put(&e->cell_index, key, index);
		sg_vec_push(&e->cells, e->arena, (struct sg_cell_info){0});
	}
	return &e->cells.items[index];
}

/* Storing a parameter says nothing where every caller is seen to store its argument. */
static bool is_callers_store(const struct sg_frame *f, sg_region region)
{
	const struct sg_region_info *r = sg_region_at(&f->e->domain, region);

	while (r->kind == SG_REGION_DEREF || r->kind == SG_REGION_PAYLOAD)
		r = sg_region_at(&f->e->domain, r->parent);
	return r->kind == SG_REGION_PARAM && r->a == f->func->index && f->func->has_callers &&
	       !f->func->is_visible;
}

/* False when the alternative adds nothing: NULL, an error, or told by the callers. */
static bool describe_store(struct sg_frame *f, const struct sg_atom *atom,
                           struct sg_cell_store *store)
{
	const struct sg_region_info *r = sg_region_at(&f->e->domain, atom->what);
	struct sg_refinement guards;

	if (atom->kind == SG_ATOM_SCALAR && sg_atom_is_null(&f->e->values, atom))
		return false;
	store->kind = SG_STORE_UNKNOWN;
	store->view = atom->view;
	store->hop = atom->hop;
	if (atom->kind != SG_ATOM_MEMORY)
		return true;
	store->region = atom->what;
	guards = sg_state_refinement(f->state, atom->what);
	if (r->has_tag) {
		store->kind = r->tag == SG_TAG_RAM || (guards.not_mask & 1u << r->tag)
		                      ? SG_STORE_RAM
		                      : SG_STORE_TAGGED;
		return true;
	}
	if (is_callers_store(f, atom->what))
		return false;
	store->other = sg_cells_content_keys(f, atom->what);
	if (store->other.count != 0)
		store->kind = SG_STORE_CELL;
	return true;
}

static bool is_same_cell(const struct sg_cell_keys *a, const struct sg_cell_keys *b)
{
	return a->count == b->count && (a->count == 0 || a->items[0] == b->items[0]);
}

static bool is_same_store(const struct sg_cell_store *a, const struct sg_cell_store *b)
{
	return a->kind == b->kind && a->region == b->region && a->view == b->view &&
	       a->is_part == b->is_part && is_same_cell(&a->other, &b->other) &&
	       a->func == b->func && a->inst == b->inst;
}

static void add_store(struct sg_engine *e, struct sg_cell_info *cell,
                      const struct sg_cell_store *store)
{
	for (uint32_t i = 0; i < cell->stores.count; i++)
		if (is_same_store(&cell->stores.items[i], store))
			return;
	if (cell->stores.count >= SG_MAX_CELL_STORES) {
		cell->is_cut = true;
		e->stats->value_cuts++;
		return;
	}
	sg_vec_push(&cell->stores, e->arena, *store);
}

/* What the cell, or the same field of another object, held before. */
static bool is_unchanged(const struct sg_frame *f, const struct sg_cell_keys *keys,
                         const struct sg_atom *atom)
{
	const struct sg_expr_info *x;
	struct sg_cell_keys old;

	if (atom->kind != SG_ATOM_SCALAR)
		return false;
	x = sg_expr_at(&f->e->domain, atom->what);
	if (x->kind != SG_EXPR_CELL)
		return false;
	old = sg_cells_keys(f->e, f->unit->module, x->a, x->b);
	return old.count != 0 && old.items[0] == keys->items[0];
}

static void store_atom(struct sg_frame *f, const struct sg_cell_keys *keys,
                       const struct sg_atom *atom)
{
	struct sg_cell_store store;

	if (is_unchanged(f, keys, atom))
		return;
	memset(&store, 0, sizeof(store));
	store.func = f->func->index;
	store.inst = f->inst;
	if (!describe_store(f, atom, &store))
		return;
	if (store.other.count && store.other.items[0] == keys->items[0])
		return; /* the same field of another object */
	for (uint8_t i = 0; i < atom->lit_count; i++)
		add_cell_lit(f, atom->lits[i], store.lits, &store.lit_count);
	for (uint32_t i = 0; i < f->state->lit_count; i++)
		add_cell_lit(f, f->state->lits[i], store.lits, &store.lit_count);
	for (uint8_t i = 0; i < keys->count; i++) {
		store.is_part = i > 0;
		add_store(f->e, cell_info(f->e, keys->items[i]), &store);
	}
}

void sg_cells_store(struct sg_frame *f, sg_cell cell, sg_value value)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, value);
	const struct sg_region_info *r = sg_region_at(&f->e->domain, sg_cell_region(cell));
	struct sg_cell_keys keys =
		sg_cells_keys(f->e, f->unit->module, sg_cell_region(cell), sg_cell_path(cell));

	/* what callers are seen to do with their objects is told by them */
	if (keys.count == 0 || is_callers_store(f, sg_cell_region(cell)))
		return;
	for (uint32_t i = 0; i < info.count; i++)
		store_atom(f, &keys, &info.atoms[i]);
	if (r->kind == SG_REGION_GLOBAL && r->b != 0 && sg_cell_path(cell) == 0)
		cell_info(f->e, keys.items[0])->is_closed = true;
}

/* ------------------------------------------------------------------------
 * Discriminators: a field that has one value whenever another holds this
 * memory, as 'p2p_dev' beside 'sg', is a literal of the stores to that one.
 */
static bool is_not_null(const struct sg_frame *f, const struct sg_atom *atom,
                        const struct sg_atom *with)
{
	struct sg_domain *d = &f->e->domain;
	sg_lit lit;

	if (atom->kind != SG_ATOM_MEMORY)
		return false;
	if (sg_mem_is_object(f->e, atom->what))
		return true;
	lit = sg_lit_get(d, sg_mem_pointer(f->e, atom), false, 0);
	for (uint32_t i = 0; i < f->state->lit_count; i++)
		if (f->state->lits[i] == lit)
			return true;
	for (uint8_t i = 0; i < with->lit_count; i++)
		if (with->lits[i] == lit)
			return true;
	return false;
}

static bool excludes(const struct sg_domain *d, const struct sg_atom *a, const struct sg_atom *b)
{
	for (uint8_t i = 0; i < a->lit_count; i++)
		for (uint8_t j = 0; j < b->lit_count; j++)
			if (sg_lit_contradict(d, a->lits[i], b->lits[j]))
				return true;
	return false;
}

/* What 'v' is wherever 'with' is: one constant, or never NULL. */
static bool decided_value(const struct sg_frame *f, sg_value v, const struct sg_atom *with,
                          struct sg_cell_lit *lit)
{
	const struct sg_values *vs = &f->e->values;
	struct sg_value_info info = *sg_value_at(vs, v);
	uint32_t consts = 0, others = 0;
	int64_t value = 0, first = 0;

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];

		if (excludes(&f->e->domain, atom, with))
			continue;
		if (sg_atom_const(vs, atom, &value)) {
			if (consts++ && value != first)
				return false;
			first = value;
		} else if (is_not_null(f, atom, with)) {
			others++;
		} else {
			return false;
		}
	}
	lit->is_equal = others == 0;
	lit->value = others ? 0 : first;
	return (consts == 0) != (others == 0);
}

static void add_discriminator(struct sg_frame *f, uint64_t key, const struct sg_atom *atom,
                              const struct sg_cell_lit *lit)
{
	struct sg_cell_info *cell;
	uint64_t index;

	if (!sg_map_get(&f->e->cell_index, key, &index))
		return;
	cell = &f->e->cells.items[index];
	for (uint32_t i = 0; i < cell->stores.count; i++) {
		struct sg_cell_store *store = &cell->stores.items[i];

		if (store->func == f->func->index && store->region == atom->what &&
		    store->lit_count < SG_MAX_REQUIREMENT_LITERALS)
			store->lits[store->lit_count++] = *lit;
	}
}

static void discriminate_by(struct sg_frame *f, const struct sg_cell_keys *keys,
                            const struct sg_atom *atom, const struct sg_state_cell *sibling)
{
	struct sg_cell_keys names = sg_cells_keys(
		f->e, f->unit->module, sg_cell_region(sibling->cell), sg_cell_path(sibling->cell));
	struct sg_cell_lit lit;

	if (names.count == 0 || !decided_value(f, sibling->value, atom, &lit))
		return;
	lit.expr = names.items[names.count - 1];
	for (uint8_t i = 0; i < keys->count; i++)
		add_discriminator(f, keys->items[i], atom, &lit);
}

static void discriminate_cell(struct sg_frame *f, const struct sg_state *exit, uint32_t index)
{
	const struct sg_domain *d = &f->e->domain;
	const struct sg_state_cell *cell = &exit->cells.items[index];
	sg_region region = sg_cell_region(cell->cell);
	sg_path parent = sg_path_get(d, sg_cell_path(cell->cell))->parent;
	struct sg_value_info info = *sg_value_at(&f->e->values, cell->value);
	struct sg_cell_keys keys =
		sg_cells_keys(f->e, f->unit->module, region, sg_cell_path(cell->cell));
	uint32_t first = sg_state_lower_bound(exit, sg_cell_make(region, 0));

	for (uint32_t a = 0; a < info.count && keys.count > 0; a++) {
		if (info.atoms[a].kind != SG_ATOM_MEMORY)
			continue;
		for (uint32_t i = first;
		     i < exit->cells.count && sg_cell_region(exit->cells.items[i].cell) == region;
		     i++) {
			const struct sg_path_info *step =
				sg_path_get(d, sg_cell_path(exit->cells.items[i].cell));

			if (i != index && step->parent == parent && step->kind == SG_STEP_FIELD)
				discriminate_by(f, &keys, &info.atoms[a], &exit->cells.items[i]);
		}
	}
}

void sg_cells_discriminate(struct sg_frame *f, const struct sg_state *exit)
{
	for (uint32_t i = 0; i < exit->cells.count; i++) {
		sg_cell cell = exit->cells.items[i].cell;

		if (sg_cell_region(cell) != 0 && sg_cell_path(cell) != 0 &&
		    !sg_region_is_local(f->e, sg_cell_region(cell)))
			discriminate_cell(f, exit, i);
	}
}

/* ------------------------------------------------------------------------
 * Reads
 */
void sg_cells_pend(struct sg_frame *f, const struct sg_cell_keys *keys,
                   const struct sg_requirement *r)
{
	struct sg_engine *e = f->e;
	struct sg_pending pending = {.keys = *keys, .func = f->func->index, .requirement = *r};
	uint64_t words[6] = {keys->items[0], r->access.func,
	                     r->access.inst, f->func->index,
	                     r->not_mask,    sg_hash_bytes(r->access.sink, strlen(r->access.sink))};
	uint64_t seen, hash = sg_hash_bytes(words, sizeof(words));

	if (sg_map_get(&e->pending_seen, hash, &seen))
		return;
	sg_map_put(&e->pending_seen, hash, 1);
	for (uint8_t i = 0; i < r->lit_count; i++)
		add_cell_lit(f, r->lits[i], pending.lits, &pending.lit_count);
	sg_vec_push(&e->pending, e->arena, pending);
}

/* Everything that may be in a cell, also by way of other cells. */
struct content {
	SG_VEC(const struct sg_cell_store *) stores;
	SG_VEC(uint64_t) keys;          /* looked into so far */
	const struct sg_cell_lit *lits; /* of the reader: what contradicts them is not there */
	uint8_t lit_count;
	bool is_found;
	bool has_unknown;
	bool is_closed;
};

static void add_content(struct sg_engine *e, struct sg_arena *scratch, struct content *c,
                        const struct sg_cell_keys *keys);

static void add_stores(struct sg_engine *e, struct sg_arena *scratch, struct content *c,
                       const struct sg_cell_info *cell, bool is_whole)
{
	c->has_unknown |= cell->is_cut;
	c->is_closed &= cell->is_closed;
	for (uint32_t i = 0; i < cell->stores.count; i++) {
		const struct sg_cell_store *store = &cell->stores.items[i];

		/* a longer name says that this store was to another object */
		if (store->is_part && !is_whole)
			continue;
		if (lits_contradict(c->lits, c->lit_count, store->lits, store->lit_count))
			continue;
		c->is_found = true;
		if (store->kind == SG_STORE_UNKNOWN)
			c->has_unknown = true;
		else if (store->kind == SG_STORE_CELL)
			add_content(e, scratch, c, &store->other);
		else
			sg_vec_push(&c->stores, scratch, store);
	}
}

/* The objects a pointer in the cell 'key' was seen to point to. */
static uint32_t pointed_objects(struct sg_engine *e, const struct content *c, uint64_t key,
                                uint64_t *out, uint32_t max)
{
	const struct sg_cell_info *cell;
	uint32_t found = 0;
	uint64_t index;

	if (!sg_map_get(&e->cell_index, key, &index))
		return 0;
	cell = &e->cells.items[index];
	for (uint32_t i = 0; i < cell->stores.count && found < max; i++) {
		const struct sg_cell_store *store = &cell->stores.items[i];
		struct sg_cell_keys keys = no_keys();

		if (lits_contradict(c->lits, c->lit_count, store->lits, store->lit_count))
			continue;
		if (store->kind == SG_STORE_CELL)
			out[found++] = key_below(e, store->other.items[0], 0, BELOW_POINTER);
		else if (store->region)
			keys = object_keys(e, 0, store->region);
		if (keys.count)
			out[found++] = keys.items[0];
	}
	return found;
}

/*
 * Other names of what 'key' names: where a pointer on the way is known to point
 * to an object, the same place inside that object.
 */
static uint32_t other_names(struct sg_engine *e, const struct content *c, uint64_t key,
                            uint64_t *out, uint32_t max, int depth)
{
	struct sg_key_info info;
	uint64_t index, bases[SG_MAX_KEY_NAMES];
	uint32_t count, found = 0;

	if (depth == 0 || !sg_map_get(&e->key_index, key, &index))
		return 0;
	info = e->key_infos.items[index];
	if (info.kind == BELOW_POINTER)
		return pointed_objects(e, c, info.base, out, max);
	count = other_names(e, c, info.base, bases, SG_MAX_KEY_NAMES, depth - 1);
	for (uint32_t i = 0; i < count && found < max; i++)
		out[found++] = key_below(e, bases[i], info.what, info.kind);
	return found;
}

static bool is_seen(struct content *c, struct sg_arena *scratch, uint64_t key)
{
	for (uint32_t i = 0; i < c->keys.count; i++)
		if (c->keys.items[i] == key)
			return true;
	sg_vec_push(&c->keys, scratch, key);
	return false;
}

static void add_other_names(struct sg_engine *e, struct sg_arena *scratch, struct content *c,
                            uint64_t key)
{
	uint64_t names[SG_MAX_KEY_NAMES];
	uint32_t count = other_names(e, c, key, names, SG_MAX_KEY_NAMES, SG_MAX_DEREFS);
	bool is_found = c->is_found;

	for (uint32_t i = 0; i < count; i++) {
		struct sg_cell_keys keys = {.items = {names[i]}, .count = 1};
		bool was_unknown = c->has_unknown;

		add_content(e, scratch, c, &keys);
		/* nothing stored under this name: the others tell */
		c->has_unknown = was_unknown || (c->is_found && c->has_unknown);
		is_found |= c->is_found;
	}
	c->is_found = is_found;
}

static void add_content(struct sg_engine *e, struct sg_arena *scratch, struct content *c,
                        const struct sg_cell_keys *keys)
{
	bool was_found = c->is_found;
	uint64_t index;

	c->is_found = false;
	for (uint8_t i = 0; i < keys->count; i++) {
		if (is_seen(c, scratch, keys->items[i])) {
			c->is_found = true;
			continue;
		}
		if (sg_map_get(&e->cell_index, keys->items[i], &index))
			add_stores(e, scratch, c, &e->cells.items[index], i == 0);
		add_other_names(e, scratch, c, keys->items[i]);
	}
	if (!c->is_found)
		c->has_unknown = true;
	c->is_found |= was_found;
}

/* The function that made this memory, whoever tells of the store. */
static uint32_t maker_of(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, region);

	while (r->kind == SG_REGION_INSTANCE)
		r = sg_region_at(&e->domain, r->parent);
	return r->kind == SG_REGION_FRESH ? r->a : UINT32_MAX;
}

/* Two outcomes of one function: what the field holds was decided there. */
static bool is_alternative(const struct sg_engine *e, const struct sg_cell_store *a,
                           const struct sg_cell_store *b)
{
	uint32_t maker = maker_of(e, a->region);

	return a->func == b->func || (maker != UINT32_MAX && maker == maker_of(e, b->region));
}

/*
 * How sure a finding on a field with two kinds of content is.  Code that frees or
 * converts what such a field holds nearly always knows which kind it has.
 */
static enum sg_level join_level(const struct sg_engine *e, const struct content *c,
                                const struct sg_cell_store *store, bool is_wrong_kind_io,
                                bool is_conversion)
{
	enum sg_store_kind other = is_wrong_kind_io ? SG_STORE_RAM : SG_STORE_TAGGED;
	enum sg_level level = SG_LEVEL_LIKELY;

	if (c->has_unknown)
		return SG_LEVEL_POSSIBLE;
	for (uint32_t i = 0; i < c->stores.count; i++) {
		const struct sg_cell_store *s = c->stores.items[i];

		if (s->kind == other && (!is_alternative(e, s, store) || is_conversion) &&
		    !lits_contradict(s->lits, s->lit_count, store->lits, store->lit_count))
			level = SG_LEVEL_POSSIBLE;
	}
	return level;
}

static bool is_only(const struct content *c, enum sg_store_kind kind)
{
	for (uint32_t i = 0; i < c->stores.count; i++)
		if (c->stores.items[i]->kind != kind)
			return false;
	return !c->has_unknown;
}

static void judge_store(struct sg_engine *e, const struct sg_pending *pending,
                        const struct content *c, const struct sg_cell_store *store)
{
	struct sg_requirement r = pending->requirement;
	enum sg_store_kind wrong = r.access.wants_io ? SG_STORE_RAM : SG_STORE_TAGGED;
	struct sg_report report = {.region = store->region,
	                           .requirement = &r,
	                           .store = store,
	                           .reader = pending->func};
	enum sg_strength strength;

	if (store->kind != wrong)
		return;
	/* seen as the stored value was, unless the reader looked at it otherwise */
	if (r.access.view == sg_region_at(&e->domain, r.region)->view)
		r.access.view = store->view;
	if (!sg_sink_is_wrong(e, store->region, &r))
		return;
	report.rule = sg_sink_rule(e, store->region, &r, &strength);
	report.level = join_level(e, c, store, wrong == SG_STORE_TAGGED, r.access.is_conversion);
	if (strength == SG_MAYBE)
		report.level = SG_LEVEL_POSSIBLE;
	else if (report.level == SG_LEVEL_LIKELY && strength == SG_MUST && c->is_closed &&
	         is_only(c, wrong))
		report.level = SG_LEVEL_CERTAIN;
	if (report.rule)
		sg_finding_add(e, &report);
}

void sg_cells_resolve(struct sg_engine *e)
{
	struct sg_arena *scratch = sg_arena_new("cells");

	for (uint32_t i = 0; i < e->pending.count; i++) {
		const struct sg_pending *pending = &e->pending.items[i];
		struct content c = {
			.is_closed = true, .lits = pending->lits, .lit_count = pending->lit_count};

		add_content(e, scratch, &c, &pending->keys);
		for (uint32_t j = 0; j < c.stores.count; j++)
			judge_store(e, pending, &c, c.stores.items[j]);
		sg_arena_reset(scratch);
	}
	sg_arena_free(scratch);
}

bool sg_cells_hold_ram_only(struct sg_engine *e, sg_str module, sg_region region)
{
	const struct sg_region_info r = *sg_region_at(&e->domain, region);
	struct sg_cell_keys keys = no_keys();
	struct sg_arena *scratch;
	struct content c = {0};
	bool result;

	if (r.kind == SG_REGION_DEREF)
		keys = sg_cells_keys(e, module, r.parent, r.a);
	if (keys.count == 0)
		return false;
	scratch = sg_arena_new("cells");
	add_content(e, scratch, &c, &keys);
	result = c.stores.count > 0 && is_only(&c, SG_STORE_RAM);
	sg_arena_free(scratch);
	return result;
}
