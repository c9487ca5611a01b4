# SPDX-License-Identifier: GPL-2.0-or-later
"""json_report.py JSON TEXT: the two reports say the same."""
import json
import sys


def place(thing):
    return "{file}:{line}:{column}".format(**thing)


with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)

lines = []
for finding in report["findings"]:
    possible = " (possible)" if finding["level"] == "possible" else ""
    lines.append(
        f"{place(finding)}: warning: {finding['message']}{possible} [{finding['rule']}]"
        f" {finding['fingerprint']}"
    )
    for note in finding["notes"]:
        where = note if "line" in note else finding
        macro = f" (in macro '{where['macro']}')" if "macro" in where else ""
        lines.append(f"{place(where)}: note: {'  ' * note['depth']}{note['text']}{macro}")
with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read().splitlines()
assert lines == text, "\n".join(lines)
assert sum(report["counts"].values()) == len(report["findings"])
print(f"{len(report['findings'])} findings, {len(lines)} lines of text")
for word in ("lost", "degraded", "stale", "missing"):
    for unit in report["units"][word]:
        print(f"{word} {unit['name']}: {unit['reason']}")
