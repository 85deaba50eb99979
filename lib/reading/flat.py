"""A web page as one string: its text, and private-use characters where blocks, tables, rows and
cells begin.

Made by a few passes of regular expressions, which skip the styles of a Word page at the speed of
memory. What they cannot tell is not left to chance: a page whose tables do not close as often as
they open, that has a sign of a tag inside an attribute, that hides something among its tables or
leaves a script open is flattened from the tree that lxml builds.
"""

from __future__ import annotations

import html
import re

BREAK, TABLE, ROW, CELL, END = "\ue000\ue001\ue002\ue003\ue004"
_CLOSE, _ROW_END = "\ue005\ue006"
_MARKS = (BREAK, TABLE, ROW, CELL, END, _CLOSE, _ROW_END, "\x00", "\u200b", "\ufeff")

_DROPPED = "script|style|noscript|template|svg|select|del|strike|s|iframe|head|title"
_BLOCKS = (
    "address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|publishtime|section|tbody|tfoot|"
    "thead|ul"
)
_INLINE = re.compile(r"</?(?:span|o:p|font|em|u|i|SPAN|O:P|FONT|EM|U|I|st1:\w+)(?=[\s/>])[^>]*>")
_STYLE = re.compile(r" style=\"[^\"<>]*\"")
_COMMENT = re.compile("<!--.*?-->", re.S)
_NOT_TEXT = re.compile(rf"<({_DROPPED}|{_DROPPED.upper()})(?![\w:-])[^>]*>.*?</\1\s*>", re.S)
_NOT_TEXT_BEGINS = re.compile(rf"<(?:!--|(?:{_DROPPED})(?![\w:-]))", re.I)
_QUOTED_SIGN = re.compile(r"=\s*(?:\"[^\"<>]*[<>]|'[^'<>]*[<>])")
_TABLE_BEGINS = re.compile("<(?:table|TABLE|Table)")
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
# how nearly every tag is written, and a pattern for the rest
_EXACT = tuple(
    (spelling, mark)
    for tag, mark in (
        ("<td", CELL),
        ("</td>", _CLOSE),
        ("<tr>", ROW),
        ("</tr>", _ROW_END),
        ("</table>", END),
        ("<p>", BREAK),
        ("</p>", BREAK),
    )
    for spelling in (tag, tag.upper())
)
_OTHERWISE = tuple(
    (beginnings, re.compile(pattern), mark)
    for beginnings, pattern, mark in (
        (("<th", "<TH", "<Td", "<Th"), r"<[tT][dDhH](?![\w:-])", CELL),
        (("</t", "</T"), r"</[tT][dDhH]\s*>", _CLOSE),
        (("<tr", "<TR", "<Tr"), r"<[tT][rR](?![\w:-])[^>]*>", ROW),
        (("</t", "</T"), r"</[tT][rR]\s*>", _ROW_END),
        (("<t", "<T"), r"<(?:table|TABLE|Table)(?![\w:-])[^>]*>", TABLE),
        (("</t", "</T"), r"</(?:table|TABLE|Table)\s*>", END),
        (("<p", "<P", "</p", "</P"), r"</?[pP](?![\w:-])[^>]*>", BREAK),
    )
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^>]*>", re.I)
_ANY_TAG = re.compile(f"<[!?/a-zA-Z][^>{BREAK}-{_ROW_END}]*>")
_TAG_BEGINS = re.compile("<[!?/a-zA-Z]")
_STRAY = re.compile(f"{_CLOSE}[^{BREAK}-{_ROW_END}]*")
_CAPTION = re.compile(r"(<table\b[^>]*>)\s*(<caption\b[^>]*>.*?</caption\s*>)", re.I | re.S)
_OF_MARKS = re.compile(r"&#(?:x0*e00[0-6]|0*5734[4-9]|0*57350|x?0+);?", re.I)
_ENDED = re.compile(f"{_ROW_END}[\\s{BREAK}]*(?={ROW}|{CELL})")
_HEADLESS = re.compile(f"{TABLE}[\\s{BREAK}]*(?={CELL})")
_INVISIBLE = re.compile("[\u200b\ufeff]")


def flat(page: str) -> str:
    """The page as a string of text and marks. A cell is CELL, its attributes as they are written,
    the > of its tag, its text. Tables lie inside each other as on the page; a table's rows follow
    its TABLE and are closed by END."""
    for mark in _MARKS:
        if mark in page:
            page = page.replace(mark, "")
    if _hides(page):
        return _from_tree(page)
    # fonts and spans are most of what a Word page consists of, and nothing else hangs on them
    text = _STYLE.sub("", _INLINE.sub("", page))
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    text = _NOT_TEXT.sub("", text)
    if _QUOTED_SIGN.search(text):
        return _from_tree(page)  # a tag would be taken to end before its end
    if "<caption" in text or "<CAPTION" in text:
        text = _CAPTION.sub(r"\2\1", text)
    for tag, mark in _EXACT:
        text = text.replace(tag, mark)
    for beginnings, pattern, mark in _OTHERWISE:
        if any(beginning in text for beginning in beginnings):
            text = pattern.sub(mark, text)
    if text.count(TABLE) != text.count(END):
        return _from_tree(page)
    if "<sup" in text or "<SUP" in text:
        text = re.sub(r"<sup\b[^>]*>", "(", text, flags=re.I)
        text = re.sub(r"</sup\s*>", ")", text, flags=re.I)
    text = _BLOCK.sub(BREAK, text)
    if _NOT_TEXT_BEGINS.search(text):
        return _from_tree(page)  # a script or comment without an end
    text = _ANY_TAG.sub("", text)
    if _TAG_BEGINS.search(text):
        return _from_tree(page)  # a tag without an end would swallow the cell after it
    text = _STRAY.sub("", text)
    text = _HEADLESS.sub(TABLE + ROW, _ENDED.sub(_row, text)).replace(_ROW_END, "")
    return _unescaped(text)


def _hides(page: str) -> bool:
    """Whether something after the first table begins is not displayed."""
    if "isplay" not in page and "ISPLAY" not in page:
        return False
    begin = _TABLE_BEGINS.search(page)
    return begin is not None and _HIDDEN.search(page, begin.end()) is not None


def _from_tree(page: str) -> str:
    from lib.reading.tree import flattened

    return flattened(page)


def _row(found: re.Match[str]) -> str:
    """A row's end before a cell begins the row that was left out; before a row, nothing."""
    return "" if found.string[found.end()] == ROW else ROW


def _unescaped(text: str) -> str:
    text = text.replace("&nbsp;", "\xa0")
    if "&" not in text:
        return text
    if "&#" in text:
        text = _OF_MARKS.sub("", text)
    return _INVISIBLE.sub("", html.unescape(text))


_TITLE = re.compile(r"<title\b[^>]*>([^<]*)</title", re.I)
_META = re.compile(r"<meta\b([^>]*)>", re.I)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def metadata(page: str) -> dict[str, str]:
    """What a page says of itself: its title, and its meta elements by name in lower case."""
    found: dict[str, str] = {}
    title = _TITLE.search(page)
    if title and title[1].strip():
        found["title"] = " ".join(html.unescape(title[1]).split())
    for meta in _META.findall(page):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(meta)
        }
        key = attributes.get("name") or attributes.get("property")
        content = attributes.get("content")
        if key and content:
            found.setdefault(key.lower(), content.strip())
    return found
