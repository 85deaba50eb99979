"""Which report: organ, year and revision, kept in the address as organ=, year=, rev=."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.queries import catalogue, coverage
from lib.selection import Selection
from lib.ui import address, filters
from lib.ui.frame import View
from lib.ui.verbatim import verbatim

_MOST = 1500


def organ(view: View) -> str | None:
    """Draw the choice of an organ; its id, or None where the selection has none."""
    organs = _organs(view)
    if organs.empty:
        return None
    options = list(organs["organ_id"])
    first = "" if address.extra("organ") in options else _fullest(view)
    return _pick("organ", options, _names(organs), view, first)


def _fullest(view: View) -> str:
    """The organ with most years: who has not chosen one is shown one that has something to show."""
    every = replace(view.selection, years=())
    return str(coverage.most_years(view.dataset, every)["organ_id"])


def choose(view: View) -> pd.Series | None:
    """Draw the three choices; the chosen report's row, or None where the selection has none."""
    left, middle, right = st.columns([4, 1, 1])
    with left:
        chosen_organ = organ(view)
    if chosen_organ is None:
        return None
    rows = catalogue.report_years(view.dataset, chosen_organ)
    years = [str(year) for year in sorted(rows["year"].unique(), reverse=True)]
    with middle:
        year = _pick("year", years, {}, view)
    revisions = rows[rows["year"] == int(year)].sort_values("revision", ascending=False)
    current = revisions[revisions["current"]].iloc[0]
    names = {
        str(each.revision): view.say(
            "report.revision_current" if each.current else "report.revision_n", n=each.revision
        )
        for each in revisions.itertuples()
    }
    revision = str(current["revision"])
    if len(names) > 1:
        order = sorted(names, key=lambda each: (each != revision, -int(each)))
        with right:
            revision = _pick("rev", order, names, view)
    chosen = revisions[revisions["revision"] == int(revision)].iloc[0]
    if not chosen["current"]:
        st.warning(view.say("report.superseded"), icon=":material/history:")
    return catalogue.report(view.dataset, str(chosen["report_id"]))


def _organs(view: View) -> pd.DataFrame:
    """The selection's organs; the one the address names is among them whatever the filters."""
    chosen = filters.organs(view.dataset, replace(view.selection, years=()))[:_MOST]
    named = address.extra("organ")
    if named and named not in set(chosen["organ_id"]):
        every = filters.organs(view.dataset, Selection(view.selection.dataset))
        chosen = pd.concat([every[every["organ_id"] == named], chosen], ignore_index=True)
    return chosen


def _names(organs: pd.DataFrame) -> dict[str, str]:
    twice = organs["organ"].duplicated(keep=False)
    return {
        str(row.organ_id): f"{row.organ} ({row.province}{row.city}{row.county})"
        if again
        else str(row.organ)
        for row, again in zip(organs.itertuples(), twice, strict=True)
    }


def _pick(
    name: str, options: list[str], names: dict[str, str], view: View, default: str = ""
) -> str:
    """One of the options, the default or the first where the address names none; a stale value in
    it is named."""
    named = address.extra(name)
    usual = default if default in options else options[0]
    if named and named not in options:
        if not (name != "organ" and st.session_state.get("_picked") == "organ"):
            st.warning(view.say("report.stale", value=verbatim(named[:60])))
        address.put_extra(name, "")
    current = named if named in options else usual
    st.session_state[f"pick_{name}"] = current

    def chosen() -> None:
        value = st.session_state[f"pick_{name}"]
        if value is not None:
            # another organ's year or revision means nothing for this one
            for other in {"organ": ("rev", "page", "a", "b"), "year": ("rev", "page")}.get(
                name, ()
            ):
                address.put_extra(other, "")
            address.put_extra(name, value)
            st.session_state["_picked"] = name

    st.selectbox(
        view.say(f"report.{'revision' if name == 'rev' else name}"),
        options,
        format_func=lambda value: names.get(value, value),
        key=f"pick_{name}",
        on_change=chosen,
    )
    return current
