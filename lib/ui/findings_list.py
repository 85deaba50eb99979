"""Findings in plain words, worst first, each with what kind of finding it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.findings import CODES, Severity
from lib.ui.finding_card import CSS, card


def head(code: str, lang: str) -> str:
    """How serious a kind of finding is, and its name."""
    known = CODES[code]
    severity = known.severity
    return f"{severity.zh} · {known.zh}" if lang == "zh" else f"{severity.en} · {known.en}"


def findings_list(found: Sequence[tuple[str, str]], lang: str) -> None:
    """Draw (code, sentence) pairs."""
    parts = [CSS]
    for severity in Severity:
        parts += [
            card(severity.value, head(code, lang), sentence)
            for code, sentence in found
            if code in CODES and CODES[code].severity is severity
        ]
    st.html("".join(parts))
