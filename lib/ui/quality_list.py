"""The findings one by one: which are shown, a page of them, each with its cells and its status."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from lib.exporting.check_report import sides
from lib.findings import CODES
from lib.queries.dispositions import STATUSES
from lib.ui import address
from lib.ui.cell_link import link
from lib.ui.choice import menu, say_stale, several
from lib.ui.deciding import panel
from lib.ui.finding_card import CSS, card
from lib.ui.findings_list import cell_links, head
from lib.ui.frame import View

_PAGE = 20
_MOST_CELLS = 8
_SEVERITIES = ("error", "warning", "note")
Row = Mapping[Hashable, Any]


def narrowed(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """Draw the choices (severity, family, kind, status), kept in the address; what they leave."""
    say = view.say
    one, two, three, four = st.columns([3, 2, 3, 2])
    with one:
        severities = several(
            "sev",
            _SEVERITIES,
            lambda each: say(f"quality.severity.{each}"),
            say("quality.severity"),
            _SEVERITIES[:2],
            3,
        )
    with four:
        status = menu(
            "st", ("counted", *STATUSES, "all"), lambda s: say(f"quality.st.{s}"), say("quality.st")
        )
    families = sorted({str(code).split(".")[0] for code in found["code"].unique()})
    with two:
        family = menu(
            "fam", ("all", *families), lambda f: say(f"quality.family.{f}"), say("quality.family")
        )
    codes = sorted(
        code
        for code in found["code"].unique()
        if family in ("all", code.split(".")[0]) and CODES[code].severity.value in severities
    )
    with three:
        code = menu(
            "code",
            ("all", *codes),
            lambda c: say("common.all") if c == "all" else getattr(CODES[c], view.lang),
            say("quality.code"),
        )
    wanted = found["severity"].isin(severities)
    if family != "all":
        wanted &= found["code"].str.startswith(f"{family}.")
    if code != "all":
        wanted &= found["code"] == code
    if status == "counted":
        wanted &= found["status"] != "dismissed"
    elif status != "all":
        wanted &= found["status"] == status
    return found[wanted]


def pages(view: View, shown: pd.DataFrame) -> None:
    """A page of the findings, each with a door to decide on it."""
    last = max(1, -(-len(shown) // _PAGE))
    named = address.extra("p")
    page = int(named) if named.isascii() and named.isdecimal() and 1 <= int(named) <= last else 1
    if named and str(page) != named:
        say_stale(named)
        address.put_extra("p")
    mark = address.extra("f")
    if mark and mark not in set(map(_mark, shown["key"])):
        say_stale(mark)
        address.put_extra("f")
    part = shown.iloc[(page - 1) * _PAGE : page * _PAGE]
    st.html(CSS)
    alike = shown["key"].map(_mark).value_counts()  # one decision holds for all that name no cell
    drawn: Counter[str] = Counter()
    for row in part.to_dict("records"):
        mark = _mark(row["key"])
        _one(view, row, mark, drawn[mark], int(alike[mark]))
        drawn[mark] += 1
    if last > 1:
        st.session_state["c_p"] = page
        st.number_input(
            view.say("quality.page", last=f"{last:,}"),
            1,
            last,
            key="c_p",
            on_change=lambda: address.put_extra("p", str(st.session_state["c_p"])),
            width=200,
        )


def _mark(key: object) -> str:
    """A finding as an address names it."""
    return f"{zlib.crc32(str(key).encode()):08x}"


def _one(view: View, row: Row, mark: str, before: int, alike: int) -> None:
    """A finding; `before` of the `alike` ones that share its decision are drawn already."""
    chosen = address.extra("f") == mark
    left, right = st.columns([7, 1], vertical_alignment="center")
    look = " ".join(("chosen" if chosen else "", str(row["status"])))
    words = f"{head(str(row['code']), view.lang)} · {row['organ']} · {row['year']}"
    told = tuple(_facts(view, row))
    left.html(
        card(str(row["severity"]), words, str(row[view.lang]), told, look=look,
             links=_cells(view, row))
    )  # fmt: skip
    right.button(
        view.say("quality.close" if chosen else "quality.decide"),
        key=f"decide_{mark}" + (f"_{before}" if before else ""),
        on_click=lambda: address.put_extra("f", "" if chosen else mark),
        width="stretch",
    )
    if chosen and not before:
        panel(view, row, alike)


def _facts(view: View, row: Row) -> list[tuple[str, str]]:
    say = view.say
    two = [None if pd.isna(row[side]) else row[side] for side in ("expected", "printed")]
    found = [
        (say("check.sides"), sides(two[0], two[1], view.lang)),
        (say("check.mend"), str(row[f"mend_{view.lang}"] or "")),
    ]
    if row["status"] != "open":
        found.append((say(f"quality.st.{row['status']}"), decided_words(view, row)))
    return [(name, text) for name, text in found if text]


def decided_words(view: View, row: Row) -> str:
    """Who decided, when, and why."""
    words = view.say("quality.by_whom", who=row["who"], at=f"{row['at']:%Y-%m-%d %H:%M}")
    return f"{words} {row['reason']}".strip()


def _cells(view: View, row: Row) -> str:
    """The cells, each a link to where it is printed; the report itself where there is none."""
    organ_id, year = str(row["organ_id"]), int(row["year"])
    links = cell_links(view, list(row["cells"]), organ_id, year, _MOST_CELLS)
    words = escape(view.say("quality.open_report"))
    return links or f"<small>{link('report', words, organ=organ_id, year=str(year))}</small>"
