# SPDX-License-Identifier: GPL-2.0-or-later
"""html_page.py HTML JSON SOURCE: the page's data is the JSON report, and the page is alone."""
import json
import re
import sys
from html.parser import HTMLParser

with open(sys.argv[1], encoding="utf-8") as file:
    page = file.read()
with open(sys.argv[2], encoding="utf-8") as file:
    report = json.load(file)
with open(sys.argv[3], encoding="utf-8") as file:
    source = file.read().splitlines()


class Page(HTMLParser):
    """Its scripts, by their ids, and every attribute that would load something."""

    def __init__(self):
        super().__init__()
        self.scripts, self.loads, self.current = {}, [], None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.current = attrs.get("id", "code") if tag == "script" else None
        self.loads += [name for name in attrs if name in ("src", "href", "action") or name.startswith("on")]

    def handle_data(self, data):
        if self.current:
            self.scripts[self.current] = self.scripts.get(self.current, "") + data

    def handle_endtag(self, tag):
        self.current = None


parser = Page()
parser.feed(page)
assert not parser.loads, parser.loads
assert "default-src 'none'" in page
style = page[page.index("<style>"):page.index("</style>")]
assert "url(" not in style and "@import" not in style
code = parser.scripts["code"]
for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttp"):
    assert word not in code, word
data = json.loads(parser.scripts["data"])
assert "<" not in parser.scripts["data"]
assert data["findings"] == report["findings"] and data["units"] == report["units"]
assert {finding["rule"] for finding in data["findings"]} <= {rule["id"] for rule in data["rules"]}
hunks = [(entry["file"], hunk) for entry in data["sources"] for hunk in entry["hunks"]]
for _, (first, *lines) in hunks:
    assert lines == source[first - 1:first - 1 + len(lines)]
ranges = ", ".join(f"{file} {first}-{first + len(lines) - 1}" for file, (first, *lines) in hunks)
assert not re.search(r"@(style|data|script)@", page)
print(f"{len(data['findings'])} findings, {ranges}")
