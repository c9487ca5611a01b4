#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds sglint and scans a source tree with it: the sample drivers that come
# with it, or a kernel.  What is missing is installed after it has been named.
#
# usage: run-on-tree.sh [--yes]
#        run-on-tree.sh [options] KERNEL|--debian [PATH...]
#
# KERNEL is a kernel source tree; PATHs are files or directories in it, and all
# of it without them.  A tree that has been built is used as it is.  For another
# one the flags are captured first, without compiling it, in a directory of its
# own; that runs the tree's Makefiles and scripts with your rights.
#
#   --debian         the source that Debian packages (linux-source-6.12)
#   --build DIR      the build directory (O=) of a kernel that has been built
#   --config TARGET  make target (or .config file) to capture; default: defconfig
#   --arch ARCH      as for make; default: this machine's
#   --work DIR       for captured flags; default: below the XDG cache directory
#   --yes            install what is missing without asking
set -euo pipefail
shopt -s inherit_errexit

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
# shellcheck source-path=SCRIPTDIR source=lib/messages.sh
. "$here/lib/messages.sh"
# shellcheck source-path=SCRIPTDIR source=lib/packages.sh
. "$here/lib/packages.sh"
# shellcheck source-path=SCRIPTDIR source=lib/resources.sh
. "$here/lib/resources.sh"
# shellcheck source-path=SCRIPTDIR source=lib/build.sh
. "$here/lib/build.sh"
# shellcheck source-path=SCRIPTDIR source=lib/kernel-source.sh
. "$here/lib/kernel-source.sh"

sglint=$root/build/sglint
kernel='' debian=0 kernel_build='' config=defconfig arch='' work='' is_captured=0
paths=()

parse_arguments()
{
	while [ $# -gt 0 ]; do
		case $1 in
		--debian) debian=1 ;;
		--yes) export SGLINT_YES=1 ;;
		--build | --config | --arch | --work)
			[ $# -ge 2 ] || die "option '$1' needs an argument"
			case $1 in
			--build) kernel_build=$2 ;;
			--config) config=$2 ;;
			--arch) arch=$2 ;;
			--work) work=$2 ;;
			esac
			shift
			;;
		-h | --help) usage; exit 0 ;;
		-*) die "unknown argument '$1'; see --help" ;;
		*) paths+=("$1") ;;
		esac
		shift
	done
	if [ "$debian" = 0 ] && [ "${#paths[@]}" != 0 ]; then
		kernel=${paths[0]}
		paths=("${paths[@]:1}")
		[ -f "$kernel/Kbuild" ] || die "'$kernel' is no kernel source tree"
		kernel=$(cd "$kernel" && pwd)
	fi
	if [ "$debian" = 1 ] || [ -n "$kernel" ]; then
		work=$(realpath -m -- "${work:-$(cache_directory)}")
	fi
}

# has_commands DIRECTORY: kbuild has compiled something there, not just the host
# programs that configuring takes
has_commands()
{
	[ -n "$(find "$1" \( -path "$1/scripts" -o -path "$1/tools" \) -prune -o \
		-name '.*.o.cmd' -print -quit 2>/dev/null)" ]
}

# is_configured: kbuild refuses to use such a tree with another build directory
is_configured()
{
	[ -e "$kernel/.config" ] || [ -d "$kernel/include/config" ]
}

# Sets kernel to a clean copy of itself made of links; the tree is not changed.
use_links()
{
	local links entry
	links=$work/$(basename "$kernel")-links
	say "'$kernel' is configured but not built; going on with a copy of links in '$links'"
	rm -rf "$links"
	mkdir -p "$links"
	for entry in "$kernel"/* "$kernel"/.[!.]*; do
		[ "${entry##*/}" = .git ] || cp -as "$entry" "$links/"
	done
	quietly "$links/mrproper.log" make -C "$links" mrproper || exit 2
	kernel=$links
}

# Sets kernel_build to a directory that holds the kernel's compile commands.
find_kernel_build()
{
	local capture status=0
	if [ -n "$kernel_build" ]; then
		has_commands "$kernel_build" || die "'$kernel_build' is no built kernel (no .cmd files)"
		kernel_build=$(cd "$kernel_build" && pwd)
		return
	fi
	if has_commands "$kernel"; then
		kernel_build=$kernel
		return
	fi
	install_needs "$(kernel_needs)"
	! is_configured || use_links
	kernel_build=$work/$(basename "$kernel")-${arch:-$(uname -m)}-$(basename "$config")
	capture=("$here/capture-flags.sh" "$kernel" "$kernel_build" --config "$config" -j "$(nproc)")
	[ -z "$arch" ] || capture+=(--arch "$arch")
	"${capture[@]}" ${paths[@]+"${paths[@]}"} || status=$?
	# 1: some units could not be captured; capture-flags.sh has said which.
	[ "$status" -le 1 ] || exit "$status"
	is_captured=1
}

# has_unit PATH: something of it is compiled in this configuration
has_unit()
{
	case $1 in
	*.c) [ -e "$kernel_build/$(dirname "$1")/.$(basename "$1" .c).o.cmd" ] ;;
	*) has_commands "$kernel_build/$1" ;;
	esac
}

# Why a path may have been left out, with the way to have it.
explain_left_out()
{
	local path
	for path in ${paths[@]+"${paths[@]}"}; do
		has_unit "${path#"$kernel/"}" ||
			say "'$config' does not enable '$path'; --config allmodconfig enables most drivers"
	done
}

# summarize REPORT: findings by rule and by directory
summarize()
{
	local pattern='^([^ :]+):[0-9]+:[0-9]+: (warning|error): .*\[([a-z0-9-]+)\]$' count
	count=$(grep -cE "$pattern" "$1") || true
	echo
	echo "$count findings"
	[ "$count" != 0 ] || return 0
	echo
	echo "by rule:"
	sed -nE "s!$pattern!\\3!p" "$1" | sort | uniq -c | sort -k1,1nr -k2
	echo "by directory:"
	sed -nE "s!$pattern!\\1!p" "$1" | sed 's,/[^/]*$,,' | sort | uniq -c | sort -k1,1nr -k2
}

# show_report REPORT
show_report()
{
	cat "$1"
	summarize "$1"
	rm -f "$1"
}

new_report()
{
	mktemp "${TMPDIR:-/tmp}/sglint-report.XXXXXX"
}

# One call for each: the variants of a driver are no program together.
scan_samples()
{
	local report log sample status=0
	report=$(new_report)
	log=$(new_report)
	cd "$root"
	for sample in kernel-shim/samples/*/*.c; do
		"$sglint" check "$sample" -- -std=gnu11 -nostdinc -D__KERNEL__ \
			-I kernel-shim/include "--target=$(uname -m)-linux-gnu" \
			>>"$report" 2>"$log" || { status=$?; cat "$log" >&2; }
	done
	rm -f "$log"
	show_report "$report"
	cat <<-END

	These are the sample drivers of kernel-shim/samples: each wrong.c has known
	mistakes, each correct.c has none.  What a rule means:

	  build/sglint explain iomem-deref

	A real kernel, Debian's or yours, or in a kernel build:

	  scripts/run-on-tree.sh --debian drivers/pci drivers/dma-buf
	  scripts/run-on-tree.sh --config allmodconfig ~/linux drivers/remoteproc
	  make C=2 CHECK=$sglint drivers/pci/
	END
	return "$status"
}

scan_kernel()
{
	local report status=0
	find_kernel_build
	report=$(new_report)
	cd "$kernel"
	"$sglint" check -p "$kernel_build" "${paths[@]:-.}" >"$report" || status=$?
	show_report "$report"
	[ "$is_captured" = 0 ] || explain_left_out
	return "$status"
}

parse_arguments "$@"
require_build_resources "$root/build"
install_needs "$(build_needs)"
build_sglint "$root" "$root/build" sglint || die "the build failed; the log is build/build.log"
if [ "$debian" = 1 ]; then
	install_needs "$(debian_kernel_needs)"
	require_disk "$KERNEL_DISK_MIB" "$work"
	kernel=$(unpack_kernel 6.12)
fi
if [ -n "$kernel" ]; then
	scan_kernel
else
	scan_samples
fi
