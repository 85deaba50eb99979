"""What lies over the text of a PDF's page, or cuts it off: patches, pictures, and the edges of what
may be drawn upon.

A page is drawn in the order of its objects. A number may be there and not be seen: somebody laid a
white patch over it and typed another one upon that.
"""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from lib.reading.rulings import Box

_HIDDEN, _IN_PART = 0.85, 0.3  # how much of a character must be covered
_OF_A_PAGE = 0.5  # a picture that large is the page itself, its text laid under it
_MOST_COVERS = 2_000
_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


class _Text(NamedTuple):
    edge: Box  # where it may be drawn
    unsure: bool  # whether the file may show something else in its place
    patches: list[Box]  # what is drawn after it
    pictures: list[Box]


class Covers:
    """The texts of a page by their objects, and what is drawn after each of them. Boxes are (left,
    low, right, high) in the page's own coordinates."""

    def __init__(self) -> None:
        self._drawn: dict[int, tuple[Any, int, bool]] = {}
        self._texts: dict[int, _Text] = {}  # those that were asked for
        self._patches: list[tuple[int, Box]] = []
        self._pictures: list[tuple[int, Box]] = []
        self._pictured = 0.0  # the area of all pictures, whether something is seen through them

    def add_text(self, thing: Any, order: int, within: bool) -> None:
        """`within` is whether it lies in a form, whose coordinates are its own."""
        key = ctypes.cast(thing, ctypes.c_void_p).value
        if key is not None:
            self._drawn[key] = thing, order, within

    def add_patch(self, thing: Any, order: int, box: Box, within: bool) -> None:
        """A filled rectangle."""
        if _is_opaque(thing) and len(self._patches) < _MOST_COVERS:
            box = box if within else _common(box, _edge(thing))
            self._patches.append((order, box))

    def add_picture(self, thing: Any, order: int, box: Box) -> None:
        self._pictured += _area(box)
        if _is_opaque(thing) and len(self._pictures) < _MOST_COVERS:
            self._pictures.append((order, box))

    def leave_out_pages(self, page: Box) -> bool:
        """Forget the pictures that are the page itself; whether there are any, in strips or
        whole."""
        most = _OF_A_PAGE * _area(page)
        self._pictures = [each for each in self._pictures if _area(each[1]) < most]
        return self._pictured >= most

    def over(self, key: int | None, character: Box) -> tuple[bool, bool]:
        """Whether a character of a text object is hidden, and whether it may be."""
        text = self._texts.get(key) if key is not None else None
        if text is None:
            if key is None or key not in self._drawn:
                return False, False
            text = self._texts[key] = self._text(*self._drawn[key])
        left, low, right, high = character
        quarter = (high - low) / 4
        middle = left, low + quarter, right, high - quarter  # the band that has its ink
        size = _area(middle) or 1.0
        inside = 1.0 if text.edge is _EVERYWHERE else _area(_common(middle, text.edge)) / size
        upon = [
            _area(_common(middle, box)) / size
            for box in text.patches
            if box[0] < right and box[2] > left and box[1] < high and box[3] > low
        ]
        most = max(upon, default=0.0)
        if inside < 1 - _HIDDEN or most > _HIDDEN:
            return True, False
        pictured = any(_area(_common(middle, box)) > _HIDDEN * size for box in text.pictures)
        return False, text.unsure or pictured or inside < 1 - _IN_PART or most > _IN_PART

    def _text(self, thing: Any, order: int, within: bool) -> _Text:
        return _Text(
            _EVERYWHERE if within else _edge(thing),
            _is_marked(thing),
            [box for at, box in self._patches if at > order],
            [box for at, box in self._pictures if at > order],
        )


def _common(one: Box, two: Box) -> Box:
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _is_opaque(thing: Any) -> bool:
    parts = [ctypes.c_uint(255) for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(thing, *map(ctypes.byref, parts))
    return parts[3].value > 250 and not pdfium.FPDFPageObj_HasTransparency(thing)


def _edge(thing: Any) -> Box:
    """The box of what an object is cut to."""
    path = pdfium.FPDFPageObj_GetClipPath(thing)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    if count <= 0:
        return _EVERYWHERE
    edge = _EVERYWHERE
    x, y = ctypes.c_float(0), ctypes.c_float(0)
    for at in range(min(count, 50)):
        xs, ys = [], []
        for step in range(min(pdfium.FPDFClipPath_CountPathSegments(path, at), 200)):
            segment = pdfium.FPDFClipPath_GetPathSegment(path, at, step)
            if pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                xs.append(x.value)
                ys.append(y.value)
        if xs:
            edge = _common(edge, (min(xs), min(ys), max(xs), max(ys)))
    return edge


def _is_marked(thing: Any) -> bool:
    """Whether a text lies in a layer, which may be off, or has another text in its stead."""
    for at in range(min(max(pdfium.FPDFPageObj_CountMarks(thing), 0), 20)):
        mark = pdfium.FPDFPageObj_GetMark(thing, at)
        name = _words(lambda *out, mark=mark: pdfium.FPDFPageObjMark_GetName(mark, *out))
        if name == "OC":
            return True
        said = _words(
            lambda *out, mark=mark: pdfium.FPDFPageObjMark_GetParamStringValue(
                mark, b"ActualText", *out
            )
        )
        if any(map(str.isdigit, said)):
            return True
    return False


def _words(ask: Any) -> str:
    """What a function of PDFium writes into a buffer of UTF-16."""
    buffer = ctypes.create_string_buffer(200)
    length = ctypes.c_ulong(0)
    out = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    if not ask(out, 200, ctypes.byref(length)):
        return ""
    return buffer.raw[: min(length.value, 200)].decode("utf-16-le", "replace").rstrip("\0")
