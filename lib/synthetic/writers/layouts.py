"""The layouts a report's figures are printed in to prove that reading is exact: every format, and
what Word, Excel, LibreOffice and Chromium make of the same page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lib.synthetic.writers import office
from lib.synthetic.writers.formats import BORDERLESS, FORMATS, OTHERS, Format
from lib.synthetic.writers.pages import Page

Render = Callable[[Sequence[Page]], list[bytes]]
TEMPLATE = Path(__file__).parents[4] / "shared" / "reports" / "0000-格式模板-2021版-空表.docx"
_FAMILIES = {".html": "web", ".txt": "text", ".md": "text"}


@dataclass(frozen=True, slots=True)
class Layout:
    """`render` makes a file of each page, many at a time since some programs start slowly.

    `family` says which quirks occur in it; `exact` whether each number can be told apart by eye,
    so that a reader may flag next to nothing; `possible` says whether this machine has what it
    needs; `quick` is whether it costs milliseconds."""

    name: str
    suffix: str
    family: str
    render: Render
    exact: bool = True
    quick: bool = True
    possible: Callable[[], bool] = lambda: True
    editions: tuple[str, ...] = ("2019", "2021")


def _each(write: Callable[[Page], bytes]) -> Render:
    return lambda pages: [write(page) for page in pages]


def _of_format(each: Format) -> Layout:
    exact = each.keeps_borders and each.keeps_blanks
    return Layout(each.name, each.suffix, _FAMILIES[each.suffix], _each(each.bytes), exact)


def _by_soffice(pages: Sequence[Page], target: str) -> list[bytes]:
    return office.converted([office.docx(page) for page in pages], ".docx", target)


def _layouts() -> dict[str, Layout]:
    def saved(name: str, target: str, family: str = "word") -> Layout:
        return Layout(
            name,
            f".{target.split(':')[0]}",
            family,
            partial(_by_soffice, target=target),
            quick=False,
            possible=office.has_soffice,
        )

    made = [
        *map(_of_format, (FORMATS | OTHERS | BORDERLESS).values()),
        Layout("mhtml", ".mht", "web", _each(office.mhtml)),
        Layout("docx", ".docx", "word", _each(office.docx)),
        Layout(
            "docx-template",
            ".docx",
            "template",
            _each(partial(office.docx_from_template, template=TEMPLATE)),
            quick=False,
            possible=TEMPLATE.exists,
            editions=("2021",),
        ),
        Layout("xlsx", ".xlsx", "sheet", _each(office.xlsx)),
        Layout("xlsx-sheets", ".xlsx", "sheet", _each(office.xlsx_sheets)),
        Layout(
            "pdf-chromium",
            ".pdf",
            "pdf",
            office.printed,
            quick=False,
            possible=lambda: bool(office.browser_path()),
        ),
        saved("pdf-libreoffice", "pdf", "pdf"),
        saved("doc", "doc"),
        saved("odt", "odt"),
        saved("rtf", "rtf"),
    ]
    return {each.name: each for each in made}


LAYOUTS = _layouts()
