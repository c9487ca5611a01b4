/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Frame buffers: screen_base is I/O memory, screen_buffer is RAM. */
#ifndef SHIM_LINUX_FB_H
#define SHIM_LINUX_FB_H

#include <linux/device.h>
#include <linux/io.h>

#define FBINFO_VIRTFB 0x0004

struct fb_info;
struct fb_fillrect {
	u32 dx, dy, width, height, color, rop;
};
struct fb_copyarea {
	u32 dx, dy, width, height, sx, sy;
};
struct fb_image {
	u32 dx, dy, width, height, fg_color, bg_color;
	u8 depth;
	const char *data;
};

struct fb_ops {
	ssize_t (*fb_read)(struct fb_info *info, char __user *buf, size_t count, loff_t *ppos);
	ssize_t (*fb_write)(struct fb_info *info, const char __user *buf, size_t count,
	                    loff_t *ppos);
	void (*fb_fillrect)(struct fb_info *info, const struct fb_fillrect *rect);
	void (*fb_copyarea)(struct fb_info *info, const struct fb_copyarea *region);
	void (*fb_imageblit)(struct fb_info *info, const struct fb_image *image);
};

struct fb_info {
	int flags;
	const struct fb_ops *fbops;
	struct device *device;
	union {
		char __iomem *screen_base;
		char *screen_buffer;
	};
	unsigned long screen_size;
	void *par;
};

struct fb_info *framebuffer_alloc(size_t size, struct device *dev);
int register_framebuffer(struct fb_info *info);

u8 fb_readb(const volatile void __iomem *addr);
u32 fb_readl(const volatile void __iomem *addr);
void fb_writeb(u8 value, volatile void __iomem *addr);
void fb_writel(u32 value, volatile void __iomem *addr);
void fb_memcpy_fromio(void *to, const volatile void __iomem *from, size_t n);
void fb_memcpy_toio(volatile void __iomem *to, const void *from, size_t n);
void fb_memset_io(volatile void __iomem *addr, int c, size_t n);

void cfb_fillrect(struct fb_info *info, const struct fb_fillrect *rect);
void cfb_copyarea(struct fb_info *info, const struct fb_copyarea *region);
void cfb_imageblit(struct fb_info *info, const struct fb_image *image);
void sys_fillrect(struct fb_info *info, const struct fb_fillrect *rect);
void sys_copyarea(struct fb_info *info, const struct fb_copyarea *region);
void sys_imageblit(struct fb_info *info, const struct fb_image *image);

u16 fb_readw(const volatile void __iomem *addr);
u64 fb_readq(const volatile void __iomem *addr);
void fb_writew(u16 value, volatile void __iomem *addr);
void fb_writeq(u64 value, volatile void __iomem *addr);
ssize_t fb_io_read(struct fb_info *info, char __user *buf, size_t count, loff_t *ppos);
ssize_t fb_io_write(struct fb_info *info, const char __user *buf, size_t count, loff_t *ppos);
ssize_t fb_sys_read(struct fb_info *info, char __user *buf, size_t count, loff_t *ppos);
ssize_t fb_sys_write(struct fb_info *info, const char __user *buf, size_t count, loff_t *ppos);

#endif
