# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Building sglint.

BUILD_DISK_MIB=500
BUILD_MEMORY_MIB=1000

# require_build_resources BUILD
require_build_resources()
{
	require_disk "$BUILD_DISK_MIB" "$1"
	require_memory "$BUILD_MEMORY_MIB"
}

# build_sglint SOURCE BUILD TARGET [CMAKE-ARGUMENT...]: configures and builds 'all'
# and TARGET, quietly
build_sglint()
{
	local source=$1 build=$2 target=$3 jobs
	shift 3
	jobs=$(build_jobs)
	mkdir -p "$build"
	say "Building in '$build' with $jobs jobs"
	quietly "$build/configure.log" cmake -S "$source" --preset release -B "$build" "$@" &&
		quietly "$build/build.log" cmake --build "$build" --target all "$target" -j "$jobs"
}
