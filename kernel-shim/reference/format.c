// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * printf() as the kernel has it, as far as it matters here: which arguments are
 * read through.  The kernel's messages go nowhere.
 */
#include "internal.h"

#include <linux/device.h>
#include <linux/string.h>

#define NUMBER_SIZE 32
#define MESSAGE_SIZE 1024

struct output {
	char *buf;
	size_t size, length; /* length counts what did not fit, too */
};

struct conversion {
	int width, precision; /* -1: none given */
	bool is_left, is_zero, is_hash;
	int longs; /* how many l; h is negative */
};

static void put(struct output *out, char c)
{
	if (out->length + 1 < out->size)
		out->buf[out->length] = c;
	out->length++;
}

static void put_padded(struct output *out, const char *text, size_t length,
                       const struct conversion *conv)
{
	size_t pad =
		conv->width > 0 && (size_t)conv->width > length ? (size_t)conv->width - length : 0;

	for (; !conv->is_left && pad; pad--)
		put(out, conv->is_zero ? '0' : ' ');
	for (size_t i = 0; i < length; i++)
		put(out, text[i]);
	for (; pad; pad--)
		put(out, ' ');
}

static void put_number(struct output *out, u64 value, bool is_negative, unsigned int base,
                       const struct conversion *conv)
{
	char digits[NUMBER_SIZE];
	size_t at = sizeof(digits);

	do {
		digits[--at] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	if (base == 16 && conv->is_hash) {
		digits[--at] = 'x';
		digits[--at] = '0';
	}
	if (is_negative)
		digits[--at] = '-';
	put_padded(out, &digits[at], sizeof(digits) - at, conv);
}

static void put_string(struct output *out, const char *s, const struct conversion *conv)
{
	size_t max = conv->precision >= 0 ? (size_t)conv->precision : ~0UL;

	if (!s)
		s = "(null)";
	if (shim_is_plain_string(s))
		put_padded(out, s, strnlen(s, max), conv);
}

/* %ph reads as many bytes as the width says; the other forms print the value. */
static const char *put_pointer(struct output *out, const char *format, const void *p,
                               const struct conversion *conv)
{
	if (format[1] == 'h') {
		size_t count = conv->width > 0 ? (size_t)conv->width : 1;
		struct conversion byte = {.width = 2, .precision = -1, .is_zero = true};

		for (size_t i = 0; shim_is_plain(p, count) && i < count; i++)
			put_number(out, ((const u8 *)p)[i], false, 16, &byte);
		return format + 1;
	}
	put_number(out, (unsigned long)p, false, 16, conv);
	while ((format[1] >= 'a' && format[1] <= 'z') || (format[1] >= 'A' && format[1] <= 'Z'))
		format++;
	return format;
}

static int digits(const char **format)
{
	int value = 0;

	for (; **format >= '0' && **format <= '9'; (*format)++)
		value = value * 10 + (**format - '0');
	return value;
}

static const char *parse_flags(const char *format, struct conversion *conv)
{
	for (;; format++) {
		if (*format == '-')
			conv->is_left = true;
		else if (*format == '0')
			conv->is_zero = true;
		else if (*format == '#')
			conv->is_hash = true;
		else if (*format != ' ' && *format != '+')
			return format;
	}
}

static const char *parse_size(const char *format, struct conversion *conv)
{
	for (;; format++) {
		if (*format == 'l' || *format == 'z' || *format == 't')
			conv->longs++;
		else if (*format == 'h')
			conv->longs--;
		else
			return format;
	}
}

/* Width and precision; a star takes them from the arguments. */
static int parse_count(const char **format, va_list *args)
{
	if (**format != '*')
		return digits(format);
	(*format)++;
	return va_arg(*args, int);
}

static const char *parse(const char *format, struct conversion *conv, va_list *args)
{
	format = parse_flags(format, conv);
	conv->width = parse_count(&format, args);
	if (*format == '.') {
		format++;
		conv->precision = parse_count(&format, args);
	}
	return parse_size(format, conv);
}

static void put_signed(struct output *out, const struct conversion *conv, va_list *args)
{
	long long value = conv->longs > 0 ? va_arg(*args, long) : va_arg(*args, int);
	u64 positive = value < 0 ? 0 - (u64)value : (u64)value;

	put_number(out, positive, value < 0, 10, conv);
}

static void put_unsigned(struct output *out, char letter, const struct conversion *conv,
                         va_list *args)
{
	u64 value = conv->longs > 0 ? va_arg(*args, unsigned long) : va_arg(*args, unsigned int);
	unsigned int base = letter == 'u' ? 10 : letter == 'o' ? 8 : 16;

	put_number(out, value, false, base, conv);
}

/* At the letter; the last one that was read. */
static const char *put_converted(struct output *out, const char *letter,
                                 const struct conversion *conv, va_list *args)
{
	char c;

	switch (*letter) {
	case 's':
		put_string(out, va_arg(*args, const char *), conv);
		return letter;
	case 'p':
		return put_pointer(out, letter, va_arg(*args, const void *), conv);
	case 'c':
		c = (char)va_arg(*args, int);
		put_padded(out, &c, 1, conv);
		return letter;
	case 'd':
	case 'i':
		put_signed(out, conv, args);
		return letter;
	case 'u':
	case 'x':
	case 'X':
	case 'o':
		put_unsigned(out, *letter, conv, args);
		return letter;
	default:
		put(out, *letter);
		return letter;
	}
}

static void format_all(struct output *out, const char *format, va_list *args)
{
	for (; *format; format++) {
		struct conversion conv = {.precision = -1};

		if (*format != '%') {
			put(out, *format);
			continue;
		}
		format = parse(format + 1, &conv, args);
		if (!*format)
			return;
		format = put_converted(out, format, &conv, args);
	}
}

static int format_into(char *buf, size_t size, const char *format, va_list args)
{
	struct output out = {buf, size, 0};
	va_list copy;

	if (!shim_is_plain(buf, size))
		return 0;
	va_copy(copy, args);
	format_all(&out, format, &copy);
	va_end(copy);
	if (size)
		buf[out.length < size ? out.length : size - 1] = '\0';
	return (int)out.length;
}

int snprintf(char *buf, size_t size, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = format_into(buf, size, format, args);
	va_end(args);
	return length;
}

int scnprintf(char *buf, size_t size, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = format_into(buf, size, format, args);
	va_end(args);
	return length < (int)size ? length : (int)size - 1;
}

int sprintf(char *buf, const char *format, ...)
{
	va_list args;
	int length;

	if (!shim_is_plain(buf, 1))
		return 0;
	va_start(args, format);
	length = format_into(buf, MESSAGE_SIZE, format, args);
	va_end(args);
	return length;
}

static int discard(const char *format, va_list args)
{
	char message[MESSAGE_SIZE] = "";

	return format_into(message, sizeof(message), format, args);
}

int _printk(const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = discard(format, args);
	va_end(args);
	return length;
}

#define DEVICE_MESSAGE(name)                                         \
	void name(const struct device *dev, const char *format, ...) \
	{                                                            \
		va_list args;                                        \
                                                                     \
		(void)dev;                                           \
		va_start(args, format);                              \
		discard(format, args);                               \
		va_end(args);                                        \
	}

DEVICE_MESSAGE(_dev_err)
DEVICE_MESSAGE(_dev_warn)
DEVICE_MESSAGE(_dev_info)

int dev_err_probe(const struct device *dev, int err, const char *format, ...)
{
	va_list args;

	(void)dev;
	va_start(args, format);
	discard(format, args);
	va_end(args);
	return err;
}

void panic(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	discard(format, args);
	va_end(args);
	SHIM_DIE(SHIM_BUG_ON);
}

void print_hex_dump(const char *level, const char *prefix_str, int prefix_type, int rowsize,
                    int groupsize, const void *buf, size_t len, bool ascii)
{
	(void)level;
	(void)prefix_str;
	(void)prefix_type;
	(void)rowsize;
	(void)groupsize;
	(void)ascii;
	shim_is_plain(buf, len);
}

int hex_dump_to_buffer(const void *buf, size_t len, int rowsize, int groupsize, char *linebuf,
                       size_t linebuflen, bool ascii)
{
	struct output out = {linebuf, linebuflen, 0};
	struct conversion byte = {.width = 2, .precision = -1, .is_zero = true};

	(void)rowsize;
	(void)groupsize;
	(void)ascii;
	for (size_t i = 0; shim_is_plain(buf, len) && i < len; i++)
		put_number(&out, ((const u8 *)buf)[i], false, 16, &byte);
	return (int)out.length;
}
