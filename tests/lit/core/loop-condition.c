// SPDX-License-Identifier: GPL-2.0-or-later
// What ends a loop is another answer than the one that led into its last round.
// RUN: %check
#include <linux/io.h>

int more(void);

u32 assigned_in_the_loop_bad(resource_size_t start, u32 *p)
{
	while (more())
		p = (u32 *)ioremap(start, 64);
	return *p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 assigned_until_it_breaks_bad(resource_size_t start, u32 *p)
{
	for (;;) {
		int answer = more();

		if (answer == 2)
			p = (u32 *)ioremap(start, 64);
		if (answer == 3)
			break;
	}
	return *p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 told_by_the_same_answer_ok(resource_size_t start, u32 *ram)
{
	u32 total = 0;

	for (int i = 0; i < 4; i++) {
		int answer = more();
		u32 *p = ram;

		if (answer)
			p = (u32 *)ioremap(start, 64);
		if (!answer)
			total += *p;
	}
	return total;
}
