"""Upload: drop report files, see what was read beside the source, add them or not."""

import streamlit as st

from lib.ui import address, frame, uploads
from lib.ui.findings_list import findings_list
from lib.ui.frame import View
from lib.ui.report_view import forms_used, parsed_form
from lib.ui.source_view import source_html
from lib.ui.style import uploader
from lib.ui.upload_list import file_list, identity
from lib.ui.uploads import Upload

view = frame.page("upload")
say = view.say


def findings(upload: Upload, view: View) -> frozenset[str]:
    """The findings in words; the cells of the one the reader wants to see."""
    assert upload.report is not None
    found = upload.report.findings
    if not found:
        st.success(say("upload.no_findings", sums=upload.sums()), icon=":material/check_circle:")
        return frozenset()
    sentences = [(f.code, f.zh if view.lang == "zh" else f.en) for f in found]
    findings_list(sentences, view.lang)
    touching = [at for at, finding in enumerate(found) if finding.cells]
    if not touching:
        return frozenset()
    at = st.selectbox(
        say("upload.show_finding"),
        [-1, *touching],
        format_func=lambda at: say("upload.show_none") if at < 0 else sentences[at][1][:80],
        key=f"show_{upload.sha256}",
    )
    return frozenset(found[at].cells) if at is not None and at >= 0 else frozenset()


def look(upload: Upload, view: View) -> None:
    """The form as read beside the source, and the findings."""
    assert upload.examined is not None
    report = upload.examined.report
    st.subheader(say("upload.findings"), anchor=False)
    lit = findings(upload, view)
    places = frozenset(
        entry.place for key in lit if (entry := report.entries.get(key)) and entry.place
    )
    # English labels need the whole width, so there the source stands below the form
    left, right = st.columns([3, 2], gap="medium") if view.lang == "zh" else (st, st)
    left, right = (left.container(), right.container())
    with left:
        st.subheader(say("upload.form"), anchor=False)
        st.caption(say("upload.legend"))
        st.html(parsed_form(report, view.lang, lit))
    with right:
        st.subheader(say("upload.source"), anchor=False)
        st.html(source_html(upload.examined.document, places, say("upload.source")))


st.markdown(say("upload.intro"))
st.html(uploader("uploader", say("upload.browse"), say("upload.limit")))
files = st.file_uploader(say("upload.drop"), accept_multiple_files=True, key="uploader")
with st.spinner(say("upload.reading", name="")):
    taken = uploads.take(files or [])
chosen = file_list(taken, view)
if chosen is None:
    st.info(say("upload.empty"), icon=":material/info:")
elif chosen.refused:
    st.error(chosen.refused[0 if view.lang == "zh" else 1], icon=":material/error:")
else:
    assert chosen.report is not None
    identity(chosen, view)
    if chosen.report.editions:
        st.caption(say("upload.editions", editions=forms_used(chosen.report, view.lang)))
    look(chosen, view)
address.write()
