"""The mark beside a doubtful number of one organ: which numbers have it, and where it is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lib.charts import compare as charts
from lib.checks import check
from lib.dataset import Dataset
from lib.dataset.dispositions import Verdict, decide
from lib.measures import MEASURES
from lib.parsing.report import State
from lib.queries import doubtful
from lib.selection import Selection
from lib.words import say
from tests import tiny

APP = Path(__file__).resolve().parents[1] / "app.py"
GRANTED, LICENCES = "requests.granted.total", "disclosure.licences.decisions"
RECEIVED = "requests.received.total"
ID = tiny.CITY.organ_id


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """The city's reports for 2020 and 2021: for 2021 it prints 13 granted where 8 + 4 are 12, and
    its licences were inferred; for 2020 everything is right."""
    root = tmp_path / "working"
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(root))
    before = tiny.report(tiny.CITY, 2020, tiny.CITY_2020)
    slip = tiny.report(tiny.CITY, 2021, {**tiny.CITY_2021, GRANTED: 13})
    licences = replace(slip.entries[LICENCES], state=State.INFERRED)
    slip = replace(slip, entries={**slip.entries, LICENCES: licences})
    found = Dataset(root)
    found.add([(replace(each, findings=check(each)), tiny.CITY) for each in (before, slip)])
    return found


def test_a_cell_a_finding_names_and_an_inferred_one_are_doubtful(dataset: Dataset) -> None:
    found = doubtful.cells(dataset, Selection("working"), (ID,))
    of = {(row["year"], row["cell"]): row for row in found.to_dict("records")}
    assert of[2021, GRANTED]["kind"] == "error"
    assert "为8+4=12" in of[2021, GRANTED]["zh"] or "为21" in of[2021, GRANTED]["zh"]
    assert of[2021, LICENCES]["kind"] == "inferred"
    assert (2021, RECEIVED) not in of
    assert not [cell for year, cell in of if year == 2020]
    one = doubtful.of_quantities(found, [GRANTED, RECEIVED])
    assert list(one[["organ_id", "year"]].itertuples(index=False, name=None)) == [(ID, 2021)]
    assert doubtful.of_quantities(found, [GRANTED], years=(2020,)).empty
    assert doubtful.of_quantities(found, [RECEIVED]).empty


def test_what_a_chart_marks() -> None:
    frame = pd.DataFrame(
        {
            "member": ["a", "b"],
            "label": ["甲局", "乙局"],
            "year": [2021, 2021],
            "value": [0.5, 0.4],
            "numerator": [5, 4],
            "denominator": [10, 10],
            "n": [1, 1],
            "of": [1, 1],
            "doubt": ["总计填报为<b>5", ""],
        }
    )
    (bar,) = charts.bars(frame, "grant_rate", "value", lang="zh", theme="light").data
    assert list(bar.text) == ["50.0%  5/10 ▲", "40.0%  4/10"]
    assert bar.hovertext[0].endswith("<br>▲ 总计填报为&lt;b&gt;5")  # a file's words, no markup
    assert "▲" not in bar.hovertext[1]
    drawn = charts.lines(frame, "grant_rate", "value", lang="zh", theme="light").data
    assert [list(line.text) for line in drawn] == [["▲"], [""]]


def opened(page: str, **more: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in {"d": "working", "lang": "zh", **more}.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception and not app.error
    return app


def figure_says(app: AppTest, key: str) -> bool:
    """Whether the caption of the figure explains the mark."""
    return say(f"charts.{key}", "zh") in "".join(each.value for each in app.caption)


@pytest.mark.usefixtures("dataset")
def test_every_page_of_one_organ_marks_it() -> None:
    app = opened("report", organ=ID, year="2021")
    metrics = {each.label: each.value for each in app.metric}
    # 12 granted of a printed total of 20, with which 13 do not add up; 20 new requests are sound
    assert metrics[say("report.handled", "zh")] == "20 ▲"
    assert metrics[say("report.received", "zh")] == "20"
    assert figure_says(opened("organ", organ=ID, tab="trend"), "doubts")
    assert not figure_says(opened("organ", organ=ID, tab="trend", ind="n_received"), "doubts")
    app = opened("organ", organ=ID, tab="peers", year="2021")
    values = app.table[0].value[say("charts.column_value", "zh")]
    assert values["公开率"] == "65.0% = 13 / 20 ▲"
    assert "▲" not in values[MEASURES["n_received"].name("zh")]
    for page, choice in (
        ("compare", {"by": "organ"}),
        ("compare", {"by": "organ", "look": "bars"}),
        ("requests", {"tab": "organs"}),
    ):
        assert figure_says(opened(page, **choice), "doubts"), (page, choice)
    assert not figure_says(opened("compare", by="organ", look="bars", year="2020"), "doubts")
    assert not figure_says(opened("requests", tab="organs", year="2020"), "doubts")
    html = "".join(each.proto.body for each in opened("organ", organ=ID).get("html"))
    squares = html.split("<td")
    assert any(' class="inferred"' in each and ">110<" in each for each in squares)


def test_a_dismissed_finding_marks_nothing(dataset: Dataset) -> None:
    found = doubtful.cells(dataset, Selection("working"), (ID,))
    errors = dataset.table("findings").to_pandas()
    for row in errors[errors["severity"] == "error"].to_dict("records"):
        of = (ID, 2021, row["code"], row["cells"])
        decide(dataset, *of, Verdict.DISMISSED, who="甲", reason="核对无误")
    assert GRANTED in set(found["cell"])
    found = doubtful.cells(dataset, Selection("working"), (ID,))
    # what is left: inferred, and carried in otherwise than the year before carried over
    assert GRANTED not in set(found["cell"]) and LICENCES in set(found["cell"])


def test_among_many_organs_those_drawn_are_marked() -> None:
    """The demonstration has more organs than are all asked about."""
    app = opened("compare", d="demo", by="organ", look="bars", ind="n_received")
    assert figure_says(app, "doubts_on_page")


@pytest.mark.usefixtures("dataset")
def test_the_front_page_names_the_one_report_of_a_year_and_marks_it() -> None:
    """13 of 20 granted does not add up; the 20 new requests are sound."""
    app = opened("overview")
    title = say("overview.latest_one", "zh", year=2021, organ=tiny.CITY.name)
    assert title in [each.value for each in app.subheader]
    shown = {each.label: each.value for each in app.metric}
    assert shown[say("overview.received", "zh")] == "20"
    assert shown[MEASURES["grant_rate"].name("zh")] == "65.0% ▲"


def test_the_front_page_leads_to_the_demonstration() -> None:
    app = opened("overview", d="real")
    (button,) = [each for each in app.button if each.label == say("overview.to_demo", "zh")]
    button.click().run()
    assert app.query_params["d"] == "demo"
    assert say("overview.to_demo", "zh") not in [each.label for each in app.button]


@pytest.mark.usefixtures("dataset")
def test_a_reports_findings_lead_to_their_cells() -> None:
    """The row of 予以公开 is wrong: its first kinds of applicant, and its total."""
    html = "".join(each.proto.body for each in opened("report", organ=ID, year="2021").get("html"))
    card = next(part for part in html.split('<div class="finding')[1:] if "“予以公开”一行" in part)
    assert card.count("<a ") == 4 and say("check.more", "zh", n=7) in card
    for cell in ("requests.granted.natural_person", GRANTED):
        assert f"cell={cell}" in card
