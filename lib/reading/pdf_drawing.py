"""What is drawn on a page of a PDF: its straight lines and shaded areas, and in what order its
texts, patches and pictures lie upon each other."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from lib.reading.matrix import UNCHANGED, Matrix, after, moved
from lib.reading.pdf_covers import Covers
from lib.reading.rulings import Box

MOST_REMARKS = 2_000
_THICK = 3.5  # points; what is thicker is no ruling
_DEEPEST = 8  # forms within forms
_MOST_OBJECTS = 100_000  # of a page


class Drawing:
    """The straight lines of a page in its own coordinates, as boxes (left, low, right, high)."""

    def __init__(self) -> None:
        self.straight: list[Box] = []
        self.shaded: list[Box] = []
        self.dark: list[Box] = []
        self.aslant: list[Box] = []
        self.covers = Covers()
        self.left = _MOST_OBJECTS

    def gather(self, page: Any) -> None:
        self.straight += _strikes(page)
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            self._object(pdfium.FPDFPage_GetObject(page, index), None, 0)

    def _object(self, thing: Any, outer: Matrix | None, depth: int) -> None:
        self.left -= 1
        if self.left < 0 or not thing:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        order = _MOST_OBJECTS - self.left
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.covers.add_text(thing, order, outer is not None)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                own = _matrix(thing, outer)
                for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                    self._object(pdfium.FPDFFormObj_GetObject(thing, index), own, depth + 1)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            box = _bounds(thing, outer)
            if box is None:
                return
            if min(box[2] - box[0], box[3] - box[1]) <= _THICK:
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE or any(_drawn(thing)):
                    self._bar(box)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, _matrix(thing, outer), order, outer is not None)
            else:
                self.covers.add_picture(thing, order, box)

    def _bar(self, box: Box) -> None:
        left, low, right, high = box
        across, up = (left + right) / 2, (low + high) / 2
        if right - left > high - low:
            self.straight.append((left, up, right, up))
        elif right - left < high - low:
            self.straight.append((across, low, across, high))
        if max(right - left, high - low) <= _THICK:  # a dot of a dotted line, whichever way it goes
            self.straight.append((left, up, right, up))
            self.straight.append((across, low, across, high))

    def _path(self, thing: Any, matrix: Matrix, order: int, within: bool) -> None:
        filled, stroked = _drawn(thing)
        if not (filled or stroked):
            return
        for points in _outlines(thing, matrix):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = (min(xs), min(ys), max(xs), max(ys))
            if min(box[2] - box[0], box[3] - box[1]) <= _THICK:
                self._bar(box)
                continue
            if filled and _is_rectangle(points, box):
                self.covers.add_patch(thing, order, box, within)
            if stroked and len(points) == 2:
                self.aslant += _steps(points)
            edges = []
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x1 - x0) <= 0.5 or abs(y1 - y0) <= 0.5:
                    edges.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            (self.straight if stroked else self.shaded).extend(edges)
            if filled and max(colour_of(thing)[:3]) < 200:
                self.dark.append(box)


def _strikes(page: Any) -> Iterator[Box]:
    """The lines that remarks strike out with."""
    corners = pdfium.FS_QUADPOINTSF()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_REMARKS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_STRIKEOUT:
            for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 100)):
                if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, ctypes.byref(corners)):
                    xs = corners.x1, corners.x2, corners.x3, corners.x4
                    middle = (corners.y1 + corners.y2 + corners.y3 + corners.y4) / 4
                    yield min(xs), middle, max(xs), middle
        pdfium.FPDFPage_CloseAnnot(annotation)


def _is_rectangle(points: list[tuple[float, float]], box: Box) -> bool:
    """Whether an outline goes round the corners of its box and nowhere else."""
    return len(points) >= 4 and all(
        min(abs(x - box[0]), abs(x - box[2])) < 0.5 and min(abs(y - box[1]), abs(y - box[3])) < 0.5
        for x, y in points
    )


def _steps(points: list[tuple[float, float]]) -> list[Box]:
    """A slanting line as short level ones, which strike out what it does."""
    (x0, y0), (x1, y1) = points
    count = min(max(int(abs(y1 - y0)), int(abs(x1 - x0) / 3), 1), 100)
    wide, high = (x1 - x0) / count, (y1 - y0) / count
    return [
        (
            min(x0 + at * wide, x0 + (at + 1) * wide),
            y0 + (at + 0.5) * high,
            max(x0 + at * wide, x0 + (at + 1) * wide),
            y0 + (at + 0.5) * high,
        )
        for at in range(count)
    ]


def _drawn(thing: Any) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its outline is drawn."""
    fill, stroke = ctypes.c_int(0), ctypes.c_int(0)
    if not pdfium.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke)):
        return False, False
    return fill.value != pdfium.FPDF_FILLMODE_NONE, bool(stroke.value)


def _outlines(thing: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each part of a path; closed parts end where they began."""
    x, y = ctypes.c_float(0), ctypes.c_float(0)
    points: list[tuple[float, float]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(thing), _MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(thing, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        here = moved(matrix, x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(here)
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _matrix(thing: Any, outer: Matrix | None) -> Matrix:
    """The way from an object's own coordinates to those of the page; `outer` is that of the object
    it lies in."""
    found = pdfium.FS_MATRIX()
    own = UNCHANGED
    if pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        own = found.a, found.b, found.c, found.d, found.e, found.f
    return own if outer is None else after(own, outer)


def _bounds(thing: Any, outer: Matrix | None) -> Box | None:
    edges = [ctypes.c_float(0) for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges)):
        return None
    left, low, right, high = (edge.value for edge in edges)
    if outer is None:
        return left, low, right, high
    p, q, r, s, t, u = outer
    xs = [p * x + r * y + t for x in (left, right) for y in (low, high)]
    ys = [q * x + s * y + u for x in (left, right) for y in (low, high)]
    return min(xs), min(ys), max(xs), max(ys)


def colour_of(thing: Any) -> tuple[int, int, int, int]:
    """What an object is filled with: red, green, blue, and how opaque it is, to 255."""
    parts = [ctypes.c_uint(0) for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(thing, *map(ctypes.byref, parts)):
        return 0, 0, 0, 255
    red, green, blue, opaque = (part.value for part in parts)
    return red, green, blue, opaque
