"""Comparison over the tiny dataset; every expected number is added up by hand in tiny.py."""

from __future__ import annotations

import pandas as pd
import pytest

from lib import population
from lib.dataset import Dataset
from lib.measures import MEASURES
from lib.population import NotATable, read_table
from lib.queries import compare
from lib.selection import Selection
from tests import tiny
from tests.test_queries_requests import row

ALL = Selection()


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def test_a_rate_is_taken_over_the_sums_of_its_members(dataset: Dataset) -> None:
    found = compare.by_year(dataset, Selection(years=(2021,)), "grant_rate", "all")
    # city 12 of 20, bureau 0 of 0, province 50 of 90
    assert row(found, year=2021) == {
        "member": "all", "year": 2021, "name": "", "province": "", "city": "",
        "numerator": 62, "denominator": 110, "value": pytest.approx(62 / 110), "n": 3, "of": 3,
    }  # fmt: skip


def test_members_are_places_at_their_own_depth(dataset: Dataset) -> None:
    provinces = compare.by_year(dataset, ALL, "n_received", "province")
    values = {(r.member, r.year): r.value for r in provinces.itertuples()}
    assert values == {("98", 2021): 100, ("99", 2020): 12, ("99", 2021): 20}
    # the province's own organs are in no city, the city's in no county
    assert set(compare.by_year(dataset, ALL, "n_received", "city")["member"]) == {"9901"}
    assert set(compare.by_year(dataset, ALL, "n_received", "county")["member"]) == {"990102"}


def test_peers_are_of_one_level_and_kind(dataset: Dataset) -> None:
    found = compare.by_year(dataset, ALL, "n_licences", "peers")
    assert row(found, member="county.department")["value"] == 10
    assert row(found, member="city.government", year=2020)["value"] == 100


def test_what_is_not_given_is_null_and_counted(dataset: Dataset) -> None:
    # the bureau's amount and the province's blank: 12.5 of the city, 0 of the province
    fees = compare.by_year(dataset, Selection(years=(2021,)), "fee_amount", "organ")
    bureau = row(fees, member=tiny.BUREAU.organ_id)
    assert (bureau["value"], bureau["n"], bureau["of"]) == (None, 0, 1)
    assert row(fees, member=tiny.CITY.organ_id)["value"] == 12.5


def test_net_change_and_clearance(dataset: Dataset) -> None:
    of_2021 = Selection(years=(2021,), organs=(tiny.CITY.organ_id,))
    keys = ["n_normative_documents_net", "normative_documents_clearance"]
    found = compare.by_member(dataset, of_2021, keys, "organ")
    city = row(found, member=tiny.CITY.organ_id)
    assert city["value0"] == 4  # 5 made, 1 repealed
    # 44 in force, less 5 made, 1 repealed: 40 at the year's start
    assert (city["numerator1"], city["denominator1"], city["value1"]) == (1, 40, 0.025)


def test_two_indicators_side_by_side_and_what_may_be_ranked(dataset: Dataset) -> None:
    found = compare.by_member(
        dataset, Selection(years=(2021,)), ["grant_rate", "n_handled"], "organ"
    )
    province = row(found, member=tiny.PROVINCE.organ_id)
    assert (province["numerator0"], province["denominator0"], province["ranked0"]) == (50, 90, True)
    city = row(found, member=tiny.CITY.organ_id)
    assert (city["denominator0"], city["ranked0"], city["ranked1"]) == (20, False, True)
    bureau = row(found, member=tiny.BUREAU.organ_id)
    assert (bureau["denominator0"], bureau["value0"], bureau["value1"]) == (0, None, 0)


def test_change_on_the_year_before(dataset: Dataset) -> None:
    city = Selection(organs=(tiny.CITY.organ_id,))
    number = compare.changed(compare.by_year(dataset, city, "n_received", "organ"), "n_received")
    assert list(number["value"].astype(object).where(number["value"].notna(), None)) == [
        None, pytest.approx(8 / 12),
    ]  # fmt: skip
    share = compare.changed(compare.by_year(dataset, city, "grant_rate", "organ"), "grant_rate")
    assert row(share, year=2021)["value"] == pytest.approx(12 / 20 - 7 / 12)


def test_a_year_without_a_report_is_no_year_before() -> None:
    frame = pd.DataFrame(
        {"member": ["a", "a", "b"], "year": [2020, 2022, 2021], "value": [1, 2, 3]}
    )
    frame["value"] = frame["value"].astype("Float64")
    assert compare.changed(frame, "n_received")["value"].isna().all()
    zero = frame.assign(member="a", year=[2019, 2020, 2021], value=[0, 5, 10]).astype(
        {"value": "Float64"}
    )
    assert list(compare.changed(zero, "n_received")["value"].fillna(-9)) == [-9, -9, 1]


def test_per_resident_only_where_somebody_gave_their_number(dataset: Dataset) -> None:
    frame = compare.by_year(dataset, Selection(years=(2021,)), "n_received", "province")
    found = compare.per_resident(frame, {"98": 2_000_000})
    assert row(found, member="98")["value"] == 5
    assert row(found, member="99")["value"] is None


def test_percentile_of_ties_and_of_one() -> None:
    values = pd.Series([1, 2, 2, 3], dtype="Float64")
    assert compare.percentile(values, 2) == 50
    assert compare.percentile(values.head(1), 1) is None


def test_the_census_has_every_province_of_the_communique() -> None:
    # read from 第七次全国人口普查公报(第三号), table 3-1
    known = population.census()
    assert len(known) == 31
    assert (known["11"], known["54"], known["44"]) == (21893095, 3648100, 126012510)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("place,people\n43,1\n", "code"),
        ("code,population\n4,100\n", "Line 2"),
        ("code,population\n43,many\n", "Line 2"),
        ("code,population\n43,0\n", "cannot be"),
        ("code,population\n43,5\n430000,6\n", "two different"),
    ],
)
def test_a_table_of_residents_that_cannot_be_used_says_why(table: str, told: str) -> None:
    with pytest.raises(NotATable, match=told) as caught:
        read_table(table)
    assert caught.value.zh


def test_residents_with_commas_and_a_byte_order_mark() -> None:
    assert read_table('\ufeffname,code,population\n甲,430203,"1,234"\n') == {"430203": 1234}


def test_every_theme_is_of_known_indicators() -> None:
    from lib.measures import THEMES

    keys = [key for group in THEMES.values() for key in group]
    assert len(keys) == len(set(keys)) == len(MEASURES)
