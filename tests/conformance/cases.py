# SPDX-License-Identifier: GPL-2.0-or-later
"""From a fact to programs: one for each effect and each kind of memory.

A program makes one call.  It expects, line by line, whether the reference warns: at the
call for accesses and conversions, at a probe after it for what the call returns or fills.
"""
import re
from dataclasses import dataclass, field

from values import IMPORT, PEER, RAM, TAG, WINDOW, Arguments, Unsupported, form, plain, probe

POLICIES = ("mainline", "rfc")
# The kinds of memory that each form of argument can stand for.
MEMORIES = {
    "address": (RAM, WINDOW, PEER),
    "word": (RAM, WINDOW, PEER),
    "token": (RAM, WINDOW, PEER),
    "page": (RAM, PEER),
    "folio": (RAM, PEER),
    "pfn": (RAM, PEER),
    "phys": (RAM, PEER),
    "frame": (RAM, PEER),
    "pages": (RAM, PEER),
    "list": (RAM, PEER, IMPORT),
    "table": (RAM, PEER, IMPORT),
    "piter": (RAM, PEER, IMPORT),
    "miter": (RAM, PEER, IMPORT),
    "map": (RAM, WINDOW),
    "vector": (RAM, PEER),
}
VIEW = {"token": "token", "pfn": "pfn", "frame": "pfn", "phys": "phys"}
LISTS = ("list", "table", "piter", "miter")
# Conditions that hold for the arguments as they are built here.
AS_BUILT = ("a0->__flags lacks 8",)
# Forms that memory without a page cannot take.
PAGED = ("page", "folio", "pfn", "frame")
CONDITION = re.compile(r"^a(\d+) (==|!=|has|lacks|is) (\S+)$")


@dataclass
class Case:
    """A program and what is expected of it."""

    function: str
    title: str
    lines: list = field(default_factory=list)
    # {index into lines: {policy: whether it warns}}
    expected: dict = field(default_factory=dict)


@dataclass
class Call:
    """How a function is called: its prototype, and what calls.yaml says of its arguments."""

    fact: object
    prototype: object
    given: dict  # {number as text: expression}
    forms: dict  # {number as text: form}

    def form(self, argument):
        known = self.forms.get(str(argument))
        return known or form(*self.prototype.arguments[argument])

    def harmless(self, argument):
        """Memory that this argument may be: I/O memory where an accessor wants it."""
        kind = self.form(argument)
        wants_io = any(
            e.kind == "accessor" and e.source.argument == argument for e in self.fact.effects
        )
        if kind in ("token", "phys"):
            return WINDOW
        return PEER if wants_io and kind not in ("address", "word") else RAM

    def type_of(self, argument):
        return self.prototype.arguments[argument][0]

    def result_form(self, view=None):
        if view in ("pfn", "phys") and not self.prototype.result.endswith("*"):
            ctype = plain(self.prototype.result)
            return "frame" if ctype == "pfn_t" else view
        if view == "dma":
            raise Unsupported("the CPU cannot look at a DMA address")
        kind = form(self.prototype.result, "pfn")
        if kind is None:
            raise Unsupported(f"no way to look at a '{self.prototype.result}'")
        return kind

    def build(self, memory_of):
        """(lines before, arguments); memory_of: {argument: memory}, the others harmless."""
        arguments, expressions = Arguments(), []
        for index, (ctype, name) in enumerate(self.prototype.arguments):
            kind = self.form(index)
            if index in memory_of:
                expressions.append(arguments.memory(kind, memory_of[index]))
            elif str(index) in self.given:
                expressions.append(self.given[str(index)])
            elif kind:
                expressions.append(arguments.memory(kind, self.harmless(index)))
            else:
                expressions.append(arguments.number(ctype, name))
        return arguments.lines, expressions


def view_of(kind, memory):
    if kind in ("address", "word", "token"):
        return "token" if memory == WINDOW else "linear"
    return VIEW.get(kind, "page")


def set_condition(call, effect):
    """Arguments that make the effect's condition hold."""
    text = effect.row.get("when")
    if not text:
        return {}
    if text in AS_BUILT:
        return {}
    match = CONDITION.match(text)
    if not match or (match[2] == "is" and match[3] != "null"):
        if text.endswith("is not null"):
            return {}
        raise Unsupported(f"the condition '{text}'")
    argument, relation, value = match.groups()
    if relation == "is":
        return {argument: "NULL"}
    if relation in ("==", "has"):
        return {argument: value}
    return {argument: "0" if relation == "lacks" else str(int(value, 0) + 3)}


def sinks_at(fact, place):
    return [e for e in fact.effects
            if e.kind in ("access", "forbid", "accessor") and e.source == place]  # fmt: skip


def is_wrong(effects, kind, memory, policy, rules):
    carrier = "sg-mark" if kind in LISTS and memory == PEER else None
    for effect in effects:
        if policy not in effect.policies():
            continue
        view = view_of(kind, memory)
        if rules.reports(effect.row["sink"], TAG[memory], view, policy, carrier):
            return True
    return False


def sink_cases(fact, call, place, rules):
    """Accesses and conversions: does the call itself warn?"""
    if place.argument < 0 or place.field:
        raise Unsupported("a place inside a record")
    kind = call.form(place.argument)
    if kind not in MEMORIES:
        raise Unsupported(f"'{call.type_of(place.argument)}' is no memory")
    effects = sinks_at(fact, place)
    for effect in effects:
        call.given |= set_condition(call, effect)
    for memory in MEMORIES[kind]:
        case = Case(fact.name, f"{effects[0].kind} a{place.argument} of {memory}")
        case.lines, expressions = call.build({place.argument: memory})
        case.lines.append(f"(void){fact.name}({', '.join(expressions)});")
        wrong = {p: is_wrong(effects, kind, memory, p, rules) for p in POLICIES}
        case.expected[len(case.lines) - 1] = wrong
        yield case


def result_lines(call, name, lines, expressions, ctype):
    return [*lines, f"{ctype} result = {name}({', '.join(expressions)});"]


def is_io(memory):
    return memory in (WINDOW, PEER, IMPORT)


def source_cases(fact, call, effect):
    """What the call returns or fills in by itself."""
    if effect.row.get("strength", "must") != "must":
        raise Unsupported("memory of either kind")
    call.given |= set_condition(call, effect)
    lines, expressions = call.build({})
    case = Case(fact.name, f"source {effect.row['source']}: {effect.row['tag']}")
    warns = effect.row["tag"] != "ram"
    if effect.at.argument >= 0:
        argument = effect.at.argument
        case.lines = [*lines, f"(void){fact.name}({', '.join(expressions)});"]
        look = probe(call.form(argument), expressions[argument])
    else:
        if effect.at.sigil == "*":
            raise Unsupported("elements of what is returned")
        kind = call.result_form(effect.row.get("view"))
        if effect.row["tag"] == "ram" and kind in LISTS and not effect.at.sigil:
            raise Unsupported("the list itself")
        case.lines = result_lines(call, fact.name, lines, expressions, call.prototype.result)
        look = probe(kind, "result")
    case.lines.append(look)
    case.expected[len(case.lines) - 1] = {"mainline": warns}
    yield case


def move_cases(fact, call, effect):
    """What goes in has to come out."""
    place, at = effect.source, effect.at
    if place.argument < 0 or place.field or at.field:
        raise Unsupported("a place inside a record")
    kind = call.form(place.argument)
    if kind not in MEMORIES:
        raise Unsupported(f"'{call.type_of(place.argument)}' is no memory")
    call.given |= set_condition(call, effect)
    for memory in MEMORIES[kind]:
        if memory == IMPORT or sinks_warn_first(fact, place, kind, memory):
            continue
        lines, expressions = call.build({place.argument: memory})
        case = Case(fact.name, f"move of {memory} to {effect.row['to']}")
        if at.argument < 0:
            result = call.result_form(effect.row.get("view"))
            if result in PAGED and memory == WINDOW:
                continue
            case.lines = result_lines(call, fact.name, lines, expressions, call.prototype.result)
            look = probe(result, "result")
            if "fails" in effect.row:
                look = f"if (!IS_ERR_OR_NULL(result)) {look}"
        else:
            case.lines = [*lines, f"(void){fact.name}({', '.join(expressions)});"]
            look = probe(call.form(at.argument), expressions[at.argument])
        case.lines.append(look)
        warns = is_io(memory) and "fails" not in effect.row
        case.expected[len(case.lines) - 1] = {"mainline": warns}
        yield case


def sinks_warn_first(fact, place, kind, memory):
    """A conversion that is wrong for a token has no result to speak of."""
    forbidden = any(e.kind == "forbid" and e.source == place for e in fact.effects)
    return forbidden and memory == WINDOW


def guard_cases(fact, call, effect):
    """The answer, as a branch that touches a known window."""
    place = effect.source
    if effect.at.argument >= 0:
        raise Unsupported("an answer behind a pointer")
    kind = call.form(place.argument) if place.argument >= 0 else None
    if kind not in MEMORIES:
        raise Unsupported("a test of something else than an argument")
    for memory in MEMORIES[kind]:
        if memory == IMPORT:
            continue
        lines, expressions = call.build({place.argument: memory})
        window = "u8 *window = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);"
        value = effect.row.get("value", 1)
        answer = f"(int){fact.name}({', '.join(expressions)}) == {value}"
        case = Case(fact.name, f"test of {memory}", [*lines, window])
        case.lines.append(f"if ({answer}) sink ^= *(volatile u8 *)window;")
        has_tag = has(memory, effect.row["tag"])
        warns = has_tag == effect.row.get("polarity", True)
        case.expected[len(case.lines) - 1] = {"mainline": warns}
        yield case


def has(memory, tag):
    """Peer-to-peer memory is I/O memory; other I/O memory is not peer-to-peer memory."""
    return {"io": memory in (WINDOW, PEER), "p2p": memory == PEER, "ram": memory == RAM}.get(
        tag, memory == IMPORT
    )


def clear_cases(fact, call, effect):
    if effect.at.sigil != "$":
        raise Unsupported("memory that is zeroed")
    argument = effect.at.argument
    if call.form(argument) not in MEMORIES:
        raise Unsupported(f"'{call.type_of(argument)}' is no memory")
    memory = PEER if PEER in MEMORIES[call.form(argument)] else WINDOW
    lines, expressions = call.build({argument: memory})
    case = Case(fact.name, f"clear a{argument}")
    case.lines = [*lines, f"(void){fact.name}({', '.join(expressions)});"]
    case.lines.append(probe(call.form(argument), expressions[argument]))
    case.expected[len(case.lines) - 1] = {"mainline": False}
    yield case


def make_cases(fact, prototype, calls, rules):
    """(cases, reasons why an effect has none)."""
    given = calls["arguments"].get(fact.name, {})
    forms = calls["forms"].get(fact.name, {})
    cases, reasons, seen = [], [], set()
    for effect in fact.effects:
        call = Call(fact, prototype, dict(given), forms)
        try:
            if effect.kind in ("access", "forbid", "accessor"):
                if effect.source in seen:
                    continue
                seen.add(effect.source)
                made = sink_cases(fact, call, effect.source, rules)
            elif effect.kind in ("source", "move", "guard", "clear"):
                makers = {"source": source_cases, "move": move_cases, "guard": guard_cases,
                          "clear": clear_cases}  # fmt: skip
                made = makers[effect.kind](fact, call, effect)
            else:
                raise Unsupported(f"'{effect.kind}' effects")
            cases += list(made)
        except Unsupported as reason:
            reasons.append(f"{effect.kind}: {reason}")
    return cases, reasons
