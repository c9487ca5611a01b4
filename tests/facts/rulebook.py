# SPDX-License-Identifier: GPL-2.0-or-later
"""The facts of rules/api, one for each name and range of versions, and how to break them."""
import glob
import os
from dataclasses import dataclass

import yaml


def version_number(text):
    major, minor = text.split(".")
    return int(major), int(minor)


@dataclass(frozen=True)
class Fact:
    """One name of an entry; 'entry' is the YAML mapping it stands in."""

    kind: str  # "function" or "record"
    name: str
    shown: str
    entry: dict
    file: str

    def holds_in(self, version):
        since, until = self.entry.get("since"), self.entry.get("until")
        number = version_number(version)
        return (not since or version_number(since) <= number) and (
            not until or number <= version_number(until))  # fmt: skip

    def where(self):
        since, until = self.entry.get("since", ""), self.entry.get("until", "")
        return f"{self.name} ({since} to {until})" if since or until else self.name

    def parts(self):
        """What can be taken out of it alone."""
        key = "effects" if self.kind == "function" else "fields"
        parts = [(key, index) for index, part in enumerate(self.entry.get(key) or [])
                 if part.get("role") != "plain"]  # fmt: skip
        flags = ("opaque", "noreturn", "descriptor", "view")
        return parts + [(flag, None) for flag in flags if flag in self.entry]

    def without(self, part):
        """The entry of this name alone, without one part of it."""
        entry = {key: value for key, value in self.entry.items()
                 if key not in ("names", "aliases", "since", "until")}  # fmt: skip
        if self.name == self.shown:
            entry["names"] = [self.name]
        else:
            entry["aliases"] = {self.name: self.shown}
        key, index = part
        if index is None:
            del entry[key]
        else:
            entry[key] = [e for i, e in enumerate(entry[key]) if i != index]
        return entry

    def forgotten(self):
        return {"names": [self.name], "header": self.entry["header"], "unknown": True}

    def part_name(self, part):
        """'forbid $a0', 'field sgl', 'descriptor': what not-shown.yaml calls it."""
        key, index = part
        if index is None:
            return key
        row = self.entry[key][index]
        if key == "fields":
            return f"field {row['name']}"
        kind = next(iter(row))
        return f"{kind} {row[kind]}"


def load(directory):
    facts = []
    for path in sorted(glob.glob(os.path.join(directory, "api", "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            document = yaml.safe_load(file)
        for kind in ("function", "record"):
            for entry in document.get(kind + "s") or []:
                names = {name: name for name in entry.get("names", [])}
                names |= entry.get("aliases", {})
                facts += [Fact(kind, name, shown, entry, os.path.basename(path))
                          for name, shown in names.items()]  # fmt: skip
    return facts


def load_reasons(path):
    """{(name, part)} of what no test can show."""
    with open(path, encoding="utf-8") as file:
        entries = yaml.safe_load(file)
    return {(name, entry["part"]) for entry in entries for name in entry["names"]}


class PlainDumper(yaml.SafeDumper):
    """Writes shared parts out in full: rules have no anchors."""

    def ignore_aliases(self, data):
        return True


def write_overrides(directory, functions, records):
    """A rules directory whose facts replace those of the same names."""
    api = os.path.join(directory, "api")
    os.makedirs(api, exist_ok=True)
    document = {}
    if functions:
        document["functions"] = functions
    if records:
        document["records"] = records
    with open(os.path.join(api, "overrides.yaml"), "w", encoding="utf-8") as file:
        yaml.dump(document, file, Dumper=PlainDumper)
