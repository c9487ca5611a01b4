// SPDX-License-Identifier: GPL-2.0-or-later
// An importer of buffers: the wrong one's mistakes, and silence on the correct one.
// RUN: %check-sample dmabuf-importer %s
#ifndef PART
#define PART "../../../kernel-shim/samples/dmabuf-importer/correct.c"
#endif
#include PART

#include <shim/program.h>
#include <shim/world.h>

int import(const unsigned int *in)
{
	static struct import import;

	return import_buffer(&import, shim_device(), (int)in[0]);
}
SHIM_PROGRAM(import, 1);
