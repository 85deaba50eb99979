"""One organ, two of its reports side by side: the numbers that changed, and the sentences."""

import streamlit as st

from lib.form import SECTIONS
from lib.queries import catalogue
from lib.queries.changes import Kind, comparable, differences
from lib.ui import frame, report_choice, two_reports
from lib.ui.changed_text import changed_html
from lib.ui.changes_view import changes_html, downloads
from lib.ui.choice import segments
from lib.ui.verbatim import verbatim

view = frame.page("changes")
say = view.say


def numbers():
    if not comparable(before, after):
        st.info(say("changes.old_form"), icon=":material/info:")
        st.page_link(frame.path("upload"), label=say("nav.upload"), icon=":material/upload_file:")
        return
    rows = differences(before, after)
    alike = rows[rows["kind"].isin([Kind.SAME, Kind.SUM])]
    apart = rows[~rows["kind"].isin([Kind.SAME, Kind.SUM])]
    changed = alike[alike["changed"]]
    show = segments("show", ("changed", "all"), lambda s: say(f"changes.{s}"), say("changes.show"))
    st.caption(say("changes.counted", n=len(changed), m=len(alike)))
    if changed.empty:
        st.success(say("changes.none"), icon=":material/check_circle:")
    st.html(changes_html(view, changed if show == "changed" else alike, *sides))
    if not apart.empty:
        st.subheader(say("changes.form_changed"), anchor=False)
        st.html(changes_html(view, apart, *sides))
    downloads(view, rows, *sides)


def text():
    texts = [
        dict(zip(stored["section"], stored["text"], strict=True))
        for row in (before, after)
        for stored in [catalogue.sections(view.dataset, row["report_id"], int(row["year"]))]
    ]
    if not all(texts):
        st.info(say("changes.no_text"), icon=":material/info:")
        return
    st.caption(say("changes.text_help"))
    if texts[0] == texts[1]:
        st.success(say("changes.text_same"), icon=":material/drag_handle:")
    for section in SECTIONS:
        then, now = (each.get(section.key, "").strip() for each in texts)
        if then or now:
            name = f"{section.numeral}、{section.zh}" if view.lang == "zh" else section.en
            st.subheader(name, anchor=False)
            st.html(changed_html(then, now))


TABS = {"numbers": numbers, "text": text}
organ_id = report_choice.organ(view)
sides = two_reports.choose(view, organ_id) if organ_id else None
if not organ_id:
    st.info(say("report.none"), icon=":material/info:")
elif sides is None:
    st.info(say("changes.one_report"), icon=":material/info:")
else:
    before, after = (side.row for side in sides)
    st.subheader(f"{verbatim(after['organ'])} · {sides[0].words} → {sides[1].words}", anchor=False)
    TABS[
        segments("tab", tuple(TABS), lambda t: say(f"changes.{t}"), say("nav.changes"), hide=True)
    ]()
