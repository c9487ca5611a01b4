# SPDX-License-Identifier: GPL-2.0-or-later
"""C expressions for arguments: RAM or I/O memory in every form a call takes it."""
import re

# What memory can be: its tag, and how an address of it looks.
RAM, WINDOW, PEER, IMPORT = "ram", "window", "peer", "import"
TAG = {RAM: "ram", WINDOW: "io", PEER: "p2p", IMPORT: "dma_only"}

ADDRESS = {
    RAM: "kzalloc(PAGE_SIZE, GFP_KERNEL)",
    WINDOW: "(void __force *)ioremap(SHIM_BAR0, PAGE_SIZE)",
    PEER: "pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE)",
}
PAGE = {RAM: "alloc_page(GFP_KERNEL)", PEER: "p2pmem_alloc_page(shim_p2pmem())"}
IO_FRAME = "PFN_DEV | PFN_MAP | PFN_IOMEM"

POINTED = re.compile(
    r"\b(void|char|u8|u16|u32|u64|__le\w+|__be\w+|unsigned long|long|atomic\w*|refcount_t)\b"
)
BY_NAME = {
    "len": "16", "size": "16", "count": "4", "n": "4", "buflen": "16", "length": "16",
    "nents": "2", "nr_pages": "1", "n_pages": "2", "gfp": "GFP_KERNEL", "dir": "DMA_TO_DEVICE",
    "bits": "64", "nbits": "64", "max": "16", "dest_len": "16", "bytes": "16",
    "available": "16", "element_size": "4", "nbytes": "16", "max_segment": "PAGE_SIZE",
}  # fmt: skip
HANDLES = {
    "struct device *": "shim_device()",
    "struct pci_dev *": "shim_pci_dev()",
    "struct p2pmem_dev *": "shim_p2pmem()",
    "struct rproc *": "shim_rproc()",
    "struct dma_buf *": "shim_dma_buf(false)",
    "struct platform_device *": "shim_platform_device()",
    "struct resource *": "&shim_pci_dev()->resource[0]",
    "struct io_mapping *": "io_mapping_create_wc(SHIM_BAR0, PAGE_SIZE)",
    "struct dma_buf_attachment *": "dma_buf_attach(shim_dma_buf(false), shim_device())",
    "gfp_t": "GFP_KERNEL",
    "pgprot_t": "PAGE_KERNEL",
    "enum dma_data_direction": "DMA_TO_DEVICE",
}
NUMBER = re.compile(
    r"^(?:const )?(?:unsigned |signed )?(?:int|long|short|char|bool|size_t|ssize_t|off_t|loff_t|"
    r"u8|u16|u32|u64|s8|s16|s32|s64)?(?: int| long)?$"
)


class Unsupported(Exception):
    """There is no way to make such an argument; the text says which."""


def plain(ctype):
    """A type without qualifiers that do not matter here."""
    ctype = re.sub(r"\b(const|volatile|restrict)\b", "", ctype)
    return " ".join(ctype.split())


def form(ctype, name):
    """What kind of thing an argument is; None: a number or a handle."""
    ctype = plain(ctype)
    forms = {
        "struct page *": "page",
        "struct folio *": "folio",
        "struct scatterlist *": "list",
        "struct sg_table *": "table",
        "struct sg_page_iter *": "piter",
        "struct sg_mapping_iter *": "miter",
        "struct iosys_map *": "map",
        "struct bio_vec *": "vector",
        "struct page **": "pages",
        "pfn_t": "frame",
    }
    if ctype in forms:
        return forms[ctype]
    if ctype in ("phys_addr_t", "resource_size_t") and name not in BY_NAME:
        return "phys"
    if ctype == "unsigned long" and name in ("pfn", "frame"):
        return "pfn"
    if ctype.endswith("*") and "__iomem" in ctype:
        return "token"
    if ctype.endswith("*") and "__user" in ctype:
        return "user"
    if ctype.endswith("*") and not ctype.endswith("**") and POINTED.search(ctype):
        return "address"
    return None


class Arguments:
    """Builds the arguments of one call: 'lines' come before it."""

    def __init__(self):
        self.lines = []
        self.count = 0

    def name(self, stem):
        self.count += 1
        return f"{stem}{self.count}"

    def memory(self, kind, memory):
        """An expression of the form that stands for the memory."""
        build = getattr(self, f"_{kind}", None)
        if build is None:
            raise Unsupported(f"no '{kind}'")
        return build(memory)

    def variable(self, ctype, stem, value):
        name = self.name(stem)
        self.lines.append(f"{ctype}{name} = {value};")
        return name

    def _address(self, memory):
        if memory not in ADDRESS:
            raise Unsupported(f"no address of {memory} memory")
        return self.variable("void *", "p", ADDRESS[memory])

    def _token(self, memory):
        return f"(void __iomem __force *){self._address(memory)}"

    def _word(self, memory):
        return f"(unsigned long){self._address(memory)}"

    def _user(self, memory):
        if memory != RAM:
            raise Unsupported("user memory is RAM")
        return "shim_user()"

    def _page(self, memory):
        if memory not in PAGE:
            raise Unsupported(f"no page of {memory} memory")
        return self.variable("struct page *", "page", PAGE[memory])

    def _folio(self, memory):
        return f"page_folio({self._page(memory)})"

    def _pfn(self, memory):
        return f"page_to_pfn({self._page(memory)})"

    def _phys(self, memory):
        if memory == WINDOW:
            return "SHIM_BAR0"
        return f"page_to_phys({self._page(memory)})"

    def _frame(self, memory):
        frame = self._pfn(memory)
        return f"__pfn_to_pfn_t({frame}, {IO_FRAME if memory == PEER else 0})"

    def _pages(self, memory):
        name, page = self.name("pages"), self._page(memory)
        self.lines.append(f"struct page *{name}[2] = {{{page}, {page}}};")
        return name

    def _set(self, entry, memory):
        setter = "sg_set_iomem_page" if memory == PEER else "sg_set_page"
        self.lines.append(f"{setter}({entry}, {self._page(memory)}, PAGE_SIZE, 0);")

    def _list(self, memory):
        if memory == IMPORT:
            return f"{self._table(memory)}->sgl"
        name = self.name("sgl")
        self.lines += [f"struct scatterlist {name}[2];", f"sg_init_table({name}, 2);"]
        self._set(name, memory)
        self._set(f"&{name}[1]", memory)
        return name

    def _table(self, memory):
        name = self.name("table")
        if memory == IMPORT:
            attach = "dma_buf_attach(shim_dma_buf(false), shim_device())"
            value = f"dma_buf_map_attachment({attach}, DMA_TO_DEVICE)"
            self.lines.append(f"struct sg_table *{name} = {value};")
            return name
        self.lines += [f"struct sg_table {name} = {{0}};"]
        self.lines += [f"sg_alloc_table(&{name}, 1, GFP_KERNEL);"]
        self._set(f"{name}.sgl", memory)
        return f"&{name}"

    def _piter(self, memory):
        name, entry = self.name("piter"), self._list(memory)
        self.lines += [f"struct sg_page_iter {name};"]
        self.lines += [f"__sg_page_iter_start(&{name}, {entry}, 2, 0);"]
        self.lines += [f"__sg_page_iter_next(&{name});"]
        return f"&{name}"

    def _miter(self, memory):
        name, entry = self.name("miter"), self._list(memory)
        self.lines += [f"struct sg_mapping_iter {name};"]
        self.lines += [f"sg_miter_start(&{name}, {entry}, 2, SG_MITER_TO_SG);"]
        return f"&{name}"

    def _map(self, memory):
        name = self.name("map")
        self.lines.append(f"struct iosys_map {name};")
        if memory == RAM:
            self.lines.append(f"iosys_map_set_vaddr(&{name}, {ADDRESS[RAM]});")
        elif memory == WINDOW:
            token = "ioremap(SHIM_BAR0, PAGE_SIZE)"
            self.lines.append(f"iosys_map_set_vaddr_iomem(&{name}, {token});")
        else:
            raise Unsupported(f"no map of {memory} memory")
        return f"&{name}"

    def _vector(self, memory):
        name = self.name("bv")
        self.lines.append(f"struct bio_vec {name};")
        self.lines.append(f"bvec_set_page(&{name}, {self._page(memory)}, 64, 0);")
        return f"&{name}"

    def number(self, ctype, name):
        """Any argument that names no memory."""
        ctype = plain(ctype)
        if ctype in HANDLES:
            return HANDLES[ctype]
        if name in BY_NAME and "*" not in ctype:
            return BY_NAME[name]
        if NUMBER.match(ctype) or ctype in ("dma_addr_t", "pci_bus_addr_t"):
            return "0"
        if ctype.endswith("*") and not ctype.endswith("**"):
            inner = ctype[:-1].strip()
            if NUMBER.match(inner) or inner == "dma_addr_t":
                return f"&{self.variable(inner + ' ', 'out', '0')}"
        raise Unsupported(f"argument '{ctype} {name}'")


# How to see what memory a value names: an access that warns for I/O memory only.
PROBES = {
    "address": "sink ^= *(volatile u8 *)({v});",
    "token": "sink ^= *(volatile u8 __force *)({v});",
    "page": "sink ^= *(volatile u8 *)page_address({v});",
    "folio": "sink ^= *(volatile u8 *)folio_address({v});",
    "pfn": "sink ^= *(volatile u8 *)page_address(pfn_to_page({v}));",
    "phys": "sink ^= *(volatile u8 *)page_address(pfn_to_page(PHYS_PFN({v})));",
    "frame": "sink ^= *(volatile u8 *)page_address(pfn_t_to_page({v}));",
    "list": "sink ^= *(volatile u8 *)sg_virt({v});",
    "table": "sink ^= *(volatile u8 *)sg_virt(({v})->sgl);",
    "map": "sink ^= *(volatile u8 *)({v})->vaddr;",
    "vector": "sink ^= *(volatile u8 *)bvec_virt({v});",
    "pages": "sink ^= *(volatile u8 *)page_address(({v})[0]);",
}


def probe(kind, expr):
    if kind not in PROBES:
        raise Unsupported(f"no way to look at a '{kind}'")
    return PROBES[kind].replace("{v}", expr)
