// SPDX-License-Identifier: GPL-2.0-or-later
// Copies to and from user space touch the kernel's side.
// RUN: %check
#include <linux/fs.h>
#include <linux/io.h>
#include <linux/uaccess.h>
#include <linux/uio.h>

unsigned long copy_to_user_bad(void __user *buf, void __iomem *base)
{
	return copy_to_user(buf, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

unsigned long copy_from_user_bad(const void __user *buf, void __iomem *base)
{
	return copy_from_user((void __force *)base, buf, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

ssize_t simple_read_bad(void __user *buf, loff_t *pos, void __iomem *base)
{
	return simple_read_from_buffer(buf, 64, pos, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

size_t copy_to_iter_bad(struct iov_iter *to, void __iomem *base)
{
	return copy_to_iter((void __force *)base, 64, to);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

unsigned long copy_bounce_ok(void __user *buf, void __iomem *base)
{
	u8 bounce[64];

	memcpy_fromio(bounce, base, sizeof(bounce));
	return copy_to_user(buf, bounce, sizeof(bounce));
}
