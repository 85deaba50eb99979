"""The sidebar's filters: controls in, a Selection out.

Every control keeps nothing of its own: its value is set from the selection before it is drawn, and
its callback changes the selection. So a link, a reset and a click all go one way.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.dataset import Dataset
from lib.queries import catalogue
from lib.selection import DATASETS, KINDS, LEVELS, Selection
from lib.ui import address
from lib.ui.address import Stale
from lib.words import say

_MOST_ORGANS = 1500  # a longer list is sent whole to the browser and freezes it


@st.cache_data(max_entries=64, show_spinner=False)
def _years(version: str, _dataset: Dataset) -> list[int]:
    return catalogue.years(_dataset)


@st.cache_data(max_entries=64, show_spinner=False)
def _regions(version: str, _dataset: Dataset) -> pd.DataFrame:
    return catalogue.regions(_dataset)


@st.cache_data(max_entries=256, show_spinner=False)
def _organs(version: str, selection: Selection, _dataset: Dataset) -> pd.DataFrame:
    return catalogue.organs(_dataset, selection)


def organs(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """The organs of a selection, from the cache of this version of the dataset."""
    return _organs(dataset.version, selection, dataset)


def places(dataset: Dataset) -> dict[str, str]:
    """The name of every province, city and county with a report, by its 2, 4 or 6 digits."""
    names: dict[str, str] = {}
    for row in _regions(dataset.version, dataset).itertuples(index=False):
        code = str(row.region_code)
        if not code:
            continue
        names.setdefault(code[:2], str(row.province or code[:2]))
        if code[2:4] != "00":
            # the districts of a municipality, and counties under no city, have none in between
            names.setdefault(code[:4], str(row.city or say("common.no_city", address.language())))
        if row.county and code[4:6] != "00":
            names.setdefault(code[:6], str(row.county))
    return names


def check(dataset: Dataset, selection: Selection) -> tuple[Selection, list[Stale]]:
    """The selection without what this dataset does not have, and what was left out."""
    stale: list[Stale] = []
    known_years = set(_years(dataset.version, dataset))
    if gone := set(selection.years) - known_years:
        stale.append(Stale("y", address.spans(gone)))
    known_places = places(dataset)
    # a beginning of a code that is no place ("4", "430000") would narrow without being seen
    stale += [Stale("r", code) for code in selection.regions if code not in known_places]
    known: set[str] = set()
    if selection.organs:
        known = set(organs(dataset, Selection(selection.dataset))["organ_id"])
        stale += [Stale("o", organ) for organ in selection.organs if organ not in known]
    kept = replace(
        selection,
        years=tuple(year for year in selection.years if year in known_years),
        regions=tuple(code for code in selection.regions if code in known_places),
        organs=tuple(organ for organ in selection.organs if organ in known),
    )
    return kept, stale


# --- controls ---------------------------------------------------------------------------------


def _chosen(field: str) -> None:
    value = st.session_state[f"f_{field}"]
    address.choose(**{field: tuple(value)})


def _dataset_chosen() -> None:
    value = st.session_state["f_dataset"]
    if value:
        # regions and organs of one dataset mean nothing in another
        current = address.selection()
        kept = Selection(value, current.years, (), current.levels, current.kinds)
        kept = replace(kept, without_errors=current.without_errors)
        st.session_state["selection"] = kept
        st.session_state["_arrived"] = True


def _region_chosen(depth: int) -> None:
    """Rebuild the codes from the three controls: the finest choice under each coarser one."""
    provinces = list(st.session_state.get("f_province", []))
    cities = list(st.session_state.get("f_city", [])) if depth >= 1 or provinces else []
    counties = list(st.session_state.get("f_county", [])) if depth >= 2 or cities else []
    codes: list[str] = []
    for province in provinces:
        under = [city for city in cities if city.startswith(province)]
        if not under:
            codes.append(province)
        for city in under:
            within = [county for county in counties if county.startswith(city)]
            codes += within or [city]
    address.choose(regions=tuple(codes), organs=())


def _reset() -> None:
    st.session_state["selection"] = Selection(address.selection().dataset)


def show_dataset(name: str) -> None:
    """Turn to a dataset, all of it: for a button's callback."""
    st.session_state["selection"] = Selection(name)


def controls(dataset: Dataset, lang: str) -> None:
    """Draw the filters. Their callbacks change the selection in the session."""
    selection = address.selection()
    _dataset_control(selection, lang)
    years = _years(dataset.version, dataset)
    _many("years", years, selection.years, say("common.years", lang), str)
    _region_controls(dataset, selection, lang)
    _many(
        "levels",
        list(LEVELS),
        selection.levels,
        say("common.level", lang),
        lambda level: say(f"common.level.{level}", lang),
    )
    _many(
        "kinds",
        list(KINDS),
        selection.kinds,
        say("common.kind", lang),
        lambda kind: say(f"common.kind.{kind}", lang),
    )
    _organ_control(dataset, selection, lang)
    _errors_control(selection, lang)
    st.button(say("common.reset", lang), on_click=_reset, key="f_reset", width="stretch")


def _dataset_control(selection: Selection, lang: str) -> None:
    st.session_state["f_dataset"] = selection.dataset
    st.selectbox(
        say("common.dataset", lang),
        DATASETS,
        format_func=lambda name: say(f"common.dataset.{name}", lang),
        key="f_dataset",
        on_change=_dataset_chosen,
        help=say("common.dataset_help", lang),
    )


def _errors_control(selection: Selection, lang: str) -> None:
    st.session_state["f_errors"] = selection.without_errors
    st.toggle(
        say("common.without_errors", lang),
        key="f_errors",
        on_change=lambda: address.choose(without_errors=st.session_state["f_errors"]),
        help=say("common.without_errors_help", lang),
    )


def _many(field: str, options: list, chosen: tuple, label: str, shown) -> None:  # type: ignore[no-untyped-def,type-arg]
    st.session_state[f"f_{field}"] = [value for value in chosen if value in options]
    st.multiselect(
        label,
        options,
        format_func=shown,
        key=f"f_{field}",
        on_change=_chosen,
        args=(field,),
        placeholder=say("common.all", address.language()),
    )


def _region_controls(dataset: Dataset, selection: Selection, lang: str) -> None:
    names = places(dataset)
    picked = {
        2: sorted({code[:2] for code in selection.regions}),
        4: sorted({code[:4] for code in selection.regions if len(code) >= 4}),
        6: sorted({code[:6] for code in selection.regions if len(code) >= 6}),
    }
    above: list[str] = [""]
    for depth, (length, field) in enumerate(((2, "province"), (4, "city"), (6, "county"))):
        options = [
            code
            for code in names
            if len(code) == length and any(code.startswith(parent) for parent in above)
        ]
        if depth and not (picked[length - 2] and options):
            break
        st.session_state[f"f_{field}"] = [code for code in picked[length] if code in options]
        st.multiselect(
            say(f"common.{field}", lang),
            options,
            format_func=lambda code: str(names[code]),
            key=f"f_{field}",
            on_change=_region_chosen,
            args=(depth,),
            placeholder=say("common.all", lang),
        )
        above = picked[length]


def _organ_control(dataset: Dataset, selection: Selection, lang: str) -> None:
    found = organs(dataset, replace(selection, organs=(), years=()))
    if len(found) > _MOST_ORGANS:
        st.caption(say("common.organs_many", lang, n=_MOST_ORGANS))
    names = dict(zip(found["organ_id"], found["organ"], strict=True))
    options = list(found["organ_id"][:_MOST_ORGANS])
    options += [organ for organ in selection.organs if organ in names and organ not in options]
    _many("organs", options, selection.organs, say("common.organ", lang), lambda o: names[o])
