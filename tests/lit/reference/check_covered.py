#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fails for what the reference offers and no unit test uses.

usage: check_covered.py SHIM_INCLUDE REFERENCE_SOURCE REFERENCE_BUILD

Functions, for each carrier: those that the library defines and no test refers to.
Macros: those of the headers below that no test names.
"""
import glob
import os
import re
import subprocess
import sys

CARRIERS = ("page_link", "pfn_t")
# The API of scatterlists, pages, mappings and DMA; the others are what drivers need besides.
HEADERS = (
    "asm/io.h", "asm/page.h", "linux/bvec.h", "linux/dma-buf.h", "linux/dma-mapping.h",
    "linux/gfp.h", "linux/highmem.h", "linux/io.h", "linux/io-mapping.h", "linux/iosys-map.h",
    "linux/memremap.h", "linux/mm.h", "linux/p2pmem.h", "linux/pci-p2pdma.h", "linux/pci.h",
    "linux/pfn.h", "linux/pfn_t.h", "linux/scatterlist.h",
)  # fmt: skip
MACRO = re.compile(r"^#define (\w+)\(", re.MULTILINE)
# Over a function that only the headers have.
NOT_IMPLEMENTED = {"dma_get_sgtable", "dma_mmap_coherent"}
RENAMED = re.compile(r"^#define \w+ (shim_\w+)$", re.MULTILINE)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def symbols(option, files):
    """(name, kind) of the symbols of object files."""
    command = ["nm", "-P", "-g", option, *files]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {tuple(line.split()[:2]) for line in output.splitlines() if " " in line}


def functions_without_test(build, carrier, renamed):
    objects = os.path.join(build, "CMakeFiles")
    library = glob.glob(f"{objects}/shim_{carrier}_checked_kernel.dir/*.o")
    tests = glob.glob(f"{objects}/shim-test-*-{carrier}_kernel.dir/tests/*.o")
    defined = {name for name, kind in symbols("--defined-only", library) if kind == "T"}
    public = {name for name in defined if not name.startswith("shim_")} | defined & renamed
    return public - {name for name, _ in symbols("--undefined-only", tests)}


def macros_without_test(include, tests):
    words = {word for path in glob.glob(f"{tests}/*.c") for word in re.findall(r"\w+", read(path))}
    macros = {name for h in HEADERS for name in MACRO.findall(read(os.path.join(include, h)))}
    return macros - NOT_IMPLEMENTED - words


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    include, source, build = sys.argv[1:]
    renamed = set(RENAMED.findall(read(os.path.join(source, "rename.h"))))
    missing = macros_without_test(include, os.path.join(source, "tests"))
    for carrier in CARRIERS:
        missing |= functions_without_test(build, carrier, renamed)
    for name in sorted(missing):
        print(f"no unit test uses '{name}'")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
