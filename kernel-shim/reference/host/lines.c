// SPDX-License-Identifier: GPL-2.0-or-later
#include "lines.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHIM_HEADERS "kernel-shim/include/"

extern char **environ;

static const char *symbolizer(void)
{
	const char *named = getenv("SHIM_SYMBOLIZER");

	return named ? named : SHIM_SYMBOLIZER_PATH;
}

/* Runs the program with both ends in files, so that neither side can block. */
static bool run_symbolizer(int input, int output)
{
	char *arguments[] = {(char *)symbolizer(), "--relativenames", NULL};
	posix_spawn_file_actions_t actions;
	pid_t child;
	int status = -1;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	if (posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ) == 0)
		waitpid(child, &status, 0);
	posix_spawn_file_actions_destroy(&actions);
	return status == 0;
}

/* "file:line:column" */
static void take_line(struct shim_address *address, const char *function, char *place)
{
	char *column = strrchr(place, ':');
	char *line;

	if (!column)
		return;
	*column = '\0';
	line = strrchr(place, ':');
	if (!line)
		return;
	*line = '\0';
	if (address->file || strstr(place, SHIM_HEADERS) || strcmp(place, "??") == 0)
		return;
	address->file = strdup(place);
	address->function = strdup(function);
	address->line = (unsigned int)strtoul(line + 1, NULL, 10);
}

/*
 * For each address the frames that were inlined there, innermost first: a line
 * with the function and one with the place; then an empty line.
 */
static void read_answers(FILE *answers, struct shim_address *addresses, size_t count)
{
	char *text = NULL, *function = NULL;
	size_t size = 0, function_size = 0, i = 0;

	while (i < count && getline(&function, &function_size, answers) >= 0) {
		if (function[0] == '\n') {
			i++;
			continue;
		}
		if (getline(&text, &size, answers) < 0)
			break;
		function[strcspn(function, "\n")] = '\0';
		take_line(&addresses[i], function, text);
	}
	free(text);
	free(function);
}

bool shim_resolve(struct shim_address *addresses, size_t count)
{
	FILE *questions, *answers;
	bool is_done = false;

	if (count == 0)
		return true;
	questions = tmpfile();
	answers = tmpfile();
	if (questions && answers) {
		for (size_t i = 0; i < count; i++)
			fprintf(questions, "\"%s\" 0x%lx\n", addresses[i].module,
			        addresses[i].offset);
		fflush(questions);
		lseek(fileno(questions), 0, SEEK_SET);
		is_done = run_symbolizer(fileno(questions), fileno(answers));
		rewind(answers);
		read_answers(answers, addresses, count);
	}
	if (questions)
		fclose(questions);
	if (answers)
		fclose(answers);
	return is_done;
}
