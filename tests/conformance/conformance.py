#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares each fact of rules/api with what the reference implementation does.

usage: conformance.py --build DIR [--compiler CC] [--list]

Feeds RAM, I/O memory, peer-to-peer memory and imported tables to every function that the
reference implements and that has a fact, and looks at what warns and what comes back.
Fails for a difference, for a fact without a test and for a function without a fact,
unless calls.yaml gives the reason.
"""
import argparse
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "pairing")]

import yaml

import prototypes
from cases import POLICIES, make_cases
from facts import Rules, load_facts
from pairs import kinds_by_line
from reference import CARRIERS, CONFIRMING, MISTAKES, Failure, Reference

INCLUDES = [
    "linux/bvec.h", "linux/dma-buf.h", "linux/dma-mapping.h", "linux/highmem.h", "linux/io.h",
    "linux/iosys-map.h", "linux/p2pmem.h", "linux/pci-p2pdma.h", "linux/pfn_t.h",
    "linux/remoteproc.h", "linux/scatterlist.h", "linux/slab.h", "linux/string.h",
    "linux/vmalloc.h", "shim/program.h", "shim/world.h",
]  # fmt: skip


REASONS = ("facts-without-test", "functions-without-fact", "differences")


def load_calls():
    """calls.yaml, with each list of reasons as {name: reason}."""
    with open(os.path.join(HERE, "calls.yaml"), encoding="utf-8") as file:
        calls = yaml.safe_load(file)
    for section in REASONS:
        calls[section] = {
            name: entry["reason"] for entry in calls[section] for name in entry["names"]
        }
    return calls


class Collection:
    """All cases, and why some facts have none."""

    def __init__(self, build):
        include = os.path.join(SOURCE, "kernel-shim", "include")
        self.calls = load_calls()
        self.facts = load_facts(os.path.join(SOURCE, "rules"))
        self.rules = Rules(os.path.join(SOURCE, "rules"))
        self.prototypes, self.macros = prototypes.read_headers(include)
        for text in self.calls["prototypes"]:
            pseudo = prototypes.parse_pseudo(text, "")
            pseudo.header = self.macros[pseudo.name]
            self.prototypes[pseudo.name] = pseudo
        functions = prototypes.implemented(os.path.join(build, "shim-run-page_link"))
        self.implemented = functions | {parse.split("(")[0].split()[-1].lstrip("*")
                                        for parse in self.calls["prototypes"]}  # fmt: skip
        self.cases, self.untested, self.partly = [], {}, {}
        self.collect()

    def collect(self):
        for name in sorted(self.facts):
            if name not in self.implemented or name not in self.prototypes:
                continue
            fact = self.facts[name]
            if name in self.calls["facts-without-test"]:
                self.untested[name] = "calls.yaml"
                continue
            cases, reasons = make_cases(fact, self.prototypes[name], self.calls, self.rules)
            self.cases += cases
            if not cases and fact.effects:
                self.untested[name] = "; ".join(reasons)
            elif reasons:
                self.partly[name] = "; ".join(reasons)

    def headers(self):
        used = {self.prototypes[case.function].header for case in self.cases}
        return INCLUDES + sorted(used - set(INCLUDES))

    def without_fact(self):
        declared = {name for name in self.implemented if name in self.prototypes}
        return sorted(declared - set(self.facts))


def write_unit(path, headers, cases):
    """Writes all programs; returns {line: (case, expected by policy)}."""
    lines = ["// SPDX-License-Identifier: GPL-2.0-or-later"]
    lines += [f"#include <{header}>" for header in headers]
    lines += ["", "static unsigned int sink;"]
    expected = {}
    for number, case in enumerate(cases):
        lines += ["", f"/* {case.function}: {case.title} */"]
        lines += [f"static int case{number}(const unsigned int *in)", "{"]
        for index, line in enumerate(case.lines):
            lines.append(f"\t{line}")
            if index in case.expected:
                expected[len(lines)] = (case, case.expected[index])
        lines += ["\treturn in != NULL;", "}", f"SHIM_PROGRAM(case{number}, 0);"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return expected


def run_unit(reference, collection):
    """(case, where, what was expected and seen) of every difference."""
    differences = []
    with tempfile.TemporaryDirectory(prefix="sglint-conformance-") as directory:
        path = os.path.join(directory, "cases.c")
        expected = write_unit(path, collection.headers(), collection.cases)
        for carrier in CARRIERS:
            library = os.path.join(directory, f"{carrier}.so")
            reference.compile(path, carrier, library)
            for policy in POLICIES:
                seen = kinds_by_line(reference.warnings([library], carrier, policy), path)
                differences += differ(expected, seen, f"{carrier}, {policy}", policy)
    return differences


def differ(expected, seen, where, policy):
    for line, (case, by_policy) in expected.items():
        if policy not in by_policy:
            continue
        kinds = sorted(seen.get(line, set()))
        counting = CONFIRMING if by_policy[policy] else MISTAKES
        if by_policy[policy] != bool(set(kinds) & counting):
            wanted = "a warning" if by_policy[policy] else "none"
            yield case, where, f"expected {wanted}, got {', '.join(kinds) or 'none'}"


def merged(differences):
    """{title: {what was seen: where}}."""
    result = {}
    for case, where, text in differences:
        title = f"{case.function}: {case.title}"
        result.setdefault(title, {}).setdefault(text, []).append(where)
    return result


def errors_of(collection, differences):
    errors = []
    for title, texts in merged(differences).items():
        if title not in collection.calls["differences"]:
            errors += [f"{title}: {text} ({'; '.join(texts[text])})" for text in texts]
    for name, reason in collection.untested.items():
        if name not in collection.calls["facts-without-test"]:
            errors.append(f"{name}: a fact without a test: {reason}")
    for name in collection.without_fact():
        if name not in collection.calls["functions-without-fact"]:
            errors.append(f"{name}: the shim implements it, and it has no fact")
    return errors + stale(collection, differences)


def stale(collection, differences):
    """Reasons in calls.yaml that nothing needs any more."""
    lists = [
        ("differences", set(merged(differences))),
        ("facts-without-test", set(collection.untested)),
        ("functions-without-fact", set(collection.without_fact())),
    ]
    return [
        f"calls.yaml: {section}: '{name}' is not needed"
        for section, needed in lists
        for name in sorted(set(collection.calls[section]) - needed)
    ]


def print_list(collection):
    for case in collection.cases:
        print(f"{case.function}: {case.title}")
    for name, reason in sorted({**collection.untested, **collection.partly}.items()):
        print(f"{name}: not tested: {reason}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", required=True, help="where the runners of the reference are")
    parser.add_argument("--compiler", default="clang-19")
    parser.add_argument("--list", action="store_true", help="list the cases")
    options = parser.parse_args()
    collection = Collection(options.build)
    if options.list:
        print_list(collection)
    reference = Reference(SOURCE, options.build, options.compiler)
    errors = errors_of(collection, run_unit(reference, collection))
    functions = {case.function for case in collection.cases}
    print(f"{len(collection.cases)} cases over {len(functions)} facts; "
          f"{len(collection.untested)} facts and {len(collection.without_fact())} functions "
          f"with a reason why not; {len(errors)} errors")  # fmt: skip
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as error:
        print(f"conformance: {error}", file=sys.stderr)
        sys.exit(2)
