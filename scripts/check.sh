#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Builds sglint and runs its tests.  What is missing is installed after it has
# been named.  The last line is 'N passed, N failed'.
#
# usage: check.sh [--full] [--yes] [--build-dir DIR]
#
#   --full           all tests: also those with sparse, shellcheck, the sanitizers,
#                    a browser, two npm packages and a kernel tree
#   --yes            install what is missing without asking
#   --build-dir DIR  build there instead of in build/
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
# shellcheck source-path=SCRIPTDIR source=lib/npm.sh
. "$here/lib/npm.sh"

full=0
build=$root/build
while [ $# -gt 0 ]; do
	case $1 in
	--full) full=1 ;;
	--yes) export SGLINT_YES=1 ;;
	--build-dir) [ $# -ge 2 ] || die "option '--build-dir' needs a directory"; build=$2; shift ;;
	-h | --help) usage; exit 0 ;;
	*) die "unknown argument '$1'; see --help" ;;
	esac
	shift
done

passed=0 failed=0

finish()
{
	echo "$passed passed, $failed failed"
	[ "$failed" = 0 ] || exit 1
	exit 0
}

# count WORD FILE: the number before WORD in a last line 'N passed, N failed'
count()
{
	tail -n 1 "$2" | grep -oE "[0-9]+ $1" | cut -d ' ' -f 1
}

# add_results FILE: adds the numbers of its last line; without one it failed
add_results()
{
	local good bad
	if good=$(count passed "$1") && bad=$(count failed "$1"); then
		passed=$((passed + good))
		failed=$((failed + bad))
	else
		failed=$((failed + 1))
	fi
}

# build_or_finish BUILD CMAKE-ARGUMENT...: a build that fails is a failed test
build_or_finish()
{
	local build_directory=$1
	shift
	build_sglint "$root" "$build_directory" test-programs "$@" && return
	failed=$((failed + 1))
	finish
}

# run_lit BUILD: the suite on one build
run_lit()
{
	local llvm_prefix results=$1/lit-results.json output=$1/lit-summary.txt
	llvm_prefix=$("llvm-config-$LLVM_VERSION" --prefix)
	rm -f "$results"
	python3 "$llvm_prefix/build/utils/lit/lit.py" -sv --ignore-fail -o "$results" \
		-j "$(nproc)" "$1/tests/lit" || true
	python3 "$root/tests/lit/summary.py" "$results" "$root/tests/lit" >"$output" || true
	sed '$d' "$output" # the sum of all is the last line of this script
	add_results "$output"
}

# captured_unit KERNEL ARCH CONFIG: prints a build directory with the flags of one unit of it
captured_unit()
{
	local directory
	directory=$(cache_directory)/test-flags-$2
	"$here/capture-flags.sh" "$1" "$directory" --arch "$2" --config "$3" lib/scatterlist.c >&2
	echo "$directory"
}

# The tests that need more than the build: sanitizers and real kernel builds.
run_full()
{
	local kernel output=$build/ctree-test.txt
	build_or_finish "$build-asan" -DCMAKE_BUILD_TYPE=Debug -DSGLINT_SANITIZE=ON
	run_lit "$build-asan"
	kernel=$(unpack_kernel 6.12)
	"$here/ctree-test.sh" "$kernel" --sglint "$build/sglint" | tee "$output" || true
	add_results "$output"
}

require_build_resources "$build"
if [ "$full" = 1 ]; then
	say "--full adds the tests with sparse, shellcheck, AddressSanitizer, a browser and a kernel tree."
	require_disk "$KERNEL_DISK_MIB" "$(cache_directory)"
	install_needs "$(build_needs; full_needs)"
	kernel_tree=$(unpack_kernel 6.12)
	flags_x86=$(captured_unit "$kernel_tree" x86 allmodconfig)
	flags_arm64=$(captured_unit "$kernel_tree" arm64 defconfig)
	build_or_finish "$build" -DSGLINT_KERNEL_TREE="$kernel_tree" \
		-DSGLINT_KERNEL_X86="$flags_x86" -DSGLINT_KERNEL_ARM64="$flags_arm64" \
		-DSGLINT_NPM="$(npm_directory)"
else
	install_needs "$(build_needs)"
	build_or_finish "$build"
fi
run_lit "$build"
[ "$full" = 0 ] || run_full
finish
