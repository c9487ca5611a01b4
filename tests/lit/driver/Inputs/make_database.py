# SPDX-License-Identifier: GPL-2.0-or-later
"""make_database.py DIRECTORY OUTPUT FLAG...: a compile_commands.json in OUTPUT of the sources
in the directories of DIRECTORY, each of which is a module."""
import json
import pathlib
import sys

root, output, flags = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
entries = []
for source in sorted(root.glob("*/*.c")):
    name = source.relative_to(root)
    module = f'-DKBUILD_MODNAME="{source.parent.name}"'
    words = ["clang", *flags, module, "-c", "-o", str(name.with_suffix(".o")), str(name)]
    entries.append({"directory": str(root), "file": str(name), "arguments": words})
pathlib.Path(output).write_text(json.dumps(entries))
