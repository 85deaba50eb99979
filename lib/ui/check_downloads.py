"""The report of a check as files to send on, made when asked for."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from lib.exporting import check_report_pdf
from lib.exporting.check_report import compose
from lib.exporting.check_report_docx import to_docx
from lib.ui.download import download
from lib.ui.frame import View
from lib.ui.uploads import Checked


def check_downloads(checked: Checked, view: View, key: str) -> None:
    """A button a format; where the machine cannot set Chinese in a PDF, it says so."""
    report = checked.report
    name = re.sub(
        r"[^\w]+", "_", f"{checked.organ.name}_{report.year}_{view.say('check.file')}"
    ).strip("_")
    kinds = ["docx", "pdf"] if check_report_pdf.available() else ["docx"]
    with st.container(horizontal=True):
        for kind in kinds:
            make = partial(_made, kind, checked, view.lang)
            download(view.say(f"check.{kind}"), make, f"{name}.{kind}", f"check_{kind}_{key}")
    if len(kinds) == 1:
        st.caption(view.say("check.no_font"))


def _made(kind: str, checked: Checked, lang: str) -> bytes:
    content = compose(
        checked.report, checked.organ, checked.findings, lang, datetime.now(UTC), checked.compared
    )
    return to_docx(content) if kind == "docx" else check_report_pdf.to_pdf(content)
