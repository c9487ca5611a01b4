#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiles the C tests that are analysed whole with the shim.

usage: check_corpus.py LIT_DIRECTORY COMPILER [ARGUMENT...]
"""
import pathlib
import subprocess
import sys

DIRECTORIES = ("core", "idioms", "rules", "samples")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    files = sorted(p for d in DIRECTORIES for p in (root / d).rglob("*.c"))
    failed = False
    for path in files:
        if "Inputs" in path.parts or "split-file" in path.read_text():
            continue
        result = subprocess.run([*sys.argv[2:], str(path)], check=False)
        failed = failed or result.returncode != 0
    sys.exit(1 if failed or not files else 0)


if __name__ == "__main__":
    main()
