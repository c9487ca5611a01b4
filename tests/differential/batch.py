# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares checker and reference on one unit that holds many programs."""
import os
import re
import tempfile
from collections import Counter

import generator
from outcome import Difference, Outcome
from pairs import compare, kinds_by_line
from reference import CARRIERS, MISTAKES, POLICIES, Failure

# Counters of --stats that tell that the analysis gave something up.
BOUND = re.compile(r"stats: (?:values|access paths|summaries|fixpoints|recursions) cut: [1-9]")


class Unit:
    """A file with programs, and which lines are whose."""

    def __init__(self, path, seeds):
        self.path = path
        self.programs, text = generator.make_unit(seeds)
        self.lines = text.splitlines()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def program_at(self, line):
        for program in self.programs:
            if program.first_line <= line <= program.last_line:
                return program
        raise Failure(f"{self.path}:{line} is no line of a program")

    def difference(self, policy, line, what, level, detail):
        program = self.program_at(line)
        own_line = line - program.first_line
        text = self.lines[line - 1].strip()
        return Difference(program.seed, policy, what, level, own_line, text, detail)


def warnings_of(unit, reference, directory, carrier):
    """{policy: warnings} of one carrier."""
    library = os.path.join(directory, f"{carrier}.so")
    reference.compile(unit.path, carrier, library)
    return {policy: reference.warnings([library], carrier, policy) for policy in POLICIES}


def carrier_differences(unit, policy, by_carrier):
    """Both carriers have to warn at the same lines, of the same."""
    lines = [kinds_by_line(by_carrier[carrier][policy], unit.path) for carrier in CARRIERS]
    result = []
    for line in sorted(set(lines[0]) | set(lines[1])):
        kinds = [lines[i].get(line, set()) for i in range(2)]
        if kinds[0] != kinds[1]:
            detail = " / ".join(",".join(sorted(kind)) or "nothing" for kind in kinds)
            result.append(unit.difference(policy, line, "carriers", "", detail))
    return result


def compare_policy(unit, policy, by_carrier, findings):
    warnings = set().union(*(by_carrier[carrier][policy] for carrier in CARRIERS))
    result = compare(warnings, findings, unit.path)
    outcome = Outcome()
    outcome.warning_lines = sum(
        1 for kinds in kinds_by_line(warnings, unit.path).values() if kinds & MISTAKES
    )
    for line, kinds in result.missed.items():
        level = result.below.get(line, "")
        detail = ", ".join(sorted(kinds))
        outcome.differences.append(unit.difference(policy, line, "missed", level, detail))
    for line, kinds in result.broken.items():
        detail = ", ".join(sorted(kinds))
        outcome.differences.append(unit.difference(policy, line, "broken", "", detail))
    count_findings(unit, policy, result, findings, warnings, outcome)
    outcome.differences += carrier_differences(unit, policy, by_carrier)
    return outcome


def count_findings(unit, policy, result, findings, warnings, outcome):
    warned = kinds_by_line(warnings, unit.path)
    for line, (level, text) in findings.items():
        outcome.findings[level] += 1
        if line in result.unconfirmed:
            outcome.unconfirmed[level] += 1
            difference = unit.difference(policy, line, "unconfirmed", level, text)
            outcome.differences.append(difference)
        elif level == "possible" and not warned.get(line, set()) & MISTAKES:
            outcome.unconfirmed[level] += 1


def reaches_bound(seed, checker, directory):
    """Whether the analysis of the program alone gives something up at a bound."""
    unit = Unit(os.path.join(directory, f"seed{seed}.c"), [seed])
    return bool(BOUND.search(checker.statistics(unit.path)))


def sort_out_bounds(outcome, checker, directory):
    """Lines missed in a program that reaches a bound are listed apart."""
    for seed in outcome.seeds("missed"):
        if reaches_bound(seed, checker, directory):
            for difference in outcome.of("missed"):
                if difference.seed == seed:
                    difference.what = "past-bound"


def compare_unit(unit, checker, reference, directory):
    by_carrier = {
        carrier: warnings_of(unit, reference, directory, carrier) for carrier in CARRIERS
    }
    outcome = Outcome()
    for policy in POLICIES:
        findings = checker.levels(unit.path, policy)
        outcome.add(compare_policy(unit, policy, by_carrier, findings))
    outcome.programs = len(unit.programs)
    outcome.runs = sum(len(CARRIERS) * len(POLICIES) << p.bits for p in unit.programs)
    outcome.features = Counter(name for p in unit.programs for name in p.features)
    return outcome


def compare_seeds(seeds, checker, reference):
    """One batch; a tool that fails loses the batch, and says so."""
    try:
        with tempfile.TemporaryDirectory(prefix="sglint-differential-") as directory:
            unit = Unit(os.path.join(directory, "unit.c"), seeds)
            outcome = compare_unit(unit, checker, reference, directory)
            sort_out_bounds(outcome, checker, directory)
            return outcome
    except Failure as failure:
        outcome = Outcome(programs=len(seeds))
        outcome.lost.append(f"seeds {seeds[0]}-{seeds[-1]}: {failure}")
        return outcome
