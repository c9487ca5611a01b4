// SPDX-License-Identifier: GPL-2.0-or-later
/* The report, the figures of --stats, and the last line. */
#include "driver/finish.h"

#include <stdio.h>
#include <string.h>

#include "driver/output.h"
#include "driver/outputs.h"

/* The report, or in 'text' what was asked for instead. */
static bool write_report(struct sg_session *session, const sg_plan_list *plans,
                         const struct sg_lowered *lowered, const struct sg_results *results,
                         const struct sg_buf *text)
{
	const char *emit_ir = session->options.emit_ir;
	struct sg_error error;

	if (results->report)
		return sg_outputs_write(session, results->report, plans, lowered);
	if (!emit_ir || strcmp(emit_ir, "-") == 0)
		return sg_outputs_write_plain(session, text);
	if (sg_output_write(emit_ir, text, &error))
		return true;
	sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
	return false;
}

static enum sg_exit end(struct sg_session *session, const struct sg_lowered *lowered,
                        const struct sg_results *results)
{
	const struct sg_options *options = &session->options;
	enum sg_exit status = SG_EXIT_DONE;
	struct sg_buf reason;

	sg_buf_init(&reason);
	if (results->report) {
		sg_results_summary(&reason, results->report);
		sg_buf_adds(&reason, " in ");
	}
	sg_buf_addf(&reason, "%u unit%s", lowered->units.count,
	            lowered->units.count == 1 ? "" : "s");
	if (lowered->left_out)
		sg_buf_addf(&reason, " (%u left out)", lowered->left_out);
	if (lowered->degraded)
		sg_buf_addf(&reason, ", %u of them degraded", lowered->degraded);
	if (lowered->lost) {
		sg_buf_addf(&reason, "; %u of %u lost", lowered->lost, lowered->asked);
		status = SG_EXIT_UNITS_LOST;
	} else if (results->report && options->fail_on != SG_WORD_UNSET &&
	           sg_report_count(results->report, (enum sg_level)options->fail_on) > 0) {
		status = SG_EXIT_FINDINGS;
	}
	sg_session_end(session, status, "%s", reason.data);
	sg_buf_release(&reason);
	return status;
}

static void print_stats(const struct sg_lowered *lowered, const struct sg_results *results)
{
	struct sg_buf text;

	sg_buf_init(&text);
	sg_buf_addf(&text, "sglint: stats: units: %u\n", lowered->units.count);
	sg_buf_addf(&text, "sglint: stats: units left out: %u\n", lowered->left_out);
	sg_buf_addf(&text, "sglint: stats: units added by leads: %u\n", lowered->followed);
	sg_buf_addf(&text, "sglint: stats: units degraded: %u\n", lowered->degraded);
	sg_buf_addf(&text, "sglint: stats: units lost: %u\n", lowered->lost);
	sg_results_stats(&text, &results->stats);
	fputs(text.data, stderr);
	sg_buf_release(&text);
}

enum sg_exit sg_finish(struct sg_session *session, const sg_plan_list *plans,
                       const struct sg_lowered *lowered, const struct sg_results *results,
                       const struct sg_buf *text)
{
	bool is_written;

	is_written = write_report(session, plans, lowered, results, text);
	if (session->options.stats)
		print_stats(lowered, results);
	return is_written ? end(session, lowered, results) : SG_EXIT_USAGE;
}
