/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Hash-consing of paths, regions, expressions, literals and hops.  A table is
 * an array plus a map from the hash of the key to a chain of candidates; the
 * chain runs through 'next' arrays kept beside the tables.
 */
#include "core/domain.h"

#include <string.h>

#include "core/limits.h"

/*
 * The maps store hash -> first candidate.  Different keys with equal 64-bit
 * hashes are told apart by probing hash + 1, hash + 2, ...
 */
#define FIND_OR_ADD(d, table, map, hash, matches, ...)             \
	do {                                                       \
		uint64_t probe = (hash);                           \
		uint64_t found;                                    \
		while (sg_map_get(&(d)->map, probe, &found)) {     \
			uint32_t candidate = (uint32_t)found;      \
			if (matches)                               \
				return candidate;                  \
			probe++;                                   \
		}                                                  \
		sg_map_put(&(d)->map, probe, (d)->table.count);    \
		sg_vec_push(&(d)->table, (d)->arena, __VA_ARGS__); \
		return (d)->table.count - 1;                       \
	} while (0)

static uint64_t hash5(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e)
{
	uint64_t words[5] = {a, b, c, d, e};

	return sg_hash_bytes(words, sizeof(words));
}

void sg_domain_init(struct sg_domain *d, struct sg_arena *arena)
{
	memset(d, 0, sizeof(*d));
	d->arena = arena;
	sg_map_init(&d->path_map, arena);
	sg_map_init(&d->region_map, arena);
	sg_map_init(&d->expr_map, arena);
	sg_map_init(&d->lit_map, arena);
	sg_map_init(&d->hop_map, arena);
	sg_vec_push(&d->paths, arena, (struct sg_path_info){0});
	sg_vec_push(&d->regions, arena, (struct sg_region_info){0});
	sg_vec_push(&d->exprs, arena, (struct sg_expr_info){0});
	sg_vec_push(&d->lits, arena, (struct sg_lit_info){0});
	sg_vec_push(&d->hops, arena, (struct sg_hop_info){0});
}

static sg_path path_intern(struct sg_domain *d, const struct sg_path_info *info)
{
	FIND_OR_ADD(d, paths, path_map, hash5(info->parent, info->kind, info->a, info->b, 1),
	            d->paths.items[candidate].parent == info->parent &&
	                    d->paths.items[candidate].kind == info->kind &&
	                    d->paths.items[candidate].a == info->a &&
	                    d->paths.items[candidate].b == info->b,
	            *info);
}

/* The path without indices is made with the path, so asking for it is a look. */
static sg_path plain_of(struct sg_domain *d, const struct sg_path_info *info, sg_path path)
{
	struct sg_path_info plain = *info;
	sg_path result;

	plain.parent = d->paths.items[info->parent].plain;
	if (info->kind == SG_STEP_INDEX || info->kind == SG_STEP_ANY)
		return plain.parent;
	if (plain.parent == info->parent)
		return path;
	plain.length = (uint8_t)(d->paths.items[plain.parent].length + 1);
	result = path_intern(d, &plain);
	d->paths.items[result].plain = result;
	return result;
}

sg_path sg_path_step(struct sg_domain *d, sg_path parent, enum sg_step_kind kind, sg_str a,
                     sg_str b, bool *cut)
{
	struct sg_path_info info = {.parent = parent, .kind = (uint8_t)kind, .a = a, .b = b};
	uint8_t length = d->paths.items[parent].length;
	uint32_t known = d->paths.count;
	sg_path path;

	if (length >= SG_MAX_PATH) {
		d->path_cuts++;
		*cut = true;
		return parent;
	}
	info.length = (uint8_t)(length + 1);
	path = path_intern(d, &info);
	if (path == known) {
		sg_path plain = plain_of(d, &info, path);

		d->paths.items[path].plain = plain;
	}
	return path;
}

sg_path sg_path_concat(struct sg_domain *d, sg_path base, sg_path tail, bool *cut)
{
	struct sg_path_info step;
	sg_path result;

	if (tail == 0)
		return base;
	if (base == 0)
		return tail;
	step = d->paths.items[tail];
	result = sg_path_concat(d, base, step.parent, cut);
	return sg_path_step(d, result, (enum sg_step_kind)step.kind, step.a, step.b, cut);
}

sg_path sg_path_strip_index(const struct sg_domain *d, sg_path path)
{
	return d->paths.items[path].plain;
}

const struct sg_path_info *sg_path_last_field(const struct sg_domain *d, sg_path path)
{
	for (; path != 0; path = d->paths.items[path].parent)
		if (d->paths.items[path].kind == SG_STEP_FIELD)
			return &d->paths.items[path];
	return NULL;
}

sg_region sg_region_get(struct sg_domain *d, enum sg_region_kind kind, sg_region parent, uint32_t a,
                        uint32_t b, uint32_t c, bool is_declared, bool *is_new)
{
	uint64_t probe = hash5(kind | (is_declared ? 256u : 0u), parent, a, b, c);
	struct sg_region_info info = {.kind = (uint8_t)kind,
	                              .is_declared = is_declared,
	                              .parent = parent,
	                              .a = a,
	                              .b = b,
	                              .c = c};
	uint64_t found;

	*is_new = false;
	for (; sg_map_get(&d->region_map, probe, &found); probe++) {
		const struct sg_region_info *r = &d->regions.items[found];

		if (r->kind == info.kind && r->is_declared == is_declared && r->parent == parent &&
		    r->a == a && r->b == b && r->c == c)
			return (sg_region)found;
	}
	*is_new = true;
	sg_map_put(&d->region_map, probe, d->regions.count);
	sg_vec_push(&d->regions, d->arena, info);
	return d->regions.count - 1;
}

static sg_expr expr_intern(struct sg_domain *d, const struct sg_expr_info *info)
{
	FIND_OR_ADD(d, exprs, expr_map,
	            hash5(info->kind | ((uint64_t)info->op << 8), info->a, info->b, info->c,
	                  (uint64_t)info->value),
	            d->exprs.items[candidate].kind == info->kind &&
	                    d->exprs.items[candidate].op == info->op &&
	                    d->exprs.items[candidate].a == info->a &&
	                    d->exprs.items[candidate].b == info->b &&
	                    d->exprs.items[candidate].c == info->c &&
	                    d->exprs.items[candidate].value == info->value,
	            *info);
}

sg_expr sg_expr_const(struct sg_domain *d, int64_t value)
{
	struct sg_expr_info info = {.kind = SG_EXPR_CONST, .value = value};

	return expr_intern(d, &info);
}

sg_expr sg_expr_leaf(struct sg_domain *d, enum sg_expr_kind kind, uint32_t a, uint32_t b,
                     uint32_t c)
{
	struct sg_expr_info info = {.kind = (uint8_t)kind, .a = a, .b = b, .c = c};

	return expr_intern(d, &info);
}

/* Wraps as two's complement, as the machine does; division by zero is unknown. */
static bool fold_binary(enum sg_binop op, int64_t a, int64_t b, int64_t *result)
{
	uint64_t x = (uint64_t)a, y = (uint64_t)b;

	switch (op) {
	case SG_BIN_ADD:
		*result = (int64_t)(x + y);
		return true;
	case SG_BIN_SUB:
		*result = (int64_t)(x - y);
		return true;
	case SG_BIN_MUL:
		*result = (int64_t)(x * y);
		return true;
	case SG_BIN_AND:
		*result = (int64_t)(x & y);
		return true;
	case SG_BIN_OR:
		*result = (int64_t)(x | y);
		return true;
	case SG_BIN_XOR:
		*result = (int64_t)(x ^ y);
		return true;
	case SG_BIN_SHL:
		*result = y < 64 ? (int64_t)(x << y) : 0;
		return y < 64;
	case SG_BIN_SHR:
		*result = y < 64 ? (int64_t)(x >> y) : 0;
		return y < 64;
	case SG_BIN_EQ:
		*result = a == b;
		return true;
	case SG_BIN_NE:
		*result = a != b;
		return true;
	case SG_BIN_LT:
		*result = a < b;
		return (a >= 0) == (b >= 0);
	case SG_BIN_LE:
		*result = a <= b;
		return (a >= 0) == (b >= 0);
	case SG_BIN_GT:
		*result = a > b;
		return (a >= 0) == (b >= 0);
	case SG_BIN_GE:
		*result = a >= b;
		return (a >= 0) == (b >= 0);
	default:
		return false;
	}
}

bool sg_expr_is_boolean(const struct sg_domain *d, sg_expr expr)
{
	const struct sg_expr_info *x = sg_expr_at(d, expr);

	switch (x->kind) {
	case SG_EXPR_GUARD:
		return true;
	case SG_EXPR_CONST:
		return x->value == 0 || x->value == 1;
	case SG_EXPR_UNARY:
		return x->op == SG_UN_NOT;
	case SG_EXPR_BINARY:
		if (x->op >= SG_BIN_EQ)
			return true;
		return (x->op == SG_BIN_AND || x->op == SG_BIN_OR) && sg_expr_is_boolean(d, x->a) &&
		       sg_expr_is_boolean(d, x->b);
	default:
		return false;
	}
}

sg_expr sg_expr_unary(struct sg_domain *d, enum sg_unop op, sg_expr a)
{
	struct sg_expr_info x = *sg_expr_at(d, a);
	struct sg_expr_info info = {.kind = SG_EXPR_UNARY, .op = (uint8_t)op, .a = a};

	if (x.kind == SG_EXPR_CONST) {
		if (op == SG_UN_NOT)
			return sg_expr_const(d, !x.value);
		return sg_expr_const(d,
		                     op == SG_UN_NEG ? (int64_t)(0 - (uint64_t)x.value) : ~x.value);
	}
	if (op == SG_UN_NOT && x.kind == SG_EXPR_UNARY && x.op == SG_UN_NOT &&
	    sg_expr_is_boolean(d, x.a))
		return x.a;
	if (x.depth >= SG_MAX_EXPR_DEPTH)
		return 0;
	info.depth = (uint8_t)(x.depth + 1);
	return expr_intern(d, &info);
}

sg_expr sg_expr_binary(struct sg_domain *d, enum sg_binop op, sg_expr a, sg_expr b)
{
	struct sg_expr_info x = *sg_expr_at(d, a), y = *sg_expr_at(d, b);
	struct sg_expr_info info = {.kind = SG_EXPR_BINARY, .op = (uint8_t)op, .a = a, .b = b};
	int64_t folded;

	if (x.kind == SG_EXPR_CONST && y.kind == SG_EXPR_CONST &&
	    fold_binary(op, x.value, y.value, &folded))
		return sg_expr_const(d, folded);
	if (x.kind == SG_EXPR_CONST && (op == SG_BIN_EQ || op == SG_BIN_NE || op == SG_BIN_AND ||
	                                op == SG_BIN_OR || op == SG_BIN_ADD)) {
		info.a = b;
		info.b = a;
		y = x;
		x = *sg_expr_at(d, b);
	}
	if (y.kind == SG_EXPR_CONST && sg_expr_is_boolean(d, info.a)) {
		if ((op == SG_BIN_NE && y.value == 0) || (op == SG_BIN_EQ && y.value == 1))
			return info.a;
		if ((op == SG_BIN_EQ && y.value == 0) || (op == SG_BIN_NE && y.value == 1))
			return sg_expr_unary(d, SG_UN_NOT, info.a);
	}
	if (info.a == info.b && (op == SG_BIN_EQ || op == SG_BIN_NE))
		return sg_expr_const(d, op == SG_BIN_EQ);
	if (x.depth >= SG_MAX_EXPR_DEPTH || y.depth >= SG_MAX_EXPR_DEPTH)
		return 0;
	info.depth = (uint8_t)((x.depth > y.depth ? x.depth : y.depth) + 1);
	return expr_intern(d, &info);
}

bool sg_expr_is_of_entry(const struct sg_domain *d, sg_expr expr)
{
	const struct sg_expr_info *x = sg_expr_at(d, expr);

	switch ((enum sg_expr_kind)x->kind) {
	case SG_EXPR_CONST:
	case SG_EXPR_PARAM:
	case SG_EXPR_CELL:
	case SG_EXPR_POINTER:
	case SG_EXPR_GUARD:
		return true;
	case SG_EXPR_UNARY:
		return sg_expr_is_of_entry(d, x->a);
	case SG_EXPR_BINARY:
		return sg_expr_is_of_entry(d, x->a) && sg_expr_is_of_entry(d, x->b);
	default:
		return false;
	}
}

/*
 * One form for what says the same: of comparisons and negations what they say of
 * their operand, of numbers that are 0 or 1 which of the two.
 */
static struct sg_lit_info lit_normal(struct sg_domain *d, struct sg_lit_info lit)
{
	const struct sg_expr_info *x = sg_expr_at(d, lit.expr), *y;
	bool truth;

	if (!sg_expr_is_boolean(d, lit.expr) || x->kind == SG_EXPR_CONST ||
	    (lit.value != 0 && lit.value != 1))
		return lit;
	truth = lit.is_equal == (lit.value == 1);
	y = x->kind == SG_EXPR_BINARY ? sg_expr_at(d, x->b) : NULL;
	if (x->kind == SG_EXPR_UNARY)
		return lit_normal(d, (struct sg_lit_info){.expr = x->a, .is_equal = !truth});
	if (y && y->kind == SG_EXPR_CONST && (x->op == SG_BIN_EQ || x->op == SG_BIN_NE))
		return lit_normal(d, (struct sg_lit_info){.expr = x->a,
		                                          .is_equal = (x->op == SG_BIN_EQ) == truth,
		                                          .value = y->value});
	return (struct sg_lit_info){.expr = lit.expr, .is_equal = true, .value = truth};
}

sg_lit sg_lit_get(struct sg_domain *d, sg_expr expr, bool is_equal, int64_t value)
{
	struct sg_lit_info info = lit_normal(
		d, (struct sg_lit_info){.expr = expr, .is_equal = is_equal, .value = value});

	FIND_OR_ADD(d, lits, lit_map, hash5(info.expr, info.is_equal, (uint64_t)info.value, 2, 3),
	            d->lits.items[candidate].expr == info.expr &&
	                    d->lits.items[candidate].is_equal == info.is_equal &&
	                    d->lits.items[candidate].value == info.value,
	            info);
}

bool sg_lit_implies(const struct sg_domain *d, sg_lit x, sg_lit y)
{
	const struct sg_lit_info *a = sg_lit_at(d, x), *b = sg_lit_at(d, y);

	return x == y ||
	       (a->expr == b->expr && a->is_equal && !b->is_equal && a->value != b->value);
}

bool sg_lit_contradict(const struct sg_domain *d, sg_lit x, sg_lit y)
{
	const struct sg_lit_info *a = sg_lit_at(d, x), *b = sg_lit_at(d, y);

	if (a->expr != b->expr)
		return false;
	if (a->is_equal && b->is_equal)
		return a->value != b->value;
	return a->is_equal != b->is_equal && a->value == b->value;
}

static sg_hop hop_intern(struct sg_domain *d, const struct sg_hop_info *info)
{
	FIND_OR_ADD(d, hops, hop_map,
	            hash5(info->kind, info->previous, info->function, info->inst, info->name),
	            d->hops.items[candidate].kind == info->kind &&
	                    d->hops.items[candidate].previous == info->previous &&
	                    d->hops.items[candidate].function == info->function &&
	                    d->hops.items[candidate].inst == info->inst &&
	                    d->hops.items[candidate].name == info->name,
	            *info);
}

sg_hop sg_hop_add(struct sg_domain *d, sg_hop previous, enum sg_hop_kind kind, uint32_t function,
                  uint32_t inst, sg_str name)
{
	struct sg_hop_info info = {.kind = (uint8_t)kind,
	                           .previous = previous,
	                           .function = function,
	                           .inst = inst,
	                           .name = name};
	uint8_t length = d->hops.items[previous].length;

	if (length >= SG_MAX_HOPS)
		return previous;
	for (sg_hop h = previous; h != 0; h = d->hops.items[h].previous) {
		const struct sg_hop_info *x = &d->hops.items[h];

		if (x->kind == info.kind && x->function == function && x->inst == inst)
			return previous;
	}
	info.length = (uint8_t)(length + 1);
	return hop_intern(d, &info);
}
