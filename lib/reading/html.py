"""Web pages to a Document.

A table without tables inside it is a grid, its rowspans and colspans expanded; a table that holds
tables only lays out the page, so it is walked through. Everything else is cut into paragraphs at
block elements and line breaks. Scripts, styles and comments are not text, nor is what is struck
out or hidden; a raised mark is put in brackets, lest the 1 of a note become a digit of the number
it stands beside.

The walk itself is the stylesheet below: libxslt writes the page as one string in which private-use
characters mark where blocks, tables, rows and cells begin: visiting the same elements one by one
from Python is slower, and Word pages have a dozen elements a cell.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxml import etree

from lib.reading.document import Cell, Document, Grid, Paragraph, Place, Unreadable
from lib.reading.embedded import unpacked

_BREAK, _TABLE, _ROW, _CELL, _FIELD, _END = "\ue000\ue001\ue002\ue003\ue004\ue005"
_MARKS = (_BREAK, _TABLE, _ROW, _CELL, _FIELD, _END)
_INVISIBLE = ("\u200b", "\ufeff")

_STYLESHEET = f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:template match="script|style|noscript|template|head|svg|select|del|s|strike|iframe"/>
<xsl:template match="td//*[contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'),
    'display:none')]"/>
<xsl:template match="sup">
  <xsl:text>(</xsl:text><xsl:apply-templates/><xsl:text>)</xsl:text>
</xsl:template>
<xsl:template match="address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|
    figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|li|main|nav|ol|option|p|pre|
    publishtime|section|table|tbody|td|tfoot|th|thead|tr|ul">
  <xsl:text>{_BREAK}</xsl:text><xsl:apply-templates/><xsl:text>{_BREAK}</xsl:text>
</xsl:template>
<xsl:template match="table[not(.//table)]">
  <xsl:apply-templates select="caption"/>
  <xsl:text>{_TABLE}</xsl:text>
  <xsl:for-each select=".//tr">
    <xsl:text>{_ROW}</xsl:text>
    <xsl:for-each select=".//td|.//th">
      <xsl:text>{_CELL}</xsl:text><xsl:value-of select="@rowspan"/>
      <xsl:text>{_FIELD}</xsl:text><xsl:value-of select="@colspan"/>
      <xsl:text>{_FIELD}</xsl:text><xsl:apply-templates/>
    </xsl:for-each>
  </xsl:for-each>
  <xsl:text>{_END}</xsl:text>
</xsl:template>
</xsl:stylesheet>
"""
_write = etree.XSLT(etree.XML(re.sub(r">\s+<", "><", _STYLESHEET.strip())))
_WIDEST = 100  # a colspan beyond this is a slip of the page, not a table
_TALLEST = 500

Element = Any  # lxml's stubs do not let a tag be both a str and a function, as comments have it


def read_html(name: str, text: str, sha256: str, encoding: str) -> Document:
    """A Document whose places are table, row and column. Raises Unreadable for an empty page."""
    text = unpacked(text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        # lone surrogates cannot be encoded; they are no characters of any report
        root: Element = etree.fromstring(_without(text, _MARKS).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise Unreadable("网页里没有内容。", "The web page has no content.")
    blocks: list[Paragraph | Grid] = []
    grids = 0
    for number, part in enumerate(_without(str(_write(root)), _INVISIBLE).split(_TABLE)):
        table, _, rest = part.rpartition(_END) if number else ("", "", part)
        if table:
            rows = _expand(table, grids)
            if rows:
                blocks.append(Grid(grids, rows))
                grids += 1
        blocks += (Paragraph(line, Place()) for line in _lines(rest))
    return Document(name, "html", sha256, tuple(blocks), encoding, _metadata(root))


def _without(text: str, characters: tuple[str, ...]) -> str:
    for character in characters:
        text = text.replace(character, "")
    return text


def _lines(text: str) -> list[str]:
    """The lines of a stretch of text, runs of blanks made one blank, empty lines left out."""
    return [line for raw in text.split(_BREAK) if (line := " ".join(raw.split()))]


@lru_cache(maxsize=20_000)  # labels and small numbers come again in every table and report
def _cell_text(text: str) -> str:
    return "\n".join(_lines(text)) if _BREAK in text else " ".join(text.split())


def _metadata(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.find(".//title")
    if title is not None and title.text:
        found["title"] = " ".join(title.text.split())
    for meta in root.iter("meta"):
        key, content = meta.get("name") or meta.get("property"), meta.get("content")
        if key and content:
            found.setdefault(key.lower(), content.strip())
    return found


def _span(raw: str, most: int) -> int:
    """A rowspan or colspan attribute as a number from 1 to `most`.

    >>> _span("", 100), _span("3", 100), _span("0", 100), _span(" 2; ", 100), _span("x", 100)
    (1, 3, 1, 2, 1)
    """
    if not raw:
        return 1
    found = re.match(r"\s*(\d+)", raw)
    return min(max(int(found[1]), 1), most) if found else 1


def _expand(table: str, index: int) -> tuple[tuple[Cell, ...], ...]:
    """The rectangle of a table. Squares no cell covers are absent cells (colspan 0)."""
    rows: list[list[Cell | None]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> a cell from above, rows it still covers

    def hang(row: list[Cell | None]) -> None:
        while (above := hanging.get(len(row))) is not None:
            cell, left = above
            if left == 1:
                del hanging[len(row)]
            else:
                hanging[len(row)] = (cell, left - 1)
            row.append(cell)

    for number, printed in enumerate(table.split(_ROW)[1:]):
        row: list[Cell | None] = []
        for raw in printed.split(_CELL)[1:]:
            if hanging:
                hang(row)
            rows_raw, columns_raw, text = raw.split(_FIELD, 2)
            rowspan = _span(rows_raw, _TALLEST) if rows_raw else 1
            colspan = _span(columns_raw, _WIDEST) if columns_raw else 1
            column = len(row)
            lines = _cell_text(text)
            cell = Cell(lines, Place(None, index, number, column), rowspan, colspan)
            if rowspan == colspan == 1:
                row.append(cell)
                continue
            row.extend([cell] * colspan)
            if rowspan > 1:
                hanging.update(dict.fromkeys(range(column, column + colspan), (cell, rowspan - 1)))
        hang(row)
        # spans from above may lie beyond a gap in a short row
        for at in sorted(key for key in hanging if key > len(row)):
            row.extend([None] * (at - len(row)))
            hang(row)
        rows.append(row)
    width = max((len(row) for row in rows), default=0)
    filled = []
    for r, row in enumerate(rows):
        row += [None] * (width - len(row))
        for c, square in enumerate(row):
            if square is None:
                row[c] = Cell("", Place(None, index, r, c), 1, 0)
        filled.append(tuple(cell for cell in row if cell is not None))
    return tuple(filled)
