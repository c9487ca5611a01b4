// SPDX-License-Identifier: GPL-2.0-or-later
/* The table of subcommands. */
#include "driver/commands.h"

const struct sg_command_info sg_commands[] = {
	{"check", SG_COMMAND_CHECK, sg_cmd_check, "check FILE... (-p BUILD | -- FLAGS...)",
         "analyse files with the flags they are compiled with"},
	{"scan", SG_COMMAND_SCAN, sg_cmd_scan, "scan -p BUILD [PATH...]",
         "analyse all units of a build tree, or those below each PATH, as one program"},
	{"link", SG_COMMAND_LINK, sg_cmd_link, "link -p BUILD",
         "analyse together what CHECK mode left in a build tree"},
	{"explain", SG_COMMAND_EXPLAIN, sg_cmd_explain, "explain RULE",
         "say what a rule finds, why it is wrong and what to write instead"},
	{"rules", SG_COMMAND_RULES, sg_cmd_rules, "rules [--json]", "list the rules"},
	{0},
};
