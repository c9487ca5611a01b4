#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests each fact of rules/api by itself, against meaning/*.txt.

usage: single_facts.py --sglint PROGRAM [--drop] [--keep DIR] [NAME...]

Without --drop: all tests come out as they say, and every fact has some.  With it: for
every fact, and for every effect and field of one, taking it out makes a test fail.
"""
import argparse
import os
import sys
import tempfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

import meaning
import rulebook
import units as unit_files

POLICIES = ("mainline", "rfc")


class Bench:
    """All facts and all tests, and a place for the units."""

    def __init__(self, sglint, scratch, names):
        self.sglint = os.path.abspath(sglint)
        self.scratch = scratch
        self.runs = 0
        self.groups = meaning.read_all(os.path.join(HERE, "meaning"))
        self.facts = rulebook.load(os.path.join(SOURCE, "rules"))
        self.names = set(names) or {name for group in self.groups for name in group.names} | {
            fact.name for fact in self.facts}
        self.helpers, _ = unit_files.helpers()

    def configurations(self, names):
        """(version, policy) of all tests of these names."""
        return sorted({(group.version, policy) for group in self.groups
                       if names & set(group.names) for _, policy, _ in group.tests})  # fmt: skip

    def compare(self, names, overrides=None):
        """(name, version, text) of all tests of these names that differ."""
        for version, policy in self.configurations(names):
            self.runs += 1
            directory = os.path.join(self.scratch, str(self.runs))
            os.makedirs(directory)
            units = unit_files.make_units(directory, self.groups, names, version, policy)
            if not units:
                continue
            rules = None
            if overrides:
                rules = os.path.join(directory, "rules")
                rulebook.write_overrides(rules, *overrides(version))
            found = unit_files.run(self.sglint, units, version, policy, rules)
            for name, text in unit_files.differences(units, found):
                yield name, version, text

    def untested(self):
        """Facts that no test is about."""
        tested = {(name, group.version) for group in self.groups for name in group.names}
        for fact in self.facts:
            if fact.name in self.names and not any(
                name == fact.name and fact.holds_in(version) for name, version in tested
            ):
                yield fact

    def without_fact(self):
        known = defaultdict(list)
        for fact in self.facts:
            known[fact.name].append(fact)
        for group in self.groups:
            for name in group.names:
                if not any(fact.holds_in(group.version) for fact in known[name]):
                    yield f"{group.place}: '{name}' has no fact for {group.version}"


def check(bench):
    errors = [text for _, _, text in bench.compare(bench.names)]
    errors += [f"{fact.where()} in {fact.file}: no test" for fact in bench.untested()]
    errors += list(bench.without_fact())
    tests = sum(len(group.tests) * len(group.names) for group in bench.groups)
    print(f"{tests} tests of {len(bench.facts)} facts, {len(errors)} errors")
    return errors


def survivors(bench, facts, without):
    """The facts without which no test fails; 'without(fact)' is what is left of one.

    All are taken out at once: a test calls only its own function and the helpers."""

    def overrides(version):
        held = [fact for fact in facts if fact.holds_in(version)]
        return ([without(fact) for fact in held if fact.kind == "function"],
                [without(fact) for fact in held if fact.kind == "record"])  # fmt: skip

    names = {fact.name for fact in facts}
    failed = {(name, version) for name, version, _ in bench.compare(names, overrides)}
    return [fact for fact in facts if not any(
        name == fact.name and fact.holds_in(version) for name, version in failed)]  # fmt: skip


def batches(bench, facts):
    """Facts that can be taken out together: the helpers, and records, one by one."""
    together = [f for f in facts if f.kind == "function" and f.name not in bench.helpers]
    if together:
        yield together
    for fact in facts:
        if fact not in together:
            yield [fact]


def really_survive(bench, facts, without):
    """Those of the survivors that also survive when nothing else is taken out."""
    found = [f for batch in batches(bench, facts) for f in survivors(bench, batch, without)]
    return [fact for fact in found if survivors(bench, [fact], without)]


def drop(bench):
    facts = [fact for fact in bench.facts if fact.name in bench.names]
    dropped, alive = len(facts), []
    for fact in really_survive(bench, facts, rulebook.Fact.forgotten):
        alive.append((fact.name, "whole", fact.where()))
    for index in range(max(len(fact.parts()) for fact in facts)):
        having = [fact for fact in facts if len(fact.parts()) > index]
        dropped += len(having)
        for fact in really_survive(bench, having, lambda f, i=index: f.without(f.parts()[i])):
            part = fact.parts()[index]
            alive.append((fact.name, fact.part_name(part), fact.where()))
    return compare_with_reasons(bench, alive, dropped)


def compare_with_reasons(bench, alive, dropped):
    """Errors: what nothing shows and has no reason, and reasons that nothing needs."""
    reasons = rulebook.load_reasons(os.path.join(HERE, "not-shown.yaml"))
    keys = {(name, part) for name, part, _ in alive}
    errors = [f"{where}: no test fails without '{part}'" for name, part, where in alive
              if (name, part) not in reasons]  # fmt: skip
    errors += [f"not-shown.yaml: '{name}: {part}' is not needed" for name, part in sorted(reasons)
               if (name, part) not in keys and name in bench.names]  # fmt: skip
    print(f"{dropped} facts and parts of facts taken out, {len(keys)} make no test fail and say "
          f"why, {len(errors)} errors")  # fmt: skip
    return errors


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sglint", default=os.path.join(SOURCE, "build", "sglint"))
    parser.add_argument("--drop", action="store_true", help="take every fact out once")
    parser.add_argument("--keep", metavar="DIR", help="leave the generated units there")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these functions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sglint-facts-") as directory:
        bench = Bench(options.sglint, options.keep or directory, options.names)
        errors = drop(bench) if options.drop else check(bench)
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (meaning.Mistake, unit_files.Failure) as error:
        print(f"single_facts: {error}", file=sys.stderr)
        sys.exit(2)
