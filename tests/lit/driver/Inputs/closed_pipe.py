# SPDX-License-Identifier: GPL-2.0-or-later
"""closed_pipe.py COMMAND...: runs it with a stdout that nobody reads any more."""
import os
import subprocess
import sys

read_end, write_end = os.pipe()
os.close(read_end)
done = subprocess.run(sys.argv[1:], stdout=write_end, stderr=subprocess.PIPE, text=True)
print(done.stderr, end="")
print("exit", done.returncode)
