"""Text whose cell borders are lost, against the numbers it was made from: over reports drawn by
lot, no number is ever taken that is not the printed one. What cannot be told is flagged."""

from __future__ import annotations

import numpy as np
import pytest
from lost import false_numbers, invented, labels_in_a_clump, run_together, without_blanks

from lib.form import REQUESTS, leaves, paths
from lib.intake import intake
from lib.parsing.report import Report, State

COLUMNS = [column.key for column in leaves(REQUESTS.blocks[0].columns, "2021")]


def told(report: Report, table: str) -> int:
    """How many numbers of a table were inferred."""
    return sum(
        entry.state is State.INFERRED and key.startswith(table)
        for key, entry in report.entries.items()
    )


@pytest.mark.parametrize("block", range(8))
def test_digits_run_together_are_right_or_not_taken(block: int) -> None:
    settled = 0
    for seed in range(block * 15, block * 15 + 15):
        random = np.random.default_rng(seed)
        truth = invented(seed)
        text = run_together(truth, random, float(random.choice([0.0, 0.2, 0.6])))
        read = intake("x.txt", text.encode())
        assert false_numbers(read, truth) == {}, seed
        settled += told(read, "requests")
    # nearly all of section three is told, or this test would pass by taking nothing
    assert settled > 15 * 150


@pytest.mark.parametrize("block", range(8))
def test_a_printed_fault_never_makes_a_false_number(block: int) -> None:
    """The truth then breaks the sums by which it is looked for."""
    for seed in range(1000 + block * 15, 1000 + block * 15 + 15):
        random = np.random.default_rng(seed)
        truth = invented(seed, fault=True)
        text = run_together(truth, random, float(random.choice([0.0, 0.2, 0.6])))
        assert false_numbers(intake("x.txt", text.encode()), truth) == {}, seed


@pytest.mark.parametrize("between", ["  ", "\n"])
@pytest.mark.parametrize("fault", [False, True])
def test_numbers_whose_blanks_left_no_trace_are_right_or_not_taken(
    between: str, fault: bool
) -> None:
    settled = 0
    for seed in range(40):
        random = np.random.default_rng(seed)
        lost = float(random.choice([0.005, 0.02, 0.1, 0.5, 1.0]))
        truth, text = without_blanks(invented(seed, fault), random, lost, between)
        read = intake("x.txt", text.encode())
        assert false_numbers(read, truth) == {}, seed
        settled += told(read, "requests")
    assert settled > 20


@pytest.mark.parametrize("fault", [False, True])
@pytest.mark.parametrize("traced", [0.5, 0.95, 1.0])
@pytest.mark.parametrize("stray", [0.0, 0.05, 1.0])
def test_a_line_of_blanks_is_a_cell_only_where_all_rows_say_so(
    fault: bool, traced: float, stray: float
) -> None:
    blank = 0
    for seed in range(20):
        random = np.random.default_rng(seed)
        lost = float(random.choice([0.02, 0.1, 0.5, 1.0]))
        report = invented(seed, fault)
        truth, text = without_blanks(report, random, lost, "\n", traced, stray)
        read = intake("x.txt", text.encode())
        assert false_numbers(read, truth) == {}, seed
        blank += sum(entry.state is State.BLANK for entry in read.entries.values())
    if (fault, traced, stray) == (False, 1.0, 0.0):
        assert blank > 20 * 30


NUMBERS = {
    # 30 + 1 = 29 + 2, 25 + 4 = 29; the second and third of 法人 are left blank in one row
    "一、本年新收政府信息公开申请数量": "28 0 0 0 0 2 30",
    "二、上年结转政府信息公开申请数量": "1 0 0 0 0 0 1",
    "(一)予以公开": "25 0 0 0 0 0 25",
    "(二)部分公开": "2 0 0 0 0 2 4",
    "(七)总计": "27 0 0 0 0 2 29",
    "四、结转下年度继续办理": "2 0 0 0 0 0 2",
}


def rows_by_line(**rows: str) -> Report:
    """A row a line; rows not given are zeros, or what NUMBERS says."""
    lines = ["某县2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    for label, key in LABELS.items():
        printed = next((v for name, v in NUMBERS.items() if label.startswith(name)), "0 " * 7)
        lines.append(f"{label} {rows.get(key, printed)}")
    return intake("x.txt", "\n".join(lines).encode())


LABELS = {path[-1].zh: path[-1].key for path in paths(REQUESTS.blocks[0].rows, "2021")}


def cell_by_line(**rows: str) -> Report:
    """A cell a line; a stroke in a row is a line of blanks."""
    lines = ["某县2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    for label, key in LABELS.items():
        printed = next((v for name, v in NUMBERS.items() if label.startswith(name)), "0 " * 7)
        cells = rows.get(key, printed).split()
        lines += [label, *("\xa0" if cell == "/" else cell for cell in cells)]
    return intake("x.txt", "\n".join([*lines, "五、存在的主要问题及改进情况", "无。"]).encode())


def states(report: Report, row: str) -> list[State]:
    return [report.entries[f"requests.{row}.{key}"].state for key in COLUMNS]


def test_lines_of_blanks_are_blank_cells() -> None:
    report = cell_by_line(
        partly_granted="2 / / / / 2 4",
        refused_query="/ / / / / / /",
        carried_out="2 0 0 0 0 0 2 / /",
    )
    assert states(report, "partly_granted") == [R, B, B, B, B, R, R]
    assert states(report, "refused_query") == [B] * 7
    assert states(report, "carried_out") == [R] * 7  # the lines below it are no cells
    assert report.value("requests.partly_granted.other_organisation") == 2


def test_a_line_of_blanks_that_does_not_fit_makes_none_of_them_a_cell() -> None:
    """The first row has a line of blanks below it: so the other's may be no cell but have lost one,
    and its 2 is a natural person's, as the columns have it."""
    report = cell_by_line(granted="25 0 0 0 0 0 25 /", partly_granted="/ 2 0 0 0 2 4")
    assert report.value("requests.partly_granted.natural_person") == 2
    assert report.entries["requests.partly_granted.natural_person"].state is State.INFERRED
    assert report.value("requests.partly_granted.business") is None


def test_a_total_left_blank_is_borne_out_by_the_columns() -> None:
    assert states(cell_by_line(carried_out="2 0 0 0 0 0 /"), "carried_out") == [*[R] * 6, B]
    wrong = cell_by_line(carried_out="3 0 0 0 0 0 /")
    assert states(wrong, "carried_out") == [State.UNREADABLE] * 7


def tables_of_one_row(*blocks: str) -> Report:
    """Labels, and rows of numbers as tables of their own under heads that a tool made up."""
    lines = ["# 某县2023年政府信息公开工作年度报告", "## 二、主动公开政府信息情况"]
    lines += ["| 信息内容 | 本年处理决定数量 |", "|---|---|", "| 行政强制 | 4 |"]
    lines.append("## 三、收到和处理政府信息公开申请情况")
    for block in blocks:
        if block[0].isdigit() and "." not in block:
            heads = " | ".join(f"数据{number}" for number in range(1, 8))
            lines += [f"| {heads} |", "|" + "---|" * 7, f"| {block.replace('/', '')} |", ""]
        else:
            lines += [block, ""]
    return intake("x.md", "\n".join(lines).encode())


def test_a_table_for_each_row_is_read_under_the_label_before_it() -> None:
    report = tables_of_one_row(
        "一、本年新收政府信息公开申请数量",
        "28 | 0 | 0 | 0 | 0 | 2 | 30",
        "三、本年度办理结果(一)予以公开",
        "25 | / | / | / | / | / | 25",
        "(三)不予公开1.属于国家秘密",
        "0 | 0 | 0 | 0 | 0 | 0 | 0",
    )
    assert states(report, "received") == states(report, "refused_state_secret") == [R] * 7
    assert states(report, "granted") == [R, *[B] * 5, R]
    assert report.value("requests.received.other_organisation") == 2
    assert report.value("requests.granted.total") == 25
    assert "label.position" in {finding.code for finding in report.findings}


def test_a_table_of_one_row_after_two_labels_is_neithers() -> None:
    report = tables_of_one_row(
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "28 | 0 | 0 | 0 | 0 | 2 | 30",
        "1 | 0 | 0 | 0 | 0 | 0 | 1",
        "(一)予以公开",
        "25 | 0 | 0 | 0 | 0 | 0 | 25",
    )
    assert told(report, "requests") == 0
    given = {key for key, entry in report.entries.items() if entry.value is not None}
    assert given == {"disclosure.coercion.decisions"}
    assert "cell.unclaimed" in {finding.code for finding in report.findings}


R, B = State.REPORTED, State.BLANK


def test_a_row_that_lost_two_blanks_keeps_what_is_certain() -> None:
    report = rows_by_line(partly_granted="2 0 0 2 4")
    told = {key: report.entries[f"requests.partly_granted.{key}"] for key in COLUMNS}
    # 2 and 2 are natural persons and other organisations, as (七)总计 has them; which two of the
    # four kinds between them are blank and which are 0 nothing tells
    assert (told["natural_person"].value, told["natural_person"].state) == (2, State.INFERRED)
    assert told["other_organisation"].value == 2
    assert told["total"].value == 4
    for key in ("business", "research", "public_interest", "legal_service"):
        assert told[key].state is State.UNREADABLE
    assert "cell.inferred" in {finding.code for finding in report.findings}


def test_a_row_that_lost_all_its_zeros_is_told_by_the_columns() -> None:
    report = rows_by_line(partly_granted="2 2 4", granted="25 25")
    states = [report.entries[f"requests.granted.{key}"].state for key in COLUMNS]
    assert states == [State.INFERRED, *[State.BLANK] * 5, State.INFERRED]
    assert report.value("requests.partly_granted.other_organisation") == 2


@pytest.mark.parametrize(
    "printed", ["2 0 0 0 0 2 4 9", "1,002 0 0 2 4", "2 0 0 - 2 4", "2 0 0 0 3 5", "2 0 0 2"]
)
def test_a_row_that_does_not_fit_gets_no_number(printed: str) -> None:
    """Eight numbers; a number that is too large; a dash; a wrong total; no total."""
    report = rows_by_line(partly_granted=printed)
    for key in COLUMNS:
        entry = report.entries[f"requests.partly_granted.{key}"]
        assert (entry.value, entry.state) == (None, State.UNREADABLE)
    assert "row.ambiguous" in {finding.code for finding in report.findings}


def test_numbers_in_a_sentence_are_no_cells() -> None:
    report = intake(
        "x.txt",
        (
            "某县2023年政府信息公开工作年度报告\n一、总体情况\n全年本机关办理\n行政处罚 12\n件,"
            "行政许可 7\n件。(一)予以公开 5\n件;2.重复申请 3\n件。\n"
            "信息内容 本年处理决定数量\n行政强制 4\n"
            "五、存在的主要问题及改进情况\n行政处罚 13\n件办结。\n"
        ).encode(),
    )
    assert report.value("disclosure.coercion.decisions") == 4
    assert report.entries["disclosure.penalties.decisions"].value is None
    assert report.entries["disclosure.licences.decisions"].value is None
    assert report.entries["requests.granted.total"].value is None
    assert report.entries["requests.granted.natural_person"].value is None


@pytest.mark.parametrize("fault", [False, True])
def test_numbers_parted_from_their_labels_are_right_or_not_taken(fault: bool) -> None:
    """Now and then a row of numbers is lost too: those after it must not move up."""
    settled = 0
    for seed in range(60):
        random = np.random.default_rng(seed)
        share = float(random.choice([0.05, 0.2, 0.5, 0.9, 1.0]))
        truth = invented(seed, fault)
        read = intake("x.txt", labels_in_a_clump(truth, random, share).encode())
        assert false_numbers(read, truth) == {}, seed
        settled += told(read, "requests")
    assert fault or settled > 60 * 10


def test_two_labels_before_one_number_are_neither_rows() -> None:
    text = (
        "某县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n本年处理决定数量\n"
        "行政许可\n7\n信息内容\n本年处理决定数量\n行政处罚\n行政强制\n12\n"
    )
    report = intake("x.txt", text.encode())
    assert report.value("disclosure.licences.decisions") == 7
    assert report.value("disclosure.penalties.decisions") is None
    assert report.entries["disclosure.coercion.decisions"].state is State.UNREADABLE


def test_a_row_without_its_label_moves_no_other_row() -> None:
    """One cell a line, and the label of the second row lost: nothing says whose its numbers are."""
    labels = list(LABELS)
    lines = ["某县2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    for label in labels:
        printed = next((v for name, v in NUMBERS.items() if label.startswith(name)), "0 " * 7)
        lines += [*([label] if label != labels[1] else []), *printed.split()]
    report = intake("x.txt", "\n".join(lines).encode())
    assert report.entries["requests.received.total"].value is None
    assert "row.ambiguous" in {finding.code for finding in report.findings}


@pytest.mark.parametrize(
    ("heads", "given"),
    [
        (("上一年项目数量", "本年增/减", "处理决定数量"), True),
        (("本年增/减", "上一年项目数量", "处理决定数量"), False),
        (("本年增/减", "上一年项目数量", "本年增/减", "处理决定数量"), False),
    ],
)
def test_heads_without_borders_are_the_forms_or_tell_nothing(
    heads: tuple[str, ...], given: bool
) -> None:
    """A head that has moved, or slipped in twice, pushes the numbers of its rows aside."""
    numbers = ("53", "+6", "214", "1")[: len(heads)]
    lines = ("某县2019年政府信息公开工作年度报告", "二、主动公开政府信息情况")
    text = "\n".join((*lines, "信息内容", *heads, "其他对外管理服务事项", *numbers))
    report = intake("x.txt", text.encode())
    for column, value in (("items_last_year", 53), ("items_change", 6), ("decisions", 214)):
        entry = report.entries[f"disclosure.other_services.{column}"]
        assert entry.value == (value if given else None), column
        assert given or entry.state is State.UNREADABLE


def test_the_end_of_a_cut_label_is_no_label() -> None:
    """A label cut in two and its first row's numbers lost: what is left ends in 其他."""
    lines = ["某县2023年政府信息公开工作年度报告", "信息内容\t本年处理决定数量", "行政强制\t4"]
    lines += ["三、收到和处理政府信息公开申请情况", ",只计这一情形,不计其他)", *"8000008"]
    report = intake("x.txt", "\n".join(lines).encode())
    assert all(
        report.entries[f"requests.{row}.{key}"].value is None
        for row in ("other_rest", "partly_granted")
        for key in COLUMNS
    )


def test_a_broken_table_read_line_by_line_is_said_to_be_so() -> None:
    """Its squares stand as paragraphs in the text of the page: one may have left its row."""
    page = (
        "<h1>某县2023年政府信息公开工作年度报告</h1><div><p>二、主动公开政府信息情况</p>"
        "<p>信息内容</p><p>本年处理决定数量</p><p>行政处罚</p><p>59</p>"
        "<p>三、收到和处理政府信息公开申请情况</p></div>"
    )
    report = intake("x.html", page.encode())
    assert report.value("disclosure.penalties.decisions") == 59
    (finding,) = (each for each in report.findings if each.code == "label.position")
    assert finding.cells == ("disclosure.penalties.decisions",)


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("5 / / 2 7 8 / / 1 9 / / / / /", True),
        ("5 0 0 2 7 8 0 0 1 9 0 0 0 0 0", True),
        ("5 / / 2 6 8 / / 1 9 / / / / /", False),  # 5 + 2 is not 6
        ("5 / / 2 / 8 / / 1 9 / / / / /", False),  # nothing says what it adds up to
    ],
)
def test_section_four_without_its_heads_is_told_by_its_sums(row: str, read: bool) -> None:
    """A page's end has cut its heads in two. A stroke is a blank square."""
    squares = "\t".join("" if each == "/" else each for each in row.split())
    text = (
        "某县2023年政府信息公开工作年度报告\n信息内容\t本年处理决定数量\n行政强制\t4\n"
        f"四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n持 正 果 结 计\n{squares}\n"
        "五、存在的主要问题及改进情况\n"
    )
    report = intake("x.txt", text.encode())
    given = {key for key, entry in report.entries.items() if entry.value is not None}
    assert (report.value("remedies.reconsideration.pending") == 2) is read
    assert ("remedies.litigation_direct.total" in given) is read
    if read:
        assert report.entries["remedies.litigation_direct.total"].state is State.INFERRED


@pytest.mark.parametrize("spare", [0, 1])
def test_a_row_without_heads_does_not_begin_with_a_blank_square(spare: int) -> None:
    """The last row on a page of its own, its total blank: whether the pipe at its end closes the
    row or begins a blank square nothing says, so the blank ones at its start may be a label's."""
    lines = ["某县2023年政府信息公开工作年度报告", "信息内容\t本年处理决定数量", "行政强制\t4"]
    lines += ["下一页", f"四、结转下年度继续办理 | {'| ' * spare}| 1 | 0 | 0 | 0 | 0 | 0 | "]
    report = intake("x.txt", "\n".join(lines).encode())
    entries = [report.entries[f"requests.carried_out.{key}"] for key in COLUMNS]
    assert [entry.value for entry in entries] in ([None] * 7, [1, 0, 0, 0, 0, 0, None])
    assert all(entry.state is not State.BLANK for entry in entries[:6])
