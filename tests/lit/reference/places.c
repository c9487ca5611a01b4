// SPDX-License-Identifier: GPL-2.0-or-later
// A report names the program's own line, however the access came about.
// RUN: %shim-run %s | FileCheck %s --implicit-check-not='places.c:'
// RUN: %shim-run --carrier=pfn_t %s | FileCheck %s --implicit-check-not='places.c:'
// RUN: %shim-run --policy=rfc %s | FileCheck %s --implicit-check-not='places.c:'
#include <asm/special_insns.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/iosys-map.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

struct registers {
	u32 control;
	u8 status;
	u32 enable : 1;
	u64 rest[40];
};

static int add(const u32 *word)
{
	return (int)*word + 1;
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
}

static void copy(void *to, const void *from, size_t size)
{
	memcpy(to, from, size);
	// CHECK: places.c:[[#@LINE-1]]: MEMCPY_IO
}

int expressions(const unsigned int *in)
{
	struct registers *regs = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	struct registers local;
	u32 *word = &regs->control;
	int sum = 0;

	sum += (int)word[1];
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	regs->enable = 1;
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	local = *regs;
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	sum += (int)READ_ONCE(regs->control);
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	__sync_fetch_and_add(word, 1);
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	asm volatile("incl %0" : "+m"(*word));
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	sum += local.status + add(in[0] ? &local.control : word);
	copy(&local, regs, 8);
	if (add(&regs->control) + sum &&
	    regs->status)
		// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
		sum++;
	return sum;
}
SHIM_PROGRAM(expressions, 1);

int inside(const unsigned int *in)
{
	u32 *token = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	u32 *copied = kmemdup(token, 4, in[0] ? GFP_ATOMIC : GFP_KERNEL);
	// CHECK: places.c:[[#@LINE-1]]: MEMCPY_IO
	struct iosys_map map = IOSYS_MAP_INIT_VADDR(token);
	char text[8];

	*copied = iosys_map_rd(&map, 0, u32);
	// CHECK: places.c:[[#@LINE-1]]: MEMCPY_IO
	clflush(token);
	// CHECK: places.c:[[#@LINE-1]]: DIRECT_ACCESS
	snprintf(text, sizeof(text), "%s",
	// CHECK: places.c:[[#@LINE-1]]: MEMCPY_IO
		 (char *)token);
	readl((void __iomem __force *)copied);
	// CHECK: places.c:[[#@LINE-1]]: IO_ACCESSOR_ON_RAM
	WARN_ON(in[0]);
	// CHECK: places.c:[[#@LINE-1]]: WARN_ON
	kfree(copied);
	return text[0];
}
SHIM_PROGRAM(inside, 1);
