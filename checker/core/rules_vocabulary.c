/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Not every fact counts: memcpy() and dereferences are everywhere, and wrong
 * only for memory that something else has made; so do those that make RAM.
 */
#include "core/rules_vocabulary.h"

/* What a fact that only touches or copies memory, or gives it back, does. */
static bool is_everyday(enum sg_effect_kind kind)
{
	switch (kind) {
	case SG_EFFECT_ACCESS:
	case SG_EFFECT_COPY:
	case SG_EFFECT_FORMAT:
	case SG_EFFECT_CLEAR:
	case SG_EFFECT_FORBID:
		return true;
	default:
		return false;
	}
}

static bool is_vocabulary(const struct sg_function_fact *fact)
{
	bool is_mover = false, touches = false;

	for (uint32_t i = 0; i < fact->effect_count; i++) {
		const struct sg_effect *effect = &fact->effects[i];
		bool makes_ram = effect->kind == SG_EFFECT_SOURCE && effect->tag == SG_TAG_RAM;

		switch (effect->kind) {
		case SG_EFFECT_GUARD:
		case SG_EFFECT_ACCESSOR:
		case SG_EFFECT_TELL:
			return true;
		case SG_EFFECT_SOURCE:
			if (!makes_ram)
				return true;
			break;
		default:
			break;
		}
		is_mover |= !makes_ram && !is_everyday(effect->kind);
		touches |= makes_ram ||
		           (is_everyday(effect->kind) && effect->kind != SG_EFFECT_FORBID);
	}
	return is_mover && !touches;
}

static void visit_record(const struct sg_record_fact *record, sg_vocabulary_visitor visit,
                         void *context)
{
	if (record->is_descriptor)
		visit(context, SG_VOCABULARY_RECORD, record->tag);
	for (uint32_t i = 0; i < record->field_count; i++) {
		const struct sg_field_fact *field = &record->fields[i];

		if (field->role == SG_FIELD_SOURCE || field->role == SG_FIELD_GUARD ||
		    field->role == SG_FIELD_CALLBACK)
			visit(context, SG_VOCABULARY_FIELD, field->name);
	}
}

void sg_rules_vocabulary(const struct sg_rules *rules, sg_vocabulary_visitor visit, void *context)
{
	for (uint32_t i = 0; i < sg_rules_function_count(rules); i++) {
		const struct sg_function_fact *fact = sg_rules_function_at(rules, i);

		if (is_vocabulary(fact))
			visit(context, SG_VOCABULARY_NAME, fact->name);
	}
	for (uint32_t i = 0; i < sg_rules_record_count(rules); i++)
		visit_record(sg_rules_record_at(rules, i), visit, context);
}
