"""Every format a report can be written in, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lib.parsing.report import Report
from lib.synthetic.writers.html import plain_page, square_heads_page, word_page
from lib.synthetic.writers.text import cell_a_line, markdown, pipe_rows, tab_rows


@dataclass(frozen=True, slots=True)
class Format:
    """`keeps_blanks` is whether a blank cell can be told from an absent one; `says` what the
    format is, for the names of tests."""

    name: str
    suffix: str
    keeps_blanks: bool
    write: Callable[[Report], str]
    encoding: str = "utf-8"

    def bytes(self, report: Report) -> bytes:
        return self.write(report).encode(self.encoding)


def _formats() -> dict[str, Format]:
    made = [
        Format("html-word", ".html", True, partial(word_page, charset="utf-8")),
        Format("html-word-gbk", ".html", True, partial(word_page, charset="gbk"), "gb18030"),
        Format("html-plain", ".html", True, partial(plain_page, charset="utf-8")),
        Format("html-plain-bom", ".html", True, partial(plain_page, charset=""), "utf-8-sig"),
        Format("html-plain-gbk-undeclared", ".html", True, partial(plain_page, charset=""), "gbk"),
        Format("html-square-heads", ".html", True, partial(square_heads_page, charset="utf-8")),
        Format("text-cells", ".txt", False, cell_a_line),
        Format("text-cells-gbk", ".txt", False, cell_a_line, "gb18030"),
        Format("text-tabs", ".txt", True, tab_rows),
        Format("text-tabs-bom", ".txt", True, tab_rows, "utf-8-sig"),
        Format("text-pipes", ".txt", True, pipe_rows),
        Format("text-pipes-gbk", ".txt", True, pipe_rows, "gbk"),
        Format("markdown", ".md", True, markdown),
    ]
    return {each.name: each for each in made}


FORMATS = _formats()


def write(report: Report, name: str) -> tuple[str, bytes]:
    """A file name and its bytes; KeyError for a format that does not exist."""
    each = FORMATS[name]
    return f"{report.organ}{report.year}年{each.suffix}", each.bytes(report)
