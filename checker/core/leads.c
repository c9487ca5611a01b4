/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A graph of names: an edge leads from where memory comes from (a field, a
 * parameter) to where it goes (a field, a function that is called).  What can
 * be reached from tagged memory is a lead.  It is coarser than the analysis:
 * parameters of one function are one node, and guards count for nothing but
 * the memory they were asked of.
 */
#include "core/leads.h"

#include <string.h>

#include "core/engine.h"

void sg_leads_init(struct sg_leads *leads, struct sg_arena *arena)
{
	*leads = (struct sg_leads){.arena = arena};
	sg_map_init(&leads->index, arena);
}

static uint64_t hash_text(const char *text)
{
	return text ? sg_hash_bytes(text, strlen(text)) : 0;
}

void sg_leads_add(struct sg_leads *leads, const struct sg_lead *lead)
{
	uint64_t parts[] = {lead->kind, hash_text(lead->name), hash_text(lead->owner),
	                    hash_text(lead->module)};
	uint64_t hash = sg_hash_bytes(parts, sizeof(parts)), known;

	if (sg_map_get(&leads->index, hash, &known))
		return;
	sg_map_put(&leads->index, hash, leads->items.count);
	sg_vec_push(&leads->items, leads->arena, *lead);
}

/* ------------------------------------------------------------------------
 * Nodes and edges
 */
enum node_kind {
	NODE_TAGGED, /* memory with a tag, wherever */
	NODE_FIELD,
	NODE_OPERATION,
	NODE_VARIABLE,
	NODE_PARAMETER, /* what a function of this name is given */
	NODE_RESULT,    /* what it returns, or stores by way of its parameters */
};

/* PARAMETER and RESULT of a static function are told apart by its unit. */
struct sg_lead_node {
	uint8_t kind;
	bool is_reached;
	bool has_body; /* PARAMETER: the function is in the program */
	sg_str name;
	uint32_t owner; /* of a field: identity; of what is static: number of its scope */
	sg_str module;
	uint32_t first_edge; /* index + 1 */
};

struct sg_lead_edge {
	uint32_t to;
	uint32_t next; /* of the same origin, index + 1 */
};

void sg_lead_graph_init(struct sg_lead_graph *g, struct sg_arena *arena)
{
	sg_map_init(&g->node_index, arena);
	sg_map_init(&g->edge_index, arena);
}

static uint32_t node(struct sg_engine *e, enum node_kind kind, sg_str name, uint32_t owner,
                     sg_str module)
{
	struct sg_lead_graph *g = &e->lead_graph;
	uint32_t parts[] = {kind, name, owner, module};
	uint64_t hash = sg_hash_bytes(parts, sizeof(parts)), index;

	if (!sg_map_get(&g->node_index, hash, &index)) {
		index = g->nodes.count;
		sg_map_put(&g->node_index, hash, index);
		sg_vec_push(&g->nodes, e->arena,
		            (struct sg_lead_node){.kind = (uint8_t)kind,
		                                  .name = name,
		                                  .owner = owner,
		                                  .module = module});
	}
	return (uint32_t)index;
}

static void add_edge(struct sg_engine *e, uint32_t from, uint32_t to)
{
	struct sg_lead_graph *g = &e->lead_graph;
	struct sg_lead_node *origin = &g->nodes.items[from];
	uint64_t edge = (uint64_t)from << 32 | to, known;

	if (from == to || sg_map_get(&g->edge_index, edge, &known))
		return;
	sg_map_put(&g->edge_index, edge, 0);
	sg_vec_push(&g->edges, e->arena,
	            (struct sg_lead_edge){.to = to, .next = origin->first_edge});
	origin->first_edge = g->edges.count;
}

static uint32_t tagged_node(struct sg_engine *e)
{
	return node(e, NODE_TAGGED, 0, 0, 0);
}

static uint32_t function_node(struct sg_engine *e, enum node_kind kind, const struct sg_unit *unit,
                              uint32_t symbol)
{
	const struct sg_symbol *s = &unit->symbols.items[symbol];

	return node(e, kind, s->name, s->linkage == SG_LINK_STATIC ? unit->object : 0, 0);
}

static uint32_t field_node(struct sg_engine *e, enum node_kind kind, const struct sg_unit *unit,
                           sg_str owner, sg_str name)
{
	uint64_t shared;

	return node(e, kind, name, owner,
	            sg_map_get(&e->shared_records, owner, &shared) ? unit->module : 0);
}

/*
 * The name of a place: of the innermost field that does not belong to a
 * descriptor, whose fields all descriptors share, else of the variable.
 * UINT32_MAX: it has none.
 */
static uint32_t place_node(struct sg_frame *f, sg_region region, sg_path path)
{
	struct sg_engine *e = f->e;
	const struct sg_region_info *r = sg_region_at(&e->domain, region);

	for (; path != 0; path = sg_path_get(&e->domain, path)->parent) {
		const struct sg_path_info *step = sg_path_get(&e->domain, path);
		const struct sg_record_fact *fact;

		if (step->kind != SG_STEP_FIELD)
			continue;
		fact = sg_program_record_fact(e, step->a);
		if (!fact || !fact->is_descriptor)
			return field_node(e, NODE_FIELD, f->unit, step->a, step->b);
	}
	return r->kind == SG_REGION_GLOBAL ? node(e, NODE_VARIABLE, r->a, r->b, 0) : UINT32_MAX;
}

/* Where memory comes from; UINT32_MAX: from nowhere that could be tagged. */
static uint32_t origin_node(struct sg_frame *f, sg_region region)
{
	struct sg_engine *e = f->e;

	for (;;) {
		const struct sg_region_info *r = sg_region_at(&e->domain, region);
		uint32_t place;

		if (r->has_tag)
			return r->tag == SG_TAG_RAM ||
			                       sg_state_refinement(f->state, region).not_mask &
			                               1u << r->tag
			               ? UINT32_MAX
			               : tagged_node(e);
		switch ((enum sg_region_kind)r->kind) {
		case SG_REGION_PARAM:
			return function_node(e, NODE_PARAMETER, e->funcs.items[r->a].unit,
			                     e->funcs.items[r->a].ir->symbol);
		case SG_REGION_DEREF:
		case SG_REGION_PAYLOAD:
			place = place_node(f, r->parent, r->a);
			if (place != UINT32_MAX)
				return place;
			region = r->parent;
			break;
		case SG_REGION_PROVED:
		case SG_REGION_ASSERTED:
			region = r->parent;
			break;
		default:
			return UINT32_MAX;
		}
	}
}

/* To 'to', unless from 'except'. */
static void add_edges(struct sg_frame *f, sg_value value, uint32_t to, uint32_t except)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, value);

	for (uint32_t i = 0; i < info.count; i++) {
		uint32_t from = info.atoms[i].kind == SG_ATOM_MEMORY
		                        ? origin_node(f, info.atoms[i].what)
		                        : UINT32_MAX;

		if (from != UINT32_MAX && from != except)
			add_edge(f->e, from, to);
	}
}

/* ------------------------------------------------------------------------
 * What the functions of the program do
 */
void sg_leads_store(struct sg_frame *f, sg_cell cell, sg_value value)
{
	uint32_t to;

	if (!f->e->options->leads)
		return;
	to = place_node(f, sg_cell_region(cell), sg_cell_path(cell));
	if (to != UINT32_MAX)
		add_edges(f, value, to, UINT32_MAX);
}

/* An argument, and what the object it points to holds. */
static void add_argument(struct sg_frame *f, sg_value argument, uint32_t to)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, argument);

	add_edges(f, argument, to, UINT32_MAX);
	for (uint32_t i = 0; i < info.count; i++) {
		sg_region region = info.atoms[i].what;
		uint32_t at;

		if (info.atoms[i].kind != SG_ATOM_MEMORY)
			continue;
		at = sg_state_lower_bound(f->state, sg_cell_make(region, 0));
		for (; at < f->state->cells.count; at++) {
			const struct sg_state_cell *cell = &f->state->cells.items[at];

			if (sg_cell_region(cell->cell) != region)
				break;
			add_edges(f, cell->value, to, UINT32_MAX);
		}
	}
}

void sg_leads_call(struct sg_frame *f, sg_ref callee, const sg_value *args, uint32_t arg_count)
{
	sg_str owner, name;
	uint32_t to;

	if (!f->e->options->leads || !f->is_report)
		return;
	if (sg_ref_kind(callee) == SG_REF_SYMBOL)
		to = function_node(f->e, NODE_PARAMETER, f->unit, sg_ref_index(callee));
	else if (sg_program_called_field(f->e, f->func, callee, &owner, &name))
		to = field_node(f->e, NODE_OPERATION, f->unit, owner, name);
	else
		return;
	for (uint32_t i = 0; i < arg_count; i++)
		add_argument(f, args[i], to);
}

void sg_leads_return(struct sg_frame *f)
{
	const struct sg_summary *s = &f->func->summary;
	uint32_t given, to;

	if (!f->e->options->leads)
		return;
	given = function_node(f->e, NODE_PARAMETER, f->unit, f->ir->symbol);
	to = function_node(f->e, NODE_RESULT, f->unit, f->ir->symbol);
	f->e->lead_graph.nodes.items[given].has_body = true;
	/* What it was given its callers know. */
	add_edges(f, s->result, to, given);
	for (uint32_t i = 0; i < s->writes.count; i++)
		add_edges(f, s->writes.items[i].value, to, given);
}

/* A function in an ops table is given what the table's is, and returns for it. */
static void connect_operations(struct sg_engine *e)
{
	for (uint32_t i = 0; i < e->op_tables.count; i++) {
		const struct sg_op_table *table = &e->op_tables.items[i];

		for (uint32_t j = 0; j < table->funcs.count; j++) {
			const struct sg_func *func = &e->funcs.items[table->funcs.items[j]];
			uint32_t operation = field_node(e, NODE_OPERATION, table->unit,
			                                table->owner, table->name);

			add_edge(e, operation,
			         function_node(e, NODE_PARAMETER, func->unit, func->ir->symbol));
			add_edge(e, function_node(e, NODE_RESULT, func->unit, func->ir->symbol),
			         operation);
		}
	}
}

static void reach(struct sg_engine *e)
{
	struct sg_lead_graph *g = &e->lead_graph;
	uint32_t *stack = SG_NEW_ARRAY(e->arena, uint32_t, g->nodes.count + 1);
	uint32_t depth = 0;

	stack[depth++] = tagged_node(e);
	while (depth > 0) {
		struct sg_lead_node *at = &g->nodes.items[stack[--depth]];

		at->is_reached = true;
		for (uint32_t i = at->first_edge; i; i = g->edges.items[i - 1].next) {
			struct sg_lead_node *to = &g->nodes.items[g->edges.items[i - 1].to];

			if (!to->is_reached)
				stack[depth++] = g->edges.items[i - 1].to;
			to->is_reached = true;
		}
	}
}

static const char *text_of(const struct sg_engine *e, sg_str id)
{
	return id ? sg_intern_text(e->intern, id) : NULL;
}

/* Others can use the name, and would do more with the memory than the program does. */
static bool is_lead(const struct sg_lead_node *n)
{
	if (!n->is_reached || n->kind == NODE_TAGGED || n->has_body)
		return false;
	return n->kind == NODE_FIELD || n->kind == NODE_OPERATION || n->owner == 0;
}

void sg_leads_finish(struct sg_engine *e)
{
	static const enum sg_lead_kind kinds[] = {
		[NODE_FIELD] = SG_LEAD_FIELD,       [NODE_OPERATION] = SG_LEAD_OPERATION,
		[NODE_VARIABLE] = SG_LEAD_VARIABLE, [NODE_PARAMETER] = SG_LEAD_FUNCTION,
		[NODE_RESULT] = SG_LEAD_FUNCTION,
	};
	const struct sg_lead_graph *g = &e->lead_graph;

	if (!e->options->leads)
		return;
	tagged_node(e);
	connect_operations(e);
	reach(e);
	for (uint32_t i = 0; i < g->nodes.count; i++) {
		const struct sg_lead_node *n = &g->nodes.items[i];

		if (!is_lead(n))
			continue;
		sg_leads_add(e->options->leads, &(struct sg_lead){
							.kind = kinds[n->kind],
							.name = text_of(e, n->name),
							.owner = text_of(e, n->owner),
							.module = text_of(e, n->module),
						});
	}
}
