# SPDX-License-Identifier: GPL-2.0-or-later
"""Where memory comes from: statements that make a variable name RAM or I/O memory."""
from program import C_TYPE, Object, block

RAM_POINTER = [
    "kmalloc(PAGE_SIZE, GFP_KERNEL)",
    "kzalloc(PAGE_SIZE, GFP_KERNEL)",
    "kcalloc(2, PAGE_SIZE / 2, GFP_KERNEL)",
    "devm_kzalloc(dev, PAGE_SIZE, GFP_KERNEL)",
    "page_address(alloc_page(GFP_KERNEL))",
    "(void *)__get_free_page(GFP_KERNEL)",
]
PEER_POINTER = ["pci_alloc_p2pmem(pdev, PAGE_SIZE)", "p2pmem_alloc(provider, PAGE_SIZE)"]
TOKEN = [
    "ioremap(SHIM_BAR0, PAGE_SIZE)",
    "ioremap_wc(SHIM_BAR0, PAGE_SIZE)",
    "pci_iomap(pdev, 0, 0)",
    "pci_ioremap_bar(pdev, 0)",
    "devm_ioremap(dev, SHIM_BAR0, PAGE_SIZE)",
    "devm_platform_ioremap_resource(shim_platform_device(), 0)",
]
TOKEN_AS_POINTER = ["(void __force *){t}", "(void *)(unsigned long){t}"]
RAM_PAGE = ["alloc_page(GFP_KERNEL)", "virt_to_page(kmalloc(PAGE_SIZE, GFP_KERNEL))"]
PEER_PAGE = [
    "p2pmem_alloc_page(provider)",
    "virt_to_page(pci_alloc_p2pmem(pdev, PAGE_SIZE))",
    "virt_to_page(p2pmem_alloc(provider, PAGE_SIZE))",
]
PAGE_TESTS = ("is_pci_p2pdma_page({v})",)
POINTER_TESTS = ("is_pci_p2pdma_page(virt_to_page({v}))",)
ENTRY_TESTS = (
    "sg_is_iomem({v})",
    "!sg_is_always_mappable({v})",
    "is_pci_p2pdma_page(sg_page({v}))",
)
FRAME_TESTS = (
    "pfn_t_is_iomem({v})",
    "!pfn_t_is_always_mappable({v})",
    "is_pci_p2pdma_page(pfn_t_to_page({v}))",
)
MAX_ENTRIES = 4


def alternatives(p, item, ram, io):
    """
    RAM on one branch and I/O memory on the other; returns the object with what is known
    of it.  What is always RAM has no tests: a wrong use behind a test that never holds
    is a mistake all the same, and never warns.
    """
    condition = p.bit()
    shape = p.choose([(4, "if"), (3, "override"), (2, "switch"), (1, "only-io"), (1, "only-ram")])
    p.feature(f"source-{shape}")
    if shape == "if":
        p.add(*block(f"if ({condition})", io)[:-1], "} else {", *ram, "}")
    elif shape == "override":
        p.add(*ram, *block(f"if ({condition})", io))
    elif shape == "switch":
        number = p.small_number()
        p.add(f"switch ({number}) {{", "case 1:", *io, "break;", "default:", *ram, "break;", "}")
        return item
    elif shape == "only-io":
        p.add(*io)
        return item
    else:
        p.add(*ram)
        item.tests = ()
        return item
    item.literal = condition
    return item


def pointer(p):
    flavour = p.choose([(5, "peer"), (3, "token"), (1, "out-flag")])
    p.feature(f"pointer-{flavour}")
    if flavour == "out-flag":
        return out_flag(p)
    v = p.variable(C_TYPE["pointer"], "p")
    ram = [f"{v} = {p.rng.choice(RAM_POINTER)};"]
    if flavour == "peer":
        io, tests = p.rng.choice(PEER_POINTER), POINTER_TESTS
    else:
        io, tests = p.rng.choice(TOKEN_AS_POINTER).replace("{t}", p.rng.choice(TOKEN)), ()
    item = Object("pointer", v, tests, is_token=flavour == "token")
    return alternatives(p, item, ram, [f"{v} = {io};"])


def out_flag(p):
    """rproc_da_to_va(): the kind comes back beside the address."""
    v, flag = p.variable(C_TYPE["pointer"], "p"), p.variable("bool ", "is_io", "false")
    place = f"{p.bit()} ? SHIM_RPROC_IO : SHIM_RPROC_RAM"
    if p.chance(0.2):
        p.add(f"{v} = rproc_da_to_va(shim_rproc(), {place}, 64, NULL);")
        return Object("pointer", v, is_token=True)
    p.add(f"{v} = rproc_da_to_va(shim_rproc(), {place}, 64, &{flag});")
    return Object("pointer", v, (flag,), is_token=True)


def token(p):
    """A __iomem pointer, and it is one: plain accesses are wrong whatever the path."""
    p.feature("token")
    v = p.variable(C_TYPE["token"], "regs")
    p.add(f"{v} = {p.rng.choice(TOKEN)};")
    return Object("token", v, is_token=True)


def window(p):
    """A __iomem pointer that may name RAM; only accessors are used on it."""
    p.feature("token-or-ram")
    v = p.variable(C_TYPE["window"], "regs")
    ram = [f"{v} = (void __iomem __force *){p.rng.choice(RAM_POINTER[:2])};"]
    item = Object("window", v, is_token=True)
    return alternatives(p, item, ram, [f"{v} = {p.rng.choice(TOKEN)};"])


def page(p):
    p.feature("page")
    v = p.variable(C_TYPE["page"], "page")
    ram, io = p.rng.choice(RAM_PAGE), p.rng.choice(PEER_PAGE)
    return alternatives(p, Object("page", v, PAGE_TESTS), [f"{v} = {ram};"], [f"{v} = {io};"])


def set_entry(p, entry, is_io):
    """Statements that fill one entry with RAM, or with I/O memory and its mark."""
    if not is_io:
        if p.chance(0.3):
            return [f"sg_set_buf({entry}, {p.rng.choice(RAM_POINTER)}, PAGE_SIZE);"]
        if p.chance(0.2):
            return [f"sg_set_folio({entry}, page_folio({p.rng.choice(RAM_PAGE)}), PAGE_SIZE, 0);"]
        return [f"sg_set_page({entry}, {p.rng.choice(RAM_PAGE)}, PAGE_SIZE, 0);"]
    if p.chance(0.15):
        p.feature("sg_set_pfn")
        frame = f"__pfn_to_pfn_t(page_to_pfn({p.rng.choice(PEER_PAGE)}), IO_FRAME)"
        return [f"sg_set_pfn({entry}, {frame}, PAGE_SIZE, 0);"]
    p.feature("sg_set_iomem_page")
    return [f"sg_set_iomem_page({entry}, {p.rng.choice(PEER_PAGE)}, PAGE_SIZE, 0);"]


def fill(p, entry_of, entries):
    """
    Fills each entry with a kind of its own: RAM, I/O memory, or one by a bit.  Returns the
    tests that make sense: none when all entries are RAM.
    """
    kinds = set()
    for i in range(entries):
        entry = entry_of(i)
        kind = p.choose([(2, "ram"), (1, "io"), (2, "either")])
        kinds.add(kind)
        if kind == "either":
            p.add(*block(f"if ({p.bit()})", set_entry(p, entry, True))[:-1])
            p.add("} else {", *set_entry(p, entry, False), "}")
        else:
            p.add(*set_entry(p, entry, kind == "io"))
    return ENTRY_TESTS if kinds != {"ram"} else ()


def local_list(p):
    """A list on the stack, put together by hand."""
    p.feature("list-by-hand")
    entries = p.rng.randrange(1, MAX_ENTRIES)
    storage = p.name("sgl")
    p.declarations.append(f"struct scatterlist {storage}[{entries}];")
    init = "sg_init_unmappable_table" if p.chance(0.2) else "sg_init_table"
    p.add(f"{init}({storage}, {entries});")
    tests = fill(p, lambda i: f"&{storage}[{i}]" if i else storage, entries)
    if init == "sg_init_unmappable_table":
        tests = tuple(test for test in tests if "mappable" not in test)
    return Object("list", storage, tests, str(entries))


def chained_list(p):
    """Two lists, one after the other; the last slot of the first is the link."""
    p.feature("chain")
    first, second = p.name("sgl"), p.name("sgl")
    p.declarations += [f"struct scatterlist {first}[2];", f"struct scatterlist {second}[2];"]
    p.add(f"sg_init_table({first}, 2);", f"sg_init_table({second}, 2);")
    tests = [fill(p, lambda i: first, 1), fill(p, lambda i: f"&{second}[{i}]", 2)]
    p.add(f"sg_chain({first}, 2, {second});")
    return Object("list", first, tests[0] or tests[1], "3")


def allocated_list(p):
    """A list from one allocator: all entries are of one kind."""
    p.feature("list-allocated")
    v, count = p.variable(C_TYPE["list"], "sgl"), p.variable("unsigned int ", "n", "0")
    ram = [f"{v} = sgl_alloc(2 * PAGE_SIZE, GFP_KERNEL, &{count});"]
    if p.chance(0.5):
        io = [f"{v} = pci_p2pmem_alloc_sgl(pdev, &{count}, 2 * PAGE_SIZE);"]
    else:
        io = [f"{v} = p2pmem_alloc_sgl(provider, &{count}, 2 * PAGE_SIZE);"]
    return alternatives(p, Object("list", v, ENTRY_TESTS, count), ram, io)


def scatterlist(p):
    maker = p.choose([(4, local_list), (2, chained_list), (3, allocated_list)])
    return maker(p)


def table(p):
    """A table that the program made itself."""
    p.feature("table")
    storage = p.variable("struct sg_table ", "sgt")
    if p.chance(0.5):
        p.feature("table-by-hand")
        p.add(f"sg_alloc_table(&{storage}, 2, GFP_KERNEL);")
        walk = [f"{storage}.sgl", f"sg_next({storage}.sgl)"]
        return Object("table", f"&{storage}", fill(p, lambda i: walk[i], 2))
    p.feature("table-from-pages")
    pages = p.name("pages")
    p.declarations.append(f"struct page *{pages}[2];")
    condition = p.bit()
    for i in range(2):
        p.add(*block(f"if ({condition})", [f"{pages}[{i}] = {p.rng.choice(PEER_PAGE)};"])[:-1])
        p.add("} else {", f"{pages}[{i}] = {p.rng.choice(RAM_PAGE)};", "}")
    size = "2 * PAGE_SIZE"
    p.add(f"sg_alloc_table_from_pages(&{storage}, {pages}, 2, 0, {size}, GFP_KERNEL);")
    return Object("table", f"&{storage}", ENTRY_TESTS, literal=condition)


def imported(p):
    """The table of an attachment: its pages are the exporter's."""
    p.feature("dma-buf-table")
    attachment = p.variable("struct dma_buf_attachment *", "attach")
    v = p.variable(C_TYPE["table"], "sgt")
    p.add(f"{attachment} = dma_buf_attach(shim_dma_buf({p.bit()}), dev);")
    call = p.rng.choice(["dma_buf_map_attachment", "dma_buf_map_attachment_unlocked"])
    p.add(f"{v} = {call}({attachment}, DMA_TO_DEVICE);")
    return Object("imported", v)


def iosys_map(p):
    v = p.variable(C_TYPE["map"], "map")
    ram = [f"iosys_map_set_vaddr(&{v}, {p.rng.choice(RAM_POINTER)});"]
    io = [f"iosys_map_set_vaddr_iomem(&{v}, {p.rng.choice(TOKEN)});"]
    if p.chance(0.4):
        p.feature("dma-buf-vmap")
        function = p.rng.choice(["dma_buf_vmap", "dma_buf_vmap_unlocked"])
        call = f"{function}(shim_dma_buf({p.bit()}), &{v})"
        p.add(*block(f"if ({call})", ["return 0;"]))
        return Object("map", v, ("{v}.is_iomem",), is_token=True)
    p.feature("iosys-map-set")
    return alternatives(p, Object("map", v, ("{v}.is_iomem",), is_token=True), ram, io)


def frame(p):
    p.feature("pfn_t")
    v = p.variable(C_TYPE["pfn"], "pfn")
    ram = [f"{v} = pfn_to_pfn_t(page_to_pfn({p.rng.choice(RAM_PAGE)}));"]
    io = [f"{v} = __pfn_to_pfn_t(page_to_pfn({p.rng.choice(PEER_PAGE)}), IO_FRAME);"]
    return alternatives(p, Object("pfn", v, FRAME_TESTS), ram, io)


def vector(p):
    p.feature("bio_vec")
    v = p.variable(C_TYPE["vector"], "bv")
    ram = [f"bvec_set_page(&{v}, {p.rng.choice(RAM_PAGE)}, 64, 0);"]
    io = [f"bvec_set_page(&{v}, {p.rng.choice(PEER_PAGE)}, 64, 0);"]
    item = Object("vector", v, ("is_pci_p2pdma_page({v}.bv_page)",))
    return alternatives(p, item, ram, io)


SOURCES = {
    "pointer": pointer,
    "token": token,
    "window": window,
    "page": page,
    "list": scatterlist,
    "table": table,
    "imported": imported,
    "map": iosys_map,
    "pfn": frame,
    "vector": vector,
}
