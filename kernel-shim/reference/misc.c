// SPDX-License-Identifier: GPL-2.0-or-later
/* The rest that drivers call: assertions, locks, PCI boilerplate, unaligned accesses. */
#include "internal.h"

#include <linux/bitops.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/spinlock.h>
#include <linux/unaligned.h>

void warn_slowpath_fmt(const char *file, int line, unsigned int taint, const char *format, ...)
{
	(void)taint;
	(void)format;
	shim_warn(SHIM_WARN_ON, __func__, file, (unsigned int)line);
}

void shim_bug(const char *file, int line, const char *function)
{
	(void)function;
	shim_die_at(SHIM_BUG_ON, file, (unsigned int)line);
}

pgprot_t pgprot_noncached(pgprot_t prot)
{
	return prot;
}

pgprot_t pgprot_writecombine(pgprot_t prot)
{
	return prot;
}

void mutex_init(struct mutex *lock)
{
	*lock = (struct mutex){.owner = {0}};
}

/* One thread: a lock that is held will never be free. */
void mutex_lock(struct mutex *lock)
{
	BUG_ON(lock->owner.counter);
	lock->owner.counter = 1;
}

void mutex_unlock(struct mutex *lock)
{
	BUG_ON(!lock->owner.counter);
	lock->owner.counter = 0;
}

void spin_lock_init(spinlock_t *lock)
{
	lock->slock = 0;
}

void spin_lock(spinlock_t *lock)
{
	BUG_ON(lock->slock);
	lock->slock = 1;
}

void spin_unlock(spinlock_t *lock)
{
	BUG_ON(!lock->slock);
	lock->slock = 0;
}

int pci_enable_device(struct pci_dev *dev)
{
	(void)dev;
	return 0;
}

int pcim_enable_device(struct pci_dev *pdev)
{
	(void)pdev;
	return 0;
}

void pci_disable_device(struct pci_dev *dev)
{
	(void)dev;
}

void pci_set_master(struct pci_dev *dev)
{
	(void)dev;
}

/* The words of a bitmap; bit operations are plain accesses. */
#define BITS_A_WORD 64

static volatile unsigned long *word_of(long nr, const volatile unsigned long *addr)
{
	volatile unsigned long *word = (volatile unsigned long *)addr + nr / BITS_A_WORD;

	return shim_is_plain((const void *)word, sizeof(*word)) ? word : NULL;
}

static unsigned long bit_of(long nr)
{
	return 1UL << nr % BITS_A_WORD;
}

void set_bit(long nr, volatile unsigned long *addr)
{
	volatile unsigned long *word = word_of(nr, addr);

	if (word)
		*word |= bit_of(nr);
}

void clear_bit(long nr, volatile unsigned long *addr)
{
	volatile unsigned long *word = word_of(nr, addr);

	if (word)
		*word &= ~bit_of(nr);
}

bool test_bit(long nr, const volatile unsigned long *addr)
{
	volatile unsigned long *word = word_of(nr, addr);

	return word && (*word & bit_of(nr));
}

bool test_and_set_bit(long nr, volatile unsigned long *addr)
{
	bool was_set = test_bit(nr, addr);

	set_bit(nr, addr);
	return was_set;
}

void __set_bit(long nr, volatile unsigned long *addr)
{
	set_bit(nr, addr);
}

void __clear_bit(long nr, volatile unsigned long *addr)
{
	clear_bit(nr, addr);
}

static u64 load_bytes(const void *p, unsigned int size, bool is_big)
{
	const u8 *byte = p;
	u64 value = 0;

	for (unsigned int i = 0; shim_is_plain(p, size) && i < size; i++)
		value |= (u64)byte[i] << 8 * (is_big ? size - 1 - i : i);
	return value;
}

static void store_bytes(u64 value, void *p, unsigned int size, bool is_big)
{
	u8 *byte = p;

	for (unsigned int i = 0; shim_is_plain(p, size) && i < size; i++)
		byte[i] = (u8)(value >> 8 * (is_big ? size - 1 - i : i));
}

#define UNALIGNED(suffix, type, is_big)                           \
	type get_unaligned_##suffix(const void *p)                \
	{                                                         \
		return (type)load_bytes(p, sizeof(type), is_big); \
	}                                                         \
	void put_unaligned_##suffix(type value, void *p)          \
	{                                                         \
		store_bytes(value, p, sizeof(type), is_big);      \
	}

UNALIGNED(le16, u16, false)
UNALIGNED(le32, u32, false)
UNALIGNED(le64, u64, false)
UNALIGNED(be16, u16, true)
UNALIGNED(be32, u32, true)
UNALIGNED(be64, u64, true)

/* Nobody waits here. */
void udelay(unsigned long usecs)
{
	(void)usecs;
}

void msleep(unsigned int msecs)
{
	(void)msecs;
}

void usleep_range(unsigned long min, unsigned long max)
{
	(void)min;
	(void)max;
}
