"""Confirming a finding, dismissing it with a reason, or taking that back; who, when, and what was
decided before."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from lib.dataset import dispositions
from lib.dataset.dispositions import Verdict
from lib.exporting.dictionary import label
from lib.findings import CODES
from lib.ui import address, frame
from lib.ui.frame import View
from lib.ui.verbatim import verbatim

_MOST = 500  # characters of a reason


def panel(view: View, row: Mapping[Hashable, Any], alike: int = 1) -> None:
    """What a reader may decide of one finding (a row of lib.ui.quality_data.findings), or of
    several that are `alike`: of one report and kind, and without a cell to tell them apart."""
    say = view.say
    if view.dataset.read_only:
        st.info(say("quality.read_only"), icon=":material/lock:")
        st.page_link(
            frame.path("quality"),
            label=say("quality.to_working"),
            icon=":material/edit:",
            query_params=address.link(dataset="working", regions=(), organs=(), tab="findings"),
        )
        return
    with st.container(border=True):
        if alike > 1:
            st.caption(say("quality.decide_alike", n=alike))
        known = _logged_in()
        if not known:
            _who(view)
        st.text_area(say("quality.reason"), key="decide_reason", max_chars=_MOST, height=80)
        offered = [
            verdict
            for verdict, at in zip(Verdict, ("confirmed", "dismissed", "open"), strict=True)
            if row["status"] != at
        ]
        with st.container(horizontal=True):
            for verdict in offered:
                st.button(
                    say(f"quality.do.{verdict.value}"),
                    key=f"decide_{verdict.value}",
                    on_click=_write,
                    args=(view, row, verdict, known),
                )
        if lacking := st.session_state.pop("decide_lacks", ""):
            st.warning(say(f"quality.lacks.{lacking}"))
        st.caption(say("quality.decide_help"))
        _before(view, row)


def _logged_in() -> str:
    """Whom the server knows the reader to be, "" where it has no log-in or he did not use it."""
    if not getattr(st.user, "is_logged_in", False):
        return ""
    return str(getattr(st.user, "name", "") or getattr(st.user, "email", "") or "")


def _who(view: View) -> None:
    """The reader's name, typed once for the session."""
    st.session_state["decide_who"] = st.session_state.get("who", "")

    def keep() -> None:
        st.session_state["who"] = st.session_state["decide_who"].strip()

    st.text_input(
        view.say("quality.who"), key="decide_who", on_change=keep, max_chars=60, width=320
    )


def _write(view: View, row: Mapping[Hashable, Any], verdict: Verdict, known: str) -> None:
    who = known or str(st.session_state.get("who", ""))
    reason = str(st.session_state.get("decide_reason", "")).strip()
    if not who or (verdict is Verdict.DISMISSED and not reason):
        st.session_state["decide_lacks"] = "reason" if who else "who"
        return
    finding = (str(row["organ_id"]), int(row["year"]), str(row["code"]), list(row["cells"]))
    dispositions.decide(view.dataset, *finding, verdict, who=who, reason=reason)
    st.session_state["decide_reason"] = ""
    address.put_extra("f", "")
    st.toast(view.say(f"quality.done.{verdict.value}"))


def _before(view: View, row: Mapping[Hashable, Any]) -> None:
    every = dispositions.history(view.dataset)
    own = every[
        (every["organ_id"] == row["organ_id"])
        & (every["year"] == row["year"])
        & (every["code"] == row["code"])
        & (every["cells"] == dispositions.together(row["cells"]))
    ]
    if len(own):
        typed = {name: own[name].map(verbatim) for name in ("who", "reason")}
        st.table(history_table(view, own.assign(**typed)))


def history_table(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Decisions under the reader's words: when, what, who, why."""
    say = view.say
    return pd.DataFrame(
        {
            say("quality.at"): rows["at"].dt.strftime("%Y-%m-%d %H:%M UTC"),
            say("quality.verdict"): [say(f"quality.verdict.{v}") for v in rows["verdict"]],
            say("quality.who_column"): rows["who"],
            say("quality.reason_column"): rows["reason"],
        }
    ).set_index(say("quality.at"))


def history_of_all(view: View) -> None:
    """Every decision of the dataset, the latest first, with what it was about."""
    every = dispositions.history(view.dataset)
    if every.empty:
        st.info(view.say("quality.no_decisions"), icon=":material/info:")
        return
    table = history_table(view, every).reset_index()
    table.insert(1, label("organ", view.lang), every["organ_id"].str.split(":", n=1).str[-1])
    table.insert(2, label("year", view.lang), every["year"])
    names = [getattr(CODES[c], view.lang) if c in CODES else c for c in every["code"]]
    table.insert(3, view.say("quality.code"), names)
    years = {label("year", view.lang): st.column_config.NumberColumn(format="%d")}
    st.dataframe(table, hide_index=True, column_config=years, alt=view.say("quality.tab.decisions"))
