"""Tables of another year than the report's, where the words before them or their first row say so.

A report may print last year's table beside this year's, and a workbook keeps a sheet a year."""

from __future__ import annotations

import re

from lib.parsing.sections import heading_of
from lib.reading.document import Document, Grid, Paragraph

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年(?!\s*\d{1,2}\s*月)")
_SENTENCE = re.compile(r"[。，；,;]")
_LONGEST = 40  # characters of a caption
_WORKBOOKS = ("xlsx", "xls", "xlsb", "ods")  # whose sheets go on through their headings


def of_another_year(document: Document, year: int) -> frozenset[int]:
    """The indexes of the grids that are said to be of another year than `year`."""
    found: set[int] = set()
    said = 0
    for block in document.blocks if year else ():
        if isinstance(block, Paragraph):
            if named := _named(block.text):
                said = named
            elif document.format not in _WORKBOOKS and heading_of(block.text):
                said = 0
        elif (_of_itself(block) or said or year) != year:
            found.add(block.index)
    return frozenset(found)


def _named(caption: str) -> int:
    """The one year a caption names, 0 where it names none or is a sentence."""
    if len(caption) > _LONGEST or "年" not in caption or _SENTENCE.search(caption):
        return 0
    years = set(_YEAR.findall(caption))
    return int(years.pop()) if len(years) == 1 else 0


def _of_itself(grid: Grid) -> int:
    """The year that a grid's first row names, where it is one caption over all."""
    if grid.pattern and "年" not in grid.pattern:
        return 0
    texts = {cell.text for cell in grid.rows[0] if cell.text.strip()} if grid.rows else set()
    return _named(texts.pop()) if len(texts) == 1 else 0
