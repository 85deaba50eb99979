"""Older Office files through LibreOffice, web archives, and how a file's kind is told."""

from __future__ import annotations

import base64
import io
import quopri
import struct
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from lib.intake import intake
from lib.parsing.report import Report, State
from lib.reading import compound, converted, older_workbook, read
from lib.reading.document import Unreadable
from lib.reading.fonts import UNKNOWN, Fonts, fonts_of
from lib.reading.rtf import with_results
from lib.synthetic import Habits, invent_report, write
from tests.office_files import docx_of, xlsx_of
from tests.test_synthetic import differences

installed = pytest.mark.skipif(
    converted.program() is None, reason="LibreOffice, an optional program, is not installed"
)
SHARED = Path(__file__).resolve().parents[2] / "shared" / "reports"
TEMPLATE = SHARED / "0000-格式模板-2021版-空表.docx"


def blanks(seed: int, year: int) -> Report:
    habits = Habits(zeros_blank=True, slash_for_regulations=True)
    return invent_report(seed, year, habits=habits)


@installed
@pytest.mark.parametrize(("kind", "year"), [("doc", 2020), ("rtf", 2023), ("odt", 2021)])
def test_an_older_document_is_read_exactly(kind: str, year: int) -> None:
    report = blanks(5, year)
    data = converted.convert(docx_of(report), "docx", kind)
    # the name is of no account
    back = intake("x.bin", data)
    assert back.format == kind
    assert not differences(report, back)
    assert set(back.sections) == set(report.sections)


@installed
@pytest.mark.parametrize(("kind", "year"), [("xls", 2020), ("ods", 2023)])
def test_an_older_workbook_is_read_exactly(kind: str, year: int) -> None:
    report = invent_report(5, year)
    back = intake("x.bin", converted.convert(xlsx_of(report, True), "xlsx", kind))
    assert back.format == kind
    assert not differences(report, back)


@installed
@pytest.mark.parametrize("kind", ["odt", "ods"])
def test_an_open_document_in_one_piece_is_read_exactly(kind: str) -> None:
    report = invent_report(5, 2023)
    made = docx_of(report) if kind == "odt" else xlsx_of(report, True)
    back = intake("x.xml", converted.convert(made, "docx" if kind == "odt" else "xlsx", f"f{kind}"))
    assert back.format == kind
    assert not differences(report, back)


@cache
def marked_xls() -> bytes:
    """An invented report's workbook of text, as XLS; 行政许可 is 3456, the 6 raised as a mark of a
    note is, and the number of 行政处罚 struck out."""
    report = invent_report(5, 2023)
    book = load_workbook(io.BytesIO(xlsx_of(report, True, as_text=True)), rich_text=True)
    for row in book.active.iter_rows():  # type: ignore[union-attr]
        if row[0].value == "行政许可":
            row[1].value = CellRichText("345", TextBlock(InlineFont(vertAlign="superscript"), "6"))
        elif row[0].value == "行政处罚":
            row[1].font = Font(strike=True)
    made = io.BytesIO()
    book.save(made)
    return converted.convert(made.getvalue(), "xlsx", "xls")


@installed
def test_a_marked_number_of_an_older_workbook_is_seen() -> None:
    back = intake("x.xls", marked_xls())
    assert back.format == "xls"
    assert back.value("disclosure.licences.decisions") == 345
    assert back.entries["disclosure.penalties.decisions"].state is State.BLANK
    assert "cell.doubtful" not in {each.code for each in back.findings}


@installed
def test_a_number_that_may_be_marked_is_not_taken_without_libreoffice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marked = marked_xls()
    assert fonts_of(marked) == Fonts(striking=True, raising=True)
    monkeypatch.setattr(older_workbook, "program", lambda: None)
    back = intake("x.xls", marked)
    assert all(entry.value is None for entry in back.entries.values())
    entry = back.entries["disclosure.licences.decisions"]
    assert (entry.text, entry.state) == ("3456", State.UNREADABLE)
    (said,) = (each for each in back.findings if each.code == "cell.doubtful")
    assert "LibreOffice" in said.zh and "disclosure.licences.decisions" in said.cells


@installed
def test_an_older_workbook_without_such_fonts_needs_no_libreoffice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = invent_report(5, 2023)
    plain = converted.convert(xlsx_of(report, True, as_text=True), "xlsx", "xls")
    assert fonts_of(plain) == Fonts(striking=False, raising=False)
    monkeypatch.setattr(older_workbook, "program", lambda: None)
    assert not differences(report, intake("x.xls", plain))


@installed
def test_an_older_workbook_cut_short_is_damaged() -> None:
    """Calamine panics where its directory of streams is cut."""
    data = marked_xls()
    for cut in range(len(data) - 512, len(data), 37):
        try:
            intake("x.xls", data[:cut])
        except Unreadable as error:
            assert error.zh


@pytest.mark.parametrize(
    ("flags", "script", "fonts"),
    [
        (0, 0, Fonts(striking=False, raising=False)),
        (0x0008, 0, Fonts(striking=True, raising=False)),
        (0, 2, Fonts(striking=False, raising=True)),
    ],
)
def test_the_fonts_of_a_binary_workbook(flags: int, script: int, fonts: Fonts) -> None:
    """A styles part by hand: BrtBeginStyleSheet, a font of 11 points, BrtEndStyleSheet."""
    font = struct.pack("<4H", 220, flags, 400, script) + bytes(17)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        begin, end = b"\x96\x02\x00", b"\x97\x02\x00"
        package.writestr("xl/styles.bin", begin + bytes((43, len(font))) + font + end)
    assert fonts_of(made.getvalue()) == fonts
    assert fonts_of(made.getvalue()[:-30]) == UNKNOWN


@installed
def test_conversions_side_by_side() -> None:
    reports = [invent_report(seed, 2023) for seed in range(2)]
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda r: converted.convert(docx_of(r), "docx", "rtf"), reports))
        backs = list(pool.map(lambda data: intake("x.rtf", data), made))
    for report, back in zip(reports, backs, strict=True):
        assert not differences(report, back)


@installed
def test_a_conversion_that_hangs_is_stopped() -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        converted.convert(docx_of(invent_report(1, 2023)), "docx", "rtf", seconds=0.05)
    assert (caught.value.zh, caught.value.en) == converted.TOO_LONG
    assert time.monotonic() - begun < 30


def test_without_libreoffice_the_reader_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converted, "program", lambda: None)
    with pytest.raises(Unreadable) as caught:
        read("x.rtf", b"{\\rtf1 2023}")
    assert "LibreOffice" in caught.value.zh and "LibreOffice" in caught.value.en


@installed
def test_what_libreoffice_cannot_open_is_said() -> None:
    data = converted.convert(docx_of(invent_report(1, 2023)), "docx", "doc")
    assert "WordDocument" in compound.streams(data)
    with pytest.raises(Unreadable):
        intake("x.doc", data[:512] + bytes(len(data) - 512))


@installed
def test_a_document_with_a_password_is_named_as_one() -> None:
    data = bytearray(converted.convert(docx_of(invent_report(1, 2023)), "docx", "doc"))
    start, _ = compound.streams(bytes(data))["WordDocument"]
    data[start + 11] |= 0x01  # fEncrypted, [MS-DOC] 2.5.2
    with pytest.raises(Unreadable) as caught:
        read("x.doc", bytes(data))
    assert "密码" in caught.value.zh and "password" in caught.value.en


@pytest.mark.skipif(not TEMPLATE.exists(), reason="needs ../shared")
def test_the_empty_national_form_is_blank_in_every_cell() -> None:
    back = intake(TEMPLATE.name, TEMPLATE.read_bytes())
    assert back.editions == {"disclosure": "2021", "requests": "2021", "remedies": "2021"}
    assert len(back.entries) == 200
    assert {entry.state for entry in back.entries.values()} == {State.BLANK}
    assert {finding.code for finding in back.findings} >= {"organ.unknown", "year.unknown"}


# --- web archives --------------------------------------------------------------------------------


def archive(*parts: tuple[str, str, bytes]) -> bytes:
    """A web archive as a browser saves it; each part is its type, its encoding, its body."""
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/a.html\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html";\r\n\tboundary="--part"\r\n\r\n'
    )
    body = b"".join(
        b"----part\r\nContent-Type: %s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n"
        % (kind.encode(), encoding.encode(), content)
        for kind, encoding, content in parts
    )
    return head + body + b"----part--\r\n"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312", ""])
def test_a_web_archive_is_read_exactly(encoding: str, charset: str) -> None:
    report = blanks(4, 2023)
    _, page = write(report, "html-word")
    page = page.replace(b'charset="utf-8"', b"").replace(b"charset=utf-8", b"")
    if charset == "gb2312":
        page = page.decode().encode("gbk")
    coded = {
        "quoted-printable": lambda: quopri.encodestring(page),
        "base64": lambda: base64.encodebytes(page),
        "8bit": lambda: page,
    }[encoding]()
    kind = f'text/html; charset="{charset}"' if charset else "text/html"
    data = archive(("image/png", "base64", b"iVBORw0KGgo="), (kind, encoding, coded))
    back = intake("x.mht", data)
    assert back.format == "mhtml" and back.source_url == "https://example.invalid/a.html"
    assert not differences(report, back)


def test_a_report_in_a_frame_of_an_archive() -> None:
    report = invent_report(4, 2023)
    _, page = write(report, "html-plain")
    outer = b"<html><body><iframe src='cid:f@x'></iframe></body></html>"
    back = intake("x.mhtml", archive(("text/html", "8bit", outer), ("text/html", "8bit", page)))
    assert not differences(report, back)


def test_an_archive_without_a_page() -> None:
    with pytest.raises(Unreadable) as caught:
        read("x.mht", archive(("image/png", "base64", b"iVBORw0KGgo=")))
    assert "MHTML" in caught.value.zh


# --- kinds ---------------------------------------------------------------------------------------


def test_a_web_page_saved_as_a_document_or_workbook() -> None:
    report = invent_report(4, 2023)
    _, page = write(report, "html-word")
    for name in ("x.doc", "x.xls", "x.wps"):
        assert not differences(report, intake(name, page))


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in names:
            package.writestr(name, b"x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped("a.html", "b.pdf"), "解压"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "演示"),
        (zipped("mimetype", "content.xml"), "演示文稿"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "RAR"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "7Z"),
        (b"\x1f\x8b\x08" + bytes(50), "解压"),
        (compound.MAGIC + bytes(2000), "旧版Office"),
    ],
)
def test_other_kinds_are_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("x", data)
    assert words in caught.value.zh
    assert caught.value.en.endswith(".")


@installed
def test_a_calculated_field_of_an_rtf_shows_the_result_it_holds() -> None:
    """LibreOffice makes 0 of SUM(LEFT)."""
    fields = ("=SUM(LEFT)", "{ =SUM(ABOVE) }", r"{\f1 REF gone}", "FORMTEXT")
    cells = "".join(
        rf"\pard\intbl {{\field{{\*\fldinst {code}}}{{\fldrslt {{12}}}}}}\cell" for code in fields
    )
    edges = "".join(rf"\cellx{1000 * (at + 2)}" for at in range(len(fields)))
    row = rf"\trowd\cellx1000{edges}\pard\intbl 5\cell{cells}\row"
    data = rf"{{\rtf1\ansi{{\fonttbl{{\f0 SimSun;}}{{\f1 Arial;}}}}{row}{row}\pard x\par}}".encode()
    (grid,) = read("x.rtf", data).grids
    assert [cell.text for cell in grid.rows[0]] == ["5", "12", "12", "12", "12"]


@pytest.mark.parametrize("code", [b"{\\*\\fldinst =", b"{\\*\\fldinst {" * 3000])
def test_a_field_without_end_is_left_as_it_is(code: bytes) -> None:
    assert with_results(code) == code
