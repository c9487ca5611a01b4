// SPDX-License-Identifier: GPL-2.0-or-later
// A loader of firmware: the wrong one's mistakes, and silence on the correct one.
// RUN: %check-sample rproc-loader %s
#ifndef PART
#define PART "../../../kernel-shim/samples/rproc-loader/correct.c"
#endif
#include PART

#include <shim/program.h>
#include <shim/world.h>

static const struct {
	struct segment_header headers[3];
	u8 code[16];
} image = {
	.headers =
		{
			{.da = SHIM_RPROC_RAM, .offset = sizeof(image.headers), .size = 16},
			{.da = SHIM_RPROC_IO, .offset = sizeof(image.headers), .size = 16},
		},
	.code = "code",
};
static const struct firmware firmware = {.size = sizeof(image), .data = (const u8 *)&image};

int load(const unsigned int *in)
{
	(void)in;
	return load_firmware(shim_rproc(), &firmware);
}
SHIM_PROGRAM(load, 0);

int load_tcm(const unsigned int *in)
{
	struct rproc *rproc =
		devm_rproc_alloc(shim_device(), "tcm", &tcm_ops, NULL, sizeof(struct tcm));
	struct tcm *tcm = rproc->priv;

	tcm->base = ioremap(SHIM_BAR0, SHIM_BAR_SIZE);
	tcm->size = SHIM_BAR_SIZE;
	return in[0] ? (int)tcm_boot_word(rproc) : load_firmware(rproc, &firmware);
}
SHIM_PROGRAM(load_tcm, 1);
