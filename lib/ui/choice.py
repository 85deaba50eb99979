"""A page's own choice (its tab, a measure, a year), kept in the address so that a link shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lib.ui import address


def segments(
    name: str, options: Sequence[str], words: Callable[[str], str], label: str, hide: bool = False
) -> str:
    """A few choices side by side; the first is the default. Only what is chosen is drawn, so what
    is not shown costs nothing."""
    st.session_state[f"c_{name}"] = _current(name, options)
    st.segmented_control(
        label,
        options,
        format_func=words,
        key=f"c_{name}",
        on_change=_chosen,
        args=(name, tuple(options)),
        required=True,
        label_visibility="collapsed" if hide else "visible",
    )
    return _current(name, options)


def menu(name: str, options: Sequence[str], words: Callable[[str], str], label: str) -> str:
    """One of many choices; the first is the default."""
    st.session_state[f"c_{name}"] = _current(name, options)
    st.selectbox(
        label,
        options,
        format_func=words,
        key=f"c_{name}",
        on_change=_chosen,
        args=(name, tuple(options)),
    )
    return _current(name, options)


def _current(name: str, options: Sequence[str]) -> str:
    named = address.extra(name)
    return named if named in options else options[0]


def _chosen(name: str, options: tuple[str, ...]) -> None:
    value = st.session_state[f"c_{name}"] or options[0]
    address.put_extra(name, "" if value == options[0] else value)
