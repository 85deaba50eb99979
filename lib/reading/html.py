"""Web pages to a Document.

A table without tables inside it is a grid, its rowspans and colspans expanded; a table that holds
tables only lays out the page, so it is walked through. Everything else is cut into paragraphs at
block elements and line breaks. Scripts, styles and comments are not text.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from lib.reading.document import Cell, Document, Grid, Paragraph, Place, Unreadable

_SKIPPED = {"script", "style", "noscript", "template", "head", "svg", "select", "del", "iframe"}
_BLOCKS = set(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "br",
        "option",
        "publishtime",
    ]
)
_BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_SPACE = re.compile(r"[\s\xa0\u3000\u200b\ufeff]+")
_WIDEST = 100  # a colspan beyond this is a slip of the page, not a table
_TALLEST = 500
_DEEPEST = 200

Element = Any  # lxml's stubs do not let a tag be both a str and a function, as comments have it


def read_html(name: str, text: str, sha256: str, encoding: str) -> Document:
    """A Document whose places are table, row and column. Raises Unreadable for an empty page."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        # lone surrogates cannot be encoded; they are no characters of any report
        root: Element = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise Unreadable("网页里没有内容。", "The web page has no content.")
    page = _Page()
    page.walk(root, 0)
    page.end_paragraph()
    return Document(name, "html", sha256, tuple(page.blocks), encoding, _metadata(root))


def _metadata(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.find(".//title")
    if title is not None and title.text:
        found["title"] = _fold(title.text)
    for meta in root.iter("meta"):
        key, content = meta.get("name") or meta.get("property"), meta.get("content")
        if key and content:
            found.setdefault(key.lower(), content.strip())
    return found


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


class _Page:
    """The walk over one page: the blocks so far, and the paragraph being gathered."""

    def __init__(self) -> None:
        self.blocks: list[Paragraph | Grid] = []
        self._parts: list[str] = []
        self._grids = 0

    def end_paragraph(self) -> None:
        if self._parts:
            text = _fold("".join(self._parts))
            self._parts.clear()
            if text:
                self.blocks.append(Paragraph(text, Place()))

    def walk(self, element: Element, depth: int) -> None:
        tag = element.tag
        if tag in _SKIPPED:
            return
        if tag == "table" and element.find(".//table") is None:
            self.end_paragraph()
            rows = _expand(element, self._grids)
            if rows:
                self.blocks.append(Grid(self._grids, rows))
                self._grids += 1
            return
        block = tag in _BLOCKS
        if block:
            self.end_paragraph()
        if element.text:
            self._parts.append(element.text)
        for child in element:
            if depth < _DEEPEST:
                self.walk(child, depth + 1)
            else:
                self._parts.append("".join(child.itertext()))
            if child.tail:
                self._parts.append(child.tail)
        if block:
            self.end_paragraph()


def _cell_text(cell: Element) -> str:
    """What a cell prints. Blank runs become one blank, paragraphs and breaks a line break."""
    if not len(cell):
        return _fold(cell.text or "")
    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _SKIPPED:
                element.text = None
            elif element.text:
                parts.append(_SPACE.sub(" ", element.text))
        else:
            if tag in _BREAKS:
                parts.append("\n")
            if element is not cell and element.tail:
                parts.append(_SPACE.sub(" ", element.tail))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _span(cell: Element, name: str, most: int) -> int:
    raw = cell.get(name)
    if raw is None:
        return 1
    found = re.match(r"\s*(\d+)", raw)
    return min(max(int(found[1]), 1), most) if found else 1


def _expand(table: Element, index: int) -> tuple[tuple[Cell, ...], ...]:
    """The rectangle of a table. Squares no cell covers are absent cells (colspan 0)."""
    rows: list[list[Cell | None]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> a cell from above, rows it still covers
    for number, tr in enumerate(table.iter("tr")):
        row: list[Cell | None] = []
        column = 0

        def hang(row: list[Cell | None] = row) -> None:
            while (above := hanging.get(len(row))) is not None:
                cell, left = above
                if left == 1:
                    del hanging[len(row)]
                else:
                    hanging[len(row)] = (cell, left - 1)
                row.append(cell)

        for child in tr:
            if child.tag not in ("td", "th"):
                continue
            hang()
            column = len(row)
            colspan = _span(child, "colspan", _WIDEST)
            rowspan = _span(child, "rowspan", _TALLEST)
            cell = Cell(
                _cell_text(child),
                Place(table=index, row=number, column=column),
                rowspan,
                colspan,
            )
            for at in range(column, column + colspan):
                row.append(cell)
                if rowspan > 1:
                    hanging[at] = (cell, rowspan - 1)
        hang()
        # spans from above may lie beyond a gap in a short row
        for at in sorted(key for key in hanging if key > len(row)):
            row.extend([None] * (at - len(row)))
            hang()
        rows.append(row)
    width = max((len(row) for row in rows), default=0)
    return tuple(
        tuple(
            row[c]  # type: ignore[misc]
            if c < len(row) and row[c] is not None
            else Cell("", Place(table=index, row=r, column=c), 1, 0)
            for c in range(width)
        )
        for r, row in enumerate(rows)
    )
