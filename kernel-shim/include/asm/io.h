/* SPDX-License-Identifier: GPL-2.0-or-later */
/* I/O memory: mapping it, accessing it, and what it is made of. */
#ifndef SHIM_ASM_IO_H
#define SHIM_ASM_IO_H

#include <asm/page.h>
#include <linux/types.h>

void __iomem *ioremap(resource_size_t offset, unsigned long size);
void __iomem *ioremap_wc(resource_size_t offset, unsigned long size);
void __iomem *ioremap_wt(resource_size_t offset, unsigned long size);
void __iomem *ioremap_uc(resource_size_t offset, unsigned long size);
void __iomem *ioremap_cache(resource_size_t offset, unsigned long size);
void __iomem *ioremap_np(phys_addr_t offset, size_t size);
void iounmap(volatile void __iomem *addr);
void __iomem *ioport_map(unsigned long port, unsigned int nr);
void ioport_unmap(void __iomem *addr);

u8 readb(const volatile void __iomem *addr);
u16 readw(const volatile void __iomem *addr);
u32 readl(const volatile void __iomem *addr);
u64 readq(const volatile void __iomem *addr);
u8 readb_relaxed(const volatile void __iomem *addr);
u16 readw_relaxed(const volatile void __iomem *addr);
u32 readl_relaxed(const volatile void __iomem *addr);
u64 readq_relaxed(const volatile void __iomem *addr);
u8 __raw_readb(const volatile void __iomem *addr);
u16 __raw_readw(const volatile void __iomem *addr);
u32 __raw_readl(const volatile void __iomem *addr);
u64 __raw_readq(const volatile void __iomem *addr);
void writeb(u8 value, volatile void __iomem *addr);
void writew(u16 value, volatile void __iomem *addr);
void writel(u32 value, volatile void __iomem *addr);
void writeq(u64 value, volatile void __iomem *addr);
void writeb_relaxed(u8 value, volatile void __iomem *addr);
void writew_relaxed(u16 value, volatile void __iomem *addr);
void writel_relaxed(u32 value, volatile void __iomem *addr);
void writeq_relaxed(u64 value, volatile void __iomem *addr);
void __raw_writeb(u8 value, volatile void __iomem *addr);
void __raw_writew(u16 value, volatile void __iomem *addr);
void __raw_writel(u32 value, volatile void __iomem *addr);
void __raw_writeq(u64 value, volatile void __iomem *addr);
void readsl(const volatile void __iomem *addr, void *buffer, unsigned int count);
void writesl(volatile void __iomem *addr, const void *buffer, unsigned int count);

unsigned int ioread8(const void __iomem *addr);
unsigned int ioread16(const void __iomem *addr);
unsigned int ioread32(const void __iomem *addr);
u64 ioread64(const void __iomem *addr);
unsigned int ioread32be(const void __iomem *addr);
void iowrite8(u8 value, void __iomem *addr);
void iowrite16(u16 value, void __iomem *addr);
void iowrite32(u32 value, void __iomem *addr);
void iowrite64(u64 value, void __iomem *addr);
void iowrite32be(u32 value, void __iomem *addr);
void ioread8_rep(const void __iomem *addr, void *buffer, unsigned long count);
void ioread32_rep(const void __iomem *addr, void *buffer, unsigned long count);
void iowrite8_rep(void __iomem *addr, const void *buffer, unsigned long count);
void iowrite32_rep(void __iomem *addr, const void *buffer, unsigned long count);

void memcpy_fromio(void *to, const volatile void __iomem *from, size_t size);
void memcpy_toio(volatile void __iomem *to, const void *from, size_t size);
void memset_io(volatile void __iomem *addr, int value, size_t size);

phys_addr_t virt_to_phys(volatile void *addr);
void *phys_to_virt(phys_addr_t addr);

void __iomem *ioremap_prot(phys_addr_t offset, size_t size, unsigned long prot);
void __iomem *ioremap_encrypted(phys_addr_t offset, unsigned long size);
void __iomem *generic_ioremap_prot(phys_addr_t offset, size_t size, pgprot_t prot);
void *xlate_dev_mem_ptr(phys_addr_t phys);
void unxlate_dev_mem_ptr(phys_addr_t phys, void *addr);

u8 __readb(const volatile void __iomem *addr);
u16 __readw(const volatile void __iomem *addr);
u32 __readl(const volatile void __iomem *addr);
u64 __readq(const volatile void __iomem *addr);
void __writeb(u8 value, volatile void __iomem *addr);
void __writew(u16 value, volatile void __iomem *addr);
void __writel(u32 value, volatile void __iomem *addr);
void __writeq(u64 value, volatile void __iomem *addr);
unsigned int ioread16be(const void __iomem *addr);
u64 ioread64be(const void __iomem *addr);
void iowrite16be(u16 value, void __iomem *addr);
void iowrite64be(u64 value, void __iomem *addr);
void ioread16_rep(const void __iomem *addr, void *buffer, unsigned long count);
void iowrite16_rep(void __iomem *addr, const void *buffer, unsigned long count);
void readsb(const volatile void __iomem *addr, void *buffer, unsigned int count);
void readsw(const volatile void __iomem *addr, void *buffer, unsigned int count);
void readsq(const volatile void __iomem *addr, void *buffer, unsigned int count);
void writesb(volatile void __iomem *addr, const void *buffer, unsigned int count);
void writesw(volatile void __iomem *addr, const void *buffer, unsigned int count);
void writesq(volatile void __iomem *addr, const void *buffer, unsigned int count);
void iosubmit_cmds512(void __iomem *dst, const void *src, size_t count);

#endif
