#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Captures the compile flags of a kernel tree without compiling it.
#
# usage: capture-flags.sh KERNEL OUTDIR [options] [PATH...]
#
# Configures the kernel source KERNEL in the new directory OUTDIR and lets kbuild
# write the .cmd files of all units, or of those of each PATH (a directory or a .c
# file of KERNEL), as a build with LLVM=-19 does; but kernel objects are not
# compiled, they are empty.  OUTDIR is therefore nothing to go on building in.
# Started again with the same arguments, it goes on where it was interrupted;
# with other PATHs, it adds these.
#
# It runs the Makefiles and scripts of KERNEL with your rights: use a sandbox for
# a tree that you do not trust.  It writes to OUTDIR only.
#
#   --config TARGET  make target such as allmodconfig, or a .config file
#                    (default: defconfig)
#   --arch ARCH      as for make: x86, arm64, riscv, ... (default: this machine's)
#   -j JOBS          jobs of make (default: one for each processor)
#
# Exit status: 0 all units are captured; 1 all but those that are named;
# 2 nothing is, and why.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib/messages.sh
. "$here/lib/messages.sh"
# shellcheck source-path=SCRIPTDIR source=lib/packages.sh
. "$here/lib/packages.sh"
# shellcheck source-path=SCRIPTDIR source=lib/resources.sh
. "$here/lib/resources.sh"

# Taken on Linux 6.12: 270 MiB for x86 allmodconfig, 40 of them for no unit at all.
TREE_DISK_MIB=500
PATHS_DISK_MIB=150

kernel='' outdir='' config=defconfig arch='' jobs=$(nproc)
paths=() goals=()

parse_arguments()
{
	while [ $# -gt 0 ]; do
		case $1 in
		--config | --arch | -j)
			[ $# -ge 2 ] || die "option '$1' needs an argument"
			case $1 in
			--config) config=$2 ;;
			--arch) arch=$2 ;;
			-j) jobs=$2 ;;
			esac
			shift
			;;
		-h | --help) usage; exit 0 ;;
		-*) die "unknown option '$1'; see --help" ;;
		*) paths+=("$1") ;;
		esac
		shift
	done
	[ "${#paths[@]}" -ge 2 ] || die "needs a kernel source tree and a directory to write; see --help"
	[[ $jobs =~ ^[1-9][0-9]*$ ]] || die "'$jobs' is no number of jobs"
	kernel=$(realpath -e -- "${paths[0]}" 2>/dev/null) || die "there is no '${paths[0]}'"
	outdir=$(realpath -m -- "${paths[1]}")
	paths=("${paths[@]:2}")
	[ ! -f "$config" ] || config=$(realpath -- "$config")
	[ -n "$arch" ] ||
		arch=$(uname -m | sed -e 's/x86_64\|i.86/x86/' -e 's/aarch64/arm64/' -e 's/riscv.*/riscv/')
}

check_source()
{
	local version arch_dir=$arch
	[ -f "$kernel/scripts/Makefile.build" ] || die "'$kernel' is no kernel source tree"
	[[ $outdir/ != "$kernel"/* ]] ||
		die "'$outdir' is in the source tree, which is never written to"
	[[ $kernel$outdir != *[[:space:]:]* ]] ||
		die "kbuild takes no blank and no colon in paths: '$kernel', '$outdir'"
	[[ $arch != x86_64 && $arch != i386 ]] || arch_dir=x86
	[ -f "$kernel/arch/$arch_dir/Makefile" ] || die "'$kernel' has no architecture '$arch'"
	version=$(awk '/^VERSION =/ { v = $3 } /^PATCHLEVEL =/ { print v * 100 + $3; exit }' \
		"$kernel/Makefile")
	[ "$version" -ge 518 ] ||
		die "the Makefile of '$kernel' is older than LLVM=-$LLVM_VERSION, which came in 5.18"
	if [ -f "$kernel/.config" ] || [ -d "$kernel/include/config" ] ||
		[ -d "$kernel/arch/$arch_dir/include/generated" ]; then
		die "'$kernel' has been configured or built in: use another copy of it, or clean it" \
			"with 'make -C $kernel ARCH=$arch mrproper'"
	fi
}

check_needs()
{
	local packages
	packages=$(kernel_needs | missing_packages | paste -s -d ' ')
	[ -z "$packages" ] || die "missing: apt-get install $packages"
	require_disk "$([ "${#paths[@]}" = 0 ] && echo "$TREE_DISK_MIB" || echo "$PATHS_DISK_MIB")" \
		"$outdir"
}

# Sets the make goals of the paths; '.' is kbuild's own name for the whole tree.
set_goals()
{
	local path full
	for path in ${paths[@]+"${paths[@]}"}; do
		full=$(realpath -e -- "$kernel/${path#"$kernel/"}" 2>/dev/null) || full=''
		if [ "$full" = "$kernel" ]; then
			goals=(.)
			return
		elif [[ -d $full && $full == "$kernel"/* ]]; then
			goals+=("${full#"$kernel/"}/")
		elif [[ $full == "$kernel"/*.c ]]; then
			full=${full#"$kernel/"}
			goals+=("${full%.c}.o")
		else
			die "'$path' is no directory and no .c file of '$kernel'"
		fi
	done
	[ "${#goals[@]}" != 0 ] || goals=(.)
}

# A directory belongs to one set of arguments and one run at a time.
claim_outdir()
{
	local stamp=$outdir/.capture/arguments wanted="$kernel --config $config --arch $arch" lock
	if [ ! -f "$stamp" ]; then
		[ -z "$(ls -A "$outdir" 2>/dev/null)" ] ||
			die "'$outdir' is not empty and was not made by this script"
		mkdir -p "$outdir/.capture/bin" || die "unable to write '$outdir'"
		echo "$wanted" >"$stamp" || die "unable to write '$stamp'"
	fi
	[ "$(cat "$stamp")" = "$wanted" ] ||
		die "'$outdir' is for '$(cat "$stamp")': use another directory"
	exec {lock}>"$outdir/.capture/lock"
	flock -n "$lock" || die "a capture into '$outdir' is still running"
}

run_make()
{
	make -C "$kernel" O="$outdir" ARCH="$arch" LLVM="-$LLVM_VERSION" -j "$jobs" "$@"
}

configure()
{
	if [ -f "$config" ]; then
		cp -- "$config" "$outdir/.config"
		run_make olddefconfig
	else
		run_make "$config"
	fi
}

# once STEP COMMAND...
once()
{
	local step=$1
	shift
	[ ! -e "$outdir/.capture/$step.done" ] || return 0
	say "$step: runs the tree's Makefiles"
	quietly "$outdir/.capture/$step.log" "$@" || exit 2
	touch "$outdir/.capture/$step.done"
}

# Stand-ins go by the tools' names: so the .cmd files say what a build's say.
make_standins()
{
	local bin=$outdir/.capture/bin tool
	quietly "$outdir/.capture/standin.log" "clang-$LLVM_VERSION" -std=gnu11 -O2 -D_GNU_SOURCE \
		-static -o "$bin/standin" "$here/capture/standin.c" || exit 2
	for tool in clang ld.lld llvm-ar llvm-nm llvm-objcopy llvm-objdump llvm-readelf llvm-strip; do
		ln -sf standin "$bin/$tool-$LLVM_VERSION"
	done
}

# -k: a unit that cannot be made here must not stop the others.
# objtool is named by its path; it would see placeholders only.
capture()
{
	local -x STANDIN_PATH=$PATH
	local -x PATH=$outdir/.capture/bin:$STANDIN_PATH
	run_make -k KBUILD_MODULES=1 objtool=true "${goals[@]}"
}

count_units()
{
	find "$outdir" -path "$outdir/scripts" -prune -o -path "$outdir/tools" -prune -o \
		-name '.*.o.cmd' -exec grep -l -e '-D__KERNEL__.*\.c *\(;.*\)\?$' {} + | wc -l
}

# Directories fail because a file in them did: only the files are named.
report_failures()
{
	local log=$1 failed
	failed=$(sed -n 's/^make\[.*\*\*\* \[.*: \([^] ]*[^] ./]\.[A-Za-z]*\)\] Error.*/\1/p' "$log" | sort -u)
	if [ -z "$failed" ]; then
		tail -n 20 "$log" >&2
		die "the capture failed; the log is '$log'"
	fi
	say "$(wc -l <<<"$failed") could not be made (why: '$log'):"
	say "$failed"
	exit 1
}

parse_arguments "$@"
check_source
set_goals
check_needs
claim_outdir
say "$kernel: configuration $config for $arch in '$outdir'"
once configure configure
once prepare run_make prepare modules_prepare
make_standins
say "capture: runs the tree's Makefiles for ${goals[*]}"
status=0
capture >"$outdir/.capture/capture.log" 2>&1 </dev/null || status=$?
say "$(count_units) units in '$outdir'"
[ "$status" = 0 ] || report_failures "$outdir/.capture/capture.log"
