"""The report of a check, opened by other programs than the one that wrote it.

The report checked is invented: its numbers stand in tests/tiny.py, one of them put wrong here."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pypdfium2
import pytest

from lib.checks import check
from lib.exporting import check_report_pdf
from lib.exporting.check_report import CheckReport, compose, summary
from lib.exporting.check_report_docx import to_docx
from lib.exporting.check_report_pdf import to_pdf
from lib.findings import Finding
from lib.parsing.report import Report
from tests import tiny

MADE = datetime(2024, 2, 3, 4, 5, tzinfo=UTC)
HOSTILE = '#eval("1+1") $x$ *b* <a> \\ `c` = head "q" \x0b [ok]'


@pytest.fixture(scope="module")
def wrong() -> Report:
    """The city's 2021, its handled total printed as 21 where the outcomes make 20."""
    numbers = tiny.CITY_2021 | {"requests.handled.total": 21}
    report = tiny.report(tiny.CITY, 2021, numbers)
    return replace(report, findings=check(report, tiny.CITY.level, tiny.CITY.kind))


def composed(report: Report, lang: str) -> CheckReport:
    return compose(report, tiny.CITY, report.findings, lang, MADE, (2020,))


def pdf_text(data: bytes) -> str:
    book = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in book)


def docx_text(data: bytes) -> str:
    book = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in book.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in book.paragraphs), *cells])


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [
        (
            "zh",
            ("甲市人民政府2021年度报告核对结果", "2024-02-03 04:05 UTC", "办理结果之和不等于总计",
             "应为20，填报为21，相差+1", "办理总计 · 总计", "改正建议", "第二十条第（八）项",
             "12.5"),
        ),
        (
            "en",
            ("Check of the annual report of 甲市人民政府 for 2021", "Outcomes do not add up",
             "expected 20, printed 21, difference +1", "To mend it", "Article 20, item 8",
             "Compared with", "2020", "12.5"),
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_it_says_what_is_wrong(
    wrong: Report, kind: str, lang: str, wanted: tuple[str, ...]
) -> None:
    if kind == "pdf" and not check_report_pdf.available():
        pytest.skip("the Chinese font is not installed")
    content = composed(wrong, lang)
    text = docx_text(to_docx(content)) if kind == "docx" else pdf_text(to_pdf(content))
    whole = squeezed(text)
    for words in (*wanted, wrong.sha256, wrong.name):
        assert squeezed(words) in whole, words


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_text_of_a_report_is_never_a_command(wrong: Report, kind: str) -> None:
    if kind == "pdf" and not check_report_pdf.available():
        pytest.skip("the Chinese font is not installed")
    finding = Finding("organ.unknown", HOSTILE, HOSTILE)
    content = composed(replace(wrong, name=HOSTILE, findings=(finding,)), "zh")
    text = docx_text(to_docx(content)) if kind == "docx" else pdf_text(to_pdf(content))
    assert squeezed('#eval("1+1") $x$ *b* <a> \\ `c` = head') in squeezed(text)


def test_the_filled_form_is_whole(wrong: Report) -> None:
    book = docx.Document(io.BytesIO(to_docx(composed(wrong, "zh"))))
    _, disclosure, requests, remedies = book.tables
    assert [len(table.columns) for table in (disclosure, requests, remedies)] == [4, 10, 15]
    # the total row, as the reader of the form sees it: 16 + 4, and the 21 put in
    (row,) = [row for row in requests.rows if row.cells[2].text == "（七）总计"]
    assert [cell.text for cell in row.cells][3:] == ["16", "0", "4", "0", "0", "0", "21"]
    assert [cell.text for cell in remedies.rows[-1].cells][:5] == ["3", "2", "1", "4", "10"]


def test_the_summary_names_what_there_is() -> None:
    slip, missing = Finding("sum.applicants", "一", "one"), Finding("section.missing", "二", "two")
    assert summary([missing, slip, missing], "zh", 42) == "错误1处，警告2处。"
    assert summary([missing], "zh", 42) == "未发现错误，警告1处。"
    assert summary([missing], "en", 42) == "No errors; warnings: 1."


def test_a_clean_report_says_so() -> None:
    report = tiny.report(tiny.CITY, 2021, tiny.CITY_2021)
    content = compose(report, tiny.CITY, (), "en", MADE)
    assert "nothing was found" in content.summary
    assert not content.findings
    assert any("no report of the organ" in text for _, text in content.identity)
    assert "nothing was found" in docx_text(to_docx(content))


def test_without_the_font_no_boxes_are_drawn(
    wrong: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_report_pdf, "available", lambda: False)
    with pytest.raises(RuntimeError, match="Noto Sans CJK SC"):
        to_pdf(composed(wrong, "zh"))
