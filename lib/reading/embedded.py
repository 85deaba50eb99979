"""Pages that carry their text inside something else: a JavaScript string, a template, an answer
of an interface in JSON or XML, HTML written as text with &lt; and &gt;.

What is carried is taken only where it holds more table cells than the page shows, so that a page's
own tables are never read beside a second copy of them.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.ahead import Ahead

_CELL = re.compile(r"<t[dh]\b", re.I)
_KINDS = ("script", "template", "noscript", "textarea", "xmp")
_BEGINS = re.compile(
    rf"<(?:({'|'.join(_KINDS)})\b|(!\[CDATA\[))|\bsrcdoc\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)')", re.I
)
_ENDS = {kind: re.compile(rf"</{kind}\s*>", re.I) for kind in _KINDS}
_END_OF_DATA, _END_OF_TAG = re.compile(r"\]\]>"), re.compile(">")
_TEMPLATE = re.compile(r"<script\b[^>]*type\s*=\s*[\"']?text/(?:html|template|x-)", re.I)
_ESCAPED = re.compile(r"&(?:amp;)*(?:lt|#60|#x3c);/?t[dh]\b", re.I)
_LITERAL = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`", re.S)
# what may stand between two strings that make one text
_JOINED = re.compile(
    r"\s*(?:\+|\)\s*;?\s*document\s*\.\s*writel?n?\s*\(|;?\s*[\w.$]+\s*\+=)?\s*", re.I
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|(.))", re.S)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " ", "v": " ", "0": "", "\n": ""}
_HINTS = (
    *("\\u003c", "\\u003C", "\\x3c", "\\x3C", "&lt;", "&LT;", "&amp;lt;", "&#60;", "&#x3c;"),
    *("&#x3C;", "<\\/", "srcdoc", "<![CDATA["),
)
_CARRIERS = tuple(spelling for kind in _KINDS for spelling in (kind, kind.upper()))
_LARGEST = 64


def unpacked(text: str) -> str:
    """The page with what it carries inside put at its end as a page of its own, where that has
    more table cells than the page itself; else the text as it is."""
    begin = text.lstrip()[:1]
    if begin in ("{", "[") and (found := _from_json(text)):
        return found
    if not any(hint in text for hint in _HINTS) and not _in_a_carrier(text):
        return text
    parts: list[str] = []
    left: list[str] = []
    at = 0
    for carrier in _carriers(text):
        left.append(text[at : carrier.begin])
        parts.extend(_carried(carrier.kind, carrier.inner, text[carrier.begin : carrier.end]))
        at = carrier.end
    rest = "".join([*left, text[at:]])
    if _ESCAPED.search(rest):
        opened = _unescaped(rest)
        if len(_CELL.findall(opened)) > len(_CELL.findall(rest)):
            rest = opened
    inside = "\n".join(part for part in parts if _CELL.search(part))
    shown = len(_CELL.findall(rest))
    if len(_CELL.findall(inside)) > shown:
        return rest + inside
    return rest if shown else text


class _Carrier(NamedTuple):
    """Where something that carries text begins and ends, the name of its tag, "" where it is no
    element of that kind, and the text."""

    begin: int
    end: int
    kind: str
    inner: str


def _carriers(text: str) -> Iterator[_Carrier]:
    """The carriers of a page from left to right, none within another."""
    ends = {kind: Ahead(wording, text) for kind, wording in _ENDS.items()}
    ends_of_data, ends_of_tags = Ahead(_END_OF_DATA, text), Ahead(_END_OF_TAG, text)
    at = 0
    while begun := _BEGINS.search(text, at):
        kind, data, *frames = begun.groups()
        at = begun.end()
        if kind:
            opened = ends_of_tags.of(begun.end())
            ended = ends[kind.lower()].of(opened.end()) if opened else None
        elif data:
            opened, ended = begun, ends_of_data.of(begun.end())
        else:
            frame = next(filter(None, frames), "")
            yield _Carrier(begun.start(), begun.end(), "", frame)
            continue
        if opened and ended:
            inner = text[opened.end() : ended.start()]
            yield _Carrier(begun.start(), ended.end(), (kind or "").lower(), inner)
            at = ended.end()


def _in_a_carrier(text: str) -> bool:
    """Whether a script or template holds a table cell."""
    for kind in _CARRIERS:
        at = text.find("<" + kind)
        while at >= 0:
            end = text.find("</" + kind, at)
            end = len(text) if end < 0 else end
            if text.find("<td", at, end) >= 0 or text.find("<TD", at, end) >= 0:
                return True
            at = text.find("<" + kind, end)
    return False


def _carried(kind: str, inner: str, whole: str) -> Iterator[str]:
    if kind == "script" and not _TEMPLATE.match(whole):
        yield from _strings(inner)
    else:
        yield _unescaped(inner)


def _strings(script: str) -> Iterator[str]:
    """The texts a script writes, strings that are added up joined; a text that a variable is put
    into is left out, since what the variable holds is not known."""
    if not re.search(r"t[dh]\b", script, re.I):
        return
    whole: list[str] = []
    known, end = True, 0
    for found in _LITERAL.finditer(script):
        between = script[end : found.start()].strip()
        if whole and not _JOINED.fullmatch(between):
            known = known and not between.startswith("+")
            if known:
                yield _unescaped("".join(whole))
            whole, known = [], not between.endswith("+")
        known = known and not (found[0][0] == "`" and "${" in found[0])
        whole.append(_ESCAPE.sub(_character, found[0][1:-1]))
        end = found.end()
    if whole and known and not script[end:].lstrip().startswith("+"):
        yield _unescaped("".join(whole))


def _character(found: re.Match[str]) -> str:
    four, braced, two, letter = found.groups()
    code = four or braced or two
    if code:
        return chr(number) if (number := int(code, 16)) < 0x110000 else ""
    return _LETTERS.get(letter, letter)


def _unescaped(text: str) -> str:
    """HTML that was written as text, as HTML; escaped more than once, as often as it takes."""
    for _ in range(3):
        if not _ESCAPED.search(text):
            break
        text = html.unescape(text)
    return text


def _from_json(text: str) -> str:
    """The strings of a JSON answer one below the other, as a page; "" where it is none or has no
    table in it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    lines: list[str] = []

    def walk(value: object, depth: int) -> None:
        if isinstance(value, str):
            opened = _unescaped(value)
            lines.append(opened if "<" in opened else f"<p>{html.escape(opened)}</p>")
        elif depth < _LARGEST and isinstance(value, dict):
            for each in value.values():
                walk(each, depth + 1)
        elif depth < _LARGEST and isinstance(value, list):
            for each in value:
                walk(each, depth + 1)

    walk(data, 0)
    page = "\n".join(lines)
    return page if _CELL.search(page) else ""
