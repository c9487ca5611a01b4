// SPDX-License-Identifier: GPL-2.0-or-later
/* The words of source as it is written. */
#include "driver/words.h"

#include "base/buf.h"
#include "tap.h"

/* "name .member struct:tag <file> "file"" of 'text' */
static void check(struct tap *tap, const char *text, const char *expected, const char *what)
{
	struct sg_words words;
	struct sg_word word;
	struct sg_buf got;

	sg_buf_init(&got);
	sg_words_init(&words, text, strlen(text));
	while (sg_words_next(&words, &word)) {
		bool is_file = word.kind == SG_WORD_INCLUDE;

		if (got.length > 0)
			sg_buf_addc(&got, ' ');
		if (word.kind == SG_WORD_MEMBER)
			sg_buf_addc(&got, '.');
		if (word.kind == SG_WORD_TAG)
			sg_buf_adds(&got, "struct:");
		if (is_file)
			sg_buf_addc(&got, word.is_quoted ? '"' : '<');
		sg_buf_add(&got, word.text, word.length);
		if (is_file)
			sg_buf_addc(&got, word.is_quoted ? '"' : '>');
	}
	TAP_IS(tap, got.data, expected, what);
	sg_buf_release(&got);
}

int main(void)
{
	struct tap tap = {0};

	check(&tap, "", "", "an empty file");
	check(&tap, "a->b.c + d", "a .b .c d", "members");
	check(&tap, ".ops = {.put = f}", ".ops .put f", "designators");
	check(&tap, "a . \n b", "a .b", "with blanks between");
	check(&tap, "f(a)b", "f a b", "what follows a member is none");
	check(&tap, "struct s *p; union u v", "struct struct:s p union struct:u v", "tags");
	check(&tap, "a /* b\n ** / c */ d // e\nf", "a d f", "comments");
	check(&tap, "a /* b", "a", "an open comment");
	check(&tap, "\"x \\\" y\" a 'z' '\\'' b", "a b", "literals");
	check(&tap, "#error don't\na", "error don a", "an apostrophe ends with its line");
	check(&tap, "0x1f 12UL 1.5e3f a1", "a1", "numbers");
	check(&tap, "#include <linux/io.h>\n  # include \"x.h\"\n", "<linux/io.h> \"x.h\"",
	      "files");
	check(&tap, "#include MACRO\n#define A B\n", "MACRO define A B", "directives");
	check(&tap, "a #include \"x.h\"", "a include", "a # inside a line");
	check(&tap, "#include \"x", "", "a name that does not end");
	return tap_done(&tap);
}
