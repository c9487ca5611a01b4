// SPDX-License-Identifier: GPL-2.0-or-later
/* XXH3-128 over the rule, the file, the function, the identity and a number. */
#include "report/fingerprint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/buf.h"

static int compare_kind(const struct sg_finding *a, const struct sg_finding *b)
{
	int order = strcmp(a->place.file, b->place.file);

	if (!order)
		order = strcmp(a->function, b->function);
	if (!order)
		order = strcmp(a->rule->id, b->rule->id);
	return order ? order : strcmp(a->identity, b->identity);
}

static int compare_place(const struct sg_finding *a, const struct sg_finding *b)
{
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	return (a->place.column > b->place.column) - (a->place.column < b->place.column);
}

struct entry {
	const struct sg_finding *finding;
	uint32_t index; /* among the findings */
};

static int by_kind_and_place(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = compare_kind(x->finding, y->finding);

	if (!order)
		order = compare_place(x->finding, y->finding);
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* Each part ends with its NUL, so that no two lists of parts look the same. */
static struct sg_fingerprint make(const struct sg_finding *finding, uint32_t repeat)
{
	const char *parts[] = {SG_FINGERPRINT_VERSION, finding->rule->id, finding->place.file,
	                       finding->function, finding->identity};
	struct sg_fingerprint fingerprint;
	struct sg_buf key;
	XXH128_hash_t hash;

	sg_buf_init(&key);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		sg_buf_add(&key, parts[i], strlen(parts[i]) + 1);
	sg_buf_addf(&key, "%u", repeat);
	hash = XXH3_128bits(key.data, key.length);
	sg_buf_release(&key);
	snprintf(fingerprint.text, sizeof(fingerprint.text), "%s:%016llx%016llx",
	         SG_FINGERPRINT_VERSION, (unsigned long long)hash.high64,
	         (unsigned long long)hash.low64);
	return fingerprint;
}

struct sg_fingerprint *sg_fingerprints_new(struct sg_arena *arena,
                                           const struct sg_findings *findings)
{
	uint32_t count = findings->items.count;
	struct sg_fingerprint *fingerprints = SG_NEW_ARRAY(arena, struct sg_fingerprint, count);
	struct entry *entries = SG_NEW_ARRAY(arena, struct entry, count);
	uint32_t repeat = 0;

	for (uint32_t i = 0; i < count; i++)
		entries[i] = (struct entry){findings->items.items[i], i};
	qsort(entries, count, sizeof(entries[0]), by_kind_and_place);
	for (uint32_t i = 0; i < count; i++) {
		const struct sg_finding *finding = entries[i].finding;

		if (i == 0 || compare_kind(entries[i - 1].finding, finding) != 0)
			repeat = 0;
		else if (compare_place(entries[i - 1].finding, finding) != 0)
			repeat++;
		fingerprints[entries[i].index] = make(finding, repeat);
	}
	return fingerprints;
}
