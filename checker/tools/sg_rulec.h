/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The outputs of sg_rulec, each made from the tables alone. */
#ifndef SG_TOOLS_SG_RULEC_H
#define SG_TOOLS_SG_RULEC_H

#include "base/buf.h"
#include "core/rules_tables.h"

/* C source that defines sg_rules_embedded(). */
void sg_rulec_emit(const struct sg_rules_tables *tables, struct sg_buf *out);

/* The documentation page of one rule, and of all together, in Markdown. */
void sg_rulec_page(const struct sg_rule *rule, struct sg_buf *out);
void sg_rulec_page_index(const struct sg_rules_tables *tables, struct sg_buf *out);

/* One line a name, record or field: kind, name, header, versions, arguments needed, place. */
void sg_rulec_names(const struct sg_rules_tables *tables, struct sg_buf *out);

#endif
