// SPDX-License-Identifier: GPL-2.0-or-later
/* Reading and writing files: copies between user memory and a driver's buffer. */
#include "internal.h"

#include <linux/fs.h>
#include <linux/seq_file.h>
#include <linux/uaccess.h>

/* How much of the request lies inside the buffer; negative: an error. */
static ssize_t part(size_t count, loff_t pos, size_t available)
{
	if (pos < 0)
		return -EINVAL;
	if ((size_t)pos >= available)
		return 0;
	return (ssize_t)min_t(size_t, count, available - (size_t)pos);
}

static ssize_t done(loff_t *ppos, ssize_t wanted, unsigned long left)
{
	ssize_t copied = wanted - (ssize_t)left;

	if (wanted && !copied)
		return -EFAULT;
	*ppos += copied;
	return copied;
}

ssize_t simple_read_from_buffer(void __user *to, size_t count, loff_t *ppos, const void *from,
                                size_t available)
{
	ssize_t wanted = part(count, *ppos, available);

	if (wanted <= 0)
		return wanted;
	return done(ppos, wanted, copy_to_user(to, (const char *)from + *ppos, (size_t)wanted));
}

ssize_t simple_write_to_buffer(void *to, size_t available, loff_t *ppos, const void __user *from,
                               size_t count)
{
	ssize_t wanted = part(count, *ppos, available);

	if (wanted <= 0)
		return wanted;
	return done(ppos, wanted, copy_from_user((char *)to + *ppos, from, (size_t)wanted));
}

int simple_open(struct inode *inode, struct file *file)
{
	if (inode->i_private)
		file->private_data = inode->i_private;
	return 0;
}

/* What is written goes nowhere, but it is read. */
int seq_write(struct seq_file *seq, const void *data, size_t len)
{
	(void)seq;
	return shim_is_plain(data, len) ? 0 : -EFAULT;
}

void seq_puts(struct seq_file *m, const char *s)
{
	(void)m;
	shim_is_plain_string(s);
}
