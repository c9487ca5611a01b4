/* SPDX-License-Identifier: GPL-2.0-or-later */
struct dev_pagemap {
	int type;
};
