"""What the style sheets inside a web page say of single words and squares of its tables: that they
are hidden, struck out, or raised. A page saved from Word, Excel or WPS says so in classes.

Only rules that name one class, or one id, are looked at, and not for what holds blocks of text:
that may be a tab which a script shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.ahead import Ahead

_BEGINS, _ENDS = re.compile(r"<style\b", re.I), re.compile("</style", re.I)
_END_OF_TAG = re.compile(">")
_TABLE = re.compile("<table", re.I)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_MARKS = re.compile("<!--|-->")
_TELLS = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|"
    r"text-decoration(?:-line)?\s*:[^;}]{0,200}line-through|vertical-align\s*:\s*(?:super|sub)\b)",
    re.I,
)
_RULE = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_SELECTOR = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9]*)?([.#])([\w-]+)\s*", re.A)
_BLOCKS = (
    "html body main article section aside header footer nav form fieldset div center ul ol dl "
    "table tbody thead tfoot"
)
_CONTAINERS = frozenset(_BLOCKS.split())
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_NAMES = re.compile(r"\b(class|id)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_STYLE = re.compile(r"(\bstyle\s*=\s*[\"'])", re.I)
_MOST_RULES = 5_000


class _Rule(NamedTuple):
    element: str  # "" for any
    kind: str  # . or #
    name: str


def inlined(page: str) -> str:
    """The page, with what its style sheets say in that way written into the tags themselves."""
    first = _TABLE.search(page) if "{" in page else None
    if first is None:
        return page
    tables = first.start()
    rules: dict[_Rule, str] = {}
    for sheet in _sheets(page):
        if _TELLS.search(sheet):
            _read(_without_comments(sheet), rules)
    if not rules:
        return page
    used = {name for each in _NAMES.finditer(page, tables) for name in _names(each)}
    rules = {rule: style for rule, style in rules.items() if rule.name in used}
    if not rules:
        return page

    def write(found: re.Match[str]) -> str:
        element = found[1].lower()
        if element in _CONTAINERS:
            return found[0]
        styles = [
            rules.get(_Rule(of, "." if each[1].lower() == "class" else "#", name), "")
            for each in _NAMES.finditer(found[2])
            for name in _names(each)
            for of in ("", element)
        ]
        said = ";".join(filter(None, styles))
        if not said:
            return found[0]
        attributes, written = _STYLE.subn(lambda style: f"{style[1]}{said};", found[2], count=1)
        return f"<{found[1]}{attributes}" + (">" if written else f' style="{said}">')

    return page[:tables] + _TAG.sub(write, page[tables:])


def _names(found: re.Match[str]) -> list[str]:
    return (found[2] or found[3] or found[4] or "").split()


def _sheets(page: str) -> Iterator[str]:
    """What stands between <style> and </style>."""
    ends, ends_of_tags = Ahead(_ENDS, page), Ahead(_END_OF_TAG, page)
    at = 0
    while begun := _BEGINS.search(page, at):
        at = begun.end()
        opened = ends_of_tags.of(at)
        if opened and (ended := ends.of(opened.end())):
            yield page[opened.end() : ended.start()]
            at = ended.end()


def _without_comments(sheet: str) -> str:
    end = sheet.rfind("*/") + 2  # a comment beyond this has no end, and would be looked for to it
    return _MARKS.sub("", _COMMENT.sub("", sheet[:end]) + sheet[end:])


def _read(sheet: str, rules: dict[_Rule, str]) -> None:
    """Add the rules of a sheet, without those for print or for small screens."""
    for found in _RULE.finditer(_without_media(sheet)):
        said = ";".join(each[0] for each in _TELLS.finditer(found[2]))
        for selector in found[1].split(","):
            if said and (single := _SELECTOR.fullmatch(selector)) and len(rules) < _MOST_RULES:
                element = (single[1] or "").lower()
                rules[_Rule(element, single[2], single[3])] = said


def _without_media(sheet: str) -> str:
    kept: list[str] = []
    at = 0
    for media in re.finditer(r"@(?:media|supports|font-face|page|keyframes)[^{@]*+\{", sheet):
        if media.start() < at:
            continue
        kept.append(sheet[at : media.start()])
        depth, at = 1, media.end()
        while depth and at < len(sheet):
            depth += (sheet[at] == "{") - (sheet[at] == "}")
            at += 1
    return "".join(kept) + sheet[at:]
