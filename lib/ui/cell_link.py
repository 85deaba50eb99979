"""A number as a link to the cell it was printed in."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from lib.ui import address


def cell_address(organ_id: str, year: int, cell: str, revision: str = "") -> str:
    """The address of one cell of one report, in the reader's dataset and language; of the report
    alone where `cell` is "". `revision` is "" for the current one."""
    named = {"rev": revision, "cell": cell}
    parameters = address.link(
        organ=organ_id, year=str(year), **{name: value for name, value in named.items() if value}
    )
    return f"report?{urlencode(parameters, doseq=True)}"


def link(page: str, inner: str, **changes: object) -> str:
    """HTML: `inner` (HTML of ours, its texts escaped) leading to a page with some choices changed,
    as lib.ui.address.link takes them."""
    href = escape(f"{page}?{urlencode(address.link(**changes), doseq=True)}", quote=True)
    return f'<a href="{href}" target="_self">{inner}</a>'


def report_link(text: str, organ_id: str, year: int) -> str:
    """HTML: words that lead to a report."""
    return link("report", escape(text), organ=organ_id, year=str(year))


def cell_link(
    text: str, organ_id: str, year: int, cell: str, title: str = "", revision: str = ""
) -> str:
    """HTML: the number, leading to its cell; the text alone where there is no number."""
    if not text:
        return ""
    hover = f' title="{escape(title)}"' if title else ""
    href = escape(cell_address(organ_id, year, cell, revision), quote=True)
    return f'<a href="{href}" target="_self" data-soft{hover}>{escape(text)}</a>'
