// SPDX-License-Identifier: GPL-2.0-or-later
// Memory and string functions, bits and digests over memory of either kind.
// RUN: %paired
#include <linux/bitops.h>
#include <linux/crc32.h>
#include <linux/io.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <shim/program.h>
#include <shim/world.h>

static void *either(bool is_io)
{
	if (is_io)
		return (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	return kzalloc(PAGE_SIZE, GFP_KERNEL);
}

static int memcpy_to_bad(const unsigned int *in)
{
	u8 bytes[16] = {0};

	memcpy(either(in[0]), bytes, sizeof(bytes));
	return 0;
}
SHIM_PROGRAM(memcpy_to_bad, 1);

static int memcpy_from_bad(const unsigned int *in)
{
	u8 bytes[16];

	memcpy(bytes, either(in[0]), sizeof(bytes));
	return bytes[0];
}
SHIM_PROGRAM(memcpy_from_bad, 1);

static int memmove_bad(const unsigned int *in)
{
	u8 *bytes = either(in[0]);

	memmove(bytes + 4, bytes, 8);
	return 0;
}
SHIM_PROGRAM(memmove_bad, 1);

static int memset_bad(const unsigned int *in)
{
	memset(either(in[0]), 0, 16);
	return 0;
}
SHIM_PROGRAM(memset_bad, 1);

static int memset32_bad(const unsigned int *in)
{
	memset32(either(in[0]), 7, 4);
	return 0;
}
SHIM_PROGRAM(memset32_bad, 1);

static int memcmp_bad(const unsigned int *in)
{
	u8 bytes[16] = {0};

	return memcmp(bytes, either(in[0]), sizeof(bytes));
}
SHIM_PROGRAM(memcmp_bad, 1);

static int memchr_inv_bad(const unsigned int *in)
{
	return memchr_inv(either(in[0]), 0, 16) != NULL;
}
SHIM_PROGRAM(memchr_inv_bad, 1);

static int strlen_bad(const unsigned int *in)
{
	return (int)strlen(either(in[0]));
}
SHIM_PROGRAM(strlen_bad, 1);

static int strscpy_bad(const unsigned int *in)
{
	char text[16];

	return (int)strscpy(text, either(in[0]), sizeof(text));
}
SHIM_PROGRAM(strscpy_bad, 1);

static int strncmp_bad(const unsigned int *in)
{
	return strncmp(either(in[0]), "BIOS", 4);
}
SHIM_PROGRAM(strncmp_bad, 1);

static int kmemdup_bad(const unsigned int *in)
{
	return kmemdup(either(in[0]), 16, GFP_KERNEL) != NULL;
}
SHIM_PROGRAM(kmemdup_bad, 1);

static int set_bit_bad(const unsigned int *in)
{
	set_bit(3, either(in[0]));
	return 0;
}
SHIM_PROGRAM(set_bit_bad, 1);

static int test_bit_bad(const unsigned int *in)
{
	return test_bit(3, either(in[0]));
}
SHIM_PROGRAM(test_bit_bad, 1);

static int crc_bad(const unsigned int *in)
{
	return (int)crc32_le(0, either(in[0]), 16);
}
SHIM_PROGRAM(crc_bad, 1);

static int copy_to_user_bad(const unsigned int *in)
{
	return copy_to_user(shim_user(), either(in[0]), 16) != 0;
}
SHIM_PROGRAM(copy_to_user_bad, 1);

static int copy_from_user_bad(const unsigned int *in)
{
	return copy_from_user(either(in[0]), shim_user(), 16) != 0;
}
SHIM_PROGRAM(copy_from_user_bad, 1);

static int result_is_argument_bad(const unsigned int *in)
{
	u8 *bytes = memset(either(in[0]), 0, 4);

	return bytes[8];
}
SHIM_PROGRAM(result_is_argument_bad, 1);

static int copy_of_pointer_ok(const unsigned int *in)
{
	void *token = either(in[0]), *copy;

	memcpy(&copy, &token, sizeof(copy));
	return copy == token;
}
SHIM_PROGRAM(copy_of_pointer_ok, 1);
