// SPDX-License-Identifier: GPL-2.0-or-later
/* A command's words. */
#include "driver/command.h"

void sg_compile_command_set_words(struct sg_compile_command *command, struct sg_arena *arena,
                                  const char *const *words, uint32_t count)
{
	uint32_t at = 0;

	for (; at < count && words[at][0] != '-'; at++)
		command->compiler = words[at];
	for (; at < count; at++)
		sg_vec_push(&command->words, arena, words[at]);
}
