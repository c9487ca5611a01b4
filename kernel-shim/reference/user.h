/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The pages of the user's two pages. */
#ifndef SHIM_USER_H
#define SHIM_USER_H

struct page;

void shim_user_init(struct page *ram, struct page *peer);
/* NULL: the address is not in shim_user(). */
struct page *shim_user_page(unsigned long addr);

#endif
