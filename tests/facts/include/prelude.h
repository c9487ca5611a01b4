/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the generated tests of single facts are written with: memory of each kind,
 * and a few functions to look at it.  The functions here are the helpers that every
 * test may call; a test calls nothing else but the function it is about.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;
typedef _Bool bool;

#define NULL ((void *)0)
#define __force __attribute__((btf_type_tag("force")))
#define __iomem __attribute__((btf_type_tag("iomem")))
#define __user __attribute__((btf_type_tag("user")))

/*
 * Records stand in headers of the kernel's names, because the facts ask for both.
 * They have the fields that matter.
 */
#include <linux/pfn.h>
#include <linux/mm_types.h>
#include <linux/scatterlist.h>
#include <linux/iosys-map.h>
#include <linux/bvec.h>
#include <linux/blk_types.h>
#include <linux/blk-mq.h>
#include <linux/uio.h>
#include <linux/debugfs.h>
#include <linux/memremap.h>
#include <linux/ioport.h>
#include <linux/genalloc.h>
#include <linux/fb.h>
#include <linux/skbuff.h>
#include <crypto/scatterwalk.h>
#include <crypto/hash.h>
#include <crypto/skcipher.h>
#include <crypto/aead.h>
#include <crypto/akcipher.h>
#include <crypto/acompress.h>
#include <scsi/scsi_cmnd.h>
#include <drm/ttm/ttm_bo.h>
#include <drm/ttm/ttm_resource.h>
#include <linux/remoteproc.h>
#include <drm/drm_drv.h>
#include <drm/drm_gem.h>
#include <drm/drm_gem_shmem_helper.h>
#include <linux/io-mapping.h>
#include <linux/soc/apple/rtkit.h>
#include <rdma/ib_umem.h>
#include <linux/mm.h>

/* A pointer in a record, to see contents copied. */
struct holder {
	void *kept;
};

/* Objects with descriptors inside: what one holds is not in the other. */
#define OWNER(name)                                                                                \
	struct name {                                                                              \
		struct scatterlist sg;                                                             \
		struct sg_table table;                                                             \
		struct sg_append_table append;                                                     \
		struct sg_page_iter piter;                                                         \
		struct sg_dma_page_iter diter;                                                     \
		struct sg_mapping_iter miter;                                                      \
		struct bio_vec vec;                                                                \
		struct bio bio;                                                                    \
		struct request rq;                                                                 \
		struct iov_iter iter;                                                              \
		struct iosys_map map;                                                              \
		struct fb_info fb;                                                                 \
		struct skb_frag frag;                                                              \
		struct scatter_walk walk;                                                          \
		struct ahash_request ahash;                                                        \
		struct skcipher_request skcipher;                                                  \
		struct aead_request aead;                                                          \
		struct akcipher_request akcipher;                                                  \
		struct acomp_req acomp;                                                            \
		struct gen_pool pool;                                                              \
		struct resource resource;                                                          \
		struct ttm_bo_kmap_obj kmap;                                                       \
		struct ttm_bus_placement placement;                                                \
		struct rproc_mem_entry entry;                                                      \
	}
OWNER(one);
OWNER(two);
#undef OWNER

/* Where memory comes from. */
void *ioremap(unsigned long address, size_t size);
void *ioport_map(unsigned long port, unsigned int count);
void *kmalloc(size_t size, unsigned int flags);
struct page *alloc_pages(unsigned int flags, unsigned int order);
void *pci_alloc_p2pmem(void *pdev, size_t size);
struct scatterlist *sgl_alloc(u64 length, unsigned int flags, unsigned int *nents);
struct scatterlist *pci_p2pmem_alloc_sgl(void *pdev, unsigned int *nents, u32 length);
struct sg_table *dma_buf_map_attachment(void *attachment, int direction);
int dma_buf_vmap(void *dmabuf, struct iosys_map *map);
struct page *net_iov_to_netmem(void *niov);

/* Other names of the same memory. */
struct page *virt_to_page(const void *address);
struct page *pfn_to_page(unsigned long pfn);
void *page_address(const struct page *page);
void *phys_to_virt(unsigned long address);
struct page *sg_page(struct scatterlist *sg);
void iov_iter_kvec(struct iov_iter *iter, unsigned int direction, const struct kvec *vec,
		   unsigned long count, size_t size);
size_t copy_to_iter(const void *buffer, size_t size, struct iov_iter *iter);
void sg_set_page(struct scatterlist *sg, struct page *page, unsigned int size, unsigned int at);
unsigned long sg_copy_to_buffer(struct scatterlist *sg, unsigned int nents, void *to, size_t size);

unsigned long page_to_pfn(const struct page *page);
pfn_t page_to_pfn_t(struct page *page);
unsigned long pfn_t_to_pfn(pfn_t pfn);
struct page *pfn_t_to_page(pfn_t pfn);
unsigned long pci_resource_start(void *pdev, int bar);
void sg_miter_start(struct sg_mapping_iter *miter, struct scatterlist *sg, unsigned int n,
		    unsigned int flags);
bool sg_miter_next(struct sg_mapping_iter *miter);
void iosys_map_set_vaddr_iomem(struct iosys_map *map, void __iomem *address);
void bio_add_page(struct bio *bio, struct page *page, unsigned int size, unsigned int at);
void zero_fill_bio(struct bio *bio);
void bvec_set_page(struct bio_vec *v, struct page *page, unsigned int size, unsigned int at);
int __blk_rq_map_sg(void *queue, struct request *rq, struct scatterlist *sg);
void iov_iter_bvec(struct iov_iter *iter, unsigned int direction, const struct bio_vec *vec,
		   unsigned long count, size_t size);
struct page *sg_page_iter_page(struct sg_page_iter *piter);
void skb_frag_fill_page_desc(struct skb_frag *frag, struct page *page, int at, int size);
struct resource *platform_get_resource(void *pdev, unsigned int type, unsigned int index);
int ttm_bo_kmap(void *bo, unsigned long start, unsigned long count, struct ttm_bo_kmap_obj *map);
unsigned long gen_pool_alloc(struct gen_pool *pool, size_t size);
int gen_pool_add_virt(struct gen_pool *pool, unsigned long address, u64 phys, size_t size, int nid,
		      void *owner);
void get_page(struct page *page);
void ahash_request_set_crypt(struct ahash_request *rq, struct scatterlist *in, u8 *out,
			     unsigned int size);
int crypto_ahash_update(struct ahash_request *rq);
void skcipher_request_set_crypt(struct skcipher_request *rq, struct scatterlist *in,
				struct scatterlist *out, unsigned int size, void *iv);
int crypto_skcipher_encrypt(struct skcipher_request *rq);
void aead_request_set_crypt(struct aead_request *rq, struct scatterlist *in,
			    struct scatterlist *out, unsigned int size, void *iv);
int crypto_aead_encrypt(struct aead_request *rq);
void acomp_request_set_params(struct acomp_req *rq, struct scatterlist *in,
			      struct scatterlist *out, unsigned int a, unsigned int b);
void akcipher_request_set_crypt(struct akcipher_request *rq, struct scatterlist *in,
				struct scatterlist *out, unsigned int a, unsigned int b);
int crypto_akcipher_encrypt(struct akcipher_request *rq);
int crypto_acomp_compress(struct acomp_req *rq);
void scatterwalk_start(struct scatter_walk *walk, struct scatterlist *sg);
struct page *scatterwalk_page(struct scatter_walk *walk);

u32 readl(const volatile void __iomem *address);
u32 ioread32(const void __iomem *address);

/* Every test has two unknown objects as its parameters: "object" and "other_object". */
extern void __user *user_memory;
extern unsigned int some_number;

#define AS_IOMEM(p) ((void __iomem __force *)(p))
#define IO ioremap(0x1000, 64)
#define IOMEM AS_IOMEM(IO)
#define PORT AS_IOMEM(ioport_map(0x3f8, 8))
#define RAM kmalloc(64, 0)
#define P2P pci_alloc_p2pmem(object, 64)
#define RAM_PAGE alloc_pages(0, 0)
#define P2P_PAGE virt_to_page(P2P)
#define NET_IOV net_iov_to_netmem(object)
#define RAM_SG sgl_alloc(64, 0, &some_number)
#define P2P_SG pci_p2pmem_alloc_sgl(object, &some_number, 64)
#define DMABUF_SG dma_buf_map_attachment(object, 0)->sgl

#define TOUCH(p) ((void)*(volatile char *)(p))
#define TOUCH_PAGE(p) TOUCH(page_address(p))
/* Wrong for RAM. */
#define READ_IO(p) ((void)readl(AS_IOMEM(p)))
