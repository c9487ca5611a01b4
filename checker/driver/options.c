// SPDX-License-Identifier: GPL-2.0-or-later
/* Parses the command line by the table in options.def. */
#include "driver/options.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/near_miss.h"
#include "core/finding.h"
#include "driver/roff.h"
#include "driver/shell_words.h"
#include "driver/wrap.h"

enum option_kind {
	KIND_FLAG,
	KIND_TEXT,
	KIND_OPTIONAL,
	KIND_COUNT,
	KIND_WORD,
	KIND_LIST,
	KIND_VERSION,
};

enum {
	CHECK = SG_COMMAND_CHECK,
	LINK = SG_COMMAND_LINK,
	KBUILD = SG_COMMAND_KBUILD,
	EXPLAIN = SG_COMMAND_EXPLAIN,
	RULES = SG_COMMAND_RULES,
	SCAN = SG_COMMAND_SCAN,
};

struct option {
	const char *name;
	char letter;
	enum option_kind kind;
	size_t offset;
	const char *argument;
	unsigned commands;
	const char *help;
};

static const struct option option_table[] = {
#define SG_OPTION(field, name, letter, kind, argument, commands, help) \
	{name, letter, KIND_##kind, offsetof(struct sg_options, field), argument, commands, help},
#include "driver/options.def"
#undef SG_OPTION
};

enum { OPTION_COUNT = sizeof(option_table) / sizeof(option_table[0]) };

/* One pass over one list of words. */
struct parser {
	struct sg_options *options;
	struct sg_arena *arena;
	unsigned commands; /* an option must have one of these */
	const char *const *words;
	uint32_t count;
	uint32_t at;
	const char *origin; /* "in SGLINT_FLAGS: ", for messages */
	struct sg_error *error;
};

static bool fail(const struct parser *p, const char *text)
{
	sg_error_set(p->error, NULL, 0, 0, "%s%s", p->origin, text);
	return false;
}

static bool set_count(const struct parser *p, const struct option *option, const char *value,
                      uint32_t *field)
{
	char *end;
	unsigned long number;

	errno = 0;
	number = strtoul(value, &end, 10);
	if (value[0] < '0' || value[0] > '9' || *end || errno || number == 0 || number > 1u << 20)
		return fail(p, sg_arena_printf(p->arena, "option '--%s' needs a number, not '%s'",
		                               option->name, value));
	*field = (uint32_t)number;
	return true;
}

static bool set_version(const struct parser *p, const char *value, uint32_t *field)
{
	char *end;
	unsigned long major = strtoul(value, &end, 10), minor = 0;

	if (end != value && *end == '.' && end[1] >= '0' && end[1] <= '9') {
		minor = strtoul(end + 1, &end, 10);
		if ((*end == '\0' || *end == '.') && major > 0 && major < 256 && minor < 256) {
			*field = (uint32_t)(major << 8 | minor);
			return true;
		}
	}
	return fail(p, sg_arena_printf(p->arena, "option '--kernel-version' needs X.Y, not '%s'",
	                               value));
}

static bool set_word(const struct parser *p, const struct option *option, const char *value,
                     int32_t *field)
{
	const char *word = option->argument;
	int32_t index = 0;

	for (;;) {
		size_t length = strcspn(word, "|");

		if (strlen(value) == length && memcmp(word, value, length) == 0) {
			*field = index;
			return true;
		}
		if (!word[length])
			break;
		word += length + 1;
		index++;
	}
	return fail(p, sg_arena_printf(p->arena, "option '--%s' is %s, not '%s'", option->name,
	                               option->argument, value));
}

static bool set(const struct parser *p, const struct option *option, const char *value)
{
	void *field = (char *)p->options + option->offset;

	switch (option->kind) {
	case KIND_FLAG:
		*(bool *)field = true;
		return true;
	case KIND_TEXT:
	case KIND_OPTIONAL:
		*(const char **)field = value;
		return true;
	case KIND_COUNT:
		return set_count(p, option, value, field);
	case KIND_WORD:
		return set_word(p, option, value, field);
	case KIND_LIST:
		sg_vec_push((sg_text_list *)field, p->arena, value);
		return true;
	case KIND_VERSION:
		return set_version(p, value, field);
	}
	return false;
}

static const struct option *find_long(const char *name, size_t length)
{
	for (uint32_t i = 0; i < OPTION_COUNT; i++) {
		if (strlen(option_table[i].name) == length &&
		    memcmp(option_table[i].name, name, length) == 0)
			return &option_table[i];
	}
	return NULL;
}

static const struct option *find_short(char letter)
{
	for (uint32_t i = 0; i < OPTION_COUNT; i++) {
		if (option_table[i].letter == letter)
			return &option_table[i];
	}
	return NULL;
}

static bool fail_unknown(const struct parser *p, const char *prefix, const char *name,
                         size_t length)
{
	const char *names[OPTION_COUNT];
	const char *given = sg_arena_strndup(p->arena, name, length);
	const char *near;

	for (uint32_t i = 0; i < OPTION_COUNT; i++)
		names[i] = option_table[i].name;
	near = sg_near_miss(given, names, OPTION_COUNT);
	if (near)
		return fail(p,
		            sg_arena_printf(p->arena, "unknown option '%s%s'; did you mean '%s%s'?",
		                            prefix, given, prefix, near));
	return fail(p, sg_arena_printf(p->arena, "unknown option '%s%s'", prefix, given));
}

/* 'value' is what stood in the same word, NULL when nothing did. */
static bool apply(struct parser *p, const struct option *option, const char *value)
{
	bool takes = option->kind != KIND_FLAG;

	if (!(option->commands & p->commands))
		return fail(p, sg_arena_printf(p->arena, "option '--%s' is not for this command",
		                               option->name));
	if (!takes && value)
		return fail(
			p, sg_arena_printf(p->arena, "option '--%s' takes no value", option->name));
	if (option->kind == KIND_OPTIONAL && !value)
		value = "-";
	if (takes && !value) {
		if (p->at == p->count)
			return fail(p, sg_arena_printf(p->arena, "option '--%s' needs %s",
			                               option->name, option->argument));
		value = p->words[p->at++];
	}
	return set(p, option, value);
}

/* 'word' is the option after its "--" or "--sg-", which is 'prefix'. */
static bool parse_long(struct parser *p, const char *prefix, const char *word)
{
	size_t length = strcspn(word, "=");
	const struct option *option = find_long(word, length);

	if (!option)
		return fail_unknown(p, prefix, word, length);
	return apply(p, option, word[length] ? word + length + 1 : NULL);
}

static bool parse_short(struct parser *p, const char *word)
{
	const struct option *option = find_short(word[1]);

	if (!option)
		return fail_unknown(p, "", word, strlen(word));
	return apply(p, option, word[2] ? word + 2 : NULL);
}

static bool parse_environment(struct sg_options *options, struct sg_arena *arena,
                              const char *environment, struct sg_error *error)
{
	struct sg_shell_words words = {0};
	struct parser p = {.options = options,
	                   .arena = arena,
	                   .commands = ~0u,
	                   .origin = "in SGLINT_FLAGS: ",
	                   .error = error};

	if (!sg_shell_split(arena, environment, &words))
		return fail(&p, "unbalanced quotes");
	p.words = words.items;
	p.count = words.count;
	while (p.at < p.count) {
		const char *word = p.words[p.at++];

		if (strncmp(word, "--sg-", 5) == 0) {
			if (!parse_long(&p, "--sg-", word + 5))
				return false;
		} else if (strncmp(word, "--", 2) == 0 && word[2]) {
			if (!parse_long(&p, "--", word + 2))
				return false;
		} else if (word[0] == '-' && word[1] && word[1] != '-') {
			if (!parse_short(&p, word))
				return false;
		} else {
			return fail(&p, sg_arena_printf(arena, "'%s' is no option", word));
		}
	}
	return true;
}

bool sg_options_init(struct sg_options *options, struct sg_arena *arena, const char *environment,
                     struct sg_error *error)
{
	*options = (struct sg_options){
		.level = SG_LEVEL_LIKELY,
		.fail_on = SG_WORD_UNSET,
		.format = SG_WORD_UNSET,
		.timeout = 60,
	};
	return !environment || parse_environment(options, arena, environment, error);
}

bool sg_options_parse(struct sg_options *options, struct sg_arena *arena, enum sg_command command,
                      int argc, char *const *argv, struct sg_error *error)
{
	struct parser p = {.options = options,
	                   .arena = arena,
	                   .commands = command,
	                   .words = (const char *const *)argv,
	                   .count = (uint32_t)argc,
	                   .origin = "",
	                   .error = error};

	while (p.at < p.count) {
		const char *word = p.words[p.at++];

		if (strcmp(word, "--") == 0) {
			options->has_flags = true;
			while (p.at < p.count)
				sg_vec_push(&options->flags, arena, p.words[p.at++]);
		} else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
			options->help = true;
		} else if (strncmp(word, "--", 2) == 0) {
			if (!parse_long(&p, "--", word + 2))
				return false;
		} else if (word[0] == '-' && word[1]) {
			if (!parse_short(&p, word))
				return false;
		} else {
			sg_vec_push(&options->operands, arena, word);
		}
	}
	return true;
}

bool sg_options_parse_kbuild(struct sg_options *options, struct sg_arena *arena, int argc,
                             char *const *argv, struct sg_error *error)
{
	struct parser p = {.options = options,
	                   .arena = arena,
	                   .commands = ~0u,
	                   .words = (const char *const *)argv,
	                   .count = (uint32_t)argc,
	                   .origin = "",
	                   .error = error};

	while (p.at < p.count) {
		const char *word = p.words[p.at++];

		if (strncmp(word, "--sg-", 5) != 0)
			sg_vec_push(&options->flags, arena, word);
		else if (!parse_long(&p, "--sg-", word + 5))
			return false;
	}
	return true;
}

/* "-j N, --jobs=N", "--stats", "--sg-emit-ir[=FILE]" */
static void add_usage(const struct option *option, const char *prefix, struct sg_buf *out)
{
	if (option->letter && strcmp(prefix, "--") == 0)
		sg_buf_addf(out, "-%c %s, ", option->letter, option->argument);
	sg_buf_addf(out, "%s%s", prefix, option->name);
	if (option->kind == KIND_OPTIONAL)
		sg_buf_addf(out, "[=%s]", option->argument);
	else if (option->argument[0])
		sg_buf_addf(out, "=%s", option->argument);
}

void sg_options_help(enum sg_command command, const char *prefix, struct sg_buf *out,
                     uint32_t width)
{
	for (uint32_t i = 0; i < OPTION_COUNT; i++) {
		const struct option *option = &option_table[i];

		if (!(option->commands & command))
			continue;
		sg_buf_adds(out, "  ");
		add_usage(option, prefix, out);
		sg_buf_addc(out, '\n');
		sg_wrap(out, option->help, 8, width);
	}
}

/* ".It Fl j Ar N , Fl \-jobs Ns = Ns Ar N" */
static void add_manual_item(const struct option *option, struct sg_buf *out)
{
	sg_buf_adds(out, ".It ");
	if (option->letter)
		sg_buf_addf(out, "Fl %c Ar %s , ", option->letter, option->argument);
	sg_buf_adds(out, "Fl \\-");
	sg_add_roff(out, option->name);
	if (option->argument[0]) {
		sg_buf_adds(out,
		            option->kind == KIND_OPTIONAL ? " Ns Oo = Ns Ar " : " Ns = Ns Ar ");
		sg_add_roff(out, option->argument);
		if (option->kind == KIND_OPTIONAL)
			sg_buf_adds(out, " Oc");
	}
	sg_buf_addc(out, '\n');
}

void sg_options_manual(struct sg_buf *out)
{
	static const struct {
		unsigned command;
		const char *name;
	} names[] = {{CHECK, "check"},       {SCAN, "scan"},       {LINK, "link"},
	             {KBUILD, "CHECK mode"}, {EXPLAIN, "explain"}, {RULES, "rules"}};

	sg_buf_adds(out, ".Bl -tag -width Ds\n");
	for (uint32_t i = 0; i < OPTION_COUNT; i++) {
		const struct option *option = &option_table[i];
		const char *separator = "";

		add_manual_item(option, out);
		sg_add_roff(out, option->help);
		sg_buf_adds(out, "\n(");
		for (uint32_t k = 0; k < sizeof(names) / sizeof(names[0]); k++) {
			if (!(option->commands & names[k].command))
				continue;
			sg_buf_addf(out, "%s%s", separator, names[k].name);
			separator = ", ";
		}
		sg_buf_adds(out, ").\n");
	}
	sg_buf_adds(out, ".El\n");
}
