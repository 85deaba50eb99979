"""What real reports do to the form, one at a time: each quirk changes a Page before it is printed,
and says in `figures` what a reader must then find. Numbers as in docs/quirks.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lib.synthetic.writers import number_quirks, row_quirks, word_quirks
from lib.synthetic.writers.changes import of_numbers, on_the_web
from lib.synthetic.writers.pages import Page

ALL = frozenset({"web", "pdf", "word", "sheet", "text"})


@dataclass(frozen=True, slots=True)
class Quirk:
    """`number` in docs/quirks.md; `apply` makes the page a clerk or a program would have made;
    `families` are the kinds of file in which it is seen; `alone` is set where it cannot be had
    together with the others."""

    number: int
    name: str
    apply: Callable[[Page], Page]
    families: frozenset[str] = ALL
    alone: bool = False


def _comment_debris(text: str) -> str:
    debris = "<!--[if !supportLists]-->7、<!--[endif]-->"
    text = text.replace("<td>", f"<td>{debris.replace('7、', '')}")
    return text.replace('<div class="content">', f'--><div class="content">{debris}', 1)


def _boxed_text(text: str) -> str:
    """Paragraphs as tables of one square, as pages and backgrounds frame them."""
    return re.sub(
        r"(<p>本年度?[^<]{10,}</p>|<p>示例[^<]*</p>)",
        r'<table border="1" style="background:#eee"><tr><td>\1</td></tr></table>',
        text,
    )


def _share_bar(text: str) -> str:
    bar = '<div class="share">字体:【大 中 小】分享到:0 微信 微博</div>'
    return text.replace('<div class="content">', f'<div class="content">{bar}', 1)


QUIRKS = (
    Quirk(1, "zeros printed blank", of_numbers(number_quirks.zeros_blank), alone=True),
    Quirk(
        2,
        "the kinds of organisation blank",
        of_numbers(number_quirks.organisations_blank),
        alone=True,
    ),
    Quirk(3, "a stroke or dash for nothing", of_numbers(number_quirks.slashes)),
    Quirk(4, "signs printed", of_numbers(number_quirks.signs)),
    Quirk(5, "units inside the cell", of_numbers(number_quirks.units)),
    Quirk(6, "six decimals", of_numbers(number_quirks.decimals)),
    Quirk(7, "a remark under a number", of_numbers(number_quirks.notes)),
    Quirk(8, "blanks around numbers", of_numbers(number_quirks.blanks_around)),
    Quirk(10, "digits lost from the text", word_quirks.digits_lost),
    Quirk(11, "huge counts, separators", of_numbers(number_quirks.huge)),
    Quirk(12, "digits of full width", of_numbers(number_quirks.wide_digits), alone=True),
    Quirk(13, "outcomes that do not add up", of_numbers(number_quirks.outcomes_short)),
    Quirk(14, "totals of section four at zero", of_numbers(number_quirks.totals_zero)),
    Quirk(17, "one row 其他处理 in 2021", row_quirks.single_other_row),
    Quirk(18, "规范性文件 in 2021", word_quirks.old_label),
    Quirk(19, "a row added", row_quirks.added_row),
    Quirk(22, "no section four", row_quirks.no_section_four, alone=True),
    Quirk(23, "sections numbered twice", word_quirks.numbered_twice),
    Quirk(24, "headings reworded", word_quirks.headings_reworded),
    Quirk(25, "a heading with the caption", word_quirks.heading_with_caption),
    Quirk(26, "captions with blanks", word_quirks.caption_with_blank),
    Quirk(27, "labels damaged", word_quirks.damaged_labels),
    Quirk(28, "other punctuation", word_quirks.punctuation),
    Quirk(29, "labels over several lines", word_quirks.broken_labels),
    Quirk(30, "三 printed twice", row_quirks.repeated_label),
    Quirk(34, "tables cut by pages", row_quirks.cut_by_pages),
    Quirk(35, "text in boxes", on_the_web(_boxed_text), frozenset({"web", "pdf"})),
    Quirk(36, "radicals for characters", word_quirks.radicals),
    Quirk(37, "blanks in labels", word_quirks.blanks_in_labels),
    Quirk(38, "heads wrapped", row_quirks.wrapped_heads),
    Quirk(40, "a note under table four", row_quirks.note_below),
    Quirk(41, "the last row on its own page", row_quirks.last_row_alone),
    Quirk(42, "comment debris", on_the_web(_comment_debris), frozenset({"web"})),
    Quirk(43, "an index table first", row_quirks.index_table),
    Quirk(46, "traditional characters", word_quirks.traditional, alone=True),
    Quirk(
        48,
        "another title, a share bar",
        lambda page: on_the_web(_share_bar)(word_quirks.title_reworded(page)),
    ),
)


def together(page: Page, family: str) -> Page:
    """The page with every quirk of the family that others do not exclude."""
    for quirk in QUIRKS:
        if family in quirk.families and not quirk.alone:
            page = quirk.apply(page)
    return page
