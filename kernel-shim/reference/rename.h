/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Forced into programs and into the kernel's side of the reference: functions of
 * the kernel that the C library has too get names of their own.  What the
 * compiler calls by itself, as for a struct assignment, stays the C library's.
 */
#ifndef SHIM_RENAME_H
#define SHIM_RENAME_H

#define bcmp shim_bcmp
#define memchr shim_memchr
#define memcmp shim_memcmp
#define memcpy shim_memcpy
#define memmove shim_memmove
#define memset shim_memset
#define snprintf shim_snprintf
#define sprintf shim_sprintf
#define strcat shim_strcat
#define strchr shim_strchr
#define strcmp shim_strcmp
#define strcpy shim_strcpy
#define strlcat shim_strlcat
#define strlen shim_strlen
#define strncmp shim_strncmp
#define strncpy shim_strncpy
#define strnlen shim_strnlen
#define timer_delete shim_timer_delete

#endif
