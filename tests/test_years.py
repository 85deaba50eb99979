"""One year against the next: every number here is typed, its sums done by eye."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lib import neighbours
from lib.checks import copied
from lib.checks.on_time import OnTime, limit, on_time
from lib.checks.powers import can_make_regulations
from lib.checks.years import CARRIED, check_pair
from lib.dataset import Dataset
from lib.queries import quality, series
from lib.selection import Selection
from tests.findings_cases import ELSE, OTHER, OWN
from tests.tiny import BUREAU, CITY, CITY_2020, CITY_2021, report

IN = "requests.carried_in."
OUT = "requests.carried_out."


def codes(found: object) -> list[str]:
    return [each.code for each in found]  # type: ignore[attr-defined]


def test_carried_over_is_compared_in_all_seven_columns() -> None:
    assert len(CARRIED) == 7
    for relation in CARRIED:
        before, after = {relation.before[0]: 3}, {relation.cell: 2}
        (found,) = check_pair(2022, before, after)
        assert (found.code, found.cells) == ("years.carried_over", (relation.cell,))
        assert (found.expected, found.printed, found.difference) == (3, 2, -1)


def test_a_blank_is_compared_with_nothing() -> None:
    assert check_pair(2022, {OUT + "total": 3}, {IN + "total": None}) == ()
    assert check_pair(2022, {OUT + "total": 3}, {}) == ()


def test_documents_in_force_are_followed_for_both_rows() -> None:
    for row in ("regulations", "normative_documents"):
        at = f"disclosure.{row}."
        before = {at + "in_force": 698}
        # 665 + 88 - 55 = 698 is what the year before says
        assert (
            check_pair(
                2022, {at + "in_force": 665}, before | {at + "made": 88, at + "repealed": 55}
            )
            == ()
        )
        (found,) = check_pair(
            2022, {at + "in_force": 664}, before | {at + "made": 88, at + "repealed": 55}
        )
        assert (found.code, found.expected, found.printed) == ("years.in_force", 697, 698)


def test_items_of_two_years_that_are_the_same_although_a_change_was_given() -> None:
    """2648 and -18 leave 2630; the year after says 2648 again."""
    at = "disclosure.penalties."
    before = {at + "items_last_year": 2648, at + "items_change": -18}
    (found,) = check_pair(2020, before, {at + "items_last_year": 2648})
    assert (found.code, found.expected, found.printed) == ("years.items", 2630, 2648)
    assert "与上年的数相同" in found.zh and "the same as the year before" in found.en


@pytest.mark.parametrize(
    ("before", "after", "leap"),
    [
        (1, 6, False),
        (6, 1, False),
        (10, 51, True),
        (10, 50, False),
        (300, 55, True),
        (0, 49, False),
    ],
)
def test_a_leap_needs_a_number_worth_the_word(before: int, after: int, leap: bool) -> None:
    key = "requests.received.total"
    assert codes(check_pair(2022, {key: before}, {key: after})) == (["years.jump"] if leap else [])


def test_a_fee_in_yuan_is_a_slip_of_the_unit_and_no_leap() -> None:
    key = "disclosure.fees.amount"
    assert codes(check_pair(2022, {key: 412.6}, {key: 3985000})) == ["years.fee_unit"]
    assert codes(check_pair(2022, {key: 3985000.0}, {key: 412.6})) == ["years.fee_unit"]
    assert codes(check_pair(2022, {key: 100}, {key: 900})) == ["years.jump"]


def test_two_years_alike_are_only_said_where_chance_would_not_do_it() -> None:
    small = {"requests.granted.natural_person": 1, "requests.granted.total": 1}
    assert check_pair(2022, small, small) == ()
    busy = {"disclosure.licences.decisions": 4127, "disclosure.penalties.decisions": 968}
    busy["requests.granted.natural_person"] = 12
    assert codes(check_pair(2022, busy, busy)) == ["years.identical"]


# --- dates and powers -----------------------------------------------------------------------------


def test_the_date_depends_on_the_kind_and_the_year() -> None:
    assert str(limit(2023, "department")) == "2024-01-31"
    assert str(limit(2023, "government")) == "2024-03-31"
    assert str(limit(2018, "department")) == "2019-03-31"  # the old Regulation had one date
    assert limit(2023, "other") is None
    assert on_time(None, 2023, "department") is OnTime.UNKNOWN
    late = limit(2023, "government")
    assert late and on_time(late, 2023, "government") is OnTime.ON_TIME
    assert on_time(late, 2023, "department") is OnTime.LATE
    assert on_time(late, 2023, "") is OnTime.UNKNOWN


def test_who_can_make_regulations() -> None:
    assert can_make_regulations("province", "government")
    assert can_make_regulations("city", "government")
    assert can_make_regulations("national", "department")
    assert can_make_regulations("county", "government") is False
    assert can_make_regulations("city", "department") is False
    assert can_make_regulations("", "government") is None


# --- text -----------------------------------------------------------------------------------------


def test_numbers_and_names_do_not_hide_a_copy() -> None:
    one = OWN.replace("每个季度", "全年12次、每个季度") + OTHER
    other = OWN.replace("每个季度", "全年9次、每个季度") + OTHER
    here = copied.ready({"overview": "甲县审计局" + one}, "甲县审计局")
    there = copied.ready({"overview": "乙县审计局" + other}, "乙县审计局")
    found = copied.likeness(here, there)
    assert found is not None and found.share > 0.95
    assert any("每个季度抽查" in passage.here for passage in found.passages)


def test_what_every_report_says_is_no_copy() -> None:
    common = (
        "本报告根据《中华人民共和国政府信息公开条例》的要求编制，全文由总体情况等六个部分组成。"
        "本报告中所列数据的统计期限自2023年1月1日至2023年12月31日。"
        "如有疑问，请与某县某局办公室联系，联系电话和地址见网站首页下方的联系方式一栏。"
    )
    assert copied.ready({"overview": common}).bare == ()
    one, other = (copied.ready({"overview": common + text}) for text in (OWN + OTHER, ELSE + ELSE))
    assert copied.likeness(one, other) is None


def test_candidates_leave_out_what_everybody_says() -> None:
    marks = {str(at): {1: 30, 100 + at: 40} for at in range(40)}
    assert copied.candidates(marks) == []
    marks["a"], marks["b"] = {7: 50, 8: 50}, {7: 50, 9: 20}
    assert copied.candidates(marks) == [("a", "b")]


# --- over a dataset -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The city carries 3 out of 2020 (1 person, 2 businesses) and 3 into 2021 (3 persons); the
    bureau's 2021 report came out a day late with last year's text; its 2022 report is missing."""
    made = Dataset(tmp_path_factory.mktemp("years"))
    text = {"overview": OWN, "problems": OTHER}
    late = limit(2022, "department")
    assert late is not None
    busy: dict[str, float | None] = {
        "requests.received.total": 30,
        "requests.received.business": 30,
    }
    made.add(
        [
            (report(CITY, 2020, CITY_2020), CITY),
            (report(CITY, 2021, CITY_2021), CITY),
            (replace(report(BUREAU, 2020, {}), sections=text), BUREAU),
            (
                replace(
                    report(BUREAU, 2021, busy),
                    sections=text,
                    published=late.replace(month=2, day=1),
                ),
                BUREAU,
            ),
            (report(CITY, 2022, CITY_2021), CITY),
            (report(BUREAU, 2023, {}), BUREAU),
        ],
        invented=True,
    )
    return made


def test_the_whole_dataset_at_once(dataset: Dataset) -> None:
    found = quality.findings(dataset, Selection())
    got = {(row.organ, row.year, row.code) for row in found.itertuples()}
    assert ("甲市人民政府", 2021, "years.carried_over") in got
    assert ("甲市人民政府", 2022, "years.in_force") in got  # 44 + 5 - 1 = 48, and it says 44
    assert ("乙县财政局", 2021, "copied.year") in got
    row = found[found["code"] == "years.carried_over"].iloc[0]
    # natural persons 1 against 3, businesses 2 against 0; the total is 3 in both
    assert list(row["cells"]) == [IN + "natural_person", IN + "business"]
    assert row["mend_zh"] and row["mend_en"]
    counted = quality.by_code(found).set_index("code")
    assert counted.at["years.in_force", "findings"] == 2  # and 7 + 0 - 2 = 5 for 规章


def test_a_selected_year_is_still_compared_with_the_one_before(dataset: Dataset) -> None:
    found = series.between_years(dataset, Selection(years=(2021,)))
    assert set(found["year"]) == {2021}
    assert "years.carried_over" in set(found["code"])


def test_bulk_and_single_say_the_same(dataset: Dataset) -> None:
    bulk = series.between_years(dataset, Selection(organs=(CITY.organ_id,), years=(2021,)))
    single = neighbours.against(dataset, report(CITY, 2021, CITY_2021), CITY)
    alone = [each.zh for each in single if "2022" not in each.zh]
    assert sorted(bulk["zh"]) == sorted(alone)


def test_coverage_says_what_became_of_each_year(dataset: Dataset) -> None:
    found = quality.findings(dataset, Selection())
    matrix = quality.coverage(dataset, Selection(), found)
    status = {(row.organ, row.year): row.status for row in matrix.itertuples()}
    assert status["乙县财政局", 2021] == "late"
    assert status["乙县财政局", 2022] == "missing"
    assert status["乙县财政局", 2020] == "unknown"
    assert status["甲市人民政府", 2023] == "missing"
    carried = matrix[(matrix["organ"] == "甲市人民政府") & (matrix["year"] == 2021)].iloc[0]
    assert carried["warning"] >= 1


def test_governments_are_held_against_their_own_organs(tmp_path: Path) -> None:
    name = "乙县人民政府"
    county = replace(BUREAU, organ_id=f"990102:{name}", name=name, kind="government")
    other = replace(BUREAU, organ_id="990102:乙县审计局", name="乙县审计局")
    made = Dataset(tmp_path)

    def asked(number: int) -> dict[str, float | None]:
        return {"requests.received.natural_person": number, "requests.received.total": number}

    made.add([(report(county, 2021, asked(10)), county), (report(BUREAU, 2021, asked(8)), BUREAU),
              (report(other, 2021, asked(4)), other)])  # fmt: skip
    (row,) = series.between_levels(made, Selection()).to_dict("records")
    assert (row["organ"], row["expected"], row["printed"]) == ("乙县人民政府", 12, 10)


def test_each_neighbour_is_taken_from_the_files_or_else_from_the_dataset(tmp_path: Path) -> None:
    """The year before is among the files, the year after in the dataset: both are held against."""
    made = Dataset(tmp_path)
    made.add([(report(CITY, 2022, {IN + "total": 9, IN + "business": 9}), CITY)])
    files = [(report(CITY, 2021, CITY_2021), CITY), (report(CITY, 2020, CITY_2020), CITY)]
    (_, own), (_, first) = neighbours.together(files, made)
    carried = [each for each in own if each.code == "years.carried_over"]
    # 2020 carries out 1 person and 2 businesses, 2021 carries in 3 persons; 2021 carries out
    # 2 persons and 1 institute, 2022 carries in 9 businesses
    assert [IN + "research" in each.cells for each in carried] == [False, True]
    assert not first


def test_two_files_of_one_year_are_both_held_against_the_year_before() -> None:
    now = report(CITY, 2021, CITY_2021)
    other = replace(now, name="other.html")
    before = report(CITY, 2020, CITY_2020)
    found = dict(
        (each.name, {one.code for one in said})
        for each, said in neighbours.together([(now, CITY), (other, CITY), (before, CITY)])
    )
    assert "years.carried_over" in found[now.name] and "years.carried_over" in found["other.html"]
