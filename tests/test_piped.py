"""Tables in text whose squares each end in a pipe: rows are put together by their width, and the
pipes that only fill a row up are no blank squares. Expected rows are typed beside the text."""

import pytest

from lib.intake import intake
from lib.parsing.report import State
from lib.reading import read
from lib.reading.document import Document, Grid

# a cell a line
ALONE = """二、主动公开政府信息情况
第二十条第(一)项 |
|||
信息内容 |
本年制发件数 |
本年废止件数 |
现行有效件数 |
规章 |
/ |
/ |
/ |
行政规范性文件 |
4 |
|
9 |
第二十条第(五)项 |
|||
信息内容 |
本年处理决定数量 |
||
行政许可 |
27 |
||
三、收到和处理政府信息公开申请情况
"""
# a cell on one line, its pipe on the next
BELOW = "\n".join(
    line if line.startswith("|") or "|" not in line else line.replace(" |", "\n|")
    for line in ALONE.splitlines()
)
# pipes around each row, blank lines and margins between the cells
AROUND = """二、主动公开政府信息情况
|
      第二十条第(一)项  |
   |||
|
      信息内容  |

      本年制发件数  |

      本年废止件数  |

      现行有效件数  |

|
      行政规范性文件  |

      4  |

      |

      9  |

"""


def grids(text: str) -> list[list[list[str | None]]]:
    document: Document = read("x.txt", text.encode())
    return [
        [[cell.text if cell.colspan else None for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


@pytest.mark.parametrize("text", [ALONE, BELOW], ids=["alone", "below"])
def test_squares_that_stand_one_a_line_are_rows_again(text: str) -> None:
    assert grids(text) == [
        [
            ["第二十条第(一)项", None, None, None],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "/", "/", "/"],
            ["行政规范性文件", "4", "", "9"],
            ["第二十条第(五)项", None, None, None],
            ["信息内容", "本年处理决定数量", None, None],
            ["行政许可", "27", None, None],
        ]
    ]


def test_the_heading_above_a_bordered_table_is_no_square_of_it() -> None:
    assert grids(AROUND) == [
        [
            ["第二十条第(一)项", None, None, None],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["行政规范性文件", "4", "", "9"],
        ]
    ]
    assert [each.text for each in read("x.txt", AROUND.encode()).paragraphs] == [
        "二、主动公开政府信息情况"
    ]


def test_a_number_is_on_its_own_line() -> None:
    report = intake("x.txt", ALONE.encode())
    entry = report.entries["disclosure.normative_documents.in_force"]
    assert (entry.value, entry.place and entry.place.line) == (9, 15)
    assert report.entries["disclosure.normative_documents.repealed"].state is State.BLANK
    assert report.entries["disclosure.regulations.made"].state is State.NOT_APPLICABLE
    assert report.value("disclosure.licences.decisions") == 27


@pytest.mark.parametrize(
    "text",
    [
        ALONE.replace("|||\n", "||\n", 1),  # the first row is narrower than the others
        ALONE.replace("4 |\n", ""),  # a square of one row is lost
    ],
)
def test_squares_that_fit_no_width_are_not_put_together(text: str) -> None:
    report = intake("x.txt", text.encode())
    assert report.value("disclosure.normative_documents.in_force") is None


@pytest.mark.parametrize("text", ["|\n", "首页\n|\n机构\n|\n手机版\n", "| |\n||\n", "甲\n||\n|\n"])
def test_bars_of_a_menu_are_no_table(text: str) -> None:
    read("x.txt", text.encode())
    with pytest.raises(Exception, match="No table"):
        intake("x.txt", text.encode())


PIPED = """2020年石浦县林业局政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | |||
规范性文件 | 11 | ||
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 8 | | 40 |
"""


def test_a_row_whose_blank_squares_are_lost_gives_no_number() -> None:
    """Two squares of 规范性文件 are lost: its 11 may be under any of the three heads."""
    report = intake("x.txt", PIPED.encode())
    for column in ("made", "newly_published", "published_total"):
        entry = report.entries[f"disclosure.normative_documents.{column}"]
        assert (entry.value, entry.state) == (None, State.UNREADABLE)
    assert report.value("disclosure.licences.items_last_year") == 8
    assert report.entries["disclosure.licences.items_change"].state is State.BLANK
    assert report.value("disclosure.licences.decisions") == 40


def test_squares_of_rows_none_of_which_is_filled_up_are_read_a_line_each() -> None:
    """As below a page's end, where the first row of the table stays above."""
    text = (
        "石浦县林业局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        "信息内容 |\n本年处理决定数量 |\n行政处罚 |\n12 |\n行政强制 |\n3 |\n"
    )
    report = intake("x.txt", text.encode())
    assert report.value("disclosure.penalties.decisions") == 12
    assert report.value("disclosure.coercion.decisions") == 3


@pytest.mark.parametrize(("total", "taken"), [("2", 2), ("3", None)])
def test_a_row_below_the_end_of_a_page_is_taken_where_it_adds_up(
    total: str, taken: int | None
) -> None:
    lines = "四、结转下年度继续办理 |", "2 |", *["0 |"] * 5, f"{total} |"
    text = WIDE.format("1").rpartition("四、")[0] + "\n".join(("下一页", *lines))
    assert intake("x.txt", text.encode()).value("requests.carried_out.natural_person") == taken


CUT_BY_A_PAGE = """{foot}
 |
法提供 |
2.没有现成信息 |
4 |
 |
4 |
3.补正后仍不明确 |
0 |
 |
0 |
||
四 |
1 |
 |
1 |
||
"""


@pytest.mark.parametrize("foot", ["— 4 —", "第 4 页 共 9 页", "4/9"])
def test_the_foot_of_a_page_is_no_square_of_the_table_that_goes_on_below_it(foot: str) -> None:
    """Its first square is blank. Half the width would fit every end of a row as well, but then
    labels would follow a row of numbers."""
    assert grids(CUT_BY_A_PAGE.format(foot=foot)) == [
        [
            ["", "法提供", "2.没有现成信息", "4", "", "4"],
            ["3.补正后仍不明确", "0", "", "0", None, None],
            ["四", "1", "", "1", None, None],
        ]
    ]


def test_rows_with_a_blank_first_and_last_square_have_no_border() -> None:
    """Every row has as many pipes, and the last one prints what is blank in the others."""
    text = " | 法提供 | 44 | 3 |  \n |  | 25 |  |  \n | 总计 | 69 | 3 | 72\n"
    assert grids(text) == [
        [["", "法提供", "44", "3", ""], ["", "", "25", "", ""], ["", "总计", "69", "3", "72"]]
    ]


def test_pipes_that_touch_within_a_row_are_blank_squares() -> None:
    text = "| 行政规范性文件 || 3 | |\n| 规章 | 0 | 0 | |\n| 行政许可 | 1 | ||\n"
    assert grids(text) == [
        [["行政规范性文件", "", "3", ""], ["规章", "0", "0", ""], ["行政许可", "1", "", ""]]
    ]


def test_one_pipe_fills_a_row_up_by_one_square_behind_a_blank_one() -> None:
    """Where more than one fills a row up they touch: the blank square before it is printed."""
    text = "规章 | 0 | 2 | 2 | |\n行政规范性文件 | 4 | 1 |  | |\n行政许可 | 27 | |||\n"
    assert grids(text) == [
        [
            ["规章", "0", "2", "2"],
            ["行政规范性文件", "4", "1", ""],
            ["行政许可", "27", None, None],
        ]
    ]


def test_a_last_row_that_is_cut_off_does_not_move_the_others() -> None:
    text = "规章 | 0 | 0 | 2 |\n规范性文件 | 1 | 0 | 7 |\n行政许可 | 5 | 1 | 3 |\n其他对外管理服务"
    assert grids(text + " | 4") == [
        [
            ["规章", "0", "0", "2"],
            ["规范性文件", "1", "0", "7"],
            ["行政许可", "5", "1", "3"],
            ["其他对外管理服务", "4", None, None],
        ]
    ]


def test_a_sentence_between_heading_and_table_is_no_label_of_it() -> None:
    text = (
        "石浦县林业局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        "全年没有制发行政规范性文件。\n第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n"
        "现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n0\n2\n6\n"
    )
    report = intake("x.txt", text.encode())
    assert report.value("disclosure.regulations.in_force") == 0
    assert report.value("disclosure.normative_documents.repealed") == 2
    assert not any(each.code == "row.ambiguous" for each in report.findings)


WIDE = """三、收到和处理政府信息公开申请情况
(勾稽关系) | 申请人情况 | |||||||
自然人 | 法人或其他组织 | 总计 | ||||||
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ||||
一、本年新收政府信息公开申请数量 | 3 | | | | | | 3 | |
二、上年结转政府信息公开申请数量 | {} | | | | | | 1 | |
三、本年度办理结果 | (一)予以公开 | 2 | | | | | | 2 |
四、结转下年度继续办理 | 2 | | | | | | 2 | |
"""


def test_a_blank_first_square_is_the_first_cell_where_other_rows_begin_there() -> None:
    report = intake("x.txt", WIDE.format("").encode())
    assert report.entries["requests.carried_in.natural_person"].state is State.BLANK
    assert report.value("requests.carried_in.total") == 1
    assert report.value("requests.granted.total") == 2


def test_a_table_of_an_unknown_year_is_measured_by_no_year() -> None:
    text = PIPED.replace("2020年石浦县", "石浦县") + WIDE.format("1")
    report = intake("x.txt", text.encode())
    assert report.editions == {"disclosure": "2019", "requests": "2019", "remedies": "2019"}
    assert not any(each.code == "table.edition" for each in report.findings)


def test_a_first_row_on_one_line_tells_the_width_of_the_others() -> None:
    text = ALONE.replace("第二十条第(一)项 |\n|||\n", "第二十条第(一)项 | |||\n")
    assert grids(text) == grids(ALONE)


def test_a_last_row_that_is_cut_off_is_not_said_to_be_blank() -> None:
    text = ALONE.split("27 |")[0] + "27\n"
    assert intake("x.txt", text.encode()).entries["disclosure.licences.decisions"].state is (
        State.MISSING
    )


@pytest.mark.parametrize(
    ("heads", "made"),
    [
        ("本年新 | 本年新 | 对外公开总数量", 5),  # each head lost its second line
        ("本年 | 本年 | 对外公开总数量", None),  # too short to tell
        ("本年新 | 对外公开总数量 | 本年新", None),  # in no order the form has
        ("本年新 | 本年新", None),
    ],
)
def test_heads_that_lost_their_end_are_read_by_their_beginning(heads: str, made: int) -> None:
    text = (
        "石浦县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        f"信息内容 | {heads} |\n规章 | 0 | 0 | 0 |\n规范性文件 | 5 | 4 | 31 |\n"
    )
    report = intake("x.txt", text.encode())
    assert report.value("disclosure.normative_documents.made") == made
    assert report.value("disclosure.normative_documents.newly_published") == (made and 4)


def test_a_first_square_with_its_pipe_below_begins_a_table() -> None:
    text = ALONE.replace("项 |\n", "项\n|\n")
    assert grids(text) == grids(ALONE)
    two = "勾稽关系\n|\n申请人情况\n|\n|||\n自然人\n|\n法人或其他组织\n|\n总计\n|\n||\n"
    assert grids(two) == [
        [
            ["勾稽关系", "申请人情况", None],
            ["自然人", "法人或其他组织", "总计"],
        ]
    ]


def test_heads_of_section_three_on_two_rows_are_put_together() -> None:
    rows = WIDE.format("1").splitlines()
    rows[3] = "商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 | ||||"
    rows.insert(4, "企业 | 机构 | |||||||")
    report = intake("x.txt", "\n".join(rows).encode())
    codes = {finding.code for finding in report.findings}
    assert report.value("requests.received.total") == 3
    assert not codes & {"label.position", "cell.unclaimed"}


@pytest.mark.parametrize(
    "text",
    [
        # a row left blank, wider than the heads, which are another block's
        "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n行政许可 | |||||\n"
        "行政许可 | |||||\n甲 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n",
        # rows that print nothing, and a table after a row without a last pipe
        "| |\n| |||\n| |\n",
        "机构 | 3\n" + ALONE.partition("\n")[2],
    ],
)
def test_odd_rows_of_pipes_do_not_stop_a_file(text: str) -> None:
    year = "石浦县2020年政府信息公开工作年度报告\n"
    intake("x.txt", f"{year}{text}\n规章\t0\t0\t0\n规范性文件\t1\t0\t4\n".encode())
