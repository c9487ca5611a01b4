/* SPDX-License-Identifier: GPL-2.0-or-later */
struct drm_gem_shmem_object {
	struct drm_gem_object base;
	void *vaddr;
};
