#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Says how a run of lit ended; the last line is 'N passed, N failed'.

usage: summary.py RESULTS.json LIT_DIRECTORY
"""
import json
import sys

import count_known_errors

PASSED = {"PASS", "XFAIL"}
LEFT_OUT = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        tests = json.load(file)["tests"]
    left_out = [test["name"] for test in tests if test["code"] in LEFT_OUT]
    failed = [test["name"] for test in tests if test["code"] not in PASSED | LEFT_OUT]
    expected = [test["name"] for test in tests if test["code"] == "XFAIL"]
    for name in sorted(expected):
        print(f"fails as the test says it does, counted as passed: {name}")
    for name in sorted(left_out):
        print(f"not run: {name}")
    for name in sorted(failed):
        print(f"failed: {name}")
    count_known_errors.report(sys.argv[2])
    print(f"{len(tests) - len(left_out) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed or not tests else 0)


if __name__ == "__main__":
    main()
