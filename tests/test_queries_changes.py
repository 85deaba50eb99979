"""Two reports side by side: what may be compared, and by how much it differs."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.form import all_cells
from lib.queries.changes import comparable, differences, how_many
from tests import tiny


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, int], pd.Series]:
    """The city's reports by year and revision: 2020 on the 2019 form, 2021 on the 2021 form."""
    dataset = tiny.build(tmp_path_factory.mktemp("changes"))
    rows = dataset.table("reports").to_pandas()
    mine = rows[rows["organ_id"] == tiny.CITY.organ_id]
    return {(row["year"], row["revision"]): row for _, row in mine.iterrows()}


@pytest.fixture(scope="module")
def years(city: dict[tuple[int, int], pd.Series]) -> pd.DataFrame:
    return differences(city[2020, 1], city[2021, 2]).set_index("key")


@pytest.mark.parametrize(
    ("key", "before", "after", "difference", "relative"),
    [
        ("requests.received.total", 12, 20, 8, 8 / 12),
        ("requests.carried_out.business", 2, 0, -2, -1),
        ("requests.received.research", 0, 5, 5, None),  # from nothing there is no percentage
        ("disclosure.penalties.decisions", 50, 40, -10, -0.2),
        ("requests.carried_in.total", 3, 3, 0, 0),
    ],
)
def test_a_cell_of_both_forms(
    years: pd.DataFrame, key: str, before: int, after: int, difference: int, relative: float | None
) -> None:
    row = years.loc[key]
    assert (row["before"], row["after"], row["difference"]) == (before, after, difference)
    assert row["kind"] == "same" and row["changed"] == (difference != 0)
    assert pd.isna(row["relative"]) if relative is None else row["relative"] == relative


def test_handled_otherwise_is_compared_as_a_sum(years: pd.DataFrame) -> None:
    row = years.loc["requests.other.total"]
    # 2 in the one row of the 2019 form; 1 not corrected and 1 for the rest in the 2021 form
    assert (row["before"], row["after"], row["difference"], row["kind"]) == (2, 2, 0, "sum")
    assert row["cell_after"] == "requests.other_not_corrected.total"
    assert "requests.other_rest.total" not in years.index


def test_where_the_form_broke_nothing_is_subtracted(years: pd.DataFrame) -> None:
    row = years.loc["disclosure.fees.amount"]
    assert pd.isna(row["before"]) and row["after"] == 12.5 and pd.isna(row["difference"])
    assert row["kind"] == "break" and "Never joined" in row["note_en"] and not row["changed"]
    stock = years.loc["disclosure.normative_documents.published_total"]
    assert (stock["before"], stock["kind"]) == (40, "break") and pd.isna(stock["after"])
    repealed = years.loc["disclosure.normative_documents.repealed"]
    assert (repealed["after"], repealed["kind"]) == (1, "one_side")


def test_backwards_the_sum_is_on_the_other_side(city: dict[tuple[int, int], pd.Series]) -> None:
    rows = differences(city[2021, 2], city[2020, 1]).set_index("key")
    row = rows.loc["requests.other_not_corrected.total"]
    assert (row["before"], row["after"], row["cell_after"]) == (2, 2, "requests.other.total")
    assert "requests.other.total" not in rows.index


def test_two_revisions_of_a_year(city: dict[tuple[int, int], pd.Series]) -> None:
    rows = differences(city[2021, 1], city[2021, 2])
    assert set(rows["kind"]) == {"same"} and len(rows) == 200
    row = rows.set_index("key").loc["requests.received.total"]
    assert (row["before"], row["after"], row["difference"]) == (999, 20, -979)
    # 43 numbers of the second print are not 0; handled and received differ, all others were 0
    assert how_many(city[2021, 1], city[2021, 2]) == sum(
        value != tiny.SUPERSEDED.get(key, 0) for key, value in tiny.CITY_2021.items()
    )


def test_a_blank_is_no_number_but_a_change(city: dict[tuple[int, int], pd.Series]) -> None:
    blank = city[2021, 2].copy()
    blank["requests.received.total"] = None
    row = differences(blank, city[2021, 2]).set_index("key").loc["requests.received.total"]
    assert pd.isna(row["before"]) and pd.isna(row["difference"]) and row["changed"]


def test_nothing_of_either_form_is_lost(years: pd.DataFrame) -> None:
    said = set(years.index) | set(years["cell_before"]) | set(years["cell_after"])
    left = {cell.key for cell in all_cells()} - said
    # the second and third of the three rows that are one in the 2019 form
    assert {key.split(".")[1] for key in left} == {"other_fee_unpaid", "other_rest"}


def test_old_tables_are_not_set_beside_the_form(city: dict[tuple[int, int], pd.Series]) -> None:
    old = city[2020, 1].copy()
    old["edition_statistics"] = "2014"
    assert not comparable(old, city[2021, 2])
    assert comparable(city[2020, 1], city[2021, 2])
