// SPDX-License-Identifier: GPL-2.0-or-later
/* Every flag of the allow-list, the dangerous ones, and the way to the target. */
#include "driver/kbuild_args.h"
#include "driver/shell_words.h"
#include "tap.h"

static struct sg_arena *arena;

static struct sg_kbuild_words split(const char *text)
{
	struct sg_shell_words words = {0};

	sg_shell_split(arena, text, &words);
	return (struct sg_kbuild_words){.items = words.items, .count = words.count};
}

/* The arguments without the two that are always there, one blank between them. */
static const char *joined(const struct sg_kbuild_args *args)
{
	const char *text = "";

	for (uint32_t i = 1; i + 1 < args->args.count; i++)
		text = sg_arena_printf(arena, "%s%s%s", text, i > 1 ? " " : "",
		                       args->args.items[i]);
	return text;
}

struct row {
	const char *words;
	const char *expected;
};

static void check_flags(struct tap *tap, const struct row *rows, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const char *text =
			sg_arena_printf(arena, "--target=x86_64-linux-gnu %s x.c", rows[i].words);
		struct sg_kbuild_words words = split(text);
		struct sg_kbuild_args args;
		struct sg_error error;

		if (!TAP_OK(tap, sg_kbuild_args(arena, &words, &args, &error), rows[i].words))
			continue;
		TAP_IS(tap, joined(&args), rows[i].expected, rows[i].words);
		TAP_IS(tap, args.source ? args.source : "", "x.c", "the source is found");
	}
}

static void test_kept(struct tap *tap)
{
	static const char *const same[] = {
		"-Iinclude",
		"-iquoteinc",
		"-isysteminc",
		"-idirafterinc",
		"-include a.h",
		"-imacros a.h",
		"-nostdinc",
		"-DA",
		"-DA=1",
		"-UA",
		"-undef",
		"-ansi",
		"-std=gnu11",
		"-fms-extensions",
		"-fgnu89-inline",
		"-fasm",
		"-fno-asm",
		"-ffreestanding",
		"-fno-builtin",
		"-fno-builtin-wcslen",
		"-fwrapv",
		"-fno-strict-overflow",
		"-fstrict-flex-arrays=3",
		"-fshort-wchar",
		"-fshort-enums",
		"-fno-short-enums",
		"-fsigned-char",
		"-funsigned-char",
		"-fno-signed-char",
		"-fno-unsigned-char",
		"-fpack-struct=1",
		"-mlong-double-128",
		"-m16",
		"-m32",
		"-m64",
		"-mx32",
		"-mlittle-endian",
		"-mbig-endian",
		"-EL",
		"-EB",
		"-mabi=lp64",
		"-marm",
		"-mthumb",
		"-O",
		"-O0",
		"-O1",
		"-O2",
		"-O3",
		"-Os",
		"-Oz",
		"-fPIC",
		"-fpic",
		"-fPIE",
		"-fpie",
		"-fno-PIC",
		"-fno-pic",
		"-fno-PIE",
		"-fno-pie",
		"-fsanitize=kernel-address",
		"-fsanitize=kernel-hwaddress",
		"-fsanitize=kernel-memory",
		"-fsanitize=thread",
		"-fcf-protection=branch",
		"-msoft-float",
		"-mhard-float",
		"-mfloat-abi=soft",
		"-mfpu=neon",
		"-mgeneral-regs-only",
		"-mno-80387",
		"-mno-mmx",
		"-mno-3dnow",
		"-mno-sse",
		"-mno-sse2",
		"-mno-avx",
		"-mno-avx512f",
		"-mmmx",
		"-msse",
		"-msse2",
		"-mavx",
		"-maltivec",
		"-mno-altivec",
		"-mvsx",
		"-mno-vsx",
	};

	for (uint32_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		check_flags(tap, &(struct row){same[i], same[i]}, 1);
}

static void test_joined(struct tap *tap)
{
	static const struct row rows[] = {
		{"-I include", "-Iinclude"},
		{"-D A=1", "-DA=1"},
		{"-U A", "-UA"},
		{"-isystem inc", "-isysteminc"},
		{"-DKBUILD_MODNAME='\"nvme\"'", "-DKBUILD_MODNAME=\"nvme\""},
	};

	check_flags(tap, rows, sizeof(rows) / sizeof(rows[0]));
}

static void test_dropped(struct tap *tap)
{
	/* What harms, what Clang rejects, what says nothing of the source. */
	static const char *const dropped[] = {
		"-fplugin=./evil.so",
		"-fplugin-arg-evil-x=1",
		"-fpass-plugin=./evil.so",
		"-load ./evil.so",
		"-Xclang -load -Xclang ./evil.so",
		"-plugin evil",
		"-add-plugin evil",
		"-mllvm -load=./evil.so",
		"-B /evil",
		"-B/evil",
		"@evil",
		"-o evil.o",
		"-oevil.o",
		"-MD",
		"-MMD",
		"-MF evil.d",
		"-MFevil.d",
		"-MT evil",
		"-MQ evil",
		"-MJ evil.json",
		"-Wp,-MMD,evil.d",
		"-Wp,-MD,evil.d",
		"-Wp,-DA",
		"-Wa,--evil",
		"-Wl,-o,evil",
		"-Werror",
		"-Wall",
		"-Wno-evil",
		"-w",
		"-c",
		"-S",
		"-E",
		"-M",
		"-v",
		"-###",
		"-save-temps",
		"-ftime-trace=evil.json",
		"-fmodules-cache-path=evil",
		"-fmodule-file=evil",
		"-include-pch evil.pch",
		"-ivfsoverlay evil.yaml",
		"-specs evil",
		"--config evil.cfg",
		"--config=evil.cfg",
		"-fprofile-generate",
		"-fprofile-use=evil",
		"--coverage",
		"-fsave-optimization-record",
		"-cc1",
		"-emit-pch",
		"-x c",
		"-arch x",
		"-Xassembler evil",
		"-Xlinker evil",
		"-Xpreprocessor evil",
		"-T evil",
		"-L evil",
		"-l evil",
		"-u evil",
		"-z evil",
		"-aux-info evil",
		"-dumpdir evil",
		"-dumpbase evil",
		"-iprefix evil",
		"-iwithprefix evil",
		"-iwithprefixbefore evil",
		"-isysroot evil",
		"--sysroot evil",
		"--param asan-globals=1",
		"--param=asan-globals=1",
		"-fno-allow-store-data-races",
		"-fconserve-stack",
		"-mpreferred-stack-boundary=3",
		"-mindirect-branch=thunk-extern",
		"-mindirect-branch-register",
		"-mrecord-mcount",
		"-mnop-mcount",
		"-fno-var-tracking-assignments",
		"-femit-struct-debug-baseonly",
		"-fmin-function-alignment=16",
		"-fsanitize=bounds-strict",
		"-fsanitize=kcfi",
		"-flive-patching=inline-clone",
		"-fno-ipa-sra",
		"-fno-partial-inlining",
		"-fno-tree-loop-im",
		"-fasan-shadow-offset=0xdf",
		"-fdiagnostics-show-context",
		"-fcondition-coverage",
		"-falign-jumps=1",
		"-fno-gcse",
		"-mfentry",
		"-pg",
		"-mcmodel=kernel",
		"-march=rv64imac_zicsr",
		"-mtune=generic",
		"-Wbitwise",
		"-Wno-return-void",
		"-Wsparse-all",
		"-fmax-errors=5",
		"-fmax-warnings=5",
		"-D__CHECKER__",
		"-D__CHECKER__=1",
		"-D __STDC__",
		"-D__STDC__",
		"-DRANDSTRUCT_PLUGIN",
		"-DLATENT_ENTROPY_PLUGIN",
		"-DSTRUCTLEAK_PLUGIN",
		"-DSTACKLEAK_PLUGIN",
		"-DARM_SSP_PER_TASK_PLUGIN",
	};

	for (uint32_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		check_flags(tap, &(struct row){dropped[i], ""}, 1);
}

struct target_row {
	const char *words;
	const char *compiler;
	const char *arch; /* ARCH */
	const char *cross_compile;
	const char *expected; /* "": none */
};

static void test_targets(struct tap *tap)
{
	static const struct target_row rows[] = {
		{"--target=aarch64-linux-gnu --arch=x86", "x86_64-linux-gnu-gcc", "x86", NULL,
	         "--target=aarch64-linux-gnu"},
		{"-target riscv64-linux-gnu", NULL, NULL, NULL, "--target=riscv64-linux-gnu"},
		{"--arch=arm64", "x86_64-linux-gnu-gcc", "x86", NULL, "--target=aarch64-linux-gnu"},
		{"-O2", "x86_64-linux-gnu-gcc", "riscv", NULL, "--target=riscv64-linux-gnu"},
		{"-O2", "/opt/bin/aarch64-linux-gnu-gcc-12", NULL, NULL,
	         "--target=aarch64-linux-gnu"},
		{"-O2", NULL, NULL, "/opt/bin/arm-linux-gnueabi-", "--target=arm-linux-gnueabi"},
		{"-I/src/arch/s390/include", "gcc", NULL, NULL, "--target=s390x-linux-gnu"},
		{"-I./arch/um/include -I./arch/x86/include", "gcc", NULL, NULL,
	         "--target=x86_64-linux-gnu"},
		{"--arch=i386 -m32", NULL, NULL, NULL, "--target=x86_64-linux-gnu"},
		{"--arch=riscv -mabi=ilp32", NULL, NULL, NULL, "--target=riscv32-linux-gnu"},
		{"--arch=powerpc", NULL, NULL, NULL, "--target=powerpc64le-linux-gnu"},
		{"--arch=mips", NULL, NULL, NULL, "--target=mipsel-linux-gnu"},
		{"--arch=loongarch", NULL, NULL, NULL, "--target=loongarch64-linux-gnusf"},
		{"--arch=sparc", NULL, NULL, NULL, "--target=sparc64-linux-gnu"},
		{"--arch=hexagon", NULL, NULL, NULL, "--target=hexagon-linux-musl"},
		{"-O2 -m64", "gcc", NULL, NULL, ""},
		{"-O2", "clang-19", NULL, NULL, ""},
		{"--arch=vax", NULL, NULL, NULL, ""},
	};

	for (uint32_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct sg_kbuild_words words = split(rows[i].words);
		struct sg_kbuild_args args;
		bool is_ok;

		words.compiler = rows[i].compiler;
		words.arch = rows[i].arch;
		words.cross_compile = rows[i].cross_compile;
		is_ok = sg_kbuild_args(arena, &words, &args, NULL);
		TAP_IS(tap, is_ok ? args.args.items[0] : "", rows[i].expected, rows[i].words);
		if (is_ok)
			TAP_IS(tap, args.args.items[args.args.count - 1], "-Wno-everything",
			       "warnings are off");
	}
}

/* The same unit by CHECK mode's words and by its command. */
static void test_same_arguments(struct tap *tap)
{
	static const char common[] =
		"-Wp,-MMD,drivers/x/.y.o.d -nostdinc -I/src/arch/x86/include "
		"-I./include/generated/uapi -include /src/include/linux/kconfig.h -D__KERNEL__ "
		"-m64 -DKBUILD_MODNAME='\"y\"'";
	static const char checkflags[] =
		"-D__linux__ -Dlinux -D__STDC__ -Dunix -D__unix__ -Wbitwise -Wno-return-void "
		"-fdiagnostic-prefix -DCF --arch=x86 -mlittle-endian -m64 -D__x86_64__";
	struct sg_kbuild_words words =
		split(sg_arena_printf(arena, "%s %s /src/drivers/x/y.c", checkflags, common));
	struct sg_kbuild_args by_check, by_command;

	words.has_checkflags = true;
	TAP_OK(tap, sg_kbuild_args(arena, &words, &by_check, NULL), "CHECK mode's words");
	words = split(sg_arena_printf(arena, "%s -c -o drivers/x/y.o /src/drivers/x/y.c", common));
	words.compiler = "gcc";
	TAP_OK(tap, sg_kbuild_args(arena, &words, &by_command, NULL), "the command");
	TAP_IS(tap, joined(&by_check), joined(&by_command), "the same arguments");
	TAP_IS(tap, by_check.args.items[0], by_command.args.items[0], "the same target");
	TAP_IS(tap, by_check.object, "drivers/x/y.o", "the object of CHECK mode");
	TAP_IS(tap, by_command.object, "drivers/x/y.o", "the object of the command");
	TAP_IS(tap, by_check.module, "y", "the module");
	TAP_IS(tap, by_check.kernel_source, "/src", "the kernel's source");
	TAP_IS(tap, by_check.kernel_build, ".", "the kernel's build tree");
	TAP_IS(tap, by_check.diagnostic_prefix, "sglint: ", "the prefix robots ask for");
	TAP_IS(tap, by_check.source, "/src/drivers/x/y.c", "the source");
}

static void test_odd_ends(struct tap *tap)
{
	static const char *const odd[] = {
		"-I",      "-D", "-include", "-o",        "-target",
		"-Xclang", "-",  "--",       "-Wp,-MMD,", "-fdiagnostic-prefix="};

	for (uint32_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		struct sg_kbuild_words words =
			split(sg_arena_printf(arena, "--arch=x86 %s", odd[i]));
		struct sg_kbuild_args args;

		TAP_OK(tap, sg_kbuild_args(arena, &words, &args, NULL), odd[i]);
		TAP_OK(tap, !args.source && !args.object, "neither source nor object");
	}
}

int main(void)
{
	struct tap tap = {0};

	arena = sg_arena_new("test");
	test_kept(&tap);
	test_joined(&tap);
	test_dropped(&tap);
	test_targets(&tap);
	test_same_arguments(&tap);
	test_odd_ends(&tap);
	sg_arena_free(arena);
	return tap_done(&tap);
}
