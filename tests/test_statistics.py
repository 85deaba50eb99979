"""The statistics table of the reports before 2019: under its own names, exact or flagged.

The examples are invented and typed by hand. The figures of the four real tables were read by eye
from the texts in ../shared/reports (archive of pingtan.gov.cn): of the two numbers of each row the
first is the year's, the second the cumulative one.
"""

import json
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lib.checks import check
from lib.dataset import Dataset
from lib.form import all_cells
from lib.intake import intake
from lib.old_form import NATIONAL, indicators, national, totals
from lib.organs import recognise
from lib.parsing.report import Report, State
from lib.parsing.statistics_text import read_statistics_text
from lib.reading.document import Document, Paragraph, Place, Unreadable

EXAMPLES = sorted((Path(__file__).parent / "examples_statistics").glob("*.json"))
SHARED = Path(__file__).parents[2] / "shared" / "reports"


def source(expected: Path) -> Path:
    return next(p for p in expected.parent.glob(f"{expected.stem}.*") if p != expected)


def read(path: Path) -> Report:
    return intake(path.name, path.read_bytes())


def text(words: str) -> Report:
    return intake("x.txt", words.encode())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    report = read(source(path))
    assert (report.organ, report.year) == (expected["organ"], expected["year"])
    assert str(report.published) == expected["published"]
    assert report.editions == {"statistics": expected["form"]}
    found = {key: entry for key, entry in report.entries.items() if key.startswith("statistics.")}
    assert set(found) == {f"statistics.{key}" for key in expected["cells"]}
    for key, number in expected["cells"].items():
        entry = found[f"statistics.{key}"]
        assert entry.value == (None if number is None else Decimal(str(number))), key
        assert number is None or entry.place is not None
    assert sorted({finding.code for finding in report.findings}) == expected["findings"]


def test_only_the_number_of_requests_joins_the_form() -> None:
    report = read(source(EXAMPLES[1]))
    own = {cell.key for cell in all_cells()} & set(report.entries)
    assert own == {"requests.received.total"}
    assert report.value("requests.received.total") == 138


def test_blank_and_missing_rows_are_not_zero() -> None:
    page, lines = (read(source(path)) for path in EXAMPLES[1:])
    assert page.entries["statistics.responses_other"].state is State.BLANK
    assert lines.entries["statistics.responses_other"].state is State.MISSING
    assert "overview" in lines.sections and "当面申请数" not in lines.sections["overview"]


def test_a_changed_part_breaks_its_sum_and_no_other() -> None:
    report = read(source(EXAMPLES[1]))
    assert check(report) == ()
    tried = 0
    for total in totals():
        for child in total.children:
            if report.value(child.key) is None:
                continue
            entry = report.entries[child.key]
            touched = replace(entry, value=(entry.value or Decimal(0)) + 1)
            found = check(replace(report, entries={**report.entries, child.key: touched}))
            # a part that is itself a total no longer is the sum of its own parts
            broken = {total.key, *([child.key] if child.adds_up else [])}
            assert {finding.cells[0] for finding in found} == broken
            assert {finding.code for finding in found} == {"sum.statistics"}
            tried += 1
    assert tried == 28


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the project")
@pytest.mark.parametrize(
    ("file", "figures"),
    [
        (
            "2013-福建-平潭县人民政府.txt",
            "disclosed 1853 by_website 1713 by_gazette 0 received 7 received_in_person 0 "
            "received_fax 0 received_email 3 received_online 4 received_letter 0 received_other 0 "
            "replies 3 reply_granted 2 reply_partly 1 reply_refused 0 reconsideration 0 "
            "litigation 0 appeals 0",
        ),
        (
            "2014-福建-平潭综合实验区.txt",
            "disclosed_documents 2543 by_website 2543 by_gazette 0 received 1 "
            "received_in_person 0 received_online 0 received_letter_fax 1 replies 1 "
            "reply_granted 1 reply_partly 0 reply_refused 0 reply_other 0 fees_waived 0 "
            "appeals_reports 0 reconsideration 0 litigation 0",
        ),
        (
            "2016-福建-平潭综合实验区.txt",
            "disclosed_documents 3460 by_website 3460 by_gazette 0 received 0 "
            "received_in_person 0 received_online 0 received_letter_fax 0 replies 0 "
            "reply_granted 0 reply_partly 0 reply_refused 0 reply_other 0 fees_waived 0 "
            "appeals_reports 0 reconsideration 0 litigation 0",
        ),
        (
            "2018-福建-平潭综合实验区.txt",
            "disclosed_documents 2069 by_website 2069 by_gazette 0 received 0 "
            "received_in_person 0 received_online 0 received_letter_fax 0 replies 0 "
            "reply_granted 0 reply_partly 0 reply_refused 0 reply_other 0 "
            "appeals_reports 0 reconsideration 0 litigation 0",
        ),
    ],
    ids=lambda each: each[:4],
)
def test_the_real_tables_cell_by_cell(file: str, figures: str) -> None:
    report = read(SHARED / file)
    words = figures.split()
    expected = {
        f"statistics.{key}": Decimal(number)
        for key, number in zip(words[::2], words[1::2], strict=True)
    }
    found = {key: e.value for key, e in report.entries.items() if key.startswith("statistics.")}
    assert found == expected
    assert report.value("requests.received.total") == expected["statistics.received"]


# --- what cannot be told is not given ----------------------------------------------------------

HEAD = "石浦县人民政府2012年政府信息公开工作年度报告\n"
TABLE = HEAD + "统计表 指标名称计量单位2012年度历年累计"
PARTS = ("received_in_person", "received_fax", "received_online", "received_letter")
LABELS = ("1.当面申请数", "2.传真申请数", "3.网上申请数", "4.信函申请数")


def test_run_together_digits_without_a_sum_give_no_number() -> None:
    report = text(TABLE + "主动公开信息数条13145其中：1.网站公开条1245行政复议数件12行政诉讼数件00")
    for key in ("disclosed", "by_website", "reconsideration"):
        entry = report.entries[f"statistics.{key}"]
        assert (entry.value, entry.state) == (None, State.UNREADABLE), key
    # 00 is 0 and 0: no number but 0 begins with 0
    assert report.value("statistics.litigation") == 0
    assert "row.ambiguous" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("seed", range(60))
def test_invented_run_together_tables_are_never_read_wrongly(seed: int) -> None:
    """The year's numbers and the cumulative ones, without borders; some cells are blank."""
    draw = random.Random(seed)
    year = [draw.choice((0, 0, draw.randrange(10), draw.randrange(400))) for _ in PARTS]
    before = [draw.choice((0, draw.randrange(50), draw.randrange(3000))) for _ in PARTS]
    rows = [(sum(year), sum(year) + sum(before))]
    rows += [(now, now + past) for now, past in zip(year, before, strict=True)]
    printed = []
    for label, pair in zip(("受理依申请公开信息总数", *LABELS), rows, strict=True):
        kept = [str(n) if draw.random() > (seed % 3) / 20 else "" for n in pair]
        printed.append(f"{label}条{''.join(kept)}")
    words = TABLE + printed[0] + "其中：" + "".join(printed[1:])
    table = read_statistics_text((Paragraph(words, Place(line=1)),), 2012)
    truth = dict(zip(("received", *PARTS), (now for now, _ in rows), strict=True))
    for row in table.rows if table else ():
        if row.value is not None:
            assert int(row.value.text) == truth[row.key.removeprefix("statistics.")], words


def test_columns_of_several_scopes_are_not_chosen_from() -> None:
    report = text(
        HEAD + "统计指标\t单位\t县政府统计数\t县直单位统计数\t乡镇统计数\n"
        "收到申请数\t件\t4\t7\t2\n当面申请数\t件\t1\t2\t0\n信函申请数\t件\t3\t5\t2\n"
    )
    entry = report.entries["statistics.received"]
    assert (entry.value, entry.state, entry.text) == (None, State.UNREADABLE, "4 | 7 | 2")
    assert "requests.received.total" not in report.entries


def test_the_column_of_another_year_is_not_taken() -> None:
    rows = "收到申请数\t件\t9\t30\n当面申请数\t件\t9\t30\n行政复议数\t件\t0\t1\n"
    other = text(HEAD + "指标名称\t计量单位\t2011年度\t历年累计\n" + rows)
    assert other.value("statistics.received") is None
    own = text(HEAD + "指标名称\t计量单位\t2012年度\t历年累计\n" + rows)
    assert own.value("statistics.received") == 9


def test_two_halves_of_a_table_side_by_side() -> None:
    report = text(
        HEAD + "指标名称\t单位\t统计数\t指标名称\t单位\t统计数\n"
        "收到申请数\t件\t6\t申请答复数\t件\t5\n当面申请数\t件\t6\t同意公开答复数\t件\t5\n"
    )
    values = {key: report.value(f"statistics.{key}") for key in ("received", "replies")}
    assert values == {"received": 6, "replies": 5}


def test_units_are_put_right_and_said() -> None:
    report = text(
        HEAD + "统计指标\t单位\t统计数\n收到申请数\t件\t1\n当面申请数\t件\t1\n"
        "依申请公开信息收取的费用\t元\t350\n申请办结数\t件\t1.5\n"
    )
    assert report.value("statistics.fees") == Decimal("0.035")
    assert report.value("statistics.completed") is None
    assert {"cell.note", "cell.fraction"} <= {finding.code for finding in report.findings}


def test_a_report_told_in_sentences_keeps_its_text_and_says_so() -> None:
    report = text(HEAD + "一、概述\n全年收到申请3件，均已答复。\n")
    assert report.entries == {} and report.editions == {}
    assert [finding.code for finding in report.findings] == ["table.missing"]
    assert "3件" in report.sections["overview"]


def test_the_old_table_in_a_year_of_the_form_is_said() -> None:
    words = HEAD.replace("2012", "2022")
    report = text(
        words + "统计指标\t单位\t统计数\n收到申请数\t件\t4\n当面申请数\t件\t4\n信函申请数\t件\t0\n"
    )
    assert report.value("statistics.received") == 4
    assert "table.edition" in {finding.code for finding in report.findings}


def test_a_table_of_something_else_is_no_statistics_table() -> None:
    with pytest.raises(Unreadable):
        text("石浦县2022年政府信息公开工作年度报告\n项目\t单位\t数量\n桌椅\t件\t4\n灯具\t个\t9\n")


def test_numbers_recognised_from_a_picture_are_not_taken() -> None:
    from lib.parsing import parse

    words = (HEAD + "统计指标 单位 统计数 收到申请数 件 4 1.当面申请数 件 4").splitlines()
    blocks = tuple(Paragraph(line, Place(line=at)) for at, line in enumerate(words, 1))
    report = parse(Document("x.png", "picture", "0", blocks, recognised=True))
    assert report.entries["statistics.received"].state is State.UNREADABLE
    assert all(entry.value is None for entry in report.entries.values())


def test_the_dataset_keeps_what_an_old_report_says(tmp_path: Path) -> None:
    report = read(source(EXAMPLES[0]))
    dataset = Dataset(tmp_path)
    dataset.add([(report, recognise(report.organ))])
    (row,) = dataset.table("reports").to_pylist()
    assert (row["year"], row["edition_statistics"], row["edition_requests"]) == (2011, "local", "")
    assert row["requests.received.total"] == 14
    assert [key for key in row if "." in key and row[key] is not None] == [
        "requests.received.total"
    ]
    kept = {each["cell"]: each["value"] for each in dataset.table("entries").to_pylist()}
    assert kept["statistics.local.现场接待人数"] == 71


def test_the_declaration() -> None:
    keys = [each.key for each in indicators()]
    assert len(keys) == len(set(keys))
    # the rows of the national table that hold a number
    assert len(national()) == 58
    assert all(each.unit_en for each in indicators())
    assert [each.key for each in indicators() if each.comparable] == ["statistics.received"]
    known = {cell.key for cell in all_cells()}
    assert all(set(each.counterpart) <= known for each in indicators())
    assert NATIONAL == "2014"
