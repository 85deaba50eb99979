"""Printed characters to lines of text, and lines to paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.document import Paragraph, Place
from lib.reading.rulings import Box


class Character(NamedTuple):
    """A printed character, or a run that belongs together, and its box; `size` in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float


def lines_of(characters: list[Character]) -> list[list[Character]]:
    """Characters as lines from top to bottom, each from left to right."""
    lines: list[list[Character]] = []
    for each in sorted(characters, key=lambda c: (c.top + c.bottom) / 2):
        middle = (each.top + each.bottom) / 2
        if lines:
            first = lines[-1][0]
            height = max(first.bottom - first.top, each.bottom - each.top)
            if middle - (first.top + first.bottom) / 2 < 0.5 * height:
                lines[-1].append(each)
                continue
        lines.append([each])
    for line in lines:
        line.sort(key=lambda c: c.x0)
    return lines


def _joined(line: list[Character]) -> str:
    """A line's text, with a blank where the print leaves one: two numbers side by side must never
    become one. Between Chinese characters a small gap is only spacing. Small figures raised beside
    larger ones are the mark of a note, and stand in brackets; small ones that are not raised may be
    either, and make the number one that cannot be read."""
    text = ""
    before: Character | None = None
    for each, small in _sized(line):
        if before is not None:
            wide = before.text[-1:] >= "\u2e80" and each.text[:1] >= "\u2e80"
            figures = before.text[-1:].isdigit() and each.text[:1].isdigit()
            apart = 1.2 if wide else 0.15 if figures else 0.3
            if not small and each.x0 - before.x1 > apart * max(before.size, each.size):
                text += " "
        text += small.format(each.text) if small else each.text
        before = each
    return " ".join(_folded(text).replace(")(", "").split())


def _sized(line: list[Character]) -> Iterator[tuple[Character, str]]:
    """The characters, each with how it is put where it is a figure far smaller than the figures
    beside it, "" for any other."""
    figures = [each for each in line if each.text.isdigit()]
    largest = max(figures, key=lambda each: each.size, default=None)
    for each in line:
        small = largest and each.text.isdigit() and each.size < 0.75 * largest.size
        if not (small and largest):
            yield each, ""
        elif largest.bottom - each.bottom > 0.2 * largest.size:
            yield each, "({})"
        else:
            yield each, "{}\N{REPLACEMENT CHARACTER}"


def text_of(characters: list[Character]) -> str:
    """What a cell prints, a line of it on a line of its own."""
    return "\n".join(text for line in lines_of(characters) if (text := _joined(line)))


def _folded(text: str) -> str:
    """Radicals and compatibility characters as the characters they stand for."""
    return "".join(
        unicodedata.normalize("NFKC", c)
        if "\u2e80" <= c <= "\u2fdf" or "\uf900" <= c <= "\ufaff"
        else c
        for c in text
    )


BEGINS = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,2}[、.．](?!\d)")


def margins(lines: list[list[Character]]) -> tuple[float, float]:
    """Where the first character of the lines stands, and where the last ends, in points."""
    return min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)


def paragraphs(
    lines: list[list[Character]], page: int, margins: tuple[float, float]
) -> Iterator[Paragraph]:
    """Lines joined to paragraphs: a line that reaches the right margin goes on in one that begins
    at the left margin and is not numbered."""
    joined: list[tuple[str, Box, float]] = []
    left, right = margins
    for line in lines:
        text, size = _joined(line), line[0].size
        if not text or _page_number(text):
            continue
        box = (line[0].x0, min(c.top for c in line), line[-1].x1, max(c.bottom for c in line))
        if joined and box[0] < left + size and not BEGINS.match(text):
            held, (x0, top, x1, bottom), before = joined[-1]
            close = box[1] - bottom < 1.5 * size and abs(before - size) < 0.2 * size
            if close and x1 > right - 2 * size and x1 - x0 > max(200, (right - left) / 2):
                joined[-1] = (held + text, (min(x0, box[0]), top, box[2], box[3]), size)
                continue
        joined.append((text, box, size))
    for text, box, _ in joined:
        yield Paragraph(text, Place(page=page, box=rounded(box)))


def _page_number(text: str) -> bool:
    """— 4 — or -3-, never a bare number.

    >>> _page_number("— 4 —"), _page_number("- 12 -"), _page_number("20")
    (True, True, False)
    """
    bare = text.strip("-—–－ ")
    return bare != text and bare.isdigit()


def rounded(box: Box) -> Box:
    """The box in tenths of a point."""
    x0, top, x1, bottom = (round(float(edge), 1) for edge in box)
    return x0, top, x1, bottom
