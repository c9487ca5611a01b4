// SPDX-License-Identifier: GPL-2.0-or-later
// Streaming DMA of a token; the physical address goes through dma_map_resource().
// RUN: %check
#include <linux/dma-mapping.h>
#include <linux/io.h>

dma_addr_t dma_map_single_bad(struct device *dev, void __iomem *base)
{
	return dma_map_single(dev, (void __force *)base, 64, DMA_TO_DEVICE);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

dma_addr_t dma_map_single_ok(struct device *dev, void *buffer)
{
	return dma_map_single(dev, buffer, 64, DMA_TO_DEVICE);
}

dma_addr_t dma_map_resource_ok(struct device *dev, const struct resource *res)
{
	return dma_map_resource(dev, res->start, 64, DMA_TO_DEVICE, 0);
}
