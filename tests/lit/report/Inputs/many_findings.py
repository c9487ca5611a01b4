# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints a C file with 5,000 findings, each one call deep."""
print("#include <linux/io.h>\n")
for number in range(5000):
    print(
        f"static u32 read_{number}(u32 *registers, int index)\n"
        "{\n"
        "\treturn registers[index];\n"
        "}\n\n"
        f"u32 probe_{number}_bad(resource_size_t start)\n"
        "{\n"
        "\tu32 *registers = (u32 __force *)ioremap(start, 64);\n\n"
        f"\treturn read_{number}(registers, 3);\n"
        "}\n"
    )
