/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Waiting. */
#ifndef SHIM_LINUX_DELAY_H
#define SHIM_LINUX_DELAY_H

void udelay(unsigned long usecs);
void msleep(unsigned int msecs);
void usleep_range(unsigned long min, unsigned long max);

#endif
