/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The intermediate representation: what sglint knows of one compiled object.
 *
 * A unit is the contract between the front end, which builds it through
 * ir_build.h, and the engine, which only reads it.  It holds what matters for
 * the provenance of memory and nothing else.  IR.md is the specification and
 * has the same order as this header.
 *
 * Everything a unit points to lives in the unit's arena; strings live in the
 * intern table the unit was created with.
 */
#ifndef SG_CORE_IR_H
#define SG_CORE_IR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/intern.h"
#include "base/vec.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------
 * References: an operand in 32 bits, kind in the top 4, index below.
 */
typedef uint32_t sg_ref;

enum sg_ref_kind {
	SG_REF_NONE,   /* no operand */
	SG_REF_INST,   /* result of instruction [index] of this function */
	SG_REF_INT,    /* unit->ints.items[index]; NULL is the integer 0 */
	SG_REF_PARAM,  /* incoming value of parameter [index] */
	SG_REF_LOCAL,  /* address of func->locals.items[index] */
	SG_REF_SYMBOL, /* address of unit->symbols.items[index]: a global or a function */
	SG_REF_STRING, /* address of a string literal, unit->strings.items[index] */
	SG_REF_BLOCK,  /* a block of this function, in switch and goto lists and &&label */
	SG_REF_KIND_COUNT
};

#define SG_REF_KIND_SHIFT 28
#define SG_REF_INDEX_MASK ((1u << SG_REF_KIND_SHIFT) - 1)
#define SG_REF_NIL ((sg_ref)0)

static inline sg_ref sg_ref_make(enum sg_ref_kind kind, uint32_t index)
{
	return ((uint32_t)kind << SG_REF_KIND_SHIFT) | index;
}

static inline enum sg_ref_kind sg_ref_kind(sg_ref ref)
{
	return (enum sg_ref_kind)(ref >> SG_REF_KIND_SHIFT);
}

static inline uint32_t sg_ref_index(sg_ref ref)
{
	return ref & SG_REF_INDEX_MASK;
}

/* ------------------------------------------------------------------------
 * Locations
 */
typedef uint32_t sg_loc; /* index into unit->locs; 0 = unknown */

struct sg_location {
	sg_str file;     /* as the build names it, relative to the source root where it can be */
	uint32_t line;   /* of the expansion: where a person looks */
	uint32_t column; /* from 1, in bytes */
	sg_str spelling_file; /* where the tokens are written; 0 when the same place */
	uint32_t spelling_line;
	uint32_t spelling_column;
	sg_str macro; /* outermost macro the code comes from; 0 when none */
};

/* ------------------------------------------------------------------------
 * Types: only what provenance needs.
 */
typedef uint32_t sg_type; /* index into unit->types; 0 = void */

enum sg_type_kind {
	SG_TYPE_VOID,
	SG_TYPE_INT,      /* integers, enums, bool */
	SG_TYPE_POINTER,  /* .inner */
	SG_TYPE_RECORD,   /* .record */
	SG_TYPE_ARRAY,    /* .inner, .size elements (0: flexible or unknown) */
	SG_TYPE_FUNCTION, /* .inner is the return type */
	SG_TYPE_OTHER,    /* floating point, vectors, ... */
	SG_TYPE_KIND_COUNT
};

/* Address-space tags of a type, kept by the override header (kernel-shim). */
enum sg_type_qualifier {
	SG_QUAL_IOMEM = 1 << 0,
	SG_QUAL_USER = 1 << 1,
	SG_QUAL_PERCPU = 1 << 2,
	SG_QUAL_RCU = 1 << 3,
	SG_QUAL_FORCE = 1 << 4,
	SG_QUAL_CONST = 1 << 5,
	SG_QUAL_VOLATILE = 1 << 6,
};

/* Pointers to pointers ... deeper than any source: walking a type may recurse. */
#define SG_TYPE_DEPTH_MAX 64

struct sg_type_info {
	enum sg_type_kind kind;
	uint32_t quals; /* enum sg_type_qualifier, of this very type: "void __iomem" is VOID */
	sg_type inner;
	uint32_t record; /* index into unit->records */
	uint64_t size;   /* bytes for INT and RECORD, elements for ARRAY */
};

struct sg_field {
	sg_str name; /* "" for an anonymous member */
	sg_type type;
	sg_loc loc;
	bool is_bitfield;
};

struct sg_record {
	/*
	 * Identity: "<defining file>:<tag>", the file below include/ for shared
	 * headers ("linux/scatterlist.h:scatterlist"), else from the source root.
	 * An anonymous record is "<enclosing identity>.<n>".
	 */
	sg_str id;
	sg_str tag; /* "scatterlist"; "" when anonymous */
	bool is_union;
	bool is_complete;
	sg_loc loc;
	SG_VEC(struct sg_field) fields;
};

/* ------------------------------------------------------------------------
 * Symbols
 */
enum sg_symbol_kind {
	SG_SYMBOL_VARIABLE,
	SG_SYMBOL_FUNCTION,
	/*
	 * A macro of the rules' vocabulary whose expansion leaves no call
	 * (virt_to_page, sg_dma_address, ...), called by name.
	 */
	SG_SYMBOL_MACRO,
	SG_SYMBOL_KIND_COUNT
};

enum sg_linkage {
	SG_LINK_STATIC,
	SG_LINK_EXTERN,
	SG_LINK_WEAK,
	SG_LINK_INLINE, /* defined in a header, the same in every unit */
	SG_LINK_COUNT
};

struct sg_symbol {
	enum sg_symbol_kind kind;
	enum sg_linkage linkage;
	sg_str name; /* linkage name after asm labels; the macro's name */
	sg_type type;
	sg_loc loc;
	uint32_t function; /* index + 1 into unit->functions when the body is here */
	bool is_defined;   /* storage or body in this unit */
	bool is_noreturn;
	bool is_exported; /* EXPORT_SYMBOL*() in this unit */
	/* Declared parameter types of a function, joined over all redeclarations. */
	SG_VEC(sg_type) params;
};

/* ------------------------------------------------------------------------
 * Instructions
 */
enum sg_op {
#define SG_OP(name, text, operands, result, terminator) SG_OP_##name,
#include "core/ir_ops.def"
	SG_OP_COUNT
};

enum sg_binop {
	SG_BIN_ADD,
	SG_BIN_SUB,
	SG_BIN_MUL,
	SG_BIN_DIV,
	SG_BIN_REM,
	SG_BIN_AND,
	SG_BIN_OR,
	SG_BIN_XOR,
	SG_BIN_SHL,
	SG_BIN_SHR,
	SG_BIN_EQ,
	SG_BIN_NE,
	SG_BIN_LT,
	SG_BIN_LE,
	SG_BIN_GT,
	SG_BIN_GE,
	SG_BIN_COUNT
};

enum sg_unop { SG_UN_NOT /* ! */, SG_UN_NEG, SG_UN_COMPL /* ~ */, SG_UN_COUNT };

enum sg_asm_kind {
	SG_ASM_VALUE_IN, /* operand is a value in a register */
	SG_ASM_MEM_IN,   /* operand is the address of memory that is read */
	SG_ASM_MEM_OUT,  /* operand is the address of memory that is written */
	SG_ASM_MEM_INOUT,
	SG_ASM_VALUE_OUT, /* operand is the address of an lvalue set from a register */
	SG_ASM_KIND_COUNT
};

enum sg_inst_flag {
	/* casts */
	SG_CAST_IMPLICIT = 1 << 0, /* no cast in the source: an assignment, argument, return */
	SG_CAST_FORCE = 1 << 1,    /* the cast's type names __force */
	SG_CAST_DROPS_IOMEM = 1 << 2,
	SG_CAST_ADDS_IOMEM = 1 << 3,
	SG_CAST_TO_INT = 1 << 4,
	SG_CAST_FROM_INT = 1 << 5,
	SG_CAST_TRUNCATES = 1 << 6, /* to an integer narrower than a pointer */
	/* accesses */
	SG_ACCESS_VOLATILE = 1 << 8, /* READ_ONCE() and friends as well */
	SG_ACCESS_ATOMIC = 1 << 9,
	SG_ACCESS_BITFIELD = 1 << 10,
	/*
	 * A load that only fetches a pointer out of an object to build an
	 * address (array decay never loads; this marks a compiler artefact).
	 */
	SG_ACCESS_ARTEFACT = 1 << 11,
	/* calls */
	SG_CALL_CLEANUP = 1 << 16, /* run by __attribute__((cleanup)) */
};

struct sg_inst {
	uint8_t op;     /* enum sg_op */
	uint8_t sub;    /* enum sg_binop, enum sg_unop */
	uint32_t flags; /* enum sg_inst_flag */
	sg_loc loc;
	/*
	 * Type of the result.  For STORE, COPY and ZERO: type of the object
	 * written; for LOAD and RMW: of the object read, as the lvalue spells it
	 * (so an access through "u32 __iomem *" has the IOMEM tag here).
	 */
	sg_type type;
	sg_ref op0;
	sg_ref op1;
	uint32_t record;    /* FIELD, CONTAINER: index into unit->records */
	uint32_t field;     /* FIELD, CONTAINER: index into that record's fields */
	sg_str name;        /* UNKNOWN: the reason */
	uint32_t target[2]; /* JUMP, BRANCH, SWITCH: block numbers */
	uint32_t extra;     /* first operand in func->extra */
	uint32_t extra_count;
};

struct sg_block {
	uint32_t first; /* first instruction */
	uint32_t count; /* of instructions; the last is a terminator */
};

struct sg_local {
	sg_str name; /* "" for a temporary of the front end */
	sg_type type;
	sg_loc loc;
	bool is_param; /* the slot of a parameter */
};

struct sg_function {
	uint32_t symbol; /* index into unit->symbols */
	sg_loc loc;
	sg_type return_type;
	uint32_t param_count;
	bool is_variadic;
	bool is_in_header;              /* its body is not in the unit's main source file */
	bool is_address_taken;          /* in this unit */
	bool is_initialiser;            /* the artificial function that runs static initialisers */
	SG_VEC(struct sg_local) locals; /* the first param_count are the parameters' slots */
	SG_VEC(struct sg_inst) insts;
	SG_VEC(struct sg_block) blocks; /* block 0 is the entry */
	SG_VEC(sg_ref) extra;           /* operand lists */
};

/* ------------------------------------------------------------------------
 * Units
 */
struct sg_unit {
	struct sg_arena *arena;
	struct sg_intern *intern;
	sg_str object; /* "drivers/nvme/target/rdma.o", the unit's name */
	sg_str source;
	sg_str module; /* KBUILD_MODNAME */
	sg_str root;   /* absolute source root the relative paths hang from; not in the text form */
	bool is_degraded;                  /* errors that survive dropping the warning flags */
	SG_VEC(struct sg_location) locs;   /* [0] unknown */
	SG_VEC(struct sg_type_info) types; /* [0] void */
	SG_VEC(struct sg_record) records;
	SG_VEC(struct sg_symbol) symbols;
	SG_VEC(struct sg_function) functions; /* order of definition */
	SG_VEC(int64_t) ints;
	SG_VEC(sg_str) strings;
};

/* An empty unit with locs[0] and types[0] in place. */
struct sg_unit *sg_unit_new(struct sg_arena *arena, struct sg_intern *intern);

const char *sg_linkage_name(enum sg_linkage linkage); /* "static" */
const char *sg_op_name(enum sg_op op);
const char *sg_binop_name(enum sg_binop op); /* "add" */
const char *sg_unop_name(enum sg_unop op);
const char *sg_asm_kind_name(enum sg_asm_kind kind); /* "mem-in" */
bool sg_op_has_result(enum sg_op op);
bool sg_op_is_terminator(enum sg_op op);
int sg_op_operand_count(enum sg_op op); /* of op0, op1; -1: the operands are in extra[] */
/* True when 'type' means something: a result or the object written. */
bool sg_op_has_type(enum sg_op op);
uint32_t sg_op_target_count(enum sg_op op); /* of target[] */

/* Name of the flag 'bit' of enum sg_inst_flag ("drops-iomem"), NULL: no such flag. */
const char *sg_inst_flag_name(uint32_t bit);
/* Name of the qualifier 'bit' of enum sg_type_qualifier, NULL: no such one. */
const char *sg_qualifier_name(uint32_t bit);

/*
 * The one form of equal things: members that the op or kind does not use are
 * zero.  Everything in a unit is in this form.
 */
struct sg_inst sg_inst_normal(const struct sg_inst *inst);
struct sg_type_info sg_type_normal(const struct sg_type_info *info);

/* Blocks that may run after the block that 'terminator' ends, in a fixed order. */
uint32_t sg_successor_count(const struct sg_inst *terminator);
uint32_t sg_successor(const struct sg_function *function, const struct sg_inst *terminator,
                      uint32_t index);

static inline const char *sg_text(const struct sg_unit *unit, sg_str id)
{
	return sg_intern_text(unit->intern, id);
}

/* The operand list of an instruction, NULL when it has none. */
static inline const sg_ref *sg_inst_extra(const struct sg_function *function,
                                          const struct sg_inst *inst)
{
	return inst->extra_count ? &function->extra.items[inst->extra] : NULL;
}

static inline const struct sg_type_info *sg_type_get(const struct sg_unit *unit, sg_type type)
{
	return &unit->types.items[type];
}

#ifdef __cplusplus
}
#endif

#endif
