"""The page's address: the selection, the language and each page's own choices, in the URL.

The address is the state. It is read when it changed from outside (a pasted link, the back button)
and written after every choice; navigation from page to page clears it, and it is written again
from the session. Values an address names that do not exist are reported, never silently replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import streamlit as st

from lib.selection import DATASETS, KINDS, LEVELS, Selection
from lib.words import LANGUAGES

Parameters = dict[str, list[str]]
# One letter each, so that links stay short: dataset, years, regions, levels, kinds, organs, and
# whether reports with errors are left out (e=0).
KEYS = ("d", "y", "r", "l", "k", "o", "e", "lang")


@dataclass(frozen=True, slots=True)
class Stale:
    """A value an address names that is not there: its parameter, and the value."""

    parameter: str
    value: str


def encode(selection: Selection, lang: str) -> Parameters:
    """The parameters of a selection; what is at its default is left out.

    >>> encode(Selection("demo", (2021, 2022, 2023, 2025)), "en")
    {'d': ['demo'], 'y': ['2021-2023,2025'], 'lang': ['en']}
    """
    found: Parameters = {}
    if selection.dataset != "real":
        found["d"] = [selection.dataset]
    if selection.years:
        found["y"] = [spans(selection.years)]
    for key, values in (("r", selection.regions), ("l", selection.levels), ("k", selection.kinds)):
        if values:
            found[key] = [",".join(values)]
    if selection.organs:
        found["o"] = list(selection.organs)
    if selection.without_errors:
        found["e"] = ["0"]
    found["lang"] = [lang]
    return found


def decode(parameters: Mapping[str, list[str]]) -> tuple[Selection, list[Stale]]:
    """The selection an address names, and the values that cannot be: what depends on the dataset
    (which years, regions and organs it has) is for `lib.ui.filters` to check."""
    stale: list[Stale] = []

    def one_of(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        named = [value for raw in parameters.get(key, []) for value in raw.split(",") if value]
        stale.extend(Stale(key, value) for value in named if value not in known)
        return tuple(value for value in known if value in named)

    dataset = (parameters.get("d") or ["real"])[-1]
    if dataset not in DATASETS:
        stale.append(Stale("d", dataset))
        dataset = "real"
    years: set[int] = set()
    for raw in (part for text in parameters.get("y", []) for part in text.split(",") if part):
        written = re.fullmatch("([0-9]{4})(?:-([0-9]{4}))?", raw)
        span = range(int(written[1]), int(written[2] or written[1]) + 1) if written else range(0)
        if not span:
            stale.append(Stale("y", raw))
        years.update(span)
    regions = [code for raw in parameters.get("r", []) for code in raw.split(",") if code]
    selection = Selection(
        dataset,
        tuple(sorted(years)),
        tuple(dict.fromkeys(regions)),
        one_of("l", LEVELS),
        one_of("k", KINDS),
        tuple(dict.fromkeys(parameters.get("o", []))),
        bool(one_of("e", ("0",))),
    )
    return selection, stale


def spans(years: Iterable[int]) -> str:
    """Years as an address writes them.

    >>> spans((2019, 2021, 2022, 2023))
    '2019,2021-2023'
    """
    found: list[list[int]] = []
    for year in sorted(years):
        if found and year == found[-1][1] + 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


# --- the session's side ---------------------------------------------------------------------------


def current() -> Parameters:
    """The parameters in the address bar now."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def load() -> list[Stale]:
    """Take over an address that changed from outside; the stale values it names."""
    state = st.session_state
    now = current()
    if "selection" in state and (now == state.get("_written") or not set(now) & set(KEYS)):
        # nothing new: a click in the app, or navigation, which clears the address
        if now and now != state.get("_written"):
            state["extras"] = {key: values for key, values in now.items() if key not in KEYS}
        return []
    selection, stale = decode(now)
    state["selection"] = selection
    lang = (now.get("lang") or [""])[-1]
    if lang in LANGUAGES:
        state["lang"] = lang
    elif lang:
        stale.append(Stale("lang", lang))
    state["extras"] = {key: values for key, values in now.items() if key not in KEYS}
    state["_arrived"] = True  # the filters check what the dataset has
    return stale


def arrive(page: str) -> None:
    """Say which page is drawn. A page's own choices do not go along to another page; an address
    that is empty for a moment, as while a new server hands over its navigation, loses nothing."""
    state = st.session_state
    if state.get("_page") not in (None, page) and not current():
        state["extras"] = {}
    state["_page"] = page


def language() -> str:
    """The reader's language: chosen, else the browser's, else Chinese."""
    if "lang" not in st.session_state:
        locale = str(st.context.locale or "zh").lower()
        st.session_state["lang"] = "en" if locale.startswith("en") else "zh"
    return str(st.session_state["lang"])


def selection() -> Selection:
    found = st.session_state.get("selection", Selection())
    assert isinstance(found, Selection)
    return found


def choose(**changes: object) -> None:
    """Change the selection; the address follows at the end of the run."""
    st.session_state["selection"] = replace(selection(), **changes)  # type: ignore[arg-type]


def extra(key: str) -> str:
    """A page's own choice, "" where the address does not name one."""
    values = st.session_state.get("extras", {}).get(key) or [""]
    return str(values[-1])


def extra_list(key: str) -> list[str]:
    """A page's own choice of several, each named once."""
    return list(dict.fromkeys(map(str, st.session_state.get("extras", {}).get(key, []))))


def put_extra(key: str, *values: str) -> None:
    """Keep a page's own choice in the address; "" (or none) takes it out."""
    extras = dict(st.session_state.get("extras", {}))
    extras.pop(key, None)
    if kept := [value for value in values if value]:
        extras[key] = kept
    st.session_state["extras"] = extras
    write()


def write() -> None:
    """Put the session's state into the address bar, if it is not there already."""
    now = wanted()
    if current() != now:
        st.query_params.from_dict(now)
    st.session_state["_written"] = now


def wanted() -> Parameters:
    """The parameters that bring a reader back to where this session is."""
    extras: Parameters = st.session_state.get("extras", {})
    return encode(selection(), language()) | extras


def link(**changes: object) -> dict[str, str | list[str]]:
    """Query parameters for a link to another page with some choices changed. Names of Selection's
    fields change the selection; other names are the page's own choices."""
    fields = {name: changes.pop(name) for name in list(changes) if name in Selection.__slots__}
    found = encode(replace(selection(), **fields), language())  # type: ignore[arg-type]
    extras = {
        key: [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]
        for key, value in changes.items()
    }
    return {
        key: values[0] if len(values) == 1 else values
        for key, values in {**found, **extras}.items()
    }
