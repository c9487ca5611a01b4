// SPDX-License-Identifier: GPL-2.0-or-later
#include "modules.h"
#include "report.h"

#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <shim/program.h>

struct text_search {
	struct shim_module *module;
	bool is_found;
};

static int find_text(struct dl_phdr_info *info, size_t size, void *data)
{
	struct text_search *search = data;

	(void)size;
	if (info->dlpi_addr != search->module->base)
		return 0;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *header = &info->dlpi_phdr[i];

		if (header->p_type != PT_LOAD || !(header->p_flags & PF_X))
			continue;
		search->module->start = info->dlpi_addr + header->p_vaddr;
		search->module->end = search->module->start + header->p_memsz;
		search->is_found = true;
	}
	return 1;
}

/* The one being loaded: its constructors call here. */
static struct shim_module *loading;

void shim_register_program(const struct shim_program *program)
{
	struct shim_module *module = loading;
	size_t size = (module->program_count + 1) * sizeof(*module->programs);

	module->programs = realloc(module->programs, size);
	if (!module->programs) {
		fputs("shim: out of memory\n", stderr);
		exit(2);
	}
	module->programs[module->program_count++] = program;
}

/* dlopen() takes a name without a slash for one on the library path. */
static void *open_module(const char *path)
{
	char *absolute = realpath(path, NULL);
	void *handle;

	if (!absolute) {
		perror(path);
		return NULL;
	}
	handle = dlopen(absolute, RTLD_NOW | RTLD_LOCAL);
	free(absolute);
	if (!handle)
		fprintf(stderr, "shim: %s\n", dlerror());
	return handle;
}

bool shim_module_load(struct shim_module *module, const char *path, unsigned int carrier)
{
	struct text_search search = {.module = module};
	struct link_map *map;
	void *handle;

	*module = (struct shim_module){.path = path};
	loading = module;
	handle = open_module(path);
	if (!handle)
		return false;
	if (dlinfo(handle, RTLD_DI_LINKMAP, &map))
		return false;
	module->base = map->l_addr;
	dl_iterate_phdr(find_text, &search);
	if (!search.is_found || module->program_count == 0) {
		fprintf(stderr, "shim: %s: no SHIM_PROGRAM() in it\n", path);
		return false;
	}
	for (size_t i = 0; i < module->program_count; i++) {
		if (module->programs[i]->carrier != carrier) {
			fprintf(stderr, "shim: %s: compiled for the other carrier\n", path);
			return false;
		}
	}
	shim_add_program_text(module->start, module->end);
	return true;
}

const struct shim_module *shim_module_of(const struct shim_module *modules, size_t count,
                                         unsigned long pc)
{
	for (size_t i = 0; i < count; i++) {
		if (pc >= modules[i].start && pc < modules[i].end)
			return &modules[i];
	}
	return NULL;
}
