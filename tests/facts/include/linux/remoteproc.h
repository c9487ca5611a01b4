/* SPDX-License-Identifier: GPL-2.0-or-later */
struct rproc_mem_entry {
	void *va;
	bool is_iomem;
};

struct rproc_ops {
	void *(*da_to_va)(void *rproc, u64 address, size_t size, bool *is_iomem);
};
