// SPDX-License-Identifier: GPL-2.0-or-later
/* Hashes what unit_key.h lists; a NUL ends each text, so that no two lists look alike. */
#include "driver/unit_key.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "driver/cmd_file.h"
#include "driver/path.h"
#include "frontend/frontend.h"

struct digest {
	char text[33];
};

static struct digest digest_of(const struct sg_buf *buf)
{
	XXH128_hash_t hash = XXH3_128bits(buf->data, buf->length);
	struct digest digest;

	snprintf(digest.text, sizeof(digest.text), "%016llx%016llx",
	         (unsigned long long)hash.high64, (unsigned long long)hash.low64);
	return digest;
}

static void add_text(struct sg_buf *out, const char *text)
{
	sg_buf_add(out, text, strlen(text) + 1);
}

/* Hash of the contents of 'path', 0 when it cannot be read. */
static uint64_t hash_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	uint64_t hash = 0;
	void *data;

	if (fd >= 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
		size_t size = (size_t)status.st_size;

		data = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : NULL;
		if (data != MAP_FAILED)
			hash = sg_hash_bytes(data ? data : "", size);
		if (data && data != MAP_FAILED)
			munmap(data, size);
	}
	if (fd >= 0)
		close(fd);
	return hash;
}

static bool add_file(struct sg_buf *out, const char *path, struct sg_error *error)
{
	uint64_t hash = hash_file(path);

	if (!hash) {
		sg_error_set(error, NULL, 0, 0, "cannot read '%s': %s", path, strerror(errno));
		return false;
	}
	add_text(out, path);
	sg_buf_add(out, &hash, sizeof(hash));
	return true;
}

static bool add_rules(struct sg_buf *out, struct sg_arena *arena, const char *directory,
                      struct sg_error *error)
{
	sg_text_list files = {0};

	sg_file_list(arena, directory, ".yaml", false, &files);
	sg_file_list(arena, sg_path_join(arena, directory, "api"), ".yaml", false, &files);
	for (uint32_t i = 0; i < files.count; i++) {
		if (!add_file(out, files.items[i], error))
			return false;
	}
	return true;
}

bool sg_key_maker_init(struct sg_key_maker *maker, struct sg_arena *arena,
                       const struct sg_options *options, struct sg_error *error)
{
	struct sg_buf all;
	bool is_ok;

	*maker = (struct sg_key_maker){.arena = arena};
	sg_map_init(&maker->contents, arena);
	sg_buf_init(&all);
	is_ok = add_file(&all, "/proc/self/exe", error);
	add_text(&all, sg_frontend_clang_version());
	sg_buf_add(&all, &options->kernel_version, sizeof(options->kernel_version));
	for (uint32_t i = 0; is_ok && i < options->rules.count; i++)
		is_ok = add_rules(&all, arena, options->rules.items[i], error);
	maker->identity = sg_arena_strdup(arena, digest_of(&all).text);
	sg_buf_release(&all);
	return is_ok;
}

/* A whole tree asks for the same headers millions of times: no path is made for those. */
static uint64_t contents_of(struct sg_key_maker *maker, const char *directory, const char *input)
{
	uint64_t name = sg_hash_bytes(input, strlen(input)), hash;

	if (input[0] != '/')
		name ^= sg_hash_u64(sg_hash_bytes(directory, strlen(directory)));
	if (!sg_map_get(&maker->contents, name, &hash)) {
		hash = hash_file(sg_path_join(maker->arena, directory, input));
		sg_map_put(&maker->contents, name, hash);
	}
	return hash;
}

const char *sg_unit_key(struct sg_key_maker *maker, const struct sg_unit_plan *plan,
                        const sg_text_list *inputs)
{
	const char *key;
	struct sg_buf all;

	sg_buf_init(&all);
	add_text(&all, maker->identity);
	add_text(&all, plan->name);
	add_text(&all, plan->module ? plan->module : "");
	add_text(&all, plan->source);
	add_text(&all, plan->root);
	for (uint32_t i = 0; i < plan->args.count; i++)
		add_text(&all, plan->args.items[i]);
	for (uint32_t i = 0; i < inputs->count; i++) {
		uint64_t hash = contents_of(maker, plan->directory, inputs->items[i]);

		add_text(&all, inputs->items[i]);
		sg_buf_add(&all, &hash, sizeof(hash));
	}
	key = sg_arena_printf(maker->arena, "sglint-unit-1 %s", digest_of(&all).text);
	sg_buf_release(&all);
	return key;
}
