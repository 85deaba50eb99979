"""The figures a report's text states, beside those of its tables.

passages    Document -> text by section, its broken lines joined
tokens      the words that say what a figure is about, and the figures
sentences   the sentences of a passage that may count something
walk        the words and figures of one sentence -> which figure is said of which words
naming      the words a figure is said of -> the cells they name
context     what earlier words leave behind
figure      a number with the cells it is said of
topics      rows, columns and groups -> cells of the form
fee         the 信息处理费 of section six
"""

from __future__ import annotations

from collections.abc import Iterable

from lib.parsing.report import Stated
from lib.parsing.stated.fee import Fee, processing_fee
from lib.parsing.stated.passages import Passage, passages
from lib.parsing.stated.sentences import figures

__all__ = ["Fee", "Passage", "passages", "processing_fee", "read_stated"]


def read_stated(
    found: Iterable[Passage], year: int, editions: dict[str, str]
) -> tuple[Stated, ...]:
    """Every figure the passages state about cells of the form, in the order printed. `year` is
    the report's; `editions` the edition of each of its tables."""
    return tuple(
        Stated(
            figure.cells,
            figure.value,
            figure.unit,
            passage.text[figure.start : figure.end].strip(),
            passage.section,
            passage.place(figure.start),
            figure.scope,
            figure.year,
        )
        for passage in found
        for figure in figures(passage.text, passage.section, year, editions)
    )
