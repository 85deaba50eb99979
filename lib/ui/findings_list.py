"""Findings in plain words, worst first, each with what kind of finding it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from lib.findings import CODES, Severity

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_COLOURS = {Severity.ERROR: "#C44601", Severity.WARNING: "#8A6100", Severity.NOTE: "#1F5A96"}

CSS = """
<style>
.finding{border-left:3px solid var(--c);padding:.15rem .6rem;margin:.35rem 0;font-size:.9rem;
 background:rgba(128,128,128,.07);overflow-wrap:anywhere}
.finding b{display:block;font-size:.78rem;font-weight:600}
</style>
"""


def findings_list(found: Sequence[tuple[str, str]], lang: str) -> None:
    """Draw (code, sentence) pairs."""
    parts = [CSS]
    for severity in _ORDER:
        for code, sentence in found:
            known = CODES.get(code)
            if known is None or known.severity is not severity:
                continue
            word = severity.zh if lang == "zh" else severity.en
            name = known.zh if lang == "zh" else known.en
            parts.append(
                f'<div class="finding" style="--c:{_COLOURS[severity]}">'
                f"<b>{escape(word)} · {escape(name)}</b>{escape(sentence)}</div>"
            )
    st.html("".join(parts))
