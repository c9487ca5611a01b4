// SPDX-License-Identifier: GPL-2.0-or-later
/* The allow-list of compiler flags, and what else the words tell. */
#include "driver/kbuild_args.h"

#include <string.h>

#include "driver/path.h"
#include "driver/target.h"

enum flag_kind {
	KEEP,        /* this very word */
	KEEP_PREFIX, /* words that begin so */
	KEEP_VALUE,  /* with a value, in the same word or the next one */
	KEEP_NEXT,   /* with a value in the next word */
	DROP_NEXT,   /* with a value in the next word, both go */
};

/*
 * Everything that matters to the meaning of the source: search paths, macros
 * (also those that a flag predefines), the size and sign of types, the
 * language.  Warnings, code generation, optimisation passes, sanitizers
 * without a predefined macro and output files do not.
 */
static const struct flag {
	const char *text;
	enum flag_kind kind;
} flags[] = {
	{"-I", KEEP_VALUE},
	{"-iquote", KEEP_VALUE},
	{"-isystem", KEEP_VALUE},
	{"-idirafter", KEEP_VALUE},
	{"-include", KEEP_NEXT},
	{"-imacros", KEEP_NEXT},
	{"-nostdinc", KEEP},
	{"-D", KEEP_VALUE},
	{"-U", KEEP_VALUE},
	{"-undef", KEEP},
	/* Language. */
	{"-ansi", KEEP},
	{"-std=", KEEP_PREFIX},
	{"-fms-extensions", KEEP},
	{"-fgnu89-inline", KEEP},
	{"-fasm", KEEP},
	{"-fno-asm", KEEP},
	{"-ffreestanding", KEEP},
	{"-fno-builtin", KEEP_PREFIX},
	{"-fwrapv", KEEP},
	{"-fno-strict-overflow", KEEP}, /* means -fwrapv to constant expressions */
	{"-fstrict-flex-arrays", KEEP_PREFIX},
	/* Types. */
	{"-fshort-wchar", KEEP},
	{"-fshort-enums", KEEP},
	{"-fno-short-enums", KEEP},
	{"-fsigned-char", KEEP},
	{"-funsigned-char", KEEP},
	{"-fno-signed-char", KEEP},
	{"-fno-unsigned-char", KEEP},
	{"-fpack-struct", KEEP_PREFIX},
	{"-mlong-double-", KEEP_PREFIX},
	/* The target's word size, byte order and calling convention. */
	{"-m16", KEEP},
	{"-m32", KEEP},
	{"-m64", KEEP},
	{"-mx32", KEEP},
	{"-mlittle-endian", KEEP},
	{"-mbig-endian", KEEP},
	{"-EL", KEEP},
	{"-EB", KEEP},
	{"-mabi=", KEEP_PREFIX},
	{"-marm", KEEP},
	{"-mthumb", KEEP},
	/* What predefines macros that the kernel's headers test. */
	{"-O", KEEP},
	{"-O0", KEEP},
	{"-O1", KEEP},
	{"-O2", KEEP},
	{"-O3", KEEP},
	{"-Os", KEEP},
	{"-Oz", KEEP},
	{"-fPIC", KEEP},
	{"-fpic", KEEP},
	{"-fPIE", KEEP},
	{"-fpie", KEEP},
	{"-fno-PIC", KEEP},
	{"-fno-pic", KEEP},
	{"-fno-PIE", KEEP},
	{"-fno-pie", KEEP},
	{"-fsanitize=kernel-address", KEEP},
	{"-fsanitize=kernel-hwaddress", KEEP},
	{"-fsanitize=kernel-memory", KEEP},
	{"-fsanitize=thread", KEEP},
	{"-fcf-protection=", KEEP_PREFIX},
	/* Floating point and vector units: intrinsics and types depend on them. */
	{"-msoft-float", KEEP},
	{"-mhard-float", KEEP},
	{"-mfloat-abi=", KEEP_PREFIX},
	{"-mfpu=", KEEP_PREFIX},
	{"-mgeneral-regs-only", KEEP},
	{"-mno-80387", KEEP},
	{"-mno-mmx", KEEP},
	{"-mno-3dnow", KEEP},
	{"-mno-sse", KEEP_PREFIX},
	{"-mno-avx", KEEP_PREFIX},
	{"-mmmx", KEEP},
	{"-msse", KEEP_PREFIX},
	{"-mavx", KEEP_PREFIX},
	{"-maltivec", KEEP},
	{"-mno-altivec", KEEP},
	{"-mvsx", KEEP},
	{"-mno-vsx", KEEP},
	/* Their values would look like file names. */
	{"-o", DROP_NEXT},
	{"-x", DROP_NEXT},
	{"-B", DROP_NEXT},
	{"-L", DROP_NEXT},
	{"-l", DROP_NEXT},
	{"-T", DROP_NEXT},
	{"-u", DROP_NEXT},
	{"-z", DROP_NEXT},
	{"-MF", DROP_NEXT},
	{"-MT", DROP_NEXT},
	{"-MQ", DROP_NEXT},
	{"-MJ", DROP_NEXT},
	{"-load", DROP_NEXT},
	{"-mllvm", DROP_NEXT},
	{"-Xclang", DROP_NEXT},
	{"-Xassembler", DROP_NEXT},
	{"-Xlinker", DROP_NEXT},
	{"-Xpreprocessor", DROP_NEXT},
	{"-add-plugin", DROP_NEXT},
	{"-plugin", DROP_NEXT},
	{"-aux-info", DROP_NEXT},
	{"-dumpbase", DROP_NEXT},
	{"-dumpdir", DROP_NEXT},
	{"-arch", DROP_NEXT},
	{"-iprefix", DROP_NEXT},
	{"-iwithprefix", DROP_NEXT},
	{"-iwithprefixbefore", DROP_NEXT},
	{"-isysroot", DROP_NEXT},
	{"-include-pch", DROP_NEXT},
	{"-ivfsoverlay", DROP_NEXT},
	{"-specs", DROP_NEXT},
	{"--specs", DROP_NEXT},
	{"--config", DROP_NEXT},
	{"--param", DROP_NEXT},
	{"--sysroot", DROP_NEXT},
};

/*
 * Macros that do not pass: sparse's own, whose definitions Clang cannot parse,
 * and those that promise one of the gcc plugins.
 */
static const char *const dropped_macros[] = {
	"__CHECKER__",       "__STDC__",         "ARM_SSP_PER_TASK_PLUGIN",
	"RANDSTRUCT_PLUGIN", "STACKLEAK_PLUGIN", "LATENT_ENTROPY_PLUGIN",
	"STRUCTLEAK_PLUGIN",
};

/* One pass over the words. */
struct pass {
	struct sg_arena *arena;
	const struct sg_kbuild_words *words;
	uint32_t at; /* of the next word */
	struct sg_kbuild_args *out;
	const char *triple;         /* --target */
	const char *arch;           /* --arch */
	const char *arch_directory; /* by an include path: arch/ARCH/include */
	bool has_abi32;             /* -mabi=ilp32 */
};

static bool starts_with(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* 'path' without 'tail', "." when nothing is left, NULL when it does not end so. */
static const char *without_tail(struct pass *p, const char *path, const char *tail)
{
	size_t length = strlen(path), tail_length = strlen(tail);

	if (length < tail_length || strcmp(path + length - tail_length, tail) != 0)
		return NULL;
	length -= tail_length;
	if (length == 0)
		return ".";
	if (path[length - 1] != '/')
		return NULL;
	return length == 1 ? "/" : sg_arena_strndup(p->arena, path, length - 1);
}

/* "arm64" of "/usr/src/linux/arch/arm64/include"; um has no architecture of its own. */
static void look_at_include_path(struct pass *p, const char *path)
{
	const char *source = without_tail(p, path, "include");
	const char *build = without_tail(p, path, "include/generated/uapi");
	const char *name;

	if (build && !p->out->kernel_build && !strstr(build, "arch/"))
		p->out->kernel_build = build;
	if (!source || p->arch_directory)
		return;
	name = sg_path_name(source);
	if (strcmp(sg_path_name(sg_path_directory(p->arena, source)), "arch") == 0 &&
	    strcmp(name, "um") != 0)
		p->arch_directory = name;
}

/* The identifier that -D or -U speaks of. */
static bool is_dropped_macro(const char *definition)
{
	size_t length = strcspn(definition, "=(");

	for (size_t i = 0; i < sizeof(dropped_macros) / sizeof(dropped_macros[0]); i++) {
		if (strlen(dropped_macros[i]) == length &&
		    strncmp(definition, dropped_macros[i], length) == 0)
			return true;
	}
	return false;
}

static void look_at_macro(struct pass *p, const char *definition)
{
	static const char name[] = "KBUILD_MODNAME=";
	size_t length;

	if (!starts_with(definition, name))
		return;
	definition += strlen(name);
	length = strlen(definition);
	if (length >= 2 && definition[0] == '"' && definition[length - 1] == '"')
		p->out->module = sg_arena_strndup(p->arena, definition + 1, length - 2);
}

static void push(struct pass *p, const char *word)
{
	sg_vec_push(&p->out->args, p->arena, word);
}

static void keep_value(struct pass *p, const char *flag, const char *value)
{
	if (strcmp(flag, "-D") == 0 || strcmp(flag, "-U") == 0) {
		if (is_dropped_macro(value))
			return;
		if (flag[1] == 'D')
			look_at_macro(p, value);
	} else {
		look_at_include_path(p, value);
	}
	push(p, sg_arena_printf(p->arena, "%s%s", flag, value));
}

static void keep_next(struct pass *p, const char *flag, const char *value)
{
	if (!p->out->kernel_source)
		p->out->kernel_source = without_tail(p, value, "include/linux/kconfig.h");
	push(p, flag);
	push(p, value);
}

static const char *next(struct pass *p)
{
	return p->at < p->words->count ? p->words->items[p->at++] : NULL;
}

static const struct flag *find_flag(const char *word)
{
	const struct flag *found = NULL;

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
		const struct flag *flag = &flags[i];
		bool takes_more = flag->kind == KEEP_PREFIX || flag->kind == KEEP_VALUE;

		/* A whole tree has millions of words. */
		if (word[1] != flag->text[1])
			continue;
		if (strcmp(word, flag->text) == 0)
			return flag;
		if (takes_more && starts_with(word, flag->text) &&
		    (!found || strlen(found->text) < strlen(flag->text)))
			found = flag;
	}
	return found;
}

static void take_flag(struct pass *p, const char *word)
{
	const struct flag *flag = find_flag(word);
	const char *value = NULL;

	if (!flag)
		return;
	switch (flag->kind) {
	case KEEP:
	case KEEP_PREFIX:
		p->has_abi32 |= starts_with(word, "-mabi=ilp32");
		push(p, sg_arena_strdup(p->arena, word));
		return;
	case KEEP_VALUE:
		value = word[strlen(flag->text)] ? word + strlen(flag->text) : next(p);
		if (value)
			keep_value(p, flag->text, value);
		return;
	case KEEP_NEXT:
		value = next(p);
		if (value)
			keep_next(p, flag->text, sg_arena_strdup(p->arena, value));
		return;
	case DROP_NEXT:
		value = next(p);
		if (value && strcmp(word, "-o") == 0 && !p->out->object)
			p->out->object = sg_arena_strdup(p->arena, value);
		return;
	}
}

/* "drivers/x/y.o" of "-Wp,-MMD,drivers/x/.y.o.d" */
static void take_dependency_file(struct pass *p, const char *word)
{
	const char *path = strrchr(word, ',') + 1;
	const char *name = sg_path_name(path);
	size_t length = strlen(name);

	if (length > 3 && name[0] == '.' && strcmp(name + length - 2, ".d") == 0)
		p->out->object = sg_arena_printf(p->arena, "%.*s%.*s", (int)(name - path), path,
		                                 (int)(length - 3), name + 1);
}

static bool is_dependency_file(const char *word)
{
	return starts_with(word, "-Wp,-MMD,") || starts_with(word, "-Wp,-MD,");
}

/* Words with a meaning for sglint itself, wherever they stand. */
static bool take_own(struct pass *p, const char *word)
{
	if (starts_with(word, "--target=")) {
		p->triple = word + strlen("--target=");
	} else if (strcmp(word, "-target") == 0) {
		p->triple = next(p);
	} else if (starts_with(word, "--arch=")) {
		p->arch = word + strlen("--arch=");
	} else if (is_dependency_file(word)) {
		take_dependency_file(p, word);
	} else if (strcmp(word, "-fdiagnostic-prefix") == 0) {
		p->out->diagnostic_prefix = "sglint: ";
	} else if (starts_with(word, "-fdiagnostic-prefix=")) {
		p->out->diagnostic_prefix =
			sg_arena_printf(p->arena, "%s: ", strchr(word, '=') + 1);
	} else {
		return false;
	}
	return true;
}

/* CHECKFLAGS and CF=: of no concern to Clang. */
static void skip_checkflags(struct pass *p)
{
	uint32_t end = 0;

	while (end < p->words->count && !is_dependency_file(p->words->items[end]))
		end++;
	if (end == p->words->count)
		return;
	while (p->at < end)
		take_own(p, next(p));
}

/* The first that is known of: --target, --arch, ARCH, the compiler's name, the headers' place. */
static const char *find_triple(const struct pass *p)
{
	const char *names[] = {
		p->arch,
		p->words->arch,
		p->words->compiler ? sg_path_name(p->words->compiler) : NULL,
		p->words->cross_compile ? sg_path_name(p->words->cross_compile) : NULL,
		p->arch_directory,
	};
	const char *triple = p->triple;

	for (size_t i = 0; !triple && i < sizeof(names) / sizeof(names[0]); i++)
		triple = names[i] ? sg_target_triple(names[i]) : NULL;
	if (triple && !p->triple && p->has_abi32 && starts_with(triple, "riscv64"))
		return "riscv32-linux-gnu";
	return triple;
}

bool sg_kbuild_args(struct sg_arena *arena, const struct sg_kbuild_words *words,
                    struct sg_kbuild_args *args, struct sg_error *error)
{
	struct pass p = {.arena = arena, .words = words, .out = args};
	const char *word;

	*args = (struct sg_kbuild_args){0};
	push(&p, NULL); /* --target comes here */
	if (words->has_checkflags)
		skip_checkflags(&p);
	while ((word = next(&p))) {
		if (word[0] != '-')
			args->source = word[0] == '@' ? args->source : sg_arena_strdup(arena, word);
		else if (!take_own(&p, word))
			take_flag(&p, word);
	}
	push(&p, "-Wno-everything");
	p.triple = find_triple(&p);
	if (!p.triple) {
		sg_error_set(
			error, NULL, 0, 0,
			"the flags do not tell the target: add --target=TRIPLE or --arch=ARCH");
		return false;
	}
	args->args.items[0] = sg_arena_printf(arena, "--target=%s", p.triple);
	return true;
}
