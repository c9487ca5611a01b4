# SPDX-License-Identifier: GPL-2.0-or-later
"""One random program under construction: its names, its input bits and its text.

A program is one entry function 'int pN(const unsigned int *in)' with the records,
globals and helpers that it alone uses.  Every random choice comes from the program's seed, so
the same seed gives the same text for ever (as long as the generator is not changed).
"""
import random
from dataclasses import dataclass, field

# How many inputs a program may have: most have few, because it is run 2^inputs times.
BITS = [(30, 2), (40, 3), (20, 4), (6, 5), (2, 6), (1, 7), (1, 8)]

# What every entry function has.
WORLD = [
    "struct pci_dev *pdev = shim_pci_dev();",
    "struct device *dev = shim_device();",
    "struct p2pmem_dev *provider = shim_p2pmem();",
    "u8 buffer[64] = {0};",
]


@dataclass
class Object:
    """A variable that names memory: RAM for some inputs, I/O memory for others."""

    kind: str
    expr: str
    # Expressions that are true exactly when it is I/O memory, in terms of {v}.
    tests: tuple = ()
    # Number of entries, as an expression (lists only).
    count: str = "1"
    # The memory may be an ioremap() token, which has neither page nor linear address.
    is_token: bool = False
    # What holds when it is I/O memory, on the input alone; None: not known.
    literal: str | None = None

    def test(self, rng, expr=None):
        """A condition that says whether the memory is I/O memory; None: there is none."""
        choices = [test.replace("{v}", expr or self.expr) for test in self.tests]
        if self.literal:
            choices.append(self.literal)
        return rng.choice(choices) if choices else None

    def moved(self, expr):
        """The same memory under another name."""
        return Object(self.kind, expr, self.tests, self.count, self.is_token, self.literal)


# So that a name can follow directly.
C_TYPE = {
    "pointer": "void *",
    "token": "void __iomem *",
    "window": "void __iomem *",
    "page": "struct page *",
    "list": "struct scatterlist *",
    "entry": "struct scatterlist *",
    "table": "struct sg_table *",
    "imported": "struct sg_table *",
    "map": "struct iosys_map ",
    "pfn": "pfn_t ",
    "vector": "struct bio_vec ",
}


@dataclass
class Program:
    seed: int
    rng: random.Random = field(init=False)
    prefix: str = field(init=False)
    first_line: int = 0
    last_line: int = 0
    bits: int = 0
    most_bits: int = 0
    names: int = 0
    # Whether the inputs are copied to variables first.
    has_flags: bool = False
    features: set = field(default_factory=set)
    # Whether the use made last has a test around it.
    is_guarded: bool = False
    globals: list = field(default_factory=list)
    helpers: list = field(default_factory=list)
    declarations: list = field(default_factory=list)
    body: list = field(default_factory=list)

    def __post_init__(self):
        self.rng = random.Random(f"sglint-{self.seed}")
        self.prefix = f"p{self.seed}"
        self.most_bits = self.choose(BITS)
        self.has_flags = self.chance(0.5)
        if self.has_flags:
            self.feature("input-in-variable")

    # Names and declarations.

    def name(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    def global_name(self, stem):
        return f"{self.prefix}_{self.name(stem)}"

    def variable(self, ctype, stem, value=None):
        """Declares a variable of the entry function; returns its name."""
        name = self.name(stem)
        if value is None:
            value = "NULL" if ctype.endswith("*") else "{0}"
        self.declarations.append(f"{ctype}{name} = {value};")
        return name

    def static(self, ctype, stem):
        """Declares a global of the program; returns its name."""
        name = self.global_name(stem)
        self.globals.append(f"static {ctype}{name};")
        return name

    def record(self, stem, members):
        """Declares a record; returns 'struct NAME'."""
        name = self.global_name(stem)
        self.globals += [f"struct {name} {{", *members, "};"]
        return f"struct {name}"

    def helper(self, head, lines):
        """Adds a static function; 'head' has {f} where its name goes.  Returns the name."""
        name = self.global_name("f")
        self.helpers += ["", f"static {head.replace('{f}', name)}", "{", *lines, "}"]
        return name

    # Choices.

    def feature(self, name):
        self.features.add(name)

    def chance(self, probability):
        return self.rng.random() < probability

    def choose(self, table):
        """One of [(weight, item), ...]."""
        weights = [weight for weight, _ in table]
        return self.rng.choices([item for _, item in table], weights)[0]

    def input(self, number):
        """The condition for input 'number' in the entry function."""
        return f"flag{number}" if self.has_flags else f"in[{number}]"

    def new_input(self):
        self.bits += 1
        if self.has_flags:
            self.declarations.append(f"bool flag{self.bits - 1} = in[{self.bits - 1}];")
        return self.bits - 1

    def some_input(self):
        """The number of a new input, or of an old one: always when all are used."""
        if self.bits < self.most_bits and (self.bits == 0 or self.chance(0.6)):
            return self.new_input()
        return self.rng.randrange(self.bits)

    def bit(self):
        """A condition on the input, for the entry function."""
        return self.input(self.some_input())

    def input_anywhere(self):
        """A condition on the input that a helper can write too: it has 'in'."""
        return f"in[{self.some_input()}]"

    def small_number(self):
        """An expression of the input with the values 0 to 3."""
        return f"in[{self.some_input()}] + 2 * in[{self.some_input()}]"

    # Text.

    def add(self, *lines):
        self.body += lines

    def text(self):
        lines = [*self.globals, *self.helpers, ""]
        lines += [f"static int {self.prefix}(const unsigned int *in)", "{"]
        lines += [*WORLD, *self.declarations, "", *self.body, "return 0;", "}"]
        lines += [f"SHIM_PROGRAM({self.prefix}, {self.bits});"]
        return indent(lines)


def indent(lines):
    """Indents by braces: one opened at a line's end, one closed at its start."""
    depth, result = 0, []
    for line in lines:
        if line.startswith("}"):
            depth -= 1
        label = line.endswith(":") and not line.startswith("}")
        tabs = max(depth - 1, 0) if label else depth
        result.append("\t" * tabs + line if line else "")
        if line.endswith("{"):
            depth += 1
    return result


def block(head, lines):
    """A braced block under 'head'."""
    return [f"{head} {{", *lines, "}"]
