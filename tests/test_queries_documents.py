"""Section two over the tiny dataset: what the two forms do not share is never joined."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from lib.dataset import Dataset
from lib.queries import documents
from lib.selection import Selection
from tests import tiny
from tests.test_queries_requests import row

ALL = Selection()


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def test_documents(dataset: Dataset) -> None:
    found = documents.documents(dataset, ALL)
    normative = found[found["row"] == "normative_documents"]
    assert [tuple(r) for r in normative[["year", "column", "value", "n", "of"]].to_numpy()] == [
        (2020, "made", 3, 1, 1),
        (2021, "made", 5, 3, 3),
        (2021, "repealed", 1, 3, 3),
        (2020, "published_total", 40, 1, 1),
        (2021, "in_force", 44, 2, 3),  # the province left it blank
    ]


def test_published_total_and_in_force_are_two_series(dataset: Dataset) -> None:
    found = documents.documents(dataset, ALL)
    assert set(found.loc[found["column"] == "published_total", "year"]) == {2020}
    assert set(found.loc[found["column"].isin(("in_force", "repealed")), "year"]) == {2021}


def test_decisions(dataset: Dataset) -> None:
    found = documents.decisions(dataset, ALL)
    assert row(found, year=2020, row="licences")["value"] == 100
    assert row(found, year=2021, row="licences")["value"] == 120
    assert row(found, year=2021, row="coercion")["value"] == 6


def test_fees_are_money_in_one_form_and_items_in_the_other(dataset: Dataset) -> None:
    money = documents.fee_amount(dataset, ALL)
    assert [tuple(r) for r in money[["year", "value", "n", "of"]].to_numpy()] == [
        (2021, 12.5, 2, 3)
    ]
    items = documents.fee_items(dataset, ALL)
    assert [tuple(r) for r in items[["year", "column", "value"]].to_numpy()] == [
        (2020, "items_last_year", 4),
        (2020, "items_change", -1),
    ]


def test_the_stock_follows_from_the_year_before(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    in_force, made, repealed = (
        f"disclosure.normative_documents.{column}" for column in ("in_force", "made", "repealed")
    )
    numbers = {
        2021: {in_force: 40, made: 9, repealed: 9},  # nothing before it in the 2021 form
        2022: {in_force: 44, made: 6, repealed: 2},  # 40 + 6 - 2
        2023: {in_force: 50, made: 5, repealed: 1},  # 44 + 5 - 1 = 48
        2025: {in_force: 50, made: 0, repealed: 0},  # no report for 2024
    }
    dataset.add([(tiny.report(tiny.CITY, year, each), tiny.CITY) for year, each in numbers.items()])
    found = documents.continuity(dataset, Selection(), "normative_documents")
    assert list(found["year"]) == [2022, 2023, 2025]
    assert [None if pd.isna(v) else int(v) for v in found["expected"]] == [44, 48, None]
    assert [None if pd.isna(v) else int(v) for v in found["gap"]] == [0, 2, None]
    counted = documents.kept_by_year(found)
    assert dict(zip(counted["year"], counted["state"], strict=True)) == {
        2022: "holds", 2023: "broken", 2025: "unknown",
    }  # fmt: skip
    # a year chosen alone still knows the year before it
    alone = documents.continuity(dataset, Selection(years=(2023,)), "normative_documents")
    assert list(alone["gap"]) == [2]
