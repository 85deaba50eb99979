"""One page of a PDF, or of a picture, drawn, with a box on it: where a number is printed.

The sheet is drawn as the reader saw it (lib.reading.pdf, lib.reading.scan), for the boxes of its
places are in that reader's points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lib.reading import scan
from lib.reading.document import Unreadable
from lib.reading.scan_page import straightened

FORMATS = ("pdf", "image")  # Document.format of what is drawn here
Box = tuple[float, float, float, float]
_WIDE = 1400  # pixels across, enough to read a form's small print
_MOST_PIXELS = 40_000_000  # of a page far longer than it is wide
_FRAME = (230, 159, 0)
_AROUND = 2.0  # points between the box and the frame


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PNG, how many pages its file has, and its size in the points that boxes are given in."""

    png: bytes
    pages: int
    width: float
    height: float


def draw(data: bytes, page: int, box: Box | None = None, *, recognised: bool = False) -> Sheet:
    """Page `page` (from 1; the last where there are fewer) with a frame around `box`, which is
    (x0, top, x1, bottom) in points. `recognised` says that the file was read by its picture.

    Raises Unreadable where the file is neither a PDF nor a picture, or damaged."""
    is_pdf = data[:1024].lstrip().startswith(b"%PDF")
    image, pages, points = _of_pdf(data, page, recognised) if is_pdf else _of_picture(data, page)
    width, height = image.width * points, image.height * points
    if image.width > _WIDE:
        image = image.resize((_WIDE, round(image.height * _WIDE / image.width)))
    if box is not None:
        _frame(image, box, image.width / width)
    out = io.BytesIO()
    image.save(out, "PNG")
    return Sheet(out.getvalue(), pages, width, height)


def _of_pdf(data: bytes, number: int, recognised: bool) -> tuple[Any, int, float]:
    """The page drawn, how many there are, and how many points a pixel is."""
    import pypdfium2

    from lib.reading.pdfium_page import LOCK

    try:
        # another visitor's file may be read or drawn at the same time
        with LOCK, pypdfium2.PdfDocument(data) as pdf:
            page = pdf[min(max(number, 1), len(pdf)) - 1]
            unit = scan.points_of(page) if recognised else 1.0
            wide, high = max(page.get_width(), 1.0), max(page.get_height(), 1.0)
            scale = min(_WIDE / wide, (_MOST_PIXELS / (wide * high)) ** 0.5)
            image = page.render(scale=scale).to_pil().convert("RGB")
            pages = len(pdf)
    except Exception as error:  # pdfium raises several unrelated types for damaged files
        raise Unreadable(*scan.BROKEN) from error
    return (_level(image) if recognised else image), pages, unit / scale


def _of_picture(data: bytes, number: int) -> tuple[Any, int, float]:
    from PIL import Image

    last = None
    pages = 0
    for pages, found in enumerate(islice(scan.pictures(data), 60), 1):
        if pages <= max(number, 1):
            last = found
    if last is None:
        raise Unreadable(*scan.BROKEN)
    return _level(Image.fromarray(last[0]).convert("RGB")), pages, last[1]


def _level(image: Any) -> Any:
    """Turned as the recogniser turned it, where its packages are installed."""
    import numpy as np
    from PIL import Image

    if not scan.available():
        return image
    return Image.fromarray(straightened(np.asarray(image.convert("L")))).convert("RGB")


def _frame(image: Any, box: Box, scale: float) -> None:
    from PIL import ImageDraw

    x0, top, x1, bottom = box
    corners = [(x0 - _AROUND) * scale, (top - _AROUND) * scale]
    corners += [(x1 + _AROUND) * scale, (bottom + _AROUND) * scale]
    ImageDraw.Draw(image).rectangle(corners, outline=_FRAME, width=max(round(1.5 * scale), 2))


__all__ = ["FORMATS", "Sheet", "Unreadable", "draw"]
