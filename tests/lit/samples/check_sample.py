#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks both variants of a sample driver: alone, and run by a program.

usage: check_sample.py --sglint PROGRAM --build DIR --compiler CC --scratch DIR SAMPLE PROGRAM.c

Alone, sglint reports exactly what the 'wrong: RULE' comments say.  Run by PROGRAM.c, which
includes the variant as PART, the lines that warn are the lines that are reported
(tests/pairing/paired.py).
"""
import argparse
import os
import re
import sys

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
sys.path.insert(0, os.path.join(SOURCE, "tests", "pairing"))

from checker import FINDING, Checker
from paired import check_file
from reference import Failure, Reference

EXPECTED = re.compile(r"/\* wrong: ([a-z0-9-]+) \*/")
RULE = re.compile(r"\[([a-z0-9-]+)\]$")


def expected(path):
    with open(path, encoding="utf-8") as file:
        lines = list(enumerate(file, 1))
    return {(number, rule) for number, line in lines for rule in EXPECTED.findall(line)}


def found(path, checker):
    matches = [FINDING.match(line) for line in checker.check(path).stdout.splitlines()]
    return {(int(m["line"]), RULE.search(m["text"]).group(1)) for m in matches if m}


def check_alone(path, checker):
    want, have = expected(path), found(path, checker)
    errors = [f"{path}:{line}: '{rule}' is not reported" for line, rule in sorted(want - have)]
    for line, rule in sorted(have - want):
        errors.append(f"{path}:{line}: '{rule}' is reported without a mistake")
    return errors


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    for option in ("--sglint", "--build", "--compiler", "--scratch"):
        parser.add_argument(option, required=True)
    parser.add_argument("sample")
    parser.add_argument("program")
    options = parser.parse_args()
    checker = Checker(SOURCE, options.sglint)
    reference = Reference(SOURCE, options.build, options.compiler)
    errors = []
    for variant in ("correct.c", "wrong.c"):
        part = os.path.join(SOURCE, "kernel-shim", "samples", options.sample, variant)
        try:
            errors += check_alone(part, checker)
            errors += check_file(options.program, part, checker, reference, options.scratch)
        except Failure as failure:
            errors.append(str(failure))
    print(*errors, sep="\n", end="")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
