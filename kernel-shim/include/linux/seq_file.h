/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text files made record by record. */
#ifndef SHIM_LINUX_SEQ_FILE_H
#define SHIM_LINUX_SEQ_FILE_H

#include <linux/fs.h>

struct seq_file {
	void *private;
};

__printf(2, 3) void seq_printf(struct seq_file *m, const char *format, ...);
int seq_write(struct seq_file *seq, const void *data, size_t len);
void seq_puts(struct seq_file *m, const char *s);

#endif
