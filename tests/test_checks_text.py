"""The text against the tables, on invented reports whose figures are set by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lib.checks.named import check_named
from lib.checks.text import check_text
from lib.findings import Finding, Severity
from lib.form import SECTIONS, cells, edition
from lib.parsing.report import Entry, Report, State
from lib.parsing.stated import passages, read_stated
from lib.reading.document import Paragraph, Place

SHARED = Path(__file__).parents[2] / "shared" / "reports"

FIGURES = {
    "requests.received.total": 20,
    "requests.received.natural_person": 18,
    "requests.received.business": 2,
    "requests.carried_in.total": 3,
    "requests.carried_in.natural_person": 3,
    "requests.granted.total": 8,
    "requests.granted.natural_person": 8,
    "requests.partly_granted.total": 5,
    "requests.partly_granted.natural_person": 5,
    "requests.unable_not_held.total": 4,
    "requests.unable_not_held.natural_person": 4,
    "requests.unable_unclear.total": 2,
    "requests.unable_unclear.business": 2,
    "requests.handled.total": 19,
    "requests.handled.natural_person": 17,
    "requests.handled.business": 2,
    "requests.carried_out.total": 4,
    "requests.carried_out.natural_person": 4,
    "remedies.reconsideration.upheld": 3,
    "remedies.reconsideration.pending": 2,
    "remedies.reconsideration.total": 5,
    "remedies.litigation_direct.upheld": 1,
    "remedies.litigation_direct.total": 1,
    "remedies.litigation_after.upheld": 2,
    "remedies.litigation_after.total": 2,
    "disclosure.normative_documents.made": 6,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.normative_documents.in_force": 33,
    "disclosure.licences.decisions": 970,
    "disclosure.penalties.decisions": 41,
    "disclosure.fees.amount": "2858.483",
}


def report(
    text: str, organ: str = "霏溪县人民政府", section: str = "overview", **changes: object
) -> Report:
    entries = {
        cell.key: Entry(cell.key, value := Decimal(FIGURES.get(cell.key, 0)), f"{value}",
                        State.REPORTED)
        for cell in cells(edition("2021"))
    }  # fmt: skip
    editions = {"disclosure": "2021", "requests": "2021", "remedies": "2021"}
    head = next(s for s in SECTIONS if s.key == section)
    lines = [f"{head.numeral}、{head.zh}", *text.split("\n")]
    found = passages([Paragraph(line, Place(line=n)) for n, line in enumerate(lines, 1)])
    made = Report(
        organ=organ,
        year=2023,
        title=f"{organ}2023年政府信息公开工作年度报告",
        published=None,
        editions=editions,
        entries=entries,
        sections={section: text},
        findings=(),
        name="invented",
        sha256="",
        format="text",
        stated=read_stated(found, 2023, editions),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


WRONG: list[tuple[str, str, str, str]] = [
    # sentence, code, expected (the text), printed (the table)
    ("2023年新收政府信息公开申请25件。", "text.requests", "25", "20"),
    ("共收到政府信息公开申请22件。", "text.requests", "22", "20"),
    ("上年结转申请2件。", "text.requests", "2", "3"),
    ("办结政府信息公开申请20件。", "text.requests", "20", "19"),
    ("依申请公开结转下年度继续办理5件。", "text.requests", "5", "4"),
    ("2023年未收到政府信息公开申请。", "text.requests", "0", "20"),
    ("收到政府信息公开申请20件，其中自然人17件。", "text.applicants", "17", "18"),
    ("准予公开9件，部分公开5件。", "text.outcomes", "9", "8"),
    ("不予公开6件。", "text.outcomes", "6", "0"),
    ("予以公开及部分公开12件。", "text.outcomes", "12", "13"),
    ("本机关不掌握相关政府信息3件。", "text.outcomes", "3", "4"),
    ("制发行政规范性文件7件。", "text.documents", "7", "6"),
    ("现行有效的规范性文件三十件。", "text.documents", "30", "33"),
    ("作出行政许可决定97件。", "text.decisions", "97", "970"),
    ("本年度行政事业性收费2900万元。", "text.fees", "2900", "2858.483"),
    ("因政府信息公开引发行政复议6起。", "text.remedies", "6", "5"),
    ("因政府信息公开引发行政诉讼2件。", "text.remedies", "2", "3"),
    ("未发生因政府信息公开引发的行政诉讼。", "text.remedies", "0", "3"),
]

RIGHT = [
    "2023年新收政府信息公开申请20件，上年结转3件，办结19件，结转下年度4件。",
    "共收到政府信息公开申请23件。",  # with those carried in
    "办理政府信息公开申请23件。",
    "其中，予以公开13件。",  # and partly, which the text does not name
    "准予公开8件，部分公开5件，不予公开0件，无法提供6件。",
    "收到申请20件，其中自然人18件、商业企业2件。",
    "因政府信息公开引发行政复议5件、行政诉讼3件。",
    "2023年新发生政府信息公开行政复议4件。",  # the table counts last year's pending ones too
    "审结政府信息公开行政复议3件。",
    "本年度行政事业性收费2858.48万元。",
    "本年度行政事业性收费2858万元。",
    "2022年收到政府信息公开申请12件，2023年收到政府信息公开申请20件。",
    "主动公开政府信息1136条，政务微信发布205条。",
]


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


@pytest.mark.parametrize(("sentence", "code", "stated", "printed"), WRONG)
def test_a_contradiction_is_found(sentence: str, code: str, stated: str, printed: str) -> None:
    finding = only(check_text(report(sentence)))
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert (finding.expected, finding.printed) == (Decimal(stated), Decimal(printed))
    assert finding.places[0].line == 2
    assert finding.mend_zh and finding.mend_en
    assert "第一部分" in finding.zh and "Section one" in finding.en


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_a_reading_of_the_table_bears_out_is_no_contradiction(sentence: str) -> None:
    assert check_text(report(sentence)) == ()


def test_groups_count() -> None:
    """Sent out as refused, counted in the table as 无法提供."""
    finding = only(check_text(report("准予公开8件，部分公开5件，不予公开6件。")))
    assert finding.zh == (
        "第一部分写“不予公开6件”，表三“不予公开”却为0，相差6；表中“无法提供”为6，正好是文中的数。"
    )
    assert "“Unable to provide” in the table is 6, exactly the text's number" in finding.en
    assert "“不予公开”还是“无法提供”" in finding.mend_zh


def test_a_number_typed_the_wrong_way_round_is_called_so() -> None:
    finding = only(check_text(report("作出行政处罚14件。")))
    assert "颠倒" in finding.mend_zh


def test_yuan_for_ten_thousand_is_called_so() -> None:
    finding = only(check_text(report("行政事业性收费2858.483元。")))
    assert "元与万元" in finding.mend_zh


def test_an_office_beside_its_area_is_a_note() -> None:
    text = "2023年县政府办公室共收到政府信息公开申请7件。"
    finding = only(check_text(report(text)))
    assert (finding.code, finding.severity) == ("text.scope", Severity.NOTE)
    # a department's own figure has no such excuse
    bureau = report("我局共收到政府信息公开申请7件。", organ="霏溪县教育局")
    assert only(check_text(bureau)).code == "text.requests"
    area = report("全县共收到政府信息公开申请70件。", scope="organ")
    assert only(check_text(area)).code == "text.scope"


def test_a_blank_total_is_the_sum_of_its_applicants() -> None:
    made = report("予以公开8件。")
    key = "requests.granted.total"
    blank = replace(made, entries={**made.entries, key: Entry(key, None, "", State.BLANK)})
    assert check_text(blank) == ()
    assert only(check_text(replace(blank, stated=report("予以公开9件。").stated))).printed == 8


def test_cells_that_were_not_read_are_not_compared() -> None:
    made = report("予以公开9件。")
    for state in (State.MISSING, State.UNREADABLE):
        key = "requests.granted.total"
        unread = replace(made, entries={**made.entries, key: Entry(key, None, "?", state)})
        assert check_text(unread) == ()


def test_a_statement_repeated_is_one_finding() -> None:
    assert len(check_text(report("收到申请30件。\n全年收到申请30件。"))) == 1


# --- another year, another organ ----------------------------------------------------------------

OTHER_YEARS = [
    ("overview", "2022年，我县认真落实条例。全年收到政府信息公开申请20件。"),
    ("overview", "统计期限自2022年1月1日至2022年12月31日。"),
    ("overview", "2023年，我县认真落实条例。2022年共制定规范性文件6件。"),
    ("problems", "2022年，我县信息公开工作仍有不足。"),
    ("other", "2022年未收取信息处理费。"),
]
THIS_YEAR = [
    ("overview", "2023年，我县认真落实条例。收到申请20件，2022年结转3件，结转至2024年4件。"),
    ("overview", "2022年收到申请12件，2023年收到申请20件。"),
    ("overview", "2023年，落实《2022年政务公开工作要点》，2022年底建成的平台运行良好。"),
    ("problems", "2024年，我县将继续加强公开，弥补2023年的不足。"),
    ("other", "2023年未收取信息处理费。"),
]


@pytest.mark.parametrize(("section", "text"), OTHER_YEARS)
def test_another_year_is_found(section: str, text: str) -> None:
    finding = only(check_named(report(text, section=section)))
    assert finding.code == "text.year"
    assert "2022年" in finding.zh and "2023年度" in finding.zh


@pytest.mark.parametrize(("section", "text"), THIS_YEAR)
def test_years_that_belong_are_left(section: str, text: str) -> None:
    assert check_named(report(text, section=section)) == ()


OTHER_ORGANS = [
    ("威海市文登区人民政府", "2023年,宜宾市认真落实政府信息公开条例。", "宜宾市"),
    ("威海市文登区审计局", "通过宜宾市政府网站公开信息120条。", "宜宾市"),
    ("霏溪县人民政府", "2023年，皓泽县坚持公开为常态。", "皓泽县"),
    ("霏溪县教育局", "皓泽县教育局严格按照条例开展工作。", "皓泽县教育局"),
]
OWN_AND_AROUND = [
    ("威海市文登区人民政府", "在威海市委、市政府领导下，文登区认真落实条例。"),
    ("威海市文登区审计局", "通过威海市政府网站公开信息120条。审计局高度重视。"),
    ("威海市文登区人民政府", "山东省政府门户网站同步公开。"),
    ("威海市人民政府", "文登区、荣成市积极推进政务公开。荣成市认真落实条例。"),
    ("威海市文登区人民政府", "赴宜宾市学习政务公开先进经验，参观宜宾市政府网站建设。"),
    ("威海市文登区人民政府", "地址：宜宾市场路12号。"),
    ("霏溪县人民政府", "县教育局认真落实条例。各镇积极公开。城关镇严格审核。"),
    ("霏溪县人民政府", "霏溪县坚持公开为常态。我县高度重视。"),
    ("霏溪县教育局", "自然资源局严格按照条例开展工作。"),
]


@pytest.mark.parametrize(("organ", "text", "named"), OTHER_ORGANS)
def test_another_organ_is_found(organ: str, text: str, named: str) -> None:
    finding = only(check_named(report(text, organ=organ)))
    assert finding.code == "text.organ"
    assert f"“{named}”" in finding.zh and organ in finding.en


@pytest.mark.parametrize(("organ", "text"), OWN_AND_AROUND)
def test_names_that_belong_are_left(organ: str, text: str) -> None:
    assert check_named(report(text, organ=organ)) == ()


# --- real reports -------------------------------------------------------------------------------

# read by eye in the sources: what the text says, what the table has
REAL = {
    "2019-上海-市政府办公厅.html": {("text.outcomes", 258, 275), ("text.outcomes", 265, 337)},
    "2023-株洲市芦淞区人民政府.txt": {("text.outcomes", 4, 0)},
    "2023-江苏-沭阳县发展和改革局.html": set(),
    "2023-江苏-淮安市洪泽区人民政府.pdf": set(),
    "2024-上海-市科学技术委员会-pdf提取.md": set(),
    "2025-福建-平潭综合实验区.html": set(),
}


@pytest.mark.parametrize("name", REAL)
def test_real_reports_contradict_themselves_where_the_eye_says_so(name: str) -> None:
    from lib.intake import intake

    path = SHARED / name
    if not path.exists():
        pytest.skip("the shared real reports are not here")
    found = {
        (finding.code, finding.expected, finding.printed)
        for finding in intake(name, path.read_bytes()).findings
        if finding.code.startswith("text.")
    }
    assert found == REAL[name]
