// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Runs the programs of shared objects, each once for every combination of its
 * inputs, and prints where they went wrong.  README.md describes it.
 *
 * The world is built once.  Each run is a child process of its own, so that it
 * starts from there whatever the one before did.
 */
#include "modules.h"
#include "output.h"
#include "report.h"
#include "switches.h"
#include "world.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <shim/program.h>

#include "devices.h"

#define MAX_REPORTS (1U << 20)
#define SECONDS_A_RUN 2

enum { EXIT_NOT_ALL = 1, EXIT_USAGE = 2 };

static const char usage[] = "usage: shim-run [--policy=mainline|rfc] [--set=NAME=VALUE]... "
			    "[--by-input] [--trace] FILE.so...\n";

static struct shim_reports *make_reports(void)
{
	size_t size = sizeof(struct shim_reports) + MAX_REPORTS * sizeof(struct shim_report);
	struct shim_reports *reports = mmap(NULL, size, PROT_READ | PROT_WRITE,
	                                    MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (reports == MAP_FAILED) {
		perror("shim");
		exit(EXIT_NOT_ALL);
	}
	reports->capacity = MAX_REPORTS;
	return reports;
}

static void run_child(const struct shim_program *program, unsigned int number, unsigned int input)
{
	unsigned int in[SHIM_MAX_INPUTS] = {0};
	struct itimerval limit = {.it_value = {.tv_sec = SECONDS_A_RUN}};

	for (unsigned int i = 0; i < program->bits; i++)
		in[i] = input >> i & 1;
	shim_record_as(number, input);
	setitimer(ITIMER_REAL, &limit, NULL);
	program->run(in);
	_exit(0);
}

/* False when a child ended in a way that its own handlers did not see. */
static bool run_program(const struct shim_program *program, unsigned int number)
{
	bool is_ok = true;

	for (unsigned int input = 0; input < 1U << program->bits; input++) {
		int status = -1;
		pid_t child = fork();

		if (child == 0)
			run_child(program, number, input);
		if (child < 0 || waitpid(child, &status, 0) != child || status) {
			fprintf(stderr, "shim: %s: run %u ended with status %d\n", program->name,
			        input, status);
			is_ok = false;
		}
		shim_world_clear_io();
	}
	return is_ok;
}

static bool run_all(const struct shim_output *output, size_t program_count)
{
	struct shim_reports *reports = make_reports();
	bool is_ok = true;

	shim_record_into(reports);
	for (size_t i = 0; i < program_count; i++)
		is_ok = run_program(output->programs[i], (unsigned int)i) && is_ok;
	is_ok = shim_print(output, reports) && is_ok;
	if (reports->lost) {
		fprintf(stderr, "shim: %u reports past the limit are lost\n", reports->lost);
		is_ok = false;
	}
	return is_ok;
}

static bool parse(int argc, char **argv, struct shim_output *output)
{
	static const struct option options[] = {
		{"policy", required_argument, NULL, 'p'},
		{"set", required_argument, NULL, 's'},
		{"by-input", no_argument, NULL, 'i'},
		{"trace", no_argument, NULL, 't'},
		{NULL, 0, NULL, 0},
	};
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'i') {
			output->is_by_input = true;
		} else if (option == 't') {
			output->is_trace = true;
		} else if (option == 'p' && shim_set_policy(optarg)) {
			continue;
		} else if (option == 's' && shim_set_switch(optarg)) {
			continue;
		} else {
			if (option != '?')
				fprintf(stderr, "shim: no such policy or switch: '%s'\n", optarg);
			return false;
		}
	}
	return optind < argc;
}

int main(int argc, char **argv)
{
	struct shim_output output = {0};
	struct shim_module *modules = calloc((size_t)argc, sizeof(*modules));
	const struct shim_program **programs = NULL;
	size_t program_count = 0;
	bool is_ok = true;

	if (!modules || !parse(argc, argv, &output)) {
		fputs(usage, stderr);
		free(modules);
		return EXIT_USAGE;
	}
	shim_world_init();
	shim_devices_init();
	shim_catch_faults();
	for (int i = optind; i < argc; i++) {
		struct shim_module *module = &modules[output.module_count];

		if (!shim_module_load(module, argv[i], SHIM_CARRIER)) {
			is_ok = false;
			continue;
		}
		output.module_count++;
		programs = realloc(programs,
		                   (program_count + module->program_count) * sizeof(*programs));
		for (size_t p = 0; programs && p < module->program_count; p++)
			programs[program_count++] = module->programs[p];
	}
	output.modules = modules;
	output.programs = programs;
	is_ok = run_all(&output, program_count) && is_ok;
	free(programs);
	free(modules);
	return is_ok ? 0 : EXIT_NOT_ALL;
}
