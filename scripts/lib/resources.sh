# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Disk, memory and processors of this machine.

# One compiler job on a file that includes Clang's headers; rounded up.
JOB_MIB=1200

# memory_mib: what can be used now, within a container's limit
memory_mib()
{
	local available limit=
	available=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo)
	if [ -r /sys/fs/cgroup/memory.max ]; then
		limit=$(cat /sys/fs/cgroup/memory.max)
	fi
	case $limit in
	'' | max) ;;
	*)
		limit=$((limit / 1048576))
		[ "$limit" -ge "$available" ] || available=$limit
		;;
	esac
	echo "$available"
}

# build_jobs: as many as the processors and the memory allow
build_jobs()
{
	local jobs processors
	processors=$(nproc)
	jobs=$(($(memory_mib) / JOB_MIB))
	[ "$jobs" -ge 1 ] || jobs=1
	[ "$jobs" -le "$processors" ] || jobs=$processors
	echo "$jobs"
}

# require_memory MIB
require_memory()
{
	local available
	available=$(memory_mib)
	[ "$available" -ge "$1" ] || die "$1 MiB of memory are needed, $available MiB are free"
}

# require_disk MIB DIRECTORY
require_disk()
{
	local available directory=$2
	while [ ! -d "$directory" ]; do
		directory=$(dirname "$directory")
	done
	available=$(df -Pm "$directory" | awk 'NR == 2 { print $4 }')
	[ "$available" -ge "$1" ] || die "$1 MiB are needed on '$directory', $available MiB are free"
}
