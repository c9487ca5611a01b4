/* SPDX-License-Identifier: GPL-2.0-or-later */
struct iosys_map {
	union {
		void __iomem *vaddr_iomem;
		void *vaddr;
	};
	bool is_iomem;
};
