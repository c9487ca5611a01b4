# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts the known errors of the tool: functions FP_* and FN_* of the corpus, marked lines."""
import pathlib
import re

DEFINITION = re.compile(r"^[A-Za-z_].*?\b(FP|FN)_\w+\(", re.MULTILINE)
# tests/pairing/paired.py
MARK = re.compile(r"/\* known-(?:missed|wrong)(?:\(\w+\))?: [^*]*\S (?=\*/)")


def report_marks(name, text):
    for number, line in enumerate(text.splitlines(), 1):
        for match in MARK.finditer(line):
            print(f"{name}:{number}: {match.group(0)[3:].rstrip()}")


def report(root):
    totals = {"FP": 0, "FN": 0}
    for path in sorted(pathlib.Path(root).rglob("*.c")):
        text = path.read_text(encoding="utf-8")
        report_marks(path.relative_to(root), text)
        for match in DEFINITION.finditer(text):
            totals[match.group(1)] += 1
    print(f"known false positives (FP_*): {totals['FP']}, false negatives (FN_*): {totals['FN']}")
