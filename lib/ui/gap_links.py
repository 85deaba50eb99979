"""The reports whose stock of documents does not follow from the year before, each leading to the
cell that prints it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.charts.labels import count
from lib.ui import address, frame
from lib.ui.frame import View
from lib.ui.verbatim import verbatim
from lib.words.written import difference

_MOST = 30


def gap_links(view: View, found: pd.DataFrame) -> None:
    """Links, the widest gaps first; a sentence where every stock that can be checked adds up."""
    broken = found[found["gap"].notna() & (found["gap"] != 0)]
    if broken.empty:
        known = int(found["gap"].notna().sum())
        if known:
            st.success(
                view.say("documents.all_add_up", n=f"{known:,}"), icon=":material/check_circle:"
            )
        return
    st.subheader(view.say("documents.gaps", n=f"{len(broken):,}"), anchor=False)
    wide = broken.assign(size=broken["gap"].abs()).sort_values(
        ["size", "year", "organ_id"], ascending=[False, True, True]
    )
    for _, row in wide.head(_MOST).iterrows():
        numbers = {
            name: count(row[name])
            for name in ("before", "made", "repealed", "expected", "in_force")
        }
        st.page_link(
            frame.path("report"),
            label=view.say(
                "documents.gap",
                organ=verbatim(row["organ"]),
                year=row["year"],
                gap=difference(int(row["gap"])),
                **numbers,
            ),
            icon=":material/report:",
            query_params=address.link(
                organ=row["organ_id"],
                year=row["year"],
                cell=f"disclosure.{address.extra('row') or 'normative_documents'}.in_force",
            ),
        )
    if len(wide) > _MOST:
        st.caption(view.say("search.more", shown=_MOST, n=f"{len(wide):,}"))
