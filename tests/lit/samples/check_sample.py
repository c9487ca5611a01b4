#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what sglint reports on a sample driver with its 'wrong: RULE' comments.

usage: check_sample.py FILE REPORT
"""
import re
import sys

EXPECTED = re.compile(r"/\* wrong: ([a-z0-9-]+) \*/")
FOUND = re.compile(r"^\S+?:(\d+):\d+: (?:warning|error): .*\[([a-z0-9-]+)\]$")


def expected(path):
    with open(path, encoding="utf-8") as file:
        lines = list(enumerate(file, 1))
    return {(number, rule) for number, line in lines for rule in EXPECTED.findall(line)}


def found(path):
    with open(path, encoding="utf-8") as file:
        matches = [FOUND.match(line) for line in file]
    return {(int(match.group(1)), match.group(2)) for match in matches if match}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    want, have = expected(sys.argv[1]), found(sys.argv[2])
    for number, rule in sorted(want - have):
        print(f"{sys.argv[1]}:{number}: '{rule}' is not reported")
    for number, rule in sorted(have - want):
        print(f"{sys.argv[1]}:{number}: '{rule}' is reported without a mistake")
    sys.exit(1 if want != have else 0)


if __name__ == "__main__":
    main()
