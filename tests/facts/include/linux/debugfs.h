/* SPDX-License-Identifier: GPL-2.0-or-later */
struct debugfs_blob_wrapper {
	void *data;
	unsigned long size;
};

struct debugfs_regset32 {
	void *regs;
	int nregs;
	void __iomem *base;
};
