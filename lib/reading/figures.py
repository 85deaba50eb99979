"""Printed figures that are not certain: struck out by a line, in part under a patch, or printed
upon each other."""

from __future__ import annotations

from lib.reading.printed_text import Character
from lib.reading.rulings import Box, Ruling

FIGURES = frozenset("0123456789")
STRUCK = "\N{COMBINING LONG STROKE OVERLAY}"  # follows a figure that is struck out, or not certain
_HIDDEN, _IN_PART = 0.85, 0.3  # how much of a character a patch must hide
_TOO_NEAR = 0.5  # of a figure's width: two that share so much of it stand one upon the other


def under(characters: list[Character], patch: Box) -> list[Character]:
    """The characters, without those that a patch (x0, top, x1, bottom) laid over them hides;
    figures that it hides in part are marked."""
    kept = []
    for each in characters:
        high = (each.bottom - each.top) / 4  # of the band that has the ink, above and below
        wide = min(each.x1, patch[2]) - max(each.x0, patch[0])
        tall = min(each.bottom - high, patch[3]) - max(each.top + high, patch[1])
        size = (each.x1 - each.x0) * 2 * high
        hidden = max(wide, 0) * max(tall, 0) / size if size else 0
        if hidden > _HIDDEN:
            continue
        unsure = hidden > _IN_PART and each.text in FIGURES
        kept.append(each._replace(text=each.text + STRUCK) if unsure else each)
    return kept


def overlaid(characters: list[Character]) -> list[Character]:
    """The characters, those of numbers marked that are printed upon each other: neither is
    certain."""
    figures = sorted(
        ((at, each) for at, each in enumerate(characters) if each.text[0] in FIGURES),
        key=lambda pair: pair[1].x0,
    )
    marked: set[int] = set()
    for begin, (at, one) in enumerate(figures):
        wide = one.x1 - one.x0
        for other_at, other in figures[begin + 1 :]:
            if other.x0 >= one.x1 - _TOO_NEAR * min(wide, other.x1 - other.x0):
                if other.x0 >= one.x1:
                    break
                continue
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            if high > _TOO_NEAR * min(one.bottom - one.top, other.bottom - other.top):
                marked |= {at, other_at}
    return [
        each._replace(text=each.text[0] + STRUCK) if at in marked else each
        for at, each in enumerate(characters)
    ]


def struck(characters: list[Character], rulings: list[Ruling]) -> list[Character]:
    """The characters, those of numbers marked where a line strikes them out."""
    level = sorted((each for each in rulings if each.level), key=lambda each: each.top)
    marked = []
    for each in characters:
        if each.text in FIGURES:
            high = each.top + 0.3 * each.size
            low = each.bottom - 0.3 * each.size
            middle = (each.x0 + each.x1) / 2
            if any(high < r.top < low and r.x0 <= middle <= r.x1 for r in level):
                each = each._replace(text=each.text + STRUCK)
        marked.append(each)
    return marked
