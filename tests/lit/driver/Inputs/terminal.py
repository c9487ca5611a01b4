# SPDX-License-Identifier: GPL-2.0-or-later
"""terminal.py COMMAND...: runs it with stdout and stderr on a terminal, escapes shown as <esc>."""
import os
import pty
import subprocess
import sys

master, slave = pty.openpty()
child = subprocess.Popen(sys.argv[1:], stdin=slave, stdout=slave, stderr=slave)
os.close(slave)
text = b""
while True:
    try:
        chunk = os.read(master, 4096)
    except OSError:  # Linux says so when the last writer is gone
        break
    if not chunk:
        break
    text += chunk
print(text.decode().replace("\r\n", "\n").replace("\x1b", "<esc>"), end="")
print("exit", child.wait())
