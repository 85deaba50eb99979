"""One figure alone in another page: the address that shows nothing else, as a frame to paste."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from lib.ui import address, citation
from lib.ui.frame import View

_HEIGHT = 620  # a figure with its title, what it leaves out and the buttons below it


def source(key: str) -> str:
    """The address of a figure alone, as the page is now."""
    parameters = address.wanted() | {"only": [key], "embed": ["true"]}
    return f"{citation.base()}?{urlencode(parameters, doseq=True)}"


def snippet(view: View, key: str, title: str) -> None:
    """The frame, to be copied."""
    src, name = escape(source(key), quote=True), escape(title, quote=True)
    st.caption(view.say("charts.embed"))
    st.code(
        f'<iframe src="{src}" title="{name}" width="100%" height="{_HEIGHT}" style="border:0">'
        "</iframe>",
        language=None,
        wrap_lines=True,
    )
