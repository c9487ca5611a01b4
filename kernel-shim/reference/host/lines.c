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
/* How far before an address that has no line one is looked for, in bytes. */
#define MOST_BACK 32

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
	if (address->function || strstr(place, SHIM_HEADERS) || strcmp(place, "??") == 0)
		return;
	address->function = strdup(function);
	address->line = (unsigned int)strtoul(line + 1, NULL, 10);
	if (address->line)
		address->file = strdup(place);
	else
		address->has_no_line = true;
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

static bool ask(struct shim_address *addresses, size_t count)
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

/* The nearest line before the address, in the same function. */
static void step_back(struct shim_address *address, const struct shim_address *before)
{
	for (size_t i = 0; i < MOST_BACK && !address->file; i++) {
		if (!before[i].file || strcmp(before[i].function, address->function) != 0)
			continue;
		address->file = strdup(before[i].file);
		address->line = before[i].line;
	}
}

static bool resolve_without_line(struct shim_address **addresses, size_t count)
{
	struct shim_address *before = calloc(count * MOST_BACK, sizeof(*before));
	bool is_done;

	if (!before)
		return false;
	for (size_t i = 0; i < count * MOST_BACK; i++) {
		before[i].module = addresses[i / MOST_BACK]->module;
		before[i].offset = addresses[i / MOST_BACK]->offset - 1 - i % MOST_BACK;
	}
	is_done = ask(before, count * MOST_BACK);
	for (size_t i = 0; i < count; i++)
		step_back(addresses[i], &before[i * MOST_BACK]);
	for (size_t i = 0; i < count * MOST_BACK; i++) {
		free(before[i].file);
		free(before[i].function);
	}
	free(before);
	return is_done;
}

bool shim_resolve(struct shim_address *addresses, size_t count)
{
	struct shim_address **without = calloc(count + 1, sizeof(*without));
	bool is_done = without && ask(addresses, count);
	size_t without_count = 0;

	for (size_t i = 0; is_done && i < count; i++) {
		if (addresses[i].has_no_line)
			without[without_count++] = &addresses[i];
	}
	if (without_count)
		is_done = resolve_without_line(without, without_count);
	free(without);
	return is_done;
}
