"""What PDFium finds on a page: the characters that are seen, and the straight lines.

A page's own coordinates go up from wherever it likes, and its text may run any way: everything is
turned here until the text reads from left to right, in points from the top left corner of what the
page shows.
"""

from __future__ import annotations

import ctypes
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import degrees, hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from lib.reading.figures import FIGURES, STRUCK, overlaid, struck
from lib.reading.pdf_covers import Covers
from lib.reading.pdf_drawing import MOST_REMARKS, Drawing, colour_of
from lib.reading.printed_text import Character
from lib.reading.rulings import SAME, Box, Ruling

LOCK = threading.Lock()  # PDFium is not made for two threads
UNMAPPED = "\N{REPLACEMENT CHARACTER}"  # stands for a glyph of which the file says no character

_DRAWN_ANNOTATIONS = {
    pdfium.FPDF_ANNOT_WIDGET,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_STAMP,
    # what may cover what is printed below it
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_REDACT,
}
_BLANK_SPACES = " \u00a0\u3000"


class _Look(NamedTuple):
    """How a run of text is printed: `size` in points, 0 where it is not known; `turned` in quarter
    turns, or None for aslant."""

    size: float
    seen: bool
    white: bool
    light: bool
    turned: int | None


@dataclass(slots=True)
class Sheet:
    """A page as seen. `filled` are the edges of shaded areas, which are lines only where a page has
    no others; `unmapped` counts the glyphs of no known character."""

    characters: list[Character] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    filled: list[Ruling] = field(default_factory=list)
    height: float = 0.0
    unmapped: int = 0


def look_at(page: Any) -> Sheet:
    """The sheet a pypdfium2 page prints."""
    lines = Drawing()
    lines.gather(page.raw)
    scanned = lines.covers.leave_out_pages(_shown(page))
    raw = _cut_short(list(_characters(page.raw, lines.covers)))
    visible = [each for each in raw if each.look.seen]
    if len(visible) >= 20 or not scanned:
        raw = visible  # else a machine's reading laid under a picture, which is better than nothing
    turned = Counter(each.look.turned for each in raw if each.look.turned is not None)
    quarter = turned.most_common(1)[0][0] if turned else 0
    shown = _shown(page)
    view = _View(quarter or 0, shown)
    sheet = Sheet(height=view.height)
    dark = [view.box(box) for box in lines.dark]
    strokes = [Ruling(*view.box(box)) for box in lines.aslant]
    table = _around([view.box(box) for box in lines.straight])
    found = []
    for each in raw:
        box = view.box(each.box)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if each.look.turned != quarter:
            # a watermark, or a remark up the margin; a figure among lines is one of a table's
            if each.look.turned is None or each.text not in FIGURES or not _within(x, y, table):
                continue
            each = each._replace(text=each.text + STRUCK)
        if not (0 <= x <= view.width and 0 <= y <= view.height):
            continue
        if each.look.white and not any(a <= x <= c and b <= y <= d for a, b, c, d in dark):
            continue
        found.append((Character(each.text, *box, box[3] - box[1]), each.look.light))
    sheet.characters = overlaid(_once(_without_watermark(found)))
    sheet.rulings = [Ruling(*view.box(box)) for box in lines.straight]
    sheet.filled = [Ruling(*view.box(box)) for box in lines.shaded]
    sheet.characters = struck(sheet.characters, [*sheet.rulings, *strokes])
    sheet.unmapped = sum(UNMAPPED in each.text for each in sheet.characters)
    return sheet


def _around(boxes: list[Box]) -> Box | None:
    """The box around several."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _within(x: float, y: float, box: Box | None) -> bool:
    return box is not None and box[0] < x < box[2] and box[1] < y < box[3]


def drawn_over(page: Any) -> bool:
    """Whether form fields or remarks are printed over the page."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_REMARKS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _DRAWN_ANNOTATIONS:
            return True
    return False


# --- characters -----------------------------------------------------------------------------------


class _Glyph(NamedTuple):
    text: str
    box: Box  # left, low, right, high in the page's own coordinates
    look: _Look
    of: int | None  # the object it is of
    cut: bool = False  # whether something lies over it


def _characters(page: Any, covers: Covers) -> Iterator[_Glyph]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return
    try:
        looks: dict[int | None, _Look] = {}
        box = pdfium.FS_RECTF()
        place = ctypes.byref(box)
        for i in range(pdfium.FPDFText_CountChars(text)):
            code = pdfium.FPDFText_GetUnicode(text, i)
            if code in (10, 13) or pdfium.FPDFText_IsGenerated(text, i) == 1:
                continue
            if not pdfium.FPDFText_GetLooseCharBox(text, i, place):
                continue
            thing = pdfium.FPDFText_GetTextObject(text, i)
            key = ctypes.cast(thing, ctypes.c_void_p).value
            look = looks.get(key)
            if look is None:
                look = looks[key] = _look(text, i, thing)
            bounds = min(box.left, box.right), min(box.bottom, box.top), *_high(box)
            if max(bounds[2] - bounds[0], bounds[3] - bounds[1]) > 2.5 * look.size > 0:
                # of text that runs down the page PDFium gives twenty times the size
                bounds = _ink(text, i)
            character = _character(text, i, code)
            if character in FIGURES and look.seen:
                hidden, unsure = covers.over(key, bounds)
                if hidden:
                    yield _Glyph(character, bounds, look._replace(seen=False), key, True)
                    continue
                if unsure:
                    character += STRUCK
            yield _Glyph(character, bounds, look, key)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _cut_short(glyphs: list[_Glyph]) -> list[_Glyph]:
    """The glyphs, those of a number marked of which a part is hidden."""
    kept = list(glyphs)
    if not any(each.cut for each in glyphs):
        return kept
    for at, glyph in enumerate(glyphs):
        if not glyph.cut or glyph.text not in FIGURES:
            continue
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(glyphs) and glyphs[other].of == glyph.of:
                if glyphs[other].text not in FIGURES:
                    break
                if not glyphs[other].cut:
                    kept[other] = kept[other]._replace(text=glyphs[other].text + STRUCK)
                other += step
    return kept


def _high(box: Any) -> tuple[float, float]:
    return max(box.left, box.right), max(box.bottom, box.top)


def _ink(text: Any, i: int) -> Box:
    edges = [ctypes.c_double(0) for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text, i, *map(ctypes.byref, edges))
    left, right, low, high = (edge.value for edge in edges)
    return left, low, right, high


def _character(text: Any, i: int, code: int) -> str:
    if code == 2:
        return "-"  # a hyphen at the end of a line
    if code < 32 or pdfium.FPDFText_HasUnicodeMapError(text, i) == 1:
        return UNMAPPED
    if 0xD800 <= code <= 0xF8FF or code in (0xFFFD, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return UNMAPPED  # for private use: the file alone knows what it looks like
    return chr(code)


def _look(text: Any, i: int, thing: Any) -> _Look:
    angle = -degrees(pdfium.FPDFText_GetCharAngle(text, i)) % 360  # given with the clock
    quarter = round(angle / 90)
    turned = quarter % 4 if abs(angle - 90 * quarter) < 5 else None
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, i, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(text, i) * hypot(matrix.c, matrix.d)
    if not thing:
        return _Look(size, True, False, False, turned)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
    red, green, blue, opaque = colour_of(thing)
    seen = mode not in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
    brightness = min(red, green, blue)
    light = brightness > 150 or opaque < 130
    return _Look(size, seen and opaque > 8, brightness > 245, light, turned)


def _without_watermark(found: list[tuple[Character, bool]]) -> list[Character]:
    """All but pale characters far larger than the rest."""
    sizes = sorted(each.size for each, _ in found)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    return [each for each, light in found if not (light and each.size > 2.2 * usual)]


def _once(characters: list[Character]) -> list[Character]:
    """Each character once, where bold print is made by printing twice, a little aside."""
    kept: list[Character] = []
    near: dict[tuple[str, int, int], list[Character]] = {}
    for each in characters:
        if each.text in _BLANK_SPACES:
            kept.append(each)
            continue
        x, y = round(each.x0 / 4), round(each.top / 4)
        slack = min(0.35 * (each.x1 - each.x0), 0.2 * each.size)
        if any(
            abs(other.x0 - each.x0) <= slack and abs(other.top - each.top) <= slack
            for across in (x - 1, x, x + 1)
            for down in (y - 1, y, y + 1)
            for other in near.get((each.text, across, down), ())
        ):
            continue
        near.setdefault((each.text, x, y), []).append(each)
        kept.append(each)
    return kept


# --- the page as it is read -----------------------------------------------------------------------


def _shown(page: Any) -> Box:
    """The part of the page that is shown, in its own coordinates."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    box = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return box if box[2] - box[0] > SAME and box[3] - box[1] > SAME else media


class _View:
    """From the page's own coordinates to those in which its text, running `quarter` quarter turns
    against the clock, reads from left to right."""

    def __init__(self, quarter: int, shown: Box) -> None:
        self.quarter = quarter
        self.shown = shown
        sides = shown[2] - shown[0], shown[3] - shown[1]
        self.width, self.height = sides if quarter % 2 == 0 else sides[::-1]

    def box(self, box: Box) -> Box:
        left, low, right, high = self.shown
        x0, y0, x1, y1 = box
        if self.quarter == 0:
            return x0 - left, high - y1, x1 - left, high - y0
        if self.quarter == 1:
            return y0 - low, x0 - left, y1 - low, x1 - left
        if self.quarter == 2:
            return right - x1, y0 - low, right - x0, y1 - low
        return high - y1, right - x1, high - y0, right - x0
