"""Whose figures they are: said by the report, never supposed."""

import pytest

from lib.intake import intake
from lib.parsing.scope import read_scope
from lib.reading import read


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("本报告由市政府办公室汇总各县（市、区）、市政府各部门政府信息公开情况编制而成。", "area"),
        ("本报告中所列数据包括区政府各部门、各镇（街道）的数据。", "area"),
        ("本报告数据统计范围为全县。", "area"),
        ("本报告所列数据仅为区政府办公室数据。", "organ"),
        ("本报告所列数据不含各乡镇、各部门。", "organ"),
        ("本报告数据为本机关数据。", "organ"),
        ("本报告所列数据仅限省气象局机关。", "organ"),
        # work done all over the area is no statement of what was counted
        ("全区各部门、各镇街认真落实条例，公开信息1200条。", ""),
        ("本报告所列数据的统计期限自2023年1月1日起至12月31日止。", ""),
        ("本报告所列数据仅为本机关数据。本报告汇总各部门情况编制。", ""),
    ],
)
def test_scope(sentence: str, scope: str) -> None:
    text = f"石浦县人民政府2023年政府信息公开工作年度报告\n{sentence}\n一、总体情况\n"
    found = read_scope(read("x.txt", text.encode()))
    assert found.kind == scope
    assert bool(found.text) == bool(scope)
    assert scope == "" or (found.place is not None and found.place.line == 2)


@pytest.mark.parametrize(
    ("title", "scope", "organ"),
    [
        ("石浦海关关区2023年政府信息公开工作年度报告", "area", "石浦海关"),
        ("石浦市公安局（本级机关）2023年政府信息公开工作年度报告", "organ", "石浦市公安局"),
        ("石浦市生态环境局(系统)2023年政府信息公开工作年度报告", "area", "石浦市生态环境局"),
    ],
)
def test_a_title_may_say_whose_they_are(title: str, scope: str, organ: str) -> None:
    report = intake("x.txt", f"{title}\n一、总体情况\n规章\t0\t0\t0\n".encode())
    assert (report.organ, report.scope) == (organ, scope)


def test_the_report_carries_it() -> None:
    text = (
        "石浦县人民政府2023年政府信息公开工作年度报告\n本报告数据统计范围为全县。\n一、总体情况\n"
        "规章\t0\t0\t0\n行政规范性文件\t1\t0\t4\n"
    )
    report = intake("x.txt", text.encode())
    assert (report.scope, report.scope_text) == ("area", "本报告数据统计范围为全县")
    assert report.places["scope"].line == 2
