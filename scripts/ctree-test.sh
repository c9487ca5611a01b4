#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Shows that 'make C=2 CHECK=sglint' followed by 'sglint link' finds what
# 'sglint check' finds, in every way kbuild is used: clang and gcc, O= and in
# place, V=1, W=1, W=e, KCFLAGS, C=1, a module outside the tree, flags that robots
# give to sparse, and places that cannot be written.  Compiles a few directories
# of small configurations in a directory of its own; KERNEL is only read.
#
# usage: ctree-test.sh KERNEL [--sglint PROGRAM] [--work DIR] [--keep]
set -euo pipefail
shopt -s inherit_errexit

readonly DIRECTORIES=(drivers/nvme/host/ drivers/remoteproc/ drivers/ntb/ drivers/video/fbdev/)
readonly OPTIONS=(64BIT MODULES PCI BLOCK BLK_DEV PRINTK MULTIUSER HAS_IOMEM ZONE_DEVICE
	MEMORY_HOTPLUG MEMORY_HOTREMOVE SPARSEMEM_VMEMMAP PCI_P2PDMA NVME_CORE BLK_DEV_NVME REMOTEPROC
	NTB NTB_TRANSPORT FB FB_CIRRUS FB_DEVICE DMADEVICES SMP)

# One directory with findings, for what need not be shown on all.
readonly SMALL=drivers/remoteproc/
# What the kernel test robot passes to sparse.
readonly ROBOT_FLAGS='-fdiagnostic-prefix -D__CHECK_ENDIAN__ -fmax-errors=unlimited -fmax-warnings=unlimited'

here=$(cd "$(dirname "$0")" && pwd)
sglint=${SGLINT:-$here/../build/sglint}
kernel='' work='' keep=0 passed=0 failed=0

usage()
{
	sed -n 's/^# usage: /usage: /p' "$0" >&2
	exit 2
}

while [ $# -gt 0 ]; do
	case $1 in
	--sglint) [ $# -ge 2 ] || usage; sglint=$2; shift ;;
	--work) [ $# -ge 2 ] || usage; work=$2; shift ;;
	--keep) keep=1 ;;
	-*) usage ;;
	*) [ -z "$kernel" ] || usage; kernel=$1 ;;
	esac
	shift
done
[ -n "$kernel" ] || usage
[ -f "$kernel/Kbuild" ] || { echo "ctree-test.sh: '$kernel' is no kernel source" >&2; exit 2; }
[ -x "$sglint" ] || { echo "ctree-test.sh: no program '$sglint'" >&2; exit 2; }
kernel=$(cd "$kernel" && pwd)
sglint=$(realpath "$sglint")
if [ -e "$kernel/.config" ] || [ -d "$kernel/include/config" ]; then
	echo "ctree-test.sh: '$kernel' is configured; a clean source tree is needed" >&2
	exit 2
fi
work=${work:-$(mktemp -d "${TMPDIR:-/tmp}/ctree-test.XXXXXX")}
mkdir -p "$work"
work=$(cd "$work" && pwd)
trap '[ "$keep" = 1 ] || rm -rf "$work"' EXIT

result()
{
	if [ "$1" = ok ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
	echo "$1: $2"
}

# quietly LOG COMMAND...: the log is shown when the command fails
quietly()
{
	local log=$1 status=0
	shift
	"$@" >"$log" 2>&1 </dev/null || status=$?
	[ "$status" = 0 ] || { echo "ctree-test.sh: failed ($status): $*" >&2; tail -20 "$log" >&2; }
	return "$status"
}

# configure NAME SOURCE BUILD MAKE-ARGUMENTS...: a small configuration
configure()
{
	local name=$1 source=$2 build=$3 option
	shift 3
	quietly "$work/$name.config" make -C "$source" "$@" tinyconfig
	for option in "${OPTIONS[@]}"; do
		"$kernel/scripts/config" --file "$build/.config" --enable "$option"
	done
	quietly "$work/$name.config" make -C "$source" "$@" olddefconfig
	quietly "$work/$name.prepare" make -C "$source" "$@" -j2 prepare modules_prepare
}

# What CHECK mode may print: findings, their notes, and nothing else.
is_sglint_message()
{
	grep -vE '^[^ :]+:[0-9]+:[0-9]+: (sglint: )?(warning: .* \[[a-z-]+\]|note: .*)$' "$1"
}

# fingerprints COMMAND...: what it reports, one a line, sorted
fingerprints()
{
	{ "$sglint" "$@" --fingerprints 2>>"$work/sglint.err" || [ $? = 3 ]; } |
		grep -oE 'sglint/v[0-9]+:[0-9a-f]+' | sort
}

# compare NAME BUILD PATH...: the three ways to the same set of findings
compare()
{
	local name=$1 build=$2 lines
	shift 2
	fingerprints check -p "$build" "$@" >"$work/$name.check" || :
	fingerprints link -p "$build" >"$work/$name.link" || :
	lines=$(wc -l <"$work/$name.check")
	if [ "$lines" = 0 ]; then
		result FAILED "$name: 'sglint check' found nothing to compare"
	elif diff "$work/$name.check" "$work/$name.link" >"$work/$name.diff"; then
		result ok "$name: link and check agree on $lines findings"
	else
		result FAILED "$name: link and check differ: $work/$name.diff"
		head -5 "$work/$name.diff"
	fi
}

# make_check NAME COMMAND...: runs make with sglint; stderr holds findings only
make_check()
{
	local name=$1
	shift
	if ! "$@" "C=${CHECK_LEVEL:-2}" CHECK="$sglint" >"$work/$name.out" 2>"$work/$name.err" \
		</dev/null; then
		result FAILED "$name: make failed: $work/$name.err"
	elif is_sglint_message "$work/$name.err" >"$work/$name.other"; then
		result FAILED "$name: messages that are no findings: $work/$name.other"
		head -3 "$work/$name.other"
	else
		result ok "$name: make prints findings only ($(grep -c ' warning: ' "$work/$name.err"))"
	fi
}

remove_images()
{
	find "$1" -name '.*.sgo' -delete
}

# check_tree NAME SOURCE BUILD MAKE-ARGUMENTS...
check_tree()
{
	local name=$1 source=$2 build=$3 variant
	shift 3
	local make=(make -C "$source" "$@" -j2)
	configure "$name" "$source" "$build" "$@"
	# Compile first: what the compiler has to say is not what is tested here.
	quietly "$work/$name.build" "${make[@]}" "${DIRECTORIES[@]}"
	for variant in '' V=1 W=1; do
		remove_images "$build"
		if [ "$variant" = W=1 ]; then
			# W=1 changes every command, so the compiler runs again and warns.
			quietly "$work/$name.W1" "${make[@]}" W=1 "${DIRECTORIES[@]}"
		fi
		make_check "$name${variant:+-$variant}" "${make[@]}" $variant "${DIRECTORIES[@]}"
		compare "$name${variant:+-$variant}" "$build" "${DIRECTORIES[@]}"
	done
}

# expect NAME TEXT COMMAND...: the command succeeds
expect()
{
	local name=$1 text=$2
	shift 2
	if "$@"; then result ok "$name: $text"; else result FAILED "$name: $text"; fi
}

# has_lines N PATTERN FILE
has_lines()
{
	[ "$(grep -cE -e "$2" "$3")" = "$1" ]
}

# check_flags BUILD MAKE...: what make's command line can add
check_flags()
{
	local build=$1 object=${SMALL}remoteproc_debugfs.o
	shift
	remove_images "$build"
	quietly "$work/We.build" "$@" W=e "$SMALL"
	make_check We "$@" W=e "$SMALL"
	compare We "$build" "$SMALL"
	remove_images "$build"
	quietly "$work/kcflags.build" "$@" KCFLAGS=-DCTREE_TEST=1 "$SMALL"
	make_check kcflags "$@" KCFLAGS=-DCTREE_TEST=1 "$SMALL"
	compare kcflags "$build" "$SMALL"
	remove_images "$build"
	find "$build/$SMALL" -name '*.o' -delete
	CHECK_LEVEL=1 make_check C1 "$@" "$SMALL"
	compare C1 "$build" "$SMALL"
	CHECK_LEVEL=1 make_check C1-again "$@" "$SMALL"
	expect C1-again 'what is up to date is not checked' has_lines 0 . "$work/C1-again.err"
	make_check robot "$@" "CF=$ROBOT_FLAGS" "$SMALL"
	compare robot "$build" "$SMALL"
	expect robot 'each finding has the prefix' \
		has_lines "$(wc -l <"$work/robot.check")" ': sglint: warning: ' "$work/robot.err"
	if "$@" C=2 CHECK="$sglint" CF=--sg-error "$object" >"$work/error.out" 2>&1; then
		result FAILED 'error: CF=--sg-error does not stop make'
	else
		expect error 'CF=--sg-error stops make' grep -q 'remoteproc_debugfs.o\] Error 1' \
			"$work/error.out"
	fi
	quietly "$work/error.build" "$@" "$SMALL"
}

# check_places BUILD MAKE...: where the units' files go, or cannot go
check_places()
{
	local build=$1 units
	shift
	remove_images "$build"
	units=$(find "$build/$SMALL" -name '.*.o.cmd' -exec grep -l -e '-D__KERNEL__.*\.c' {} + | wc -l)
	SGLINT_DIR=$work/images make_check directory "$@" "$SMALL"
	expect directory 'nothing is left beside the objects' \
		test -z "$(find "$build" -name '.*.sgo')"
	SGLINT_DIR=$work/images compare directory "$build" "$SMALL"
	SGLINT_DIR=/proc/sglint "$@" C=2 CHECK="$sglint" "$SMALL" >"$work/readonly.out" \
		2>"$work/readonly.err" || result FAILED "readonly: make failed: $work/readonly.err"
	expect readonly 'each unit warns once, and findings are shown' test \
		"$(grep -c "^sglint: warning: .*/$SMALL" "$work/readonly.err") $(grep -c '\]$' "$work/readonly.err")" \
		= "$units $(grep -c '\]$' "$work/directory.err")"
}

# check_jobserver BUILD: 'sglint check' as a recipe shares make's jobs
check_jobserver()
{
	printf 'all:\n\t+@%s check --fingerprints -p %s %s\n' "$sglint" "$1" "$SMALL" >"$work/jobs.mk"
	make -j2 -f "$work/jobs.mk" 2>"$work/jobs.err" | grep -oE 'sglint/v[0-9]+:[0-9a-f]+' |
		sort >"$work/jobs.found" || :
	expect jobserver 'check in a recipe of make -j2 finds the same' \
		diff "$work/directory.check" "$work/jobs.found"
}

check_options()
{
	local build=$1
	shift
	local make=(make -C "$kernel" "$@" -j2)
	check_flags "$build" "${make[@]}"
	check_places "$build" "${make[@]}"
	check_jobserver "$build"
}

write_module()
{
	mkdir -p "$1"
	cat >"$1/Makefile" <<-'END'
	obj-m := ctree_test.o
	END
	cat >"$1/ctree_test.c" <<-'END'
	// SPDX-License-Identifier: GPL-2.0-or-later
	/* A module with one known mistake: a register read without an accessor. */
	#include <linux/io.h>
	#include <linux/module.h>

	static int __init ctree_test_init(void)
	{
		void __iomem *base = ioremap(0xfed00000, 64);
		u32 *id;

		if (!base)
			return -ENOMEM;
		id = (u32 __force *)base;
		pr_info("id %x\n", *id);
		iounmap(base);
		return 0;
	}
	module_init(ctree_test_init);

	MODULE_DESCRIPTION("one register read without an accessor");
	MODULE_LICENSE("GPL");
	END
}

# check_module NAME SOURCE BUILD MAKE-ARGUMENTS...: M= against a prepared tree
check_module()
{
	local name=$1 source=$2 module=$work/$1
	shift 3
	write_module "$module"
	local make=(make -C "$source" "$@" "M=$module" KBUILD_MODPOST_WARN=1)
	quietly "$work/$name.build" "${make[@]}" modules
	make_check "$name" "${make[@]}" ctree_test.o
	if grep -q 'ctree_test.c:14:.*\[iomem-deref\]' "$work/$name.err"; then
		result ok "$name: make C=2 finds the mistake"
	else
		result FAILED "$name: make C=2 does not find the mistake: $work/$name.err"
	fi
	compare "$name" "$module" "$module/ctree_test.c"
}

check_tree clang "$kernel" "$work/clang-build" O="$work/clang-build" LLVM=-19
check_module clang-module "$kernel" "$work/clang-build" O="$work/clang-build" LLVM=-19
check_options "$work/clang-build" O="$work/clang-build" LLVM=-19
check_tree gcc "$kernel" "$work/gcc-build" O="$work/gcc-build"
check_module gcc-module "$kernel" "$work/gcc-build" O="$work/gcc-build"

# In place: a copy of links; kbuild writes new files and never through old ones.
cp -al "$kernel" "$work/inplace" 2>/dev/null || cp -a "$kernel" "$work/inplace"
check_tree inplace "$work/inplace" "$work/inplace" LLVM=-19
check_module inplace-module "$work/inplace" "$work/inplace" LLVM=-19

[ "$failed" = 0 ] || keep=1
[ "$keep" = 0 ] || echo "logs: $work"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
