/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How an entry stores its page, its marks and its place in a list.
 *
 * All else of the reference uses these names only, so that the carriers differ in
 * nothing that a caller can see but the entries without a page.
 *
 *   carrier_page()        the page, or NULL
 *   carrier_has_page()    whether there is one
 *   carrier_phys()        physical address of the page or frame
 *   carrier_set_page()    replaces the page and the I/O mark, keeps the list marks
 *   carrier_set_pfn()     the same from a pfn_t; false when it cannot be stored
 *   carrier_pfn()         as a pfn_t without the list marks
 *   carrier_set_chain()   makes the entry a link
 *   carrier_set_unmappable(), carrier_is_unmappable()
 *                         the list may hold I/O entries; survives a new page
 *   carrier_mangle()      scrambles the page; twice restores it
 *   carrier_poison()      marks the entry of a freed list
 *   carrier_is_plausible() whether the entry can have been made by these functions
 */
#ifndef SHIM_CARRIER_H
#define SHIM_CARRIER_H

#include "internal.h"

#ifdef SHIM_CARRIER_PFN_T
#include "carrier_pfn_t.h"
#else
#include "carrier_page_link.h"
#endif

#endif
