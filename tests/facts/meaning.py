# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads meaning/*.txt: what the kernel's functions do with memory, as tests.

A group of names, then their signature or prototype, then more tests:

    NAME NAME...[@VERSION]: (KIND, KIND...) [-> RESULT]
    NAME NAME...[@VERSION]: C prototype with NAME in it
    NAME NAME...[@VERSION]: record
        EXPECTED[@rfc]  C statements with NAME in them

The kinds of arguments and results are the tables below; README.md explains them.
"""
import glob
import os
import re
from dataclasses import dataclass

HEAD = re.compile(r"^(?P<names>[A-Za-z_][\w ]*?)(?:@(?P<version>\d+\.\d+))?:\s*(?P<form>.+)$")
SIGNATURE = re.compile(r"^\((?P<arguments>[^()]*)\)(?:\s*->\s*(?P<result>\S+))?$")
TEST = re.compile(r"^\s+(?P<expected>[\w:+-]+)(?:@(?P<policy>rfc))?\s+(?P<code>\S.*)$")
SAME = re.compile(r"^a(?P<argument>\d+)(?::(?P<view>page|pfn|phys|dma|virt))?$")
THIS_KERNEL = "6.12"


class Mistake(Exception):
    """Something in a file of meanings that cannot be read."""


@dataclass(frozen=True)
class Kind:
    """What an argument may be: its type, a value that is right, and (expected, value)."""

    ctype: str
    harmless: str
    tries: tuple = ()


def touched(rule):
    """Memory that the CPU reads or writes as it is."""
    return Kind("void *", "RAM", (("ok", "RAM"), (rule, "IO"), ("p2pdma-access", "P2P")))


KINDS = {
    "n": Kind("unsigned long", "1"),
    "obj": Kind("void *", "object"),
    "user": Kind("void __user *", "user_memory"),
    "mmio": Kind("volatile void __iomem *", "IOMEM", (
        ("ok", "IOMEM"), ("ok", "AS_IOMEM(P2P)"), ("ram-as-iomem", "AS_IOMEM(RAM)"),
        ("ram-as-iomem", "PORT"))),
    "iomap": Kind("volatile void __iomem *", "IOMEM", (
        ("ok", "IOMEM"), ("ok", "PORT"), ("ram-as-iomem", "AS_IOMEM(RAM)"))),
    "ram": touched("iomem-mem-function"),
    "ram:deref": touched("iomem-deref"),
    "ram:escape": touched("iomem-escape"),
    # Freed, or mapped for DMA: neither kind of I/O memory.
    "own": Kind("void *", "RAM", (
        ("ok", "RAM"), ("iomem-as-ram", "IO"), ("iomem-as-ram", "P2P"))),
    # A linear address: peer-to-peer memory has one.
    "linear": Kind("void *", "RAM", (("ok", "RAM"), ("ok", "P2P"), ("iomem-as-ram", "IO"))),
    # What ioremap() or ioport_map() returned, to be given back.
    "token": Kind("volatile void __iomem *", "IOMEM", (
        ("ok", "IOMEM"), ("ram-as-iomem", "AS_IOMEM(RAM)"))),
    "any": Kind("void *", "RAM", (("ok", "RAM"), ("ok", "IO"), ("ok", "P2P"))),
    "page": Kind("struct page *", "RAM_PAGE", (
        ("ok", "RAM_PAGE"), ("p2pdma-access", "P2P_PAGE"))),
    "own-page": Kind("struct page *", "RAM_PAGE", (
        ("ok", "RAM_PAGE"), ("iomem-as-ram", "P2P_PAGE"))),
    "any-page": Kind("struct page *", "RAM_PAGE", (("ok", "RAM_PAGE"), ("ok", "P2P_PAGE"))),
    "counted-page": Kind("struct page *", "RAM_PAGE", (
        ("ok", "RAM_PAGE"), ("ok", "P2P_PAGE"), ("frag-unreadable", "NET_IOV"))),
    "sg": Kind("struct scatterlist *", "RAM_SG", (
        ("ok", "RAM_SG"), ("p2pdma-access", "P2P_SG"))),
    "paged-sg": Kind("struct scatterlist *", "RAM_SG", (
        ("ok", "RAM_SG"), ("p2pdma-access", "P2P_SG"), ("dmabuf-page", "DMABUF_SG"))),
    "any-sg": Kind("struct scatterlist *", "RAM_SG", (("ok", "RAM_SG"), ("ok", "P2P_SG"))),
}  # fmt: skip

# What a call returns: its type, and (expected, statements with CALL in them).  The type
# says nothing of __iomem: the fact has to.
RESULTS = {
    "token": ("void *", (
        ("ok", "READ_IO(CALL)"), ("iomem-deref", "TOUCH(CALL)"))),
    "cookie": ("void *", (
        ("ok", "ioread32(AS_IOMEM(CALL))"), ("ram-as-iomem", "READ_IO(CALL)"), ("iomem-deref", "TOUCH(CALL)"))),
    "ram": ("void *", (("ok", "TOUCH(CALL)"), ("ram-as-iomem", "READ_IO(CALL)"))),
    "ram-page": ("struct page *", (
        ("ok", "TOUCH_PAGE(CALL)"), ("ram-as-iomem", "READ_IO(page_address(CALL))"))),
    "io": ("void *", (("ok", "READ_IO(CALL)"), ("iomem-deref", "TOUCH(CALL)"))),
    "p2p": ("void *", (("ok", "READ_IO(CALL)"), ("p2pdma-access", "TOUCH(CALL)"))),
    "maybe-ram": ("void *", (("ok", "TOUCH(CALL)"), ("possible:ram-as-iomem", "READ_IO(CALL)"))),
    "maybe-token": ("void *", (
        ("ok", "READ_IO(CALL)"), ("possible:iomem-deref", "TOUCH(CALL)"))),
}  # fmt: skip

# Kinds that a function may do with what it likes: the test gives it a body that touches
# the memory, and a known function's body is not looked at.
TOUCHES = {
    "any": "(void)*(volatile char *)(P)",
    "any-page": "(void)*(volatile char *)page_address(P)",
    "any-sg": "(void)*(volatile char *)page_address(sg_page(P))",
}

# How to get at memory by another name of it.
LOOKS = {
    "virt": ("void *", "TOUCH(CALL)"),
    "page": ("struct page *", "TOUCH_PAGE(CALL)"),
    "pfn": ("unsigned long", "TOUCH_PAGE(pfn_to_page(CALL))"),
    "phys": ("unsigned long", "TOUCH(phys_to_virt(CALL))"),
    "dma": ("unsigned long", "TOUCH(CALL)"),
}


@dataclass(frozen=True)
class Test:
    """One statement about a function: what is reported in the line, and the line."""

    name: str
    version: str
    policy: str
    expected: frozenset
    code: str


@dataclass(frozen=True)
class Group:
    names: tuple
    version: str
    declaration: str  # with NAME
    has_body: bool
    tests: tuple  # (expected, policy, code)
    place: str

    def all_tests(self):
        for name in self.names:
            for expected, policy, code in self.tests:
                words = frozenset() if expected == "ok" else frozenset(expected.split("+"))
                yield Test(name, self.version, policy, words, re.sub(r"\bNAME\b", name, code))


def kind_of(word):
    if word in KINDS:
        return KINDS[word]
    if word.startswith("="):
        return Kind("unsigned long", word[1:])
    if word.startswith("@"):
        return Kind("void *", word[1:])
    raise Mistake(f"'{word}' is no kind of argument")


def call(kinds, index=None, value=None):
    values = [kind.harmless for kind in kinds]
    if index is not None:
        values[index] = value
    return f"NAME({', '.join(values)})"


def result_tests(kinds, word):
    """(type, tests) of what a call returns."""
    same = SAME.match(word or "")
    if word in RESULTS:
        ctype, tests = RESULTS[word]
        return ctype, [(expected, code.replace("CALL", call(kinds))) for expected, code in tests]
    if same:
        index, view = int(same["argument"]), same["view"] or "virt"
        ctype, look = LOOKS[view]
        return ctype, list(same_tests(kinds, index, look))
    if word:
        raise Mistake(f"'{word}' is no kind of result")
    return "unsigned long", []


def same_tests(kinds, index, look):
    """What is done with the result is done with the memory that went in."""
    for expected, value in kinds[index].tries:
        seen = {expected} - {"ok"}
        if "P2P" in value:
            seen.add("p2pdma-access")
        elif value == "IO":
            seen.add("iomem-deref")
        elif value not in ("RAM", "RAM_PAGE", "RAM_SG"):
            continue
        yield "+".join(sorted(seen)) or "ok", look.replace("CALL", call(kinds, index, value))


def read_signature(match):
    """(declaration, whether it has a body, tests) of a signature."""
    words = [word.strip() for word in match["arguments"].split(",") if word.strip()]
    kinds = [kind_of(word) for word in words]
    ctype, tests = result_tests(kinds, match["result"])
    for index, kind in enumerate(kinds):
        tests += [(expected, f"(void){call(kinds, index, value)}")
                  for expected, value in kind.tries]  # fmt: skip
    parameters = ", ".join(f"{kind.ctype} p{i}" for i, kind in enumerate(kinds)) or "void"
    declaration = f"{ctype} NAME({parameters})"
    free = [(i, TOUCHES[word]) for i, word in enumerate(words) if word in TOUCHES]
    if not free:
        return declaration + ";", False, tests
    touches = " ".join(touch.replace("P", f"p{i}", 1) + ";" for i, touch in free)
    return f"{declaration} {{ {touches} return ({ctype})0; }}", True, tests


def read_head(match, place):
    signature = SIGNATURE.match(match["form"])
    if signature:
        declaration, has_body, tests = read_signature(signature)
    elif match["form"] == "record":
        declaration, has_body, tests = "", False, []
    elif "NAME" in match["form"]:
        form = match["form"]
        has_body = form.endswith("}")
        declaration, tests = form if has_body else form + ";", []
    else:
        raise Mistake("neither a signature nor a prototype with NAME")
    tests = [(expected, "mainline", code) for expected, code in tests]
    return Group(tuple(match["names"].split()), match["version"] or THIS_KERNEL, declaration,
                 has_body, tuple(tests), place)  # fmt: skip


def read_file(path):
    groups, name = [], os.path.basename(path)
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number, line in enumerate(lines, 1):
        head, test = HEAD.match(line), TEST.match(line)
        try:
            if not line.strip() or line.startswith("#"):
                continue
            if head:
                groups.append(read_head(head, f"{name}:{number}"))
            elif test and groups:
                last = groups[-1]
                row = (test["expected"], test["policy"] or "mainline", test["code"])
                groups[-1] = Group(last.names, last.version, last.declaration, last.has_body,
                                   last.tests + (row,), last.place)  # fmt: skip
            else:
                raise Mistake("neither a head nor a test")
        except (Mistake, IndexError) as error:
            raise Mistake(f"{path}:{number}: {error}") from None
    return groups


def read_all(directory):
    paths = sorted(glob.glob(os.path.join(directory, "*.txt")))
    return [group for path in paths for group in read_file(path)]
