/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads one file of rules/api/: facts of functions and of records. */
#include "core/rules_read.h"

#include <string.h>

enum effect_key {
	KEY_SOURCE, /* the kinds, in the order of enum sg_effect_kind */
	KEY_MOVE,
	KEY_GUARD,
	KEY_ACCESS,
	KEY_FORBID,
	KEY_ACCESSOR,
	KEY_CLEAR,
	KEY_MIX,
	KEY_COPY,
	KEY_FORMAT,
	KEY_TELL,
	KEY_TO,
	KEY_AT,
	KEY_TAG,
	KEY_STRENGTH,
	KEY_VIEW,
	KEY_POLARITY,
	KEY_VALUE,
	KEY_FAILS,
	KEY_WRITE,
	KEY_HOMOGENEOUS,
	KEY_SINK,
	KEY_CARRIER,
	KEY_WHEN,
	KEY_POLICY,
	KEY_COUNT
};

#define KIND_COUNT (KEY_TELL + 1)

static const struct sg_key effect_keys[KEY_COUNT] = {
	{"source", false},      {"move", false},     {"guard", false},    {"access", false},
	{"forbid", false},      {"accessor", false}, {"clear", false},    {"mix", false},
	{"copy", false},        {"format", false},   {"tell", false},     {"to", false},
	{"at", false},          {"tag", false},      {"strength", false}, {"view", false},
	{"polarity", false},    {"value", false},    {"fails", false},    {"write", false},
	{"homogeneous", false}, {"sink", false},     {"carrier", false},  {"when", false},
	{"policy", false},
};

#define BIT(key) (1u << (key))
#define ANY_KIND (BIT(KEY_WHEN) | BIT(KEY_POLICY))

/* Which keys an effect of each kind must and may have. */
static const struct {
	uint32_t required;
	uint32_t allowed;
} effect_shapes[KIND_COUNT] = {
	[SG_EFFECT_SOURCE] = {BIT(KEY_TAG), BIT(KEY_STRENGTH) | BIT(KEY_VIEW) |
                                                    BIT(KEY_HOMOGENEOUS) | BIT(KEY_CARRIER)},
	[SG_EFFECT_MOVE] = {BIT(KEY_TO), BIT(KEY_VIEW) | BIT(KEY_HOMOGENEOUS) | BIT(KEY_FAILS)},
	[SG_EFFECT_GUARD] = {BIT(KEY_TAG), BIT(KEY_AT) | BIT(KEY_POLARITY) | BIT(KEY_VALUE)},
	[SG_EFFECT_ACCESS] = {BIT(KEY_SINK), BIT(KEY_WRITE)},
	[SG_EFFECT_FORBID] = {BIT(KEY_SINK), 0},
	[SG_EFFECT_ACCESSOR] = {BIT(KEY_SINK), 0},
	[SG_EFFECT_CLEAR] = {0, 0},
	[SG_EFFECT_MIX] = {BIT(KEY_TO), BIT(KEY_VIEW)},
	[SG_EFFECT_COPY] = {BIT(KEY_TO), 0},
	[SG_EFFECT_FORMAT] = {BIT(KEY_SINK), 0},
	[SG_EFFECT_TELL] = {BIT(KEY_SINK) | BIT(KEY_AT) | BIT(KEY_TAG), 0},
};

/* The one key that says what the effect is; KEY_COUNT after an error. */
static enum effect_key find_kind(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                                 struct sg_yaml_node **values)
{
	enum effect_key kind = KEY_COUNT;

	for (uint32_t k = 0; k < KIND_COUNT; k++) {
		if (!values[k])
			continue;
		if (kind != KEY_COUNT) {
			sg_read_error(r, node, "an effect is either '%s' or '%s'",
			              effect_keys[kind].name, effect_keys[k].name);
			return KEY_COUNT;
		}
		kind = (enum effect_key)k;
	}
	if (kind == KEY_COUNT)
		sg_read_error(r, node,
		              "an effect is one of source, move, mix, copy, clear, guard, access, "
		              "forbid, accessor, format");
	return kind;
}

static bool check_shape(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                        enum effect_key kind, struct sg_yaml_node **values)
{
	uint32_t required = effect_shapes[kind].required;
	uint32_t allowed = required | effect_shapes[kind].allowed | ANY_KIND;

	for (uint32_t k = KIND_COUNT; k < KEY_COUNT; k++) {
		if (values[k] && !(allowed & BIT(k))) {
			sg_read_error(r, values[k], "'%s' has no key '%s'", effect_keys[kind].name,
			              effect_keys[k].name);
			return false;
		}
		if (!values[k] && (required & BIT(k))) {
			sg_read_error(r, node, "'%s' needs the key '%s'", effect_keys[kind].name,
			              effect_keys[k].name);
			return false;
		}
	}
	return true;
}

static bool read_tag(struct sg_rules_reader *r, const struct sg_yaml_node *node, enum sg_tag *tag)
{
	uint32_t value;

	if (!node)
		return true;
	if (!sg_read_word(r, node, "tag", sg_tag_words, SG_TAG_COUNT, &value))
		return false;
	*tag = (enum sg_tag)value;
	return true;
}

static bool read_fails(struct sg_rules_reader *r, const struct sg_yaml_node *node, bool *has_fails,
                       enum sg_tag *fails)
{
	*has_fails = node != NULL;
	return read_tag(r, node, fails);
}

static bool read_value(struct sg_rules_reader *r, const struct sg_yaml_node *node, int32_t *value)
{
	*value = 1;
	return !node || sg_read_number(r, node, value);
}

static bool read_strength(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                          enum sg_strength *strength)
{
	uint32_t value;

	*strength = SG_MUST;
	if (!node)
		return true;
	if (!sg_read_word(r, node, "strength", sg_strength_words, SG_STRENGTH_COUNT, &value))
		return false;
	*strength = (enum sg_strength)value;
	return true;
}

static bool read_view(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                      enum sg_view absent, enum sg_view *view)
{
	uint32_t value;

	*view = absent;
	if (!node)
		return true;
	if (!sg_read_word(r, node, "view", sg_view_words, SG_VIEW_COUNT, &value))
		return false;
	*view = (enum sg_view)value;
	return true;
}

static bool read_flag(struct sg_rules_reader *r, const struct sg_yaml_node *node, bool absent,
                      bool *flag)
{
	*flag = absent;
	return !node || sg_read_bool(r, node, flag);
}

/* The places: what the kind's own key, 'to' and 'at' say. */
static bool read_places(struct sg_rules_reader *r, struct sg_yaml_node **values,
                        struct sg_effect *effect)
{
	const struct sg_yaml_node *own = values[effect->kind];

	effect->at.argument = SG_PLACE_RESULT;
	if (effect->kind == SG_EFFECT_SOURCE || effect->kind == SG_EFFECT_CLEAR)
		return sg_read_place(r, own, &effect->at);
	if (!sg_read_place(r, own, &effect->from))
		return false;
	if (values[KEY_TO])
		return sg_read_place(r, values[KEY_TO], &effect->at);
	return !values[KEY_AT] || sg_read_place(r, values[KEY_AT], &effect->at);
}

static bool read_policy(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                        uint8_t *policies)
{
	uint32_t value = SG_POLICY_ALL;

	if (node && !sg_read_word(r, node, "policy", sg_policy_words, 2, &value))
		return false;
	*policies = (uint8_t)value;
	return true;
}

static bool read_effect(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                        struct sg_effect *effect)
{
	struct sg_yaml_node *values[KEY_COUNT];
	bool is_source, is_move;
	enum effect_key kind;

	if (!sg_read_mapping(r, node, "an effect", effect_keys, KEY_COUNT, values))
		return false;
	kind = find_kind(r, node, values);
	if (kind == KEY_COUNT || !check_shape(r, node, kind, values))
		return false;
	*effect = (struct sg_effect){.kind = (enum sg_effect_kind)kind};
	is_source = effect->kind == SG_EFFECT_SOURCE;
	is_move = effect->kind == SG_EFFECT_MOVE || effect->kind == SG_EFFECT_MIX;
	return read_places(r, values, effect) && read_tag(r, values[KEY_TAG], &effect->tag) &&
	       read_strength(r, values[KEY_STRENGTH], &effect->strength) &&
	       read_view(r, values[KEY_VIEW], is_move ? SG_VIEW_KEEP : SG_VIEW_LINEAR,
	                 &effect->view) &&
	       read_flag(r, values[KEY_POLARITY], true, &effect->polarity) &&
	       read_value(r, values[KEY_VALUE], &effect->value) &&
	       read_fails(r, values[KEY_FAILS], &effect->has_fails, &effect->fails) &&
	       read_flag(r, values[KEY_WRITE], false, &effect->is_write) &&
	       read_flag(r, values[KEY_HOMOGENEOUS], false, &effect->is_homogeneous) &&
	       (!values[KEY_SINK] ||
	        sg_read_free_word(r, values[KEY_SINK], false, false, &effect->sink)) &&
	       (!values[KEY_CARRIER] || !is_source ||
	        sg_read_free_word(r, values[KEY_CARRIER], true, false, &effect->carrier)) &&
	       (!values[KEY_WHEN] || sg_read_condition(r, values[KEY_WHEN], effect)) &&
	       read_policy(r, values[KEY_POLICY], &effect->policies);
}

static bool read_effects(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                         struct sg_function_fact *fact)
{
	struct sg_effect *effects;
	bool is_good = true;

	if (!node)
		return true;
	if (!sg_read_is_sequence(r, node, "effects"))
		return false;
	effects = SG_NEW_ARRAY(r->arena, struct sg_effect, node->items.count);
	for (uint32_t i = 0; i < node->items.count; i++)
		is_good &= read_effect(r, node->items.items[i], &effects[i]);
	fact->effects = effects;
	fact->effect_count = node->items.count;
	return is_good;
}

static bool read_range(struct sg_rules_reader *r, const struct sg_yaml_node *since,
                       const struct sg_yaml_node *until, struct sg_version_range *range)
{
	if (since && !sg_read_version(r, since, &range->since))
		return false;
	if (until && !sg_read_version(r, until, &range->until))
		return false;
	if (range->until && range->since > range->until) {
		sg_read_error(r, since, "'since' is later than 'until'");
		return false;
	}
	return true;
}

static bool read_names(struct sg_rules_reader *r, const struct sg_yaml_node *node)
{
	if (!sg_read_is_sequence(r, node, "names"))
		return false;
	if (node->items.count == 0)
		sg_read_error(r, node, "an entry needs a name");
	return node->items.count > 0;
}

static void add_function(struct sg_rules_reader *r, const struct sg_yaml_node *name,
                         const struct sg_yaml_node *shown, struct sg_function_fact fact)
{
	if (!sg_read_name(r, name, "a function's name", &fact.name) ||
	    !sg_read_name(r, shown, "a function's name", &fact.canonical))
		return;
	fact.line = name->line;
	fact.column = name->column;
	sg_vec_push(&r->functions, r->arena, fact);
}

/* One fact for each name, and for each alias: "alias: what it stands for". */
static void add_functions(struct sg_rules_reader *r, const struct sg_yaml_node *names,
                          const struct sg_yaml_node *aliases, struct sg_function_fact fact)
{
	for (uint32_t i = 0; names && i < names->items.count; i++)
		add_function(r, names->items.items[i], names->items.items[i], fact);
	for (uint32_t i = 0; aliases && i + 1 < aliases->items.count; i += 2)
		add_function(r, aliases->items.items[i], aliases->items.items[i + 1], fact);
}

static bool check_names(struct sg_rules_reader *r, const struct sg_yaml_node *entry,
                        const struct sg_yaml_node *names, const struct sg_yaml_node *aliases)
{
	if (!names && !aliases) {
		sg_read_error(r, entry, "a function needs the key 'names'");
		return false;
	}
	if (aliases && aliases->kind != SG_YAML_MAPPING) {
		sg_read_error(r, aliases, "aliases must be a mapping from alias to name");
		return false;
	}
	return !names || read_names(r, names);
}

static void read_function(struct sg_rules_reader *r, const struct sg_yaml_node *node)
{
	enum { NAMES, ALIASES, HEADER, SINCE, UNTIL, EFFECTS, OPAQUE, NORETURN, UNKNOWN, COUNT };
	static const struct sg_key keys[COUNT] = {
		{"names", false},  {"aliases", false},  {"header", true},
		{"since", false},  {"until", false},    {"effects", false},
		{"opaque", false}, {"noreturn", false}, {"unknown", false},
	};
	struct sg_yaml_node *values[COUNT];
	struct sg_function_fact fact = {.file = r->file};

	if (!sg_read_mapping(r, node, "a function", keys, COUNT, values) ||
	    !check_names(r, node, values[NAMES], values[ALIASES]) ||
	    !sg_read_text(r, values[HEADER], "header", &fact.header) ||
	    !read_range(r, values[SINCE], values[UNTIL], &fact.versions) ||
	    !read_effects(r, values[EFFECTS], &fact) ||
	    !read_flag(r, values[OPAQUE], false, &fact.is_opaque) ||
	    !read_flag(r, values[NORETURN], false, &fact.is_noreturn) ||
	    !read_flag(r, values[UNKNOWN], false, &fact.is_unknown))
		return;
	add_functions(r, values[NAMES], values[ALIASES], fact);
}

enum field_key {
	F_NAME,
	F_ROLE,
	F_VIEW,
	F_TAG,
	F_STRENGTH,
	F_POLARITY,
	F_OF,
	F_FAILS,
	F_CARRIER,
	F_EFFECTS,
	F_COUNT
};

static const struct sg_key field_keys[F_COUNT] = {
	{"name", true},      {"role", true},      {"view", false}, {"tag", false},
	{"strength", false}, {"polarity", false}, {"of", false},   {"fails", false},
	{"carrier", false},  {"effects", false},
};

static const struct {
	const char *name;
	uint32_t required;
	uint32_t allowed;
} role_shapes[] = {
	[SG_FIELD_PLAIN] = {"plain", 0, BIT(F_VIEW)},
	[SG_FIELD_PAYLOAD] = {"payload", BIT(F_VIEW), BIT(F_FAILS)},
	[SG_FIELD_GUARD] = {"guard", BIT(F_TAG), BIT(F_POLARITY) | BIT(F_OF)},
	[SG_FIELD_SAME] = {"same", 0, 0},
	[SG_FIELD_SOURCE] = {"source", BIT(F_TAG), BIT(F_STRENGTH) | BIT(F_VIEW) | BIT(F_CARRIER)},
	[SG_FIELD_CALLBACK] = {"callback", BIT(F_EFFECTS), 0},
};

#define ROLE_COUNT (sizeof(role_shapes) / sizeof(role_shapes[0]))

static bool read_role(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                      struct sg_yaml_node **values, struct sg_field_fact *field)
{
	struct sg_word words[ROLE_COUNT];
	uint32_t role;

	for (uint32_t i = 0; i < ROLE_COUNT; i++)
		words[i] = (struct sg_word){role_shapes[i].name, i};
	if (!sg_read_word(r, values[F_ROLE], "role", words, ROLE_COUNT, &role))
		return false;
	field->role = (enum sg_field_role)role;
	for (uint32_t k = F_VIEW; k < F_COUNT; k++) {
		bool is_required = role_shapes[role].required & BIT(k);

		if (values[k] && !is_required && !(role_shapes[role].allowed & BIT(k))) {
			sg_read_error(r, values[k], "a field of role '%s' has no key '%s'",
			              role_shapes[role].name, field_keys[k].name);
			return false;
		}
		if (!values[k] && is_required) {
			sg_read_error(r, node, "a field of role '%s' needs the key '%s'",
			              role_shapes[role].name, field_keys[k].name);
			return false;
		}
	}
	return true;
}

/* The contract of the functions kept in a field, under the field's name. */
static bool read_callback(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                          struct sg_field_fact *field)
{
	struct sg_function_fact *fact = SG_NEW(r->arena, struct sg_function_fact);

	fact->name = field->name;
	fact->canonical = field->name;
	fact->header = "";
	fact->file = r->file;
	fact->line = node->line;
	fact->column = node->column;
	field->callback = fact;
	return read_effects(r, node, fact);
}

static bool read_field(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                       struct sg_field_fact *field)
{
	struct sg_yaml_node *values[F_COUNT];

	return sg_read_mapping(r, node, "a field", field_keys, F_COUNT, values) &&
	       sg_read_name(r, values[F_NAME], "a field's name", &field->name) &&
	       read_role(r, node, values, field) &&
	       read_view(r, values[F_VIEW], SG_VIEW_LINEAR, &field->view) &&
	       read_tag(r, values[F_TAG], &field->tag) &&
	       read_strength(r, values[F_STRENGTH], &field->strength) &&
	       read_flag(r, values[F_POLARITY], true, &field->polarity) &&
	       (!values[F_OF] || sg_read_name(r, values[F_OF], "a field's name", &field->of)) &&
	       read_fails(r, values[F_FAILS], &field->has_fails, &field->fails) &&
	       (!values[F_CARRIER] ||
	        sg_read_free_word(r, values[F_CARRIER], true, false, &field->carrier)) &&
	       (!values[F_EFFECTS] || read_callback(r, values[F_EFFECTS], field));
}

static bool read_fields(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                        struct sg_record_fact *fact)
{
	struct sg_field_fact *fields;
	bool is_good = true;

	if (!node)
		return true;
	if (!sg_read_is_sequence(r, node, "fields"))
		return false;
	fields = SG_NEW_ARRAY(r->arena, struct sg_field_fact, node->items.count);
	for (uint32_t i = 0; i < node->items.count; i++) {
		is_good &= read_field(r, node->items.items[i], &fields[i]);
		for (uint32_t j = 0; is_good && j < i; j++) {
			if (strcmp(fields[i].name, fields[j].name) != 0)
				continue;
			sg_read_error(r, node->items.items[i], "field '%s' stands twice",
			              fields[i].name);
			is_good = false;
		}
	}
	fact->fields = fields;
	fact->field_count = node->items.count;
	return is_good;
}

static void read_record(struct sg_rules_reader *r, const struct sg_yaml_node *node)
{
	enum { NAMES, HEADER, SINCE, UNTIL, DESCRIPTOR, VIEW, FIELDS, UNKNOWN, COUNT };
	static const struct sg_key keys[COUNT] = {
		{"names", true},       {"header", true}, {"since", false},  {"until", false},
		{"descriptor", false}, {"view", false},  {"fields", false}, {"unknown", false},
	};
	struct sg_yaml_node *values[COUNT];
	struct sg_record_fact fact = {.file = r->file};

	if (!sg_read_mapping(r, node, "a record", keys, COUNT, values) ||
	    !read_names(r, values[NAMES]) ||
	    !sg_read_text(r, values[HEADER], "header", &fact.header) ||
	    !read_range(r, values[SINCE], values[UNTIL], &fact.versions) ||
	    !read_flag(r, values[DESCRIPTOR], false, &fact.is_descriptor) ||
	    !read_view(r, values[VIEW], SG_VIEW_LINEAR, &fact.view) ||
	    !read_fields(r, values[FIELDS], &fact) ||
	    !read_flag(r, values[UNKNOWN], false, &fact.is_unknown))
		return;
	for (uint32_t i = 0; i < values[NAMES]->items.count; i++) {
		const struct sg_yaml_node *name = values[NAMES]->items.items[i];

		if (!sg_read_name(r, name, "a record's tag", &fact.tag))
			continue;
		fact.line = name->line;
		fact.column = name->column;
		sg_vec_push(&r->records, r->arena, fact);
	}
}

void sg_read_facts(struct sg_rules_reader *r, const struct sg_yaml_node *root)
{
	static const struct sg_key keys[2] = {{"functions", false}, {"records", false}};
	struct sg_yaml_node *values[2];

	if (!sg_read_mapping(r, root, "a file of facts", keys, 2, values))
		return;
	if (values[0] && sg_read_is_sequence(r, values[0], "functions"))
		for (uint32_t i = 0; i < values[0]->items.count; i++)
			read_function(r, values[0]->items.items[i]);
	if (values[1] && sg_read_is_sequence(r, values[1], "records"))
		for (uint32_t i = 0; i < values[1]->items.count; i++)
			read_record(r, values[1]->items.items[i]);
}
