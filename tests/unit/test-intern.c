/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/intern.h"

#include "tap.h"

static void test_many(struct tap *tap, struct sg_intern *table)
{
	uint32_t before = sg_intern_count(table);
	bool is_new = true, is_same = true;
	char text[32];

	for (uint32_t i = 0; i < 5000; i++) {
		snprintf(text, sizeof(text), "name%u", i);
		is_new &= sg_intern(table, text) == before + i;
	}
	for (uint32_t i = 0; i < 5000; i++) {
		snprintf(text, sizeof(text), "name%u", i);
		is_same &= sg_intern(table, text) == before + i &&
		           !strcmp(sg_intern_text(table, before + i), text);
	}
	TAP_OK(tap, is_new, "new texts get the next numbers");
	TAP_OK(tap, is_same, "known texts keep theirs while the table grows");
}

int main(void)
{
	struct tap tap = {0};
	struct sg_intern *table = sg_intern_new();
	sg_str a = sg_intern(table, "alpha");

	TAP_OK(&tap, sg_intern(table, "") == 0, "the empty text is number 0");
	TAP_OK(&tap, a == 1 && sg_intern(table, "alpha") == a, "equal texts have equal numbers");
	TAP_OK(&tap, sg_intern_n(table, "alphabet", 5) == a, "a part of a text");
	TAP_OK(&tap, sg_intern_n(table, "alpha\0bet", 9) == a, "a text ends at its NUL");
	TAP_OK(&tap, sg_intern_find(table, "alpha") == a, "a known text is found");
	TAP_OK(&tap, !sg_intern_find(table, "beta") && sg_intern_count(table) == 2,
	       "an unknown one is not, and stays unknown");
	test_many(&tap, table);
	sg_intern_free(table);
	return tap_done(&tap);
}
