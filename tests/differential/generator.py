# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts random programs together: memory from a source, by some hops, to its uses."""
import guards
import hops
import sources
import uses
from program import Object, Program, block

PREAMBLE = """\
// SPDX-License-Identifier: GPL-2.0-or-later
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/bvec.h>
#include <linux/dma-buf.h>
#include <linux/dma-mapping.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/iosys-map.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/pfn_t.h>
#include <linux/platform_device.h>
#include <linux/remoteproc.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <shim/program.h>
#include <shim/world.h>

#define IO_FRAME (PFN_DEV | PFN_MAP | PFN_IOMEM)

struct registers {
	u32 control;
	u32 status;
	u32 enable : 1;
};

static unsigned int sink;
"""

KINDS = [
    (6, "pointer"),
    (2, "token"),
    (2, "window"),
    (4, "page"),
    (9, "list"),
    (3, "table"),
    (2, "imported"),
    (4, "map"),
    (2, "pfn"),
    (2, "vector"),
]
# Uses of one program; each has a fresh object, or one that is there already.
EPISODES = [(1, 2), (4, 3), (3, 4), (1, 5)]
HOPS = [(2, 0), (4, 1), (3, 2), (1, 3)]


class Site:
    """Where a use stands: the name of its object there, and how the function is left."""

    def __init__(self, expr, count, leave, is_entry):
        self.expr = expr
        self.count = count
        self.leave = leave
        self.is_entry = is_entry


def test_at(p, item, site):
    """A test of the object that can be written at the site; None: there is none."""
    known = item
    if not site.is_entry:
        tests = tuple(test for test in item.tests if "{v}" in test)
        known = Object(item.kind, item.expr, tests, item.count, item.is_token)
    test = known.test(p.rng, site.expr)
    if test is None or test == known.literal or not p.chance(0.3):
        return test
    return tested_by_helper(p, known)(site.expr)


def tested_by_helper(p, item):
    """The test as a function of its own; returns what makes a call of it."""
    templates = [test for test in item.tests if "{v}" in test]
    if not templates:
        return lambda expr: item.test(p.rng, expr)
    p.feature("guard-helper")
    body = p.rng.choice(templates).replace("{v}", "v")
    if p.chance(0.3):
        lines = [*block(f"if ({body})", ["return true;"]), "return false;"]
    else:
        lines = [f"return {body};"]
    name = p.helper(f"bool {{f}}({hops.type_of(item)}v)", lines)
    return lambda expr: f"{name}({expr})"


def plain_use(p, item, site):
    lines = uses.statements(p, item, site.expr, site.count)
    return guards.guarded(p, test_at(p, item, site), lines, site.leave)


def entry_use(p, item, site, head, sg="sg"):
    """A use of single entries: 'head' opens a block in which 'sg' is one."""
    entry = Object("entry", sg, item.tests)
    inner = Site(sg, "1", "break;" if head.startswith("for") else site.leave, False)
    lines = guards.guarded(p, test_at(p, entry, inner), uses.statements(p, entry, sg), inner.leave)
    return ["{", "struct scatterlist *sg;", "unsigned int i;", "", *block(head, lines),
            "sink ^= i;", "}"]


LIST_SHAPES = [
    (5, "whole"), (5, "each"), (2, "first"), (2, "next"), (2, "last"), (2, "moved"),
]  # fmt: skip


def list_use(p, item, site):
    shape = p.choose(LIST_SHAPES)
    if shape == "whole":
        return whole_list_use(p, item, site)
    p.feature(f"entries-{shape}")
    if shape == "moved":
        return moved_on_use(p, item, site)
    if shape == "each":
        return entry_use(p, item, site, f"for_each_sg({site.expr}, sg, {site.count}, i)")
    if shape == "first":
        entry = Object("entry", site.expr, item.tests)
        return plain_use(p, entry, Site(site.expr, "1", site.leave, site.is_entry))
    step = f"sg_next({site.expr})" if shape == "next" else f"sg_last({site.expr}, {site.count})"
    return entry_use(p, item, site, f"for (i = 0, sg = {step}; sg && i < 1; i++)")


def moved_on_use(p, item, site):
    """The test is of the first entry, the use of the next one."""
    entry = Object("entry", "sg", item.tests)
    test = entry.test(p.rng)
    lines = ["{", f"struct scatterlist *sg = {site.expr};"]
    if test:
        p.feature("guard-stale-entry")
        lines += [f"bool is_io = {test};"]
    lines += ["", "sg = sg_next(sg);"]
    use = block("if (sg)", uses.statements(p, entry, "sg"))
    return [*lines, *guards.guarded(p, "is_io" if test else None, use, site.leave), "}"]


def whole_list_use(p, item, site):
    """A use of all entries; the test of one entry stands for all, which it may not be."""
    return plain_use(p, item, site)


def table_use(p, item, site):
    if p.chance(0.4):
        tests = tuple(test.replace("{v}", "({v})->sgl") for test in item.tests)
        literal = item.literal
        known = Object("table", item.expr, tests, literal=literal)
        return plain_use(p, known, site)
    p.feature("entries-table")
    return entry_use(p, item, site, f"for_each_sgtable_sg({site.expr}, sg, i)")


def use_at(p, item, site):
    special = {"list": list_use, "table": table_use}
    return special.get(item.kind, plain_use)(p, item, site)


# Where the use stands.


def inline(p, item):
    p.add(*use_at(p, item, Site(item.expr, item.count, "return 0;", True)))


def in_loop(p, item):
    i = p.variable("unsigned int ", "i", "0")
    lines = use_at(p, item, Site(item.expr, item.count, "break;", True))
    p.add(*block(f"for ({i} = 0; {i} < 1 + {p.small_number()}; {i}++)", lines))


def parameters(item, name="v"):
    return f"{hops.type_of(item)}{name}, unsigned int n, const unsigned int *in"


HELPER_SITE = ("v", "n", "return;", False)


def call(p, item, name):
    """
    Calls the helper; where that has no test, perhaps with one before.  Two tests that
    contradict each other would leave a use that is never reached.
    """
    statement = [f"{name}({item.expr}, {item.count}, in);"]
    site = Site(item.expr, item.count, "return 0;", True)
    if p.is_guarded or item.kind in ("list", "table", "imported") or p.chance(0.5):
        p.add(*statement)
    else:
        p.add(*guards.guarded(p, test_at(p, item, site), statement, site.leave))


def in_helper(p, item):
    lines = use_at(p, item, Site(*HELPER_SITE))
    call(p, item, p.helper(f"void {{f}}({parameters(item)})", lines))


def in_chain(p, item):
    """Two calls between the caller and the use."""
    lines = use_at(p, item, Site(*HELPER_SITE))
    inner = p.helper(f"void {{f}}({parameters(item)})", lines)
    call(p, item, p.helper(f"void {{f}}({parameters(item)})", [f"{inner}(v, n, in);"]))


def in_callback(p, item):
    lines = use_at(p, item, Site(*HELPER_SITE))
    name = p.helper(f"void {{f}}({parameters(item)})", lines)
    record = p.record("ops", [f"void (*use)({parameters(item)});"])
    ops = p.global_name("ops")
    p.helpers.append(f"static const {record} {ops} = {{.use = {name}}};")
    call(p, item, f"{ops}.use")


def in_recursion(p, item):
    name = p.global_name("walk")
    lines = use_at(p, item, Site(*HELPER_SITE))
    body = [*block("if (depth)", [f"{name}(v, n, in, depth - 1);", "return;"]), *lines]
    p.helpers += ["", f"static void {name}({parameters(item)}, unsigned int depth)"]
    p.helpers += ["{", *body, "}"]
    p.add(f"{name}({item.expr}, {item.count}, in, {p.small_number()});")


def behind_record(p, item):
    """The helper gets a record that holds the object, and perhaps the test's answer."""
    members = [f"{hops.type_of(item)}it;", "bool is_io;", "unsigned int n;"]
    record = p.record("request", members)
    s = p.variable(f"{record} ", "request")
    p.add(f"{s}.it = {item.expr};", f"{s}.n = {item.count};")
    known = Object(item.kind, "s->it", item.tests, "s->n", item.is_token)
    test = item.test(p.rng)
    if test and item.kind not in ("list", "table") and p.chance(0.5):
        p.feature("guard-in-field")
        p.add(f"{s}.is_io = {test};")
        known.tests = ("(sink ? s->is_io : s->is_io)",) if p.chance(0.1) else ("s->is_io",)
        lines = uses.statements(p, known, "s->it", "s->n")
        lines = guards.guarded(p, known.tests[0], lines, "return;")
    else:
        lines = use_at(p, known, Site("s->it", "s->n", "return;", False))
    name = p.helper(f"void {{f}}({record} *s, const unsigned int *in)", lines)
    p.add(f"{name}(&{s}, in);")


def with_answer(p, item):
    """The helper gets the test's answer as an argument."""
    test = item.test(p.rng)
    if test is None or item.kind in ("list", "table"):
        in_helper(p, item)
        return
    p.feature("guard-argument")
    lines = uses.statements(p, item, "v", "n")
    lines = guards.guarded(p, "is_io", lines, "return;")
    name = p.helper(f"void {{f}}({parameters(item)}, bool is_io)", lines)
    p.add(f"{name}({item.expr}, {item.count}, in, {test});")


def stale(p, item):
    """The answer is of the variable's old value."""
    test = item.test(p.rng)
    if test is None or item.kind in ("list", "table", "imported"):
        inline(p, item)
        return
    p.feature("guard-stale")
    answer = p.variable("bool ", "is_io", "false")
    p.add(f"{answer} = {test};")
    other = sources.SOURCES[item.kind](p)
    p.add(*block(f"if ({p.bit()})", [f"{item.expr} = {other.expr};"]))
    lines = uses.statements(p, item, item.expr, item.count)
    p.add(*guards.guarded(p, answer, lines, "return 0;"))


def wrong_object(p, item):
    """The test is of another object of the same kind."""
    if item.test(p.rng) is None or item.kind in ("list", "table", "imported"):
        inline(p, item)
        return
    other = sources.SOURCES[item.kind](p)
    test = other.test(p.rng)
    if test is None:
        inline(p, item)
        return
    p.feature("guard-wrong-object")
    lines = uses.statements(p, item, item.expr, item.count)
    p.add(*guards.guarded(p, test, lines, "return 0;"))


PLACES = [
    (4, "inline", inline),
    (3, "helper", in_helper),
    (2, "call-chain", in_chain),
    (2, "callback", in_callback),
    (2, "recursion", in_recursion),
    (2, "loop", in_loop),
    (3, "record", behind_record),
    (2, "answer", with_answer),
    (2, "stale", stale),
    (2, "other", wrong_object),
]


def episode(p, known):
    if known and p.chance(0.25):
        p.feature("object-again")
        item = p.rng.choice(known)
    else:
        item = sources.SOURCES[p.choose(KINDS)](p)
        for _ in range(p.choose(HOPS)):
            item = hops.take(p, item)
        known.append(item)
    name, place = p.choose([(weight, (name, place)) for weight, name, place in PLACES])
    p.feature(f"place-{name}")
    place(p, item)


def make_program(seed):
    p = Program(seed)
    known = []
    for _ in range(p.choose(EPISODES)):
        episode(p, known)
    return p


def make_unit(seeds):
    """One C file with a program for each seed; returns the programs and the text."""
    programs = [make_program(seed) for seed in seeds]
    lines = PREAMBLE.splitlines()
    for program in programs:
        program.first_line = len(lines) + 1
        lines += ["", *program.text()]
        program.last_line = len(lines)
    return programs, "\n".join(lines) + "\n"
