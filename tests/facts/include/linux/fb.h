/* SPDX-License-Identifier: GPL-2.0-or-later */
struct fb_info {
	int node;
	union {
		char __iomem *screen_base;
		char *screen_buffer;
	};
};
