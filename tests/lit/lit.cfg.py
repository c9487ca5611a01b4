# SPDX-License-Identifier: GPL-2.0-or-later
"""How the tests run; CONTRIBUTING.md says how to write one."""
import importlib.util
import os
import shutil
import sys

import lit.formats

config.name = "sglint"
config.test_source_root = os.path.dirname(__file__)
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".sgir", ".test"]
config.excludes = ["Inputs", "lit.cfg.py"]
config.recursiveExpansionLimit = 4
sys.path.insert(0, config.test_source_root)

# lit's own limit needs a Python package (psutil) that Debian's lit comes without,
# so each run of a tool has its limit too.
config.seconds = 60
if lit_config.maxIndividualTestTime == 0 and lit_config.maxIndividualTestTimeIsSupported[0]:
    lit_config.maxIndividualTestTime = config.seconds
limited = f"timeout {config.seconds}"

source, build = config.sglint_source, config.sglint_build
shim_include = os.path.join(source, "kernel-shim", "include")
path = [build, config.llvm_bindir, config.environment.get("PATH", os.environ["PATH"])]
config.environment["PATH"] = os.pathsep.join(path)
# What a user has set must not change what a test sees.
for variable in ("SGLINT_FLAGS", "SGLINT_DIR", "ARCH", "CROSS_COMPILE", "NO_COLOR"):
    config.environment.pop(variable, None)

config.shim_flags = (
    f"-std=gnu11 -nostdinc -I {shim_include} -D__KERNEL__ --target=x86_64-linux-gnu"
)
file_check = "FileCheck %s --allow-empty --implicit-check-not='{{(warning|error):}}'"

programs = f"--sglint {build}/sglint --build {build} --compiler {config.clang}"

# Longer names first: lit replaces plain text, one name after the other.
flags = f"-- {config.shim_flags}"
config.substitutions += [
    ("%shim-flags", config.shim_flags),
    ("%shim", shim_include),
    ("%check-possible", f"%sglint check --level=possible %s {flags} | {file_check}"),
    ("%check-rfc", f"%sglint check --policy=rfc %s {flags} | {file_check}"),
    ("%check-ir", f"%sg-ir analyze %s | {file_check}"),
    ("%check", f"%sglint check %s {flags} | {file_check}"),
    ("%paired", f"%python %source/tests/pairing/paired.py {programs} --scratch %t.dir %s"),
    ("%programs", programs),
    ("%program", os.path.join(build, "sglint")),
    ("%sglint", f"{limited} {os.path.join(build, 'sglint')}"),
    ("%sg-ir", f"{limited} {os.path.join(build, 'sg-ir')}"),
    ("%source", source),
    ("%build", build),
    ("%clang", config.clang),
    ("%python", sys.executable),
]

for arch, kernel_build in config.kernel_builds.items():
    if kernel_build:
        config.available_features.add(f"kernel-{arch}")
        config.substitutions.append((f"%kernel-{arch}", kernel_build))
# Without memory the sanitizer's report hangs; the program's own does not.
config.environment["ASAN_OPTIONS"] = "allocator_may_return_null=1"
if config.kernel_tree:
    config.available_features.add("kernel-tree")
    config.substitutions.append(("%kernel", config.kernel_tree))
modules = os.path.join(config.npm, "node_modules")
multitool = os.path.join(modules, "@microsoft", "sarif-multitool-linux")
config.substitutions += [("%sarif-multitool", multitool), ("%node-modules", modules)]
if config.npm and os.path.exists(multitool):
    config.available_features.add("sarif-multitool")
chromium = shutil.which("chromium")
if config.npm and chromium and os.path.exists(os.path.join(modules, "playwright-core")):
    config.available_features.add("browser")
    config.substitutions.append(("%chromium", chromium))
for tool in ("node", "sparse", "gcc", "nvim", "cvise", "mandoc", "shellcheck"):
    if shutil.which(tool):
        config.available_features.add(tool)
with open("/proc/cpuinfo", encoding="utf-8") as file:
    if "avx2" in file.read():
        config.available_features.add("avx2")
if os.path.exists(config.clang):
    config.available_features.add("clang")
if all(os.path.exists(f"{build}/shim-run-{carrier}") for carrier in ("page_link", "pfn_t")):
    config.available_features.add("shim-reference")
for module, feature in (("yaml", "python-yaml"), ("jsonschema", "jsonschema")):
    if importlib.util.find_spec(module):
        config.available_features.add(feature)
