"""Invented reports keep every promise of the form, and parse back to themselves in every format."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib import form
from lib.checks import check
from lib.dataset import open_dataset
from lib.intake import intake
from lib.parsing.report import Report, State
from lib.synthetic import (
    FAULTS,
    FORMATS,
    Habits,
    invent_organs,
    invent_report,
    invent_reports,
    plant,
    write,
)

Chains = dict[str, dict[int, Report]]
APPLICANTS = [column.key for column in form.leaves(form.REQUESTS.blocks[0].columns, "2021")]
PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
    "广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
)


@pytest.fixture(scope="module")
def chains() -> Chains:
    """Every organ's reports by year, without faults."""
    found: Chains = {}
    for report, organ in invent_reports(seed=1, faults=0.0):
        found.setdefault(organ.organ_id, {})[report.year] = report
    return found


def number(report: Report, cell: str) -> Decimal:
    """The number, blank or «/» as the zero the inventor had in mind."""
    return report.value(cell) or Decimal(0)


def test_every_promise_of_the_form_holds(chains: Chains) -> None:
    checked = 0
    for years in chains.values():
        for report in years.values():
            for table, key in report.editions.items():
                for promise in form.identities(form.edition(key), table):
                    left = sum(number(report, cell) for cell in promise.left)
                    assert left == sum(number(report, cell) for cell in promise.right), promise
                    checked += 1
            assert all(finding.code == "sum.blank_as_zero" for finding in check(report))
    assert checked > 40 * 4000


def consecutive(chains: Chains) -> list[tuple[Report, Report]]:
    pairs = [pair for years in chains.values() for pair in pairwise(years.values())]
    return [(one, two) for one, two in pairs if two.year == one.year + 1]


def test_what_is_carried_over_is_carried_in(chains: Chains) -> None:
    moved = 0
    for one, two in consecutive(chains):
        for column in APPLICANTS:
            out = number(one, f"requests.carried_out.{column}")
            assert out == number(two, f"requests.carried_in.{column}"), (two.title, column)
            moved += out > 0
    assert moved > 1000


def test_documents_in_force_follow_from_those_made_and_repealed(chains: Chains) -> None:
    compared = 0
    for one, two in consecutive(chains):
        if one.editions["disclosure"] != "2021":
            continue
        for row in ("regulations", "normative_documents"):
            made, repealed, after = (
                number(two, f"disclosure.{row}.{column}")
                for column in ("made", "repealed", "in_force")
            )
            assert after == number(one, f"disclosure.{row}.in_force") + made - repealed >= 0
            compared += made + repealed > 0
    assert compared > 500


def test_items_of_2020_follow_from_those_of_2019(chains: Chains) -> None:
    for one, two in consecutive(chains):
        if two.year == 2020:
            at = "disclosure.licences.items_"
            assert number(one, at + "last_year") + number(one, at + "change") == number(
                two, at + "last_year"
            )


def test_regulations_only_where_they_can_be_made(chains: Chains) -> None:
    able = {each.organ.organ_id for each in invent_organs(1) if each.makes_regulations}
    levels = {each.organ.level for each in invent_organs(1) if each.makes_regulations}
    kinds = {each.organ.kind for each in invent_organs(1) if each.makes_regulations}
    assert levels == {"province", "city"} and kinds == {"government"}
    cells = [c.key for c in form.all_cells() if c.row and c.row[-1].key == "regulations"]
    made = {
        organ
        for organ, years in chains.items()
        if any(number(report, cell) for report in years.values() for cell in cells)
    }
    assert made and made <= able


def test_zeros_dominate_and_fees_have_decimals(chains: Chains) -> None:
    reports = [report for years in chains.values() for report in years.values()]
    values = [
        number(report, cell.key)
        for report in reports[:500]
        for cell in form.cells(form.edition(report.editions["requests"]), "requests")
    ]
    assert 0.8 < values.count(Decimal(0)) / len(values) < 0.97
    fees = [report.value("disclosure.fees.amount") or Decimal(0) for report in reports]
    assert sum(fee != fee.to_integral_value() for fee in fees) > 500


def test_organs_are_invented_and_of_every_kind() -> None:
    organs = [each.organ for each in invent_organs()]
    assert len({organ.organ_id for organ in organs}) == len(organs) > 700
    assert {organ.level for organ in organs} == {"province", "city", "county", "town"}
    assert len({organ.kind for organ in organs}) == 5
    assert all(len(o.region_code) == 6 and o.region_code.startswith("9") for o in organs)
    assert len({organ.province for organ in organs}) == 6
    assert len({organ.city for organ in organs if organ.city}) == 30
    assert len({organ.county for organ in organs if organ.county}) == 150
    assert not {organ.province for organ in organs} & {f"{name}省" for name in PROVINCES.split()}


def test_the_same_seed_makes_the_same_reports() -> None:
    organs = invent_organs()[:5]
    one = list(invent_reports(7, organs=organs))
    assert one == list(invent_reports(7, organs=organs))
    assert one != list(invent_reports(8, organs=organs))
    alone = [report for report, _ in invent_reports(7, organs=organs[3:4])]
    assert alone == [report for report, organ in one if organ == organs[3].organ]


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_are_found(fault: str) -> None:
    """Each planted fault breaks a promise within the year, or (carried_differently) none."""
    broken = {
        "wrong_row_total": {"sum.applicants"},
        "wrong_outcome_total": {"sum.balance", "sum.outcomes", "sum.applicants"},
        "unbalanced": {"sum.balance"},
        "forgotten_remedy_total": {"sum.remedies"},
        "carried_differently": set(),
    }
    planted = 0
    for seed in range(30):
        report = invent_report(seed)
        figures = {key: entry.value for key, entry in report.entries.items()}
        assert all(value is not None for value in figures.values())
        changed = plant(figures, np.random.default_rng(seed), fault)  # type: ignore[arg-type]
        if not changed:
            continue
        planted += 1
        codes = set()
        for promise in form.identities(form.E2021):
            sums = [sum(figures[key] for key in side) for side in (promise.left, promise.right)]  # type: ignore[misc]
            if sums[0] != sums[1]:
                codes.add(f"sum.{promise.rule}")
        expected = broken.get(fault)
        if fault == "wrong_row_total":  # the row may be one of those that balance or add up
            assert "sum.applicants" in codes
        else:
            assert codes == expected if expected is not None else codes, (fault, changed)
    assert planted > 5


# --- every format ---------------------------------------------------------------------------------


def differences(sent: Report, got: Report) -> list[Any]:
    wrong: list[Any] = [
        (key, entry.text, got.entries.get(key))
        for key, entry in sent.entries.items()
        if key not in got.entries
        or (got.entries[key].value, got.entries[key].state) != (entry.value, entry.state)
    ]
    for name in ("organ", "year", "title", "published", "editions"):
        if getattr(sent, name) != getattr(got, name):
            wrong.append((name, getattr(got, name)))
    return wrong


MIXED = {"disclosure": "2021", "requests": "2019", "remedies": "2019"}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**31), year=st.sampled_from([2019, 2020, 2021, 2023, 2025]))
def test_a_report_parses_back_to_itself(name: str, seed: int, year: int) -> None:
    report = invent_report(seed, year)
    got = intake(*write(report, name))
    assert not differences(report, got)
    assert not got.findings
    assert set(got.sections) == {section.key for section in form.SECTIONS}


@pytest.mark.parametrize("name", FORMATS)
def test_a_2019_table_in_a_later_report_parses_back(name: str) -> None:
    report = invent_report(3, 2023, MIXED)
    got = intake(*write(report, name))
    assert not differences(report, got)
    assert [finding.code for finding in got.findings] == ["table.edition"]


def has_remedies(seed: int, year: int) -> bool:
    report = invent_report(seed, year, habits=Habits(zeros_blank=True))
    return any(e.value for key, e in report.entries.items() if key.startswith("remedies."))


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].keeps_blanks])
@pytest.mark.parametrize("year", [2020, 2022])
def test_blanks_come_back_as_blanks(name: str, year: int) -> None:
    seeds = [seed for seed in range(20) if has_remedies(seed, year)][:4]
    assert len(seeds) == 4
    for seed in seeds:
        habits = Habits(zeros_blank=True, slash_for_regulations=True)
        report = invent_report(seed, year, habits=habits)
        states = {entry.state for entry in report.entries.values()}
        assert {State.BLANK, State.REPORTED} <= states
        assert not differences(report, intake(*write(report, name)))


@pytest.mark.parametrize("name", ["html-plain", "text-tabs", "markdown"])
def test_a_section_four_blank_throughout(name: str) -> None:
    seed = next(seed for seed in range(50) if not has_remedies(seed, 2022))
    report = invent_report(seed, 2022, habits=Habits(zeros_blank=True))
    assert not differences(report, intake(*write(report, name)))


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_are_in_the_encoding_they_are_named_for(name: str) -> None:
    file, data = write(invent_report(1), name)
    assert file.endswith(FORMATS[name].suffix)
    decoded: dict[str, Callable[[], bool]] = {
        "bom": lambda: data.startswith(b"\xef\xbb\xbf"),
        "gbk": lambda: "政府信息公开" in data.decode("gb18030"),
        "": lambda: "政府信息公开" in data.decode("utf-8"),
    }
    kind = "bom" if "bom" in name else "gbk" if "gbk" in name else ""
    assert decoded[kind]()
    assert "虚构" in data.decode({"bom": "utf-8-sig", "gbk": "gb18030", "": "utf-8"}[kind])


# --- what ships -----------------------------------------------------------------------------------


def test_the_demonstration_dataset_is_invented_throughout() -> None:
    dataset = open_dataset("demo")
    reports = dataset.table("reports").to_pylist()
    assert 4500 < len(reports) < 6500
    assert all(row["invented"] and row["region_code"].startswith("9") for row in reports)
    assert all(row["source_url"] == "" and row["current"] for row in reports)
    assert {row["year"] for row in reports} == set(range(2019, 2026))
    organs = {row["organ_id"] for row in reports}
    assert len(reports) < 0.95 * 7 * len(organs)  # gaps in coverage
    assert dataset.uris("entries") == [] and dataset.uris("sections") == []
    counted: dict[str, int] = {}
    for finding in dataset.table("findings").to_pylist():
        if finding["severity"] == "error":
            counted[finding["report_id"]] = counted.get(finding["report_id"], 0) + 1
    assert counted == {row["report_id"]: row["n_errors"] for row in reports if row["n_errors"]}
    assert 0.02 < len(counted) / len(reports) < 0.08


def test_the_demonstration_dataset_is_current() -> None:
    """It is what the command makes now: the same reports with the same numbers."""
    shipped = {
        (row["organ_id"], row["year"]): row
        for row in open_dataset("demo").table("reports").to_pylist()
    }
    made = list(invent_reports())
    assert len(made) == len(shipped)
    for report, organ in made[::37]:
        row = shipped[organ.organ_id, report.year]
        assert row["source_sha256"] == report.sha256
        for cell in ("requests.received.total", "disclosure.fees.amount"):
            value = report.value(cell)
            assert row[cell] == (None if value is None else float(value))
