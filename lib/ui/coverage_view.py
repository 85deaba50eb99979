"""The coverage matrix: organs by years where they are few, places by years where they are many."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.queries import coverage
from lib.ui.ask import ask
from lib.ui.frame import View
from lib.ui.verbatim import verbatim

_FEW = 40  # organs that fit a table one reads


def coverage_matrix(view: View, organs: int) -> None:
    """Draw it, with how to read it."""
    if organs <= _FEW:
        st.caption(view.say("overview.coverage_organs"))
        st.table(_organs(view))
        return
    st.caption(view.say("overview.coverage_places"))
    st.table(_places(view))


def _organs(view: View) -> pd.DataFrame:
    found = ask(view, coverage.by_organ)
    found = found.assign(
        organ=[verbatim(organ) for organ in found["organ"]],
        shown=["▲" if flawed else "●" for flawed in found["flawed"]],
        year=found["year"].astype(str),
    )
    matrix = found.pivot(index=["region_code", "organ", "organ_id"], columns="year", values="shown")
    matrix = matrix.reset_index(["region_code", "organ_id"], drop=True).fillna("")
    return matrix.rename_axis(index=view.say("overview.organ"), columns=None)


def _places(view: View) -> pd.DataFrame:
    found = ask(view, coverage.by_place)
    shown = found["reports"].astype(str) + "/" + found["organs"].astype(str)
    found = found.assign(
        shown=shown,
        year=found["year"].astype(str),
        province=found["province"].replace("", view.say("common.unknown")),
    )
    matrix = found.pivot(index="province", columns="year", values="shown").fillna("0")
    return matrix.rename_axis(index=view.say("overview.place"), columns=None)
