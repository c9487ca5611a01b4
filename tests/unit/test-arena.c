/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/arena.h"

#include <stdalign.h>

#include "base/vec.h"
#include "tap.h"

static bool is_zero(const unsigned char *memory, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (memory[i])
			return false;
	}
	return true;
}

static void test_allocation(struct tap *tap, struct sg_arena *arena)
{
	bool is_aligned = true, is_clean = true;

	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *memory = sg_arena_alloc(arena, size);

		is_aligned &= memory && (uintptr_t)memory % alignof(max_align_t) == 0;
		is_clean &= is_zero(memory, size);
		memset(memory, 0xa5, size);
	}
	TAP_OK(tap, is_aligned, "memory of every size is aligned");
	TAP_OK(tap, is_clean, "memory is zeroed and nobody else's");
	TAP_OK(tap, is_zero(sg_arena_alloc(arena, 5u << 20), 5u << 20), "larger than any chunk");
}

static void test_reset(struct tap *tap, struct sg_arena *arena)
{
	sg_arena_reset(arena);
	TAP_OK(tap, sg_arena_used(arena) == 0, "nothing is in use after a reset");
	TAP_OK(tap, is_zero(sg_arena_alloc(arena, 10000), 10000), "memory is zeroed again");
	TAP_OK(tap, sg_arena_used(arena) >= 10000, "use is counted");
}

static void test_texts(struct tap *tap, struct sg_arena *arena)
{
	static const char bytes[] = {1, 0, 2};

	TAP_IS(tap, sg_arena_strdup(arena, "text"), "text", "strdup");
	TAP_IS(tap, sg_arena_strndup(arena, "text", 2), "te", "strndup");
	TAP_IS(tap, sg_arena_printf(arena, "%s %d", "n", 42), "n 42", "printf");
	TAP_OK(tap, !memcmp(sg_arena_copy(arena, bytes, 3), bytes, 3), "copy");
	TAP_IS(tap, sg_arena_name(arena), "test", "name");
}

static void test_vec(struct tap *tap, struct sg_arena *arena)
{
	SG_VEC(uint32_t) numbers = {0};
	bool is_kept = true;

	for (uint32_t i = 0; i < 10000; i++)
		sg_vec_push(&numbers, arena, i * 3);
	for (uint32_t i = 0; i < numbers.count; i++)
		is_kept &= numbers.items[i] == i * 3;
	TAP_OK(tap, numbers.count == 10000 && is_kept, "a vector keeps what is pushed");
}

int main(void)
{
	struct tap tap = {0};
	struct sg_arena *arena = sg_arena_new("test");

	test_allocation(&tap, arena);
	test_reset(&tap, arena);
	test_texts(&tap, arena);
	test_vec(&tap, arena);
	sg_arena_free(arena);
	return tap_done(&tap);
}
