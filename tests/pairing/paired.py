#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Analyses and runs one C file; fails where the checker and the reference differ.

usage: paired.py --sglint PROGRAM --build DIR --compiler CC --scratch DIR [--part FILE] FILE.c

Both policies, both carriers.  Fails for a line that warned when it ran and has no finding
at default level, and for a finding at default level that never warned for any input.
A line may be marked with a reason, on itself or on the line before:

    /* never-warns: REASON */     a finding that is right, and cannot warn
    /* known-missed: REASON */    the checker does not find it, and should
    /* known-wrong: REASON */     the checker finds it, and should not

known-missed(rfc) and the like hold for one policy only.  A mark that is not needed is
an error, so the last two go with the mistake.  Together the marks are limited to one line
in twenty.

With --part the lines of another file are paired, which FILE.c has to include as PART: a driver
whose functions FILE.c calls.
"""
import argparse
import os
import re
import sys
from dataclasses import dataclass, field

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from checker import Checker
from pairs import compare
from reference import CARRIERS, POLICIES, Failure, Reference

MARK = re.compile(
    r"/\* (?P<kind>never-warns|known-missed|known-wrong)(?:\((?P<policy>\w+)\))?:"
    r"(?P<reason>[^*]*)\*/"
)
LINES_FOR_A_MARK = 20


@dataclass
class Mark:
    line: int
    kind: str
    policies: tuple
    reason: str
    used: set = field(default_factory=set)


def read_marks(lines):
    marks = []
    for number, text in enumerate(lines, 1):
        match = MARK.search(text)
        if match:
            policies = (match["policy"],) if match["policy"] else POLICIES
            marks.append(Mark(number, match["kind"], policies, match["reason"].strip()))
    return marks


class File:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().splitlines()
        self.marks = read_marks(self.lines)

    def text(self, line):
        return self.lines[line - 1].strip()

    def is_marked(self, line, policy, *kinds):
        for mark in self.marks:
            if mark.line in (line, line - 1) and mark.kind in kinds and policy in mark.policies:
                mark.used.add(policy)
                return True
        return False


def is_needed(mark):
    """A right finding need not be made under both policies; a mistake is where it is said."""
    needed = mark.policies if mark.kind != "never-warns" else mark.policies[:1]
    return len(mark.used) >= len(needed)


def check_marks(file):
    errors = []
    for mark in file.marks:
        place = f"{file.path}:{mark.line}"
        if not mark.reason:
            errors.append(f"{place}: a mark needs a reason")
        if not set(mark.policies) <= set(POLICIES):
            errors.append(f"{place}: unknown policy '{mark.policies[0]}'")
        elif not is_needed(mark):
            where = f" under {', '.join(sorted(mark.used))} only" if mark.used else ""
            state = f"needed{where}" if where else "not needed"
            errors.append(f"{place}: the mark is {state}: {file.text(mark.line)}")
    if len(file.marks) * LINES_FOR_A_MARK > len(file.lines):
        errors.append(f"{file.path}: {len(file.marks)} marks are too many for its length")
    return errors


def check_policy(file, policy, warnings, findings):
    errors = []
    result = compare(warnings, findings, file.path)
    for line, kinds in result.missed.items():
        if file.is_marked(line, policy, "known-missed"):
            continue
        level = f" (found at level '{result.below[line]}')" if line in result.below else ""
        errors.append(f"missed{level}: {', '.join(sorted(kinds))}: {file.text(line)}")
        errors[-1] = f"{file.path}:{line}: {policy}: {errors[-1]}"
    for line, (level, text) in result.unconfirmed.items():
        if not file.is_marked(line, policy, "never-warns", "known-wrong"):
            errors.append(f"{file.path}:{line}: {policy}: {level}, but never warns: {text}")
    for line, kinds in result.broken.items():
        errors.append(f"{file.path}:{line}: {policy}: {', '.join(sorted(kinds))}")
    return errors


def check_file(path, part, checker, reference, scratch):
    path = os.path.abspath(path)
    file = File(part or path)
    flags = [f'-DPART="{file.path}"'] if part else []
    os.makedirs(scratch, exist_ok=True)
    libraries = {}
    for carrier in CARRIERS:
        libraries[carrier] = os.path.join(scratch, f"{carrier}.so")
        reference.compile(path, carrier, libraries[carrier], flags)
    errors = []
    for policy in POLICIES:
        warnings = set()
        for carrier in CARRIERS:
            warnings |= reference.warnings([libraries[carrier]], carrier, policy)
        findings = checker.levels(path, policy, flags, file.path)
        errors += check_policy(file, policy, warnings, findings)
    return errors + check_marks(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sglint", required=True)
    parser.add_argument("--build", required=True, help="where the runners of the reference are")
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--part", help="the file whose lines are paired")
    parser.add_argument("file")
    options = parser.parse_args()
    source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    checker = Checker(source, options.sglint)
    reference = Reference(source, options.build, options.compiler)
    try:
        errors = check_file(options.file, options.part, checker, reference, options.scratch)
    except Failure as failure:
        errors = [str(failure)]
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
