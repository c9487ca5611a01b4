// SPDX-License-Identifier: GPL-2.0-or-later
// Assigning a struct reads all of its source and writes all of its target.
// RUN: %check
#include <linux/io.h>

struct message {
	u32 words[8];
};

void struct_load_bad(struct message *out, void __iomem *base)
{
	struct message *in = (struct message *)base;

	*out = *in;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void struct_store_bad(const struct message *in, void __iomem *base)
{
	struct message *out = (struct message *)base;

	*out = *in;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

struct message struct_return_bad(void __iomem *base)
{
	return *(struct message *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void struct_copy_ok(struct message *out, void __iomem *base)
{
	memcpy_fromio(out, base, sizeof(*out));
}
