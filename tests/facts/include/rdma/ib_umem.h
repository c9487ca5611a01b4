/* SPDX-License-Identifier: GPL-2.0-or-later */
struct ib_umem_dmabuf {
	struct sg_table *sgt;
};
