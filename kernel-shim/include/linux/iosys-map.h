/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An address that is either RAM or I/O memory, with the bit that says which. */
#ifndef SHIM_LINUX_IOSYS_MAP_H
#define SHIM_LINUX_IOSYS_MAP_H

#include <linux/io.h>
#include <linux/string.h>

struct iosys_map {
	union {
		void __iomem *vaddr_iomem;
		void *vaddr;
	};
	bool is_iomem;
};

#define IOSYS_MAP_INIT_VADDR(vaddr_) {.vaddr = (vaddr_), .is_iomem = false}
#define IOSYS_MAP_INIT_VADDR_IOMEM(vaddr_) {.vaddr_iomem = (vaddr_), .is_iomem = true}
#define IOSYS_MAP_INIT_OFFSET(map_, offset_)      \
	({                                        \
		struct iosys_map copy_ = *(map_); \
		iosys_map_incr(&copy_, offset_);  \
		copy_;                            \
	})

void iosys_map_set_vaddr(struct iosys_map *map, void *vaddr);
void iosys_map_set_vaddr_iomem(struct iosys_map *map, void __iomem *vaddr_iomem);
bool iosys_map_is_equal(const struct iosys_map *lhs, const struct iosys_map *rhs);
bool iosys_map_is_null(const struct iosys_map *map);
bool iosys_map_is_set(const struct iosys_map *map);
void iosys_map_clear(struct iosys_map *map);
void iosys_map_incr(struct iosys_map *map, size_t incr);
void iosys_map_memcpy_to(struct iosys_map *dst, size_t dst_offset, const void *src, size_t len);
void iosys_map_memcpy_from(void *dst, const struct iosys_map *src, size_t src_offset, size_t len);
void iosys_map_memset(struct iosys_map *dst, size_t offset, int value, size_t len);

/* Getters that look at is_iomem; the kernel has none. */
void *iosys_map_vaddr(const struct iosys_map *map);
void __iomem *iosys_map_vaddr_iomem(const struct iosys_map *map);

#define iosys_map_rd(map, offset, type)                                      \
	({                                                                   \
		type value_;                                                 \
		iosys_map_memcpy_from(&value_, map, offset, sizeof(value_)); \
		value_;                                                      \
	})
#define iosys_map_wr(map, offset, type, value)                             \
	({                                                                 \
		type value_ = (value);                                     \
		iosys_map_memcpy_to(map, offset, &value_, sizeof(value_)); \
	})
#define iosys_map_rd_field(map, offset, record, field) \
	iosys_map_rd(map, (offset) + offsetof(record, field), __typeof__(((record *)0)->field))
#define iosys_map_wr_field(map, offset, record, field, value)                                   \
	iosys_map_wr(map, (offset) + offsetof(record, field), __typeof__(((record *)0)->field), \
	             value)

#endif
