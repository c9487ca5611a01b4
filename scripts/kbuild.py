# SPDX-License-Identifier: GPL-2.0-or-later
"""What the evaluation scripts need to know of a kernel build tree.

A unit is an object; its command stands in the .cmd file that kbuild writes
beside it, which exists in built and in captured trees alike.
"""

import os
import re

COMMAND = re.compile(r'^(?:saved)?cmd_(\S+?\.o) := (.*)$')
# A word of the shell, quotes and all, or the end of the first command.
WORD = re.compile(r"""(?:[^\s'"\\;]|'[^']*'|"(?:[^"\\]|\\.)*"|\\.)+|;""")
QUOTED = re.compile(r"""'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)""")


def source_root(build):
    """The source tree a build tree was configured from."""
    link = os.path.join(build, 'source')
    return os.path.realpath(link if os.path.exists(link) else build)


def unquote(word):
    def plain(match):
        single, double, escaped = match.groups()
        if single is not None:
            return single
        return escaped or re.sub(r'\\(["\\$`])', r'\1', double)
    return QUOTED.sub(plain, word)


def first_command(text):
    """The words of the first of the commands that kbuild saved in one line."""
    text = text.replace('\\#', '#').replace('$(pound)', '#').replace('$$', '$')
    words = []
    for word in WORD.findall(text):
        if word == ';':
            break
        words.append(unquote(word))
    return words


class Unit:
    """One compiled C object.

    check_flags are those that kbuild gives to a checker (CHECK=), flags those
    that a compiler can be run with again and write nothing beside the object.
    """

    def __init__(self, build, obj, words):
        self.build = build
        self.obj = obj
        self.compiler = words[0]
        self.source = words[-1]
        output = words.index('-o')
        self.check_flags = [word for word in words[1:output] + words[output + 2:-1] if word != '-c']
        self.flags = [word for word in self.check_flags if not word.startswith('-Wp,-M')]

    def source_path(self):
        return os.path.normpath(os.path.join(self.build, self.source))


def read_unit(build, cmd_file):
    """The unit of a .cmd file; None when it compiles no kernel C source."""
    try:
        with open(cmd_file, encoding='utf-8', errors='surrogateescape') as f:
            match = COMMAND.match(f.readline().rstrip('\n'))
    except OSError:
        return None
    if not match or '-D__KERNEL__' not in match[2]:
        return None
    words = first_command(match[2])
    if '-c' not in words or '-o' not in words or not words[-1].endswith('.c'):
        return None
    return Unit(build, match[1], words)


def command_files_below(build, directory):
    """The .cmd files of all objects of a directory of the build tree, sorted."""
    return sorted(os.path.join(path, name)
                  for path, _, names in os.walk(os.path.join(build, directory))
                  for name in names if name.startswith('.') and name.endswith('.o.cmd'))


def unit_of_source(build, source):
    """The unit compiled from a source path relative to the tree; None if not built."""
    head, tail = os.path.split(source)
    return read_unit(build, os.path.join(build, head, '.' + tail[:-2] + '.o.cmd'))
