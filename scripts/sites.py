#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares sglint's findings with a table of labelled places in the kernel.

usage: sites.py SITES.tsv -p BUILD [--sglint PROGRAM] [--save DIR] [--siblings]
       sites.py SITES.tsv -p BUILD --report FILE

A row counts as found when a finding's primary line, or the place of its access,
is in the row's file and function and within 2 lines of the row's line.  The table's
columns and how to read the result: docs/evaluation/sites.md.
"""

import argparse
import collections
import csv
import os
import re
import subprocess
import sys

import kbuild

MAX_DISTANCE = 2
FINDING = re.compile(r'^(?P<file>[^:\s][^:]*):(?P<line>\d+):\d+: (?:note|warning|error): '
                     r'.*?(?P<possible> \(possible\))? \[(?P<rule>[a-z0-9-]+)\]$')
# The note on the access, when that is not the finding's primary place.
ACCESS = re.compile(r'^(?P<file>[^:\s][^:]*):(?P<line>\d+):\d+: note: '
                    r" *(?:read|written|updated|converted)(?: by '[^']*')? here")
NOT_A_NAME = {'if', 'for', 'while', 'switch', 'return', 'sizeof', 'defined'}

Hit = collections.namedtuple('Hit', 'file line rule is_possible')


class Functions:
    """Which function a line is in, by the shape of kernel source: a body opens
    and closes at the first column."""

    def __init__(self, root):
        self.root = root
        self.files = {}

    def at(self, file, line):
        """Names that may be the function's: macros in its head are among them."""
        if file not in self.files:
            self.files[file] = self.scan(os.path.join(self.root, file))
        for first, last, names in self.files[file]:
            if first <= line <= last:
                return names
        return frozenset()

    @staticmethod
    def scan(path):
        try:
            with open(path, encoding='utf-8', errors='replace') as f:
                lines = f.read().split('\n')
        except OSError:
            return []
        spans, head, first, names = [], [], 0, None
        for number, text in enumerate(lines, 1):
            if names is not None:
                if text.startswith('}'):
                    spans.append((first, number, names))
                    names, head = None, []
                continue
            if text.startswith('{') or (text.endswith('{') and '(' in text and
                                        not text.startswith((' ', '\t', '#'))):
                head.append(text)
                names = heads_names(head)
                first = number - len(head) + 1
            elif not text or text.startswith(('#', '}', '/*', ' *', '//')) or text.endswith(';'):
                head = []
            elif text.endswith('}') and '{' in text:
                head.append(text)
                spans.append((number - len(head) + 1, number, heads_names(head)))
                head = []
            else:
                head.append(text)
        return spans


def heads_names(head):
    text = ' '.join(head).split('{')[0]
    return frozenset(re.findall(r'([A-Za-z_]\w*)\s*\(', text)) | frozenset(
        re.findall(r'[A-Z_0-9]+\(\s*([a-z_]\w*)\s*[,)]', text)) - NOT_A_NAME


def parse_report(text, root):
    """All places a text report claims an access at, by file."""
    hits, last = collections.defaultdict(list), None
    for line in text.split('\n'):
        finding = FINDING.match(line)
        place = finding or ACCESS.match(line)
        last = finding or last
        if place and last:
            file = place['file']
            if os.path.isabs(file):
                file = os.path.relpath(file, root)
            file = os.path.normpath(file)
            hits[file].append(Hit(file, int(place['line']), last['rule'],
                                  bool(last['possible'])))
    return hits


def sources_including(build, root, file):
    """Built sources that include a file: what a row in a header is seen from."""
    if file.startswith('include/'):
        name, below = file[len('include/'):], 'drivers'
    else:
        name, below = os.path.basename(file), os.path.dirname(file)
        if file.endswith('.c'):
            below = os.path.dirname(below)
    pattern = rf'^\s*#\s*include [<"](.*/)?{re.escape(name)}[>"]'
    found = subprocess.run(['grep', '-rlE', '--include=*.c', pattern, below],
                           cwd=root, capture_output=True, text=True, check=False).stdout.split()
    return sorted(source for source in found if kbuild.unit_of_source(build, source))


def run_sglint(program, build, sources, save):
    """The text report with the findings of all levels; 'possible' ones say so."""
    command = [program, 'check', '-p', build, '--level=possible', '--trace=full',
               '--color=never', *sources]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False,
                              errors='replace')
    except OSError as error:
        sys.exit(f'sites.py: unable to run {program}: {error.strerror}')
    if save:
        os.makedirs(save, exist_ok=True)
        for kind, text in (('txt', done.stdout), ('err', done.stderr)):
            with open(os.path.join(save, f'report.{kind}'), 'w', encoding='utf-8') as f:
                f.write(text)
    last = done.stderr.rstrip('\n').rsplit('\n', maxsplit=1)[-1]
    print(f'exit {done.returncode}: {last}', file=sys.stderr)
    if done.returncode not in (0, 1, 3):
        sys.exit(f'sites.py: {program} check failed')
    return done.stdout


def best_hit(row, hits, functions):
    """The finding at the row's place, one that is shown by default if there is one."""
    best = None
    for hit in hits.get(row['file'], ()):
        if abs(hit.line - int(row['line'])) <= MAX_DISTANCE:
            names = functions.at(hit.file, hit.line)
            if (not names or row['function'] in names) and (best is None or best.is_possible):
                best = hit
    return best


def read_rows(path, tree):
    with open(path, encoding='utf-8', newline='') as f:
        rows = list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))
    needed = {'id', 'tree', 'file', 'function', 'line', 'family', 'label'}
    if not rows or not needed <= set(rows[0]):
        sys.exit(f'sites.py: {path}: the columns {", ".join(sorted(needed))} are needed')
    return [row for row in rows if row['tree'] == tree]


def detect_version(root):
    with open(os.path.join(root, 'Makefile'), encoding='utf-8') as f:
        text = f.read(4096)
    return '.'.join(re.search(rf'^{key} = (\d+)', text, re.M)[1]
                    for key in ('VERSION', 'PATCHLEVEL'))


def print_table(rows, found):
    print(f'{"family":8}{"label":7}{"rows":>6}{"default":>9}{"possible":>10}')
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row['family'], row['label']].append(row)
        groups['all', row['label']].append(row)
    order = {'bug': 0, 'may': 1, 'ok': 2}
    for family, label in sorted(groups, key=lambda key: (key[0], order.get(key[1], 9))):
        group = groups[family, label]
        hits = [found[row['id']] for row in group if row['id'] in found]
        default = sum(not hit.is_possible for hit in hits)
        print(f'{family:8}{label:7}{len(group):6}{default:9}{len(hits):10}')


def print_rows(title, rows, found=None):
    print(f'\n{title}: {len(rows)}')
    for row in rows:
        hit = found and found.get(row['id'])
        rule = f'  [{hit.rule}] line {hit.line}' if hit else ''
        print(f'  {row["id"]} {row["file"]}:{row["line"]} {row["function"]}{rule}')


def print_lists(rows, absent, found):
    default = {key: hit for key, hit in found.items() if not hit.is_possible}
    added = {key: hit for key, hit in found.items() if hit.is_possible}

    def of(label, ids):
        return [row for row in rows if row['label'] == label and row['id'] in ids]

    missed = {row['id'] for row in rows} - set(found)
    for label in ('bug', 'may'):
        print_rows(f'{label} rows missed at every level', of(label, missed))
        print_rows(f'{label} rows found only at level possible', of(label, added), added)
    print_rows('ok rows reported by default', of('ok', default), default)
    print_rows('ok rows reported only at level possible', of('ok', added), added)
    print_rows('rows this tree does not build', absent)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('sites', help='the table of labelled places')
    parser.add_argument('-p', '--build', required=True, help='a tree with .cmd files')
    parser.add_argument('--sglint', default=os.environ.get('SGLINT') or os.path.join(
        os.path.dirname(os.path.abspath(__file__)), '../build/sglint'))
    parser.add_argument('--report', metavar='FILE',
                        help='read the report of an earlier run instead of running sglint')
    parser.add_argument('--siblings', action='store_true',
                        help="check all built sources of the rows' directories, together")
    parser.add_argument('--save', metavar='DIR', help='keep the report there')
    return parser.parse_args()


def siblings_of(source, build, root):
    """The built sources of a source's directory, itself included."""
    directory = os.path.dirname(source)
    paths = (os.path.join(directory, name)
             for name in os.listdir(os.path.join(root, directory)) if name.endswith('.c'))
    return {path for path in paths if kbuild.unit_of_source(build, path)}


def choose_sources(args, build, root, tree):
    """The tree's rows, those it does not build, and the sources to check."""
    rows, absent, sources = [], [], set()
    for row in read_rows(args.sites, tree):
        if row['file'].endswith('.c') and kbuild.unit_of_source(build, row['file']):
            seen_from = [row['file']]
        else:
            seen_from = sources_including(build, root, row['file'])
        sources.update(seen_from)
        (rows if seen_from else absent).append(row)
    if not rows:
        sys.exit(f'sites.py: {build} builds none of the rows of Linux {tree}')
    if args.siblings:
        sources = set().union(*(siblings_of(source, build, root) for source in sources))
    return rows, absent, [os.path.join(root, source) for source in sorted(sources)]


def report_of(args, build, sources):
    if not args.report:
        return run_sglint(args.sglint, build, sources, args.save)
    try:
        with open(args.report, encoding='utf-8', errors='replace') as f:
            return f.read()
    except OSError as error:
        sys.exit(f'sites.py: {error.filename}: {error.strerror}')


def main():
    args = parse_arguments()
    build = os.path.abspath(args.build)
    root = kbuild.source_root(build)
    tree = detect_version(root)
    rows, absent, sources = choose_sources(args, build, root, tree)
    functions = Functions(root)
    hits = parse_report(report_of(args, build, sources), root)
    matches = ((row['id'], best_hit(row, hits, functions)) for row in rows)
    found = {key: hit for key, hit in matches if hit}
    print(f'Linux {tree}, {build}: {len(rows)} rows built, {len(absent)} not')
    print_table(rows, found)
    print_lists(rows, absent, found)


if __name__ == '__main__':
    main()
