"""Bytes to Document: encodings, spans, the shapes text comes in, and what is refused."""

import contextlib
import random

import pytest

from lib.reading import read
from lib.reading.document import Document, Grid, Paragraph, Unreadable


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("规章 0".encode(), "utf-8"),
        ("\ufeff规章 0".encode(), "utf-8"),
        ("规章 0".encode("gbk"), "gb18030"),
        ("规章 0".encode("utf-16"), "utf-16"),
        ('<meta charset="gb2312"><p>规章 0</p>'.encode("gbk"), "gb18030"),
        # the declaration is wrong: the bytes decide
        ('<meta charset="utf-8"><p>规章 0</p>'.encode("gbk"), "gb18030"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    document = read("x", data)
    assert [paragraph.text for paragraph in document.paragraphs] == ["规章 0"]
    assert document.encoding == encoding


def test_spans_are_expanded_to_a_rectangle() -> None:
    page = b"""<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr>
    <tr><td>c</td><td>d</td></tr><tr><td colspan=3>e</td></tr></table>"""
    (grid,) = read("x.html", page).grids
    assert texts(grid) == [["a", "b", "b"], ["a", "c", "d"], ["e", "e", "e"]]
    assert grid.rows[0][0] is grid.rows[1][0]
    assert grid.rows[1][1].place[1:4] == (0, 1, 1)


def test_short_rows_are_filled_with_absent_squares_not_blanks() -> None:
    (grid,) = read("x.html", b"<table><tr><td>a<td>b</tr><tr><td>c</tr></table>").grids
    assert grid.rows[1][1].colspan == 0
    assert grid.rows[0][1].colspan == 1


def test_a_rowspan_hanging_beyond_a_short_row() -> None:
    page = b"<table><tr><td>a<td>b<td rowspan=2>c</tr><tr><td>d</tr></table>"
    (grid,) = read("x.html", page).grids
    assert texts(grid) == [["a", "b", "c"], ["d", "", "c"]]
    assert grid.rows[1][1].colspan == 0


def test_a_rowspan_of_nought_goes_down_to_the_end() -> None:
    rows = "<tr><td rowspan=0>a<td>b</tr><tr><td>c</tr><tr><td>d</tr>"
    (grid,) = read("a.html", f"<table>{rows}</table>".encode()).grids
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["a", "b"],
        ["a", "c"],
        ["a", "d"],
    ]


def test_layout_tables_are_walked_through() -> None:
    page = "<table><tr><td>菜单<table><tr><td>规章<td>1</table>尾</td></tr></table>".encode()
    document = read("x.html", page)
    assert [type(block) for block in document.blocks] == [Paragraph, Grid, Paragraph]
    assert texts(document.grids[0]) == [["规章", "1"]]


def test_words_cut_over_spans_are_whole_and_breaks_are_kept() -> None:
    page = """<table><tr><td><p><span>结</span><span>果<o:p></o:p></span></p></td>
    <td>2</span><span>3</td><td>22<br>(其中修订16件)</td><td>&nbsp;\u3000</td></tr></table>""".encode()
    assert texts(read("x.html", page).grids[0]) == [["结果", "23", "22\n(其中修订16件)", ""]]


def test_scripts_styles_and_comments_are_no_text() -> None:
    page = "<p>甲<!-- 乙 --></p><script>var a='丙'</script><style>丁</style><p>戊</p>".encode()
    assert [p.text for p in read("x.html", page).paragraphs] == ["甲", "戊"]


@pytest.mark.parametrize("mark", ["\u202d", "\u200e", "\u00ad", "\u2060", "\ufeff", "\u200d"])
def test_marks_nobody_sees_are_no_text(mark: str) -> None:
    """A number copied from another program comes between marks of direction."""
    for name, text in (
        ("x.html", f"<table><tr><td>规{mark}章</td><td>{mark}12\u202c</td></tr></table>"),
        ("x.html", f"<table><tr><td>规{mark}章</td><td><i hidden>9</i>1{mark}2</td></tr></table>"),
        ("x.txt", f"规{mark}章\t{mark}12\u202c\n"),
    ):
        (grid,) = read(name, text.encode()).grids
        assert [cell.text for cell in grid.rows[0]] == ["规章", "12"]


def test_page_marks_in_the_text_do_no_harm() -> None:
    page = "<p>甲\ue001乙</p><table><tr><td>1\ue003</td></tr></table>".encode()
    document = read("x.html", page)
    assert document.paragraphs[0].text == "甲乙"
    assert texts(document.grids[0]) == [["1"]]


def test_metadata() -> None:
    page = '<head><title> 某局\n年报 </title><meta name="PubDate" content="2024-01-02"></head><p>x'
    assert read("x.html", page.encode()).metadata == {"title": "某局 年报", "pubdate": "2024-01-02"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 规章 | 0 | | 7 |\n| 规范性文件 | 1 | 2 | 3 |", ["规章", "0", "", "7"]),
        ("规章 | 0 | | 7\n规范性文件 | 1 | 2 | 3", ["规章", "0", "", "7"]),
        (" | 规章 | 0\n规范性文件 | 1 | 2", ["", "规章", "0"]),
        ("规章\t0\t\t7\n规范性文件\t1\t2\t3", ["规章", "0", "", "7"]),
    ],
)
def test_rows_of_pipes_and_tabs(text: str, expected: list[str]) -> None:
    assert texts(read("x.txt", text.encode()).grids[0])[0] == expected


def test_a_markdown_rule_begins_a_table_of_its_own() -> None:
    text = "|a|b|\n|---|---|\n|c|d|\n\n|e|f|\n|---|---|\n|g|h|\n"
    grids = read("x.md", text.encode()).grids
    assert [texts(grid) for grid in grids] == [[["a", "b"], ["c", "d"]], [["e", "f"], ["g", "h"]]]
    assert grids[1].rows[1][0].place.line == 7


def test_lines_are_paragraphs_with_their_numbers() -> None:
    document = read("x.txt", "一、总体情况\r\n\r\n20\r\n".encode())
    assert [(p.text, p.place.line) for p in document.paragraphs] == [("一、总体情况", 1), ("20", 3)]


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.html", b"", "空"),
        ("blank.txt", b" \r\n\t\n", "空"),
        ("bom.txt", b"\xef\xbb\xbf", "空"),
        ("photo.png", PNG, "图片"),
        ("photo.html", PNG, "图片"),
        ("a.bin", bytes(range(256)) * 40, "不是文字文件"),
        ("b.txt", b"\x00\x01\x02\x03" * 500, "不是文字文件"),
        ("c.pdf", b"%PDF-1.7 x", "损坏"),
        ("d.docx", b"PK\x03\x04 x", "Word"),
        ("e.html", b"<html></html>", ""),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(name: str, data: bytes, words: str) -> None:
    try:
        document = read(name, data)
    except Unreadable as error:
        assert words in error.zh
        assert error.zh.endswith("。")
        assert error.en.endswith(".")
    else:
        # an empty page is a page: that it holds no report is for the parser to say
        assert name == "e.html"
        assert isinstance(document, Document)
        assert document.blocks == ()


def test_random_bytes_never_raise_anything_else() -> None:
    source = random.Random(2021)
    for _ in range(300):
        data = source.randbytes(source.randint(1, 3000))
        with contextlib.suppress(Unreadable):
            read("x", data)


def test_a_table_without_cells_is_no_grid() -> None:
    page = "<p>某县2023年政府信息公开工作年度报告</p><table><tr></tr></table><p>正文</p>"
    document = read("x.html", page.encode())
    assert document.grids == ()
    assert [each.text for each in document.paragraphs][-1] == "正文"
