// SPDX-License-Identifier: GPL-2.0-or-later
// A file operation that hands the window to user space.
// RUN: %check
#include <linux/fs.h>
#include <linux/io.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

struct flash {
	void *window;
};

static int flash_open(struct inode *inode, struct file *file)
{
	struct flash *flash = kzalloc(sizeof(*flash), GFP_KERNEL);

	if (!flash)
		return -ENOMEM;
	flash->window = (void __force *)ioremap(0xf0000000, 4096);
	file->private_data = flash;
	return 0;
}

static ssize_t flash_read(struct file *file, char __user *buf, size_t count, loff_t *ppos)
{
	struct flash *flash = file->private_data;

	return simple_read_from_buffer(buf, count, ppos, flash->window, 4096);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

const struct file_operations flash_bad_fops = {
	.open = flash_open,
	.read = flash_read,
};
