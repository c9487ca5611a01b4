#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiles every header of the shim alone; anything a compiler says is a failure.

usage: check_headers.py SCRATCH_FILE INCLUDE_DIRECTORY COMPILER [ARGUMENT...]
"""
import pathlib
import subprocess
import sys

BASE_FLAGS = ["-std=gnu11", "-nostdinc", "-D__KERNEL__"]
# Goes in by -include after the qualifiers it redefines; not a header to include.
OVERRIDE = "sglint-iomem.h"


def check(include, header, compiler, scratch):
    # Twice, so that the include guard is tested too.
    scratch.write_text(f"#include <{header}>\n" * 2)
    command = [*compiler, *BASE_FLAGS, "-I", str(include), str(scratch)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    output = result.stdout + result.stderr
    if result.returncode or output.strip():
        print(f"{header}: {output}")
        return False
    return True


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    scratch, include = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    headers = sorted(str(p.relative_to(include)) for p in include.rglob("*.h"))
    headers.remove(OVERRIDE)
    results = [check(include, header, sys.argv[3:], scratch) for header in headers]
    if not headers or not all(results):
        sys.exit(1)


if __name__ == "__main__":
    main()
