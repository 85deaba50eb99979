"""The choice of two reports of one organ, kept in the address as a= and b=: a year for its current
report ("2023"), a year and a number for an earlier revision ("2023.1")."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from lib.queries import catalogue
from lib.ui.choice import menu
from lib.ui.frame import View


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its row of the wide table, and what it is called. `revision` is "" for the
    current one."""

    row: pd.Series
    words: str
    year: int
    revision: str

    @property
    def organ_id(self) -> str:
        return str(self.row["organ_id"])


def choose(view: View, organ_id: str) -> tuple[Side, Side] | None:
    """Draw the two choices, this year against the last that is on the same kind of form by default;
    None where the organ has only one report."""
    rows = catalogue.report_years(view.dataset, organ_id)
    rows = rows.sort_values(["current", "year", "revision"], ascending=False)
    named = {key_of(each): each for each in rows.to_dict("records")}
    if len(named) < 2:
        return None
    words = {
        key: view.say("changes.side", year=each["year"])
        if each["current"]
        else view.say("changes.side_revision", year=each["year"], n=each["revision"])
        for key, each in named.items()
    }
    tables = {key: each["edition_statistics"] for key, each in named.items()}
    old = {key for key, edition in tables.items() if isinstance(edition, str) and edition}
    left, right = st.columns(2)
    with right:
        second = menu("b", tuple(named), words.__getitem__, view.say("changes.after"))
    with left:
        first = menu(
            "a", _others(named, second, old), words.__getitem__, view.say("changes.before")
        )

    def side(key: str) -> Side:
        row = catalogue.report(view.dataset, str(named[key]["report_id"]))
        assert row is not None
        return Side(row, words[key], int(row["year"]), key.partition(".")[2])

    return side(first), side(second)


def key_of(row: Mapping[Hashable, Any] | pd.Series) -> str:
    """How an address names a report of `reports`."""
    return str(row["year"]) if row["current"] else f"{row['year']}.{row['revision']}"


def _others(named: Iterable[str], second: str, old: Collection[str] = ()) -> tuple[str, ...]:
    """The others, those that can be compared with it cell by cell first (of which `old` tables
    cannot be), and of them the nearest before: the revision before a revision, the year before a
    year.

    >>> _others(["2025", "2021", "2018"], "2025", {"2018"}), _others(["2019", "2018"], "2018")
    (('2021', '2018'), ('2019',))
    """
    year = int(second.partition(".")[0])
    left = [key for key in named if key != second]

    def distance(key: str) -> tuple[bool, bool, bool, int]:
        gap = year - int(key.partition(".")[0])
        apart = (key in old) != (second in old)
        return (apart, gap < 0, "." in key and gap != 0, abs(gap) if gap else 100)

    return tuple(sorted(left, key=distance))
