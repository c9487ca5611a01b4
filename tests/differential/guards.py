# SPDX-License-Identifier: GPL-2.0-or-later
"""Tests of the memory's kind around a use: right ones in every form, and wrong ones."""
from program import block


def early_exit(p, test, use, leave):
    return [*block(f"if ({test})", [leave]), *use]


def negated(p, test, use, leave):
    return block(f"if (!({test}))", use)


def stored(p, test, use, leave):
    return ["{", f"bool is_io = {test};", "", *block("if (!is_io)", use), "}"]


def compared(p, test, use, leave):
    return block(f"if (({test}) == false)", use)


def both_arms(p, test, use, leave):
    return [*block(f"if ({test})", ["sink++;"])[:-1], "} else {", *use, "}"]


def warned(p, test, use, leave):
    return [*block(f"if (WARN_ON({test}))", [leave]), *use]


def hinted(p, test, use, leave):
    return [*block(f"if (unlikely({test}))", [leave]), *use]


def alone_or(p, test, use, leave):
    return [*block(f"if (({test}) || {p.input_anywhere()})", [leave]), *use]


def combined_and(p, test, use, leave):
    """Right: RAM is proved together with something else."""
    return block(f"if ({p.input_anywhere()} && !({test}))", use)


def weakened_and(p, test, use, leave):
    """Wrong: leaves for I/O memory only when something else holds as well."""
    return [*block(f"if (({test}) && {p.input_anywhere()})", [leave]), *use]


def weakened_or(p, test, use, leave):
    """Wrong: goes on when something else holds, whatever the memory is."""
    return block(f"if (!({test}) || {p.input_anywhere()})", use)


def inverted(p, test, use, leave):
    """Wrong: the use is on the branch for I/O memory."""
    return block(f"if ({test})", use)


def ignored(p, test, use, leave):
    """Wrong: the answer is computed and not used."""
    return ["{", f"bool is_io = {test};", "", "sink ^= is_io;", *use, "}"]


def kept_in_number(p, test, use, leave):
    return ["{", f"unsigned int kind = ({test}) ? 2 : 1;", "", *block("if (kind == 1)", use), "}"]


def switched(p, test, use, leave):
    head = f"switch ((int)({test})) {{"
    return [head, "case 0: {", *use, "break;", "}", "default:", "break;", "}"]


def jumped(p, test, use, leave):
    label = p.name("skip")
    return [*block(f"if ({test})", [f"goto {label};"]), *use, f"{label}:", ";"]


def as_loop_condition(p, test, use, leave):
    return block(f"while (!({test}))", [*use, "break;"])


def nested(p, test, use, leave):
    return block(f"if ({p.input_anywhere()})", block(f"if (!({test}))", use))


# weight, feature, form
FORMS = [
    (3, "early-exit", early_exit),
    (3, "negated", negated),
    (3, "stored", stored),
    (2, "compared", compared),
    (2, "both-arms", both_arms),
    (2, "warn-on", warned),
    (2, "unlikely", hinted),
    (2, "or", alone_or),
    (2, "and", combined_and),
    (2, "wrong-and", weakened_and),
    (2, "wrong-or", weakened_or),
    (2, "wrong-inverted", inverted),
    (2, "wrong-ignored", ignored),
    (2, "number", kept_in_number),
    (2, "switch", switched),
    (2, "goto", jumped),
    (2, "while", as_loop_condition),
    (2, "nested", nested),
]


def guarded(p, test, use, leave):
    """The use with a test around it, or bare."""
    p.is_guarded = test is not None and not p.chance(0.3)
    if not p.is_guarded:
        p.feature("guard-none")
        return ["{", *use, "}"]
    name, form = p.choose([(weight, (name, form)) for weight, name, form in FORMS])
    p.feature(f"guard-{name}")
    return form(p, test, ["{", *use, "}"], leave)
