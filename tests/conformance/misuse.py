#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls the reference wrongly: each wrong argument has to end in a report with a name.

usage: misuse.py --build DIR --compiler CC --scratch DIR [--list]

For every function of the scatterlist, page and DMA headers and each of its arguments that
describes memory: NULL instead; an entry of a table that is freed; no entries at all.  A call that
may be so is in misuse.yaml, with the reason.
"""
import argparse
import os
import sys

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "pairing")]

from prototypes import implemented, read_headers
from reference import CARRIERS, Failure, Reference
from values import RAM, Arguments, Unsupported, form, plain

HEADERS = (
    "linux/bvec.h", "linux/dma-buf.h", "linux/dma-mapping.h", "linux/highmem.h",
    "linux/iosys-map.h", "linux/memremap.h", "linux/mm.h", "linux/p2pmem.h",
    "linux/pci-p2pdma.h", "linux/scatterlist.h",
)  # fmt: skip
DESCRIPTORS = ("page", "folio", "list", "table", "piter", "miter", "map", "vector", "pages")
HANDLES = (
    "struct dma_buf *", "struct dma_buf_attachment *", "struct p2pmem_dev *",
    "struct sg_append_table *",
)  # fmt: skip
COUNTS = ("nents", "prv_nents", "num_clients")
OTHERS = {
    "struct device **": "(struct device *[]){shim_device()}",
    "struct dma_buf_attach_ops *": "NULL",
    "struct scatterlist **": "(struct scatterlist *[2]){NULL}",
    "struct sg_append_table *": "&(struct sg_append_table){.prv = NULL}",
    "struct vm_area_struct *": "NULL",
}
FREED = ["struct sg_table freed = {0};", "struct scatterlist *entry;",
         "sg_alloc_table(&freed, 2, GFP_KERNEL);", "entry = freed.sgl;", "sg_free_table(&freed);"]


class Call:
    """One wrong call: of 'function', where argument 'index' is 'what'."""

    def __init__(self, prototype, index, what, wrong, before=()):
        self.title = f"{prototype.name}: {what} as a{index}"
        self.header = prototype.header
        self.prototype = prototype
        self.index = index
        self.wrong = wrong
        self.before = before

    def lines(self):
        arguments = Arguments()
        expressions = []
        for number, (ctype, name) in enumerate(self.prototype.arguments):
            kind = form(ctype, name)
            if number == self.index:
                expressions.append(self.wrong)
            elif plain(ctype) in OTHERS:
                expressions.append(OTHERS[plain(ctype)])
            elif kind:
                expressions.append(arguments.memory(kind, RAM))
            else:
                expressions.append(arguments.number(ctype, name))
        return [*self.before, *arguments.lines], f"{self.prototype.name}({', '.join(expressions)});"


def calls_of(prototype):
    for index, (ctype, name) in enumerate(prototype.arguments):
        kind = form(ctype, name)
        if kind in DESCRIPTORS or plain(ctype) in HANDLES:
            yield Call(prototype, index, "NULL", "NULL")
        if kind == "list":
            yield Call(prototype, index, "a freed entry", "entry", FREED)
        if kind == "table":
            yield Call(prototype, index, "a freed table", "&freed", FREED[:-2] + FREED[-1:])
        if name in COUNTS:
            yield Call(prototype, index, "0", "0")


def collect(build):
    """(calls with their lines, titles of those that cannot be made)."""
    prototypes, _ = read_headers(os.path.join(SOURCE, "kernel-shim", "include"))
    names = implemented(os.path.join(build, f"shim-run-{CARRIERS[0]}"))
    calls, impossible = [], []
    for name in sorted(names & set(prototypes)):
        if prototypes[name].header not in HEADERS:
            continue
        for call in calls_of(prototypes[name]):
            try:
                calls.append((call, *call.lines()))
            except Unsupported as reason:
                impossible.append(f"{call.title}: {reason}")
    return calls, impossible


def write_unit(path, calls):
    """One program for each call; returns {line of the call: its title}."""
    headers = sorted({call.header for call, _, _ in calls} | {"linux/io.h", "linux/slab.h"})
    text = ["// SPDX-License-Identifier: GPL-2.0-or-later"]
    text += [f"#include <{header}>" for header in [*headers, "linux/remoteproc.h"]]
    text += ["#include <shim/program.h>", "#include <shim/world.h>"]
    titles = {}
    for number, (call, before, statement) in enumerate(calls):
        text += ["", f"static int wrong{number}(const unsigned int *in)", "{"]
        text += [f"\t{line}" for line in before]
        text.append(f"\t{statement}")
        titles[len(text)] = call.title
        text += ["\treturn in != NULL;", "}", f"SHIM_PROGRAM(wrong{number}, 0);"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(text) + "\n")
    return titles


def outcomes(reference, path, titles, carrier, library):
    """{title: kinds reported at its line}."""
    reference.compile(path, carrier, library)
    result = {title: set() for title in titles.values()}
    for file, line, kind in reference.warnings([library], carrier, "mainline"):
        if file == path and line in titles:
            result[titles[line]].add(kind)
    return result


def is_named(kinds):
    return any(kind.startswith("BUG_") and kind != "BUG_ON" for kind in kinds)


def errors_of(seen, allowed):
    errors = []
    for title, kinds in sorted(seen.items()):
        said = ", ".join(sorted(kinds)) or "nothing"
        if is_named(kinds) and title in allowed:
            errors.append(f"misuse.yaml: '{title}' is reported ({said})")
        elif not is_named(kinds) and title not in allowed:
            errors.append(f"{title}: {said}, and no report with a name")
    return errors + [f"misuse.yaml: no such call: '{title}'" for title in allowed - set(seen)]


def load_allowed():
    with open(os.path.join(HERE, "misuse.yaml"), encoding="utf-8") as file:
        entries = yaml.safe_load(file)
    return {title for entry in entries for title in entry["calls"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--list", action="store_true", help="print every call")
    options = parser.parse_args()
    os.makedirs(options.scratch, exist_ok=True)
    path = os.path.join(os.path.abspath(options.scratch), "misuse.c")
    reference = Reference(SOURCE, options.build, options.compiler)
    try:
        calls, impossible = collect(options.build)
        titles = write_unit(path, calls)
        errors = [f"cannot be called: {text}" for text in impossible]
        for carrier in CARRIERS:
            library = os.path.join(options.scratch, f"{carrier}.so")
            seen = outcomes(reference, path, titles, carrier, library)
            errors += [f"{carrier}: {error}" for error in errors_of(seen, load_allowed())]
    except Failure as failure:
        errors = [str(failure)]
    if options.list:
        print(*titles.values(), sep="\n")
    print(*errors, sep="\n")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
