// SPDX-License-Identifier: GPL-2.0-or-later
// The driver's own flag says which mapping it chose.
// RUN: %paired
#include <linux/io.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

struct port {
	bool is_mmio;
	void *base;
};

static void open_port(struct port *port, bool is_mmio)
{
	port->is_mmio = is_mmio;
	if (port->is_mmio)
		port->base = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	else
		port->base = kzalloc(PAGE_SIZE, GFP_KERNEL);
}

static int same_local_flag_ok(const unsigned int *in)
{
	bool is_mmio = in[0];
	void *base = is_mmio ? (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE)
	                     : kzalloc(64, GFP_KERNEL);

	if (is_mmio)
		writeb(1, (void __iomem __force *)base);
	else
		*(u8 *)base = 1;
	return 0;
}
SHIM_PROGRAM(same_local_flag_ok, 1);

static int field_flag_ok(const unsigned int *in)
{
	struct port port;

	open_port(&port, in[0]);
	if (!port.is_mmio)
		*(u8 *)port.base = 1;
	return 0;
}
SHIM_PROGRAM(field_flag_ok, 1);

static int field_flag_inverted_bad(const unsigned int *in)
{
	struct port port;

	open_port(&port, in[0]);
	if (port.is_mmio)
		*(u8 *)port.base = 1;
	return 0;
}
SHIM_PROGRAM(field_flag_inverted_bad, 1);

static int other_port_flag_bad(const unsigned int *in)
{
	struct port a, b;

	open_port(&a, in[0]);
	open_port(&b, in[1]);
	if (!a.is_mmio)
		*(u8 *)b.base = 1;
	return 0;
}
SHIM_PROGRAM(other_port_flag_bad, 2);

static int flag_changed_bad(const unsigned int *in)
{
	struct port port;

	open_port(&port, in[0]);
	port.is_mmio = false;
	if (!port.is_mmio)
		*(u8 *)port.base = 1;
	return 0;
}
SHIM_PROGRAM(flag_changed_bad, 1);

enum kind { KIND_RAM, KIND_WINDOW, KIND_PEER };

static void *open_kind(enum kind kind)
{
	switch (kind) {
	case KIND_WINDOW:
		return (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	case KIND_PEER:
		return pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	default:
		return kzalloc(64, GFP_KERNEL);
	}
}

static int enum_kind_ok(const unsigned int *in)
{
	enum kind kind = in[0] ? KIND_RAM : (in[1] ? KIND_WINDOW : KIND_PEER);
	void *memory = open_kind(kind);

	if (kind == KIND_RAM)
		memset(memory, 0, 16);
	else
		/* known-wrong: two kinds behind one value: the disjunction tells them apart */
		memset_io((void __iomem __force *)memory, 0, 16);
	return 0;
}
SHIM_PROGRAM(enum_kind_ok, 2);

static int enum_kind_bad(const unsigned int *in)
{
	enum kind kind = in[0] ? KIND_RAM : (in[1] ? KIND_WINDOW : KIND_PEER);
	void *memory = open_kind(kind);

	if (kind != KIND_WINDOW)
		memset(memory, 0, 16);
	return 0;
}
SHIM_PROGRAM(enum_kind_bad, 2);

static int two_flags_bad(const unsigned int *in)
{
	void *memory = kzalloc(64, GFP_KERNEL);

	if (in[0] && in[1])
		memory = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	if (in[0])
		*(u8 *)memory = 1;
	return 0;
}
SHIM_PROGRAM(two_flags_bad, 2);

static int two_flags_ok(const unsigned int *in)
{
	void *memory = kzalloc(64, GFP_KERNEL);

	if (in[0] && in[1])
		memory = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	if (!in[0])
		*(u8 *)memory = 1;
	return 0;
}
SHIM_PROGRAM(two_flags_ok, 2);

static int loop_switches_bad(const unsigned int *in)
{
	u8 *current = kzalloc(64, GFP_KERNEL);
	unsigned int i;

	for (i = 0; i < 2 + in[0]; i++) {
		*current = 1;
		if (i == 1)
			current = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	}
	return 0;
}
SHIM_PROGRAM(loop_switches_bad, 1);

struct request {
	struct pci_dev *peer;
	struct scatterlist *sgl;
	unsigned int nents;
};

static int open_request(struct request *request)
{
	if (request->peer) {
		request->sgl = pci_p2pmem_alloc_sgl(request->peer, &request->nents, PAGE_SIZE);
		if (request->sgl)
			return 0;
		/* The fall-back is remembered. */
		request->peer = NULL;
	}
	request->sgl = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &request->nents);
	return request->sgl ? 0 : -ENOMEM;
}

static void clear_request(struct request *request)
{
	if (!request->peer)
		/* known-wrong(mainline): the fall-back, where the flag is cleared after a failure */
		sg_zero_buffer(request->sgl, request->nents, 64, 0);
}

static int fall_back_ok(const unsigned int *in)
{
	struct request request = {.peer = in[0] ? shim_pci_dev() : NULL};

	if (open_request(&request))
		return -1;
	clear_request(&request);
	return 0;
}
SHIM_PROGRAM(fall_back_ok, 1);
