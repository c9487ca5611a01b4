# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Debian's kernel source package, unpacked once.

# An unpacked 6.12 and a few small builds of it.
# shellcheck disable=SC2034  # for the scripts that read this file
KERNEL_DISK_MIB=6000

cache_directory()
{
	[ -n "${XDG_CACHE_HOME:-${HOME:-}}" ] || die "neither XDG_CACHE_HOME nor HOME is set"
	echo "${XDG_CACHE_HOME:-$HOME/.cache}/sglint"
}

# unpack_kernel VERSION: prints where /usr/src/linux-source-VERSION is unpacked
unpack_kernel()
{
	local archive=/usr/src/linux-source-$1.tar.xz directory partial
	directory=$(cache_directory)/linux-source-$1
	if [ ! -d "$directory" ]; then
		[ -f "$archive" ] || die "'$archive' is missing: apt-get install linux-source-$1"
		say "Unpacking '$archive' into '$directory'"
		partial=$directory.partial
		rm -rf "$partial"
		mkdir -p "$partial"
		tar -xJf "$archive" -C "$partial" --strip-components=1
		mv "$partial" "$directory"
	fi
	echo "$directory"
}
