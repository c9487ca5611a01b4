#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Analyses and runs one C file; fails where the checker and the reference differ.

usage: paired.py --sglint PROGRAM --build DIR --compiler CC --scratch DIR FILE.c

Both policies, both carriers.  Fails for a line that warned when it ran and has no finding
at default level, and for a finding at default level that never warned for any input.
The second may be marked with a reason, on its line or the one before:

    /* never-warns: REASON */

The marks are limited to one line in twenty.
"""
import argparse
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from checker import Checker
from pairs import compare
from reference import CARRIERS, POLICIES, Failure, Reference

MARK = re.compile(r"/\* never-warns: (?P<reason>[^*]*\S) \*/")
EMPTY_MARK = re.compile(r"never-warns:(?!.*\S \*/)")
LINES_FOR_A_MARK = 20


class File:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().splitlines()
        self.marks = {n for n, text in enumerate(self.lines, 1) if MARK.search(text)}
        self.used_marks = set()

    def text(self, line):
        return self.lines[line - 1].strip()

    def is_marked(self, line):
        for mark in (line, line - 1):
            if mark in self.marks:
                self.used_marks.add(mark)
                return True
        return False


def check_marks(file):
    errors = []
    for number, text in enumerate(file.lines, 1):
        if EMPTY_MARK.search(text):
            errors.append(f"{file.path}:{number}: a mark needs a reason")
    if len(file.marks) * LINES_FOR_A_MARK > len(file.lines):
        errors.append(f"{file.path}: {len(file.marks)} marks are too many for its length")
    for line in sorted(file.marks - file.used_marks):
        errors.append(f"{file.path}:{line}: the mark is not needed: {file.text(line)}")
    return errors


def check_policy(file, policy, warnings, findings):
    errors = []
    result = compare(warnings, findings, file.path)
    for line, kinds in result.missed.items():
        level = f" (found at level '{result.below[line]}')" if line in result.below else ""
        errors.append(f"missed{level}: {', '.join(sorted(kinds))}: {file.text(line)}")
        errors[-1] = f"{file.path}:{line}: {policy}: {errors[-1]}"
    for line, (level, text) in result.unconfirmed.items():
        if not file.is_marked(line):
            errors.append(f"{file.path}:{line}: {policy}: {level}, but never warns: {text}")
    for line, kinds in result.broken.items():
        errors.append(f"{file.path}:{line}: {policy}: {', '.join(sorted(kinds))}")
    return errors


def check_file(path, checker, reference, scratch):
    file = File(path)
    os.makedirs(scratch, exist_ok=True)
    libraries = {}
    for carrier in CARRIERS:
        libraries[carrier] = os.path.join(scratch, f"{carrier}.so")
        reference.compile(file.path, carrier, libraries[carrier])
    errors = []
    for policy in POLICIES:
        warnings = set()
        for carrier in CARRIERS:
            warnings |= reference.warnings([libraries[carrier]], carrier, policy)
        errors += check_policy(file, policy, warnings, checker.levels(file.path, policy))
    return errors + check_marks(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sglint", required=True)
    parser.add_argument("--build", required=True, help="where the runners of the reference are")
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    checker = Checker(source, options.sglint)
    reference = Reference(source, options.build, options.compiler)
    try:
        errors = check_file(options.file, checker, reference, options.scratch)
    except Failure as failure:
        errors = [str(failure)]
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
