/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a condition tells about the state on each of its edges. */
#include <string.h>

#include "core/engine.h"

/* Error pointers are the last page of the address space, as include/linux/err.h has it. */
#define MAX_ERRNO 4095

/* The pointer is NULL, or an error: values that name its memory have nothing to name. */
static void kill_memory(struct sg_frame *f, sg_region region, sg_path path, bool is_null)
{
	struct sg_values *vs = &f->e->values;

	for (uint32_t i = 0; i < f->state->cells.count; i++) {
		struct sg_state_cell *cell = &f->state->cells.items[i];
		struct sg_value_info info = *sg_value_at(vs, cell->value);
		struct sg_atom_set set;
		bool changed = false;

		memset(&set, 0, sizeof(set));
		for (uint32_t j = 0; j < info.count; j++) {
			struct sg_atom atom = info.atoms[j];

			if (atom.kind == SG_ATOM_MEMORY && sg_mem_bare(f->e, atom.what) == region &&
			    atom.path == path) {
				changed = true;
				if (!is_null)
					continue;
				atom.kind = SG_ATOM_SCALAR;
				atom.what = sg_expr_const(&f->e->domain, 0);
				atom.path = 0;
				atom.view = 0;
				atom.hop = 0;
			}
			sg_atom_set_add(vs, &set, &atom);
		}
		if (changed)
			cell->value = sg_atom_set_value(vs, &set);
	}
}

/*
 * An address that is NULL or an error for some memory was tested.  Of a net_iov
 * there is no page and no address, however it was asked for.
 */
static void assume_address(struct sg_frame *f, sg_region region, bool is_good)
{
	uint8_t fails = sg_state_refinement(f->state, region).fails_mask;

	if (fails & 1u << SG_TAG_IO)
		fails |= 1u << SG_TAG_P2P;

	if (is_good)
		sg_state_refine(f->state, f->scratch, region, 0, fails | (1u << SG_TAG_UNREADABLE));
	else if (fails != 0)
		sg_state_refine(f->state, f->scratch, region, fails, 0);
}

static void assume_equal(struct sg_frame *f, sg_expr expr, bool is_equal, int64_t value)
{
	struct sg_expr_info x = *sg_expr_at(&f->e->domain, expr);
	sg_lit lit = sg_lit_get(&f->e->domain, expr, is_equal, value);

	if (!sg_state_assume(f->state, &f->e->values, lit) || x.kind != SG_EXPR_POINTER ||
	    value != 0)
		return;
	if (is_equal)
		kill_memory(f, x.a, x.b, true);
	assume_address(f, x.a, !is_equal);
}

static void refine_guard(struct sg_frame *f, sg_region region, uint32_t tag, bool truth)
{
	/* not I/O memory at all: not P2P memory either */
	uint8_t bit = (uint8_t)(1u << tag), none = bit;

	if (tag == SG_TAG_IO)
		none |= 1u << SG_TAG_P2P;
	sg_state_refine(f->state, f->scratch, region, truth ? bit : 0, truth ? 0 : none);
}

static void assume_guard(struct sg_frame *f, sg_expr expr, bool truth)
{
	struct sg_expr_info x = *sg_expr_at(&f->e->domain, expr);

	if (sg_state_assume(f->state, &f->e->values, sg_lit_get(&f->e->domain, expr, true, truth)))
		refine_guard(f, x.a, x.b, truth);
}

static bool const_value(const struct sg_domain *d, sg_expr expr, int64_t *value)
{
	const struct sg_expr_info *x = sg_expr_at(d, expr);

	*value = x->value;
	return x->kind == SG_EXPR_CONST;
}

/* IS_ERR(): the pointer, as a number, is at least -MAX_ERRNO. */
static bool is_error_test(const struct sg_domain *d, const struct sg_expr_info *x, bool truth,
                          bool *is_error)
{
	int64_t bound;

	if (sg_expr_at(d, x->a)->kind != SG_EXPR_POINTER || !const_value(d, x->b, &bound) ||
	    bound < -MAX_ERRNO - 1 || bound >= 0)
		return false;
	if (x->op == SG_BIN_GE || x->op == SG_BIN_GT)
		*is_error = truth;
	else if (x->op == SG_BIN_LT || x->op == SG_BIN_LE)
		*is_error = !truth;
	else
		return false;
	return true;
}

static void assume_binary(struct sg_frame *f, sg_expr expr, bool truth)
{
	struct sg_domain *d = &f->e->domain;
	struct sg_expr_info x = *sg_expr_at(d, expr);
	bool is_equality = x.op == SG_BIN_EQ || x.op == SG_BIN_NE;
	bool is_error;
	int64_t value;

	if ((x.op == SG_BIN_AND && truth && sg_expr_is_boolean(d, expr)) ||
	    (x.op == SG_BIN_OR && !truth)) {
		sg_assume_expr(f, x.a, truth);
		if (f->state->is_reachable)
			sg_assume_expr(f, x.b, truth);
		return;
	}
	if (is_equality && const_value(d, x.b, &value)) {
		assume_equal(f, x.a, (x.op == SG_BIN_EQ) == truth, value);
		return;
	}
	if (is_error_test(d, &x, truth, &is_error)) {
		struct sg_expr_info pointer = *sg_expr_at(d, x.a);

		if (is_error)
			kill_memory(f, pointer.a, pointer.b, false);
		assume_address(f, pointer.a, !is_error);
	}
	if (sg_expr_is_boolean(d, expr))
		assume_equal(f, expr, true, truth);
	else
		assume_equal(f, expr, !truth, 0);
}

void sg_assume_expr(struct sg_frame *f, sg_expr expr, bool truth)
{
	const struct sg_expr_info *x = sg_expr_at(&f->e->domain, expr);

	switch ((enum sg_expr_kind)x->kind) {
	case SG_EXPR_CONST:
		if ((x->value != 0) != truth)
			f->state->is_reachable = false;
		break;
	case SG_EXPR_GUARD:
		assume_guard(f, expr, truth);
		break;
	case SG_EXPR_UNARY:
		if (x->op == SG_UN_NOT)
			sg_assume_expr(f, x->a, !truth);
		else
			assume_equal(f, expr, !truth, 0);
		break;
	case SG_EXPR_BINARY:
		assume_binary(f, expr, truth);
		break;
	default:
		assume_equal(f, expr, !truth, 0);
		break;
	}
}

void sg_assume_lit(struct sg_frame *f, sg_lit lit)
{
	struct sg_lit_info info = *sg_lit_at(&f->e->domain, lit);

	if (info.is_equal && sg_expr_is_boolean(&f->e->domain, info.expr))
		sg_assume_expr(f, info.expr, info.value != 0);
	else
		assume_equal(f, info.expr, info.is_equal, info.value);
}

/* ------------------------------------------------------------------------
 * One test of a value with several alternatives: the alternative that is tested
 * is the one that is used afterwards, so what the test tells holds of each.
 */
enum test_kind { TEST_OTHER, TEST_NULL, TEST_ERROR, TEST_GUARD };

struct test {
	enum test_kind kind;
	bool outcome; /* it is NULL, an error, or has the tag */
	uint32_t region;
	uint32_t path; /* GUARD: the tag */
};

static struct test test_of_expr(const struct sg_domain *d, sg_expr expr, bool truth)
{
	const struct sg_expr_info *x = sg_expr_at(d, expr), *pointer;
	struct test test = {.kind = TEST_OTHER};
	int64_t value;

	if (x->kind == SG_EXPR_UNARY && x->op == SG_UN_NOT)
		return test_of_expr(d, x->a, !truth);
	if (x->kind == SG_EXPR_GUARD)
		return (struct test){TEST_GUARD, truth, x->a, x->b};
	if (x->kind == SG_EXPR_POINTER)
		return (struct test){TEST_NULL, !truth, x->a, x->b};
	if (x->kind != SG_EXPR_BINARY)
		return test;
	pointer = sg_expr_at(d, x->a);
	if (is_error_test(d, x, truth, &test.outcome))
		return (struct test){TEST_ERROR, test.outcome, pointer->a, pointer->b};
	if (pointer->kind == SG_EXPR_POINTER && const_value(d, x->b, &value) && value == 0 &&
	    (x->op == SG_BIN_EQ || x->op == SG_BIN_NE))
		return (struct test){TEST_NULL, (x->op == SG_BIN_EQ) == truth, pointer->a,
		                     pointer->b};
	return test;
}

static struct test test_of(const struct sg_engine *e, const struct sg_atom *atom, bool truth)
{
	const struct sg_domain *d = &e->domain;

	if (atom->kind == SG_ATOM_MEMORY)
		return (struct test){TEST_NULL, !truth, sg_mem_bare(e, atom->what), atom->path};
	if (atom->kind == SG_ATOM_SCALAR)
		return test_of_expr(d, atom->what, truth);
	return (struct test){.kind = TEST_OTHER};
}

/* ------------------------------------------------------------------------
 * Values as conditions
 */
static bool lits_hold(struct sg_frame *f, const struct sg_atom *atom)
{
	for (uint8_t i = 0; i < atom->lit_count; i++)
		if (sg_state_contradicts(f->state, &f->e->domain, atom->lits[i]))
			return false;
	return true;
}

/* A guard of memory that is known decides, and then says of which memory this is not. */
static bool can_be_guard(struct sg_frame *f, const struct sg_atom *atom, bool truth)
{
	struct test test = test_of(f->e, atom, truth);
	bool known;

	if (test.kind != TEST_GUARD ||
	    !sg_mem_guard_is_known(f->e, test.region, test.path, &known) || known == test.outcome)
		return true;
	refine_guard(f, test.region, test.path, test.outcome);
	return false;
}

static bool can_be(struct sg_frame *f, const struct sg_atom *atom, bool truth)
{
	int64_t value;

	if (!lits_hold(f, atom))
		return false;
	if (sg_atom_const(&f->e->values, atom, &value))
		return (value != 0) == truth;
	if (atom->kind != SG_ATOM_MEMORY)
		return can_be_guard(f, atom, truth);
	return truth || !sg_mem_is_object(f->e, atom->what);
}

static bool has_lit(const struct sg_atom *atom, sg_lit lit)
{
	for (uint8_t i = 0; i < atom->lit_count; i++)
		if (atom->lits[i] == lit)
			return true;
	return false;
}

/* What all remaining alternatives arose under holds now. */
static void assume_common_lits(struct sg_frame *f, const struct sg_atom *atoms, uint32_t count)
{
	for (uint8_t i = 0; i < atoms[0].lit_count; i++) {
		sg_lit lit = atoms[0].lits[i];
		uint32_t having = 1;

		while (having < count && has_lit(&atoms[having], lit))
			having++;
		if (having == count && f->state->is_reachable)
			sg_assume_lit(f, lit);
	}
}

static void assume_atom(struct sg_frame *f, const struct sg_atom *atom, bool truth)
{
	if (atom->kind == SG_ATOM_SCALAR)
		sg_assume_expr(f, atom->what, truth);
	else if (atom->kind == SG_ATOM_MEMORY)
		assume_equal(f, sg_mem_pointer(f->e, atom), !truth, 0);
}

static bool names_tested(const struct sg_engine *e, const struct sg_atom *atom,
                         const struct test *tests, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (sg_mem_bare(e, atom->what) == tests[i].region && atom->path == tests[i].path)
			return true;
	return false;
}

/* The value holds nothing but what was tested: NULL beside it is decided, too. */
static bool is_tested(const struct sg_engine *e, sg_value v, const struct test *tests,
                      uint32_t count)
{
	const struct sg_values *vs = &e->values;
	const struct sg_value_info *info = sg_value_at(vs, v);
	uint32_t named = 0;

	for (uint32_t i = 0; i < info->count; i++) {
		if (info->atoms[i].kind == SG_ATOM_MEMORY) {
			if (!names_tested(e, &info->atoms[i], tests, count))
				return false;
			named++;
		} else if (!sg_atom_is_null(vs, &info->atoms[i])) {
			return false;
		}
	}
	return named > 0;
}

static void assume_addresses(struct sg_frame *f, const struct test *tests, uint32_t count)
{
	struct sg_values *vs = &f->e->values;

	for (uint32_t i = 0; i < f->state->cells.count; i++) {
		struct sg_state_cell *cell = &f->state->cells.items[i];
		struct sg_value_info info = *sg_value_at(vs, cell->value);
		struct sg_atom_set set;

		if (!is_tested(f->e, cell->value, tests, count))
			continue;
		memset(&set, 0, sizeof(set));
		for (uint32_t j = 0; j < info.count; j++)
			if ((info.atoms[j].kind == SG_ATOM_MEMORY) != tests[0].outcome)
				sg_atom_set_add(vs, &set, &info.atoms[j]);
		if (tests[0].kind == TEST_NULL && tests[0].outcome)
			cell->value = sg_value_const(vs, 0);
		else
			cell->value = sg_atom_set_value(vs, &set);
	}
	for (uint32_t i = 0; i < count; i++)
		assume_address(f, tests[i].region, !tests[0].outcome);
}

/* Takes one test of all alternatives; nothing when they are different tests. */
static void assume_all(struct sg_frame *f, const struct sg_atom *atoms, uint32_t count, bool truth)
{
	struct test tests[SG_MAX_ATOMS];

	for (uint32_t i = 0; i < count; i++) {
		tests[i] = test_of(f->e, &atoms[i], truth);
		if (tests[i].kind == TEST_OTHER || tests[i].kind != tests[0].kind ||
		    tests[i].outcome != tests[0].outcome)
			return;
	}
	if (tests[0].kind != TEST_GUARD) {
		assume_addresses(f, tests, count);
		return;
	}
	for (uint32_t i = 0; i < count; i++)
		refine_guard(f, tests[i].region, tests[i].path, tests[i].outcome);
}

static void assume_value(struct sg_frame *f, sg_value v, bool truth)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom left[SG_MAX_ATOMS];
	uint32_t count = 0;

	for (uint32_t i = 0; i < info.count; i++)
		if (can_be(f, &info.atoms[i], truth))
			left[count++] = info.atoms[i];
	if (info.count == 0)
		return;
	if (count == 0) {
		f->state->is_reachable = false;
		return;
	}
	assume_common_lits(f, left, count);
	if (count == 1 && f->state->is_reachable)
		assume_atom(f, &left[0], truth);
	else if (f->state->is_reachable)
		assume_all(f, left, count, truth);
}

void sg_branch_assume(struct sg_frame *f, sg_ref cond, bool truth)
{
	assume_value(f, sg_eval(f, cond), truth);
}

/* Every alternative is 0 or 1: a case for one of them is a branch. */
static bool is_truth(const struct sg_frame *f, sg_value v)
{
	const struct sg_value_info *info = sg_value_at(&f->e->values, v);

	for (uint32_t i = 0; i < info->count; i++)
		if (info->atoms[i].kind != SG_ATOM_SCALAR ||
		    !sg_expr_is_boolean(&f->e->domain, info->atoms[i].what))
			return false;
	return info->count > 0;
}

static bool in_range(int64_t value, int64_t low, int64_t high)
{
	return low <= value && value <= high;
}

void sg_branch_assume_case(struct sg_frame *f, sg_ref ref, int64_t low, int64_t high)
{
	sg_value v = sg_eval(f, ref);
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom left[SG_MAX_ATOMS];
	uint32_t count = 0;
	int64_t value;

	if (low == high && (low == 0 || low == 1) && is_truth(f, v)) {
		assume_value(f, v, low != 0);
		return;
	}
	for (uint32_t i = 0; i < info.count; i++)
		if (lits_hold(f, &info.atoms[i]) &&
		    (!sg_atom_const(&f->e->values, &info.atoms[i], &value) ||
		     in_range(value, low, high)))
			left[count++] = info.atoms[i];
	if (info.count == 0)
		return;
	if (count == 0) {
		f->state->is_reachable = false;
		return;
	}
	assume_common_lits(f, left, count);
	if (count == 1 && low == high && left[0].kind == SG_ATOM_SCALAR && f->state->is_reachable)
		assume_equal(f, left[0].what, true, low);
}

void sg_branch_assume_default(struct sg_frame *f, const struct sg_inst *inst)
{
	const sg_ref *extra = sg_inst_extra(f->ir, inst);
	sg_value v = sg_eval(f, extra[0]);
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	int64_t value;

	for (uint32_t i = 1; is_truth(f, v) && i + 2 < inst->extra_count; i += 3) {
		int64_t low = f->unit->ints.items[sg_ref_index(extra[i])];

		if ((low == 0 || low == 1) && f->state->is_reachable)
			assume_value(f, v, low == 0);
	}
	if (info.count != 1 || info.atoms[0].kind != SG_ATOM_SCALAR)
		return;
	for (uint32_t i = 1; i + 2 < inst->extra_count && f->state->is_reachable; i += 3) {
		int64_t low = f->unit->ints.items[sg_ref_index(extra[i])];
		int64_t high = f->unit->ints.items[sg_ref_index(extra[i + 1])];

		if (sg_atom_const(&f->e->values, &info.atoms[0], &value)) {
			if (in_range(value, low, high))
				f->state->is_reachable = false;
		} else if (low == high) {
			assume_equal(f, info.atoms[0].what, false, low);
		}
	}
}
