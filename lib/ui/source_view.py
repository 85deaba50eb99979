"""A file as it was read, as HTML: its paragraphs and tables, the cells of a finding lit.

Nothing of the file's own markup is shown: every text is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lib.reading.document import Document, Grid, Paragraph, Place

CSS = """
<style>
.source{max-height:44rem;overflow:auto;border:1px solid rgba(128,128,128,.35);border-radius:.4rem;
 padding:.5rem .7rem;font-size:.8rem;line-height:1.45}
.source p{margin:.15rem 0;font-size:inherit;overflow-wrap:anywhere}
.source p.line::before{content:attr(data-line);display:inline-block;min-width:2.6em;opacity:.45;
 font-variant-numeric:tabular-nums}
.source table{border-collapse:collapse;margin:.4rem 0;width:100%}
.source td{border:1px solid rgba(128,128,128,.4);padding:.12rem .3rem;white-space:pre-line}
.source .lit{background:rgba(240,228,66,.55);outline:3px solid #E69F00}
.source a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
.source a.blank{text-decoration:none;display:block}
</style>
"""
_MOST_BLOCKS = 1500

Links = Mapping[Place, tuple[str, str]]
"""The cells' places, each with the address of its cell and its words."""


def source_html(
    document: Document,
    lit: frozenset[Place] = frozenset(),
    label: str = "",
    links: Links | None = None,
    cell: str = "",
) -> str:
    """The document's blocks in order; places in `lit` stand out (they are those of `cell`, where
    there is one), places in `links` lead to their cells."""
    links = links or {}
    parts = [
        f'{CSS}<div class="source" tabindex="0" role="region" aria-label="{escape(label)}" '
        f'data-cell="{escape(cell)}">'
    ]
    shown = _around(document, lit)
    if shown.start:
        parts.append("<p>…</p>")
    for block in document.blocks[shown]:
        if isinstance(block, Paragraph):
            line = f' class="line{_lit(block.place, lit)}" data-line="{block.place.line}"'
            attributes = line if block.place.line else f' class="{_lit(block.place, lit).strip()}"'
            parts.append(f"<p{attributes}>{_text(block.text, block.place, lit, links)}</p>")
        else:
            parts.append(_table(block, lit, links))
    if len(document.blocks) > shown.stop:
        parts.append("<p>…</p>")
    parts.append("</div>")
    return "".join(parts)


def _around(document: Document, lit: frozenset[Place]) -> slice:
    """As many blocks as are shown: the first, or those around the first that stands out."""
    if not lit or len(document.blocks) <= _MOST_BLOCKS:
        return slice(0, _MOST_BLOCKS)
    for at, block in enumerate(document.blocks):
        cells = [block] if isinstance(block, Paragraph) else [c for row in block.rows for c in row]
        if any(each.place in lit for each in cells):
            start = max(0, at - _MOST_BLOCKS // 2)
            return slice(start, start + _MOST_BLOCKS)
    return slice(0, _MOST_BLOCKS)


def _text(text: str, place: Place, lit: frozenset[Place], links: Links) -> str:
    if place not in links:
        return escape(text)
    href, words = (escape(each) for each in links[place])
    here = ' aria-current="true"' if place in lit else ""
    blank = "" if text.strip() else ' class="blank"'
    return (
        f'<a{blank} href="{href}" target="_self" data-soft{here} title="{words}">'
        f"{escape(text) or '&nbsp;'}</a>"
    )


def _lit(place: Place, lit: frozenset[Place]) -> str:
    return " lit" if place in lit else ""


def _table(grid: Grid, lit: frozenset[Place], links: Links) -> str:
    rows = []
    seen: set[int] = set()
    for row in grid.rows:
        squares = []
        for cell in row:
            if id(cell) in seen or not cell.colspan:
                continue
            seen.add(id(cell))
            spans = f' rowspan="{cell.rowspan}" colspan="{cell.colspan}"'
            css = ' class="lit"' if cell.place in lit else ""
            text = _text(cell.text, cell.place, lit, links)
            squares.append(f"<td{spans}{css}>{text}</td>")
        rows.append(f"<tr>{''.join(squares)}</tr>")
    return f"<table>{''.join(rows)}</table>"
