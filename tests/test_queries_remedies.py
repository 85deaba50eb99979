"""Section four over the tiny dataset."""

from __future__ import annotations

import pytest

from lib.dataset import Dataset
from lib.queries import rates, remedies
from lib.selection import Selection
from tests import tiny
from tests.test_queries_requests import row

ALL = Selection()


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def test_results_are_by_year(dataset: Dataset) -> None:
    found = remedies.results(dataset, ALL)
    values = {
        (year, group): [
            row(found, year=year, group=group, result=result)["value"]
            for result in remedies.RESULTS
        ]
        for year in (2020, 2021)
        for group in remedies.REMEDY_GROUPS
    }
    assert values == {
        (2020, "reconsideration"): [2, 1, 0, 1],
        (2020, "litigation_direct"): [0, 0, 0, 0],
        (2020, "litigation_after"): [0, 0, 0, 0],
        (2021, "reconsideration"): [3, 2, 1, 4],
        (2021, "litigation_direct"): [1, 0, 0, 1],
        (2021, "litigation_after"): [0, 1, 0, 0],
    }
    upheld = row(found, year=2021, group="reconsideration", result="upheld")
    assert (upheld["total"], upheld["share"], upheld["n"], upheld["of"]) == (10, 0.3, 3, 3)
    assert row(found, year=2020, group="litigation_after", result="upheld")["share"] is None


@pytest.mark.parametrize(
    ("key", "year", "numerator", "denominator", "rate"),
    [
        ("reconsideration_correction", 2020, 1, 4, 1 / 4),
        ("reconsideration_correction_closed", 2020, 1, 3, 1 / 3),
        ("reconsideration_correction", 2021, 2, 10, 1 / 5),
        ("reconsideration_correction_closed", 2021, 2, 6, 1 / 3),
        ("litigation_direct_correction", 2021, 0, 2, 0),
        ("litigation_direct_correction_closed", 2021, 0, 1, 0),
        ("litigation_after_correction", 2021, 1, 1, 1),
        ("litigation_direct_correction", 2020, 0, 0, None),  # no case: no rate, not 0
        ("reconsiderations_per_100", 2021, 10, 120, 100 * 10 / 120),
        ("lawsuits_per_100", 2021, 3, 120, 2.5),
        ("disputes_per_100", 2020, 4, 12, 100 / 3),
    ],
)
def test_rates(
    dataset: Dataset, key: str, year: int, numerator: int, denominator: int, rate: float | None
) -> None:
    found = row(rates.by_year(dataset, ALL, [key]), year=year)
    assert (found["numerator"], found["denominator"]) == (numerator, denominator)
    assert found["rate"] == (None if rate is None else pytest.approx(rate))


def test_cases_by_organ(dataset: Dataset) -> None:
    found = remedies.cases_by_organ(dataset, ALL, 2021, "reconsideration")
    assert found["organ"].iloc[0] == "甲市人民政府"
    city = row(found, organ="甲市人民政府")
    assert [city[name] for name in (*remedies.RESULTS, "total")] == [3, 2, 1, 4, 10]
    assert (city["correction"], city["correction_closed"]) == (0.2, pytest.approx(1 / 3))
    assert row(found, organ="乙县财政局")["correction"] is None
    assert (city["n"], city["of"], len(found)) == (1, 1, 3)


def test_the_way_to_court_for_a_hundred_requests(dataset: Dataset) -> None:
    found = remedies.way(dataset, ALL, 2021)
    # 20 and 100 and 0 new requests; 10 reconsiderations, 2 + 1 lawsuits, of the city
    assert list(found["value"]) == [120, 10, 2, 2, 0, 1, 1]
    assert list(found["per_100"].round(3)) == [100, 8.333, 1.667, 1.667, 0, 0.833, 0.833]
    assert list(found["n"]) == [3] * 7
