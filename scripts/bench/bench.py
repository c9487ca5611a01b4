#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Times sglint, the compiler's parse, sparse and smatch on the same units.

Picks units of a build tree at random, from a seed, and runs every tool over
them on one core, several times in turn.  A tool's figure is the median of its
runs' processor time (user and system), which other load on the machine moves
less than elapsed time.
"""

import argparse
import collections
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
import kbuild  # noqa: E402

# CHECKFLAGS of the kernel's Makefile and of arch/*/Makefile, in their order.
COMMON_CHECK_FLAGS = ['-D__linux__', '-Dlinux', '-D__STDC__', '-Dunix', '-D__unix__',
                      '-Wbitwise', '-Wno-return-void', '-Wno-unknown-attribute']
ARCH_CHECK_FLAGS = {
    'X86_64': ['-D__x86_64__', '--arch=x86'],
    'ARM64': ['-D__AARCH64EL__', '-D__aarch64__', '--arch=arm64'],
    'RISCV': ['-D__riscv', '-D__riscv_xlen=64', '--arch=riscv'],
}

# A tool is a list of commands; failed counts the units it could not take.
Tool = collections.namedtuple('Tool', 'name commands')
Sample = collections.namedtuple('Sample', 'cpu wall memory failed')


def pick_units(build, directories, count, seed):
    files = sorted({file for directory in directories
                    for file in kbuild.command_files_below(build, directory)})
    random.Random(seed).shuffle(files)
    units = []
    for file in files:
        unit = kbuild.read_unit(build, file)
        if unit:
            units.append(unit)
        if len(units) == count:
            break
    if not units:
        sys.exit(f'bench.sh: no units below {" ".join(directories)} in {build}')
    return sorted(units, key=lambda unit: unit.obj)


def check_flags_of(build):
    """What kbuild puts before the unit's own flags when it calls a checker."""
    try:
        with open(os.path.join(build, '.config'), encoding='utf-8') as f:
            config = set(f.read().split('\n'))
    except OSError as error:
        sys.exit(f'bench.sh: {error.filename}: {error.strerror}')
    if 'CONFIG_64BIT=y' in config and 'CONFIG_CPU_BIG_ENDIAN=y' not in config:
        for symbol, flags in ARCH_CHECK_FLAGS.items():
            if f'CONFIG_{symbol}=y' in config:
                return COMMON_CHECK_FLAGS + flags + ['-mlittle-endian', '-m64']
    sys.exit(f'bench.sh: {build} is for none of {", ".join(ARCH_CHECK_FLAGS)} (64 bits, '
             'little endian)')


def compiler_tool(units):
    compiler = units[0].compiler
    return Tool(f'{os.path.basename(compiler)} -fsyntax-only',
                [[compiler, *unit.flags, '-fsyntax-only', '-w', unit.source] for unit in units])


def checker_tool(name, command, check_flags, units):
    return Tool(name, [[*command, *check_flags, *unit.check_flags, unit.source] for unit in units])


def tools_for(args, units, scratch):
    check_flags = check_flags_of(args.build)
    tools = [compiler_tool(units)]
    for name, extra in (('sparse', []), ('smatch', ['-p=kernel'])):
        if shutil.which(name):
            tools.append(checker_tool(name, [name, *extra], check_flags, units))
    sglint = os.path.abspath(args.sglint)
    if os.access(sglint, os.X_OK):
        tools.append(checker_tool('sglint CHECK mode', [sglint], check_flags, units))
        tools.append(Tool('sglint check -j1', [[sglint, 'check', '-j', '1', '-p', args.build,
                                                '--output', os.path.join(scratch, 'report'),
                                                *(unit.source_path() for unit in units)]]))
    missing = [tool.name for tool in tools if not shutil.which(tool.commands[0][0])]
    if missing:
        sys.exit(f'bench.sh: not installed: {", ".join(missing)}')
    return tools


def run_once(tool, build, environment):
    cpu = wall = memory = failed = 0
    for command in tool.commands:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        with subprocess.Popen(command, cwd=build, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall += time.monotonic() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu += after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        memory = max(memory, usage.ru_maxrss)
        failed += process.returncode != 0
    return Sample(cpu, wall, memory, failed)


def measure(tools, args, scratch):
    environment = dict(os.environ, SGLINT_DIR=scratch, LC_ALL='C')
    samples = {tool.name: [] for tool in tools}
    for run in range(args.runs + 1):
        for tool in tools:
            sample = run_once(tool, args.build, environment)
            # The first round only warms the page cache.
            if run:
                samples[tool.name].append(sample)
            print(f'round {run}/{args.runs}: {tool.name}: {sample.cpu:.2f} s', file=sys.stderr)
    return samples


def print_table(tools, samples, count):
    totals = {tool.name: statistics.median(s.cpu for s in samples[tool.name]) for tool in tools}
    bases = [tool.name for tool in tools if not tool.name.startswith('sglint')]
    print(f'{"tool":24}{"s/unit":>9}{"spread":>9}{"wall":>9}{"MiB":>7}{"failed":>8}'
          + ''.join(f'  / {base.split(" ")[0]:>9}' for base in bases))
    for tool in tools:
        own = samples[tool.name]
        spread = (max(s.cpu for s in own) - min(s.cpu for s in own)) / totals[tool.name]
        wall = statistics.median(s.wall for s in own)
        print(f'{tool.name:24}{totals[tool.name] / count:9.3f}{spread:9.0%}{wall / count:9.3f}'
              f'{max(s.memory for s in own) / 1024:7.0f}{own[0].failed:8}'
              + ''.join(f'  {totals[tool.name] / totals[base]:11.2f}' for base in bases))


def main():
    parser = argparse.ArgumentParser(prog='bench.sh',
                                     description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('build', help='a configured build tree with .cmd files')
    parser.add_argument('directories', nargs='*', default=['drivers'],
                        help='pick units below these (default: drivers)')
    parser.add_argument('-n', '--units', type=int, default=40)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--cpu', type=int, help='run on this core (default: the first allowed)')
    parser.add_argument('--list', action='store_true', help='name the units and stop')
    parser.add_argument('--sglint', help=argparse.SUPPRESS)
    args = parser.parse_args()
    args.build = os.path.abspath(args.build)
    if args.units < 1 or args.runs < 1:
        parser.error('--units and --runs must be at least 1')

    units = pick_units(args.build, args.directories, args.units, args.seed)
    if args.list:
        print('\n'.join(unit.obj for unit in units))
        return
    cpu = min(os.sched_getaffinity(0)) if args.cpu is None else args.cpu
    os.sched_setaffinity(0, {cpu})
    with tempfile.TemporaryDirectory(prefix='sglint-bench-') as scratch:
        tools = tools_for(args, units, scratch)
        samples = measure(tools, args, scratch)
    print(f'{len(units)} units of {" ".join(args.directories)}, seed {args.seed}, '
          f'{args.runs} runs, core {cpu}, processor seconds')
    print_table(tools, samples, len(units))


if __name__ == '__main__':
    main()
