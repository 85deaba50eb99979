"""PDF with text in it to a Document: ruled tables as grids, the lines around them as paragraphs.

PDFium says where every character and every line stands; lib.reading.rulings makes tables of them.
Pages of pictures have no text, and some files do not say which characters their glyphs are: both
are refused, so that they may be recognised instead.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from lib.reading.document import Document, Paragraph, Unreadable
from lib.reading.page_breaks import Rows
from lib.reading.pdfium_page import LOCK, Sheet, drawn_over, look_at
from lib.reading.printed import numbered, page_parts
from lib.reading.rulings import find_tables

SCANNED = (
    "这份PDF是扫描图片，没有可读的文字。请提供由Word或网页直接生成的PDF,或其网页、文本。",
    "This PDF is made of scanned pictures and has no text. Please bring a PDF made directly from "
    "Word or a web page, or the page or text itself.",
)
UNNAMED = (
    "这份PDF没有注明字形对应的文字，无法读出。请提供由Word或网页直接生成的PDF,或其网页、文本。",
    "This PDF does not say which characters its glyphs stand for, so it cannot be read. Please "
    "bring a PDF made directly from Word or a web page, or the page or text itself.",
)
BROKEN = ("PDF文件已损坏或有密码，无法打开。", "The PDF is damaged or has a password.")
_MOST_PAGES = 200
_PAGE = re.compile(r"(?:[#第页共\W]|page|of)*", re.IGNORECASE)  # a page number as _running has it
_MARGIN = 0.12  # of the page's height, at the top and at the foot


class Unrecognised(Unreadable):
    """A PDF whose text is not in it, but may be recognised on its pages."""


def read_pdf(name: str, data: bytes, sha256: str) -> Document:
    """A Document whose places are page and box. Raises Unrecognised for scans and for files that
    do not name their characters, Unreadable for broken ones."""
    import pypdfium2

    pages: list[tuple[list[Paragraph | Rows], float]] = []
    characters = unmapped = 0
    with LOCK:
        try:
            with pypdfium2.PdfDocument(data) as pdf:
                title = str(pdf.get_metadata_value("Title") or "")
                if pdf.get_formtype():
                    pdf.init_forms()
                for index in range(min(len(pdf), _MOST_PAGES)):
                    sheet = _sheet(pdf, index)
                    characters += len(sheet.characters)
                    unmapped += sheet.unmapped
                    pages.append((_parts(sheet, index + 1), sheet.height))
        except pypdfium2.PdfiumError as error:
            raise Unreadable(*BROKEN) from error
    if characters < 40:
        raise Unrecognised(*SCANNED)
    if unmapped > 0.3 * characters:
        raise Unrecognised(*UNNAMED)
    metadata = {"title": title} if "公开" in title else {}
    return Document(name, "pdf", sha256, numbered(_without_running(pages)), "", metadata)


def _sheet(pdf: Any, index: int) -> Sheet:
    import pypdfium2.raw as pdfium

    page = pdf[index]
    if drawn_over(page) and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == 1:
        page.close()
        page = pdf[index]
    try:
        return look_at(page)
    finally:
        page.close()


def _parts(sheet: Sheet, number: int) -> list[Paragraph | Rows]:
    tables = find_tables(sheet.rulings)
    if not tables and sheet.filled:
        tables = find_tables([*sheet.rulings, *sheet.filled])
    return page_parts(sheet.characters, tables, number)


def _without_running(pages: list[tuple[list[Paragraph | Rows], float]]) -> list[Paragraph | Rows]:
    """The parts of all pages without the lines that every page has at its top or foot, which would
    part a table that goes over pages: no page numbers, and words only once, before all the rest or
    after it."""
    times = Counter(
        key
        for parts, height in pages
        for key in {_running(part, height) for part in parts if isinstance(part, Paragraph)}
    )
    tops: list[Paragraph | Rows] = []
    kept: list[Paragraph | Rows] = []
    feet: list[Paragraph | Rows] = []
    begun: set[str] = set()
    for parts, height in pages:
        for part in parts:
            key = _running(part, height) if isinstance(part, Paragraph) else ""
            if not isinstance(part, Paragraph) or not key or times[key] == 1:
                kept.append(part)
            elif key not in begun and not _PAGE.fullmatch(key):
                box = part.place.box
                (tops if box and box[1] < height / 2 else feet).append(part)
            begun.add(key)
    return [*tops, *kept, *feet]


def _running(paragraph: Paragraph, height: float) -> str:
    """What a line in the margin says, whatever its numbers; "" for one that is not there."""
    box = paragraph.place.box
    if box is None or (box[3] > _MARGIN * height and box[1] < (1 - _MARGIN) * height):
        return ""
    if len(paragraph.text) > 60:
        return ""
    return re.sub(r"\d+", "#", "".join(paragraph.text.split()))
