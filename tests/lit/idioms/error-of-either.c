// SPDX-License-Identifier: GPL-2.0-or-later
// An error pointer from a field of one of two objects is handed on, no memory
// (scp_rproc_init(), drivers/remoteproc/mtk_scp.c).
// RUN: %check
#include <linux/err.h>
#include <linux/io.h>
#include <linux/platform_device.h>

struct core {
	void __iomem *sram;
	u32 boots;
};

struct cluster {
	struct core *main, *spare;
};

static struct core *core_init(struct device *dev, struct resource *res, struct cluster *cluster,
                              bool is_main)
{
	struct core *core = is_main ? cluster->main : cluster->spare;

	core->sram = devm_ioremap_resource(dev, res);
	if (IS_ERR(core->sram))
		return ERR_CAST(core->sram);
	return core;
}

int core_probe_ok(struct device *dev, struct resource *res, struct cluster *cluster, bool is_main)
{
	struct core *core = core_init(dev, res, cluster, is_main);

	if (IS_ERR(core))
		return PTR_ERR(core);
	core->boots = 0;
	return 0;
}

static void *core_window(struct device *dev, struct resource *res, struct core *core)
{
	core->sram = devm_ioremap_resource(dev, res);
	if (IS_ERR(core->sram))
		return NULL;
	return (void __force *)core->sram;
}

u32 core_window_bad(struct device *dev, struct resource *res, struct core *core)
{
	u32 *window = core_window(dev, res, core);

	return window ? *window : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
