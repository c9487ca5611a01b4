# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs programs against the reference implementation (kernel-shim/reference)."""
import os
import re
import subprocess

CARRIERS = ("page_link", "pfn_t")
POLICIES = ("mainline", "rfc")

# What the checker has to have said before.
MISTAKES = {
    "DIRECT_ACCESS", "MEMCPY_IO", "SG_COPY_IO", "MITER_IO", "PAGE_COPY_IO", "SG_VIRT_IO",
    "SG_KMAP_IO", "KMAP_IO", "PAGE_ADDRESS_IO", "IO_ACCESSOR_ON_RAM", "SG_SET_BUF_IO",
    "SG_MARK_MISMATCH", "VIRT_TO_PAGE_IO", "VIRT_TO_PHYS_IO", "DMA_SINGLE_IO", "FREE_IO",
    "PEEK_DMABUF", "IOSYS_WRONG_MEMBER",
}  # fmt: skip
# They confirm a finding and demand none.  The reference stops instead of a warning: sg_kmap()
# of I/O memory is NULL, and the access that the checker reports is one to NULL.  And it says
# of what is unmapped by the wrong function only that it was not mapped.
CONFIRMING = MISTAKES | {"CRASH", "BUG_NULL", "BAD_UNMAP"}
# The program under test is broken, whatever the checker says.
BROKEN = {"TIMEOUT"}

LINE = re.compile(r"^(?:(?P<program>\w+)\[[01-]+\]: )?(?P<file>.*):(?P<line>\d+): (?P<kind>\w+)$")


class Failure(Exception):
    """A tool did not do its work; the text says which and why."""


def run(command, seconds):
    try:
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Failure(f"'{command[0]}' still ran after {seconds} s") from error
    return result


class Reference:
    """The runners below 'build', for programs compiled with the headers of 'source'."""

    def __init__(self, source, build, compiler):
        self.source = source
        self.build = build
        self.compiler = compiler

    def compile(self, path, carrier, library, flags=()):
        shim = os.path.join(self.source, "kernel-shim")
        command = [
            self.compiler, "-std=gnu11", "-nostdinc", "-I", os.path.join(shim, "include"),
            "-D__KERNEL__", "-DSHIM_REFERENCE",
            "-include", os.path.join(shim, "reference", "rename.h"),
            *(["-DSHIM_CARRIER_PFN_T"] if carrier == "pfn_t" else []),
            "-g", "-O0", "-w", "-fno-builtin", "-fno-omit-frame-pointer", "-fPIC", "-shared",
            *flags, "-o", library, path,
        ]  # fmt: skip
        result = run(command, 300)
        if result.returncode:
            raise Failure(f"'{path}' does not compile:\n{result.stderr}")

    def warnings(self, libraries, carrier, policy, seconds=600):
        """The set of (file, line, kind) over all inputs of all programs."""
        runner = os.path.join(self.build, f"shim-run-{carrier}")
        result = run([runner, f"--policy={policy}", *libraries], seconds)
        if result.returncode:
            raise Failure(f"'{runner}' failed ({result.returncode}):\n{result.stderr}")
        return {parse(line) for line in result.stdout.splitlines()}


def parse(line):
    match = LINE.match(line)
    if not match:
        raise Failure(f"unexpected line from the reference: '{line}'")
    return os.path.abspath(match["file"]), int(match["line"]), match["kind"]
