/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Clang's names for the architectures of the kernel. */
#ifndef SG_DRIVER_TARGET_H
#define SG_DRIVER_TARGET_H

/*
 * The target triple for an architecture, by whichever of its names: as ARCH=
 * or arch/ has it ("x86", "arm64"), or as a compiler is called after it
 * ("aarch64-linux-gnu-gcc").  NULL: none of those.  Word size and byte order
 * that differ from the triple are up to -m32, -mbig-endian and the like.
 */
const char *sg_target_triple(const char *name);

#endif
