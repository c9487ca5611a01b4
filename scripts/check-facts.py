#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the facts of rules/api with the headers of real kernel trees.

usage: check-facts.py [--rulec PROGRAM] KERNEL_SOURCE...

For every function, record and field that a fact names, and whose version range
holds the tree's version, says whether the tree's headers still have it:

    gone    no header of the tree has the name
    short   it takes fewer arguments than the fact speaks of
    moved   another header has it than the one the fact gives

Exits 1 when a name is gone or short, or when one has moved in the last tree named.
"""

import argparse
import os
import re
import subprocess
import sys

# Names that no header holds: what the compiler puts in the place of another name,
# and the interfaces of proposals that were never merged.
COMPILER_NAME = re.compile(r"__builtin_|__msan_")
PROPOSALS = {"rules/api/sg-iomem.yaml"}
PROPOSED_FIELDS = {"sg_mapping_iter.ioaddr"}

# Some names exist on some architectures only.
ARCHITECTURES = ("x86", "arm64", "arm")

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)


class Fact:
    def __init__(self, row):
        self.kind, self.name, self.header, since, until, needed, self.place = row.split("\t")
        self.arguments = int(needed)
        self.since = parse_version(since)
        self.until = parse_version(until)

    def holds_in(self, version):
        return self.since <= version and (self.until == (0, 0) or version <= self.until)

    def is_checked(self):
        return not (
            COMPILER_NAME.match(self.name)
            or self.place.split(":")[0] in PROPOSALS
            or self.name in PROPOSED_FIELDS
        )


class Tree:
    """The headers of one kernel source tree, as sets of words."""

    def __init__(self, root):
        self.root = root
        self.version = read_version(root)
        self.texts = {}
        self.words = {}
        for top in header_directories(root):
            self.add_headers(top)
        self.where = {}
        for path in sorted(self.words):
            for word in self.words[path]:
                self.where.setdefault(word, []).append(path)

    def add_headers(self, top):
        for directory, names, files in os.walk(os.path.join(self.root, top)):
            names.sort()
            for name in sorted(files):
                if name.endswith(".h"):
                    path = os.path.join(directory, name)
                    with open(path, encoding="utf-8", errors="replace") as file:
                        text = COMMENT.sub(" ", file.read())
                    path = os.path.relpath(path, self.root)
                    self.texts[path] = text
                    self.words[path] = set(WORD.findall(text))

    def candidates(self, header):
        """Where '#include <header>' may lead."""
        tops = header_directories(self.root)
        return [p for p in (os.path.join(t, header) for t in tops) if p in self.words]

    def has_field(self, path, record, field):
        text = self.texts[path]
        for match in re.finditer(r"\bstruct\s+%s\s*\{" % re.escape(record), text):
            if re.search(r"\b%s\b" % re.escape(field), inside(text, match.end(), "{}")):
                return True
        # A record without a tag goes by the name of its type.
        for match in re.finditer(r"\btypedef\s+struct\s*\{", text):
            body = inside(text, match.end(), "{}")
            after = text[match.end() + len(body):]
            if re.match(r"\}\s*%s\s*;" % re.escape(record), after):
                return bool(re.search(r"\b%s\b" % re.escape(field), body))
        return False

    def arguments_of(self, name):
        """The most arguments that 'name' is declared, defined or called with."""
        most = -1
        for path in self.where.get(name, []):
            text = self.texts[path]
            for match in re.finditer(r"\b%s\s*\(" % re.escape(name), text):
                most = max(most, count_arguments(inside(text, match.end(), "()")))
        return most

    def is_short(self, fact):
        """The headers show how 'fact' is called, and it is with too few arguments."""
        most = self.arguments_of(fact.name) if fact.arguments else -1
        return 0 <= most < fact.arguments

    def find(self, fact):
        """'' when it is as the fact says, else 'gone', 'short' or 'moved to PATH'."""
        record, _, field = fact.name.partition(".")

        def has(path):
            if fact.kind == "field":
                return self.has_field(path, record, field)
            return record in self.words[path]

        if self.is_short(fact):
            return "short"
        # What stands in the place of a function may come from another header.
        if fact.kind == "alias":
            return "" if record in self.where else "gone"
        if any(has(path) for path in self.candidates(fact.header)):
            return ""
        found = [path for path in self.where.get(record, []) if has(path)]
        return "moved to " + ", ".join(found[:3]) if found else "gone"


def inside(text, start, brackets):
    """The text from 'start' to the bracket that closes the one before it."""
    depth = 1
    for i in range(start, len(text)):
        depth += (text[i] == brackets[0]) - (text[i] == brackets[1])
        if depth == 0:
            return text[start:i]
    return text[start:]


def count_arguments(text):
    """How many arguments stand between the parentheses of a call or declaration."""
    depth = commas = 0
    for c in text:
        depth += (c in "([{") - (c in ")]}")
        commas += c == "," and depth == 0
    return commas + 1 if text.strip() not in ("", "void") else 0


def header_directories(root):
    tops = ["include", os.path.join("include", "uapi")]
    for arch in ARCHITECTURES:
        tops.append(os.path.join("arch", arch, "include"))
        tops.append(os.path.join("arch", arch, "include", "uapi"))
    return [top for top in tops if os.path.isdir(os.path.join(root, top))]


def parse_version(text):
    if text == "-":
        return (0, 0)
    major, minor = text.split(".")
    return (int(major), int(minor))


def read_version(root):
    values = {}
    with open(os.path.join(root, "Makefile"), encoding="utf-8") as file:
        for line in file:
            match = re.match(r"(VERSION|PATCHLEVEL)\s*=\s*(\d+)\s*$", line)
            if match:
                values.setdefault(match.group(1), int(match.group(2)))
    return (values["VERSION"], values["PATCHLEVEL"])


def read_facts(rulec, source):
    files = []
    for directory in ("rules", os.path.join("rules", "api")):
        for name in sorted(os.listdir(os.path.join(source, directory))):
            if name.endswith(".yaml"):
                files.append(os.path.join(directory, name))
    if os.sep in rulec:
        rulec = os.path.abspath(rulec)
    command = [rulec, "names"] + files
    result = subprocess.run(command, cwd=source, stdout=subprocess.PIPE, text=True, check=True)
    return [Fact(row) for row in result.stdout.splitlines()]


def check_tree(tree, facts):
    """Prints what does not agree; returns how many names are wrong, and moved."""
    wrong = moved = checked = 0
    for fact in facts:
        if not fact.is_checked() or not fact.holds_in(tree.version):
            continue
        checked += 1
        verdict = tree.find(fact)
        wrong += verdict in ("gone", "short")
        moved += verdict.startswith("moved")
        if verdict:
            print(f"{fact.place}: {fact.kind} '{fact.name}': {verdict} in "
                  f"{tree.version[0]}.{tree.version[1]} (expected {fact.header})")
    print(f"{tree.version[0]}.{tree.version[1]}: {checked} names checked, "
          f"{wrong} gone or short, {moved} moved")
    return wrong, moved


def main():
    source = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rulec", default=os.path.join(source, "build", "sg_rulec"))
    parser.add_argument("trees", nargs="+", metavar="KERNEL_SOURCE")
    arguments = parser.parse_args()
    facts = read_facts(arguments.rulec, source)
    is_good = True
    for root in arguments.trees:
        wrong, moved = check_tree(Tree(root), facts)
        is_good = is_good and wrong == 0
    return 0 if is_good and moved == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
