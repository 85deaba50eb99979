"""Data: look at the selected reports, take them away, look a column up."""

import streamlit as st

from lib.form import TABLES
from lib.queries import catalogue
from lib.ui import dictionary_view, frame, take_away
from lib.ui.ask import ask
from lib.ui.choice import segments, some

SHOWN = 500
view = frame.page("data")
say = view.say


def rows() -> None:
    st.markdown(say("data.intro"))
    names = {table.key: getattr(table, view.lang) for table in TABLES}
    chosen = tuple(some("t", tuple(names), lambda key: names[key], say("data.tables")))
    found = ask(view, catalogue.wide, chosen, SHOWN)
    if found.empty:
        st.info(say("common.empty"), icon=":material/info:")
        return
    total = catalogue.count(view.dataset, view.selection)
    st.caption(say("data.reports", n=f"{total:,}", columns=len(found.columns)))
    take_away.buttons(view, chosen)
    if total > SHOWN:
        st.caption(say("data.preview", shown=SHOWN, n=f"{total:,}"))
    st.dataframe(
        take_away.headed(found, view.lang), hide_index=True, placeholder="—", alt=say("data.title")
    )


def crosswalk() -> None:
    dictionary_view.crosswalk_table(view)
    dictionary_view.statistics_table(view)
    take_away.statistics_button(view)


TABS = {
    "rows": rows,
    "dictionary": lambda: dictionary_view.dictionary_table(view),
    "crosswalk": crosswalk,
}
TABS[segments("tab", tuple(TABS), lambda tab: say(f"data.{tab}_tab"), say("nav.data"), hide=True)]()
