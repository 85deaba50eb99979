"""What is in the figures: gaps stay gaps, series break, colours are explicit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.charts import documents as document_charts
from lib.charts import rates as rate_charts
from lib.charts import remedies as remedy_charts
from lib.charts import requests as request_charts
from lib.charts.style import _PAIRS, COLOURS, SERIES, ink_on, relit
from lib.charts.tables import covered, readable
from lib.dataset import Dataset
from lib.measures import CORRECTION_RATES, REQUEST_RATES
from lib.queries import documents, rates, remedies, requests
from lib.selection import Selection
from tests import tiny

ALL = Selection()
LIGHT: dict[str, Any] = {"lang": "zh", "theme": "light"}
DARK: dict[str, Any] = {"lang": "en", "theme": "dark"}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def every_figure(dataset: Dataset, **look: Any) -> Iterator[go.Figure]:
    yield request_charts.flow(requests.flow(dataset, ALL), **look)
    for shares in (True, False):
        yield request_charts.outcomes(
            requests.outcomes_by_year(dataset, ALL), shares=shares, **look
        )
        yield request_charts.applicants(
            requests.applicants_by_year(dataset, ALL), shares=shares, **look
        )
        yield request_charts.reasons_by_year(
            requests.reasons_by_year(dataset, ALL, "other"), "other", shares=shares, **look
        )
        yield remedy_charts.results(remedies.results(dataset, ALL), shares=shares, **look)
    yield request_charts.outcomes_by_applicant(requests.outcomes_by_applicant(dataset, ALL), **look)
    yield request_charts.reasons(requests.reasons(dataset, ALL), **look)
    yield rate_charts.by_year(rates.by_year(dataset, ALL, REQUEST_RATES), [REQUEST_RATES], **look)
    yield rate_charts.by_organ(rates.by_organ(dataset, ALL, "grant_rate"), "grant_rate", **look)
    cases = remedies.cases_by_organ(dataset, ALL, 2021, "reconsideration")
    yield remedy_charts.cases_by_organ(cases, **look)
    yield document_charts.changes(documents.documents(dataset, ALL), **look)
    yield document_charts.stocks(documents.documents(dataset, ALL), **look)
    yield document_charts.decisions(documents.decisions(dataset, ALL), **look)
    yield document_charts.fee_amount(documents.fee_amount(dataset, ALL), **look)
    yield document_charts.fee_items(documents.fee_items(dataset, ALL), **look)


def points(trace: Any) -> dict[int, float | None]:
    return dict(zip(trace.x, trace.y, strict=True))


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_every_colour_is_ours(dataset: Dataset, look: dict[str, Any]) -> None:
    ours = set(COLOURS[look["theme"]].values())
    for figure in every_figure(dataset, **look):
        assert figure.layout.template.layout.paper_bgcolor == COLOURS[look["theme"]]["paper"]
        for trace in figure.data:
            assert trace.marker.color in ours
            if trace.type == "scatter":
                assert trace.line.color in ours
            else:
                assert trace.insidetextfont.color in (None, ink_on(trace.marker.color))


def test_every_figure_of_an_empty_selection_is_drawn(tmp_path_factory: Any) -> None:
    nothing = Dataset(tmp_path_factory.mktemp("nothing") / "dataset")
    for figure in every_figure(nothing, **LIGHT):
        assert all(value is None for trace in figure.data for value in _values(trace))


def _values(trace: Any) -> list[Any]:
    return list((trace.x if trace.orientation == "h" else trace.y) or ())


def test_a_year_without_a_report_is_a_gap() -> None:
    frame = pd.DataFrame(
        {
            "year": [2021, 2023],
            "measure": "grant_rate",
            "numerator": pd.array([1, 3], "Int64"),
            "denominator": pd.array([2, 4], "Int64"),
            "rate": pd.array([0.5, 0.75], "Float64"),
            "n": [1, 1],
            "of": [1, 1],
        }
    )
    (line,) = rate_charts.by_year(frame, [["grant_rate"]], **LIGHT).data
    assert points(line) == {2021: 0.5, 2022: None, 2023: 0.75}
    assert line.connectgaps is False


def test_an_undefined_rate_is_a_gap_and_zero_is_zero(dataset: Dataset) -> None:
    frame = rates.by_year(dataset, ALL, CORRECTION_RATES)
    direct = rate_charts.by_year(frame, [CORRECTION_RATES[2:4]], ["x"], **LIGHT).data[1]
    assert points(direct) == {2020: None, 2021: 0.0}  # no case in 2020; one closed, none corrected


def test_the_stock_of_documents_breaks_at_the_change_of_form(dataset: Dataset) -> None:
    figure = document_charts.stocks(documents.documents(dataset, ALL), **LIGHT)
    series = {(t.name, t.yaxis): points(t) for t in figure.data}
    assert series == {
        ("对外公开总数", "y"): {2020: 9, 2021: None},
        ("现行有效", "y"): {2020: None, 2021: 7},
        ("对外公开总数", "y2"): {2020: 40, 2021: None},
        ("现行有效", "y2"): {2020: None, 2021: 44},
    }
    assert [(s.x0, s.line.dash) for s in figure.layout.shapes] == [(2020.5, "dash")] * 2
    assert "表格改版" in [a.text for a in figure.layout.annotations]


def test_no_break_line_inside_one_form(dataset: Dataset) -> None:
    figure = document_charts.stocks(documents.documents(dataset, Selection(years=(2021,))), **LIGHT)
    assert not figure.layout.shapes


def test_repealed_is_absent_before_2021_not_zero(dataset: Dataset) -> None:
    figure = document_charts.changes(documents.documents(dataset, ALL), **LIGHT)
    repealed = next(t for t in figure.data if t.name == "本年废止")
    assert points(repealed) == {2020: None, 2021: 2}


def test_stacks_are_shares_of_the_same_reports(dataset: Dataset) -> None:
    figure = request_charts.outcomes(requests.outcomes_by_year(dataset, ALL), shares=True, **LIGHT)
    for year in (2020, 2021):
        assert sum(points(trace)[year] or 0 for trace in figure.data) == pytest.approx(1)


def test_names_follow_the_language(dataset: Dataset) -> None:
    frame = requests.flow(dataset, ALL)
    zh = [trace.name for trace in request_charts.flow(frame, **LIGHT).data]
    en = [trace.name for trace in request_charts.flow(frame, **DARK).data]
    assert zh == ["本年新收", "上年结转", "办理总计", "结转下年度"]
    assert en[0] == "New requests received"


def test_organs_of_one_name_stay_two_bars() -> None:
    frame = pd.DataFrame(
        {
            "organ_id": ["1:财政局", "2:财政局"],
            "organ": ["财政局", "财政局"],
            "province": ["", ""],
            "city": ["", ""],
            "county": ["", ""],
            "numerator": pd.array([20, 10], "Int64"),
            "denominator": pd.array([40, 40], "Int64"),
            "rate": pd.array([0.5, 0.25], "Float64"),
            "ranked": [True, True],
            "n": [1, 1],
            "of": [1, 1],
        }
    )
    figure = rate_charts.by_organ(frame, "grant_rate", **LIGHT)
    assert len(set(figure.data[0].y)) == 2
    assert [text.strip() for text in figure.layout.yaxis.ticktext] == ["财政局", "财政局"]
    assert "50.0%  20/40" in figure.data[0].text


# --- colours ----------------------------------------------------------------------------------


def test_the_two_themes_can_be_told_apart_by_colour() -> None:
    light, dark = zip(*_PAIRS.values(), strict=True)
    assert len(set(light) | set(dark)) == len(light) + len(dark)
    assert set(SERIES.values()) <= set(_PAIRS)


def test_a_dark_figure_is_exported_light(dataset: Dataset) -> None:
    frame = requests.outcomes_by_year(dataset, ALL)
    dark = request_charts.outcomes(frame, shares=True, lang="zh", theme="dark")
    light = request_charts.outcomes(frame, shares=True, lang="zh", theme="light")
    again = relit(dark)
    assert [t.marker.color for t in again.data] == [t.marker.color for t in light.data]
    assert [t.insidetextfont.color for t in again.data] == [
        t.insidetextfont.color for t in light.data
    ]
    assert again.layout.template.layout.paper_bgcolor == "#ffffff"


@pytest.mark.parametrize(("background", "ink"), [("#ffffff", "#000000"), ("#0072b2", "#ffffff")])
def test_ink(background: str, ink: str) -> None:
    assert ink_on(background) == ink


# --- the table behind ---------------------------------------------------------------------------


def test_the_table_has_words_and_keeps_nulls(dataset: Dataset) -> None:
    found = readable(remedies.results(dataset, ALL), "zh")
    assert list(found.columns[:4]) == ["年度", "类别", "结果", "数值"]
    assert set(found["类别"]) == {"行政复议", "直接起诉", "复议后起诉"}
    row = found[(found["年度"] == 2020) & (found["类别"] == "直接起诉")]
    assert row["占比"].isna().all()


def test_coverage_names_the_years_that_miss_reports(dataset: Dataset) -> None:
    words = covered(requests.outcomes_by_year(dataset, ALL), "zh")
    assert words.startswith("应填报的报告4份，其中3份有数；1份缺数")
    assert "2021年1份" in words and "2020年" not in words
    assert covered(requests.flow(dataset, ALL), "en") == (
        "All 4 reports selected whose form asks for these numbers give them."
    )


def test_coverage_of_groups_is_said_group_by_group(dataset: Dataset) -> None:
    words = covered(requests.reasons(dataset, ALL), "zh")
    assert "不予公开3份、无法提供4份、不予处理4份、其他处理3份" in words
