"""A file as it was read, as HTML: its paragraphs and tables, the cells of a finding lit.

Nothing of the file's own markup is shown: every text is escaped.
"""

from __future__ import annotations

from html import escape

from lib.reading.document import Document, Grid, Paragraph, Place

CSS = """
<style>
.source{max-height:44rem;overflow:auto;border:1px solid rgba(128,128,128,.35);border-radius:.4rem;
 padding:.5rem .7rem;font-size:.8rem;line-height:1.45}
.source p{margin:.15rem 0}
.source p.line::before{content:attr(data-line);display:inline-block;min-width:2.6em;opacity:.45;
 font-variant-numeric:tabular-nums}
.source table{border-collapse:collapse;margin:.4rem 0;width:100%}
.source td{border:1px solid rgba(128,128,128,.4);padding:.12rem .3rem;white-space:pre-line}
.source .lit{background:rgba(240,228,66,.55);outline:2px solid #E69F00}
</style>
"""
_MOST_BLOCKS = 1500


def source_html(document: Document, lit: frozenset[Place] = frozenset(), label: str = "") -> str:
    """The document's blocks in order; places in `lit` stand out."""
    parts = [CSS, f'<div class="source" tabindex="0" role="region" aria-label="{escape(label)}">']
    for block in document.blocks[:_MOST_BLOCKS]:
        if isinstance(block, Paragraph):
            line = f' class="line{_lit(block.place, lit)}" data-line="{block.place.line}"'
            attributes = line if block.place.line else f' class="{_lit(block.place, lit).strip()}"'
            parts.append(f"<p{attributes}>{escape(block.text)}</p>")
        else:
            parts.append(_table(block, lit))
    if len(document.blocks) > _MOST_BLOCKS:
        parts.append("<p>…</p>")
    parts.append("</div>")
    return "".join(parts)


def _lit(place: Place, lit: frozenset[Place]) -> str:
    return " lit" if place in lit else ""


def _table(grid: Grid, lit: frozenset[Place]) -> str:
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
            squares.append(f"<td{spans}{css}>{escape(cell.text)}</td>")
        rows.append(f"<tr>{''.join(squares)}</tr>")
    return f"<table>{''.join(rows)}</table>"
