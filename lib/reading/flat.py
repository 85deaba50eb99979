"""A web page as one string: its text, and private-use characters where blocks, tables, rows and
cells begin.

Made by cutting the page where cells begin, and at every <, and looking the pieces up among those
seen before: a tag means the same wherever it stands, and nearly every tag, label and small number
of a page comes again, most as a whole cell.
What that cannot tell is not left to chance: a page whose tables do not close as often as they open,
that has a sign of a tag inside an attribute, that hides something among its tables or leaves a
script open is flattened from the tree that lxml builds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache

from lib.reading.document import INVISIBLE, PLAIN

BREAK, TABLE, ROW, CELL, END = "\ue000\ue001\ue002\ue003\ue004"
NUMBER = "\ue00f"  # on both sides of what a cell prints, where that is a plain number
_CLOSE, _ROW_END, _UNCERTAIN, _NO_TEXT, _HIDES, _CAPTION = "\ue005\ue006\ue007\ue008\ue009\ue00a"
# what the page itself prints of these, and what is invisible, is left out
_OWN = re.compile(f"[\x00\ue000-\ue00f{INVISIBLE}]")
_NULL = re.compile("&#x?0+;?", re.I)

_DROPPED = re.compile(
    "script|style|noscript|template|svg|select|del|strike|s|iframe|head|title|rt|rp|video|audio|"
    "canvas|datalist|progress|meter"
).fullmatch
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|publishtime|section|tbody|tfoot|"
    "thead|ul"
).fullmatch
_TAG_BEGINS = re.compile("[!?/a-zA-Z]")
_NAME = re.compile(r"/?([a-zA-Z][\w:-]*)")
_OPEN_QUOTE = re.compile(r"=\s*(?:\"[^\"]*|'[^']*)$")
# what a browser does not show, or shows struck out, raised, or from right to left
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through|\shidden(?=[\s=/]|$)|"
    r"(?:opacity|font-size)\s*:\s*0+(?![.\d])|vertical-align\s*:\s*(?:super|sub)\b|"
    r"bidi-override|^bdo\b|^sub\b|^details\b|^dialog\b|sr-only|visually-hidden|msoDel",
    re.I,
)
# digits that may not be seen, or be a mark beside others
_APART = re.compile(
    r"(?<![\w-])color\s*[:=]\s*[\"']?\s*(?:#fff(?:fff)?\b|white\b|transparent\b|"
    r"rgba?\(\s*255\s*,\s*255\s*,\s*255\b)|position\s*:\s*(?:relative|absolute)|"
    r"^small\b|mso-text-raise|vertical-align\s*:\s*text-|overflow\s*:\s*hidden",
    re.I,
)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.I)
_SELECT = re.compile("<select\\b", re.I)
_NEAR = 400  # characters before a field, within which its cell begins
_SPAN = re.compile(r"\b(?:row|col)span\s*+=\s*+[\"']?\s*+\d+", re.I)
_BLANK_AFTER = frozenset((BREAK, TABLE, ROW, ">", END, _ROW_END))  # a blank there is none
_STRAY = re.compile(f"{_CLOSE}[^{BREAK}-{_ROW_END}]+")
_ROWLESS = re.compile(f"{_ROW_END}[\\s{BREAK}]*(?={CELL})")
_HEADLESS = re.compile(f"{TABLE}[\\s{BREAK}]*(?={CELL})")
_CAPTIONED = re.compile(f"({TABLE}[\\s{BREAK}]*){_CAPTION}(.*?){_CAPTION}", re.S)
# a number in a table of its own is in the cell around that table
_FRAME = re.compile(
    f"({CELL}[^{TABLE}-{END}]*){TABLE}[\\s{BREAK}]*{ROW}[\\s{BREAK}]*{CELL}[^>]*>"
    f"([\\s{BREAK}\\d.,/—-]*){END}"
)
_PLAIN = re.compile(
    f"(>[\\s{BREAK}]*)({PLAIN})(?=[\\s{BREAK}]*(?:[{TABLE}{ROW}{CELL}{END}{_CLOSE}{_ROW_END}]|\\Z))"
)
_MOST_SEEN = 20_000
_LONGEST_PIECE, _LONGEST_CELL = 200, 1000


def _piece(piece: str) -> str:
    piece = _OWN.sub("", piece)
    if not _TAG_BEGINS.match(piece):
        return "<" + _unescaped(piece)
    if piece.startswith("!--"):
        _, end, text = piece.partition("-->")
        return _unescaped(text) if end else _NO_TEXT
    tag, end, text = piece.partition(">")
    # a tag without an end would swallow the cell after it
    mark = _mark(tag) if end else _UNCERTAIN
    if mark != _NO_TEXT and text[:1].isdigit() and _APART.search(tag):
        mark = _HIDES + mark
    if mark in (_NO_TEXT, _CLOSE) or (mark[-1:] in _BLANK_AFTER and not text.strip()):
        return mark
    return mark + _unescaped(text)


@lru_cache(maxsize=20_000)
def _mark(tag: str) -> str:
    """The mark of a tag, given without its < and >."""
    if _OPEN_QUOTE.search(tag):
        return _UNCERTAIN  # the sign that seemed to end it is inside an attribute
    found = _NAME.match(tag)
    name = found[1].lower() if found else ""
    if tag.startswith("/"):
        ends = {"td": _CLOSE, "th": _CLOSE, "tr": _ROW_END, "table": END, "sup": ")"}
        mark = ends.get(name, "")
    elif _DROPPED(name):
        return _NO_TEXT
    else:
        begins = {"tr": ROW, "table": TABLE, "sup": "("}
        if name == "input":
            return _shown_in(tag)
        cell = name in ("td", "th")
        mark = f"{CELL}{' '.join(_SPAN.findall(tag))}>" if cell else begins.get(name, "")
        if _HIDDEN.search(tag):
            mark = _HIDES + mark
    if _BLOCK(name) or ("display" in tag and _BLOCK_STYLE.search(tag)):
        return mark + (_CAPTION if name == "caption" else BREAK)
    return mark


def _shown_in(tag: str) -> str:
    """What the field of a form shows that an input tag makes, as it was filled in and saved."""
    attributes = _attributes(tag)
    shows = attributes.get("type", "text").lower() in ("text", "number")
    return attributes.get("value", "") if shows else ""


def flat(page: str) -> str:
    """The page as a string of text and marks. A cell is CELL, its spans as they are written, a >,
    its text. Tables lie inside each other as on the page; a table's rows follow its TABLE and are
    closed by END."""
    text = _by_pieces(page)
    return text if NUMBER in text else _numbered(text)


def _chosen_in_cells(page: str) -> bool:
    """Whether a list to choose from stands in a cell of a table."""
    for found in _SELECT.finditer(page):
        before = page[max(found.start() - _NEAR, 0) : found.start()].lower()
        if before.rfind("<td") > max(before.rfind("</td"), before.rfind("table")):
            return True
    return False


def _numbered(text: str) -> str:
    return _PLAIN.sub(rf"\1{NUMBER}\2{NUMBER}", text)


def _by_pieces(page: str) -> str:
    if "<select" in page and _chosen_in_cells(page):
        return _from_tree(page)  # what is chosen there is what the cell shows
    top, *cells = page.split("<td")
    if cells:
        bottom = _numbered(_flattened("<td" + cells.pop()))
        text = _flattened(top) + "".join(map(_cells.__getitem__, cells)) + bottom
    # where what is no text reaches over cells, the page is taken as a whole
    if not cells or _NO_TEXT in text or _UNCERTAIN in text:
        text = _flattened(page)
    if _UNCERTAIN in text or text.count(TABLE) != text.count(END):
        return _from_tree(page)
    if _HIDES in text:
        if text.rfind(_HIDES) > text.find(TABLE) >= 0:
            return _from_tree(page)
        text = text.replace(_HIDES, "")
    if _CAPTION in text:
        text = _CAPTIONED.sub(rf"{BREAK}\2{BREAK}\1", text).replace(_CAPTION, BREAK)
    text = _STRAY.sub("", text).replace(_CLOSE, "")
    text = _ROWLESS.sub(ROW, text).replace(_ROW_END, "")
    text = _HEADLESS.sub(TABLE + ROW, text)
    if text.count(CELL) > text.count(TABLE) > 99:
        return _FRAME.sub(r"\1\2", text.replace(NUMBER, ""))
    return text


def _flattened(page: str) -> str:
    """A stretch of a page, cut at every <."""
    before, *cut = page.split("<")
    pieces = list(map(_pieces.__getitem__, cut))
    text = "".join(pieces)
    if silent := text.count(_NO_TEXT):
        text = "".join(_texts(cut, pieces, silent))
    return _unescaped(_OWN.sub("", before)) + text


def _texts(cut: list[str], pieces: list[str], silent: int) -> list[str]:
    """The flattened pieces without the comments and the elements that are no text; `silent` is
    how many of the pieces begin one."""
    kept: list[str] = []
    at = 0
    while silent:
        begin = pieces.index(_NO_TEXT, at)
        kept += pieces[at:begin]
        name = _NAME.match(cut[begin])
        end = re.compile(rf"/{name[1]}\s*>" if name else ".*?-->", re.I | re.S)
        for at in range(begin, len(cut)):
            if ended := end.match(cut[at]):
                break
        else:
            return [_UNCERTAIN]  # without an end, it would leave out the rest of the page
        kept.append(_unescaped(_OWN.sub("", cut[at][ended.end() :])))
        at += 1
        silent -= pieces[begin:at].count(_NO_TEXT)
    return kept + pieces[at:]


def _from_tree(page: str) -> str:
    from lib.reading.tree import flattened

    return flattened(_OWN.sub("", page))


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return _OWN.sub("", html.unescape(_NULL.sub("", text)))


class _Seen(dict[str, str]):
    """Stretches of pages as they stand in the flat string; the short ones are kept."""

    def __init__(self, flatten: Callable[[str], str], longest: int) -> None:
        self.flatten, self.longest = flatten, longest

    def __missing__(self, stretch: str) -> str:
        flattened = self.flatten(stretch)
        if len(stretch) < self.longest:
            if len(self) >= _MOST_SEEN:
                self.clear()
            self[stretch] = flattened
        return flattened


_pieces = _Seen(_piece, _LONGEST_PIECE)
_cells = _Seen(
    lambda cell: _numbered("".join(map(_pieces.__getitem__, f"td{cell}".split("<")))), _LONGEST_CELL
)


# both cases spelled out: a pattern that minds none is tried at every character of the page
_TITLE = re.compile(r"<[tT][iI][tT][lL][eE]\b[^>]*>([^<]*)</[tT][iI][tT][lL][eE]")
_META = re.compile(r"<[mM][eE][tT][aA]\b([^>]*)>")
# a name is tried from its beginning only: a tag may hold a hundred thousand characters and no =
_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def _attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case."""
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(tag)
    }


def metadata(page: str) -> dict[str, str]:
    """What a page says of itself before its first cell: its title, and its meta elements by name
    in lower case."""
    found: dict[str, str] = {}
    cells = page.find("<td")
    page = page if cells < 0 else page[:cells]
    title = _TITLE.search(page)
    if title and title[1].strip():
        found["title"] = " ".join(html.unescape(title[1]).split())
    for meta in _META.findall(page):
        attributes = _attributes(meta)
        key = attributes.get("name") or attributes.get("property")
        content = attributes.get("content")
        if key and content:
            found.setdefault(key.lower(), content.strip())
    return found
