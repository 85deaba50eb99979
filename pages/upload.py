"""Upload: drop report files, see what was read beside the source, add them or not."""

from dataclasses import replace

import streamlit as st

from lib.exporting.check_report import listed, summary, sums
from lib.findings import Finding
from lib.ui import address, frame, sample, uploads
from lib.ui.check_downloads import check_downloads
from lib.ui.frame import View
from lib.ui.lit import bring_into_view, pick
from lib.ui.pasted import pasted
from lib.ui.report_view import forms_used, parsed_form
from lib.ui.source_panel import panes
from lib.ui.source_view import source_html
from lib.ui.style import uploader
from lib.ui.upload_list import file_list, identity
from lib.ui.uploads import Checked, Upload
from lib.ui.verbatim import verbatim

view = frame.page("upload")
say = view.say


def findings(upload: Upload, checked: Checked, view: View) -> Finding | None:
    """The findings in words, and as files to send on; the one the reader wants to see."""
    found = checked.findings
    words = summary(found, view.lang, sums(checked.report))
    if found:
        st.markdown(words)
    else:
        st.success(words, icon=":material/check_circle:")
    if checked.compared:
        years = listed([str(year) for year in checked.compared], view.lang)
        st.caption(say("upload.compared", years=years))
    shown = pick(found, view, upload.sha256)
    check_downloads(checked, view, upload.sha256)
    return shown


def look(upload: Upload, checked: Checked, view: View) -> None:
    """The form as read beside the source, and the findings."""
    assert upload.examined is not None
    report = checked.report
    st.subheader(say("upload.findings"), anchor=False)
    shown = findings(upload, checked, view)
    lit = frozenset(shown.cells if shown else ())
    places = frozenset(shown.places if shown else ()) | frozenset(
        entry.place for key in lit if (entry := report.entries.get(key)) and entry.place
    )
    left, right = panes(view, "")
    with left:
        st.subheader(say("upload.form"), anchor=False)
        st.caption(say("upload.legend"))
        st.html(parsed_form(replace(report, findings=checked.findings), view.lang, lit))
    with right:
        st.subheader(say("upload.source"), anchor=False)
        st.html(source_html(upload.examined.document, places, say("upload.source")))
    if shown:
        bring_into_view(shown)


st.markdown(say("upload.intro"))
st.html(uploader("uploader", say("upload.browse"), say("upload.limit")))
files = st.file_uploader(say("upload.drop"), accept_multiple_files=True, key="uploader")
with st.spinner(say("upload.reading", name="")):
    taken = uploads.take([*(files or []), *pasted(view), *sample.asked(view)])
chosen = file_list(taken, view)
if chosen is None:
    st.info(say("upload.empty"), icon=":material/info:")
    sample.offer(view)
elif chosen.refused:
    st.error(verbatim(chosen.refused[0 if view.lang == "zh" else 1]), icon=":material/error:")
else:
    assert chosen.report is not None
    organ, year = identity(chosen, view)
    if chosen.report.editions:
        st.caption(say("upload.editions", editions=forms_used(chosen.report, view.lang)))
    look(chosen, uploads.check(chosen, organ, year, taken), view)
address.write()
