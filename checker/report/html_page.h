/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of the HTML report's page: the files of html/, embedded at build time. */
#ifndef SG_REPORT_HTML_PAGE_H
#define SG_REPORT_HTML_PAGE_H

/* A line "@style@", "@data@" or "@script@" stands for that part. */
extern const char sg_page_html[];
extern const char sg_page_css[];
extern const char sg_page_js[];

#endif
