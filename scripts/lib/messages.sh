# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Messages and questions of the scripts.  stdout is for results.

say()
{
	printf '%s\n' "$*" >&2
}

die()
{
	say "${0##*/}: $*"
	exit 2
}

# usage: the comment block below the SPDX line of the calling script
usage()
{
	sed -n '3,/^[^#]/s/^# \{0,1\}//p' "$0"
}

# confirm QUESTION: yes on a terminal, or SGLINT_YES=1
confirm()
{
	local answer
	[ "${SGLINT_YES:-0}" = 1 ] && return 0
	[ -t 0 ] && [ -t 2 ] || return 1
	printf '%s [y/N] ' "$1" >&2
	read -r answer || return 1
	[ "$answer" = y ] || [ "$answer" = yes ]
}

# quietly LOG COMMAND...: what the command says goes to LOG, shown if it fails
quietly()
{
	local log=$1 status=0
	shift
	"$@" >"$log" 2>&1 </dev/null || status=$?
	if [ "$status" != 0 ]; then
		say "failed ($status): $*"
		tail -n 40 "$log" >&2
	fi
	return "$status"
}
