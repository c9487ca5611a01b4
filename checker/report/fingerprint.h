/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a finding is recognised by from one run to the next: a hash of its
 * identity, file and function, free of line numbers.  The version in the text
 * changes whenever what is hashed changes.
 */
#ifndef SG_REPORT_FINGERPRINT_H
#define SG_REPORT_FINGERPRINT_H

#include "core/finding.h"

#define SG_FINGERPRINT_VERSION "sglint/v1"

/* "sglint/v1:" and 32 hexadecimal digits. */
struct sg_fingerprint {
	char text[sizeof(SG_FINGERPRINT_VERSION ":") + 32];
};

/*
 * The fingerprints of all findings, in their order.  Findings of one function
 * that nothing but their place tells apart are numbered in the order of their
 * places, so pass the complete set: a part of it would be numbered anew.  Two
 * findings at one place (a header's function, met in two units) get the same.
 */
struct sg_fingerprint *sg_fingerprints_new(struct sg_arena *arena,
                                           const struct sg_findings *findings);

#endif
