/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What sglint knows of kernel functions, records and macros, as data: the
 * in-memory form of rules/.  Read-only after loading, shared by all workers.
 * docs/adding-a-rule.md documents the YAML form; the names here are the same.
 */
#ifndef SG_CORE_RULES_H
#define SG_CORE_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What a region of memory is.  P2P is a kind of IO: a guard for IO speaks of
 * P2P memory as well, one for P2P does not speak of other I/O memory.
 */
enum sg_tag {
	SG_TAG_IO,         /* must use I/O accessors: ioremap()ed registers and memory */
	SG_TAG_P2P,        /* BAR memory that has struct pages (PCI P2PDMA) */
	SG_TAG_DMA_ONLY,   /* no usable struct page: an imported dma-buf, a page-less entry */
	SG_TAG_UNREADABLE, /* net_iov: the CPU cannot read it */
	SG_TAG_RAM,        /* known ordinary memory */
	SG_TAG_COUNT
};

/* How sure the tag is. */
enum sg_strength {
	SG_MUST,
	SG_EITHER, /* the contract obliges the user to test which kind it is */
	SG_MAYBE,  /* I/O memory only under some configuration */
	SG_STRENGTH_COUNT
};

/* How a value names memory. */
enum sg_view {
	SG_VIEW_LINEAR, /* an address the CPU can use like any other */
	SG_VIEW_TOKEN,  /* what ioremap() returns */
	SG_VIEW_COOKIE, /* what ioport_map() returns: ioreadX() only */
	SG_VIEW_PAGE,   /* struct page * or struct folio * */
	SG_VIEW_PFN,
	SG_VIEW_PHYS,
	SG_VIEW_DMA,
	SG_VIEW_COUNT,
	SG_VIEW_KEEP = SG_VIEW_COUNT /* moves only: the view of the source */
};

/*
 * A place an effect speaks of, relative to a call:
 *	r	the result		a2	argument 2
 *	*a2	what argument 2 points to (for a pointer array: its elements)
 *	$a2	the payload of the descriptor argument 2 points to; $r likewise
 *	a2->f	field f of the record argument 2 points to; a2->f.g as well
 *	$a2->f	the payload of the descriptor that field is or points to
 *	a2[]	some element of the array argument 2 points to: its address;
 *		$a2[] is the payload of each element
 */
struct sg_place {
	int8_t argument; /* SG_PLACE_RESULT or the argument's number */
	bool is_payload; /* $ */
	bool is_pointee; /* * */
	bool is_element; /* [], after the fields */
	uint8_t field_count;
	const char *fields[3];
};

#define SG_PLACE_RESULT (-1)

enum sg_effect_kind {
	SG_EFFECT_SOURCE, /* 'at' becomes fresh memory with tag, strength, view */
	SG_EFFECT_MOVE,   /* 'at' := the memory 'from' names, seen as 'view' */
	/* 'at' := 'value' if the memory 'from' names has 'tag' (polarity false: has not), else 0 */
	SG_EFFECT_GUARD,
	/*
	 * The CPU touches the memory 'from' names.  A write leaves its content
	 * unknown, unless another effect of the fact says what it holds then.
	 */
	SG_EFFECT_ACCESS,
	SG_EFFECT_FORBID,   /* a conversion: wrong for some memory 'from' names */
	SG_EFFECT_ACCESSOR, /* an I/O accessor: 'from' must be I/O memory */
	SG_EFFECT_CLEAR,    /* $at: the payload names nothing from now on; *at: zeroed memory */
	SG_EFFECT_MIX,      /* like MOVE, but joins with what 'at' named before */
	SG_EFFECT_COPY,     /* memory 'at' points to := content of memory 'from' points to */
	/* 'from' is a printf format for the variadic arguments: the CPU reads what %s prints */
	SG_EFFECT_FORMAT,
	/* callbacks: when 'from' has 'tag' at the return, '*at' says so */
	SG_EFFECT_TELL,
};

/*
 * A test on a constant (an argument, or a field the call can see) that switches
 * an effect on.  Of a value that is no known constant, the tests HAS_BITS,
 * EQUALS and NULL are false, and their opposites true.
 */
enum sg_condition_kind {
	SG_WHEN_ALWAYS,
	SG_WHEN_HAS_BITS,   /* (place & value) == value */
	SG_WHEN_LACKS_BITS, /* not that */
	SG_WHEN_EQUALS,
	SG_WHEN_DIFFERS,
	SG_WHEN_NULL,   /* it is the constant NULL */
	SG_WHEN_INSIDE, /* its address is inside an object of the record 'when_record' */
	SG_WHEN_NOT_INSIDE,
	SG_WHEN_NOT_NULL, /* it is not the constant NULL */
};

enum sg_policy {
	SG_POLICY_MAINLINE = 1 << 0,
	SG_POLICY_RFC = 1 << 1,
	SG_POLICY_ALL = SG_POLICY_MAINLINE | SG_POLICY_RFC,
};

struct sg_effect {
	enum sg_effect_kind kind;
	struct sg_place at;
	struct sg_place from;
	enum sg_tag tag;
	enum sg_strength strength;
	enum sg_view view;
	bool polarity; /* GUARD */
	int32_t value; /* GUARD: what 'at' is when the test holds, 1 or an errno */
	/* MOVE: 'at' is NULL or an ERR_PTR exactly when the memory has the tag 'fails' */
	bool has_fails;
	enum sg_tag fails;
	bool is_write;       /* ACCESS: the CPU stores there */
	bool is_homogeneous; /* SOURCE, MOVE: every entry of the list is of one kind */
	const char *sink;    /* ACCESS, FORBID, ACCESSOR: a word that rules match on */
	const char *carrier; /* SOURCE: a word that rules match on, NULL when none */
	enum sg_condition_kind when;
	struct sg_place when_place;
	int64_t when_value;
	const char *when_record; /* its tag */
	uint8_t policies;        /* set of enum sg_policy */
};

/* The first and last kernel version a fact holds for; 0 = no bound. */
struct sg_version_range {
	uint32_t since; /* major << 8 | minor */
	uint32_t until; /* inclusive */
};

/* What is known of one function or function-like macro. */
struct sg_function_fact {
	const char *name;      /* as called */
	const char *canonical; /* for messages: an alias shows what it stands for */
	const char *header;
	struct sg_version_range versions;
	const struct sg_effect *effects;
	uint32_t effect_count;
	/* Before the effects, its arguments' memory becomes unknown (not the default). */
	bool is_opaque;
	bool is_noreturn;
	/* Only for a project's own tables: takes the name's fact away. */
	bool is_unknown;
	const char *file; /* where the fact stands */
	uint32_t line;
	uint32_t column;
};

/* What a field of a record means. */
enum sg_field_role {
	SG_FIELD_PLAIN,
	SG_FIELD_PAYLOAD,  /* reads the record's payload, seen as 'view'; a store sets it */
	SG_FIELD_GUARD,    /* reads whether the payload has 'tag' */
	SG_FIELD_SAME,     /* points to (or holds) a descriptor with the same payload */
	SG_FIELD_SOURCE,   /* reads memory with 'tag', 'strength', 'view' */
	SG_FIELD_CALLBACK, /* a function with a contract: 'callback' */
};

struct sg_field_fact {
	const char *name;
	enum sg_field_role role;
	enum sg_view view;
	enum sg_tag tag;
	enum sg_strength strength;
	bool polarity;
	/* GUARD: the other field whose pointer it speaks of; NULL: the payload */
	const char *of;
	/* PAYLOAD: the field is NULL exactly when the memory has the tag 'fails' */
	bool has_fails;
	enum sg_tag fails;
	const char *carrier;
	/*
	 * CALLBACK: its sources hold for the parameters of the functions kept there,
	 * its TELL effects for what they return; NULL for other roles.
	 */
	const struct sg_function_fact *callback;
};

struct sg_record_fact {
	const char *tag; /* "scatterlist" */
	const char *header;
	struct sg_version_range versions;
	bool is_descriptor; /* its payload is memory that is not its own */
	/*
	 * How a pointer to it names memory: SG_VIEW_PAGE for struct page and struct
	 * folio, whose address stands for the page's memory; else SG_VIEW_LINEAR.
	 */
	enum sg_view view;
	const struct sg_field_fact *fields;
	uint32_t field_count;
	bool is_unknown;  /* as for functions */
	const char *file; /* where the fact stands */
	uint32_t line;
	uint32_t column;
};

enum sg_severity { SG_SEVERITY_NOTE, SG_SEVERITY_WARNING, SG_SEVERITY_ERROR };

/* One row of a rule's "matches": which misuse it reports.  Sets are bit masks. */
struct sg_rule_match {
	const char *const *sinks; /* any of these */
	uint32_t sink_count;
	uint32_t tags;               /* 1 << enum sg_tag */
	uint32_t strengths;          /* 1 << enum sg_strength */
	uint32_t views;              /* 1 << enum sg_view */
	const char *const *carriers; /* any of these; count 0: every one and none */
	uint32_t carrier_count;
	uint8_t policies;
};

struct sg_rule {
	const char *id;
	const char *title;
	enum sg_severity severity;
	bool is_conversion; /* the conversion is the mistake, no access needed */
	/*
	 * Template.  {access} "read"/"write"/"atomic update", {expr} the
	 * expression, {producer} where the memory came from, {callee} the
	 * function called, {memory} what it is ("I/O memory").
	 */
	const char *message;
	const char *why;
	const char *bad;
	const char *good;
	const char *fix; /* one line: what to write instead; same placeholders */
	const char *const *references;
	uint32_t reference_count;
	const struct sg_rule_match *matches;
	uint32_t match_count;
	const char *file; /* where the rule stands */
	uint32_t line;
	uint32_t column;
};

struct sg_rules;

/* NULL when nothing is known of 'name' in the kernel version loaded for. */
const struct sg_function_fact *sg_rules_function(const struct sg_rules *rules, const char *name);
const struct sg_record_fact *sg_rules_record(const struct sg_rules *rules, const char *tag);
const struct sg_field_fact *sg_record_fact_field(const struct sg_record_fact *fact,
                                                 const char *field);
const struct sg_rule *sg_rules_find(const struct sg_rules *rules, const char *id);

/*
 * The rule that reports this misuse; NULL: it is no misuse.  The first match
 * in the order of rule ids wins unless a later one names the carrier.
 */
const struct sg_rule *sg_rules_match(const struct sg_rules *rules, enum sg_policy policy,
                                     const char *sink, enum sg_tag tag, enum sg_strength strength,
                                     enum sg_view view, const char *carrier);

/* Rules in order of id; they live as long as the table. */
uint32_t sg_rules_count(const struct sg_rules *rules);
const struct sg_rule *sg_rules_at(const struct sg_rules *rules, uint32_t index);
/* How many functions and records have facts. */
uint32_t sg_rules_function_count(const struct sg_rules *rules);
uint32_t sg_rules_record_count(const struct sg_rules *rules);
/* In order of name and tag. */
const struct sg_function_fact *sg_rules_function_at(const struct sg_rules *rules, uint32_t index);
const struct sg_record_fact *sg_rules_record_at(const struct sg_rules *rules, uint32_t index);

const char *sg_tag_name(enum sg_tag tag); /* "io" */
const char *sg_tag_noun(enum sg_tag tag); /* "I/O memory" */
const char *sg_strength_name(enum sg_strength strength);
const char *sg_view_name(enum sg_view view);
const char *sg_severity_name(enum sg_severity severity);

#ifdef __cplusplus
}
#endif

#endif
