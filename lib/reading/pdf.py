"""PDF with text in it to a Document: ruled tables as grids, the lines around them as paragraphs.

pdfplumber finds the rulings; what it makes of them is put right here: background boxes around
body text look like tables of one column, body text stands in the first rows of a real table, and
a table broken over pages comes as several. Pages of pictures have no text: such a file is refused.
"""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Iterator
from typing import Any

from lib.reading.document import Cell, Document, Grid, Paragraph, Place, Unreadable

SCANNED = Unreadable(
    "这份PDF是扫描图片，没有可读的文字。请提供由Word或网页直接生成的PDF,或其网页、文本。",
    "This PDF is made of scanned pictures and has no text. Please bring a PDF made directly from "
    "Word or a web page, or the page or text itself.",
)
BROKEN = Unreadable("PDF文件已损坏或有密码，无法打开。", "The PDF is damaged or has a password.")
_MOST_PAGES = 200
_SAME = 3.0  # points within which two rulings are one

Box = tuple[float, float, float, float]


def read_pdf(name: str, data: bytes, sha256: str) -> Document:
    """A Document whose places are page and box. Raises Unreadable for scans and broken files."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    parts: list[Paragraph | list[list[Cell]]] = []
    characters = 0
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            title = str((pdf.metadata or {}).get("Title") or "")
            for page in pdf.pages[:_MOST_PAGES]:
                characters += len(page.chars)
                parts += _page(page)
                page.close()
    except Unreadable:
        raise
    except Exception as error:  # pdfminer raises a score of unrelated types for damaged files
        raise BROKEN from error
    if characters < 40:
        raise SCANNED
    metadata = {"title": title} if "公开" in title else {}
    return Document(name, "pdf", sha256, tuple(_numbered(_rejoined(parts))), "", metadata)


def _page(page: Any) -> list[Paragraph | list[list[Cell]]]:
    """The paragraphs and tables of a page from top to bottom."""
    tables = [table for table in page.find_tables() if table.cells]
    found: list[tuple[float, Paragraph | list[list[Cell]]]] = []
    boxes: list[Box] = []
    for table in tables:
        rows = _rectangle(page, table)
        if len(rows[0]) == 1:
            continue  # a background box or frame around body text
        boxes.append(table.bbox)
        for top, part in _parted(rows, page.page_number):
            found.append((top, part))
    outside = page
    if boxes:
        outside = page.filter(lambda thing: not _within(thing, boxes))
    for paragraph, top in _paragraphs(outside, page.page_number):
        found.append((top, paragraph))
    found.sort(key=lambda pair: pair[0])
    return [part for _, part in found]


def _within(thing: dict[str, Any], boxes: list[Box]) -> bool:
    if thing.get("object_type") != "char":
        return False
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)


def _edges(values: list[float]) -> list[float]:
    merged: list[float] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > _SAME:
            merged.append(value)
    return merged


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _rectangle(page: Any, table: Any) -> list[list[Cell]]:
    """The squares of a ruled table; a merged cell is one Cell in all its squares."""
    xs = _edges([x for box in table.cells for x in (box[0], box[2])])
    ys = _edges([y for box in table.cells for y in (box[1], box[3])])
    squares: list[list[Cell | None]] = [[None] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    texts = _texts(page, table.cells)
    for box, text in zip(table.cells, texts, strict=True):
        left, right = _nearest(xs, box[0]), _nearest(xs, box[2])
        top, bottom = _nearest(ys, box[1]), _nearest(ys, box[3])
        rounded = tuple(round(float(edge), 1) for edge in box)
        place = Place(row=top, column=left, page=page.page_number, box=rounded)  # type: ignore[arg-type]
        cell = Cell(text, place, max(bottom - top, 1), max(right - left, 1))
        for r in range(top, bottom):
            for c in range(left, right):
                if squares[r][c] is None:
                    squares[r][c] = cell
    return [
        [
            square or Cell("", Place(row=r, column=c, page=page.page_number), 1, 0)
            for c, square in enumerate(row)
        ]
        for r, row in enumerate(squares)
    ] or [[]]


def _texts(page: Any, boxes: list[Box]) -> list[str]:
    """What each box holds: the page's characters shared out once, lines from top to bottom."""
    from pdfplumber.utils.text import extract_text

    held: list[list[dict[str, Any]]] = [[] for _ in boxes]
    order = sorted(range(len(boxes)), key=lambda i: boxes[i][1])
    for char in page.chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for i in order:
            x0, top, x1, bottom = boxes[i]
            if top > y:
                break
            if x0 <= x < x1 and top <= y < bottom:
                held[i].append(char)
                break
    return [_plain(extract_text(chars)) if chars else "" for chars in held]


def _plain(text: str) -> str:
    """Compatibility characters as characters (a Chromium PDF prints radicals for 行, 人, 一)."""
    lines = (" ".join(line.split()) for line in _unified(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _unified(text: str) -> str:
    return "".join(
        unicodedata.normalize("NFKC", c)
        if "\u2e80" <= c <= "\u2fdf" or "\uf900" <= c <= "\ufaff"
        else c
        for c in text
    )


def _parted(
    rows: list[list[Cell]], page: int
) -> Iterator[tuple[float, Paragraph | list[list[Cell]]]]:
    """A table cut where a row is one sentence over the whole width: body text in its frame."""
    gathered: list[list[Cell]] = []
    for row in rows:
        alone = all(cell is row[0] for cell in row) and row[0].text
        if not alone:
            gathered.append(row)
            continue
        if gathered:
            yield _top(gathered), gathered
            gathered = []
        yield _top([row]), Paragraph(row[0].text.replace("\n", ""), row[0].place)
    if gathered:
        yield _top(gathered), gathered


def _top(rows: list[list[Cell]]) -> float:
    return min((cell.place.box[1] for row in rows for cell in row if cell.place.box), default=0.0)


def _paragraphs(page: Any, number: int) -> Iterator[tuple[Paragraph, float]]:
    """The lines of a page joined to paragraphs: a line that reaches the right margin goes on."""
    lines = [
        line
        for line in page.extract_text_lines(return_chars=False)
        if line["text"].strip() and not _page_number(line["text"])
    ]
    right = max((line["x1"] for line in lines), default=0.0)
    joined: list[dict[str, Any]] = []
    for line in lines:
        if joined and joined[-1]["x1"] > right - 25 and joined[-1]["x1"] - joined[-1]["x0"] > 200:
            last = joined[-1]
            joined[-1] = {**last, "text": last["text"] + line["text"], "x1": line["x1"]}
            joined[-1]["x0"], joined[-1]["bottom"] = min(last["x0"], line["x0"]), line["bottom"]
        else:
            joined.append(dict(line))
    for line in joined:
        box = tuple(round(float(line[edge]), 1) for edge in ("x0", "top", "x1", "bottom"))
        place = Place(page=number, box=box)  # type: ignore[arg-type]
        yield Paragraph(_plain(line["text"]), place), float(line["top"])


def _page_number(text: str) -> bool:
    """— 4 —, -3- or 5 alone.

    >>> _page_number("— 4 —"), _page_number("- 12 -"), _page_number("20")
    (True, True, False)
    """
    bare = text.strip()
    return bare != bare.strip("-—–－ ") and bare.strip("-—–－ ").isdigit()


def _rejoined(parts: list[Paragraph | list[list[Cell]]]) -> list[Paragraph | list[list[Cell]]]:
    """Tables of one width that follow each other over a page break made one again."""
    joined: list[Paragraph | list[list[Cell]]] = []
    for part in parts:
        last = joined[-1] if joined else None
        if (
            isinstance(part, list)
            and isinstance(last, list)
            and len(last[0]) == len(part[0])
            and _page_of(last) != _page_of(part)
        ):
            joined[-1] = last + part
        else:
            joined.append(part)
    return joined


def _page_of(rows: list[list[Cell]]) -> int | None:
    return rows[-1][-1].place.page


def _numbered(parts: list[Paragraph | list[list[Cell]]]) -> Iterator[Paragraph | Grid]:
    """The tables as Grids, their cells' places naming the grid and its rows."""
    grids = 0
    for part in parts:
        if isinstance(part, Paragraph):
            yield part
            continue
        renewed: dict[int, Cell] = {}
        rows = []
        for number, row in enumerate(part):
            for cell in row:
                if id(cell) not in renewed:
                    place = cell.place._replace(table=grids, row=number)
                    renewed[id(cell)] = Cell(cell.text, place, cell.rowspan, cell.colspan)
            rows.append(tuple(renewed[id(cell)] for cell in row))
        yield Grid(grids, tuple(rows))
        grids += 1
