# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads rules/: what it says of each function, and which misuse is reported.

Read here with a reader of its own, so that a mistake of the checker's loader shows.
"""
import glob
import os
import re
from dataclasses import dataclass, field

import yaml

PLACE = re.compile(r"^(?P<sigil>[$*]?)(?P<base>r|a\d+)(?P<field>->[\w.]+)?(?P<element>\[\])?$")
EFFECTS = ("source", "move", "guard", "access", "forbid", "accessor", "clear", "mix", "copy",
           "format")  # fmt: skip
# The place that an effect is about stands under its own name for these.
AT_OWN_NAME = ("source", "clear")
POLICIES = {None: ("mainline", "rfc"), "mainline": ("mainline",), "rfc": ("rfc",)}


@dataclass(frozen=True)
class Place:
    sigil: str  # "$" payload, "*" pointee, "" itself
    argument: int  # -1: the result
    field: str
    is_element: bool

    @classmethod
    def parse(cls, text):
        match = PLACE.match(text)
        if not match:
            raise ValueError(f"'{text}' is no place")
        base = match["base"]
        argument = -1 if base == "r" else int(base[1:])
        return cls(match["sigil"], argument, match["field"] or "", bool(match["element"]))


@dataclass
class Effect:
    kind: str
    row: dict
    at: Place | None = None
    source: Place | None = None

    @classmethod
    def parse(cls, row):
        kind = next(kind for kind in EFFECTS if kind in row)
        effect = cls(kind, row)
        if kind in AT_OWN_NAME:
            effect.at = Place.parse(row[kind])
        else:
            effect.source = Place.parse(row[kind])
        if "to" in row:
            effect.at = Place.parse(row["to"])
        elif kind == "guard":
            effect.at = Place.parse(row.get("at", "r"))
        return effect

    def policies(self):
        return POLICIES[self.row.get("policy")]


@dataclass
class Fact:
    name: str
    file: str
    effects: list = field(default_factory=list)
    since: str = ""
    until: str = ""


def version(text):
    return tuple(int(number) for number in text.split("."))


def holds_today(entry, today=(6, 12)):
    since, until = entry.get("since"), entry.get("until")
    return (not since or version(since) <= today) and (not until or today <= version(until))


def load_facts(directory):
    """{name: Fact} of the functions, for the kernel version of the headers in kernel-shim."""
    facts = {}
    for path in sorted(glob.glob(os.path.join(directory, "api", "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            document = yaml.safe_load(file)
        for entry in document.get("functions") or []:
            if not holds_today(entry):
                continue
            effects = [Effect.parse(row) for row in entry.get("effects") or []]
            for name in [*entry.get("names", []), *entry.get("aliases", {})]:
                facts[name] = Fact(name, os.path.basename(path), effects)
    return facts


class Rules:
    """Which sinks are reported for which memory."""

    def __init__(self, directory):
        self.matches = []
        for path in sorted(glob.glob(os.path.join(directory, "*.yaml"))):
            with open(path, encoding="utf-8") as file:
                self.matches += yaml.safe_load(file)["matches"]

    def reports(self, sink, tag, view, policy, carrier=None):
        return any(
            sink in match["sinks"]
            and tag in match.get("tags", [])
            and view in match.get("views", [view])
            and policy in POLICIES[match.get("policy")]
            and ("carriers" not in match or carrier in match["carriers"])
            and "must" in match.get("strengths", ["must"])
            for match in self.matches
        )
