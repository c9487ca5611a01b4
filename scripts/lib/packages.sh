# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# What the scripts need from the system, found by looking for the things
# themselves: where nothing is missing no package manager is called.

LLVM_VERSION=19

# need_* PROBE-ARGUMENTS: true when it is there
need_command()
{
	command -v "$1" >/dev/null
}

need_header()
{
	need_command cc && echo "#include <$1>" | cc -E -x c - >/dev/null 2>&1
}

need_llvm_file()
{
	local root
	root=$("llvm-config-$LLVM_VERSION" "$1" 2>/dev/null) && [ -e "$root/$2" ]
}

need_python_module()
{
	need_command python3 && python3 -c "import $1" 2>/dev/null
}

need_file()
{
	[ -e "$1" ]
}

# One need a line: Debian package, probe, its arguments.
build_needs()
{
	cat <<-END
	g++ need_command c++
	cmake need_command cmake
	ninja-build need_command ninja
	python3 need_command python3
	clang-$LLVM_VERSION need_command clang-$LLVM_VERSION
	llvm-$LLVM_VERSION-dev need_command llvm-config-$LLVM_VERSION
	libclang-$LLVM_VERSION-dev need_llvm_file --includedir clang/Tooling/Tooling.h
	llvm-$LLVM_VERSION-tools need_llvm_file --prefix build/utils/lit/lit.py
	libyaml-dev need_header yaml.h
	libjansson-dev need_header jansson.h
	libxxhash-dev need_header xxhash.h
	END
}

# What the tests of 'check.sh --full' use on top.
full_needs()
{
	cat <<-END
	mandoc need_command mandoc
	python3-yaml need_python_module yaml
	sparse need_command sparse
	shellcheck need_command shellcheck
	gcc need_command gcc
	python3-jsonschema need_python_module jsonschema
	npm need_command npm
	chromium need_command chromium
	END
	debian_kernel_needs
	kernel_needs
}

debian_kernel_needs()
{
	echo linux-source-6.12 need_file /usr/src/linux-source-6.12.tar.xz
	echo xz-utils need_command xz
}

# What configuring a kernel and preparing its headers takes.
kernel_needs()
{
	cat <<-END
	make need_command make
	flex need_command flex
	bison need_command bison
	bc need_command bc
	libelf-dev need_header libelf.h
	libssl-dev need_header openssl/ssl.h
	cpio need_command cpio
	openssl need_command openssl
	perl need_command perl
	python3 need_command python3
	clang-$LLVM_VERSION need_command clang-$LLVM_VERSION
	kmod need_command kmod
	xz-utils need_command xz
	lld-$LLVM_VERSION need_command ld.lld-$LLVM_VERSION
	llvm-$LLVM_VERSION need_command llvm-ar-$LLVM_VERSION
	END
}

# missing_packages: filters the needs on stdin to the packages that are missing
missing_packages()
{
	local package probe arguments
	while read -r package probe arguments; do
		# shellcheck disable=SC2086  # a probe's arguments are words
		"$probe" $arguments || echo "$package"
	done | sort -u
}

# apt_size PACKAGE...: apt's own sentences on download and disk size
apt_size()
{
	local said
	# With --assume-no it always fails.
	said=$(LC_ALL=C apt-get -o Debug::NoLocking=1 --assume-no --no-install-recommends \
		install "$@" 2>/dev/null) || true
	grep -E '^(Need to get|After this operation)' <<<"$said" ||
		echo "The size is not known: apt has no package lists, or no such package."
}

# as_root COMMAND...
as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# may_install LINE: returns when it may; without a way to, ends with the line
may_install()
{
	[ "$(id -u)" = 0 ] && return
	need_command sudo || die "not root, and no sudo; run as root: $1"
	confirm 'Run it with sudo?' || die "nothing was installed; run as root: $1"
}

# install_needs NEEDS: installs what is missing of them
install_needs()
{
	local packages line
	mapfile -t packages < <(missing_packages <<<"$1")
	[ "${#packages[@]}" != 0 ] || return 0
	line="apt-get install --no-install-recommends ${packages[*]}"
	say "Missing: ${packages[*]}"
	say "  $line"
	if [ ! -e /etc/debian_version ] || ! need_command apt-get; then
		die "this is no Debian; install what corresponds to these packages"
	fi
	# Root can bring the lists up to date before it says how much it will be.
	[ "$(id -u)" != 0 ] || apt-get update -qq >&2 || die "no package lists; run as root: $line"
	say "$(apt_size "${packages[@]}")"
	may_install "$line"
	[ "$(id -u)" = 0 ] || sudo apt-get update -qq >&2 || die "no package lists; run as root: $line"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
		"${packages[@]}" >&2 </dev/null || die "installing failed; run as root: $line"
	mapfile -t packages < <(missing_packages <<<"$1")
	[ "${#packages[@]}" = 0 ] || die "still missing after the installation: ${packages[*]}"
}
