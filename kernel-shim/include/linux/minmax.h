/* SPDX-License-Identifier: GPL-2.0-or-later */
/* min() and max(). */
#ifndef SHIM_LINUX_MINMAX_H
#define SHIM_LINUX_MINMAX_H

#define min(x, y)                                  \
	({                                         \
		__typeof__(x) min_x_ = (x);        \
		__typeof__(y) min_y_ = (y);        \
		min_x_ < min_y_ ? min_x_ : min_y_; \
	})
#define max(x, y)                                  \
	({                                         \
		__typeof__(x) max_x_ = (x);        \
		__typeof__(y) max_y_ = (y);        \
		max_x_ > max_y_ ? max_x_ : max_y_; \
	})
#define min_t(type, x, y) min((type)(x), (type)(y))
#define max_t(type, x, y) max((type)(x), (type)(y))

#endif
