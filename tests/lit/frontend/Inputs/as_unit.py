# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a command with the compiler flags of an object of a kernel build.

usage: as_unit.py BUILD OBJECT COMMAND...

The command runs in BUILD and gets "-- FLAGS" at its end.
"""
import os
import shlex
import subprocess
import sys


def flags_of(build, object_name):
    directory, name = os.path.split(object_name)
    with open(os.path.join(build, directory, f".{name}.cmd"), encoding="utf-8") as commands:
        words = shlex.split(commands.readline().split(":=", 1)[1])
    # The compiler comes first, "-c -o OBJECT SOURCE" last.
    return [word for word in words[1 : words.index("-c")] if not word.startswith("-Wp,")]


def main():
    build, object_name, *command = sys.argv[1:]
    command += ["--", *flags_of(build, object_name)]
    return subprocess.run(command, cwd=build, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
