// SPDX-License-Identifier: GPL-2.0-or-later
// No information is no finding.
// RUN: %check
#include <linux/io.h>

extern void *somewhere(void);
extern u32 *table;

u32 unknown_result_ok(void)
{
	return *(u32 *)somewhere();
}

u32 unknown_global_ok(void)
{
	return table[1];
}

u32 unknown_parameter_ok(u32 *words)
{
	return words[1];
}

u32 unknown_number_ok(unsigned long address)
{
	return *(u32 *)address;
}
