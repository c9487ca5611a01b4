#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What sglint costs next to the compiler's own parse, sparse and smatch, on the
# same units in one run on one core.  'bench.sh --help' lists the options.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/bench/bench.py" --sglint "${SGLINT:-$here/../build/sglint}" "$@"
