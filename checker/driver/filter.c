// SPDX-License-Identifier: GPL-2.0-or-later
/* Looks for words in the units' own files. */
#include "driver/filter.h"

#include <string.h>

#include "core/rules_vocabulary.h"
#include "driver/path.h"

void sg_filter_init(struct sg_filter *filter, struct sg_arena *arena, const sg_plan_list *plans)
{
	*filter = (struct sg_filter){.arena = arena, .plans = plans};
	filter->is_chosen = SG_NEW_ARRAY(arena, bool, plans->count);
	sg_own_files_init(&filter->own_files, arena);
}

void sg_filter_release(struct sg_filter *filter)
{
	sg_own_files_release(&filter->own_files);
}

/* A unit whose source cannot be read is for Clang to complain of. */
typedef bool (*unit_test)(struct sg_filter *filter, void *context, const struct sg_unit_plan *plan,
                          const sg_number_list *files);

static void choose(struct sg_filter *filter, unit_test test, void *context, sg_plan_list *chosen)
{
	for (uint32_t i = 0; i < filter->plans->count; i++) {
		const struct sg_unit_plan *plan = &filter->plans->items[i];
		sg_number_list files;

		if (filter->is_chosen[i])
			continue;
		files = sg_own_files_of_unit(&filter->own_files, plan);
		filter->is_chosen[i] = files.count == 0 || test(filter, context, plan, &files);
		if (filter->is_chosen[i])
			sg_vec_push(chosen, filter->arena, *plan);
	}
}

/* ------------------------------------------------------------------------
 * The vocabulary
 */
static void add_vocabulary(void *context, enum sg_vocabulary_kind kind, const char *word)
{
	static const enum sg_word_kind kinds[] = {
		[SG_VOCABULARY_NAME] = SG_WORD_NAME,
		[SG_VOCABULARY_RECORD] = SG_WORD_TAG,
		[SG_VOCABULARY_FIELD] = SG_WORD_MEMBER,
	};

	sg_word_set_add(context, kinds[kind], word, 0);
}

static bool names_anything(struct sg_filter *filter, void *context, const struct sg_unit_plan *plan,
                           const sg_number_list *files)
{
	(void)context;
	(void)plan;
	for (uint32_t i = 0; i < files->count; i++)
		if (sg_own_files_words(&filter->own_files, files->items[i])->count > 0)
			return true;
	return false;
}

void sg_filter_start(struct sg_filter *filter, const struct sg_rules *rules, sg_plan_list *chosen)
{
	struct sg_word_set set;

	sg_word_set_init(&set, filter->arena);
	sg_word_set_add(&set, SG_WORD_NAME, "__iomem", 0);
	sg_rules_vocabulary(rules, add_vocabulary, &set);
	sg_own_files_look_for(&filter->own_files, &set);
	choose(filter, names_anything, NULL, chosen);
}

/* ------------------------------------------------------------------------
 * Leads
 */
struct pursuit {
	const struct sg_leads *leads;
	struct sg_word_set set;
	uint32_t *next; /* by lead: another one of the same word, + 1 */
};

static enum sg_word_kind word_kind(const struct sg_lead *lead)
{
	return lead->kind == SG_LEAD_FIELD || lead->kind == SG_LEAD_OPERATION ? SG_WORD_MEMBER
	                                                                      : SG_WORD_NAME;
}

/* Of a field: the unit can see the record, and it is the record that is meant. */
static bool concerns(struct sg_filter *filter, const struct sg_lead *lead,
                     const struct sg_unit_plan *plan)
{
	const char *colon = lead->owner ? strrchr(lead->owner, ':') : NULL;
	const char *file;

	if (lead->module)
		return !plan->module || strcmp(lead->module, plan->module) == 0;
	if (!colon)
		return true;
	file = sg_arena_strndup(filter->own_files.scratch, lead->owner,
	                        (size_t)(colon - lead->owner));
	return sg_own_files_has(&filter->own_files,
	                        sg_path_join(filter->own_files.scratch, plan->root, file));
}

static bool uses_lead(struct sg_filter *filter, void *context, const struct sg_unit_plan *plan,
                      const sg_number_list *files)
{
	const struct pursuit *p = context;

	for (uint32_t i = 0; i < files->count; i++) {
		const sg_number_list *words =
			sg_own_files_words(&filter->own_files, files->items[i]);

		for (uint32_t k = 0; k < words->count; k++) {
			uint32_t at = words->items[k] + 1;

			for (; at; at = p->next[at - 1])
				if (concerns(filter, &p->leads->items.items[at - 1], plan))
					return true;
		}
	}
	return false;
}

void sg_filter_follow(struct sg_filter *filter, const struct sg_leads *leads, uint32_t first,
                      sg_plan_list *chosen)
{
	struct pursuit p = {.leads = leads};

	sg_word_set_init(&p.set, filter->arena);
	p.next = SG_NEW_ARRAY(filter->arena, uint32_t, leads->items.count);
	for (uint32_t i = first; i < leads->items.count; i++) {
		const struct sg_lead *lead = &leads->items.items[i];
		uint32_t head = sg_word_set_add(&p.set, word_kind(lead), lead->name, i);

		if (head != i) {
			p.next[i] = p.next[head];
			p.next[head] = i + 1;
		}
	}
	sg_own_files_look_for(&filter->own_files, &p.set);
	choose(filter, uses_lead, &p, chosen);
}
