# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares IR.md with the tables it documents: check_spec.py CHECKER ALL_OPS."""
import os
import re
import sys


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as stream:
        return stream.read()


def section(text, title):
    """What stands below the heading 'title', up to the next of its depth."""
    match = re.search(rf"^(#+) (\d+\. )?{re.escape(title)}$", text, re.M)
    end = re.compile(rf"^#{{1,{len(match[1])}}} ", re.M).search(text, match.end())
    return text[match.end() : end.start() if end else len(text)]


def table_rows(text):
    """First and last cell of each row, without the quotes of the first."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return [(row[0].strip("`"), row[-1]) for row in rows]


def compare(what, documented, defined):
    if documented != defined:
        print(f"{what}:\n  IR.md {documented}\n  code  {defined}")
    return documented == defined


def documented_ops(spec):
    """Op and example of each '####' section."""
    ops = re.findall(r"^#### (\S+)\n(.*?)(?=^#)", section(spec, "Instructions"), re.M | re.S)
    return [(op, body.strip().splitlines()[-1].strip("`")) for op, body in ops]


def main(checker, all_ops_file):
    spec = read(checker, "core", "IR.md")
    reasons = re.findall(
        r'^SG_UNKNOWN\(\w+, "([^"]+)",\s*"([^"]+)"\)', read(checker, "frontend", "unknown_reasons.def"), re.M
    )
    ops = re.findall(r'^SG_OP\(\w+, "(\w+)"', read(checker, "core", "ir_ops.def"), re.M)
    source = read(checker, "core", "ir.c")
    flags = re.findall(r'\{SG_(?:CAST|ACCESS|CALL)_\w+, "([^"]+)"\}', source)
    qualifiers = re.findall(r'\{SG_QUAL_\w+,\s*"([^"]+)"\}', source)
    examples = documented_ops(spec)
    lines = [line.strip() for line in read(all_ops_file).splitlines()]
    grammar = section(spec, "Text form")
    is_good = compare("reasons", table_rows(section(spec, "Reasons of unknown")), reasons)
    is_good &= compare("instructions", [op for op, _ in examples], ops)
    is_good &= compare("words", [word for word, _ in table_rows(section(spec, "Words"))], flags)
    is_good &= compare(
        "qualifiers", re.findall(r'"(\w+)"', re.search(r"^qualifier .*$", grammar, re.M)[0]), qualifiers
    )
    for op, example in examples:
        if example not in lines or not re.match(rf"(%\d+ = )?{op}\b", example):
            print(f"{op}: the example is no such line of {all_ops_file}: {example}")
            is_good = False
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
