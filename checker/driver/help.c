// SPDX-License-Identifier: GPL-2.0-or-later
/* What --help and --version print; the options come from options.def. */
#include "driver/help.h"

#include "driver/wrap.h"
#include "frontend/frontend.h"

void sg_help_program(struct sg_buf *out, uint32_t width)
{
	sg_buf_adds(out, "usage: sglint COMMAND [OPTION...]\n"
	                 "       make C=1|2 CHECK=sglint [CF=\"--sg-OPTION...\"]\n\n");
	sg_wrap(out,
	        "Finds where kernel code lets the CPU touch I/O memory as if it were RAM.  With "
	        "neither a command nor --help or --version first, it takes the arguments kbuild "
	        "gives to sparse (CHECK mode).",
	        0, width);
	sg_buf_adds(out, "\nCommands:\n");
	for (const struct sg_command_info *info = sg_commands; info->name; info++) {
		sg_buf_addf(out, "  sglint %s\n", info->usage);
		sg_wrap(out, info->summary, 8, width);
	}
	sg_buf_adds(out, "\nOptions of CHECK mode, also for SGLINT_FLAGS, as --sg-OPTION:\n");
	sg_options_help(SG_COMMAND_KBUILD, "--sg-", out, width);
	sg_buf_adds(out, "\n'sglint COMMAND --help' lists the options of a command.\n");
}

void sg_help_command(struct sg_buf *out, const struct sg_command_info *info, uint32_t width)
{
	sg_buf_addf(out, "usage: sglint %s\n\n", info->usage);
	sg_wrap(out, info->summary, 0, width);
	sg_buf_adds(out, "\nOptions:\n");
	sg_options_help(info->command, "--", out, width);
}

void sg_help_version(struct sg_buf *out)
{
	sg_buf_addf(out, "sglint %s (Clang %s)\n", SGLINT_VERSION, sg_frontend_clang_version());
}
