/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reed-Solomon codes. */
#ifndef SHIM_LINUX_RSLIB_H
#define SHIM_LINUX_RSLIB_H

#include <linux/types.h>

struct rs_control;

int encode_rs8(struct rs_control *rs, u8 *data, int len, u16 *par, u16 invmsk);
int decode_rs8(struct rs_control *rs, u8 *data, u16 *par, int len, u16 *s, int no_eras,
               int *eras_pos, u16 invmsk, u16 *corr);
int encode_rs16(struct rs_control *rs, u16 *data, int len, u16 *par, u16 invmsk);
int decode_rs16(struct rs_control *rs, u16 *data, u16 *par, int len, u16 *s, int no_eras,
                int *eras_pos, u16 invmsk, u16 *corr);

#endif
