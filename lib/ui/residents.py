"""Residents of places: the census that ships, and what the reader brings for this visit."""

from __future__ import annotations

import streamlit as st

from lib import population
from lib.population import NotATable
from lib.ui.frame import View
from lib.ui.verbatim import verbatim


def known(view: View) -> dict[str, int]:
    """Residents by region code; draws the place to bring more, and says what is wrong with them."""
    with st.expander(view.say("compare.residents_bring"), icon=":material/group_add:"):
        brought = st.file_uploader(
            view.say("compare.residents_bring"), type="csv", label_visibility="collapsed"
        )
    own: dict[str, int] = st.session_state.get("residents", {})
    if brought is not None:
        try:
            own = population.read_table(brought.getvalue().decode("utf-8"))
            st.session_state["residents"] = own
        except (NotATable, UnicodeDecodeError) as error:
            told = getattr(error, view.lang, "") or view.say("compare.residents_encoding")
            st.error(verbatim(told), icon=":material/error:")
    source = population.SOURCE_ZH if view.lang == "zh" else population.SOURCE_EN
    st.caption(view.say("compare.residents_help", source=source))
    return population.census() | own
