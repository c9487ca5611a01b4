#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Compares sglint with the reference implementation on random programs.
# 'differential.sh --help' lists the options; docs/testing.md explains them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/../tests/differential/differential.py" "$@"
