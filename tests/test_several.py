"""Several reports in one file: one is read, the others are named, and never are numbers of two put
together. All reports here are invented."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from lib.form import E2021
from lib.intake import intake
from lib.parsing.report import Report
from lib.synthetic import invent_report
from lib.synthetic.writers import write
from tests.office_files import docx_of
from tests.printed import Table, copied, html, numbers, tables

FIGURES = numbers()
COUNTY = "石浦县2023年政府信息公开工作年度报告"
TOWN = "石浦县东街镇2023年政府信息公开工作年度报告"
HEADINGS = (
    "<p>一、总体情况</p><p>略。</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>"
)


def named(report: Report) -> str:
    """What is said of several reports, "" where nothing is."""
    return "".join(each.zh for each in report.findings if each.code == "report.several")


def other() -> list[Table]:
    return copied(tables(figures=numbers(offset=100)))


@pytest.mark.parametrize("second", [TOWN, "石浦县2022年政府信息公开工作年度报告"])
@pytest.mark.parametrize("lost", [None, 0, 1, 2])
def test_the_first_of_two_is_read(second: str, lost: int | None) -> None:
    """A table that the first lacks is not taken from the other."""
    first = [table for at, table in enumerate(tables()) if at != lost]
    report = intake("x.html", (html(first, COUNTY) + html(other(), second)).encode())
    assert (report.organ, report.year) == ("石浦县", 2023)
    assert f"《{COUNTY}》、《{second}》" in named(report)
    given = {key: entry.value for key, entry in report.entries.items() if entry.value is not None}
    assert all(FIGURES[key] == value for key, value in given.items())
    assert (len(given) == len(FIGURES)) == (lost is None)


def test_the_one_that_the_page_names_is_read() -> None:
    page = f"<title>{COUNTY}</title>" + html(other(), TOWN) + html(tables(), COUNTY)
    report = intake("x.html", page.encode())
    assert report.organ == "石浦县" and TOWN in named(report)
    assert {key: entry.value for key, entry in report.entries.items()} == FIGURES


def test_a_section_four_under_anothers_title_is_not_the_firsts() -> None:
    page = html(tables()[:2], COUNTY) + html(other()[2:], TOWN)
    report = intake("x.html", page.encode())
    assert TOWN in named(report)
    assert report.value("remedies.reconsideration.total") is None


def test_two_in_a_word_document() -> None:
    one, two = invent_report(1, 2023), invent_report(2, 2023)
    joined: Any = docx.Document(io.BytesIO(docx_of(one)))
    below: Any = docx.Document(io.BytesIO(docx_of(two)))
    for element in list(below.element.body)[:-1]:
        joined.element.body.insert(len(joined.element.body) - 1, element)
    made = io.BytesIO()
    joined.save(made)
    report = intake("x.docx", made.getvalue())
    assert report.organ == one.organ and two.title in named(report)
    assert all(report.value(key) == entry.value for key, entry in one.entries.items())


@pytest.mark.parametrize(
    "layout",
    ["text-cells", "text-pipes", "text-tabs", "text-run-together", "text-row-a-line", "markdown"],
)
def test_two_in_a_text(layout: str) -> None:
    one, two = (write(invent_report(seed, 2023), layout) for seed in (1, 2))
    report = intake(one[0], one[1] + b"\n\n" + two[1])
    first, second = invent_report(1, 2023), invent_report(2, 2023)
    assert report.organ == first.organ and second.title in named(report)
    alone = intake(*one)
    assert {key: e.value for key, e in report.entries.items()} == {
        key: e.value for key, e in alone.entries.items()
    }


def test_numbers_under_the_second_of_two_titles_are_said_to_be_no_ones() -> None:
    page = f"<p>{COUNTY}</p>{HEADINGS}" + html(tables(), TOWN)
    report = intake("x.html", page.encode())
    assert "其中只有一份有表格" in named(report)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{TOWN}</p><p>石浦县2022年政府信息公开工作年度报告</p>" + html(tables(), COUNTY),
        html(tables(), COUNTY) + f"<p>{TOWN}</p><p>石浦县2022年政府信息公开工作年度报告</p>",
        f"<p>{COUNTY}</p>" + html(tables(), COUNTY),
        f"<p>石浦县人民政府</p>{HEADINGS}" + html(tables(), COUNTY),
    ],
)
def test_titles_alone_are_no_reports(page: str) -> None:
    report = intake("x.html", page.encode())
    assert not named(report)
    assert sum(entry.value is not None for entry in report.entries.values()) == len(FIGURES)
    assert set(report.editions.values()) == {E2021.key}
