# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a kernel tree of a few files, as kbuild leaves one behind after a build.

usage: make_tree.py DIRECTORY COMMAND-PREFIX

Every unit has a .cmd file, an object, and a shell script check-NAME.sh that
calls $CHECK the way 'make C=2' does.
"""
import os
import shlex
import sys

HEADER = """\
void __iomem *ioremap(unsigned long start, unsigned long size);
void iounmap(volatile void __iomem *address);
"""
BAD = """\
#include <linux/io.h>

int {0}_bad(unsigned long start)
{{
	int *{0} = (int __force *)ioremap(start, 4);

	return *{0};
}}
"""
GOOD = "int good_ok(void) { return 0; }\n"
UNITS = {"one": BAD.format("one"), "two": BAD.format("two"), "good": GOOD}
FLAGS = (
    "-nostdinc -I./arch/x86/include -I./include -I./include/generated/uapi"
    " -include ./include/linux/kconfig.h -D__KERNEL__ -std=gnu11 -Wall -O2 -fconserve-stack"
)
CHECKFLAGS = (
    "-D__linux__ -Dlinux -D__STDC__ -Dunix -D__unix__ -Wbitwise -Wno-return-void"
    " -Wno-unknown-attribute $CF --arch=x86 -mlittle-endian -m64 -D__x86_64__"
)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    root, prefix = sys.argv[1:]
    write(f"{root}/include/linux/io.h", HEADER)
    write(f"{root}/include/linux/kconfig.h", "#define __iomem\n#define __force\n")
    write(f"{root}/include/generated/autoconf.h", "")
    write(f"{root}/include/config/kernel.release", "6.12.1\n")
    os.makedirs(f"{root}/arch/x86/include", exist_ok=True)
    for name, text in UNITS.items():
        base = f"drivers/x/{name}"
        flags = f"-Wp,-MMD,drivers/x/.{name}.o.d {FLAGS} -DKBUILD_MODNAME='\"{name}\"'"
        write(f"{root}/{base}.c", text)
        write(f"{root}/{base}.o", "")
        write(
            f"{root}/drivers/x/.{name}.o.cmd",
            f"{prefix}_{base}.o := gcc {flags} -c -o {base}.o {base}.c ; true\n\n"
            f"source_{base}.o := {base}.c\n",
        )
        write(
            f"{root}/check-{name}.sh",
            f"cd {shlex.quote(root)} && $CHECK {CHECKFLAGS} {flags} {base}.c\n",
        )
    # What is no unit: a host program, and what modpost compiles.
    write(f"{root}/scripts/.tool.o.cmd", "savedcmd_scripts/tool.o := gcc -c -o x scripts/tool.c\n")
    write(
        f"{root}/drivers/x/.one.mod.o.cmd",
        f"{prefix}_drivers/x/one.mod.o := gcc {FLAGS} -c -o drivers/x/one.mod.o drivers/x/one.mod.c\n",
    )


main()
