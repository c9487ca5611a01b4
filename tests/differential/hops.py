# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways that a value takes before it is used: each hides where it came from."""
from program import C_TYPE, block

# Kinds that are pointers; the others are records passed by value.
POINTERS = ("pointer", "token", "window", "page", "list", "table", "imported")


def type_of(item):
    return C_TYPE[item.kind]


def local(p, item):
    """The name of a fresh variable of the object's type."""
    return p.variable(type_of(item), "v")


def assign(p, item):
    w = local(p, item)
    p.add(f"{w} = {item.expr};")
    return w


def field_of_local(p, item):
    record = p.record("state", ["int before;", f"{type_of(item)}it;"])
    s = p.variable(f"{record} ", "state")
    p.add(f"{s}.it = {item.expr};")
    return f"{s}.it"


def field_on_heap(p, item):
    record = p.record("state", [f"{type_of(item)}it;", "int after;"])
    s = p.variable(f"{record} *", "state")
    p.add(f"{s} = kzalloc(sizeof(*{s}), GFP_KERNEL);", f"{s}->it = {item.expr};")
    if p.chance(0.5):
        return f"{s}->it"
    reader = p.helper(f"{type_of(item)}{{f}}({record} *s)", ["return s->it;"])
    return f"{reader}({s})"


def nested_field(p, item):
    inner = p.record("inner", [f"{type_of(item)}it;"])
    outer = p.record("outer", ["int before;", f"{inner} inner;"])
    s = p.variable(f"{outer} ", "outer")
    p.add(f"{s}.inner.it = {item.expr};")
    return f"{s}.inner.it"


def through_global(p, item):
    g = p.static(type_of(item), "g")
    p.add(f"{g} = {item.expr};")
    if p.chance(0.5):
        return g
    reader = p.helper(f"{type_of(item)}{{f}}(void)", [f"return {g};"])
    return f"{reader}()"


def array_element(p, item):
    a = p.name("a")
    p.declarations.append(f"{type_of(item)}{a}[2];")
    p.add(f"{a}[0] = {item.expr};", f"{a}[1] = {item.expr};")
    index = p.rng.choice(["0", "1", f"!!{p.bit()}"])
    return f"{a}[{index}]"


def record_copy(p, item):
    record = p.record("state", [f"{type_of(item)}it;", "int after;"])
    a, b = p.variable(f"{record} ", "a"), p.variable(f"{record} ", "b")
    p.add(f"{a}.it = {item.expr};", f"{b} = {a};")
    return f"{b}.it"


def bytes_copied(p, item):
    w, v = local(p, item), assign(p, item)
    p.add(f"memcpy(&{w}, &{v}, sizeof({w}));")
    return w


def returned(p, item):
    helper = p.helper(f"{type_of(item)}{{f}}({type_of(item)}v)", ["return v;"])
    return f"{helper}({item.expr})"


def out_parameter(p, item):
    w, ctype = local(p, item), type_of(item)
    helper = p.helper(f"void {{f}}({ctype}v, {ctype}*out)", ["*out = v;"])
    p.add(f"{helper}({item.expr}, &{w});")
    return w


def alias(p, item):
    """A pointer to the variable: written through it, read without it."""
    w, pointer = local(p, item), p.name("at")
    p.declarations.append(f"{type_of(item)}*{pointer};")
    p.add(f"{pointer} = &{w};", f"*{pointer} = {item.expr};")
    return p.rng.choice([w, f"(*{pointer})"])


def callback(p, item):
    ctype = type_of(item)
    record = p.record("ops", [f"{ctype}(*get)({ctype}v);"])
    helper = p.helper(f"{ctype}{{f}}({ctype}v)", ["return v;"])
    ops = p.global_name("ops")
    p.helpers.append(f"static const {record} {ops} = {{.get = {helper}}};")
    return f"{ops}.get({item.expr})"


def recursion(p, item):
    """The name that helper() gives the function is needed in its own body."""
    ctype, name = type_of(item), p.global_name("walk")
    head = f"static {ctype}{name}({ctype}v, unsigned int depth)"
    p.helpers += ["", head, "{", f"return depth ? {name}(v, depth - 1) : v;", "}"]
    return f"{name}({item.expr}, {p.small_number()})"


def loop_shift(p, item):
    """Moves one variable further in each turn of a loop."""
    w, last, i = local(p, item), assign(p, item), p.variable("unsigned int ", "i", "0")
    turns = p.small_number()
    p.add(f"{w} = {item.expr};")
    p.add(*block(f"for ({i} = 0; {i} < {turns}; {i}++)", [f"{w} = {last};", f"{last} = {w};"]))
    return w


def conditional(p, item):
    """Either of two names of the same memory."""
    w = assign(p, item)
    return f"({p.bit()} ? {w} : {item.expr})"


def container(p, item):
    inner = p.record("link", ["int number;"])
    outer = p.record("holder", [f"{type_of(item)}it;", f"{inner} link;"])
    s, l = p.variable(f"{outer} ", "holder"), p.variable(f"{inner} *", "link")
    p.add(f"{s}.it = {item.expr};", f"{l} = &{s}.link;")
    return f"container_of({l}, {outer}, link)->it"


def driver_data(p, item):
    """Kept as driver data of a device in between."""
    record = p.record("state", [f"{type_of(item)}it;"])
    s, t = p.variable(f"{record} *", "state"), p.variable(f"{record} *", "data")
    p.add(f"{s} = kzalloc(sizeof(*{s}), GFP_KERNEL);", f"{s}->it = {item.expr};")
    p.add(f"pci_set_drvdata(pdev, {s});", f"{t} = pci_get_drvdata(pdev);")
    return f"{t}->it"


def integer(p, item):
    n = p.variable("unsigned long ", "word", "0")
    p.add(f"{n} = (unsigned long){item.expr};")
    return f"(({type_of(item)}){n})"


def as_void(p, item):
    n = p.variable("void *", "cookie")
    p.add(f"{n} = (void __force *){item.expr};")
    force = "__force" if item.kind in ("token", "window") else ""
    return f"(({type_of(item)}{force}){n})"


def union_member(p, item):
    name = p.global_name("either")
    p.globals += [f"union {name} {{", "unsigned long word;", f"{type_of(item)}it;", "};"]
    u = p.variable(f"union {name} ", "either")
    p.add(f"{u}.it = {item.expr};")
    return f"{u}.it"


# weight, feature, hop, whether the value must be a pointer
HOPS = [
    (3, "alias", alias, False),
    (2, "array", array_element, False),
    (2, "struct-local", field_of_local, False),
    (3, "struct-heap", field_on_heap, False),
    (2, "struct-nested", nested_field, False),
    (2, "struct-copy", record_copy, False),
    (3, "global", through_global, False),
    (2, "assignment", assign, False),
    (2, "memcpy-of-value", bytes_copied, False),
    (3, "helper-return", returned, False),
    (2, "helper-out", out_parameter, False),
    (3, "callback", callback, False),
    (3, "recursion", recursion, False),
    (3, "loop-carried", loop_shift, False),
    (2, "conditional", conditional, False),
    (2, "container_of", container, False),
    (2, "driver-data", driver_data, False),
    (2, "union", union_member, False),
    (3, "cast-integer", integer, True),
    (3, "cast-void", as_void, True),
]


def take(p, item):
    """One hop; returns the object under its new name, always a plain variable."""
    table = [
        (weight, (name, hop))
        for weight, name, hop, needs_pointer in HOPS
        if item.kind in POINTERS or not needs_pointer
    ]
    name, hop = p.choose(table)
    p.feature(f"hop-{name}")
    expr = hop(p, item)
    w = local(p, item)
    p.add(f"{w} = {expr};")
    return item.moved(w)
