/* SPDX-License-Identifier: GPL-2.0-or-later */
struct drm_driver {
	void *(*gem_prime_import_sg_table)(void *dev, void *attachment, struct sg_table *table);
};
