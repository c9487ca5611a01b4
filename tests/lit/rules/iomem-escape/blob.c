// SPDX-License-Identifier: GPL-2.0-or-later
// A blob is read by the core that it is handed to.
// RUN: %check
#include <linux/debugfs.h>
#include <linux/io.h>
#include <linux/seq_file.h>

struct debug {
	struct debugfs_blob_wrapper blob;
	struct debugfs_regset32 regset;
};

void blob_bad(struct debug *debug, struct dentry *dir, void __iomem *base)
{
	debug->blob.data = (void __force *)base;
	debug->blob.size = 64;
	debugfs_create_blob("window", 0400, dir, &debug->blob);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

void blob_ok(struct debug *debug, struct dentry *dir, void *copy)
{
	debug->blob.data = copy;
	debug->blob.size = 64;
	debugfs_create_blob("copy", 0400, dir, &debug->blob);
}

void regset_ok(struct debug *debug, struct dentry *dir, void __iomem *base)
{
	debug->regset.base = base;
	debugfs_create_regset32("regs", 0400, dir, &debug->regset);
}

void seq_write_bad(struct seq_file *m, void __iomem *base)
{
	seq_write(m, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}
