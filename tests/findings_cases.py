"""Every kind of finding, with an invented case that calls for it and one that must not.

tests/test_findings.py runs them and holds that no code of lib.findings.CODES is without one;
docs/findings.md takes its example sentences from them:

    python -m tests.findings_cases        # writes docs/findings.md anew
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from opencc import OpenCC

from lib.checks import check, copied
from lib.checks.levels import check_levels
from lib.checks.named import check_named
from lib.checks.text import check_text
from lib.checks.years import check_pair
from lib.findings import CODES, Finding
from lib.form import E2021, cells
from lib.intake import intake
from lib.parsing.confirm import confirmed
from lib.parsing.doubtful import without_doubtful
from lib.parsing.formatted import shown_otherwise
from lib.parsing.report import Entry, Report, State
from lib.reading.document import Place
from lib.synthetic import Habits, invent_report, write
from tests.test_checks_text import report as stating
from tests.test_runs import run_together
from tests.tiny import CITY, CITY_2020, CITY_2021, report

Found = Iterable[Finding]


class Case(NamedTuple):
    """`calls` returns findings with one of the code among them, `quiet` findings without."""

    calls: Callable[[], Found]
    quiet: Callable[[], Found]


# --- a report whose numbers are typed -----------------------------------------------------------

PROBLEMS = "主动公开目录更新较慢，已改为每月核对一次。"
TEXT = {
    "overview": "本年度按时公开各类信息。",
    "disclosure": "",
    "requests": "",
    "remedies": "",
    "problems": PROBLEMS,
    "other": "没有。",
}


def typed(year: int = 2021, sections: dict[str, str] = TEXT, **numbers: float | None) -> Report:
    """The small city's report with other numbers: requests__granted__total=5."""
    base = dict(CITY_2020 if year < 2021 else CITY_2021)
    base |= {name.replace("__", "."): value for name, value in numbers.items()}
    return replace(report(CITY, year, base), sections=sections)


def checked(year: int = 2021, **numbers: float | None) -> Callable[[], Found]:
    return lambda: check(typed(year, **numbers))


def of_text(**sections: str | None) -> Callable[[], Found]:
    """The checks of a report whose sections are those, None for one left out."""
    found = {key: text for key, text in (TEXT | sections).items() if text is not None}
    return lambda: check(typed(sections=found))


def of_organ(level: str, kind: str, published: date | None = None) -> Callable[[], Found]:
    return lambda: check(replace(typed(), published=published), level, kind)


clean = checked()


# --- a file with something wrong in it -----------------------------------------------------------

FILE, DATA = write(invent_report(1), "markdown")  # 鹂汀市人民政府, 2023
FILE_2020, DATA_2020 = write(invent_report(1, 2020), "markdown")


def edited(
    old: str = "", new: str = "", more: tuple[tuple[str, str], ...] = ()
) -> Callable[[], Found]:
    def read() -> Found:
        text = DATA.decode()
        for one, other in ((old, new), *more):
            assert not one or one in text, one
            text = text.replace(one, other)
        return intake("报告.md", text.encode()).findings

    return read


def emptied() -> Found:
    """The same report, every number of its tables taken out."""
    text = re.sub(r"(?<=\|) *[\d.]+ *(?=\|)", " ", DATA.decode())
    return intake("报告.md", text.encode()).findings


def doubled(title: str, more: int) -> Callable[[], Found]:
    """The same report, and below it another with other numbers in section two, under `title`."""
    text = DATA.decode()
    (heading,) = re.findall(r"(?m)^# .*$", text)
    other = re.sub(r"(?m)^(\| 行政\w+ \| )(\d+)", lambda m: f"{m[1]}{int(m[2]) + more}", text)
    other = other.replace(heading, f"# {title}" if title else "")
    return lambda: intake("报告.md", f"{text}\n\n{other}".encode()).findings


def edited_2020(old: str, new: str) -> Callable[[], Found]:
    def read() -> Found:
        text = DATA_2020.decode()
        assert old in text
        return intake("报告.md", text.replace(old, new).encode()).findings

    return read


def cell_a_line(old: str, new: str) -> Callable[[], Found]:
    """The same report, one cell a line."""
    name, data = write(invent_report(1), "text-cells")
    return lambda: intake(name, data.decode().replace(old, new).encode()).findings


def early(file: str) -> Callable[[], Found]:
    """What is found in an invented report on the statistics table of the years before 2019."""
    path = Path(__file__).parent / "examples_statistics" / file
    return lambda: intake(path.name, path.read_bytes()).findings


untouched = edited()
# the whole table of section four, as the file has it
_LAST = DATA.decode().split("## 四、")[1].splitlines(keepends=True)
RESULTS = "".join(line for line in _LAST if line.startswith("|"))
PENALTIES = "| 行政处罚 | 4472 |"


def traditional() -> Found:
    """The same report copied in traditional characters."""
    return intake("報告.md", OpenCC("s2t").convert(DATA.decode()).encode()).findings


def said(sentence: str) -> Callable[[], Found]:
    """What the text of an invented report says, against its tables and its masthead."""
    made = stating(sentence)
    return lambda: (*check_text(made), *check_named(made))


def blank(habit: bool) -> Callable[[], Found]:
    return lambda: check(invent_report(1, habits=Habits(zeros_blank=habit)))


def recognised(**numbers: int) -> Callable[[], Found]:
    """A form of zeros read off a picture, but for these numbers."""

    def read() -> Found:
        made = {each.key: Entry(each.key, Decimal(0), "0", State.REPORTED) for each in cells(E2021)}
        for name, value in numbers.items():
            key = name.replace("__", ".")
            made[key] = Entry(key, Decimal(value), str(value), State.REPORTED)
        return confirmed(made, dict.fromkeys(("disclosure", "requests", "remedies"), "2021"), [])[1]

    return read


def of_older_workbook(marks: bool) -> Callable[[], Found]:
    """Two numbers of an older workbook, the second in a font that may be raised, or in none."""
    two = ("disclosure.licences.decisions", "disclosure.penalties.decisions")
    made = {
        key: Entry(key, Decimal(201), "201", State.REPORTED, Place(table=0, row=at, column=1))
        for at, key in enumerate(two)
    }
    places = frozenset({Place(table=0, row=1, column=1)}) if marks else frozenset()
    return lambda: without_doubtful(made, places)[1]


def of_a_sheet(stored: str, seen: str) -> Callable[[], Found]:
    """A number that a sheet may show otherwise than it holds it."""
    key, place = "disclosure.licences.decisions", Place(table=0, row=1, column=1)
    entry = Entry(key, Decimal(seen), seen, State.REPORTED, place)
    return lambda: shown_otherwise({key: entry}, {place: (stored, seen)} if stored != seen else {})


# --- one report against others --------------------------------------------------------------------

AT = "disclosure.normative_documents."


def pair(
    before: dict[str, float | None], after: dict[str, float | None], year: int = 2022
) -> Callable[[], Found]:
    return lambda: check_pair(year, before, after)


ITEMS = {"disclosure.penalties.items_last_year": 2648, "disclosure.penalties.items_change": -18}
_ROWS = ("licences", "other_services", "penalties", "coercion", "fees")
STILL = {f"disclosure.{row}.items_last_year": 100 for row in _ROWS}
STILL |= {f"disclosure.{row}.items_change": 0 for row in _ROWS}
MOVED = STILL | {f"disclosure.{row}.items_change": 40 for row in _ROWS[:3]}
BUSY = {
    "disclosure.licences.decisions": 4127,
    "disclosure.penalties.decisions": 968,
    "disclosure.fees.amount": 2858.48,
}
OWN = (
    "全年围绕营商环境新开设办事指南专栏并逐条更新材料清单；组织街道社区开展政策宣讲进家门活动；"
    "把依申请公开的登记、转办、会商、答复四个环节全部搬到线上办理；对已经失效的旧文件逐份标注去向；"
    "请群众代表到窗口体验查阅流程并当场提出意见；每个季度抽查一次栏目的更新情况并通报结果。"
)
OTHER = (
    "目前专栏之间内容重复的现象仍然存在，群众不易找到需要的那一条；部分股室报送材料不够及时；"
    "解读多以文字为主，图解和视频偏少；下一步将合并相近专栏，按季度清点，补齐缺少的图解；"
    "继续组织业务骨干轮流跟班学习，提高答复文书的规范程度，减少因表述不清引起的争议。"
)
ELSE = (
    "山洪预警信息在汛期每日两次滚动发布；河道采砂许可结果当天上网；水库移民后期扶持资金分村列表公布；"
    "农村饮水安全工程的水质检测报告按月张贴到村；节水载体建设名单征求意见后公布；取水许可电子证照全面换发；"
    "水土保持方案审批结果集中展示；河湖长公示牌信息每半年核对更新一次，电话变动的当周更换。"
)


def like(one: str, other: str) -> copied.Likeness | None:
    here, there = (copied.ready({"overview": text}) for text in (one, other))
    return copied.likeness(here, there)


def repeated(one: str, other: str) -> Callable[[], Found]:
    def read() -> Found:
        found = like(one, other)
        return [copied.copied_from_last_year(2023, found)] if found else []

    return read


def shared(one: str, other: str) -> Callable[[], Found]:
    def read() -> Found:
        found = like(one, other)
        return [copied.copied_from_organ(2023, "乙县水利局", 2022, found)] if found else []

    return read


def level(received: int, *organs: int) -> Callable[[], Found]:
    def read() -> Found:
        under = {f"丙局{at}": Decimal(number) for at, number in enumerate(organs)}
        found = check_levels("甲市人民政府", 2023, Decimal(received), under, "")
        return [found] if found else []

    return read


# --- the register ---------------------------------------------------------------------------------

# fmt: off
CASES: dict[str, Case] = {
    "sum.balance": Case(
        checked(requests__received__natural_person=17, requests__received__total=22), clean),
    "sum.outcomes": Case(checked(requests__handled__total=21), clean),
    "sum.applicants": Case(checked(requests__declined_repeat__total=4), clean),
    "sum.remedies": Case(checked(remedies__reconsideration__total=0), clean),
    "sum.blank_as_zero": Case(blank(True), blank(False)),
    "sum.one_cell": Case(
        checked(requests__refused_process__natural_person=30),
        checked(requests__received__natural_person=17, requests__received__total=22)),
    "count.above_total": Case(
        checked(disclosure__normative_documents__in_force=3),
        checked(disclosure__normative_documents__in_force=4)),
    "count.below_zero": Case(
        checked(2020, disclosure__fees__items_change=-5),
        checked(2020, disclosure__fees__items_change=-4)),
    "count.fee_items": Case(
        checked(2020, disclosure__fees__items_last_year=1288, disclosure__fees__items_change=591),
        checked(2020, disclosure__fees__items_last_year=88)),
    "count.no_projects": Case(
        checked(2020, disclosure__procurement__value=251000),
        checked(2020, disclosure__procurement__value=251000, disclosure__procurement__projects=2)),
    "count.regulations": Case(of_organ("county", "government"), of_organ("city", "government")),
    "cell.missing": Case(edited(PENALTIES, "| 行政征收 | 5 |"), untouched),
    "cell.unreadable": Case(edited(PENALTIES, "| 行政处罚 | 44 72 |"), untouched),
    "cell.unclaimed": Case(edited(PENALTIES, PENALTIES + "  |  |\n| 行政征收 | 5 |"), untouched),
    "cell.inferred": Case(lambda: run_together({}).findings, untouched),
    "cell.ocr": Case(recognised(), untouched),
    "cell.unconfirmed": Case(recognised(disclosure__licences__decisions=7), untouched),
    "cell.doubtful": Case(of_older_workbook(True), of_older_workbook(False)),
    "cell.format": Case(of_a_sheet("12.6", "13"), of_a_sheet("13", "13")),
    "cell.note": Case(edited(PENALTIES, "| 行政处罚 | 4472(含简易程序16件) |"), untouched),
    "cell.unit": Case(edited_2020("元 |", " |"), edited_2020("元 |", "元 |")),
    "cell.negative": Case(edited(PENALTIES, "| 行政处罚 | -4472 |"), untouched),
    "cell.fraction": Case(edited(PENALTIES, "| 行政处罚 | 44.72 |"), untouched),
    "row.ambiguous": Case(
        edited("| 78 | 10 | 0 | 0 | 1 | 0 | 89 |", "| 78 | 10 | 89 |"), untouched),
    "row.repeated": Case(edited(PENALTIES, PENALTIES + "  |  |\n| 行政处罚 | 4427 |"), untouched),
    "table.repeated": Case(doubled("", 5), doubled("", 0)),
    "report.several": Case(doubled("石浦县2023年政府信息公开工作年度报告", 5), doubled("", 0)),
    "row.blank_copy": Case(
        edited("## 三、", "| 信息内容 | 本年处理决定数量 |\n|---|---|\n| 行政许可 | |\n\n## 三、"),
        untouched),
    "label.fuzzy": Case(edited("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"), untouched),
    "label.position": Case(cell_a_line("科研机构\n\n", ""), cell_a_line("", "")),
    "form.empty": Case(emptied, untouched),
    "table.missing": Case(edited(RESULTS, ""), untouched),
    "table.edition": Case(
        lambda: intake(*write(invent_report(3, 2023, {
            "disclosure": "2021", "requests": "2019", "remedies": "2019"}), "markdown")).findings,
        untouched),
    "organ.unknown": Case(edited("鹂汀市人民政府", ""), untouched),
    "year.unknown": Case(edited("2023年", "本年度"), untouched),
    "year.inferred": Case(
        edited("2023年", "本年度", (
            ("一、总体情况", "一、总体情况\n\n2023年，按期公开。其中2023年新开专栏3个。"),)),
        untouched),
    "year.conflict": Case(
        edited("本报告为虚构示例", "数据为2022年1月1日至2022年12月31日，虚构"), untouched),
    "text.requests": Case(
        said("2023年新收政府信息公开申请25件。"), said("2023年新收政府信息公开申请20件。")),
    "text.outcomes": Case(said("不予公开6件。"), said("无法提供6件。")),
    "text.applicants": Case(
        said("收到政府信息公开申请20件，其中自然人17件。"),
        said("收到政府信息公开申请20件，其中自然人18件。")),
    "text.documents": Case(said("制发行政规范性文件7件。"), said("制发行政规范性文件6件。")),
    "text.decisions": Case(said("作出行政许可决定97件。"), said("作出行政许可决定970件。")),
    "text.fees": Case(
        said("本年度行政事业性收费2900万元。"), said("本年度行政事业性收费2858.48万元。")),
    "text.remedies": Case(
        said("因政府信息公开引发行政复议6起。"), said("因政府信息公开引发行政复议5起。")),
    "text.scope": Case(
        said("2023年县政府办公室共收到政府信息公开申请7件。"),
        said("2023年共收到政府信息公开申请20件。")),
    "text.year": Case(
        said("2022年，我县认真落实条例。全年收到政府信息公开申请20件。"),
        said("2023年，我县认真落实条例。全年收到政府信息公开申请20件。")),
    "text.organ": Case(said("皓泽县坚持公开为常态。"), said("霏溪县坚持公开为常态。")),
    "text.traditional": Case(traditional, untouched),
    # 5 + 3 + 7 applications by channel, 14 in all; a row 现场接待人数 that no national table has
    "sum.statistics": Case(early("2011-columns.txt"), early("2016-html.html")),
    "statistics.local": Case(early("2011-columns.txt"), early("2016-html.html")),
    "statistics.crosswalk": Case(early("2016-html.html"), clean),
    "section.missing": Case(of_text(other=None), clean),
    "section.unseen": Case(lambda: check(typed(sections={})), clean),
    "section.empty": Case(of_text(problems=""), clean),
    "section.order": Case(
        lambda: check(typed(sections={key: TEXT[key] for key in (
            "overview", "requests", "disclosure", "remedies", "problems", "other")})), clean),
    "section.no_problems": Case(of_text(problems="无。"), clean),
    "time.late": Case(
        of_organ("county", "department", date(2022, 2, 1)),
        of_organ("county", "government", date(2022, 2, 1))),
    "years.carried_over": Case(
        pair({"requests.carried_out.total": 103}, {"requests.carried_in.total": 77}),
        pair({"requests.carried_out.total": 103}, {"requests.carried_in.total": 103})),
    "years.in_force": Case(
        pair({AT + "in_force": 66}, {AT + "in_force": 372, AT + "made": 8, AT + "repealed": 2}),
        pair({AT + "in_force": 66}, {AT + "in_force": 72, AT + "made": 8, AT + "repealed": 2})),
    "years.items": Case(
        pair(ITEMS, {"disclosure.penalties.items_last_year": 2648}, 2020),
        pair(ITEMS, {"disclosure.penalties.items_last_year": 2630}, 2020)),
    "years.items_same": Case(pair(STILL, MOVED, 2020), pair(STILL, STILL, 2020)),
    "years.fee_unit": Case(
        pair({"disclosure.fees.amount": 2858.48}, {"disclosure.fees.amount": 30021500}),
        pair({"disclosure.fees.amount": 2858.48}, {"disclosure.fees.amount": 3002.15})),
    "years.jump": Case(
        pair({"requests.received.total": 12}, {"requests.received.total": 75}),
        pair({"requests.received.total": 1}, {"requests.received.total": 6})),
    "years.identical": Case(
        pair(BUSY, BUSY), pair(BUSY, BUSY | {"disclosure.fees.amount": 2858.49})),
    "copied.year": Case(repeated(OWN + OTHER, OWN + OTHER), repeated(OWN + OTHER, OWN[:60] + ELSE)),
    "copied.organ": Case(shared(OWN + OTHER, OWN + OTHER), shared(OWN + OTHER, OWN[:60] + ELSE)),
    "levels.sum": Case(level(20, 15, 9), level(24, 15, 9)),
}
# fmt: on


# --- docs/findings.md -----------------------------------------------------------------------------

HEAD = """\
# Findings

What a check or the parser may say of a report. A finding never stops a report: it stands beside the
numbers it touches, with the cells and places it rests on, what was expected, what is printed, the
difference, and what would mend it.

**Error**: a number is wrong or missing. **Warning**: look at it. **Note**: good to know.

Every example is invented, and is what the case of tests/findings_cases.py really calls forth; each
code has such a case and one that must not call it forth. This page is written by
`python -m tests.findings_cases`.
"""
GROUPS = {
    "sum": "Sums and balances",
    "count": "Numbers that cannot be what the form asks for",
    "cell": "What is printed in a cell",
    "row": "Rows",
    "label": "Labels",
    "table": "Tables",
    "text": "The text",
    "organ": "The organ",
    "year": "The report year",
    "section": "The six sections",
    "time": "The date of publication",
    "years": "One year against the next",
    "copied": "Text against text",
    "levels": "A government against its organs",
}


def example(code: str) -> Finding:
    """The first finding of the code that its case calls forth."""
    return next(each for each in CASES[code].calls() if each.code == code)


def page() -> str:
    """docs/findings.md as it should be."""
    parts = [HEAD]
    groups: dict[str, list[str]] = {}
    for code in CODES:
        groups.setdefault(code.split(".")[0], []).append(code)
    for group, codes in groups.items():
        parts.append(
            f"\n## {GROUPS.get(group, group)}\n\n| code | severity | meaning | example | what "
            "would mend it |\n|---|---|---|---|---|\n"
        )
        for code in codes:
            kind, found = CODES[code], example(code)
            parts.append(
                f"| `{code}` | {kind.severity.en} | {kind.zh}<br>{kind.en} | {_cell(found.zh)}<br>"
                f"{_cell(found.en)} | {_cell(found.mend_zh)}<br>{_cell(found.mend_en)} |\n"
            )
    return "".join(parts)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


if __name__ == "__main__":
    (Path(__file__).parents[1] / "docs" / "findings.md").write_text(page(), encoding="utf-8")
