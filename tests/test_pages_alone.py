"""Figures alone, the reports they lack, their words for who does not see them, and how numbers are
written: all of it on invented reports whose numbers are in tests.tiny."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from plotly.subplots import make_subplots
from streamlit.testing.v1 import AppTest

from lib.charts.takeaway import takeaway
from lib.charts.ticks import written
from lib.dataset import open_dataset
from lib.queries import coverage
from lib.selection import Selection
from lib.ui.small_table import small_table
from lib.words import say
from lib.words.written import day
from tests import tiny
from tests.test_pages import opened, warnings


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    tiny.build(tmp_path / "working")
    return tmp_path / "working"


def charts(app: AppTest) -> list[str]:
    return [each.proto.id.rpartition("-")[2] for each in app.get("plotly_chart")]


def test_only_one_figure_is_drawn() -> None:
    app = opened("requests", d="demo", lang="en", tab="outcomes", only="requests_by_applicant")
    assert not app.error and not warnings(app)
    assert charts(app) == ["requests_by_applicant"]
    assert app.query_params["only"] == "requests_by_applicant"
    frame = next(each.value for each in app.code if each.value.startswith("<iframe"))
    assert "only=requests_by_applicant" in frame and "embed=true" in frame


def test_a_figure_that_is_not_there_is_named_and_all_are_drawn() -> None:
    app = opened("requests", d="demo", lang="en", tab="outcomes", only="nothing")
    assert warnings(app) == [say("common.stale.other", "en", value="nothing")]
    assert len(charts(app)) == 2
    assert "only" not in app.query_params


def lacking(*quantities: str, limit: int = 10) -> list[tuple[str, int]]:
    selection = Selection("working", years=(2021,))
    found = coverage.missing(open_dataset("working"), selection, quantities, limit)
    return list(zip(found["organ_id"], found["year"], strict=True))


def test_reports_that_lack_a_number_are_listed(working: Path) -> None:
    province, bureau = (tiny.PROVINCE.organ_id, 2021), (tiny.BUREAU.organ_id, 2021)
    # the province left one of the eight reasons blank, the bureau its fees
    assert lacking("requests.refused.total") == [province]
    assert lacking("disclosure.fees.amount") == [bureau]
    both = lacking("requests.refused.total", "disclosure.fees.amount")
    assert sorted(both) == sorted([province, bureau])
    assert len(lacking("requests.refused.total", "disclosure.fees.amount", limit=1)) == 1
    assert lacking("requests.received.total") == []


def test_no_report_lacks_what_its_form_does_not_ask_for(working: Path) -> None:
    # the amount of fees is of the 2021 form, their items of the 2019 form
    dataset, early = open_dataset("working"), Selection("working", years=(2020,))
    assert coverage.missing(dataset, early, ["disclosure.fees.amount"], 10).empty
    late = Selection("working", years=(2021,))
    assert coverage.missing(dataset, late, ["disclosure.fees.items_last_year"], 10).empty


def test_a_report_of_no_county_is_not_lacked_where_counties_are_compared(working: Path) -> None:
    dataset, late = open_dataset("working"), Selection("working", years=(2021,))
    # the province left a reason blank; of the bureau's county nothing is left out
    refused = ["requests.refused.total"]
    assert coverage.missing(dataset, late, refused, 10, "county").empty
    assert list(coverage.missing(dataset, late, refused, 10, "province")["year"]) == [2021]


def test_a_figure_says_its_numbers() -> None:
    bars = go.Figure(
        go.Bar(
            x=[2021, 2022, 2023],
            y=[5, None, 7],
            hovertext=["<b>2021</b><br>5", "", "<b>2023</b><br>7"],
        )
    )
    assert takeaway(bars, "New requests") == "New requests. 2021: 5; 2023: 7"
    two = go.Figure(
        [bars.data[0], go.Bar(x=[2021], y=[3], hovertext=["<b>2021<br>B</b><br>3<br>n"])]
    )
    assert takeaway(two, "T") == "T. 2023: 7; 2021 B: 3"
    assert takeaway(go.Figure(), "T") == "T"
    assert takeaway(two, "T", "甲最高。") == "T. 甲最高. 2023: 7; 2021 B: 3"
    # each panel is named; of several series of bars that lie only the lead is said
    panels = make_subplots(rows=2, cols=1, subplot_titles=["复议", "起诉"])
    for row in (1, 2):
        panels.add_trace(go.Bar(x=[2023], y=[row], hovertext=[f"<b>维持</b><br>{row}"]), row, 1)
    assert takeaway(panels, "T") == "T. 复议 · 维持: 1; 起诉 · 维持: 2"
    lying = [go.Bar(orientation="h", y=["甲"], x=[at], hovertext=[f"<b>{at}</b>"]) for at in (1, 2)]
    assert takeaway(go.Figure(lying), "T", "甲最高。") == "T. 甲最高"


def test_a_ranking_and_tiles_say_their_ends() -> None:
    said = ["<b>甲</b><br>2", "<b>乙</b><br>9", "<b>丙</b><br>5"]
    ranking = go.Bar(y=["a", "b", "c"], x=[2, 9, 5], orientation="h", hovertext=said)
    assert takeaway(go.Figure(ranking), "T") == "T. 乙: 9; 甲: 2"
    # tiles are of one height; their colour is the value
    tiles = go.Bar(x=[0, 1, 2], y=[1, 1, 1], marker={"color": [2.0, 9.0, 5.0]}, hovertext=said)
    assert takeaway(go.Figure(tiles), "T") == "T. 乙: 9; 甲: 2"


def test_streams_are_all_said() -> None:
    link = {
        "source": [0, 1, 1],
        "target": [1, 2, 3],
        "value": [7, 0, 7],
        "customdata": ["<b>New</b><br>7 (100%)<br>n", "<b>None</b><br>0", "<b>Out</b><br>7 (100%)"],
    }
    figure = go.Figure(go.Sankey(node={"label": ["a", "b", "c", "d"]}, link=link))
    assert takeaway(figure, "T") == "T. New: 7 (100%); Out: 7 (100%)"


def test_a_small_table_is_read_row_by_row() -> None:
    frame = pd.DataFrame(
        {"Year": [2021], "Organ": ["a<b"], "Value": [12345.0], "Rate": [0.4567], "Ranked": [True]}
    )
    page = small_table(frame.assign(Gap=pd.array([None], "Int64")), "en", "T", {"Year"}, {"Rate"})
    assert '<th scope="row" class="n">2021</th>' in page
    for square in ("<td>a&lt;b</td>", '<td class="n">12,345</td>', '<td class="n">45.67%</td>'):
        assert square in page
    assert "<td>yes</td>" in page and '<td class="n">—</td>' in page


@pytest.mark.parametrize(
    ("most", "lang", "ticks"),
    [
        (46_000, "zh", ["0", "1万", "2万", "3万", "4万"]),
        (230_000_000, "zh", ["0", "5,000万", "1亿", "1.5亿", "2亿"]),
        (9_000, "zh", None),
        (46_000, "en", None),
    ],
)
def test_ticks_of_large_counts(most: int, lang: str, ticks: list[str] | None) -> None:
    figure = go.Figure(go.Bar(x=[2021, 2022], y=[1, most])).update_yaxes(tickformat=",")
    found = written(figure, lang).layout.yaxis.ticktext
    assert (None if found is None else list(found)) == ticks


def test_ticks_of_stacks_and_of_shares() -> None:
    stack = go.Figure([go.Bar(y=["a"], x=[8_000], orientation="h")] * 2)
    stack.update_layout(barmode="stack").update_xaxes(tickformat=",")
    assert "1万" in written(stack, "zh").layout.xaxis.ticktext
    share = go.Figure(go.Bar(x=[1], y=[20_000])).update_yaxes(tickformat=".0%")
    assert written(share, "zh").layout.yaxis.ticktext is None


def test_days() -> None:
    assert day(date(2024, 2, 4), "zh") == "2024年2月4日"
    assert day(date(2024, 2, 4), "en") == "4 February 2024"
    assert day(None, "en") == "—"


def usual(dataset: str) -> list[tuple[str, dict[str, str | list[str]]]]:
    organ = "910000:霁川省公安厅"
    return [
        ("requests", {"y": "2021-2023", "r": "91,92", "l": "county", "tab": "reasons"}),
        (
            "compare",
            {"ind": "reconsideration_correction_closed", "by": "province", "m": ["91", "92"],
             "look": "lines", "as": "change", "y": "2021-2025"},
        ),
        ("report", {"organ": organ, "year": "2023", "cell": "requests.refused_process.total"}),
        ("glossary", {"term": "requests.declined_excessive"}),
    ]  # fmt: skip


@pytest.mark.parametrize(("page", "parameters"), usual("demo"))
def test_links_are_short_enough_to_send(page: str, parameters: dict[str, str | list[str]]) -> None:
    app = opened(page, d="demo", lang="zh", **parameters)
    assert not app.error and not warnings(app)
    link = app.code[0].value
    for value in parameters:
        assert f"{value}=" in link
    assert len(link) < 250  # and some fifty for the server's own name


@pytest.mark.parametrize(
    ("dataset", "asked"),
    [
        ("demo", ["q_upload", "q_organ", "q_lawsuits", "q_reasons"]),
        # one organ has reports for several years; no province has enough cases to be ranked
        ("real", ["q_upload", "q_organ", "q_outcomes", "q_reasons"]),
    ],
)
def test_the_start_page_asks_what_the_dataset_can_answer(dataset: str, asked: list[str]) -> None:
    app = opened("overview", d=dataset, lang="en")
    labels = [each.proto.label for each in app.get("page_link")]
    for key in asked:
        beginning, _, end = say(f"overview.{key}", "en").partition("{organ}")
        end = end.partition("}")[2] or end
        assert any(each.startswith(beginning) and each.endswith(end) for each in labels), key
    assert not app.error
