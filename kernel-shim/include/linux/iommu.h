/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Address translation for devices. */
#ifndef SHIM_LINUX_IOMMU_H
#define SHIM_LINUX_IOMMU_H

#include <linux/scatterlist.h>

struct iommu_domain;

int iommu_map(struct iommu_domain *domain, unsigned long iova, phys_addr_t paddr, size_t size,
              int prot, gfp_t gfp);
ssize_t iommu_map_sg(struct iommu_domain *domain, unsigned long iova, struct scatterlist *sg,
                     unsigned int nents, int prot, gfp_t gfp);

#endif
