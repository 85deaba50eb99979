"""What a reader clicks in a figure: the customdata of the mark."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def then(key: str, act: Callable[[str], None]) -> Callable[[], None]:
    """A callback for the figure with this key: `act` with the customdata of the clicked mark."""

    def called() -> None:
        points = st.session_state[key]["selection"]["points"]
        named = points[0].get("customdata") if points else None
        value = named[0] if isinstance(named, (list, tuple)) and named else named
        if isinstance(value, str):
            act(value)

    return called
