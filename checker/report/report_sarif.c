// SPDX-License-Identifier: GPL-2.0-or-later
/* A SARIF 2.1.0 log: one run, below the limits of GitHub's code scanning. */
#include "report/formats.h"
#include "report/sarif.h"

/* The surest findings that fit, in the order of the report. */
static json_t *results(const struct sg_report *report, const struct sg_run *run)
{
	uint32_t room[SG_LEVEL_COUNT], left = SG_SARIF_RESULTS, before = 0;
	json_t *list = json_array();

	for (int level = 0; level < SG_LEVEL_COUNT; level++) {
		uint32_t count = sg_report_count(report, (enum sg_level)level) - before;

		room[level] = count < left ? count : left;
		left -= room[level];
		before += count;
	}
	for (uint32_t i = 0; i < report->items.count; i++) {
		const struct sg_report_item *item = &report->items.items[i];

		if (room[item->finding->level] == 0)
			continue;
		room[item->finding->level]--;
		json_array_append_new(list, sg_sarif_result(item, run));
	}
	return list;
}

/* Where the tree lies is told only when it may be. */
static json_t *base_ids(const struct sg_run *run)
{
	json_t *root =
		json_pack("{s:{s:s}}", "description", "text", "The root of the source tree.");

	if (run->root) {
		json_t *artifact = sg_sarif_artifact(run->root);

		json_object_set_new(
			root, "uri",
			json_sprintf("%s/", json_string_value(json_object_get(artifact, "uri"))));
		json_decref(artifact);
	}
	return json_pack("{s:o}", SG_SARIF_ROOT, root);
}

void sg_report_sarif(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run)
{
	json_t *list = results(report, run), *properties = json_object();
	uint32_t left_out = report->items.count - (uint32_t)json_array_size(list);
	json_t *root;

	sg_json_set_run(properties, run);
	root = json_pack("{s:s, s:s, s:[{s:o, s:[o], s:o, s:s, s:o, s:o}]}", "$schema",
	                 "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
	                 "sarif-schema-2.1.0.json",
	                 "version", "2.1.0", "runs", "tool", sg_sarif_tool(run), "invocations",
	                 sg_sarif_invocation(run, left_out), "originalUriBaseIds", base_ids(run),
	                 "columnKind", "utf16CodeUnits", "results", list, "properties", properties);
	sg_json_add_take(out, root, 0);
}
