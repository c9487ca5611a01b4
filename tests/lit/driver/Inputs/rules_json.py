# SPDX-License-Identifier: GPL-2.0-or-later
"""rules_json.py JSON TEXT: both forms of 'sglint rules' name the same rules."""
import json
import sys

KEYS = ["id", "title", "severity", "kind", "message", "why", "bad", "good", "fix", "references"]

with open(sys.argv[1]) as file:
    document = json.load(file)
with open(sys.argv[2]) as file:
    lines = [line.split() for line in file]
for rule in document["rules"]:
    assert list(rule) == KEYS, rule
    assert all(rule.values()), rule["id"]
    assert rule["kind"] in ("access", "conversion"), rule["id"]
assert [(r["id"], r["severity"]) for r in document["rules"]] == [tuple(l[:2]) for l in lines]
assert document["facts"]["functions"] > 0 and document["facts"]["records"] > 0
print("as the text says")
