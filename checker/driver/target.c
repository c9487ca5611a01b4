// SPDX-License-Identifier: GPL-2.0-or-later
/* The triples are those of the kernel's scripts/Makefile.clang. */
#include "driver/target.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *prefix; /* of the name; the first that fits counts */
	const char *triple;
} targets[] = {
	{"x86", "x86_64-linux-gnu"},      {"i386", "x86_64-linux-gnu"},
	{"i486", "x86_64-linux-gnu"},     {"i586", "x86_64-linux-gnu"},
	{"i686", "x86_64-linux-gnu"},     {"arm64", "aarch64-linux-gnu"},
	{"aarch64", "aarch64-linux-gnu"}, {"arm", "arm-linux-gnueabi"},
	{"riscv", "riscv64-linux-gnu"},   {"powerpc", "powerpc64le-linux-gnu"},
	{"ppc", "powerpc64le-linux-gnu"}, {"s390", "s390x-linux-gnu"},
	{"mips", "mipsel-linux-gnu"},     {"loongarch", "loongarch64-linux-gnusf"},
	{"sparc", "sparc64-linux-gnu"},   {"hexagon", "hexagon-linux-musl"},
};

const char *sg_target_triple(const char *name)
{
	for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
		if (strncmp(name, targets[i].prefix, strlen(targets[i].prefix)) == 0)
			return targets[i].triple;
	}
	return NULL;
}
