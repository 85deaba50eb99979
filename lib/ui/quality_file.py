"""The findings shown, as a workbook to follow them up; made when asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from lib.exporting.follow_up import definitions, follow_up
from lib.exporting.tables import to_xlsx
from lib.ui.about import about
from lib.ui.download import download
from lib.ui.frame import View

_MOST = 100_000  # rows of one workbook: more is nothing anybody follows up


def follow_up_button(view: View, shown: pd.DataFrame) -> None:
    """The button; where there are too many rows, what to do."""
    if len(shown) > _MOST:
        st.caption(view.say("quality.too_many", most=f"{_MOST:,}"))
        return
    download(
        view.say("quality.xlsx"),
        partial(_made, view, shown),
        f"{view.say('quality.file')}_{view.selection.dataset}_{datetime.now(UTC):%Y%m%d}.xlsx",
        "quality_xlsx",
    )


def _made(view: View, shown: pd.DataFrame) -> bytes:
    notes = about(view, view.say("quality.title"), definitions=definitions(view.lang))
    return to_xlsx(follow_up(shown, view.lang), notes, view.lang)
