# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what the reference warned of with what the checker found, line by line.

Both sides run under the same policy.  A line pairs with a line: an access with the
access, a conversion with the call that converts.
"""
from dataclasses import dataclass, field

from checker import DEFAULT_LEVELS
from reference import BROKEN, CONFIRMING, MISTAKES


@dataclass
class Comparison:
    # {line: kinds}: warned, and no finding at default level
    missed: dict = field(default_factory=dict)
    # {line: (level, text)}: a finding at default level that never warned
    unconfirmed: dict = field(default_factory=dict)
    confirmed: dict = field(default_factory=dict)
    broken: dict = field(default_factory=dict)
    # {line: level} of lines that count as missed and have a finding below the default level
    below: dict = field(default_factory=dict)


def kinds_by_line(warnings, path):
    lines = {}
    for file, line, kind in warnings:
        if file == path:
            lines.setdefault(line, set()).add(kind)
    return lines


def compare(warnings, findings, path):
    """'warnings' of all carriers, 'findings' as Checker.levels() returns them."""
    result = Comparison()
    warned = kinds_by_line(warnings, path)
    for line, kinds in sorted(warned.items()):
        if kinds & BROKEN:
            result.broken[line] = kinds & BROKEN
        mistakes = kinds & MISTAKES
        level = findings[line][0] if line in findings else None
        if mistakes and level not in DEFAULT_LEVELS:
            result.missed[line] = mistakes
            if level:
                result.below[line] = level
    for line, (level, text) in sorted(findings.items()):
        if level not in DEFAULT_LEVELS:
            continue
        confirmed = warned.get(line, set()) & CONFIRMING
        (result.confirmed if confirmed else result.unconfirmed)[line] = (level, text)
    return result
