"""The search box: an organ or a place by its name, its pinyin, or the first letters of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.dataset import Dataset
from lib.queries import search
from lib.selection import Selection
from lib.ui import address, choice, filters, frame
from lib.ui.frame import View
from lib.ui.verbatim import verbatim

_SHOWN, _PLACES = 12, 4


@st.cache_resource(max_entries=8, show_spinner=False)
def _index(version: str, name: str, _dataset: Dataset) -> pd.DataFrame:
    """The organs of a dataset with what they are searched by; nobody changes it."""
    organs = filters.organs(_dataset, Selection(name))
    where = organs["province"] + organs["city"] + organs["county"]
    where = where.where(where != organs["organ"], "")
    return pd.concat([organs, search.index(where + organs["organ"]).add_prefix("by_")], axis=1)


def organs_matching(view: View, words: str) -> pd.DataFrame:
    """The organs of the dataset that match, those whose own name matches first, then by how short
    the name is: 株洲 is the city before its bureaus."""
    found = _index(view.dataset.version, view.selection.dataset, view.dataset)
    plain = found[["by_name", "by_letters", "by_pinyin"]].set_axis(
        ["name", "letters", "pinyin"], axis=1
    )
    hits = found[search.matching(plain, words)]
    own = hits["organ"].str.contains(words.strip(), regex=False)
    order = pd.DataFrame({"own": ~own, "long": hits["organ"].str.len()}).sort_values(
        ["own", "long"], kind="stable"
    )
    return hits.loc[order.index]


@st.cache_resource(max_entries=8, show_spinner=False)
def _places(version: str, name: str, _dataset: Dataset) -> pd.DataFrame:
    """The places of a dataset with what they are searched by: their own names, not those above."""
    names = pd.Series(filters.places(_dataset), dtype="str")
    return search.index(names)


def places_matching(view: View, words: str) -> list[tuple[str, str]]:
    """Code and name of the places that match, provinces before cities before counties; names
    come with those of the places above."""
    found = _places(view.dataset.version, view.selection.dataset, view.dataset)
    names = filters.places(view.dataset)
    codes = sorted(found.index[search.matching(found, words)], key=lambda code: (len(code), code))
    return [
        (code, " ".join(dict.fromkeys(names[code[:n]] for n in (2, 4, 6) if n <= len(code))))
        for code in codes
    ]


def search_box(view: View, key: str = "q") -> None:
    """Draw the box and what it finds: each organ leads to its page."""
    words = choice.written(key, view.say("search.label"), view.say("search.placeholder"))
    if not words:
        return
    places = places_matching(view, words)
    found = organs_matching(view, words)
    for code, name in places[:_PLACES]:
        st.page_link(
            frame.path("regions"),
            label=view.say("search.place", place=name),
            icon=":material/map:",
            query_params=address.link(at=code),
        )
    if found.empty and not places:
        st.info(
            view.say("search.nothing", words=verbatim(words[:40])), icon=":material/search_off:"
        )
        return
    for row in found.head(_SHOWN).to_dict("records"):
        where = (str(row[name]) for name in ("province", "city", "county"))
        place = " ".join(dict.fromkeys(filter(None, where)))
        st.page_link(
            frame.path("organ"),
            label=view.say(
                "search.hit",
                organ=verbatim(row["organ"]),
                place=place,
                first=row["first"],
                last=row["last"],
            ),
            icon=":material/account_balance:",
            query_params=address.link(organ=row["organ_id"]),
        )
    if len(found) > _SHOWN:
        st.caption(view.say("search.more", shown=_SHOWN, n=f"{len(found):,}"))
