"""Figures of the comparison: order, gaps, what may be ranked, how values are written."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.charts import compare as charts
from lib.charts import spread, values
from lib.charts.tables import covered
from lib.dataset import Dataset
from lib.queries import compare
from lib.selection import Selection
from tests import tiny

ALL = Selection()
LOOKS = [{"lang": "zh", "theme": "light"}, {"lang": "en", "theme": "dark"}]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def frame(dataset: Dataset, key: str, by: str) -> pd.DataFrame:
    found = compare.by_year(dataset, ALL, key, by)
    return found.assign(label=found["name"])


@pytest.mark.parametrize("look", LOOKS)
def test_one_line_a_member_and_no_bridge_over_a_gap(dataset: Dataset, look: dict[str, str]) -> None:
    figure = charts.lines(frame(dataset, "n_received", "province"), "n_received", "value", **look)
    drawn = {trace.name: dict(zip(trace.x, trace.y, strict=True)) for trace in figure.data}
    assert drawn == {"丙省": {2021: 100}, "九省": {2020: 12, 2021: 20}}
    assert all(trace.connectgaps is False for trace in figure.data)


def test_shares_of_a_stack_add_up(dataset: Dataset) -> None:
    found = frame(dataset, "n_received", "province")
    figure = charts.stack(found, "n_received", True, **LOOKS[0])
    of_2021 = [dict(zip(t.x, t.y, strict=True))[2021] for t in figure.data]
    assert of_2021 == [pytest.approx(100 / 120), pytest.approx(20 / 120)]


def test_bars_keep_the_order_and_codes_are_names(dataset: Dataset) -> None:
    found = compare.side(compare.of_year(dataset, ALL, 2021, ("grant_rate",), "province"), 0)
    found = found.assign(label=found["name"]).sort_values("value", ascending=False)
    figure = charts.bars(found, "grant_rate", "value", ("99",), **LOOKS[0])
    assert list(figure.data[0].y) == ["99", "98"]  # 12 of 20, then 50 of 90
    assert figure.layout.yaxis.type == "category"
    assert figure.data[0].text == ("60.0%  12/20", "55.6%  50/90")
    assert len(set(figure.data[0].marker.color)) == 2  # the marked one stands out


def test_axes_of_numbers_name_their_unit_and_nothing_is_plus_zero(dataset: Dataset) -> None:
    found = frame(dataset, "n_received", "province")
    for drawn in (
        charts.lines(found, "n_received", "value", **LOOKS[0]),
        charts.stack(found, "n_received", False, **LOOKS[0]),
    ):
        assert drawn.layout.yaxis.title.text == "件"
    assert not charts.stack(found, "n_received", True, **LOOKS[0]).layout.yaxis.title.text
    rates = compare.changed(frame(dataset, "grant_rate", "province"), "grant_rate")
    axis = charts.lines(rates, "grant_rate", "change", **LOOKS[1]).layout.yaxis
    assert axis.title.text == "percentage points"
    assert axis.tickformat.startswith("+") and axis.labelalias == {"+0": "0"}


def test_panels_share_a_scale_unless_asked(dataset: Dataset) -> None:
    found = frame(dataset, "n_received", "province")
    tops = [
        {tuple(charts.panels(found, "n_received", "value", own, **LOOKS[0]).layout[axis].range)
         for axis in ("yaxis", "yaxis2")}
        for own in (False, True)
    ]  # fmt: skip
    assert [len(each) for each in tops] == [1, 2]


def test_a_distribution_and_a_scatter_mark_the_chosen(dataset: Dataset) -> None:
    found = compare.of_year(dataset, ALL, 2021, ("n_received", "n_handled"), "organ")
    found = found.assign(label=found["name"])
    one = compare.side(found, 0)
    points = spread.spread(one, "n_received", [tiny.CITY.organ_id], **LOOKS[0])
    assert [trace.name for trace in points.data[1:]] == ["甲市人民政府"]
    assert list(points.data[1].x) == [20]
    both = found.rename(columns={"value0": "y", "value1": "x"})
    drawn = spread.scatter(both, ("n_received", "n_handled"), [tiny.CITY.organ_id], **LOOKS[0])
    assert list(drawn.data[1].x) == [20] and list(drawn.data[1].text) == ["甲市人民政府"]
    # medians of 20, 0, 100 received and of 20, 0, 90 handled
    assert {(s.x0, s.y0) for s in drawn.layout.shapes} == {(20, 0), (0, 20)}


@pytest.mark.parametrize(
    ("value", "key", "way", "lang", "written"),
    [
        (0.1234, "grant_rate", "value", "zh", "12.3%"),
        (0.05, "grant_rate", "change", "zh", "+5.0 个百分点"),
        (-0.05, "grant_rate", "change", "en", "\N{MINUS SIGN}5.0 percentage points"),
        (0.5, "n_received", "change", "en", "+50.0%"),
        (1234, "n_received", "value", "en", "1,234"),
        (2858.48, "fee_amount", "value", "zh", "2,858.48"),
        (188.5, "n_received", "value", "zh", "188.5"),  # the median of two organs
        (12.34, "lawsuits_per_100", "value", "en", "12.3"),
        (0.25, "n_received", "share", "en", "25.0%"),
        (3.21, "n_received", "residents", "en", "3.2"),
        (None, "n_received", "value", "en", "—"),
    ],
)
def test_how_values_are_written(
    value: float | None, key: str, way: str, lang: str, written: str
) -> None:
    assert values.shown(value, key, way, lang) == written


def test_coverage_of_members_adds_up(dataset: Dataset) -> None:
    # three organs in 2021, of which the province lacks nothing for new requests
    assert covered(frame(dataset, "n_received", "organ"), "en") == (
        "All 4 reports selected whose form asks for these numbers give them."
    )
    fees = covered(frame(dataset, "fee_amount", "organ"), "en")
    # the form of 2020 asks for no amount
    assert fees.startswith("2 of the 3 reports selected whose form asks for these numbers give")
