#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares sglint with the reference implementation on random programs.

Every program is run for all its inputs, under both policies and with both carriers, and
analysed under the same policies.  A line that warned needs a finding at default level.

    differential.sh --seeds 0-999 -j 2     compare; exits 1 when a limit is broken
    differential.sh --coverage 0-999       make the programs only, and count their features
    differential.sh --show SEED            print the program of a seed
    differential.sh --reduce SEED          make its program small with cvise
"""
import argparse
import functools
import multiprocessing
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "pairing")]

import generator
import outcome as results
import reduce
from batch import compare_seeds
from checker import Checker
from reference import Failure, Reference

# Programs in one unit: more save start-up time, fewer lose less when a tool fails.
BATCH = 200
# Failing programs that are printed; all are listed.
SHOWN = 3


def seed_range(text):
    first, _, last = text.partition("-")
    try:
        seeds = range(int(first), int(last or first) + 1)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no range of seeds A-B") from error
    if not seeds:
        raise argparse.ArgumentTypeError(f"the range '{text}' is empty")
    return seeds


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--seeds", type=seed_range, metavar="A-B")
    action.add_argument("--coverage", type=seed_range, metavar="A-B")
    action.add_argument("--show", type=int, metavar="SEED")
    action.add_argument("--reduce", type=int, metavar="SEED")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count(), metavar="N")
    parser.add_argument("--build", default=os.path.join(SOURCE, "build"), metavar="DIR")
    parser.add_argument("--sglint", metavar="PROGRAM", help="default: the one in --build")
    parser.add_argument("--compiler", default="clang-19", metavar="CC")
    parser.add_argument("--what", choices=("missed", "unconfirmed"), default="missed",
                        help="what --reduce keeps; default: missed")  # fmt: skip
    parser.add_argument("--output", metavar="FILE", help="where --reduce writes")
    parser.add_argument("--list", action="store_true", help="list unconfirmed findings too")
    parser.add_argument("--no-limits", action="store_true",
                        help="exit 1 for errors only, not for shares")  # fmt: skip
    parser.add_argument("--known-missed", type=int, default=0, metavar="N",
                        help="as many lines are missed, no more and no fewer")  # fmt: skip
    return parser.parse_args()


def compare_all(options, checker, reference):
    seeds = options.seeds
    batches = [list(seeds[i : i + BATCH]) for i in range(0, len(seeds), BATCH)]
    work = functools.partial(compare_seeds, checker=checker, reference=reference)
    total = results.Outcome()
    with multiprocessing.Pool(options.jobs) as pool:
        for outcome in pool.imap(work, batches):
            total.add(outcome)
    return total


def print_differences(total, options):
    whats = ["missed", "past-bound", "broken", "carriers"]
    if options.list:
        whats.append("unconfirmed")
    for what in whats:
        for difference in total.of(what):
            print(difference)
    for seed in total.seeds("missed")[:SHOWN]:
        print(f"\nprogram of seed {seed}:")
        print(*generator.make_program(seed).text(), sep="\n")


def report_failures(failures):
    for failure in failures:
        print(f"failed: {failure}")
    return 1 if failures else 0


def report(total, options, seconds):
    print_differences(total, options)
    results.print_table(total)
    results.print_features(total)
    print(f"{total.programs / seconds:.1f} programs a second", file=sys.stderr)
    limits = [] if options.no_limits else total.broken_limits()
    return report_failures(total.errors(options.known_missed) + limits)


def cover(seeds):
    """The features of the programs, without running one."""
    programs = [generator.make_program(seed) for seed in seeds]
    total = results.Outcome(programs=len(programs))
    total.features.update(name for program in programs for name in program.features)
    results.print_features(total)
    return report_failures(total.broken_limits())


def main():
    options = parse_arguments()
    if options.coverage is not None:
        return cover(options.coverage)
    if options.show is not None:
        print(generator.make_unit([options.show])[1], end="")
        return 0
    sglint = options.sglint or os.path.join(options.build, "sglint")
    checker = Checker(SOURCE, os.path.abspath(sglint))
    reference = Reference(SOURCE, os.path.abspath(options.build), options.compiler)
    if options.reduce is not None:
        return reduce.reduce(options, checker, reference)
    start = time.monotonic()
    total = compare_all(options, checker, reference)
    return report(total, options, time.monotonic() - start)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as error:
        print(f"differential: {error}", file=sys.stderr)
        sys.exit(2)
