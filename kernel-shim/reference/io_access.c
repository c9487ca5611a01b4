// SPDX-License-Identifier: GPL-2.0-or-later
/* The accessors: they go to the backing store, and say when they are used on RAM. */
#include "internal.h"

#include <linux/io.h>

#define LOG_SIZE 64

static struct shim_access log[LOG_SIZE];
static unsigned int log_count;

static void record(const volatile void *addr, u64 value, u32 size, bool is_write)
{
	log[log_count++ % LOG_SIZE] =
		(struct shim_access){shim_phys_of(addr), value, size, is_write};
}

const struct shim_access *shim_access_log(unsigned int index)
{
	if (index >= log_count || index >= LOG_SIZE)
		return NULL;
	return &log[(log_count - 1 - index) % LOG_SIZE];
}

/* Overlapping ranges are a caller's bug that memcpy() has too. */
void shim_copy_quiet(void *to, const void *from, size_t size)
{
	char *t = to;
	const char *f = from;

	for (size_t i = 0; i < size; i++)
		t[i] = f[i];
}

void shim_fill_quiet(void *to, int value, size_t size)
{
	char *t = to;

	for (size_t i = 0; i < size; i++)
		t[i] = (char)value;
}

/* What the address stands for: the backing store, or RAM that should not be here. */
static void *target(const volatile void *addr, size_t size)
{
	shim_need(addr);
	if (!shim_is_io(addr)) {
		SHIM_WARN(SHIM_IO_ACCESSOR_ON_RAM);
		return (void *)addr;
	}
	if (shim_region_of(addr) == SHIM_REGION_TOKEN &&
	    !shim_is_mapped((const volatile void __iomem __force *)addr))
		SHIM_DIE(SHIM_BUG_UNMAPPED);
	if (size && !shim_is_io((const volatile char *)addr + size - 1))
		SHIM_DIE(SHIM_BUG_UNMAPPED);
	return shim_backing(addr);
}

static u64 load(const volatile void *addr, u32 size)
{
	void *from = target(addr, size);
	u64 value = 0;

	if (shim_is_io(addr) && (unsigned long)addr % size)
		SHIM_WARN(SHIM_UNALIGNED_IO);
	shim_copy_quiet(&value, from, size);
	if (shim_is_io(addr))
		record(addr, value, size, false);
	return value;
}

static void store(u64 value, const volatile void *addr, u32 size)
{
	void *to = target(addr, size);

	if (shim_is_io(addr) && (unsigned long)addr % size)
		SHIM_WARN(SHIM_UNALIGNED_IO);
	shim_copy_quiet(to, &value, size);
	if (shim_is_io(addr))
		record(addr, value, size, true);
}

/* The same register again and again; the buffer must be RAM. */
static void load_many(const volatile void *addr, void *buffer, unsigned long count, u32 size)
{
	if (!shim_is_plain(buffer, count * size))
		return;
	for (unsigned long i = 0; i < count; i++) {
		u64 value = load(addr, size);

		shim_copy_quiet((char *)buffer + i * size, &value, size);
	}
}

static void store_many(const volatile void *addr, const void *buffer, unsigned long count, u32 size)
{
	if (!shim_is_plain(buffer, count * size))
		return;
	for (unsigned long i = 0; i < count; i++) {
		u64 value = 0;

		shim_copy_quiet(&value, (const char *)buffer + i * size, size);
		store(value, addr, size);
	}
}

#define PLAIN(addr) ((const volatile void __force *)(addr))

#define READ(name, type)                                      \
	type name(const volatile void __iomem *addr)          \
	{                                                     \
		return (type)load(PLAIN(addr), sizeof(type)); \
	}
#define WRITE(name, type)                                  \
	void name(type value, volatile void __iomem *addr) \
	{                                                  \
		store(value, PLAIN(addr), sizeof(type));   \
	}
#define READ_AND_WRITE(letter, type)         \
	READ(read##letter, type)             \
	READ(read##letter##_relaxed, type)   \
	READ(__read##letter, type)           \
	READ(__raw_read##letter, type)       \
	WRITE(write##letter, type)           \
	WRITE(write##letter##_relaxed, type) \
	WRITE(__write##letter, type)         \
	WRITE(__raw_write##letter, type)

READ_AND_WRITE(b, u8)
READ_AND_WRITE(w, u16)
READ_AND_WRITE(l, u32)
READ_AND_WRITE(q, u64)

#define IOREAD(name, result, type, swap)                            \
	result name(const void __iomem *addr)                       \
	{                                                           \
		return swap((type)load(PLAIN(addr), sizeof(type))); \
	}
#define IOWRITE(name, type, swap)                              \
	void name(type value, void __iomem *addr)              \
	{                                                      \
		store(swap(value), PLAIN(addr), sizeof(type)); \
	}
#define AS_IS(value) (value)

IOREAD(ioread8, unsigned int, u8, AS_IS)
IOREAD(ioread16, unsigned int, u16, AS_IS)
IOREAD(ioread32, unsigned int, u32, AS_IS)
IOREAD(ioread64, u64, u64, AS_IS)
IOREAD(ioread16be, unsigned int, u16, __builtin_bswap16)
IOREAD(ioread32be, unsigned int, u32, __builtin_bswap32)
IOREAD(ioread64be, u64, u64, __builtin_bswap64)
IOWRITE(iowrite8, u8, AS_IS)
IOWRITE(iowrite16, u16, AS_IS)
IOWRITE(iowrite32, u32, AS_IS)
IOWRITE(iowrite64, u64, AS_IS)
IOWRITE(iowrite16be, u16, __builtin_bswap16)
IOWRITE(iowrite32be, u32, __builtin_bswap32)
IOWRITE(iowrite64be, u64, __builtin_bswap64)

#define READ_MANY(name, qualifier, counter, type)                                  \
	void name(const qualifier void __iomem *addr, void *buffer, counter count) \
	{                                                                          \
		load_many(PLAIN(addr), buffer, count, sizeof(type));               \
	}
#define WRITE_MANY(name, qualifier, counter, type)                                 \
	void name(qualifier void __iomem *addr, const void *buffer, counter count) \
	{                                                                          \
		store_many(PLAIN(addr), buffer, count, sizeof(type));              \
	}

READ_MANY(readsb, volatile, unsigned int, u8)
READ_MANY(readsw, volatile, unsigned int, u16)
READ_MANY(readsl, volatile, unsigned int, u32)
READ_MANY(readsq, volatile, unsigned int, u64)
WRITE_MANY(writesb, volatile, unsigned int, u8)
WRITE_MANY(writesw, volatile, unsigned int, u16)
WRITE_MANY(writesl, volatile, unsigned int, u32)
WRITE_MANY(writesq, volatile, unsigned int, u64)
READ_MANY(ioread8_rep, , unsigned long, u8)
READ_MANY(ioread16_rep, , unsigned long, u16)
READ_MANY(ioread32_rep, , unsigned long, u32)
WRITE_MANY(iowrite8_rep, , unsigned long, u8)
WRITE_MANY(iowrite16_rep, , unsigned long, u16)
WRITE_MANY(iowrite32_rep, , unsigned long, u32)

/* One side each way; what is wrong on either side is said, and then not done. */
static void copy_from(void *to, const volatile void *from, size_t size)
{
	void *backing;

	if (!size)
		return;
	backing = target(from, size);
	if (shim_is_plain(to, size))
		shim_copy_quiet(to, backing, size);
}

static void copy_to(const volatile void *to, const void *from, size_t size)
{
	void *backing;

	if (!size)
		return;
	backing = target(to, size);
	if (shim_is_plain(from, size))
		shim_copy_quiet(backing, from, size);
}

void memcpy_fromio(void *to, const volatile void __iomem *from, size_t size)
{
	copy_from(to, PLAIN(from), size);
}

void memcpy_toio(volatile void __iomem *to, const void *from, size_t size)
{
	copy_to(PLAIN(to), from, size);
}

void memset_io(volatile void __iomem *addr, int value, size_t size)
{
	if (size)
		shim_fill_quiet(target(PLAIN(addr), size), value, size);
}

void __iowrite32_copy(void __iomem *to, const void *from, size_t count)
{
	copy_to(PLAIN(to), from, count * sizeof(u32));
}

void __ioread32_copy(void *to, const void __iomem *from, size_t count)
{
	copy_from(to, PLAIN(from), count * sizeof(u32));
}

void __iowrite64_copy(void __iomem *to, const void *from, size_t count)
{
	copy_to(PLAIN(to), from, count * sizeof(u64));
}

void iosubmit_cmds512(void __iomem *dst, const void *src, size_t count)
{
	copy_to(PLAIN(dst), src, count * 64);
}

int check_signature(const volatile void __iomem *io_addr, const unsigned char *signature,
                    int length)
{
	for (int i = 0; i < length; i++) {
		if (readb(io_addr + i) != signature[i])
			return 0;
	}
	return 1;
}
