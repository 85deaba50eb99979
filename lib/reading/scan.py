"""Pictures of pages, and PDF made of them, to a Document, by recognising the characters.

Optional: needs the packages of requirements-ocr.txt. The ruled lines are found in the picture, and
every cell they enclose is recognised by itself, so that a number stands in its cell by geometry and
a cell without ink is blank. The Document says that it was recognised: any of its text may be wrong,
and who reads on must not take a number on trust.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lib.reading.document import Cell, Document, Grid, Paragraph, Unreadable
from lib.reading.page_breaks import Rows
from lib.reading.printed import numbered
from lib.reading.recogniser import Picture
from lib.reading.rulings import Box
from lib.reading.scan_page import upright_page

INSTALL_ZH = "识别图片需要另装组件：pip install -r requirements-ocr.txt。"
INSTALL_EN = "To recognise pictures, install: pip install -r requirements-ocr.txt."
BROKEN = ("图片已损坏，无法打开。", "The picture is damaged and cannot be opened.")
TOO_LARGE = (
    "图片过大，未读取。请缩小到每页4000万像素以内。",
    "The picture is too large and was not read. Please bring it below 40 million pixels a page.",
)
NO_TEXT = (
    "图片里没有识别出文字。请提供更清晰的图片，或网页、文本。",
    "No text was recognised in the picture. Please bring a clearer one, or the page or text.",
)

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_MOST_PIXELS = 40_000_000
_MOST_PAGES = 60
_DPI = 200  # at which the pages of a PDF are drawn
_PAPER = 595.0  # points: the width of A4, which a picture without a scale is taken to be
_LEGIBLE = 0.7  # how sure, on average, of the longest lines of a page that stands upright


def available() -> bool:
    """Whether the packages for recognition are installed."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


def read_picture(name: str, data: bytes, sha256: str) -> Document:
    """A picture file of one or more pages (PNG, JPEG, TIFF, BMP, WebP). Raises Unreadable."""
    return _read(name, "image", sha256, pictures(data))


def read_scanned_pdf(name: str, data: bytes, sha256: str) -> Document:
    """A PDF whose pages are pictures. Raises Unreadable."""
    return _read(name, "pdf", sha256, _drawn(data))


def overlaid(data: bytes) -> bool:
    """Whether a page of a PDF is one picture, so that any text in it was laid over by a machine
    that read the picture. False for what cannot be opened."""
    import pypdfium2
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    from lib.reading.pdfium_page import LOCK

    try:
        with LOCK, pypdfium2.PdfDocument(data) as pdf:
            for number in range(min(len(pdf), _MOST_PAGES)):
                page = pdf[number]
                paper = page.get_width() * page.get_height()
                for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3):
                    x0, low, x1, high = image.get_bounds()
                    if (x1 - x0) * (high - low) > 0.6 * paper:
                        return True
    except Exception:  # another reader has already said what is wrong with the file
        return False
    return False


def _read(name: str, kind: str, sha256: str, pages: Iterator[tuple[Picture, float]]) -> Document:
    parts: list[Paragraph | Rows] = []
    turned: dict[int, tuple[int, float, float]] = {}
    for number, (picture, scale) in enumerate(pages, 1):
        seen, quarters = _page(picture, scale, number)
        parts += seen
        if quarters:
            turned[number] = quarters, picture.shape[1] * scale, picture.shape[0] * scale
    blocks = numbered(parts)
    if turned:
        for each in _placed(blocks):
            if each.place.box and (how := turned.get(each.place.page or 0)):
                each.place = each.place._replace(box=_as_it_lay(each.place.box, *how))
    if not blocks:
        raise Unreadable(*NO_TEXT)
    return Document(name, kind, sha256, blocks, recognised=True)


def _placed(blocks: tuple[Paragraph | Grid, ...]) -> Iterator[Paragraph | Cell]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:  # a merged cell stands in several squares
            yield from {id(cell): cell for row in block.rows for cell in row}.values()


def pictures(data: bytes) -> Iterator[tuple[Picture, float]]:
    """The pages of a picture file in grey, and how many points a pixel is."""
    import numpy as np
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            for page, frame in enumerate(ImageSequence.Iterator(image)):
                if page >= _MOST_PAGES:
                    return
                if frame.width * frame.height > _MOST_PIXELS:
                    raise Unreadable(*TOO_LARGE)
                upright = ImageOps.exif_transpose(frame).convert("RGBA")
                paper = Image.new("RGBA", upright.size, "white")
                paper.alpha_composite(upright)
                yield np.asarray(paper.convert("L")), _PAPER / min(paper.size)
    except Unreadable:
        raise
    except Image.DecompressionBombError as error:
        raise Unreadable(*TOO_LARGE) from error
    except Exception as error:  # Pillow raises many unrelated types for damaged files
        raise Unreadable(*BROKEN) from error


def points_of(page: Any) -> float:
    """How many points one of a page's own units is taken for: a photograph put into a PDF has a
    page as large as its pixels, and is taken to be A4."""
    short = min(page.get_size())
    return 1.0 if 500 < short < 900 else _PAPER / short


def _drawn(data: bytes) -> Iterator[tuple[Picture, float]]:
    import pypdfium2

    from lib.reading.pdfium_page import LOCK

    pages = 1
    number = 0
    while number < pages:
        try:
            # opened anew for each page, so that nobody waits while a page is recognised
            with LOCK, pypdfium2.PdfDocument(data) as pdf:
                pages = min(len(pdf), _MOST_PAGES)
                page = pdf[number]
                points = points_of(page)
                dots = points * _DPI / 72
                if page.get_width() * page.get_height() * dots * dots > _MOST_PIXELS:
                    raise Unreadable(*TOO_LARGE)
                drawn = page.render(scale=dots, grayscale=True).to_numpy().squeeze().copy()
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable(*BROKEN) from error
        yield drawn, points / dots
        number += 1


# --- a page ---------------------------------------------------------------------------------------


def _page(picture: Picture, scale: float, number: int) -> tuple[list[Paragraph | Rows], int]:
    """The page as it is read, turned by quarters against the clock until its longest lines can be
    read, and how many quarters that took."""
    import numpy as np

    surest, best = -1.0, (list[Paragraph | Rows](), 0)
    for quarters in (0, 1, 3, 2):
        turned = np.ascontiguousarray(np.rot90(picture, quarters))
        parts, sure = upright_page(turned, scale, number)
        if sure > surest:
            surest, best = sure, (parts, quarters)
        if sure >= _LEGIBLE:
            break
    return best


def _as_it_lay(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box of the page turned by quarters on the page as it lay, which is so wide and high."""
    x0, top, x1, bottom = box
    if quarters == 1:
        return width - bottom, x0, width - top, x1
    if quarters == 2:
        return width - x1, height - bottom, width - x0, height - top
    return (top, height - x1, bottom, height - x0) if quarters == 3 else box
