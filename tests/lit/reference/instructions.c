// SPDX-License-Identifier: GPL-2.0-or-later
// The MMU sees every kind of access at its own line, whatever compiled it and how, and the
// program goes on with what the device holds.
// DEFINE: %{run} = %source/scripts/shim-run --build=%build
// DEFINE: %{lines} = FileCheck %s --implicit-check-not='instructions.c:'
// RUN: env CC=%clang %{run} %s | %{lines}
// RUN: env CC=%clang %{run} --carrier=pfn_t %s -- -O1 | %{lines}
// RUN: env CC=%clang %{run} --policy=rfc %s -- -O2 | %{lines}
// RUN: env CC=%clang %{run} %s -- -O3 -march=native -fPIE | %{lines}
// RUN: %if gcc %{ env CC=gcc %{run} %s | %{lines} %}
// RUN: %if gcc %{ env CC=gcc %{run} --carrier=pfn_t %s -- -O2 | %{lines} %}
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/pci-p2pdma.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

#define PATTERN 0x8877665544332211ULL
#define SPAN (PAGE_SIZE - 4) /* eight bytes from here are on two pages */

typedef u64 vector __attribute__((vector_size(16), aligned(1)));

struct record {
	u64 words[6];
};

#define LOAD(address) (*(const volatile u64 *)(address))

static char *window(void)
{
	void __iomem *io = ioremap(SHIM_BAR0, 2 * PAGE_SIZE);

	for (unsigned int i = 0; i < 2 * PAGE_SIZE; i += 8)
		writeq(PATTERN, io + i);
	return (char __force *)io;
}

int string_instructions(const unsigned int *in)
{
	char *io = window(), ram[16], *from = io + SPAN, *to = ram;
	unsigned long count = 16, value = 0;

	(void)in;
	asm volatile("rep movsb" : "+S"(from), "+D"(to), "+c"(count) : : "memory");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(count || *(u32 *)ram != PATTERN >> 32 || *(u64 *)(ram + 4) != PATTERN);
	from = ram;
	to = io + SPAN;
	count = 2;
	asm volatile("rep movsq" : "+S"(from), "+D"(to), "+c"(count) : : "memory");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	to = io;
	count = 3;
	asm volatile("rep stosl" : "+D"(to), "+c"(count) : "a"(7) : "memory");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(readl((void __iomem __force *)io + 8) != 7);
	from = io;
	asm volatile("lodsq" : "+S"(from), "=a"(value) : : "memory");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(value != 0x700000007ULL || from != io + 8);
	from = io + SPAN;
	to = io + PAGE_SIZE + SPAN - 8;
	count = 8;
	asm volatile("repe cmpsb" : "+S"(from), "+D"(to), "+c"(count) : : "cc", "memory");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	return 0;
}
SHIM_PROGRAM(string_instructions, 0);

int vectors(const unsigned int *in)
{
	char *io = window() + (in[0] ? SPAN - 4 : 0);
	volatile vector value;

	value = *(const volatile vector *)io;
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(value[0] != PATTERN || value[1] != PATTERN);
	value[0] = 5;
	*(volatile vector *)io = value;
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(readl((void __iomem __force *)io) != 5);
	asm volatile("movups (%0), %%xmm0\n\tmovups %%xmm0, 16(%0)" : : "r"(io) : "xmm0", "memory");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(readl((void __iomem __force *)io + 16) != 5);
	return 0;
}
SHIM_PROGRAM(vectors, 1);

int read_modify_write(const unsigned int *in)
{
	volatile u64 *word = (volatile u64 *)window();

	(void)in;
	*word += 1;
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	__sync_fetch_and_add(word, 1);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(__sync_val_compare_and_swap(word, PATTERN + 2, 3) != PATTERN + 2);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	asm volatile("lock btsq $4, %0" : "+m"(*word) : : "cc");
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(__sync_lock_test_and_set(word, 9) != 19);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(readq((volatile void __iomem __force *)word) != 9);
	return 0;
}
SHIM_PROGRAM(read_modify_write, 0);

int two_pages(const unsigned int *in)
{
	char *io = window(), *peer = pci_alloc_p2pmem(shim_pci_dev(), 2 * PAGE_SIZE);
	volatile u64 value;
	struct record record;

	(void)in;
	value = *(volatile u64 *)(io + SPAN);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(value != (PATTERN >> 32 | PATTERN << 32));
	*(volatile u64 *)(peer + SPAN) = value;
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	*(volatile struct record *)(peer + SPAN) = *(volatile struct record *)(io + SPAN);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	record = *(volatile struct record *)(peer + SPAN);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(record.words[0] != value || record.words[5] != value);
	return 0;
}
SHIM_PROGRAM(two_pages, 0);

static __always_inline u64 look(const volatile u64 *word)
{
	return *word;
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
}

static __always_inline u64 look_deeper(const volatile u64 *word)
{
	return look(word) + 1;
}

static noinline void *copy_last(void *to, const void *from)
{
	return memcpy(to, from, 8);
	// CHECK: instructions.c:[[#@LINE-1]]: MEMCPY_IO
}

int inlined(const unsigned int *in)
{
	u64 *word = (u64 *)window(), copy = 0;
	u64 value = look_deeper(word);

	WARN_ON(value != PATTERN + 1);
	value = LOAD(word + 1);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(value != PATTERN);
	value = READ_ONCE(word[2]);
	// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(value != PATTERN);
	for (unsigned int i = 0; i < 3; i++)
		WRITE_ONCE(word[i], in[0] + i);
		// CHECK: instructions.c:[[#@LINE-1]]: DIRECT_ACCESS
	copy_last(&copy, word);
	return copy != 0;
}
SHIM_PROGRAM(inlined, 1);
