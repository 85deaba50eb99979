"""Quality: who reported and when, what was found in the reports, and what became of it."""

import streamlit as st

from lib.queries import quality
from lib.queries.dispositions import counted
from lib.ui import frame, quality_data, quality_file, quality_list
from lib.ui.choice import segments
from lib.ui.deciding import history_of_all
from lib.ui.quality_counts import counts_table
from lib.ui.quality_matrix import matrix
from lib.ui.quality_who import by_name

view = frame.page("quality")
say = view.say


def coverage():
    covered = quality_data.coverage(view, found)
    totals = quality.statuses(covered)
    for column, name in zip(st.columns(len(totals)), totals, strict=True):
        column.metric(
            say(f"quality.total.{name}"),
            f"{totals[name]:,}",
            help=say(f"quality.help.{name}"),
            height="stretch",
        )
    matrix(view, covered)
    st.caption(say("quality.missing_help"))
    by_name(view, covered)


def findings():
    shown = quality_list.narrowed(view, found)
    by = segments(
        "by", ("list", "code", "organ", "year"), lambda b: say(f"quality.by.{b}"), say("quality.by")
    )
    reports, organs = shown["report_id"].nunique(), shown["organ_id"].nunique()
    numbers = {"n": f"{len(shown):,}", "reports": f"{reports:,}", "organs": f"{organs:,}"}
    st.caption(say("quality.shown", **numbers))
    if shown.empty:
        st.success(say("quality.none"), icon=":material/check_circle:")
        return
    quality_file.follow_up_button(view, shown)
    if by == "list":
        quality_list.pages(view, shown)
    else:
        counts_table(view, getattr(quality, f"by_{by}")(counted(shown)), by)


TABS = {"coverage": coverage, "findings": findings, "decisions": lambda: history_of_all(view)}
st.markdown(say("quality.intro"))
tab = segments("tab", tuple(TABS), lambda t: say(f"quality.tab.{t}"), say("nav.quality"), hide=True)
if quality.idents(view.dataset, quality_data.selection(view)).empty:
    st.info(say("common.empty"), icon=":material/info:")
else:
    found = quality_data.findings(view)
    TABS[tab]()
