// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * standin: takes the places of the compiler, the linker and the binary tools in a kernel build of
 * which only the commands are wanted.
 *
 * capture-flags.sh puts a directory with links to this program, named as the real tools, in front
 * of PATH; kbuild then writes the .cmd file of every unit with the tools' usual names in it.
 * A kernel unit is not compiled: its object is an empty regular file, a placeholder.  A tool that
 * is given a placeholder makes a placeholder.  Everything else is left to the real tool, which is
 * looked up in STANDIN_PATH.
 *
 * It runs some 30,000 times a tree, so it allocates nothing and opens no file it need not open.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Objects below these are compiled: the build itself reads what becomes of them.
 * Each is looked for in "/" + the object's path.
 */
static const char *const real_below[] = {
	"/scripts/",      /* modpost learns the byte order of objects from scripts/mod/empty.o */
	"/tools/",        /* programs that the build runs */
	"/vdso",          /* its symbols' offsets and its image become headers and sources */
	"/realmode/",     /* likewise */
	"/purgatory/",    /* likewise */
	"/kernel/pi/",    /* a checker of relocations reads the objects */
	"/hyp/nvhe/",     /* a generator reads the relocations */
	"/test_fortify/", /* the diagnostics are what is wanted */
};

struct command {
	int argc;
	char **argv;
	const char *output; /* the argument of -o */
};

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool has_suffix(const char *s, const char *suffix)
{
	size_t length = strlen(s), tail = strlen(suffix);

	return length > tail && strcmp(s + length - tail, suffix) == 0;
}

static bool has_prefix(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

/* Runs the real tool in this process's place. */
static int run_real(const struct command *cmd)
{
	const char *name = base_name(cmd->argv[0]);
	const char *path = getenv("STANDIN_PATH");

	if (!path) {
		fprintf(stderr, "%s: STANDIN_PATH is not set: run capture-flags.sh\n", name);
		return 127;
	}
	if (setenv("PATH", path, 1) == 0) {
		cmd->argv[0] = (char *)name;
		execvp(name, cmd->argv);
	}
	fprintf(stderr, "unable to run '%s': %s\n", name, strerror(errno));
	return 127;
}

static int write_file(const char *path, const char *const *text)
{
	FILE *f = fopen(path, "w");

	while (f && *text)
		fputs(*text++, f);
	if (f && !ferror(f) && fclose(f) == 0)
		return 0;
	fprintf(stderr, "unable to write '%s': %s\n", path, strerror(errno));
	return 1;
}

static int write_placeholder(const char *path)
{
	static const char *const nothing[] = {NULL};

	return write_file(path, nothing);
}

static bool is_placeholder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == 0;
}

/* A response file as kbuild writes it: one path a line. */
static bool lists_placeholder(const char *path)
{
	char line[PATH_MAX];
	bool found = false;
	FILE *f = fopen(path, "r");

	if (!f)
		return false;
	while (!found && fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		found = is_placeholder(line);
	}
	fclose(f);
	return found;
}

/* The output of an earlier run may stand among the arguments; it is no input. */
static bool takes_placeholder(const struct command *cmd)
{
	for (int i = 1; i < cmd->argc; i++) {
		const char *arg = cmd->argv[i];

		if (arg[0] == '-' || arg == cmd->output)
			continue;
		if (arg[0] == '@' ? lists_placeholder(arg + 1) : is_placeholder(arg))
			return true;
	}
	return false;
}

static bool is_really_compiled(const char *object)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "/%s", object);
	for (size_t i = 0; i < sizeof(real_below) / sizeof(real_below[0]); i++)
		if (strstr(path, real_below[i]))
			return true;
	return false;
}

/* fixdep wants a file of dependencies for each object. */
static int write_dependencies(const char *path, const char *object, const char *source)
{
	const char *const text[] = {object, ": ", source, "\n", NULL};

	return write_file(path, text);
}

static int compile(const struct command *cmd)
{
	bool is_kernel = false, is_object = false;
	const char *source = cmd->argv[cmd->argc - 1], *dependencies = NULL;

	for (int i = 1; i < cmd->argc; i++) {
		const char *arg = cmd->argv[i];

		if (strcmp(arg, "-D__KERNEL__") == 0)
			is_kernel = true;
		else if (strcmp(arg, "-c") == 0)
			is_object = true;
		else if (has_prefix(arg, "-Wp,-MMD,"))
			dependencies = arg + strlen("-Wp,-MMD,");
		else if (has_suffix(arg, ".c") || has_suffix(arg, ".S"))
			source = arg;
	}
	if (!is_kernel || !is_object || !cmd->output || is_really_compiled(cmd->output) ||
	    !(has_suffix(source, ".c") || has_suffix(source, ".S")))
		return run_real(cmd);
	if (dependencies && write_dependencies(dependencies, cmd->output, source) != 0)
		return 1;
	return write_placeholder(cmd->output);
}

static int link_objects(const struct command *cmd)
{
	if (!cmd->output || !takes_placeholder(cmd))
		return run_real(cmd);
	return write_placeholder(cmd->output);
}

/* ar OPERATION ARCHIVE MEMBER... */
static int archive(const struct command *cmd)
{
	struct command members = {cmd->argc - 2, cmd->argv + 2, NULL};

	if (cmd->argc < 3 || !takes_placeholder(&members))
		return run_real(cmd);
	return write_placeholder(cmd->argv[2]);
}

/* objcopy and strip: the last argument is changed or made, unless there is -o. */
static int rewrite(const struct command *cmd)
{
	if (!takes_placeholder(cmd))
		return run_real(cmd);
	return write_placeholder(cmd->output ? cmd->output : cmd->argv[cmd->argc - 1]);
}

/* nm, objdump, readelf: there is nothing to say of a placeholder. */
static int show(const struct command *cmd)
{
	return takes_placeholder(cmd) ? 0 : run_real(cmd);
}

/* The first part of the tool's name that fits decides: readelf before ld. */
static const struct {
	const char *part;
	int (*run)(const struct command *cmd);
} tools[] = {
	{"objcopy", rewrite}, {"objdump", show},    {"readelf", show}, {"strip", rewrite},
	{"clang", compile},   {"ld", link_objects}, {"ar", archive},   {"nm", show},
};

int main(int argc, char **argv)
{
	struct command cmd = {argc, argv, NULL};
	const char *name = base_name(argv[0]);

	for (int i = 1; i + 1 < argc; i++)
		if (strcmp(argv[i], "-o") == 0)
			cmd.output = argv[i + 1];
	for (size_t i = 0; i < sizeof(tools) / sizeof(tools[0]); i++)
		if (strstr(name, tools[i].part))
			return tools[i].run(&cmd);
	return run_real(&cmd);
}
