/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the process owes to whoever started it. */
#ifndef SG_DRIVER_PROCESS_H
#define SG_DRIVER_PROCESS_H

/*
 * To be called first: makes sure that descriptors 0 to 2 are taken, so that no
 * file lands there, that writing to a closed pipe or past a file size limit
 * fails instead of killing, and that a crash of this process (not of its
 * children, which their parent looks after) ends with SG_EXIT_INTERNAL.
 */
void sg_process_prepare(void);

#endif
