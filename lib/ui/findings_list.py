"""Findings in plain words, worst first, each with what kind of finding it is and the way to its
cells."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from lib.exporting.filled import cell_name
from lib.findings import CODES, Severity
from lib.ui.cell_link import cell_link
from lib.ui.finding_card import CSS, card
from lib.ui.frame import View

_MOST_CELLS = 4


def head(code: str, lang: str) -> str:
    """How serious a kind of finding is, and its name."""
    known = CODES[code]
    severity = known.severity
    return f"{severity.zh} · {known.zh}" if lang == "zh" else f"{severity.en} · {known.en}"


def findings_list(view: View, found: pd.DataFrame, organ_id: str, revision: str = "") -> None:
    """Draw the findings of one organ: rows with year, code, cells and a sentence a language.
    `revision` names one that is not the current one of its year."""
    parts = [CSS]
    for severity in Severity:
        parts += [
            card(
                severity.value,
                head(str(row["code"]), view.lang),
                str(row[view.lang]),
                links=cell_links(
                    view, list(row["cells"]), organ_id, int(row["year"]), _MOST_CELLS, revision
                ),
            )
            for row in found.to_dict("records")
            if row["code"] in CODES and CODES[row["code"]].severity is severity
        ]
    st.html("".join(parts))


def cell_links(
    view: View, keys: Sequence[str], organ_id: str, year: int, most: int, revision: str = ""
) -> str:
    """HTML: the cells of a finding, each a link to where it is printed; "" for none. Of more than
    `most` the first ones and the last, which is the total of a sum."""
    if not keys:
        return ""
    shown = keys if len(keys) <= most else [*keys[: most - 1], keys[-1]]
    links = [
        cell_link(cell_name(key, view.lang), organ_id, year, key, revision=revision)
        for key in shown
    ]
    more = view.say("check.more", n=len(keys)) if len(keys) > most else ""
    return f"<small>{escape(view.say('charts.list')).join(links)}{escape(more)}</small>"
