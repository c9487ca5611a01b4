# SPDX-License-Identifier: GPL-2.0-or-later
"""documented.py DRIVER PAGE EXIT-CODES: what the tables have and the texts lack."""
import pathlib
import re
import sys

driver = pathlib.Path(sys.argv[1])
page = re.sub(".\b", "", pathlib.Path(sys.argv[2]).read_text())
exit_codes = pathlib.Path(sys.argv[3]).read_text()

options = re.findall(r'^SG_OPTION\(\w+, "([a-z-]+)"', (driver / "options.def").read_text(), re.M)
for option in options:
    if not re.search(rf"--{option}\b", page):
        print(f"the man page lacks --{option}")

statuses = re.findall(r'^SG_EXIT_STATUS\(\w+, (\d), "([a-z ]+)"', (driver / "exit_status.def").read_text(),
                      re.M)
section = page[page.index("EXIT STATUS"):]
for number, word in statuses:
    if not re.search(rf"^     {number} ", section, re.M):
        print(f"the man page lacks exit status {number}")
    if f"| {number} | `sglint: {word}: ...` |" not in exit_codes:
        print(f"exit-codes.md lacks {number}, '{word}'")
print(f"{len(options)} options, {len(statuses)} exit statuses")
