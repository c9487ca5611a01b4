/* SPDX-License-Identifier: GPL-2.0-or-later */
void *ioremap(unsigned long address, unsigned long size);
void memcpy_toio(void *to, const void *from, unsigned long size);
void memset_io(void); /* ioremap_uc() stands in a comment only */
