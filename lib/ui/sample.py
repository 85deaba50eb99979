"""An invented report with one slip in it, for who has no file at hand. It is never added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

import streamlit as st

from lib.ui.frame import View

_YEAR, _SLIP = 2025, "requests.granted.total"


@dataclass(frozen=True, slots=True)
class Sample:
    """As Streamlit's uploader gives a file: a name, and the bytes."""

    name: str
    data: bytes

    def getvalue(self) -> bytes:
        return self.data


@cache
def sample() -> Sample:
    """A report of the demonstration as a web page, its total of 予以公开 one too many. It says of
    itself that it is invented."""
    from lib.synthetic.reports import invent_reports  # for the few who ask
    from lib.synthetic.writers.formats import write

    report, _ = next(
        (report, organ)
        for report, organ in invent_reports(years=(_YEAR,), faults=0, gaps=0)
        if report.entries[_SLIP].value
    )
    entry = report.entries[_SLIP]
    assert entry.value is not None
    wrong = replace(entry, value=entry.value + 1, text=str(entry.value + 1))
    name, data = write(replace(report, entries={**report.entries, _SLIP: wrong}), "html-word")
    return Sample(name, data)


def is_sample(digest: str) -> bool:
    """Whether a file is the sample; without making it for who never asked."""
    return bool(sample.cache_info().currsize) and sha256(sample().data).hexdigest() == digest


def asked(view: View) -> list[Sample]:
    """The sample, where the reader asked for it; its name says that it is invented, in the report
    of its check too."""
    if not st.session_state.get("sample"):
        return []
    found = sample()
    return [replace(found, name=view.say("upload.sample_name", name=found.name))]


def offer(view: View) -> None:
    """The button that brings it."""
    st.button(
        view.say("upload.try_sample"),
        icon=":material/science:",
        on_click=lambda: st.session_state.update(sample=True),
    )


def forget() -> None:
    """The reader has seen enough of it."""
    st.session_state.pop("sample", None)
