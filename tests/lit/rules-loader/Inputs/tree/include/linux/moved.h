/* SPDX-License-Identifier: GPL-2.0-or-later */
void writel(unsigned int value, void *address);
