"""Files no office writes, each of which once hung or crashed: a clear sentence, and soon."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from lib.intake import intake
from lib.reading.document import Unreadable

EXAMPLES = Path(__file__).parent / "examples"
ROW = "<tr><td rowspan=65000 colspan=1000>1</td></tr>"
TABLE = (
    "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
    "<tr><td>行政许可</td><td>7</td></tr></table>"
)


def empty_relations() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            package.writestr(name, "")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("spans.html", f"<table>{ROW * 1000}</table>".encode(), "too large"),
        ("comments.html", b"<p>" + b"<!--" * 300_000, "No table"),
        ("scripts.html", b"<p>" + b"<script>" * 200_000, "No table"),
        ("tags.html", b"<p>" + b"<span " * 300_000, "No table"),
        ("comments.txt", "<!-- 政府信息公开工作年度报告\n".encode() * 20_000, "No table"),
        ("years.txt", ("2023年" * 30_000 + "政府信息公开工作年度报告").encode(), "No table"),
        ("relations.docx", empty_relations(), "damaged"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_an_odd_file_is_refused_in_a_sentence(name: str, data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        intake(name, data)
    assert words in caught.value.en and caught.value.zh


def test_what_stands_before_comments_without_an_end_is_read() -> None:
    report = intake("x.html", (TABLE + "<!-- " * 1000).encode())
    assert report.value("disclosure.licences.decisions") == 7


def test_a_title_far_along_a_line_is_found() -> None:
    line = "首页 政府信息公开 " * 20 + "，某县人民政府2023年政府信息公开工作年度报告"
    report = intake("x.html", f"<p>{line}</p>{TABLE}".encode())
    assert (report.organ, report.year) == ("某县人民政府", 2023)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.html", b"\n"),
        ("random.txt", bytes(range(128, 256)) * 40),
        ("none.html", "<p>今日天气晴。</p>".encode()),
        ("broken.pdf", b"%PDF-1.7\n"),
    ],
)
def test_a_refusal_keeps_nothing_of_the_files_refused_before(name: str, data: bytes) -> None:
    """One exception object raised again and again keeps the frames of every time, and what was
    read in them."""

    def frames() -> int:
        with pytest.raises(Unreadable) as caught:
            intake(name, data)
        return len(caught.traceback)

    assert len({frames() for _ in range(3)}) == 1


def test_a_binary_workbook_is_not_unpacked_past_the_bound() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("[Content_Types].xml", "xl/workbook.bin"):
            package.writestr(name, "")
        package.writestr("xl/worksheets/sheet1.bin", bytes(33 << 20))
    with pytest.raises(Unreadable, match="too large once unpacked"):
        intake("x.xlsb", made.getvalue())


def test_a_line_of_blank_squares_that_ends_in_words_is_read_at_once() -> None:
    """Where the wording of such lines left two ways to take each blank, forty doubled the time
    forty times."""
    page = "规章" + ",  " * 60 + "注\n"
    began = time.monotonic()
    with pytest.raises(Unreadable):
        intake("x.csv", page.encode())
    assert time.monotonic() - began < 5


def test_a_square_longer_than_csv_takes_is_text() -> None:
    rows = "".join(f"甲{at},1,2\n" for at in range(9))
    with pytest.raises(Unreadable, match="No table"):
        intake("x.csv", f"{rows}乙,{'丙' * 140_000}\n".encode())


def test_a_tag_without_end_and_sense_is_passed_over() -> None:
    page = "<head><meta " + "信息" * 100_000 + "></head><p>今日天气晴。</p>"
    began = time.monotonic()
    with pytest.raises(Unreadable):
        intake("x.html", page.encode())
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("digit", ["0", "一"])
def test_digits_without_end_state_nothing_and_take_no_time(digit: str) -> None:
    text = (EXAMPLES / "2021-tabs.txt").read_text(encoding="utf-8")
    began = time.monotonic()
    report = intake("x.txt", f"收到申请{digit * 30_000}件。\n{text}".encode())
    assert time.monotonic() - began < 5
    assert not [each for each in report.stated if len(each.text) > 1000]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("", "政府信息公开" + " " * 3000 + "|"),
        ("", "2023年政府信息公开" + " " * 3000 + "|"),
        ("", "发布日期" + " " * 3000 + "|"),
        ("", "2024-03-18" + " " * 3000 + "|"),
        ("", "来源" + " " * 3000 + "|"),
        ("一、总体情况", "依据《" + "《" * 60_000),
        ("一、总体情况", "未收到行政复议" + "案件" * 3000 + "甲。"),
        ("一、总体情况", "百" * 30_000),
        ("", "\n" * 30_000),
        ("", " " * 30_000 + "|"),
    ],
)
def test_a_line_that_goes_on_and_on_takes_no_time(before: str, line: str) -> None:
    """Blanks that several parts of a wording could take, words that can be cut in two ways, marks
    that are never closed: some of these lines took hours."""
    text = (EXAMPLES / "2021-text-one-cell-a-line.txt").read_text(encoding="utf-8")
    longer = text.replace(before, f"{before}\n{line}", 1) if before else f"{line}\n{text}"
    began = time.monotonic()
    report, plain = intake("x.txt", longer.encode()), intake("x.txt", text.encode())
    assert time.monotonic() - began < 5
    assert (report.year, report.organ) == (plain.year, plain.organ)
    assert [each.value for each in report.entries.values()] == [
        each.value for each in plain.entries.values()
    ]


@pytest.mark.parametrize(
    "piece",
    ["<style>", "<style>{", "<script>", '<script>"', "<textarea>", "<xmp", "<![CDATA[", "&lt;td"],
)
def test_elements_without_an_end_are_looked_through_once(piece: str) -> None:
    page = f"<html><body>{{{piece * 20_000}{TABLE}"
    began = time.monotonic()
    with suppress(Unreadable):  # what a browser shows of it is text, or nothing
        intake("x.html", page.encode())
    assert time.monotonic() - began < 5


def test_a_sheet_of_comments_without_an_end_is_looked_through_once() -> None:
    sheet = ".a{text-decoration:line-through}" + "/*" * 20_000 + "text-decoration:" * 20_000
    page = f"<html><style>{sheet}</style>{TABLE}"
    began = time.monotonic()
    report = intake("x.html", page.encode())
    assert time.monotonic() - began < 5
    assert report.value("disclosure.licences.decisions") == 7
