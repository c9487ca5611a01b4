# SPDX-License-Identifier: GPL-2.0-or-later
"""The functions that the headers of kernel-shim declare, and what the shim implements."""
import os
import re
import subprocess
from dataclasses import dataclass

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
DECLARATION = re.compile(
    r"^(?!#|typedef|return|else)(?:static inline )?(?:__must_check |__noreturn |extern )?"
    r"(?P<type>(?:const |volatile |unsigned |signed |struct |enum )*\w+(?: long)?"
    r"(?: __iomem| __user)?(?: \*|\*)*(?:const \*)?)\s*(?P<star>\**)(?P<name>\w+)"
    r"\((?P<args>[^;{]*)\)(?:;|\n\{)",
    re.M,
)
MACRO = re.compile(r"^#define (\w+)\(([^)]*)\)", re.M)


@dataclass
class Prototype:
    name: str
    result: str
    arguments: list  # (type, name)
    header: str


def split_arguments(text):
    parts, depth, current = [], 0, ""
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += character
    return [part.strip() for part in [*parts, current] if part.strip() not in ("", "void")]


def parse_argument(text):
    """(type, name); an array is the pointer that C makes of it."""
    text = re.sub(r"(\w+)\s*\[[^]]*\]$", r"*\1", " ".join(text.split()))
    match = re.match(r"(?P<type>.*?)(?P<name>\w+)$", text)
    return (match["type"].strip(), match["name"]) if match else (text, "")


def read_headers(include):
    """({name: Prototype}, {macro: number of arguments})."""
    prototypes, macros = {}, {}
    for directory, _, names in sorted(os.walk(include)):
        for name in sorted(names):
            path = os.path.join(directory, name)
            with open(path, encoding="utf-8") as file:
                text = COMMENT.sub("", file.read())
            header = os.path.relpath(path, include)
            for match in MACRO.finditer(text):
                macros[match[1]] = header
            for match in DECLARATION.finditer(text):
                arguments = [parse_argument(a) for a in split_arguments(match["args"])]
                result = f"{match['type']} {match['star']}".strip()
                name = match["name"]
                prototypes[name] = Prototype(name, result, arguments, header)
    return prototypes, macros


def parse_pseudo(text, header):
    """A prototype that the data file gives for a macro."""
    match = DECLARATION.search(f"{text};")
    if not match:
        raise ValueError(f"'{text}' is no prototype")
    arguments = [parse_argument(a) for a in split_arguments(match["args"])]
    return Prototype(match["name"], f"{match['type']} {match['star']}".strip(), arguments, header)


def implemented(program):
    """Names of the kernel functions that the reference's runner offers to programs."""
    output = subprocess.run(
        ["nm", "-D", "--defined-only", program], capture_output=True, text=True, check=True
    ).stdout
    names = {line.split()[-1] for line in output.splitlines() if line.strip()}
    return {name.removeprefix("shim_") for name in names}
