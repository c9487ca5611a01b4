#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds rules/api to catalogue.yaml.

usage: catalogue.py

Every name of the catalogue has a fact, or a reason why it has none, and not both; a
reason is for a name that stands in an entry.
"""
import os
import sys

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import rulebook


def known_names():
    """Functions, what aliases stand for, records and "record.field"."""
    names = set()
    for fact in rulebook.load(os.path.join(os.path.dirname(os.path.dirname(HERE)), "rules")):
        names |= {fact.name, fact.shown}
        names |= {f"{fact.name}.{field['name']}" for field in fact.entry.get("fields") or []}
    return names


def errors_of(catalogue, known):
    entries = {name: entry for entry, names in catalogue["entries"].items() for name in names}
    reasons = [name for row in catalogue["without-fact"] for name in row["names"]]
    for name, entry in entries.items():
        if name not in known and name not in reasons:
            yield f"{entry}: '{name}' has neither a fact nor a reason"
    for name in reasons:
        if name in known:
            yield f"'{name}' has a fact, and a reason why it has none"
        if name not in entries:
            yield f"'{name}' has a reason, and stands in no entry"
        if reasons.count(name) > 1:
            yield f"'{name}' has two reasons"


def main():
    with open(os.path.join(HERE, "catalogue.yaml"), encoding="utf-8") as file:
        catalogue = yaml.safe_load(file)
    errors = sorted(set(errors_of(catalogue, known_names())))
    names = {name for names in catalogue["entries"].values() for name in names}
    without = sum(len(row["names"]) for row in catalogue["without-fact"])
    print(f"{len(catalogue['entries'])} entries with {len(names)} names, {without} without a fact "
          f"and with a reason; {len(errors)} errors")  # fmt: skip
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
