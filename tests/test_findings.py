"""Every kind of finding: a case that calls it forth, one that does not, and its words."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from lib.findings import CODES, Finding, bounded
from lib.form import all_cells
from lib.intake import intake
from lib.mends import MENDS
from lib.old_form import indicators
from tests.findings_cases import CASES, DATA, PENALTIES, example, page

HAN = re.compile(r"[\u4e00-\u9fff]")
CELLS = {cell.key for cell in all_cells()} | {each.key for each in indicators()}


def test_every_code_has_its_case() -> None:
    assert set(CASES) == set(CODES)
    assert set(MENDS) <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_case_calls_it_forth(code: str) -> None:
    finding = example(code)
    assert finding.severity is CODES[code].severity
    assert HAN.search(finding.zh) and re.search(r"[a-z]{2} [a-z]", finding.en)
    assert finding.mend_zh and finding.mend_en
    # rows that only a local table has are named by their own labels
    assert {key for key in finding.cells if not key.startswith("statistics.local.")} <= CELLS


@pytest.mark.parametrize("code", CODES)
def test_the_other_case_does_not(code: str) -> None:
    assert code not in {finding.code for finding in CASES[code].quiet()}


def test_the_difference_is_printed_less_expected() -> None:
    finding = Finding("sum.remedies", "一", "one", expected=Decimal(11), printed=Decimal(0))
    assert finding.difference == -11
    assert Finding("sum.remedies", "一", "one").difference is None


def test_a_check_that_knows_better_says_what_would_mend_it() -> None:
    """By eye: 3 + 2 + 1 + 4 = 10, and the total says 0."""
    broken = example("sum.remedies")
    assert (broken.expected, broken.printed) == (10, 0)
    assert "改为10" in broken.mend_zh and "with 10" in broken.mend_en
    one = example("sum.one_cell")
    # refused_process of natural persons is 3 and prints 30: row and column each are 27 too many
    assert one.cells == ("requests.refused_process.natural_person",)
    assert (one.expected, one.printed) == (3, 30)


def test_the_page_of_findings_is_current() -> None:
    """python -m tests.findings_cases writes it."""
    shipped = Path(__file__).parents[1] / "docs" / "findings.md"
    assert shipped.read_text(encoding="utf-8") == page()


def test_of_many_findings_of_one_kind_the_rest_are_counted() -> None:
    same = [Finding("row.repeated", "一", "one", (f"requests.row.{n}",)) for n in range(203)]
    other = Finding("organ.unknown", "二", "two")
    found = bounded([*same, other])
    assert found[:-1] == (*same[:200], other)
    assert "3" in found[-1].zh and "3 more" in found[-1].en
    assert found[-1].cells == ("requests.row.200", "requests.row.201", "requests.row.202")
    assert bounded([*same[:200], other]) == (*same[:200], other)


def test_a_page_that_repeats_a_row_without_end_says_how_often() -> None:
    row = "| 行政征收 | 5 |\n"
    text = DATA.decode()
    assert text.count(PENALTIES) == 1
    many = text.replace(PENALTIES, f"{PENALTIES}  |  |\n{row * 3000}| 行政征收 | 6")
    found = intake("报告.md", many.encode()).findings
    assert len(found) < 220
    assert any("2801 more" in finding.en for finding in found)
