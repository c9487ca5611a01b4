# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs sglint and reads its findings."""
import os
import re

from reference import Failure, run

# What the headers of kernel-shim and the reference are like.
KERNEL_VERSION = "6.12"
LEVELS = ("certain", "likely", "possible")
DEFAULT_LEVELS = ("certain", "likely")
FINDING = re.compile(r"^(?P<file>[^ ].*?):(?P<line>\d+):\d+: (?:warning|error): (?P<text>.*)$")


class Checker:
    def __init__(self, source, sglint, seconds=600):
        self.sglint = sglint
        self.seconds = seconds
        self.flags = [
            "-std=gnu11", "-nostdinc", "-I", os.path.join(source, "kernel-shim", "include"),
            "-D__KERNEL__", "--target=x86_64-linux-gnu",
        ]  # fmt: skip

    def check(self, path, *options, flags=()):
        command = [
            self.sglint, "check", *options, "--abs-paths", f"--kernel-version={KERNEL_VERSION}",
            f"--timeout={self.seconds}", path, "--", *self.flags, *flags,
        ]  # fmt: skip
        result = run(command, self.seconds + 60)
        if result.returncode:
            raise Failure(f"sglint failed on '{path}' ({result.returncode}):\n{result.stderr}")
        return result

    def lines(self, path, policy, level, flags=(), part=None):
        """The findings of 'level' and above: {line: text of the first}, of a file included too."""
        result = self.check(path, f"--policy={policy}", f"--level={level}", flags=flags)
        name = os.path.basename(part or path)
        found = {}
        for line in result.stdout.splitlines():
            match = FINDING.match(line)
            if match and os.path.basename(match["file"]) == name:
                found.setdefault(int(match["line"]), match["text"])
        return found

    def statistics(self, path):
        """What --stats says, as text."""
        return self.check(path, "--stats").stderr

    def levels(self, path, policy, flags=(), part=None):
        """The surest level that each line with a finding has: {line: (level, text)}."""
        result = {}
        for level in LEVELS:
            for line, text in self.lines(path, policy, level, flags, part).items():
                result.setdefault(line, (level, text))
        return result
