"""Pictures of pages, and PDF made of them, to a Document, by recognising the characters.

Optional: needs the packages of requirements-ocr.txt. The ruled lines are found in the picture, and
every cell they enclose is recognised by itself, so that a number stands in its cell by geometry and
a cell without ink is blank. The Document says that it was recognised: any of its text may be wrong,
and who reads on must not take a number on trust.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

from lib.reading.document import Cell, Document, Grid, Paragraph, Unreadable
from lib.reading.page_breaks import Rows
from lib.reading.printed import numbered, page_parts
from lib.reading.printed_text import Character
from lib.reading.rulings import Box, Ruling, find_tables

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
UNSURE = "\N{REPLACEMENT CHARACTER}"  # stands where there is ink that could not be read for sure

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_MOST_PIXELS = 40_000_000
_MOST_PAGES = 60
_DPI = 200  # at which the pages of a PDF are drawn
_PAPER = 595.0  # points: the width of A4, which a picture without a scale is taken to be
_STEEPEST = 5.0  # degrees a page may be turned
_LEGIBLE = 0.7  # how sure, on average, of the longest lines of a page that stands upright
_TRIED = 12  # such lines
_SURE = 0.9  # what the recogniser must be sure of for a cell to be taken as read

Picture = Any  # a numpy array of grey values, one byte a pixel


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
        parts, sure = _upright_page(turned, scale, number)
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


def _upright_page(
    picture: Picture, scale: float, number: int
) -> tuple[list[Paragraph | Rows], float]:
    """The parts of a page, and how sure the recogniser is of its longest lines, from 0 to 1; 1 of a
    page without any."""
    import cv2
    import numpy as np

    picture = straightened(picture)
    ink = _ink(picture)
    across, down = _lines(ink, scale)
    rulings = [*_rulings(across, scale, True), *_rulings(down, scale, False)]
    tables = find_tables(rulings)
    lines = cv2.dilate(across | down, np.ones((3, 3), np.uint8)) > 0
    bare, spots, rest = picture.copy(), ink.copy(), picture.copy()
    bare[lines] = 255
    spots[lines] = 0
    characters: list[Character] = []
    crops: list[tuple[Box, Picture, bool]] = []
    for table in tables:
        for box in table.boxes:
            crops += _cell_lines(box, bare, spots, scale)
        x0, top, x1, bottom = (round(edge / scale) for edge in table.box)
        rest[max(top - 2, 0) : bottom + 3, max(x0 - 2, 0) : x1 + 3] = 255
    lines_read: list[tuple[Box, float]] = []
    for (box, crop, spotted), (text, score) in zip(
        crops, _recognised([crop for _, crop, _ in crops]), strict=True
    ):
        characters.append(_character(box, _checked(text, score, crop, spotted)))
        lines_read.append((box, score))
    if _ink(rest).any():
        for box, text, score in _free_text(rest, scale):
            characters.append(_character(box, text))
            lines_read.append((box, score))
    return page_parts(characters, tables, number), _sureness(lines_read)


def _sureness(lines: list[tuple[Box, float]]) -> float:
    """Of the longest lines; one that stands upright is not read at all."""
    sides = [(x1 - x0, bottom - top, score) for (x0, top, x1, bottom), score in lines]
    longest = sorted(sides, key=lambda line: max(line[:2]), reverse=True)[:_TRIED]
    scores = [score if across > down else 0.0 for across, down, score in longest]
    return sum(scores) / len(scores) if scores else 1.0


def _character(box: Box, text: str) -> Character:
    x0, top, x1, bottom = box
    return Character(text, x0, top, x1, bottom, bottom - top)


def _ink(picture: Picture) -> Picture:
    """Print as 255, paper as 0. Judged against the surroundings, since scans are unevenly lit."""
    import cv2

    return cv2.adaptiveThreshold(
        picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 15
    )


def straightened(picture: Picture) -> Picture:
    """The picture turned until its long lines are level."""
    import cv2
    import numpy as np

    height, width = picture.shape
    shrunk = min(1.0, 1200 / width)
    small = cv2.resize(picture, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
    across = small.shape[1]
    found = cv2.HoughLinesP(
        _ink(small),
        1,
        np.pi / 1800,
        across // 4,
        minLineLength=across // 3,
        maxLineGap=across // 99,
    )
    if found is None:
        return picture
    x0, y0, x1, y1 = found.reshape(-1, 4).T.astype(float)
    angles = np.degrees(np.arctan2(y1 - y0, x1 - x0))
    level = angles[abs(angles) < _STEEPEST]
    if not len(level) or abs(angle := float(np.median(level))) < 0.03:
        return picture
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)


# --- lines and cells ----------------------------------------------------------------------------


def _lines(ink: Picture, scale: float) -> tuple[Picture, Picture]:
    """The pixels of the level and of the upright rulings: runs of ink longer than any stroke."""
    import cv2
    import numpy as np

    across = round(36 / scale)
    down = round(15 / scale)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    level = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, across), np.uint8))
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 1), np.uint8))
    upright = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((down, 1), np.uint8))
    return level, upright


def _rulings(lines: Picture, scale: float, level: bool) -> Iterator[Ruling]:
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    for x, y, width, height, _ in stats[1:].tolist():
        if min(width, height) * scale > 6:
            continue  # a filled area
        if level:
            middle = (y + height / 2) * scale
            yield Ruling(x * scale, middle, (x + width) * scale, middle)
        else:
            middle = (x + width / 2) * scale
            yield Ruling(middle, y * scale, middle, (y + height) * scale)


def _cell_lines(
    box: Box, bare: Picture, spots: Picture, scale: float
) -> Iterator[tuple[Box, Picture, bool]]:
    """The lines of text in a cell, cut out, each with its box in points. None for a blank cell.
    The third says whether the ink is more than a speck."""
    import numpy as np

    x0, top, x1, bottom = (round(edge / scale) for edge in box)
    inset = max(1, round(0.8 / scale))
    x0, top, x1, bottom = x0 + inset, top + inset, x1 - inset, bottom - inset
    inner = spots[top:bottom, x0:x1]
    if inner.size == 0:
        return
    rows = np.flatnonzero((inner > 0).sum(axis=1))
    if not len(rows):
        return
    bands: list[list[int]] = []
    gap = max(1, round(1.0 / scale))
    for row in rows.tolist():
        if bands and row - bands[-1][1] <= gap:
            bands[-1][1] = row
        else:
            bands.append([row, row])
    # strokes of one character (二, 三) and specks go with the line beside them
    tallest = max(end - start + 1 for start, end in bands)
    merged: list[list[int]] = []
    for band in bands:
        if merged and (
            min(band[1] - band[0], merged[-1][1] - merged[-1][0]) + 1 < 0.6 * tallest
            and band[1] - merged[-1][0] + 1 <= 1.3 * max(tallest, 8 / scale)
        ):
            merged[-1][1] = band[1]
        else:
            merged.append(list(band))
    for start, end in merged:
        columns = np.flatnonzero((inner[start : end + 1] > 0).sum(axis=0))
        left, right = int(columns[0]), int(columns[-1])
        margin = max(2, round(0.2 * (end - start + 1)))
        # from the picture without its lines, with some paper around
        cut = bare[top + start : top + end + 1, x0 + left : x0 + right + 1]
        crop = np.pad(cut, margin, constant_values=255)
        place = (
            (x0 + left) * scale,
            (top + start) * scale,
            (x0 + right + 1) * scale,
            (top + end + 1) * scale,
        )
        yield place, crop, end - start + 1 >= 2.5 / scale


def _checked(text: str, score: float, crop: Picture, spotted: bool) -> str:
    """The text as recognised; marked UNSURE where the recogniser is not sure of a number, or where
    it gives fewer digits than there are separate marks: a digit that it left out."""
    text = text.strip()
    if not text:
        # a speck far smaller than print is dirt; but then the cell is not surely blank either
        return UNSURE
    if all(character < "\u2e80" for character in text) and (
        score < _SURE or not spotted or _marks(crop) > len(text.replace(" ", ""))
    ):
        return text + UNSURE
    return text


def _marks(crop: Picture) -> int:
    """How many marks stand side by side, specks left out."""
    import cv2
    import numpy as np

    _, ink = cv2.threshold(crop, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    filled = (ink > 0).sum(axis=0) > 0
    starts = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(int)))) == 1)
    ends = np.flatnonzero(np.diff(np.concatenate((filled.astype(int), [0]))) == -1)
    tall = [
        int(rows[-1] - rows[0] + 1)
        for start, end in zip(starts, ends, strict=True)
        if len(rows := np.flatnonzero((ink[:, start : end + 1] > 0).sum(axis=1)))
    ]
    return sum(height > 0.4 * max(tall) for height in tall)


# --- recognising ----------------------------------------------------------------------------------


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    # one thread each: a batch of files already uses every core
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )


def _recognised(crops: list[Picture]) -> list[tuple[str, float]]:
    """The text of each crop of one line, and how sure the recogniser is of it, from 0 to 1."""
    import cv2
    from rapidocr.ch_ppocr_rec import TextRecInput

    if not crops:
        return []
    lines = [cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR) for crop in crops]
    engine = _engine()
    if engine.text_rec is None:
        # the models are loaded at first use
        engine(lines[0], use_det=False, use_cls=False, use_rec=True)
    found = engine.text_rec(TextRecInput(img=lines))
    return [(str(text), float(score)) for text, score in zip(found.txts, found.scores, strict=True)]


def _free_text(picture: Picture, scale: float) -> Iterator[tuple[Box, str, float]]:
    """The lines of text outside the tables, each with its box in points and how sure it is."""
    import cv2

    found = _engine()(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), use_det=True, use_rec=True)
    if found.boxes is None:
        return
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        x0, top = corners.min(axis=0).tolist()
        x1, bottom = corners.max(axis=0).tolist()
        if text.strip():
            box = (x0 * scale, top * scale, x1 * scale, bottom * scale)
            yield box, text.strip(), float(score)
