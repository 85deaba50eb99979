"""Every format a report can be written in without another program, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lib.parsing.report import Report
from lib.synthetic.writers import html, text
from lib.synthetic.writers.pages import Page, page_of


@dataclass(frozen=True, slots=True)
class Format:
    """`keeps_blanks` is whether a blank cell can be told from an absent one; `keeps_borders`
    whether a row's numbers can be told apart by eye."""

    name: str
    suffix: str
    keeps_blanks: bool
    write: Callable[[Page], str]
    encoding: str = "utf-8"
    keeps_borders: bool = True

    def bytes(self, page: Page) -> bytes:
        # what a character set lacks is a character reference on a web page, and lost in a text
        lacking = "xmlcharrefreplace" if self.suffix == ".html" else "replace"
        return self.write(page).encode(self.encoding, lacking)


def _formats() -> dict[str, Format]:
    made = [
        Format("html-word", ".html", True, html.word_page),
        Format("html-word-gbk", ".html", True, partial(html.word_page, charset="gbk"), "gb18030"),
        Format("html-wps", ".html", True, html.wps_page),
        Format("html-plain", ".html", True, html.plain_page),
        Format("html-plain-bom", ".html", True, partial(html.plain_page, charset=""), "utf-8-sig"),
        Format(
            "html-plain-gbk-undeclared", ".html", True, partial(html.plain_page, charset=""), "gbk"
        ),
        Format("html-square-heads", ".html", True, html.square_heads_page),
        Format("html-five-columns", ".html", True, html.five_columns_page),
        Format("html-index-first", ".html", True, html.index_first_page),
        Format("html-nested", ".html", True, html.nested_page),
        Format("html-flip-book", ".html", True, html.divided_page),
        Format("text-cells", ".txt", False, text.cell_a_line),
        Format("text-cells-gbk", ".txt", False, text.cell_a_line, "gb18030"),
        Format("text-tabs", ".txt", True, text.tab_rows),
        Format("text-tabs-bom", ".txt", True, text.tab_rows, "utf-8-sig"),
        Format("text-pipes", ".txt", True, text.pipe_rows),
        Format("text-pipes-gbk", ".txt", True, text.pipe_rows, "gb18030"),
        Format("markdown", ".md", True, text.markdown),
    ]
    return {each.name: each for each in made}


def _borderless() -> dict[str, Format]:
    made = [
        Format("text-run-together", ".txt", False, text.run_together, keeps_borders=False),
        Format("text-row-a-line", ".txt", False, text.row_a_line, keeps_borders=False),
    ]
    return {each.name: each for each in made}


def _others() -> dict[str, Format]:
    made = [
        Format("html-script", ".html", True, html.script_page),
        Format("text-cells-blanks", ".txt", True, text.cell_a_line_with_blanks),
        Format("text-pipes-after", ".txt", True, text.pipes_after),
        Format("text-pipes-around", ".txt", True, text.pipes_around),
        Format("text-pipes-alone", ".txt", True, text.pipes_alone, keeps_borders=False),
        Format("text-pipes-below", ".txt", True, text.pipes_below, keeps_borders=False),
        Format("text-pipes-without-blanks", ".txt", False, text.pipes_without_blanks),
        Format("markdown-row-a-table", ".md", True, text.markdown_row_a_table),
    ]
    return {each.name: each for each in made}


FORMATS = _formats()
OTHERS = _others()
BORDERLESS = _borderless()


def write(report: Report, name: str) -> tuple[str, bytes]:
    """A file name and its bytes; KeyError for a format that does not exist."""
    each = (FORMATS | OTHERS | BORDERLESS)[name]
    return f"{report.organ}{report.year}年{each.suffix}", each.bytes(page_of(report))
