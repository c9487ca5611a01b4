# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done with memory: rows of (weight, feature, statements).

{v} is the object, {n} the number of entries of a list.  Each row makes sense for RAM
or for I/O memory or, when the row tests for itself, for both; which of them warn is
for the reference to say.
"""

POINTER = [
    (4, "deref", ["*(u8 *){v} = 1;"]),
    (4, "deref", ["sink ^= *(volatile u32 *){v};"]),
    (2, "deref", ["((u8 *){v})[sink & 7] = 2;"]),
    (2, "deref-record", ["((struct registers *){v})->status = 3;"]),
    (2, "deref-record", ["sink ^= ((struct registers *){v})->control;"]),
    (1, "deref-record", [
        "struct registers copy = *(struct registers *){v};", "sink ^= copy.status;",
    ]),
    (1, "deref-record", ["((struct registers *){v})->enable = 1;"]),
    (2, "deref-record", ["u32 *status = &((struct registers *){v})->status;", "*status |= 4;"]),
    (3, "once", ["sink ^= READ_ONCE(*(u32 *){v});"]),
    (3, "once", ["WRITE_ONCE(*(u32 *){v}, 4);"]),
    (1, "once", ["atomic_inc((atomic_t *){v});"]),
    (1, "once", ["sink ^= xchg((u32 *){v}, 5);"]),
    (1, "once", ["set_bit(3, (unsigned long *){v});"]),
    (2, "mem-function", ["u8 bytes[16] = {0};", "memcpy({v}, bytes, sizeof(bytes));"]),
    (2, "mem-function", [
        "u8 bytes[16];", "memcpy(bytes, {v}, sizeof(bytes));", "sink ^= bytes[0];",
    ]),
    (1, "mem-function", ["memset({v}, 0, 16);"]),
    (1, "mem-function", ["u8 bytes[16] = {0};", "sink ^= !memcmp({v}, bytes, sizeof(bytes));"]),
    (1, "mem-function", ["u8 bytes[16] = {0};", "memmove({v}, bytes, sizeof(bytes));"]),
    (1, "mem-function", ["sink ^= !memchr_inv({v}, 0, 16);"]),
    (1, "mem-function", ["sink ^= !kmemdup({v}, 16, GFP_KERNEL);"]),
    (1, "mem-function", ["sink ^= (u32)copy_to_user(shim_user(), {v}, 16);"]),
    (1, "mem-function", ["*(u8 *){v} = 0;", "sink ^= strlen({v});"]),
    (2, "accessor", ["writel(1, (void __iomem __force *){v});"]),
    (2, "accessor", ["sink ^= readl((void __iomem __force *){v});"]),
    (1, "copy-io", ["memcpy_fromio({v}, ioremap(SHIM_BAR0, PAGE_SIZE), 16);"]),
    (1, "copy-io", ["memcpy_toio(ioremap(SHIM_BAR0, PAGE_SIZE), {v}, 16);"]),
    (1, "conversion", ["sink ^= (u32)dma_map_single(shim_device(), {v}, 64, DMA_TO_DEVICE);"]),
    (1, "conversion", ["struct iosys_map map;", "iosys_map_set_vaddr(&map, {v});"]),
]

# Only for memory with a linear address: the page of an ioremap() token is nonsense.
LINEAR = [
    (2, "conversion", [
        "u8 *k = kmap_local_page(virt_to_page({v}));", "*k = 5;", "kunmap_local(k);",
    ]),
    (1, "conversion", [
        "struct scatterlist one;", "u8 bytes[16];", "sg_init_one(&one, {v}, 64);",
        "sg_copy_to_buffer(&one, 1, bytes, sizeof(bytes));",
    ]),
]

# Right on I/O memory, wrong on RAM.
WINDOW = [
    (3, "accessor", ["writel(1, {v});"]),
    (3, "accessor", ["sink ^= readl({v});"]),
    (1, "accessor", ["sink ^= ioread32({v});"]),
    (1, "accessor", ["iowrite8(1, {v});"]),
    (1, "accessor", ["sink ^= readw_relaxed({v} + 2);"]),
    (1, "accessor", ["__raw_writel(2, {v});"]),
    (1, "accessor", ["u32 words[2];", "ioread32_rep({v}, words, 2);", "sink ^= words[0];"]),
    (2, "copy-io", [
        "u8 bytes[16];", "memcpy_fromio(bytes, {v}, sizeof(bytes));", "sink ^= bytes[1];",
    ]),
    (2, "copy-io", ["u8 bytes[16] = {0};", "memcpy_toio({v}, bytes, sizeof(bytes));"]),
    (1, "copy-io", ["memset_io({v}, 0, 16);"]),
    (1, "copy-io", ["u32 words[4] = {0};", "__iowrite32_copy({v}, words, 4);"]),
    (1, "conversion", ["struct iosys_map map;", "iosys_map_set_vaddr_iomem(&map, {v});"]),
]

TOKEN = [
    *WINDOW,
    (3, "deref", ["sink ^= *(volatile u32 __force *){v};"]),
    (3, "deref", ["*(u32 __force *)({v} + 8) = 1;"]),
    (3, "mem-function", ["memset((void __force *){v}, 0, 16);"]),
]

PAGE = [
    (3, "kmap", ["u8 *k = kmap_local_page({v});", "k[1] = 1;", "kunmap_local(k);"]),
    (2, "kmap", ["u8 *k = kmap({v});", "sink ^= k[1];", "kunmap({v});"]),
    (1, "kmap", ["u8 *k = kmap_atomic({v});", "k[2] = 1;", "kunmap_atomic(k);"]),
    (2, "kmap", ["u8 *k = page_address({v});", "memset(k, 0, 16);"]),
    (2, "page-copy", ["u8 bytes[16] = {0};", "memcpy_to_page({v}, 0, bytes, sizeof(bytes));"]),
    (2, "page-copy", [
        "u8 bytes[16];", "memcpy_from_page(bytes, {v}, 0, sizeof(bytes));", "sink ^= bytes[0];",
    ]),
    (1, "page-copy", ["memset_page({v}, 0, 0, 16);"]),
    (1, "page-copy", ["clear_highpage({v});"]),
    (1, "page-copy", ["zero_user({v}, 0, 16);"]),
    (1, "page-copy", ["copy_highpage(alloc_page(GFP_KERNEL), {v});"]),
    (1, "page-copy", ["memcpy_page({v}, 0, alloc_page(GFP_KERNEL), 0, 16);"]),
    (1, "kmap", [
        "u8 *k = kmap_local_folio(page_folio({v}), 0);", "k[1] = 2;", "kunmap_local(k);",
    ]),
    (1, "kmap", [
        "struct page *pages[1] = {{v}};", "u8 *k = vmap(pages, 1, VM_MAP, PAGE_KERNEL);", "k[1] = 3;",
        "vunmap(k);",
    ]),
    (1, "conversion", ["sink ^= (u32)dma_map_page(shim_device(), {v}, 0, 64, DMA_TO_DEVICE);"]),
    (2, "conversion", [
        "struct scatterlist one;", "u8 bytes[16];", "sg_init_table(&one, 1);",
        "sg_set_page(&one, {v}, 64, 0);", "sg_copy_to_buffer(&one, 1, bytes, sizeof(bytes));",
    ]),
    (1, "kmap", [
        "unsigned long frame = page_to_pfn({v});", "u8 *k = kmap_local_page(pfn_to_page(frame));",
        "k[3] = 1;", "kunmap_local(k);",
    ]),
]

ENTRY = [
    (4, "sg_virt", ["u8 *k = sg_virt({v});", "k[0] = 1;"]),
    (2, "sg_virt", ["u32 *k = sg_virt({v});", "sink ^= *k;"]),
    (1, "sg_virt", ["struct scatterlist copy = *{v};", "u8 *k = sg_virt(&copy);", "k[0] = 2;"]),
    (3, "kmap", ["u8 *k = kmap_local_page(sg_page({v}));", "k[0] = 1;", "kunmap_local(k);"]),
    (1, "kmap", ["u8 *k = page_address(sg_page({v})) + {v}->offset;", "sink ^= k[0];"]),
    (2, "sg-map", ["u8 *k = sg_kmap({v});", "if (k) {", "k[0] = 1;", "sg_kunmap({v}, k);", "}"]),
    (2, "sg-map", [
        "u8 *k = sg_map({v}, 0, SG_KMAP);", "if (!IS_ERR(k)) {", "k[0] = 1;",
        "sg_unmap({v}, k, 0, SG_KMAP);", "}",
    ]),
    (2, "sg-map", [
        "struct page *mappable = NULL;", "if (!sg_to_mappable_page({v}, &mappable)) {",
        "u8 *k = kmap_local_page(mappable);", "k[0] = 1;", "kunmap_local(k);", "}",
    ]),
    (2, "page-copy", ["memset_page(sg_page({v}), 0, 0, 8);"]),
    (1, "dma-side", ["sink ^= (u32)sg_phys({v});", "sink ^= sg_dma_len({v});"]),
    (1, "sg-map", ["u8 *k = pfn_t_to_virt(sg_pfn_t({v}));", "if (k)", "k[0] = 1;"]),
    (1, "sg-map", [
        "u8 *k = sg_kmap_offset({v}, 16);", "if (k) {", "k[0] = 1;", "sg_kunmap({v}, k);", "}",
    ]),
]

LIST = [
    (3, "sg-copy", ["u8 bytes[16];", "sg_copy_to_buffer({v}, {n}, bytes, sizeof(bytes));"]),
    (3, "sg-copy", ["u8 bytes[16] = {0};", "sg_copy_from_buffer({v}, {n}, bytes, sizeof(bytes));"]),
    (2, "sg-copy", [
        "u8 bytes[16];", "sg_pcopy_to_buffer({v}, {n}, bytes, sizeof(bytes), PAGE_SIZE / 2);",
    ]),
    (1, "sg-copy", [
        "u8 bytes[16] = {0};",
        "sg_pcopy_from_buffer({v}, {n}, bytes, sizeof(bytes), PAGE_SIZE);",
    ]),
    (1, "sg-copy", ["u8 bytes[16];", "sg_iocopy_to_buffer({v}, {n}, bytes, sizeof(bytes));"]),
    (2, "sg-copy", ["sg_zero_buffer({v}, {n}, 64, 0);"]),
    (4, "miter", [
        "struct sg_mapping_iter miter;",
        "sg_miter_start(&miter, {v}, {n}, SG_MITER_TO_SG | SG_MITER_IOMEM);",
        "while (sg_miter_next(&miter)) {", "if (miter.ioaddr)", "writeb(1, miter.ioaddr);", "else",
        "*(u8 *)miter.addr = 1;", "}", "sg_miter_stop(&miter);",
    ]),
    (3, "miter", [
        "struct sg_mapping_iter miter;", "sg_miter_start(&miter, {v}, {n}, SG_MITER_TO_SG);",
        "while (sg_miter_next(&miter))", "*(u8 *)miter.addr = 1;", "sg_miter_stop(&miter);",
    ]),
    (2, "miter", [
        "struct sg_mapping_iter miter;", "sg_miter_start(&miter, {v}, {n}, SG_MITER_FROM_SG);",
        "if (sg_miter_skip(&miter, PAGE_SIZE) && sg_miter_next(&miter))",
        "sink ^= *(u8 *)miter.addr;", "sg_miter_stop(&miter);",
    ]),
    (3, "page-iterator", [
        "struct sg_page_iter piter;", "for_each_sg_page({v}, &piter, {n}, 0) {",
        "u8 *k = kmap_local_page(sg_page_iter_page(&piter));", "k[0] = 1;", "kunmap_local(k);",
        "}",
    ]),
    (1, "dma-side", ["sink ^= dma_map_sg(shim_device(), {v}, {n}, DMA_TO_DEVICE);"]),
]

TABLE = [
    (3, "page-iterator", [
        "struct sg_page_iter piter;", "for_each_sgtable_page({v}, &piter, 0) {",
        "u8 *k = kmap_local_page(sg_page_iter_page(&piter));", "k[0] = 1;", "kunmap_local(k);",
        "}",
    ]),
    (3, "sg-copy", [
        "u8 bytes[16];", "sg_copy_to_buffer(({v})->sgl, ({v})->orig_nents, bytes, 16);",
    ]),
    (1, "dma-side", ["sink ^= dma_map_sgtable(shim_device(), {v}, DMA_TO_DEVICE, 0);"]),
]

IMPORTED = [
    (4, "dma-side", [
        "struct scatterlist *sg;", "unsigned int i;", "for_each_sgtable_dma_sg({v}, sg, i)",
        "sink ^= (u32)sg_dma_address(sg) + sg_dma_len(sg);",
    ]),
    (3, "import-page", ["sink ^= !sg_page(({v})->sgl);"]),
    (1, "import-page", [
        "struct sg_page_iter piter;", "for_each_sgtable_page({v}, &piter, 0)",
        "sink ^= !sg_page_iter_page(&piter);",
    ]),
    (2, "import-page", ["sink ^= (u32)sg_phys(({v})->sgl);"]),
    (1, "import-page", ["sink ^= !sg_virt(({v})->sgl);"]),
    (2, "import-page", [
        "struct scatterlist *sg;", "unsigned int i;", "for_each_sgtable_sg({v}, sg, i)",
        "sink ^= !sg_page(sg);",
    ]),
]

MAP = [
    (3, "map-vaddr", ["*(u8 *){v}.vaddr = 1;"]),
    (2, "map-vaddr", ["memset({v}.vaddr, 0, 16);"]),
    (2, "map-vaddr", ["u32 *word = {v}.vaddr;", "sink ^= *word;"]),
    (3, "map-accessor", [
        "u8 bytes[8] = {0};", "iosys_map_memcpy_to(&{v}, 0, bytes, sizeof(bytes));",
    ]),
    (2, "map-accessor", [
        "u8 bytes[8];", "iosys_map_memcpy_from(bytes, &{v}, 0, sizeof(bytes));",
        "sink ^= bytes[0];",
    ]),
    (1, "map-accessor", ["iosys_map_memset(&{v}, 0, 0, 8);"]),
    (1, "map-accessor", ["iosys_map_wr(&{v}, 0, u32, 7);"]),
    (1, "map-accessor", ["sink ^= iosys_map_rd(&{v}, 4, u32);"]),
    (2, "map-vaddr", [
        "if ({v}.is_iomem)", "writel(1, {v}.vaddr_iomem);", "else", "*(u32 *){v}.vaddr = 1;",
    ]),
    (1, "map-vaddr", ["iosys_map_incr(&{v}, 16);", "if (!{v}.is_iomem)", "*(u8 *){v}.vaddr = 1;"]),
    (1, "map-vaddr", ["if (iosys_map_is_set(&{v}))", "*(u8 *){v}.vaddr = 2;"]),
    (1, "map-vaddr", [
        "struct iosys_map moved = IOSYS_MAP_INIT_OFFSET(&{v}, 8);", "*(u8 *)moved.vaddr = 1;",
    ]),
]

FRAME = [
    (3, "pfn_t", ["u8 *k = kmap_local_page(pfn_t_to_page({v}));", "k[0] = 1;", "kunmap_local(k);"]),
    (2, "pfn_t", ["u8 *k = pfn_t_to_virt({v});", "if (k)", "k[0] = 1;"]),
    (2, "pfn_t", ["sink ^= (u32)pfn_t_to_phys({v});"]),
    (2, "pfn_t", ["memset_page(pfn_t_to_page({v}), 0, 0, 8);"]),
    (1, "pfn_t", ["u8 *k = kmap_local_pfn(pfn_t_to_pfn({v}));", "k[0] = 2;", "kunmap_local(k);"]),
]

VECTOR = [
    (3, "bio_vec", ["u8 *k = bvec_kmap_local(&{v});", "k[0] = 1;", "kunmap_local(k);"]),
    (2, "page-copy", [
        "u8 bytes[64];", "memcpy_from_bvec((char *)bytes, &{v});", "sink ^= bytes[0];",
    ]),
    (1, "page-copy", ["memzero_bvec(&{v});"]),
    (2, "bio_vec", ["u8 *k = page_address({v}.bv_page);", "k[0] = 1;"]),
    (1, "bio_vec", ["u8 *k = bvec_virt(&{v});", "sink ^= k[0];"]),
]

USES = {
    "pointer": POINTER,
    "token": TOKEN,
    "window": WINDOW,
    "page": PAGE,
    "entry": ENTRY,
    "list": LIST,
    "table": TABLE,
    "imported": IMPORTED,
    "map": MAP,
    "pfn": FRAME,
    "vector": VECTOR,
}


def statements(p, item, expr, count=None):
    """One random use of the object under the name 'expr'."""
    rows = USES[item.kind]
    if item.kind == "pointer" and not item.is_token:
        rows = rows + LINEAR
    feature, lines = p.choose([(weight, (name, lines)) for weight, name, lines in rows])
    p.feature(f"use-{feature}")
    return [line.replace("{v}", expr).replace("{n}", count or item.count) for line in lines]
