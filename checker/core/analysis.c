/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "core/analysis.h"

#include <string.h>

#include "core/engine.h"

static void engine_init(struct sg_engine *e, struct sg_arena *arena, const struct sg_rules *rules,
                        const struct sg_analysis_options *options, struct sg_stats *stats)
{
	memset(e, 0, sizeof(*e));
	e->arena = arena;
	e->rules = rules;
	e->options = options;
	e->stats = stats;
	sg_domain_init(&e->domain, arena);
	sg_values_init(&e->values, &e->domain, arena);
	sg_map_init(&e->unit_index, arena);
	sg_map_init(&e->externs, arena);
	sg_map_init(&e->inlines, arena);
	sg_map_init(&e->ops, arena);
	sg_map_init(&e->const_cells, arena);
	sg_map_init(&e->shared_records, arena);
	sg_map_init(&e->cell_index, arena);
	sg_map_init(&e->key_index, arena);
	sg_map_init(&e->record_facts, arena);
	sg_map_init(&e->pending_seen, arena);
	sg_map_init(&e->finding_index, arena);
	sg_map_init(&e->reported, arena);
	sg_lead_graph_init(&e->lead_graph, arena);
	e->findings = SG_NEW(arena, struct sg_findings);
	e->findings->arena = arena;
}

static void run_function(struct sg_engine *e, uint32_t index, struct sg_arena *scratch)
{
	sg_dataflow_run(e, &e->funcs.items[index], scratch);
	sg_arena_reset(scratch);
}

/* Functions that call each other, until what they mean no longer changes. */
static void run_recursion(struct sg_engine *e, const uint32_t *funcs, uint32_t count,
                          struct sg_arena *scratch)
{
	bool changed = true;

	for (uint32_t round = 0; changed; round++) {
		if (round == SG_MAX_SCC_ROUNDS) {
			e->stats->recursion_cuts++;
			return;
		}
		changed = false;
		for (uint32_t i = 0; i < count; i++) {
			struct sg_func *func = &e->funcs.items[funcs[i]];
			struct sg_summary old = func->summary;

			run_function(e, funcs[i], scratch);
			changed |= !sg_summary_equal(&old, &func->summary);
		}
	}
}

/* What constant objects hold is known in every function. */
static void run_initialisers(struct sg_engine *e, uint32_t index, struct sg_arena *scratch)
{
	const struct sg_summary *s = &e->funcs.items[index].summary;

	run_function(e, index, scratch);
	for (uint32_t i = 0; i < s->writes.count; i++)
		if (sg_region_at(&e->domain, sg_cell_region(s->writes.items[i].cell))->is_const)
			sg_map_put(&e->const_cells, s->writes.items[i].cell,
			           s->writes.items[i].value);
}

static void run_functions(struct sg_engine *e)
{
	struct sg_arena *scratch = sg_arena_new("function");
	uint32_t i = 0;

	for (uint32_t j = 0; j < e->funcs.count; j++)
		if (e->funcs.items[j].ir->is_initialiser)
			run_initialisers(e, j, scratch);
	while (i < e->order.count) {
		const struct sg_func *func = &e->funcs.items[e->order.items[i]];
		uint32_t end = i + 1;

		while (end < e->order.count && e->funcs.items[e->order.items[end]].scc == func->scc)
			end++;
		if (func->is_recursive)
			run_recursion(e, &e->order.items[i], end - i, scratch);
		else
			run_function(e, e->order.items[i], scratch);
		i = end;
	}
	sg_arena_free(scratch);
}

static void count_program(const struct sg_engine *e)
{
	for (uint32_t i = 0; i < e->funcs.count; i++) {
		const struct sg_function *ir = e->funcs.items[i].ir;

		e->stats->functions++;
		e->stats->instructions += ir->insts.count;
		for (uint32_t j = 0; j < ir->insts.count; j++)
			e->stats->unknown_instructions += ir->insts.items[j].op == SG_OP_UNKNOWN;
	}
	e->stats->value_cuts += e->values.value_cuts;
	e->stats->literal_cuts += e->values.literal_cuts;
	e->stats->path_cuts += e->domain.path_cuts;
}

static void dump_summaries(struct sg_engine *e)
{
	const char *only = e->options->dump_function;

	for (uint32_t i = 0; i < e->funcs.count; i++)
		if (!only || strcmp(only, e->funcs.items[i].name) == 0)
			sg_dump_summary(e, &e->funcs.items[i], e->options->dump);
}

struct sg_findings *sg_analyze(struct sg_arena *arena, const struct sg_rules *rules,
                               struct sg_unit *const *units, uint32_t unit_count,
                               const struct sg_analysis_options *options, struct sg_stats *stats)
{
	struct sg_engine e;

	engine_init(&e, arena, rules, options, stats);
	if (unit_count == 0)
		return e.findings;
	e.intern = units[0]->intern;
	sg_program_build(&e, units, unit_count);
	run_functions(&e);
	sg_cells_resolve(&e);
	sg_findings_finish(&e);
	sg_leads_finish(&e);
	count_program(&e);
	if (options->dump && options->dump_summary)
		dump_summaries(&e);
	if (options->dump)
		sg_dump_regions(&e);
	return e.findings;
}
