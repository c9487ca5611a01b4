# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests that are not scripts: unit binaries that print TAP, and the examples of the rules."""
import json
import os
import re
import subprocess

import lit.formats
import lit.Test

NOT_OK = re.compile(r"^not ok\b", re.MULTILINE)
OK = re.compile(r"^ok\b", re.MULTILINE)
PLAN = re.compile(r"^1\.\.(\d+)", re.MULTILINE)


def run(command, seconds, environment=None):
    """Exit status and what was said; a run past its time is a failure."""
    try:
        result = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return -1, "", f"still running after {seconds} s"
    return result.returncode, result.stdout, result.stderr


class TapBinaries(lit.formats.TestFormat):
    """Every executable of a directory is one test; it prints TAP."""

    def __init__(self, directory, seconds):
        self.directory = directory
        self.seconds = seconds

    def getTestsInDirectory(self, testSuite, path_in_suite, litConfig, localConfig):
        names = sorted(os.listdir(self.directory)) if os.path.isdir(self.directory) else []
        for name in names:
            path = os.path.join(self.directory, name)
            if os.path.isfile(path) and os.access(path, os.X_OK) and "." not in name:
                yield lit.Test.Test(testSuite, path_in_suite + (name,), localConfig)

    def execute(self, test, litConfig):
        program = os.path.join(self.directory, test.path_in_suite[-1])
        status, out, err = run([program], self.seconds, test.config.environment)
        plan = PLAN.search(out)
        if status or NOT_OK.search(out):
            return lit.Test.FAIL, f"exit status {status}\n{out}{err}"
        if not plan or int(plan.group(1)) != len(OK.findall(out)):
            return lit.Test.FAIL, f"the results do not match the plan\n{out}{err}"
        return lit.Test.PASS, ""


class RuleExamples(lit.formats.TestFormat):
    """A rule's bad example gives a finding of that rule, its good example none at all."""

    def __init__(self, sglint, flags, scratch, seconds):
        self.sglint = sglint
        self.flags = flags
        self.scratch = scratch
        self.seconds = seconds
        self.rules = {}

    def load(self, litConfig):
        status, out, err = run([self.sglint, "rules", "--json"], self.seconds)
        if status:
            litConfig.error(f"'sglint rules --json' failed ({status}): {err}")
            return
        self.rules = {rule["id"]: rule for rule in json.loads(out)["rules"]}

    def getTestsInDirectory(self, testSuite, path_in_suite, litConfig, localConfig):
        if os.access(self.sglint, os.X_OK):
            self.load(litConfig)
        for rule in sorted(self.rules):
            for kind in ("bad", "good"):
                yield lit.Test.Test(testSuite, path_in_suite + (f"{rule}.{kind}",), localConfig)

    def execute(self, test, litConfig):
        rule, kind = test.path_in_suite[-1].rsplit(".", 1)
        os.makedirs(self.scratch, exist_ok=True)
        source = os.path.join(self.scratch, f"{rule}-{kind}.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(self.rules[rule][kind])
        command = [self.sglint, "check", source, "--", *self.flags]
        status, out, err = run(command, self.seconds)
        found = re.findall(r" (?:warning|error): .*\[([a-z0-9-]+)\]$", out, re.MULTILINE)
        if status:
            return lit.Test.FAIL, f"exit status {status}\n{out}{err}"
        if kind == "bad" and (not found or set(found) != {rule}):
            return lit.Test.FAIL, f"expected findings of '{rule}' only\n{out}{err}"
        if kind == "good" and found:
            return lit.Test.FAIL, f"expected no finding\n{out}{err}"
        return lit.Test.PASS, ""
