// SPDX-License-Identifier: GPL-2.0-or-later
// ttm_kmap_obj_virtual(): which kind it is follows from the placement, so an ignored flag is possible only.
// RUN: %check-possible
#include <drm/ttm/ttm_bo.h>

u32 ttm_checked_ok(struct ttm_bo_kmap_obj *kmap)
{
	bool is_iomem;
	void *va = ttm_kmap_obj_virtual(kmap, &is_iomem);

	return is_iomem ? readl((void __iomem *)va) : *(u32 *)va;
}

u32 ttm_ignored_bad(struct ttm_bo_kmap_obj *kmap)
{
	bool is_iomem;
	u32 *va = ttm_kmap_obj_virtual(kmap, &is_iomem);

	return va[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[io-flag-ignored]
}
