"""What the upload page does with the files in its box, without the page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from lib.dataset import Dataset
from lib.organs import recognise
from lib.ui import uploads

FAULTY = Path(__file__).parent / "examples" / "2023-pipes-mixed-editions.txt"


def test_a_file_that_was_discarded_can_be_dropped_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    file = SimpleNamespace(name=FAULTY.name, getvalue=FAULTY.read_bytes)
    other = SimpleNamespace(name="other.txt", getvalue=lambda: FAULTY.read_bytes() + b"\n")
    first, _ = uploads.take([file, other])
    first.discarded = True
    assert [upload.name for upload in uploads.take([file, other])] == ["other.txt"]
    uploads.take([other])  # the reader takes it out of the box
    assert [upload.name for upload in uploads.take([file, other])] == [FAULTY.name, "other.txt"]
    assert len(st.session_state["uploads"]) == 2
    uploads.take([])
    assert not st.session_state["uploads"]  # nothing is held of files that are gone


def test_what_is_added_carries_the_findings_of_the_organ_the_reader_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path))
    monkeypatch.setattr(st, "session_state", {})
    text = FAULTY.read_text(encoding="utf-8").replace("规章 | 0 | 0 | 0", "规章 | 2 | 0 | 5")
    text = text.replace("青禾市松风县石桥镇人民政府", "")  # it does not say whose it is
    file = SimpleNamespace(name="x.txt", getvalue=text.encode)
    (upload,) = uploads.take([file])
    assert upload.report is not None and not upload.report.organ
    town = recognise("青禾市松风县石桥镇人民政府", year=2023)
    shown = uploads.check(upload, town, 2023, [upload])
    uploads.add(upload, town, 2023)
    stored = set(Dataset(tmp_path).table("findings").column("code").to_pylist())
    assert "count.regulations" in {each.code for each in shown.findings}  # no town makes any
    assert "count.regulations" in stored


def test_a_typed_name_is_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    (upload,) = uploads.take([SimpleNamespace(name="x.txt", getvalue=FAULTY.read_bytes)])
    organ = uploads.placed(upload, ' <a href="http://a.example">青禾市水务局</a>', 2023)
    assert not set("<>") & set(organ.name + organ.organ_id)
    assert uploads.placed(upload, "青禾市水务局", 2023).name == "青禾市水务局"
