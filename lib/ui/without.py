"""Which reports a figure lacks: listed when a reader asks, each leading to its report."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.queries import coverage
from lib.selection import Selection
from lib.ui.cell_link import report_link
from lib.ui.frame import View

_MOST = 200


def without(
    view: View, key: str, quantities: Sequence[str], within: Selection, by: str = "all"
) -> None:
    """A fold that asks the dataset once it is opened, and not before; `by` is what the figure's
    members are (lib.queries.compare.MEMBERS): a report of none of them is not lacked."""
    fold = st.expander(
        view.say("charts.without"),
        icon=":material/rule:",
        key=f"{key}_without",
        on_change="rerun",
    )
    if not fold.open:
        return
    found = coverage.missing(view.dataset, within, quantities, _MOST + 1, by)
    with fold:
        if len(found) > _MOST:
            st.caption(view.say("charts.without_more", n=_MOST))
        items = (
            f"<li>{report_link(f'{organ} · {year}', str(organ_id), int(year))}</li>"
            for organ, organ_id, year in found.head(_MOST)[["organ", "organ_id", "year"]].to_numpy()
        )
        st.html(f'<ul class="without">{"".join(items)}</ul>')
