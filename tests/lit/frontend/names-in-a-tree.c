// SPDX-License-Identifier: GPL-2.0-or-later
// What a driver writes, and the name by which the rules know it, in real trees:
// FORTIFY_SOURCE, KASAN and the like put other functions behind these names, and
// many are macros.  Every name here is one of a fact or an alias of it.
// REQUIRES: kernel-x86 || kernel-arm64
// RUN: %if kernel-x86 %{ %python %S/Inputs/as_unit.py %kernel-x86 lib/scatterlist.o \
// RUN:   %sglint check --emit-ir %s | FileCheck %s %}
// RUN: %if kernel-arm64 %{ %python %S/Inputs/as_unit.py %kernel-arm64 lib/scatterlist.o \
// RUN:   %sglint check --emit-ir %s | FileCheck %s %}
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/highmem.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/dma-mapping.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include <linux/bio.h>
#include <linux/skbuff.h>
#include <linux/pci.h>
#include <linux/seq_file.h>

// CHECK-LABEL: function @a_strlen
// CHECK: call {{.*}} @{{(__fortify_)?}}strlen(%1)
size_t a_strlen(const char *s)
{
	return strlen(s);
}

// CHECK-LABEL: function @a_memcpy
// CHECK: call {{.*}} {{[@#]}}memcpy(%3, %4, %5)
void a_memcpy(void *d, const void *s, size_t n)
{
	memcpy(d, s, n);
}

// CHECK-LABEL: function @a_memcpy_fixed
// CHECK: call {{.*}} {{[@#]}}memcpy(%{{[0-9]}}, %{{[0-9]}}, 8)
void a_memcpy_fixed(long *d, const long *s)
{
	memcpy(d, s, sizeof(*d));
}

// CHECK-LABEL: function @a_memmove
// CHECK: call {{.*}} {{[@#]}}memmove(%3, %4, %5)
void a_memmove(void *d, const void *s, size_t n)
{
	memmove(d, s, n);
}

// CHECK-LABEL: function @a_memset
// CHECK: call {{.*}} {{[@#]}}memset(%2, 1, %3)
void a_memset(void *d, size_t n)
{
	memset(d, 1, n);
}

// CHECK-LABEL: function @a_memcmp
// CHECK: call {{.*}} @memcmp(%3, %4, %5)
int a_memcmp(void *d, void *s, size_t n)
{
	return memcmp(d, s, n);
}

// CHECK-LABEL: function @a_memchr
// CHECK: call {{.*}} @memchr(%2, 1, %3)
void *a_memchr(void *d, size_t n)
{
	return memchr(d, 1, n);
}

// CHECK-LABEL: function @a_strcpy
// CHECK: call {{.*}} @strcpy(%2, %3)
char *a_strcpy(char *d, const char *s)
{
	return strcpy(d, s);
}

// CHECK-LABEL: function @a_strncpy
// CHECK: call {{.*}} @strncpy(%3, %4, %5)
char *a_strncpy(char *d, const char *s, size_t n)
{
	return strncpy(d, s, n);
}

// CHECK-LABEL: function @a_strscpy
// CHECK: call {{.*}} #strscpy(%3, %4, %5)
ssize_t a_strscpy(char *d, const char *s, size_t n)
{
	return strscpy(d, s, n);
}

// CHECK-LABEL: function @a_kstrdup
// CHECK: call {{.*}} @kstrdup(%1,
char *a_kstrdup(const char *s)
{
	return kstrdup(s, GFP_KERNEL);
}

// CHECK-LABEL: function @a_kmemdup
// CHECK: call {{.*}} #kmemdup(%2, %3,
void *a_kmemdup(const void *s, size_t n)
{
	return kmemdup(s, n, GFP_KERNEL);
}

// CHECK-LABEL: function @a_kmalloc
// CHECK: call {{.*}} #kmalloc(%1,
void *a_kmalloc(size_t n)
{
	return kmalloc(n, GFP_KERNEL);
}

// CHECK-LABEL: function @a_kzalloc
// CHECK: call {{.*}} #kzalloc(%1,
void *a_kzalloc(size_t n)
{
	return kzalloc(n, GFP_KERNEL);
}

// CHECK-LABEL: function @a_kcalloc
// CHECK: call {{.*}} #kcalloc(%1, 3,
void *a_kcalloc(size_t n)
{
	return kcalloc(n, 3, GFP_KERNEL);
}

// CHECK-LABEL: function @a_vmalloc
// CHECK: call {{.*}} #vmalloc(%1)
void *a_vmalloc(size_t n)
{
	return vmalloc(n);
}

// CHECK-LABEL: function @a_alloc_pages
// CHECK: call {{.*}} #alloc_pages({{[0-9]+}}, 2)
struct page *a_alloc_pages(void)
{
	return alloc_pages(GFP_KERNEL, 2);
}

// CHECK-LABEL: function @a_copy_to_user
// CHECK: call {{.*}} @copy_to_user(%3, %4, %5)
unsigned long a_copy_to_user(void __user *d, void *s, size_t n)
{
	return copy_to_user(d, s, n);
}

// CHECK-LABEL: function @a_copy_from_user
// CHECK: call {{.*}} @copy_from_user(%3, %4, %5)
unsigned long a_copy_from_user(void *d, void __user *s, size_t n)
{
	return copy_from_user(d, s, n);
}

// CHECK-LABEL: function @a_kmap
// CHECK: call {{.*}} @kmap(%1)
void *a_kmap(struct page *p)
{
	return kmap(p);
}

// CHECK-LABEL: function @a_kmap_local_page
// CHECK: call {{.*}} @kmap_local_page(%1)
void *a_kmap_local_page(struct page *p)
{
	return kmap_local_page(p);
}

// CHECK-LABEL: function @a_kmap_atomic
// CHECK: call {{.*}} @kmap_atomic(%1)
void *a_kmap_atomic(struct page *p)
{
	return kmap_atomic(p);
}

// CHECK-LABEL: function @a_kunmap_local
// CHECK: call {{.*}} #kunmap_local(%1)
void a_kunmap_local(void *p)
{
	kunmap_local(p);
}

// CHECK-LABEL: function @a_page_address
// CHECK: call {{.*}} @{{(lowmem_)?}}page_address(%1)
void *a_page_address(struct page *p)
{
	return page_address(p);
}

// CHECK-LABEL: function @a_dma_map_single
// CHECK: call {{.*}} @dma_map_single_attrs(%2, %3, 4, 1, 0)
dma_addr_t a_dma_map_single(struct device *d, void *p)
{
	return dma_map_single(d, p, 4, DMA_TO_DEVICE);
}

// CHECK-LABEL: function @a_dma_map_page
// CHECK: call {{.*}} @dma_map_page_attrs(%2, %3, 0, 4, 1, 0)
dma_addr_t a_dma_map_page(struct device *d, struct page *p)
{
	return dma_map_page(d, p, 0, 4, DMA_TO_DEVICE);
}

// CHECK-LABEL: function @a_dma_map_sg
// CHECK: call {{.*}} @dma_map_sg_attrs(%2, %3, 4, 1, 0)
int a_dma_map_sg(struct device *d, struct scatterlist *p)
{
	return dma_map_sg(d, p, 4, DMA_TO_DEVICE);
}

// CHECK-LABEL: function @a_dma_alloc_coherent
// CHECK: call {{.*}} @dma_alloc_coherent(%2, 4, %3,
void *a_dma_alloc_coherent(struct device *d, dma_addr_t *h)
{
	return dma_alloc_coherent(d, 4, h, GFP_KERNEL);
}

// CHECK-LABEL: function @a_virt_to_page
// CHECK: call {{.*}} #virt_to_page(%1)
struct page *a_virt_to_page(void *p)
{
	return virt_to_page(p);
}

// CHECK-LABEL: function @a_vmalloc_to_page
// CHECK: call {{.*}} @vmalloc_to_page(%1)
struct page *a_vmalloc_to_page(void *p)
{
	return vmalloc_to_page(p);
}

// CHECK-LABEL: function @a_page_to_pfn
// CHECK: call {{.*}} #__page_to_pfn(%1)
unsigned long a_page_to_pfn(struct page *p)
{
	return page_to_pfn(p);
}

// CHECK-LABEL: function @a_pfn_to_page
// CHECK: call {{.*}} #__pfn_to_page(%1)
struct page *a_pfn_to_page(unsigned long p)
{
	return pfn_to_page(p);
}

// CHECK-LABEL: function @a_virt_to_phys
// CHECK: call {{.*}} @virt_to_phys(%1)
phys_addr_t a_virt_to_phys(void *p)
{
	return virt_to_phys(p);
}

// CHECK-LABEL: function @a_pa
// CHECK: call {{.*}} #__pa(%1)
phys_addr_t a_pa(void *p)
{
	return __pa(p);
}

// CHECK-LABEL: function @a_phys_to_virt
// CHECK: call {{.*}} @phys_to_virt(%1)
void *a_phys_to_virt(phys_addr_t p)
{
	return phys_to_virt(p);
}

// CHECK-LABEL: function @a_va
// CHECK: call {{.*}} #__va(%1)
void *a_va(phys_addr_t p)
{
	return __va(p);
}

// CHECK-LABEL: function @a_page_to_phys
// CHECK: call {{.*}} #page_to_phys(%1)
phys_addr_t a_page_to_phys(struct page *p)
{
	return page_to_phys(p);
}

// CHECK-LABEL: function @a_sg_virt
// CHECK: call {{.*}} @sg_virt(%1)
void *a_sg_virt(struct scatterlist *sg)
{
	return sg_virt(sg);
}

// CHECK-LABEL: function @a_sg_page
// CHECK: call {{.*}} @sg_page(%1)
struct page *a_sg_page(struct scatterlist *sg)
{
	return sg_page(sg);
}

// CHECK-LABEL: function @a_sg_set_buf
// CHECK: call {{.*}} @sg_set_buf(%2, %3, 3)
void a_sg_set_buf(struct scatterlist *sg, void *p)
{
	sg_set_buf(sg, p, 3);
}

// CHECK-LABEL: function @a_sg_init_one
// CHECK: call {{.*}} @sg_init_one(%2, %3, 3)
void a_sg_init_one(struct scatterlist *sg, void *p)
{
	sg_init_one(sg, p, 3);
}

// CHECK-LABEL: function @a_ioremap
// CHECK: call {{.*}} {{[@#]}}ioremap(%1, 4096)
void __iomem *a_ioremap(phys_addr_t p)
{
	return ioremap(p, 4096);
}

// CHECK-LABEL: function @a_ioremap_wc
// CHECK: call {{.*}} {{[@#]}}ioremap_wc(%1, 4096)
void __iomem *a_ioremap_wc(phys_addr_t p)
{
	return ioremap_wc(p, 4096);
}

// CHECK-LABEL: function @a_pci_iomap
// CHECK: call {{.*}} @pci_iomap(%1, 0, 0)
void __iomem *a_pci_iomap(struct pci_dev *p)
{
	return pci_iomap(p, 0, 0);
}

// CHECK-LABEL: function @a_readl
// CHECK: call {{.*}} @readl(%1)
u32 a_readl(void __iomem *p)
{
	return readl(p);
}

// CHECK-LABEL: function @a_writel
// CHECK: call {{.*}} @writel(3, %1)
void a_writel(void __iomem *p)
{
	writel(3, p);
}

// CHECK-LABEL: function @a_readl_relaxed
// CHECK: call {{.*}} @{{__readl|readl_relaxed}}(%1)
u32 a_readl_relaxed(void __iomem *p)
{
	return readl_relaxed(p);
}

// CHECK-LABEL: function @a_readq
// CHECK: call {{.*}} @readq(%1)
u64 a_readq(void __iomem *p)
{
	return readq(p);
}

// CHECK-LABEL: function @a_ioread32
// CHECK: call {{.*}} @ioread32(%1)
u32 a_ioread32(void __iomem *p)
{
	return ioread32(p);
}

// CHECK-LABEL: function @a_iowrite8
// CHECK: call {{.*}} @iowrite8(3, %1)
void a_iowrite8(void __iomem *p)
{
	iowrite8(3, p);
}

// CHECK-LABEL: function @a_memcpy_toio
// CHECK: call {{.*}} @{{(__)?}}memcpy_toio(%2, %3, 16)
void a_memcpy_toio(void __iomem *p, void *s)
{
	memcpy_toio(p, s, 16);
}

// CHECK-LABEL: function @a_memcpy_fromio
// CHECK: call {{.*}} @{{(__)?}}memcpy_fromio(%2, %3, 16)
void a_memcpy_fromio(void *p, void __iomem *s)
{
	memcpy_fromio(p, s, 16);
}

// CHECK-LABEL: function @a_memset_io
// CHECK: call {{.*}} @{{(__)?}}memset_io(%1, 0, 16)
void a_memset_io(void __iomem *p)
{
	memset_io(p, 0, 16);
}

// CHECK-LABEL: function @a_kfree
// CHECK: call {{.*}} @kfree(%1)
void a_kfree(void *p)
{
	kfree(p);
}

// CHECK-LABEL: function @a_compound_head
// CHECK: call {{.*}} #compound_head(%1)
struct page *a_compound_head(struct page *p)
{
	return compound_head(p);
}

// CHECK-LABEL: function @a_page_folio
// CHECK: call {{.*}} #page_folio(%1)
struct folio *a_page_folio(struct page *p)
{
	return page_folio(p);
}

// CHECK-LABEL: function @a_folio_page
// CHECK: call {{.*}} #folio_page(%1, 2)
struct page *a_folio_page(struct folio *p)
{
	return folio_page(p, 2);
}

// CHECK-LABEL: function @a_bvec_kmap_local
// CHECK: call {{.*}} @bvec_kmap_local(%1)
void *a_bvec_kmap_local(struct bio_vec *p)
{
	return bvec_kmap_local(p);
}

// CHECK-LABEL: function @a_skb_frag_address
// CHECK: call {{.*}} @skb_frag_address(%1)
void *a_skb_frag_address(skb_frag_t *p)
{
	return skb_frag_address(p);
}

// CHECK-LABEL: function @a_nth_page
// CHECK: call {{.*}} #nth_page(%1, 2)
struct page *a_nth_page(struct page *p)
{
	return nth_page(p, 2);
}

// CHECK-LABEL: function @a_printk
// CHECK: call {{.*}} @_printk("%s %d\n", %2, 2)
int a_printk(void *p, char *s)
{
	return printk("%s %d\n", s, 2);
}

// CHECK-LABEL: function @a_dev_info
// CHECK: call {{.*}} @_dev_info(%2, "%s %d\n", %3, 2)
void a_dev_info(struct device *d, char *s)
{
	dev_info(d, "%s %d\n", s, 2);
}

// CHECK-LABEL: function @a_snprintf
// CHECK: call {{.*}} @snprintf(%2, 3, "%s %d\n", %3, 2)
int a_snprintf(char *d, char *s)
{
	return snprintf(d, 3, "%s %d\n", s, 2);
}

// CHECK-LABEL: function @a_seq_printf
// CHECK: call {{.*}} @seq_printf(%2, "%s %d\n", %3, 2)
void a_seq_printf(struct seq_file *d, char *s)
{
	seq_printf(d, "%s %d\n", s, 2);
}

// A macro in an argument of another one.
// CHECK-LABEL: function @a_nested
// CHECK: [[PAGE:%[0-9]+]] = call {{.*}} #virt_to_page(%1)
// CHECK: call {{.*}} #__page_to_pfn([[PAGE]])
unsigned long a_nested(void *p)
{
	return page_to_pfn(virt_to_page(p));
}

// CHECK-LABEL: function @a_read_once
// CHECK: load const volatile int4 %1 [volatile] @{{.*}}!READ_ONCE
u32 a_read_once(u32 *p)
{
	return READ_ONCE(*p);
}

// CHECK-LABEL: function @a_write_once
// CHECK: store volatile int4 %1, 2 [volatile] @{{.*}}!WRITE_ONCE
void a_write_once(u32 *p)
{
	WRITE_ONCE(*p, 2);
}
