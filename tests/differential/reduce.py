# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the program of a failing seed small with cvise.

cvise runs this file as its test: 'reduce.py WHAT SOURCE BUILD SGLINT COMPILER FILE' exits
0 while the difference is still there and the program is still a fair one.
"""
import os
import shutil
import stat
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "pairing")]

import generator
from checker import Checker
from pairs import compare, kinds_by_line
from reference import CARRIERS, MISTAKES, POLICIES, Failure, Reference, run

FILE = "program.c"
# What a shortened program must not do: it would differ for a reason of its own.
STRICT = ["-fsyntax-only", "-Wall", "-Werror", "-Wno-unused", "-Wno-unused-but-set-variable"]


def is_fair(path, checker, reference):
    command = [reference.compiler, *checker.flags, *STRICT, "-DSHIM_REFERENCE", path]
    return run(command, 60).returncode == 0


def has_difference(path, what, checker, reference):
    if not is_fair(path, checker, reference):
        return False
    with tempfile.TemporaryDirectory(prefix="sglint-reduce-") as directory:
        library = os.path.join(directory, "program.so")
        for policy in POLICIES:
            warnings = set()
            for carrier in CARRIERS:
                reference.compile(path, carrier, library)
                warnings |= reference.warnings([library], carrier, policy, 60)
            kinds = set().union(*kinds_by_line(warnings, path).values())
            if kinds - MISTAKES - {"WARN_ON"}:
                return False
            result = compare(warnings, checker.levels(path, policy), path)
            if result.missed if what == "missed" else result.unconfirmed:
                return True
    return False


def write_test(path, arguments):
    words = " ".join(f"'{word}'" for word in [sys.executable, os.path.abspath(__file__)])
    words += " " + " ".join(f"'{word}'" for word in arguments)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\nexec {words} {FILE}\n")
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)


def reduce(options, checker, reference):
    if not shutil.which("cvise"):
        raise Failure("--reduce needs cvise: apt-get install cvise")
    with tempfile.TemporaryDirectory(prefix="sglint-reduce-") as directory:
        path = os.path.join(directory, FILE)
        with open(path, "w", encoding="utf-8") as file:
            file.write(generator.make_unit([options.reduce])[1])
        if not has_difference(path, options.what, checker, reference):
            raise Failure(f"seed {options.reduce} has nothing {options.what} to reduce")
        source = os.path.dirname(os.path.dirname(HERE))
        test = os.path.join(directory, "test.sh")
        write_test(test, [options.what, source, reference.build, checker.sglint,
                          reference.compiler])  # fmt: skip
        command = ["cvise", "--n", str(options.jobs), test, FILE]
        subprocess.run(command, cwd=directory, stdout=sys.stderr, check=True)
        with open(path, encoding="utf-8") as file:
            text = file.read()
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")
    return 0


def main():
    what, source, build, sglint, compiler, path = sys.argv[1:]
    checker = Checker(source, sglint)
    reference = Reference(source, build, compiler)
    try:
        return 0 if has_difference(os.path.abspath(path), what, checker, reference) else 1
    except Failure:
        return 1


if __name__ == "__main__":
    sys.exit(main())
