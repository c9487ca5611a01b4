// SPDX-License-Identifier: GPL-2.0-or-later
// A block target with a peer: the mistakes of the wrong one, and silence on the correct one.
// RUN: %check-sample p2p-target %s
#ifndef PART
#define PART "../../../kernel-shim/samples/p2p-target/correct.c"
#endif
#include PART

#include <shim/program.h>
#include <shim/world.h>

static void execute(enum target_opcode opcode, bool is_peer, bool is_reachable)
{
	struct target_request req = {
		.dma_dev = is_reachable ? shim_device() : shim_unreachable_device(),
		.p2p_dev = is_peer ? shim_pci_dev() : NULL,
		.transfer_len = 2 * PAGE_SIZE,
		.opcode = opcode,
	};

	target_execute(&req);
}

int transfer(const unsigned int *in)
{
	execute(TARGET_WRITE, in[0], in[1]);
	return 0;
}
SHIM_PROGRAM(transfer, 2);

int answers(const unsigned int *in)
{
	execute(in[1] ? TARGET_REPORT : TARGET_ZERO, in[0], true);
	return 0;
}
SHIM_PROGRAM(answers, 2);
