"""The way down: the country, a province, a city, a county, its organs. Kept in the address as
at=CODE; a click on a mark, a door below the figure and a link above it all lead the same way."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lib.charts import tiles, values
from lib.charts.labels import with_mark
from lib.geometry import NoGeometry, supplied
from lib.measures import MEASURES
from lib.queries import compare
from lib.ui import address, choice, filters, frame
from lib.ui.ask import ask
from lib.ui.frame import View
from lib.ui.verbatim import verbatim

_BY = {0: "province", 2: "city", 4: "county", 6: "organ"}
_MOST_LINKS = 60


def enter(code: str) -> None:
    """Go down (or up) to a place."""
    address.put_extra("at", code)


def way(view: View) -> str:
    """Draw the links up, and return the code of where the reader is, "" for the whole country."""
    names = filters.places(view.dataset)
    at = address.extra("at")
    if at and at not in names:
        choice.say_stale(at)
        address.put_extra("at")
        at = ""
    if not at:
        return ""
    steps = ["", *(at[:length] for length in (2, 4, 6) if length <= len(at))]
    with st.container(horizontal=True, vertical_alignment="center"):
        for step in steps[:-1]:
            st.button(
                names.get(step, view.say("regions.country")),
                key=f"up_{step}",
                icon=":material/arrow_upward:",
                on_click=enter,
                args=(step,),
            )
        st.markdown(f"**{names[at]}**")
    return at


_PAGES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("reasons", "requests", {"tab": "reasons"}),
    ("remedies", "remedies", {}),
    ("continuity", "documents", {"tab": "continuity"}),
)


def here(view: View, at: str) -> None:
    """Links to what other pages say of a place."""
    with st.container(horizontal=True):
        for key, page, choice in _PAGES:
            st.page_link(
                frame.path(page),
                label=view.say(f"regions.here.{key}"),
                icon=":material/arrow_forward:",
                query_params=address.link(regions=(at,), **choice),
            )


def title(view: View, at: str, key: str) -> str:
    """What the figure shows: the indicator, and where."""
    where = filters.places(view.dataset).get(at, view.say("regions.country"))
    return view.say("compare.figure", measure=MEASURES[key].name(view.lang), by=where)


def inside(view: View, at: str, key: str, year: int) -> tuple[str, pd.DataFrame]:
    """The kind of member one step below a place, and the members of the year. Below a
    municipality, and below a province for its counties under no city, there is no city between."""
    by = _BY[len(at)]
    found = _under(view, at, key, year, by)
    if by == "city" and len(found) == 1 and not found["name"].iloc[0]:
        by, found = "county", _under(view, at, key, year, "county")
    return by, found


def _under(view: View, at: str, key: str, year: int, by: str) -> pd.DataFrame:
    found = compare.side(ask(view, compare.of_year, year, (key,), by), 0)
    return found[found["member"].str.startswith(at)].reset_index(drop=True)


def at_organs(view: View, at: str, key: str, year: int) -> bool:
    """Whether there is no place below this one, only organs."""
    return bool(at) and inside(view, at, key, year)[1].empty


def absent(at: str, found: pd.DataFrame) -> list[tuple[str, str]]:
    """Provinces that have no report, so that the grid is whole; below them nothing is known to be
    missing. Invented provinces are no part of the grid."""
    if at or not all(code in tiles.GRID for code in found["member"]):
        return []
    from lib.organs.regions import provinces

    return [(each.code[:2], each.name) for each in provinces() if each.code[:2] in tiles.GRID]


def borders(view: View, found: pd.DataFrame) -> dict[str, Any] | None:
    """The operator's borders, where there are some for these places; what is wrong with them is
    said."""
    try:
        geometry = supplied()
    except NoGeometry as error:
        st.warning(getattr(error, view.lang), icon=":material/map:")
        return None
    if geometry is None:
        return None
    known = set(found["member"])
    return geometry if any(f["id"] in known for f in geometry["features"]) else None


def doors(view: View, found: pd.DataFrame) -> None:
    """A button for every place of the figure, for who does not click on figures."""
    names = dict(zip(found["member"], found["label"], strict=True))

    def chosen() -> None:
        if st.session_state["regions_door"]:
            enter(st.session_state["regions_door"])

    st.session_state["regions_door"] = None
    st.pills(
        view.say("regions.enter"),
        list(names),
        format_func=lambda code: names[code],
        key="regions_door",
        on_change=chosen,
    )


def organs(view: View, at: str, key: str, year: int) -> pd.DataFrame:
    """The organs of a place itself: a province's own, a city's own, all of a county."""
    found = compare.side(ask(view, compare.of_year, year, (key,), "organ"), 0)
    code = found["member"].str.partition(":")[0].str.replace(r"(?:00){1,2}$", "", regex=True)
    return found[code == at].reset_index(drop=True)


def organ_links(view: View, found: pd.DataFrame, key: str) -> None:
    """A link for every organ with its value: the ranked ones by it, then the others by name, since
    a rate of few cases has no rank."""
    if found.empty:
        st.info(view.say("regions.no_organs"), icon=":material/info:")
        return
    by = ["ranked", "order", "member"]
    found = found.assign(order=found["value"].where(found["ranked"]))
    found = found.sort_values(by, ascending=[False, False, True], na_position="last")
    for _, row in found.head(_MOST_LINKS).iterrows():
        st.page_link(
            frame.path("organ"),
            label=view.say(
                "regions.organ",
                organ=verbatim(row["label"]),
                value=with_mark(values.made_of(row, key, view.lang), row.get("doubt")),
            ),
            icon=":material/account_balance:",
            query_params=address.link(organ=row["member"], ind=key),
        )
    if len(found) > _MOST_LINKS:
        st.caption(view.say("search.more", shown=_MOST_LINKS, n=f"{len(found):,}"))
