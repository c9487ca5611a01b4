/* SPDX-License-Identifier: GPL-2.0-or-later */
struct drm_gem_object {
	int handles;
};
