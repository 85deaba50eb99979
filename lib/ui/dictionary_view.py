"""The data dictionary and the crosswalk, both made from the form."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.exporting.dictionary import dictionary, statistics
from lib.form import CROSSWALK, cell
from lib.ui.choice import written
from lib.ui.frame import View


def dictionary_table(view: View) -> None:
    """Every column of the dataset, with a search."""
    st.markdown(view.say("data.dictionary_intro"))
    found = dictionary()
    shown = _shown(found, view)
    asked = written("q", view.say("data.search")).lower()
    if asked:
        hits = found.apply(lambda row: asked in " ".join(map(str, row)).lower(), axis=1)
        shown = shown[hits]  # a word in either language finds its row
    st.dataframe(shown, hide_index=True, alt=view.say("data.dictionary_tab"))


def _shown(found: pd.DataFrame, view: View) -> pd.DataFrame:
    """The dictionary's columns in the reader's language."""
    lang = view.lang
    columns = {
        "key": found["key"],
        "name": found[lang],
        "type": found["type"],
        "unit": found["unit" if lang == "zh" else "unit_en"],
        "editions": found["editions"],
        "article": found["article"],
        "comparability": [
            view.say(f"data.crosswalk.{each}") if each else "" for each in found["comparability"]
        ],
        "note": found[f"note_{lang}"],
    }
    return pd.DataFrame({view.say(f"data.d_{name}"): each for name, each in columns.items()})


def crosswalk_table(view: View) -> None:
    """What the cells of the two forms mean to each other."""
    st.markdown(view.say("data.crosswalk_intro"))

    def names(keys: tuple[str, ...]) -> str:
        separator = "；" if view.lang == "zh" else "; "
        return separator.join(getattr(cell(key), view.lang) for key in keys) or "—"

    st.table(
        pd.DataFrame(
            {
                view.say("data.c_2019"): [names(each.cells_2019) for each in CROSSWALK],
                view.say("data.c_2021"): [names(each.cells_2021) for each in CROSSWALK],
                view.say("data.c_kind"): [
                    view.say(f"data.crosswalk.{each.kind.value}") for each in CROSSWALK
                ],
                view.say("data.c_note"): [getattr(each, view.lang) for each in CROSSWALK],
            }
        ).set_index(view.say("data.c_2019"))
    )


def statistics_table(view: View) -> None:
    """The rows of the statistics table of the reports before 2019, and what they are to today's
    form: too many for a table that one scrolls past."""
    found = statistics()
    lang = view.lang

    def near(keys: str) -> str:
        separator = "；" if lang == "zh" else "; "
        return separator.join(getattr(cell(key), lang) for key in keys.split(", ") if key) or "—"

    columns = {
        "d_key": found["key"],
        "d_name": found[lang],
        "d_unit": found["unit" if lang == "zh" else "unit_en"],
        "c_near": [near(keys) for keys in found["counterpart"]],
        "c_kind": [
            view.say("data.crosswalk.same" if same else "data.crosswalk.break") if keys else "—"
            for keys, same in zip(found["counterpart"], found["comparable"], strict=True)
        ],
        "c_note": found[f"note_{lang}"],
    }
    shown = pd.DataFrame({view.say(f"data.{name}"): each for name, each in columns.items()})
    st.subheader(view.say("data.statistics"), anchor=False)
    st.markdown(view.say("data.statistics_intro"))
    st.dataframe(shown, hide_index=True, alt=view.say("data.statistics"))
