"""Text that dropped its blanks, so that several reports print the same: what all of them say is
given, marked as inferred, and the rest is left open. Figures are invented."""

import random
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from lib.form import APPLICANT_COLUMNS, E2019, E2021, cells
from lib.intake import intake
from lib.parsing.report import Report, State
from lib.synthetic import invent_report
from lib.synthetic.copies import report_of
from lib.synthetic.writers.layouts import LAYOUTS
from lib.synthetic.writers.pages import NOTICE, page_of

Figures = dict[str, Decimal | None]
BLANKS_DROPPED_IN = ("text-cells", "text-row-a-line", "text-pipes-without-blanks")
KINDS = [column.key for column in APPLICANT_COLUMNS[:-1]]
ROWS = dict.fromkeys(cell.key.split(".")[1] for cell in cells(E2021, "requests"))
COUNTS = dict.fromkeys(ROWS, 0) | {"received": 26, "granted": 26, "handled": 26}


def two_a_row(*columns: str) -> Figures:
    """A report each of whose rows in section three prints its count in the two columns, and
    nothing in the others."""
    others = {cell.key: Decimal(0) for cell in cells(E2021) if not cell.key.startswith("requests.")}
    return others | {
        f"requests.{row}.{column.key}": Decimal(count) if column.key in columns else None
        for row, count in COUNTS.items()
        for column in APPLICANT_COLUMNS
    }


def reports_alike() -> Iterator[Figures]:
    """A kind of applicant and the total, or two kinds and no total: every sum holds in each."""
    yield from (two_a_row(kind, "total") for kind in KINDS)
    yield two_a_row(*KINDS[:2])


def section_three(layout: str, figures: Figures) -> str:
    (text,) = LAYOUTS[layout].render([page_of(report_of("示例县", 2023, figures), NOTICE)])
    return text.decode().partition("\n三、")[2].partition("\n四、政府")[0]


@pytest.mark.parametrize("layout", BLANKS_DROPPED_IN)
def test_a_cell_is_left_open_where_a_report_alike_has_another_number_in_it(layout: str) -> None:
    alike = list(reports_alike())
    assert len({section_three(layout, figures) for figures in alike}) == 1
    page = page_of(report_of("示例县", 2023, alike[0]), NOTICE)
    (text,) = LAYOUTS[layout].render([page])
    report = intake("x.txt", text)
    for cell in cells(E2021, "requests"):
        assert len({figures[cell.key] for figures in alike}) == 2
        assert report.value(cell.key) is None
        assert report.entries[cell.key].state in (State.UNREADABLE, State.MISSING)


BLANKS_DROPPED = """示例县2020年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 11 2 1 14
二、上年结转政府信息公开申请数量 3 3
三、本年度办理结果 (一)予以公开 6 1
(二)部分公开(区分处理的,只计这一情形,不计其他情形) 3
(三)不予公开 1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
6.属于四类过程性信息
7.属于行政执法案卷
8.属于行政查询事项
(四)无法提供 1.本机关不掌握相关政府信息 1 1
2.没有现成信息需要另行制作
3.补正后申请内容仍不明确
(五)不予处理 1.信访举报投诉类申请
2.重复申请
3.要求提供公开出版物
4.无正当理由大量反复申请
5.要求行政机关确认或重新出具已获取信息
(六)其他处理
(七)总计 9 2 1 12
四、结转下年度继续办理 5 5
"""


def states(report: Report, row: str) -> list[State]:
    return [report.entries[f"requests.{row}.{column.key}"].state for column in APPLICANT_COLUMNS]


def test_what_all_reports_alike_say_is_given() -> None:
    """11 + 3 = 9 + 5, and 2 and 1 are in both: whichever kinds they are, the last of each row is
    its total. 3 and 5 are one kind with its total, as two kinds they would not balance. A blank
    (六)其他处理 is a row of the form of 2019."""
    report = intake("x.txt", BLANKS_DROPPED.encode())
    totals = {"received": 14, "carried_in": 3, "handled": 12, "carried_out": 5}
    for row, total in totals.items():
        entry = report.entries[f"requests.{row}.total"]
        assert (entry.value, entry.state) == (total, State.INFERRED)
        # three kinds of six, or one: none is certain to be a natural person
        assert report.entries[f"requests.{row}.natural_person"].state is State.UNREADABLE
    # 3 is of the same kind as 11, after which two more kinds are printed
    assert states(report, "carried_in")[4:] == [State.BLANK, State.BLANK, State.INFERRED]
    assert states(report, "other") == [State.BLANK] * 7
    assert states(report, "refused_third_party") == [State.BLANK] * 7
    # of a row without its total nothing is told: a number may be lost from it
    assert states(report, "partly_granted") == [State.UNREADABLE] * 7


@pytest.mark.parametrize("seed", range(24))
def test_no_number_moves_where_one_is_lost_among_blanks(seed: int) -> None:
    """Invented reports that print some zeros, or totals, blank, in layouts that drop blanks, with
    one number of section three lost: any number given stands in its own cell."""
    rng = random.Random(seed)
    base = invent_report(seed, rng.choice((2020, 2023)))
    figures = {key: entry.value for key, entry in base.entries.items()}
    zeros, totals = rng.choice((0.3, 0.7, 1)), rng.choice((0, 0, 0.5, 1))
    for key, value in figures.items():
        share = totals if key.endswith(".total") else 0 if value else zeros
        if key.startswith("requests.") and rng.random() < share:
            figures[key] = None
    for name in BLANKS_DROPPED_IN:
        page = page_of(report_of("示例县", base.year or 0, figures), NOTICE)
        (data,) = LAYOUTS[name].render([page])
        text = data.decode()
        begin, end = text.index("\n三、收到"), text.index("\n四、政府")
        lost = rng.choice(list(re.finditer(r"(?<=[ \n])\d+(?=[ \n])", text[begin:end])))
        text = text[: begin + lost.start()] + text[begin + lost.end() :]
        report = intake("x.txt", text.encode())
        said = {key for each in report.findings if "sum" in each.code for key in each.cells}
        for cell in cells(E2021 if base.year == 2023 else E2019, "requests"):
            value = report.value(cell.key)
            assert value is None or value == figures[cell.key] or cell.key in said, cell.key
