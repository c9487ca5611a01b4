/* SPDX-License-Identifier: GPL-2.0-or-later */
struct resource {
	u64 start, end;
};
