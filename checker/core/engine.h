/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the parts of the engine share.  Private to core: everybody else
 * includes analysis.h.
 *
 *	program.c      functions, symbols, record facts, call graph
 *	memory.c       cells: loads, stores, payloads
 *	memory_copy.c  whole records: copied, cleared, forgotten
 *	transfer.c     one instruction
 *	effects.c      a call to something the rules know
 *	branch.c       what a condition tells
 *	dataflow.c     one function to its fixpoint
 *	loop.c         what a round through a loop leaves to the next one
 *	summary.c      what a function means to its callers, and a call to it
 *	translate.c    a callee's symbols in its caller's terms
 *	sink.c         is this access wrong?  requirements
 *	cells.c        what fields and globals hold, over all functions
 *	leads.c        names by which others get at tagged memory
 *	trace.c        findings and their story
 *	describe.c     how people spell operands and memory
 *	dump.c         --dump and --why
 *	analysis.c     the entry: everything in order
 */
#ifndef SG_CORE_ENGINE_H
#define SG_CORE_ENGINE_H

#include "core/analysis.h"
#include "core/state.h"

/* ------------------------------------------------------------------------
 * Program
 */
struct sg_requirement;

struct sg_write {
	sg_cell cell;
	sg_value value;
};

/* A call through a pointer that the callers decide. */
struct sg_deferred_call {
	sg_value callee;
	sg_value args[SG_MAX_DEFERRED_ARGS];
	uint32_t arg_count;
};

struct sg_summary {
	bool is_ready; /* computed at least once */
	bool never_returns;
	sg_value result;
	SG_VEC(struct sg_write) writes;
	SG_VEC(struct sg_requirement) requirements;
	SG_VEC(struct sg_deferred_call) calls;
	sg_lit lits[SG_MAX_STATE_LITERALS]; /* in force at every return */
	uint32_t lit_count;
};

/* A function with a body, numbered over the whole program. */
struct sg_func {
	struct sg_unit *unit;
	uint32_t info; /* index of the unit */
	const struct sg_function *ir;
	const char *name;
	uint32_t index;
	uint32_t scc;
	bool is_recursive;
	bool has_callers; /* somebody in the program calls it directly or by an ops table */
	bool is_visible;  /* others may call it too: not static, or its address is taken */
	/* what the rules know of it; its body implements that */
	const struct sg_function_fact *fact;
	/* of the ops table it is kept in, NULL: none */
	const struct sg_function_fact *contract;
	struct sg_summary summary;
	struct sg_summary draft; /* of the run that is going on */
};

/* The functions that a field of an ops table may hold. */
struct sg_op_table {
	const struct sg_unit *unit; /* that fills one */
	sg_str owner;
	sg_str name;
	SG_VEC(uint32_t) funcs;
};

/* What a symbol of one unit stands for when called. */
struct sg_target {
	const struct sg_function_fact *fact;
	uint32_t func; /* index + 1 of the body */
};

/* ------------------------------------------------------------------------
 * Sinks and requirements
 */
struct sg_access {
	uint32_t func; /* where it is */
	uint32_t inst;
	const char *sink;   /* "deref", or the fact's word */
	const char *callee; /* the fact's function; NULL for loads and stores */
	uint8_t view;       /* enum sg_view, of the value used */
	bool is_write;
	bool wants_io;      /* an I/O accessor: wrong on RAM */
	bool is_conversion; /* no access: the conversion itself may be wrong */
	bool is_escape;     /* no access: the address leaves the function */
	bool is_atomic;
	bool is_asm;
	sg_ref operand; /* the pointer, in that function, for its description */
};

/* "If 'region' has a tag outside 'not_mask', 'access' is wrong." */
struct sg_requirement {
	sg_region region;
	uint8_t is_mask;  /* guards proved these */
	uint8_t not_mask; /* guards proved the absence of these */
	bool is_certain;  /* no alternative at the access */
	bool is_mixed;    /* memory of the right kind is among the alternatives */
	sg_lit lits[SG_MAX_REQUIREMENT_LITERALS]; /* it happens only when these hold */
	uint8_t lit_count;
	uint32_t knower; /* the function that read the pointer from a field; UINT32_MAX: none */
	uint8_t depth;   /* calls between this function and the access */
	struct sg_access access;
	sg_hop hop; /* how the value came to the access in its own function */
	/* the call that leads there, outermost first; NULL in the access's function */
	const struct sg_call_step *calls;
};

struct sg_call_step {
	uint32_t func;                   /* the caller */
	uint32_t inst;                   /* the call */
	sg_hop hop;                      /* the argument's way, inside the caller */
	const struct sg_call_step *next; /* into the callee */
};

/* ------------------------------------------------------------------------
 * Cells over all functions
 */
/* The names of one cell, the longest first: in all around it, ..., by itself. */
struct sg_cell_keys {
	uint64_t items[SG_MAX_CELL_KEYS];
	uint8_t count;
};

/* How a key was made from the one of the place around it. */
struct sg_key_info {
	uint64_t base;
	uint64_t what;
	uint64_t kind;
};

enum sg_store_kind {
	SG_STORE_TAGGED,  /* a region with a tag */
	SG_STORE_RAM,     /* known RAM */
	SG_STORE_UNKNOWN, /* something, nobody knows what */
	SG_STORE_CELL,    /* whatever another cell holds */
};

/* A branch literal that means the same in every function: fields by their key. */
struct sg_cell_lit {
	uint64_t expr;
	int64_t value;
	bool is_equal;
};

struct sg_cell_store {
	enum sg_store_kind kind;
	sg_region region; /* TAGGED, RAM */
	uint8_t view;
	struct sg_cell_keys other; /* CELL */
	bool is_part;              /* kept under a shorter name than it has */
	uint32_t func;
	uint32_t inst;
	sg_hop hop;
	struct sg_cell_lit lits[SG_MAX_REQUIREMENT_LITERALS]; /* it happens only under these */
	uint8_t lit_count;
};

struct sg_cell_info {
	SG_VEC(struct sg_cell_store) stores;
	bool is_closed; /* no code outside the program can store there */
	bool is_cut;    /* more stores than are kept: anything may be there */
};

/* An access to what a cell holds, to be judged when all stores are known. */
struct sg_pending {
	struct sg_cell_keys keys;
	uint32_t func; /* where the cell was read */
	struct sg_requirement requirement;
	struct sg_cell_lit lits[SG_MAX_REQUIREMENT_LITERALS];
	uint8_t lit_count;
};

/* What is decided about a finding when all others are known. */
struct sg_finding_info {
	sg_region region;
	uint64_t access; /* function and instruction */
	bool is_escape;
	bool is_conversion;
};

/* ------------------------------------------------------------------------
 * Leads
 */
struct sg_lead_node;
struct sg_lead_edge;

struct sg_lead_graph {
	SG_VEC(struct sg_lead_node) nodes;
	SG_VEC(struct sg_lead_edge) edges;
	struct sg_map node_index; /* hash of a node -> index */
	struct sg_map edge_index; /* origin << 32 | end -> 0 */
};

/* ------------------------------------------------------------------------
 * Shapes: what memory.c needs to know of the type of an access, the same in
 * every unit.
 */
typedef uint32_t sg_shape;

#define SG_SHAPE_POINTER 1u
#define SG_SHAPE_IOMEM 2u /* a pointer to __iomem */
#define SG_SHAPE_VIEW_SHIFT 8

/* ------------------------------------------------------------------------
 * Engine
 */
struct sg_unit_info {
	struct sg_unit *unit;
	struct sg_target *targets; /* by symbol */
	uint8_t *target_known;
	const struct sg_record_fact **records; /* by record */
	sg_str *owners; /* by record: identity that its fields' cells go by */
};

struct sg_engine {
	struct sg_arena *arena;
	const struct sg_rules *rules;
	const struct sg_analysis_options *options;
	struct sg_stats *stats;
	struct sg_intern *intern; /* shared by the units */
	struct sg_domain domain;
	struct sg_values values;
	SG_VEC(struct sg_unit_info) units;
	struct sg_map unit_index; /* address of a unit -> index; for lookup only */
	SG_VEC(struct sg_func) funcs;
	/* name | scope << 32 -> func; scope is 0, or of a static name its unit + 1 */
	struct sg_map externs;
	struct sg_map inlines; /* name and place of a header's function -> func */
	struct sg_map ops;     /* field key -> index into op_tables */
	SG_VEC(struct sg_op_table) op_tables;
	struct sg_map const_cells;    /* cell of a constant object -> value */
	struct sg_map shared_records; /* identities of records that headers of include/ define */
	struct sg_map cell_index;     /* key -> index into cells */
	struct sg_map key_index;      /* key of a place inside another one -> index */
	SG_VEC(struct sg_key_info) key_infos;
	SG_VEC(struct sg_cell_info) cells;
	SG_VEC(struct sg_pending) pending;
	struct sg_map record_facts; /* record identity -> fact pointer */
	struct sg_map pending_seen;
	struct sg_findings *findings;
	SG_VEC(struct sg_finding_info) finding_infos; /* by finding */
	struct sg_map finding_index;                  /* hash of identity -> index */
	struct sg_map reported; /* hash of (access, producer) -> 1: found without a cell */
	struct sg_lead_graph lead_graph;
	SG_VEC(uint32_t) order; /* functions bottom up, one component after the other */
};

/* The function being analysed. */
struct sg_frame {
	struct sg_engine *e;
	struct sg_func *func;
	struct sg_unit *unit;
	struct sg_unit_info *info;
	const struct sg_function *ir;
	struct sg_arena *scratch;
	sg_value *temps; /* by instruction */
	struct sg_state *state;
	struct sg_map cell_shapes; /* cell -> sg_shape of the first access */
	uint32_t inst;             /* the current one */
	bool is_report;            /* the last pass: sinks speak */
	bool stops;                /* the current instruction does not return */
};

/* program.c */
/* The function a value is the address of; UINT32_MAX: none that has a body. */
uint32_t sg_program_function_at(const struct sg_engine *e, const struct sg_atom *atom);
void sg_program_build(struct sg_engine *e, struct sg_unit *const *units, uint32_t unit_count);
struct sg_target sg_program_target(struct sg_engine *e, struct sg_unit_info *info, uint32_t symbol);
/* The functions 'inst' may call: direct, or through a field.  At most 'max'. */
uint32_t sg_program_callees(struct sg_engine *e, const struct sg_func *func,
                            const struct sg_inst *inst, uint32_t *out, uint32_t max);
/*
 * Owner and name of a field, or of the one a FIELD instruction selects, as
 * cells see it: anonymous members belong to the record around them, and the
 * arms of a union are its first one.  False for the step into an anonymous
 * member itself.
 */
bool sg_program_member(struct sg_engine *e, const struct sg_unit_info *info, uint32_t record,
                       uint32_t field, sg_str *owner, sg_str *name);
bool sg_program_field(struct sg_engine *e, const struct sg_func *func, const struct sg_inst *inst,
                      sg_str *owner, sg_str *name);
/* The field that a pointer is loaded from that 'func' calls; false: it is none. */
bool sg_program_called_field(struct sg_engine *e, const struct sg_func *func, sg_ref callee,
                             sg_str *owner, sg_str *name);
const struct sg_record_fact *sg_program_record_fact(struct sg_engine *e, sg_str identity);
const struct sg_field_fact *sg_program_field_fact(struct sg_engine *e, sg_str owner, sg_str name);
/* How a value of this type names memory at first: by its pointee. */
enum sg_view sg_program_type_view(struct sg_engine *e, const struct sg_unit *unit, sg_type type);
sg_shape sg_program_shape(struct sg_engine *e, const struct sg_unit *unit, sg_type type);
bool sg_type_is_pointer(const struct sg_unit *unit, sg_type type);
/* A pointer to __iomem, also where the qualifier stands on the pointer. */
bool sg_type_is_iomem(const struct sg_unit *unit, sg_type type);
/*
 * The field 'name' of a record, also inside its anonymous members: its owner
 * and name as cells see them, and its type.  False when there is none.
 */
bool sg_program_find_field(struct sg_engine *e, const struct sg_unit_info *info, uint32_t record,
                           sg_str name, sg_str *owner, sg_str *member, sg_type *type);
/* Record a pointer or object of this type is about; UINT32_MAX: none. */
uint32_t sg_type_record(const struct sg_unit *unit, sg_type type);

/* memory.c */
sg_region sg_frame_region(struct sg_frame *f, enum sg_region_kind kind, sg_region parent,
                          uint32_t a, uint32_t b, uint32_t c, bool is_declared);
/* The region the initial content of a cell names; 0 when too deep. */
sg_region sg_mem_deref_region(struct sg_frame *f, sg_region region, sg_path path);
sg_value sg_mem_initial(struct sg_frame *f, sg_cell cell, sg_shape shape);
sg_value sg_mem_initial_known(void *frame, sg_cell cell);
/* The address an alternative is, as a number; what it is declared to be does not count. */
sg_expr sg_mem_pointer(struct sg_engine *e, const struct sg_atom *atom);
sg_region sg_mem_bare(const struct sg_engine *e, sg_region region);
/* What the addresses in 'address' hold, without judging the access. */
sg_value sg_mem_load(struct sg_frame *f, sg_value address, sg_shape shape);
void sg_mem_store(struct sg_frame *f, sg_value address, sg_value value, sg_shape shape);
/* Numbers that are addresses after all become what their cell names. */
sg_value sg_mem_as_pointer(struct sg_frame *f, sg_value v, sg_shape shape);
sg_value sg_mem_payload(struct sg_frame *f, sg_value descriptor);
/* False when only the program's run tells whether 'region' has 'tag'. */
bool sg_mem_guard_is_known(const struct sg_engine *e, sg_region region, uint32_t tag, bool *truth);
/* (what 'memory' names has 'tag') == 'polarity', as a number. */
sg_value sg_mem_guard(struct sg_frame *f, sg_value memory, enum sg_tag tag, bool polarity);
/* Adds to what was there when 'mix'. */
void sg_mem_set_payload(struct sg_frame *f, sg_value descriptor, sg_value payload, bool mix);
/* Of every element of the array at 'array', the first one's address. */
void sg_mem_set_all_payloads(struct sg_frame *f, sg_value array, sg_value payload, bool mix);
/* From now on, testing an address of 'memory' tells whether it has 'tag'. */
void sg_mem_fails(struct sg_frame *f, sg_value memory, enum sg_tag tag);
/* What was stored below these addresses is unknown now. */
void sg_mem_forget(struct sg_frame *f, sg_value address);
void sg_mem_forget_below(struct sg_frame *f, const struct sg_atom *atom);
void sg_mem_copy(struct sg_frame *f, sg_value to, sg_value from, sg_type type);
void sg_mem_zero(struct sg_frame *f, sg_value address);
/* Stores to one cell without regard to the roles of fields. */
void sg_mem_store_cell(struct sg_frame *f, sg_cell cell, sg_value value, sg_shape shape,
                       bool is_weak);
/* The address value stepped into a field or element. */
sg_value sg_mem_field(struct sg_frame *f, sg_value base, sg_str owner, sg_str name);
sg_value sg_mem_index(struct sg_frame *f, sg_value base, sg_value index);
/* Every memory alternative seen as 'view'. */
sg_value sg_mem_with_view(struct sg_frame *f, sg_value v, enum sg_view view, enum sg_hop_kind hop,
                          sg_str name);
/*
 * The author says this is I/O memory: what nothing better is known of is.
 * 'declared' is the field or variable that says so; 0: a cast.
 */
sg_value sg_mem_assert_io(struct sg_frame *f, sg_value v, sg_str declared);
/* How the value that first named 'region' saw it: by the type it was read as. */
void sg_mem_set_view(struct sg_frame *f, sg_region region, sg_shape shape);
/* A variable, a function or a string: its address is never NULL. */
bool sg_mem_is_object(const struct sg_engine *e, sg_region region);
bool sg_mem_is_ram(const struct sg_engine *e, sg_region region);
/* Tagged, and not RAM: what it holds is not followed. */
bool sg_mem_is_opaque(const struct sg_engine *e, sg_region region);

/* transfer.c */
sg_value sg_eval(struct sg_frame *f, sg_ref ref);
void sg_transfer(struct sg_frame *f, uint32_t inst);
/* A record returned by value: the callers' copy of what 'value' points to. */
sg_value sg_transfer_result(struct sg_frame *f, sg_ref operand, sg_value value);
sg_value sg_eval_binary(struct sg_frame *f, enum sg_binop op, sg_value a, sg_value b);
sg_value sg_eval_not(struct sg_frame *f, sg_value v);

/* effects.c */
sg_value sg_effects_apply(struct sg_frame *f, const struct sg_function_fact *fact,
                          const sg_value *args, const sg_ref *arg_refs, uint32_t arg_count,
                          sg_type result_type);
/* What the contract of f->func says of its parameters, and of what it returns. */
void sg_effects_enter(struct sg_frame *f);
void sg_effects_leave(struct sg_frame *f, sg_ref result, sg_value value);
/* The result of something nothing is known of. */
sg_value sg_effects_opaque_result(struct sg_frame *f, sg_type type, const char *name);

/* branch.c */
/* Takes 'cond' (of the branch instruction) as true or false into f->state. */
void sg_branch_assume(struct sg_frame *f, sg_ref cond, bool truth);
void sg_branch_assume_case(struct sg_frame *f, sg_ref value, int64_t low, int64_t high);
/* The edge no case takes. */
void sg_branch_assume_default(struct sg_frame *f, const struct sg_inst *inst);
void sg_assume_expr(struct sg_frame *f, sg_expr expr, bool truth);
void sg_assume_lit(struct sg_frame *f, sg_lit lit);

/* dataflow.c */
/* To its fixpoint; leaves func->summary, and in the last pass findings and requirements. */
void sg_dataflow_run(struct sg_engine *e, struct sg_func *func, struct sg_arena *scratch);

/* loop.c */
struct sg_loop {
	uint32_t func;
	const uint32_t *positions; /* of the block of each instruction in the function's order */
	uint32_t first, last;      /* positions of the loop's blocks */
};

/* Drops the literals on what the loop computes anew in each round. */
void sg_loop_forget(struct sg_state *s, struct sg_values *vs, const struct sg_loop *loop);

/* summary.c */
/* Takes the draft, with the state at all returns, as what the function means. */
void sg_summary_finish(struct sg_frame *f, const struct sg_state *exit, sg_value result);
/* As far as callers' states depend on it. */
bool sg_summary_equal(const struct sg_summary *a, const struct sg_summary *b);
/* Its result here; applies its writes and asks its requirements of the arguments. */
sg_value sg_summary_call(struct sg_frame *f, struct sg_func *callee, const sg_value *args,
                         uint32_t arg_count);
/* Leaves a call through 'callee' to the callers, when they decide what it is. */
void sg_summary_defer(struct sg_frame *f, sg_value callee, const sg_value *args,
                      uint32_t arg_count);
/* A call to nobody knows what: locals whose address it gets are unknown afterwards. */
void sg_summary_havoc(struct sg_frame *f, const sg_value *args, uint32_t arg_count);

/* sink.c */
/* Judges an access through each alternative of 'pointer'. */
void sg_sink_access(struct sg_frame *f, sg_value pointer, const struct sg_access *access);
/*
 * 'value' leaves the function, by its result or a field: memory whose kind is
 * to be tested is wrong there when no test of it comes with it.
 */
void sg_sink_escape(struct sg_frame *f, sg_value value, sg_ref operand);
/* False when nothing about 'region' can make the access wrong, whatever the guards. */
bool sg_sink_is_candidate(const struct sg_engine *e, sg_region region, uint8_t view,
                          const struct sg_access *access);
/* Judges one alternative at one access with what the current frame knows. */
void sg_sink_require(struct sg_frame *f, const struct sg_atom *atom,
                     const struct sg_requirement *requirement);
/* Adds the literals of 'atom', then those in force that callers or cells can decide. */
void sg_sink_add_lits(const struct sg_frame *f, const struct sg_atom *atom,
                      struct sg_requirement *r);
/* True when 'v' is one alternative, or when all of them are of the wrong kind. */
bool sg_sink_is_exclusive(const struct sg_engine *e, sg_value v, bool wants_io);
/* True when 'v' names memory of the right and of the wrong kind. */
bool sg_sink_is_mixed(const struct sg_engine *e, sg_value v, bool wants_io);
/* Tagged memory that no guard of the requirement clears. */
bool sg_sink_is_wrong(const struct sg_engine *e, sg_region region, const struct sg_requirement *r);
const struct sg_rule *sg_sink_rule(const struct sg_engine *e, sg_region region,
                                   const struct sg_requirement *r, enum sg_strength *strength);

/* cells.c */
/* The names of a cell in all functions of a module; none when it has none. */
struct sg_cell_keys sg_cells_keys(struct sg_engine *e, sg_str module, sg_region region,
                                  sg_path path);
/* Of the cell whose content 'region' is. */
struct sg_cell_keys sg_cells_content_keys(struct sg_frame *f, sg_region region);
/* Records a store for the functions that read the cell elsewhere. */
void sg_cells_store(struct sg_frame *f, sg_cell cell, sg_value value);
/* At the end of a function: what fields hold together. */
void sg_cells_discriminate(struct sg_frame *f, const struct sg_state *exit);
/* Leaves the question what the cell holds until all stores are known. */
void sg_cells_pend(struct sg_frame *f, const struct sg_cell_keys *keys,
                   const struct sg_requirement *requirement);
/* Answers all that was left, when every function has been analysed. */
void sg_cells_resolve(struct sg_engine *e);
/* Everything ever stored where 'region' was read from is known to be RAM. */
bool sg_cells_hold_ram_only(struct sg_engine *e, sg_str module, sg_region region);

/* leads.c: nothing is done unless the options ask for leads */
void sg_lead_graph_init(struct sg_lead_graph *g, struct sg_arena *arena);
void sg_leads_store(struct sg_frame *f, sg_cell cell, sg_value value);
void sg_leads_call(struct sg_frame *f, sg_ref callee, const sg_value *args, uint32_t arg_count);
/* The function's summary is made. */
void sg_leads_return(struct sg_frame *f);
/* Fills the options' leads, when every function has been analysed. */
void sg_leads_finish(struct sg_engine *e);

/* trace.c */
struct sg_report {
	const struct sg_rule *rule;
	enum sg_level level;
	sg_region region;                         /* the memory */
	const struct sg_requirement *requirement; /* the access, and the way to it */
	const struct sg_cell_store *store;        /* of the field it came through; NULL: none */
	uint32_t reader; /* with 'store': the function that read the field */
};

/* Makes (or strengthens) the finding. */
void sg_finding_add(struct sg_engine *e, const struct sg_report *report);
/* Drops what another finding says better, and sorts. */
void sg_findings_finish(struct sg_engine *e);

/* describe.c */
/* The source-like spelling of an operand, "priv->start"; in the engine's arena. */
const char *sg_describe_ref(struct sg_engine *e, const struct sg_func *func, sg_ref ref);
/* Of the object at an address, "priv->start". */
const char *sg_describe_object(struct sg_engine *e, const struct sg_func *func, sg_ref address);
/* Where memory came from, "ioremap()", "field 'base' (declared __iomem)". */
const char *sg_describe_region(struct sg_engine *e, sg_region region);
const char *sg_describe_path(struct sg_engine *e, sg_path path);

/* dump.c */
void sg_dump_value(struct sg_engine *e, sg_value v, struct sg_buf *out);
void sg_dump_state(struct sg_engine *e, const struct sg_state *s, struct sg_buf *out);
void sg_dump_summary(struct sg_engine *e, const struct sg_func *func, struct sg_buf *out);
/* The names behind the numbers of all regions. */
void sg_dump_regions(struct sg_engine *e);
/* The state at the entry of a block, when --dump=facts asks for it. */
void sg_dump_block(struct sg_frame *f, uint32_t block);
/* The facts before an instruction of the line that --why asks for. */
void sg_dump_why(struct sg_frame *f, uint32_t inst);

/* P2P memory is a kind of I/O memory. */
static inline bool sg_tag_is_kind_of(uint8_t tag, enum sg_tag kind)
{
	return tag == kind || (tag == SG_TAG_P2P && kind == SG_TAG_IO);
}

static inline bool sg_region_is_local(const struct sg_engine *e, sg_region r)
{
	return e->domain.regions.items[r].kind == SG_REGION_LOCAL;
}

#endif
