"""Which indicator: what it is about, then the definition; its formula is always beside it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.measures import MEASURES, THEMES
from lib.ui import address, choice
from lib.ui.frame import View
from lib.ui.glossary_view import help_of


def theme_of(key: str) -> str:
    """The theme an indicator is offered under."""
    return next(theme for theme, keys in THEMES.items() if key in keys)


def choose(view: View, name: str = "ind", default: str = "grant_rate", label: str = "") -> str:
    """Draw the two choices and the formula; the indicator's key, kept in the address as `name`."""
    named = address.extra(name)
    if named and named not in MEASURES:
        choice.say_stale(named)
        address.put_extra(name)
        named = ""
    key = named or default
    about, which = st.columns([2, 3])
    with about:
        _pick(
            view.say("indicator.theme") + label,
            f"{name}_theme",
            list(THEMES),
            theme_of(key),
            lambda theme: view.say(f"indicator.theme.{theme}"),
            lambda theme: address.put_extra(name, THEMES[theme][0]),
        )
    with which:
        _pick(
            view.say("indicator.which") + label,
            name,
            list(THEMES[theme_of(key)]),
            key,
            lambda each: MEASURES[each].name(view.lang),
            lambda each: address.put_extra(name, "" if each == default else each),
            help_of(view, "field.definition"),
        )
    measure = MEASURES[key]
    words = f"{measure.name(view.lang)} = {measure.formula(view.lang)}"
    st.caption(view.say("indicator.formula", formula=words, caveat=measure.caveat(view.lang)))
    return key


def _pick(
    label: str,
    name: str,
    options: list[str],
    current: str,
    words: Callable[[str], str],
    keep: Callable[[str], None],
    help: str | None = None,
) -> None:
    st.session_state[f"c_{name}"] = current
    st.selectbox(
        label,
        options,
        format_func=words,
        key=f"c_{name}",
        on_change=lambda: keep(st.session_state[f"c_{name}"]),
        help=help,
    )
