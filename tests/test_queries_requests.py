"""Section three over the tiny dataset; every expected number is added up by hand in tiny.py."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from lib import form
from lib.dataset import Dataset
from lib.queries import rates, requests
from lib.selection import Selection
from tests import tiny

ALL = Selection()


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def row(frame: pd.DataFrame, **where: Any) -> dict[str, Any]:
    """The one row with these values, nulls as None."""
    for name, value in where.items():
        frame = frame[frame[name] == value]
    assert len(frame) == 1, frame
    return {k: None if pd.isna(v) else v for k, v in frame.iloc[0].items()}


def test_flow(dataset: Dataset) -> None:
    found = requests.flow(dataset, ALL)
    assert row(found, year=2020, line="received") == {
        "year": 2020, "line": "received", "value": 12, "n": 1, "of": 1,
    }  # fmt: skip
    of_2021 = {line: row(found, year=2021, line=line)["value"] for line in form.FLOW}
    assert of_2021 == {"received": 120, "carried_in": 3, "handled": 110, "carried_out": 13}


def test_outcomes_leave_out_the_report_with_a_blank_reason(dataset: Dataset) -> None:
    found = requests.outcomes_by_year(dataset, ALL)
    values = {
        year: [row(found, year=year, outcome=key)["value"] for key in requests.OUTCOMES]
        for year in (2020, 2021)
    }
    assert values == {2020: [6, 1, 2, 1, 0, 2], 2021: [12, 0, 3, 1, 2, 2]}
    granted = row(found, year=2021, outcome="granted")
    assert (granted["total"], granted["share"], granted["n"], granted["of"]) == (20, 0.6, 2, 3)


def test_outcomes_of_one_kind_of_applicant_by_year(dataset: Dataset) -> None:
    """The city's research institutions in 2021: 4 granted of 4; a blank total is none of theirs."""
    found = requests.outcomes_by_year(dataset, ALL, "research")
    granted = row(found, year=2021, outcome="granted")
    assert (granted["value"], granted["total"], granted["share"]) == (4, 4, 1.0)
    assert (granted["n"], granted["of"]) == (3, 3)
    assert row(found, year=2020, outcome="granted")["value"] == 0


def test_outcomes_by_applicant(dataset: Dataset) -> None:
    found = requests.outcomes_by_applicant(dataset, ALL)
    natural = [
        row(found, applicant="natural_person", outcome=key)["value"] for key in requests.OUTCOMES
    ]
    assert natural == [14, 1, 5, 2, 2, 4]
    assert row(found, applicant="natural_person", outcome="granted")["share"] == 0.5
    assert row(found, applicant="research", outcome="granted")["share"] == 1
    business = row(found, applicant="business", outcome="granted")
    assert (business["value"], business["total"], business["share"]) == (0, 0, None)
    assert (business["n"], business["of"]) == (4, 4)


def test_applicants(dataset: Dataset) -> None:
    found = requests.applicants_by_year(dataset, ALL)
    assert row(found, year=2021, applicant="research")["share"] == 0.25
    assert row(found, year=2020, applicant="business")["value"] == 2


def test_reasons(dataset: Dataset) -> None:
    found = requests.reasons(dataset, ALL)
    internal = row(found, group="refused", reason="refused_internal")
    assert (internal["value"], internal["total"], internal["share"]) == (2, 5, 0.4)
    assert (internal["n"], internal["of"]) == (3, 4)
    complaint = row(found, group="declined", reason="declined_complaint")
    assert (complaint["value"], complaint["total"], complaint["n"]) == (40, 42, 4)


def test_other_has_reasons_in_the_2021_form_only(dataset: Dataset) -> None:
    found = requests.reasons(dataset, ALL)
    late = row(found, group="other", reason="other_not_corrected")
    assert (late["value"], late["total"], late["share"], late["n"]) == (1, 2, 0.5, 3)
    by_year = requests.reasons_by_year(dataset, ALL, "other")
    assert row(by_year, year=2020, reason="other_rest")["value"] is None
    assert row(by_year, year=2021, reason="other_rest")["value"] == 1


@pytest.mark.parametrize(
    ("key", "numerator", "denominator", "n"),
    [
        ("grant_rate", 62, 110, 3),
        ("grant_rate_full", 62, 110, 3),
        ("grant_rate_substantive", 62, 66, 3),  # 20-2-2, 0, 90-40-0
        ("grant_rate_intake", 62, 123, 3),
        ("refused_rate", 3, 20, 2),  # the province gives no state secrets: out on both sides
        ("declined_rate", 42, 110, 3),
        ("other_rate", 2, 110, 3),
        ("carry_over_rate", 13, 123, 3),
        ("applicant_research", 5, 120, 3),
        ("reason_declined_repeat", 2, 42, 3),
    ],
)
def test_rates(dataset: Dataset, key: str, numerator: int, denominator: int, n: int) -> None:
    found = row(rates.by_year(dataset, ALL, [key]), year=2021)
    assert (found["numerator"], found["denominator"]) == (numerator, denominator)
    assert found["rate"] == pytest.approx(numerator / denominator)
    assert (found["n"], found["of"]) == (n, 3)


def test_organs_are_ranked_only_above_the_minimum(dataset: Dataset) -> None:
    found = rates.by_organ(dataset, Selection(years=(2021,)), "grant_rate")
    assert list(found["organ"]) == ["丙省人民政府", "甲市人民政府", "乙县财政局"]
    assert list(found["ranked"]) == [True, False, False]
    assert row(found, organ="甲市人民政府")["rate"] == 0.6
    assert row(found, organ="乙县财政局")["rate"] is None
    # two years together lift the city to 19 of 32, above thirty and above the province's 50 of 90
    both = rates.by_organ(dataset, ALL, "grant_rate")
    assert list(both["organ"]) == ["甲市人民政府", "丙省人民政府", "乙县财政局"]
    city = row(both, organ="甲市人民政府")
    assert (city["numerator"], city["denominator"], city["n"], city["of"]) == (19, 32, 2, 2)


def test_peers_are_of_one_level_and_kind(dataset: Dataset) -> None:
    found = rates.by_organ(dataset, ALL, "grant_rate")
    assert rates.peers(found) == [
        ("city", "government"),
        ("province", "government"),
        ("county", "department"),
    ]
    assert list(rates.among(found, ("province", "government"))["organ"]) == ["丙省人民政府"]


def test_the_passage_of_a_year(dataset: Dataset) -> None:
    found = requests.passage(dataset, ALL, 2021)
    # the province's blank reason leaves its report out: the city, and the bureau of zeros
    assert row(found, line="received") == {"line": "received", "value": 20, "n": 2, "of": 3}
    assert [row(found, line=key)["value"] for key in requests.OUTCOMES] == [12, 0, 3, 1, 2, 2]
    assert requests.sides(found) == (23, 23)
