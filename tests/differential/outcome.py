# SPDX-License-Identifier: GPL-2.0-or-later
"""What one program, and all of them together, showed."""
from collections import Counter
from dataclasses import dataclass, field

from checker import DEFAULT_LEVELS

# The limits that the project sets itself: shares of the findings of a level that never warn.
MOST_UNCONFIRMED = {"default": 0.1, "certain": 0.005}
# Of all programs, those that lose something past a bound of the analysis.
MOST_PAST_BOUND = 0.001
LEAST_COVERAGE = 0.05


@dataclass
class Difference:
    """One line of one program on which checker and reference do not agree."""

    seed: int
    policy: str
    what: str  # missed, past-bound, unconfirmed, broken, carriers
    level: str
    line: int  # in the program, from 1
    text: str
    detail: str

    def __str__(self):
        level = f" {self.level}" if self.level else ""
        return (
            f"seed {self.seed}: {self.policy}: {self.what}{level}: {self.detail}\n"
            f"    {self.line}: {self.text}"
        )


@dataclass
class Outcome:
    """Sums over programs; adding two gives the sum over both."""

    programs: int = 0
    runs: int = 0
    warning_lines: int = 0
    findings: Counter = field(default_factory=Counter)
    unconfirmed: Counter = field(default_factory=Counter)
    differences: list = field(default_factory=list)
    features: Counter = field(default_factory=Counter)
    lost: list = field(default_factory=list)

    def add(self, other):
        self.programs += other.programs
        self.runs += other.runs
        self.warning_lines += other.warning_lines
        self.findings += other.findings
        self.unconfirmed += other.unconfirmed
        self.differences += other.differences
        self.features += other.features
        self.lost += other.lost

    def of(self, *whats):
        return [d for d in self.differences if d.what in whats]

    def seeds(self, *whats):
        return sorted({d.seed for d in self.of(*whats)})

    def share_unconfirmed(self, level):
        levels = DEFAULT_LEVELS if level == "default" else (level,)
        findings = sum(self.findings[name] for name in levels)
        return sum(self.unconfirmed[name] for name in levels) / findings if findings else 0

    def errors(self, known_missed):
        """What must not be at all, in words; of missed lines, another number than is known."""
        result = list(self.lost)
        for what, known in (("missed", known_missed), ("broken", 0), ("carriers", 0)):
            if len(self.of(what)) != known:
                result.append(f"{len(self.of(what))} lines: {what} (known: {known})")
        return result

    def broken_limits(self):
        """Which of the limits on shares are broken, in words."""
        result = []
        for level, most in MOST_UNCONFIRMED.items():
            share = self.share_unconfirmed(level)
            if share > most:
                result.append(f"{share:.1%} of the {level} findings never warn (most: {most:.1%})")
        past_bound = len(self.seeds("past-bound")) / max(self.programs, 1)
        if past_bound > MOST_PAST_BOUND:
            result.append(f"{past_bound:.2%} of the programs lose lines past a bound")
        for name, share in self.rare_features():
            result.append(f"feature '{name}' is in {share:.1%} of the programs only")
        return result

    def shares(self):
        return sorted((name, n / max(self.programs, 1)) for name, n in self.features.items())

    def rare_features(self):
        """Too few programs to tell: a sample below this says nothing of a share of 5%."""
        if self.programs < 1000:
            return []
        return [(name, share) for name, share in self.shares() if share < LEAST_COVERAGE]


def print_table(outcome):
    print(f"programs {outcome.programs}, runs {outcome.runs}")
    print(f"lines that warned {outcome.warning_lines}, missed {len(outcome.of('missed'))}, "
          f"past a bound {len(outcome.of('past-bound'))}")  # fmt: skip
    print(f"{'level':10} {'lines found':>12} {'never warn':>12} {'share':>8}")
    for level in ("certain", "likely", "possible"):
        print(f"{level:10} {outcome.findings[level]:12} {outcome.unconfirmed[level]:12} "
              f"{outcome.share_unconfirmed(level):8.2%}")  # fmt: skip
    share = outcome.share_unconfirmed("default")
    print(f"{'default':10} {sum(outcome.findings[l] for l in DEFAULT_LEVELS):12} "
          f"{sum(outcome.unconfirmed[l] for l in DEFAULT_LEVELS):12} {share:8.2%}")  # fmt: skip


def print_features(outcome):
    print(f"{'feature':28} {'programs':>9} {'share':>7}")
    for name, share in outcome.shares():
        print(f"{name:28} {outcome.features[name]:9} {share:7.1%}")
