// SPDX-License-Identifier: GPL-2.0-or-later
/* GitLab's code quality report: a list of issues, each with a fingerprint of its own. */
#include <string.h>

#include "base/map.h"
#include "report/formats.h"
#include "report/json_text.h"

/* GitLab's words go from "info" to "blocker"; a checker does not block. */
static const char *severity(const struct sg_finding *finding)
{
	static const char *const words[][SG_LEVEL_COUNT] = {
		[SG_SEVERITY_NOTE] = {"info", "info", "info"},
		[SG_SEVERITY_WARNING] = {"major", "minor", "info"},
		[SG_SEVERITY_ERROR] = {"critical", "major", "minor"},
	};

	return words[finding->rule->severity][finding->level];
}

static json_t *issue(const struct sg_report_item *item)
{
	const struct sg_finding *finding = item->finding;

	return json_pack("{s:o, s:s, s:s, s:s, s:{s:o, s:{s:I}}}", "description",
	                 sg_json_plain(finding->message), "check_name", finding->rule->id,
	                 "fingerprint", item->fingerprint.text, "severity", severity(finding),
	                 "location", "path", sg_json_plain(finding->place.file), "lines", "begin",
	                 (json_int_t)finding->place.line);
}

/* Of two issues with one fingerprint GitLab keeps either; here it is the first. */
void sg_report_gitlab(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run)
{
	struct sg_arena *arena = sg_arena_new("GitLab report");
	json_t *list = json_array();
	struct sg_map seen;
	uint64_t value;

	(void)run; /* an issue is all there can be in it */
	sg_map_init(&seen, arena);
	for (uint32_t i = 0; i < report->items.count; i++) {
		const struct sg_report_item *item = &report->items.items[i];
		uint64_t key =
			sg_hash_bytes(item->fingerprint.text, strlen(item->fingerprint.text));

		if (sg_map_get(&seen, key, &value))
			continue;
		sg_map_put(&seen, key, 1);
		json_array_append_new(list, issue(item));
	}
	sg_json_add_take(out, list, 1);
	sg_arena_free(arena);
}
