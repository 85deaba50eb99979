"""The picture of one page: turned level, its ruled lines found, every cell they enclose recognised
by itself, and what stands outside the tables."""

from __future__ import annotations

from collections.abc import Iterator

from lib.reading.document import Paragraph
from lib.reading.page_breaks import Rows
from lib.reading.printed import page_parts
from lib.reading.printed_text import Character
from lib.reading.recogniser import Picture, free_text, recognised
from lib.reading.rulings import Box, Ruling, find_tables

UNSURE = "\N{REPLACEMENT CHARACTER}"  # stands where there is ink that could not be read for sure
_STEEPEST = 5.0  # degrees a page may be turned
_TRIED = 12  # longest lines, by which it is judged whether a page stands upright
_SURE = 0.9  # what the recogniser must be sure of for a cell to be taken as read


def upright_page(
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
        crops, recognised([crop for _, crop, _ in crops]), strict=True
    ):
        characters.append(_character(box, _checked(text, score, crop, spotted)))
        lines_read.append((box, score))
    if _ink(rest).any():
        for box, text, score in free_text(rest, scale):
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
