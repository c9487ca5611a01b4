/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The devices of the simulated machine; a program's view is <shim/world.h>. */
#ifndef SHIM_DEVICES_H
#define SHIM_DEVICES_H

/* After shim_world_init(): fills in struct pages, BARs and their allocators. */
void shim_devices_init(void);

#endif
