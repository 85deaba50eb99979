"""Whose reports are missing, late or wrong, by name: the reports of tests/test_pages_quality.py."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from lib.dataset import Dataset, open_dataset
from lib.exporting.follow_up import coverage_list, head
from lib.queries import quality
from lib.selection import Selection
from lib.ui.quality_who import of
from lib.words import say
from tests.test_pages_quality import build, opened


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    build(tmp_path / "working")
    return open_dataset("working")


def test_each_state_by_name(dataset: Dataset) -> None:
    """The city published its 2021 a day late, on 1 April, with an error; the bureau has no report
    for 2020 and 2021."""
    found = quality.findings(dataset, Selection("working"), texts=False)
    covered = quality.coverage(dataset, Selection("working"), found)
    who = {
        which: list(of(covered, which, None)[["organ", "year"]].itertuples(index=False, name=None))
        for which in ("missing", "late", "unknown", "with_errors")
    }
    assert who == {
        "missing": [("乙县财政局", 2021), ("乙县财政局", 2020)],
        "late": [("甲市人民政府", 2021)],
        "unknown": [],
        "with_errors": [("甲市人民政府", 2021)],
    }
    assert len(of(covered, "all", 2021)) == 2
    (late,) = coverage_list(of(covered, "late", 2021), "zh").to_dict("records")
    assert late[head("days_late", "zh")] == 1
    assert (late[head("published", "zh")], late[head("due", "zh")]) == ("2022-04-01", "2022-03-31")
    assert late[head("error", "zh")] >= 1
    (missing,) = coverage_list(of(covered, "missing", 2021), "zh").to_dict("records")
    assert missing[head("state", "zh")] == "缺"
    # a report that is not there has no count of errors
    assert missing[head("error", "zh")] is None or pd.isna(missing[head("error", "zh")])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.usefixtures("dataset")
def test_the_page_lists_them_and_gives_the_list_away(lang: str) -> None:
    app = opened("quality", lang=lang)
    html = "".join(each.proto.body for each in app.get("html"))
    listed = html[html.index('class="who"') :]
    assert "乙县财政局" in listed and "甲市人民政府" not in listed
    assert say("quality.who_xlsx", lang, n=1) in [b.label for b in app.get("download_button")]
    app.segmented_control(key="c_which").set_value("late").run()
    html = "".join(each.proto.body for each in app.get("html"))
    listed = html[html.index('class="who"') :]
    assert "甲市人民政府" in listed and "乙县财政局" not in listed
    assert app.query_params["which"] == "late"
    app.segmented_control(key="c_which").set_value("unknown").run()
    assert say("quality.who_none", lang) in [each.value for each in app.success]


@pytest.mark.usefixtures("dataset")
def test_the_workbook_says_which_list_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {}
    monkeypatch.setattr("lib.ui.quality_who.download", lambda _, make, *__: made.update(make=make))
    opened("quality", lang="zh", which="late")
    book = openpyxl.load_workbook(io.BytesIO(made["make"]()))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert len(rows) == 2 and rows[1][0] == "甲市人民政府"
    notes = [cell.value for row in book.worksheets[1].iter_rows() for cell in row]
    assert "名单 · 逾期" in notes
