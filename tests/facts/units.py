# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes units of C from tests, runs sglint on them, and compares line by line."""
import os
import re
import subprocess
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
PRELUDE = os.path.join(HERE, "include", "prelude.h")
GROUPS_IN_UNIT = 40
FINDING = re.compile(
    r"^(?P<file>[^:\s][^:]*):(?P<line>\d+):\d+: (?:warning|error): .*?"
    r"(?P<possible> \(possible\))? \[(?P<rule>[a-z0-9-]+)\]$", re.M)  # fmt: skip
CALLED = re.compile(r"\b([A-Za-z_]\w*)\s*\(")
HELPER = re.compile(r"\b([a-z_]\w*)\(", re.A)
NOT_CALLS = {"if", "for", "while", "switch", "return", "sizeof", "char", "void", "int", "volatile"}
FLAGS = ["-std=gnu11", "-nostdinc", "--target=x86_64-linux-gnu", "-I", os.path.dirname(PRELUDE),
         "-include", PRELUDE]  # fmt: skip


class Failure(Exception):
    """sglint could not be run, or a test calls what it may not."""


def helpers():
    """Names that every test may use: functions and macros of the prelude."""
    with open(PRELUDE, encoding="utf-8") as file:
        text = file.read()
    functions = set(re.findall(r"^[\w ]+[ *](?:__iomem \*)?(\w+)\(", text, re.M)) - {"define"}
    macros = set(re.findall(r"^#define (\w+)", text, re.M))
    return functions - macros, macros


def check_calls(group, allowed):
    """A test calls its own function, the helpers, and static functions of the group."""
    own = set(re.findall(r"\bstatic [^()]*?(\w+)\(", " ".join(test.code for test in group.all_tests())))
    allowed = allowed | own
    for test in group.all_tests():
        foreign = set(CALLED.findall(test.code)) - allowed - NOT_CALLS - {test.name}
        if foreign:
            raise Failure(f"{group.place}: '{test.name}' calls {', '.join(sorted(foreign))}")


class Unit:
    """One file of tests; knows which test is in which line."""

    def __init__(self, path):
        self.path = path
        self.lines = ["// SPDX-License-Identifier: GPL-2.0-or-later"]
        self.tests = {}
        self.declared = {}

    def add(self, group, names, policy, helper_functions):
        for name in group.names:
            is_known = name in helper_functions or name.startswith("__builtin")
            if name in names and group.declaration and not is_known:
                self.lines.append(re.sub(r"\bNAME\b", name, group.declaration))
                self.declared[len(self.lines)] = name
        for test in group.all_tests():
            if test.name not in names or test.policy != policy:
                continue
            number = len(self.lines) + 1
            is_function = test.code.startswith("static ")
            head = f"void test_{number}(void *object, void *other_object)"
            self.lines.append(test.code if is_function else f"{head} {{ {test.code}; }}")
            self.tests[number] = test

    def write(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.lines) + "\n")


def make_units(directory, groups, names, version, policy):
    functions, macros = helpers()
    chosen = [g for g in groups if g.version == version and names & set(g.names)]
    units = []
    for start in range(0, len(chosen), GROUPS_IN_UNIT):
        unit = Unit(os.path.join(directory, f"unit{start}.c"))
        for group in chosen[start:start + GROUPS_IN_UNIT]:
            check_calls(group, functions | macros)
            unit.add(group, names, policy, functions)
        if unit.tests:
            unit.write()
            units.append(unit)
    return units


def run(sglint, units, version, policy, rules=None):
    """{path: {line: set of rules}} of all findings; 'possible:' before those of that level."""
    command = [sglint, "check", "-j2", "--abs-paths", "--color=never", "--level=possible",
               f"--kernel-version={version}", f"--policy={policy}"]  # fmt: skip
    if rules:
        command.append(f"--rules={rules}")
    command += [unit.path for unit in units] + ["--", *FLAGS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"exit {done.returncode} of {' '.join(command)}\n{done.stderr}")
    found = defaultdict(lambda: defaultdict(set))
    for match in FINDING.finditer(done.stdout):
        level = "possible:" if match["possible"] else ""
        found[match["file"]][int(match["line"])].add(level + match["rule"])
    return found


def differences(units, found):
    """(name, text) of every test that did not come out as expected."""
    for unit in units:
        seen = found.get(unit.path, {})
        for line, test in unit.tests.items():
            if seen.get(line, set()) != test.expected:
                yield test.name, describe(test, seen.get(line, set()))
        for line in sorted(set(seen) - set(unit.tests)):
            yield unit.declared[line], f"{unit.declared[line]}: a finding in its own body"


def describe(test, seen):
    wanted = ", ".join(sorted(test.expected)) or "nothing"
    got = ", ".join(sorted(seen)) or "nothing"
    return f"{test.name} ({test.version}, {test.policy}): {test.code}: expected {wanted}, got {got}"
