// SPDX-License-Identifier: GPL-2.0-or-later
// Copying a record copies the pointers in it.
// RUN: %check
#include <linux/io.h>
#include <linux/string.h>

struct view {
	u32 *words;
	u32 count;
};

u32 assigned_record_bad(resource_size_t start)
{
	struct view a = {.words = (u32 *)ioremap(start, 64)}, b;

	b = a;
	return b.words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 memcpy_record_bad(resource_size_t start)
{
	struct view a = {.words = (u32 *)ioremap(start, 64)}, b;

	memcpy(&b, &a, sizeof(b));
	return b.words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 memset_record_ok(resource_size_t start, u32 *words)
{
	struct view a = {.words = (u32 *)ioremap(start, 64)};

	memset(&a, 0, sizeof(a));
	if (!a.words)
		a.words = words;
	return a.words[0];
}

u32 memcpy_variable_bad(resource_size_t start)
{
	u32 *from = (u32 *)ioremap(start, 64), *to = NULL;

	memcpy(&to, &from, sizeof(to));
	return *to;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 memcpy_through_bytes_bad(resource_size_t start)
{
	u32 *from = (u32 *)ioremap(start, 64), *to = NULL;
	u8 bytes[sizeof(from)];

	memcpy(bytes, &from, sizeof(from));
	memcpy(&to, bytes, sizeof(to));
	return *to;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 memmove_array_bad(resource_size_t start, u32 *ram)
{
	u32 *from[2] = {ram, (u32 *)ioremap(start, 64)}, *to[2];

	memmove(to, from, sizeof(to));
	to[0][0] = 1;
	return to[1][0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

struct window {
	bool is_io;
	struct view view;
	struct view planes[2];
};

static u32 first_word(const struct window *window)
{
	struct window copy = *window;

	return copy.view.words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static u32 some_plane(const struct window *window, unsigned int i)
{
	struct window copy = *window;

	return copy.planes[i].words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 nested_in_helper_bad(resource_size_t start)
{
	struct window window = {.is_io = true};

	window.view.words = window.planes[1].words = (u32 *)ioremap(start, 64);
	return first_word(&window) + some_plane(&window, window.view.count);
}

static u32 first_word_by_flag(const struct window *window)
{
	struct window copy = *window;

	if (copy.is_io)
		return readl((void __iomem __force *)copy.view.words);
	return copy.view.words[0];
}

u32 copied_flag_ok(resource_size_t start, u32 *ram, bool is_io)
{
	struct window window = {.is_io = is_io};

	window.view.words = is_io ? (u32 *)ioremap(start, 64) : ram;
	return first_word_by_flag(&window);
}

u32 overwritten_variable_ok(resource_size_t start, u32 *ram)
{
	u32 *to = (u32 *)ioremap(start, 64);

	memcpy(&to, &ram, sizeof(to));
	return *to;
}
