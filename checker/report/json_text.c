// SPDX-License-Identifier: GPL-2.0-or-later
/* jansson's values from and to text. */
#include "report/json_text.h"

#include <stdlib.h>

#include "base/error.h"
#include "report/plain.h"

json_t *sg_json_plain(const char *text)
{
	struct sg_buf plain;
	json_t *string;

	sg_buf_init(&plain);
	sg_add_plain(&plain, text);
	string = json_stringn(plain.data, plain.length);
	sg_buf_release(&plain);
	return string;
}

void sg_json_set_run(json_t *object, const struct sg_run *run)
{
	json_object_set_new(object, "command", json_string(run->command));
	json_object_set_new(object, "policy", json_string(run->policy));
	if (run->kernel_version)
		json_object_set_new(object, "kernel",
		                    json_sprintf("%u.%u", run->kernel_version >> 8,
		                                 run->kernel_version & 0xff));
}

static int add(const char *data, size_t size, void *out)
{
	sg_buf_add(out, data, size);
	return 0;
}

void sg_json_add_take(struct sg_buf *out, json_t *root, unsigned indent)
{
	if (json_dump_callback(root, add, out, JSON_INDENT(indent)) < 0)
		sg_bug("a report has no JSON form");
	sg_buf_addc(out, '\n');
	json_decref(root);
}
