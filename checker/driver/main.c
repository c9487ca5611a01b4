// SPDX-License-Identifier: GPL-2.0-or-later
/* Chooses the mode by argv[1], runs it, says on stderr how it ended. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/near_miss.h"
#include "driver/commands.h"
#include "driver/help.h"
#include "driver/output.h"
#include "driver/process.h"
#include "driver/wrap.h"
#include "report/plain.h"

/* The last line on stderr; what it quotes may come from anywhere. */
static void say(enum sg_exit status, const char *reason)
{
	struct sg_buf line;

	sg_buf_init(&line);
	sg_buf_addf(&line, "sglint: %s: ", sg_exit_word(status));
	sg_add_plain(&line, reason);
	sg_buf_addc(&line, '\n');
	fputs(line.data, stderr);
	sg_buf_release(&line);
}

static enum sg_exit print(const struct sg_buf *text)
{
	struct sg_error error;

	if (sg_output_write(NULL, text, &error))
		return SG_EXIT_DONE;
	say(SG_EXIT_USAGE, error.text);
	return SG_EXIT_USAGE;
}

static enum sg_exit print_program_text(bool is_version)
{
	struct sg_buf text;
	enum sg_exit status;

	sg_buf_init(&text);
	if (is_version)
		sg_help_version(&text);
	else
		sg_help_program(&text, sg_wrap_width(STDOUT_FILENO));
	status = print(&text);
	sg_buf_release(&text);
	return status;
}

static enum sg_exit print_command_help(const struct sg_command_info *info)
{
	struct sg_buf text;
	enum sg_exit status;

	sg_buf_init(&text);
	sg_help_command(&text, info, sg_wrap_width(STDOUT_FILENO));
	status = print(&text);
	sg_buf_release(&text);
	return status;
}

static enum sg_exit run_command(struct sg_session *session, const struct sg_command_info *info,
                                int argc, char **argv)
{
	struct sg_error error;
	enum sg_exit status;

	session->command = info->command;
	if (!sg_options_init(&session->options, session->arena, getenv("SGLINT_FLAGS"), &error) ||
	    !sg_options_parse(&session->options, session->arena, info->command, argc, argv,
	                      &error)) {
		say(SG_EXIT_USAGE, error.text);
		return SG_EXIT_USAGE;
	}
	if (session->options.help)
		return print_command_help(info);
	status = info->run(session);
	say(status, session->reason.data);
	return status;
}

/* No line at the end unless something is wrong with how it was called. */
static enum sg_exit run_check_mode(struct sg_session *session, int argc, char **argv)
{
	struct sg_error error;
	enum sg_exit status;

	session->command = SG_COMMAND_KBUILD;
	if (!sg_options_init(&session->options, session->arena, getenv("SGLINT_FLAGS"), &error) ||
	    !sg_options_parse_kbuild(&session->options, session->arena, argc, argv, &error)) {
		say(SG_EXIT_USAGE, error.text);
		return SG_EXIT_USAGE;
	}
	status = sg_cmd_kbuild(session);
	if (status == SG_EXIT_USAGE)
		say(status, session->reason.data);
	return status;
}

static const struct sg_command_info *find_command(const char *name)
{
	for (const struct sg_command_info *info = sg_commands; info->name; info++) {
		if (strcmp(info->name, name) == 0)
			return info;
	}
	return NULL;
}

/*
 * kbuild's first argument is a flag.  A lone word that is no file either was
 * meant as a command.
 */
static bool is_mistyped_command(int argc, char **argv)
{
	return argc > 1 && argv[1][0] != '-' && access(argv[1], F_OK) < 0 &&
	       !strpbrk(argv[1], "./");
}

static enum sg_exit refuse_command(const char *name)
{
	enum { MAX_COMMANDS = 16 };
	const char *names[MAX_COMMANDS];
	const char *near;
	struct sg_buf reason;
	uint32_t count = 0;

	for (const struct sg_command_info *info = sg_commands; info->name && count < MAX_COMMANDS;
	     info++)
		names[count++] = info->name;
	near = sg_near_miss(name, names, count);
	sg_buf_init(&reason);
	sg_buf_addf(&reason, "unknown command '%s'; ", name);
	if (near)
		sg_buf_addf(&reason, "did you mean '%s'?", near);
	else
		sg_buf_adds(&reason, "see 'sglint --help'");
	say(SG_EXIT_USAGE, reason.data);
	sg_buf_release(&reason);
	return SG_EXIT_USAGE;
}

static enum sg_exit dispatch(struct sg_session *session, int argc, char **argv)
{
	const struct sg_command_info *info = argc > 1 ? find_command(argv[1]) : NULL;

	if (info)
		return run_command(session, info, argc - 2, argv + 2);
	if (argc < 2) {
		say(SG_EXIT_USAGE, "nothing to do; see 'sglint --help'");
		return SG_EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "--version") == 0)
		return print_program_text(strcmp(argv[1], "--version") == 0);
	if (is_mistyped_command(argc, argv))
		return refuse_command(argv[1]);
	return run_check_mode(session, argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
	struct sg_session session = {0};
	enum sg_exit status;

	sg_process_prepare();
	session.arena = sg_arena_new("session");
	session.intern = sg_intern_new();
	sg_buf_init(&session.reason);
	status = dispatch(&session, argc, argv);
	sg_buf_release(&session.reason);
	sg_intern_free(session.intern);
	sg_arena_free(session.arena);
	return status;
}
