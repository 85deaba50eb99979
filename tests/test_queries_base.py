"""What is selected, and that threads do not disturb each other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.dataset import Dataset
from lib.queries import base, requests
from lib.selection import Selection
from tests import tiny


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


CITY_2020, CITY_2021 = ("甲市人民政府", 2020), ("甲市人民政府", 2021)
BUREAU_2021, PROVINCE_2021 = ("乙县财政局", 2021), ("丙省人民政府", 2021)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), {CITY_2020, CITY_2021, BUREAU_2021, PROVINCE_2021}),
        (Selection(years=(2020,)), {CITY_2020}),
        (Selection(regions=("99",), years=(2021,)), {CITY_2021, BUREAU_2021}),
        (Selection(regions=("990102", "98")), {BUREAU_2021, PROVINCE_2021}),
        (Selection(levels=("county",)), {BUREAU_2021}),
        (Selection(kinds=("government",), years=(2021,)), {CITY_2021, PROVINCE_2021}),
        (Selection(organs=(tiny.PROVINCE.organ_id,)), {PROVINCE_2021}),
        (Selection(regions=("97",)), set()),
    ],
)
def test_selection(dataset: Dataset, selection: Selection, expected: set[tuple[str, int]]) -> None:
    found = base.reports(dataset, selection).select("organ", "year").execute()
    assert sorted(zip(found["organ"], found["year"], strict=True)) == sorted(expected)


def test_only_the_current_revision_is_counted(dataset: Dataset) -> None:
    found = base.reports(dataset, Selection(organs=(tiny.CITY.organ_id,), years=(2021,))).execute()
    assert list(found["requests.received.total"]) == [20]
    assert list(found["revision"]) == [2]


def test_a_dataset_not_yet_written_has_no_reports(tmp_path: Path) -> None:
    found = requests.flow(Dataset(tmp_path / "nowhere"), Selection())
    assert found.empty
    assert list(found.columns) == ["year", "line", "value", "n", "of"]


def test_a_new_commit_is_seen(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    dataset.add([(tiny.report(tiny.CITY, 2020, tiny.CITY_2020), tiny.CITY)])
    assert base.reports(dataset, Selection()).count().execute() == 1
    dataset.add([(tiny.report(tiny.BUREAU, 2021, tiny.BUREAU_2021), tiny.BUREAU)])
    assert base.reports(dataset, Selection()).count().execute() == 2


def test_a_quantity_is_null_where_a_part_is(dataset: Dataset) -> None:
    rows = base.reports(dataset, Selection(years=(2021,)))
    found = rows.select("organ", x=base.quantity(rows, "requests.refused.total")).execute()
    values = dict(zip(found["organ"], found["x"], strict=True))
    assert values["甲市人民政府"] == 3
    assert values["乙县财政局"] == 0
    assert values["丙省人民政府"] is None or values["丙省人民政府"] != values["丙省人民政府"]


def test_threads_query_at_once(dataset: Dataset) -> None:
    def received(year: int) -> int:
        found = requests.flow(dataset, Selection(years=(year,)))
        return int(found.loc[found["line"] == "received", "value"].iloc[0])

    years = [2020, 2021] * 20
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(received, years)) == [12, 120] * 20


def test_an_ended_thread_leaves_its_connection_to_the_next(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)

    def backend() -> int:
        with ThreadPoolExecutor(1) as pool:
            return id(pool.submit(base.connect, dataset).result())

    assert len({backend() for _ in range(3)}) == 1
