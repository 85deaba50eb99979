"""A page's own choice (its tab, a measure, a year), kept in the address so that a link shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import streamlit as st

from lib.ui import address
from lib.ui.verbatim import verbatim
from lib.words import say

Help = str | Callable[[str], str]
"""What a tooltip says: words, or those of the value chosen."""


def _help(help: Help, chosen: str) -> str | None:
    return (help(chosen) if callable(help) else help) or None


def segments(
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    label: str,
    hide: bool = False,
    help: Help = "",
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
        help=_help(help, _current(name, options)),
    )
    return _current(name, options)


def menu(
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    label: str,
    width: int | Literal["stretch"] = "stretch",
    help: Help = "",
) -> str:
    """One of many choices; the first is the default. `width` is in pixels."""
    st.session_state[f"c_{name}"] = _current(name, options)
    st.selectbox(
        label,
        options,
        format_func=words,
        key=f"c_{name}",
        on_change=_chosen,
        args=(name, tuple(options)),
        width=width,
        help=_help(help, _current(name, options)),
    )
    return _current(name, options)


def year(years: Iterable[int], label: str) -> int:
    """One of the years, kept in the address as `year`; the latest is the default."""
    return int(menu("year", [str(each) for each in sorted(years)[::-1]], str, label, width=160))


def year_or_all(years: Iterable[int], label: str, together: str) -> int | None:
    """One of the years, or None for all of them together, which is the default and said in the
    words `together`. Where there is one year only, that one, and nothing is asked."""
    known = [str(each) for each in sorted(years)[::-1]]
    if len(known) < 2:
        return int(known[0]) if known else None
    words = {"all": together}
    chosen = menu("year", ["all", *known], lambda key: words.get(key, key), label, width=240)
    return None if chosen == "all" else int(chosen)


def several(
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    label: str,
    default: Sequence[str],
    most: int,
) -> list[str]:
    """Up to `most` of many choices, in the order chosen; `default` where none is."""
    kept = known(name, options)[:most]
    st.session_state[f"c_{name}"] = kept or list(default)

    def chosen() -> None:
        value = list(st.session_state[f"c_{name}"])
        address.put_extra(name, *([] if value == list(default) else value))

    st.multiselect(
        label,
        options,
        format_func=words,
        key=f"c_{name}",
        on_change=chosen,
        max_selections=most,
        placeholder=say("common.choose", address.language()),
    )
    return kept or list(default)


def some(name: str, options: Sequence[str], words: Callable[[str], str], label: str) -> list[str]:
    """Any of a few choices side by side, in the order offered; all of them where none is chosen."""
    kept = known(name, options) or list(options)
    st.session_state[f"c_{name}"] = kept

    def chosen() -> None:
        value = list(st.session_state[f"c_{name}"])
        address.put_extra(name, *([] if len(value) == len(options) else value))

    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=words,
        key=f"c_{name}",
        on_change=chosen,
    )
    return [each for each in options if each in kept]


def written(name: str, label: str, placeholder: str = "") -> str:
    """What a reader writes into a box of search, without spaces around it."""
    st.session_state[f"c_{name}"] = address.extra(name)
    st.text_input(
        label,
        key=f"c_{name}",
        placeholder=placeholder,
        on_change=lambda: address.put_extra(name, st.session_state[f"c_{name}"].strip()),
        icon=":material/search:",
    )
    return str(st.session_state[f"c_{name}"]).strip()


def known(name: str, options: Sequence[str]) -> list[str]:
    """The values of a choice of several that are offered; others are named aloud and dropped."""
    named = address.extra_list(name)
    kept = [value for value in named if value in options]
    for value in named:
        if value not in kept:
            say_stale(value)
    if kept != named:
        address.put_extra(name, *kept)
    return kept


def _current(name: str, options: Sequence[str]) -> str:
    """The value the address names, or the default; one that is not offered is named aloud."""
    named = address.extra(name)
    if named and named not in options:
        say_stale(named)
        address.put_extra(name)
    return named if named in options else options[0]


def say_stale(value: str) -> None:
    """Name a value of the address that means nothing here."""
    st.warning(say("common.stale.other", address.language(), value=verbatim(value[:60])))


def _chosen(name: str, options: tuple[str, ...]) -> None:
    value = st.session_state[f"c_{name}"] or options[0]
    address.put_extra(name, "" if value == options[0] else value)
