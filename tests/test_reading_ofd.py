"""OFD: files written here after GB/T 33190-2016, read back. Every report is invented."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from xml.sax.saxutils import escape

import pytest

from lib.intake import intake
from lib.parsing.numbers import read_number
from lib.parsing.report import Report, State
from lib.reading import read
from lib.reading.document import Document, Grid, Unreadable
from lib.synthetic import Habits, invent_report
from lib.synthetic.writers.pages import parts, text_of

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SIZE = 3.5  # millimetres of a character
TOP, LEFT, RIGHT, FOOT = 25.0, 20.0, 190.0, 275.0


# --- a writer of the format -----------------------------------------------------------------------


def run_of(text: str, size: float) -> str:
    """DeltaX: whole widths after Chinese characters, half after others, equal steps as g n v."""
    steps = [size if character >= "⺀" else size / 2 for character in text[:-1]]
    words, at = [], 0
    while at < len(steps):
        end = at
        while end < len(steps) and steps[end] == steps[at]:
            end += 1
        words.append(f"{steps[at]:g}" if end == at + 1 else f"g {end - at} {steps[at]:g}")
        at = end
    return " ".join(words)


def width_of(text: str, size: float = SIZE) -> float:
    return sum(size if character >= "⺀" else size / 2 for character in text)


def text_object(x: float, y: float, text: str, size: float = SIZE, **more: str) -> str:
    """A line of text whose top left corner is (x, y)."""
    extra = "".join(f' {key}="{value}"' for key, value in more.items())
    delta = f' DeltaX="{run_of(text, size)}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x:g} {y:g} {width_of(text, size) + 1:g} {size:g}" '
        f'Font="2" Size="{size:g}"{extra}><ofd:FillColor Value="0 0 0"/>'
        f'<ofd:TextCode X="0" Y="{size * 0.85:g}"{delta}>{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def stroke(x0: float, y0: float, x1: float, y1: float) -> str:
    """A line drawn as a path whose boundary is its own box."""
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0:g} {y0:g} {x1 - x0:g} {y1 - y0:g}" '
        f'LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L {x1 - x0:g} {y1 - y0:g}'
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )


def bar(x0: float, y0: float, x1: float, y1: float) -> str:
    """The same line as a thin filled rectangle, its own coordinates ten times as fine."""
    wide, high = max(x1 - x0, 0.2) * 10, max(y1 - y0, 0.2) * 10
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0:g} {y0:g} {wide / 10:g} {high / 10:g}" '
        f'CTM="0.1 0 0 0.1 0 0" Stroke="false" Fill="true"><ofd:AbbreviatedData>'
        f"M 0 0 L {wide:g} 0 L {wide:g} {high:g} L 0 {high:g} C</ofd:AbbreviatedData>"
        "</ofd:PathObject>"
    )


def box(x0: float, y0: float, x1: float, y1: float) -> str:
    """A square drawn by one closed path."""
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0:g} {y0:g} {x1 - x0:g} {y1 - y0:g}">'
        f"<ofd:AbbreviatedData>S 0 0 M 0 0 L {x1 - x0:g} 0 L {x1 - x0:g} {y1 - y0:g} "
        f"L 0 {y1 - y0:g} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


Draw = Callable[[float, float, float, float], str]


def square_by(draw: Draw) -> Draw:
    def lines(x0: float, y0: float, x1: float, y1: float) -> str:
        return (
            draw(x0, y0, x1, y0)
            + draw(x0, y1, x1, y1)
            + draw(x0, y0, x0, y1)
            + draw(x1, y0, x1, y1)
        )

    return lines


class Printer:
    """Pages filled from top to bottom."""

    def __init__(self, square: Draw) -> None:
        self.square = square
        self.pages: list[list[str]] = [[]]
        self.y = TOP

    def need(self, height: float) -> None:
        if self.y + height > FOOT:
            self.pages.append([])
            self.y = TOP

    def paragraph(self, text: str, size: float = SIZE) -> None:
        each = int((RIGHT - LEFT) / size)
        for at in range(0, len(text), each):
            self.need(size * 1.6)
            self.pages[-1].append(text_object(LEFT, self.y, text[at : at + each], size))
            self.y += size * 1.6

    def table(self, rows, report: Report) -> None:  # type: ignore[no-untyped-def]
        widths = [sum(square.colspan for square in rows[0])]
        count = widths[0]
        step = (RIGHT - LEFT) / count
        taken: set[tuple[int, int]] = set()
        high = 3 * SIZE * 1.2 + 1
        # rows that a tall square ties together stay on one page
        at = 0
        while at < len(rows):
            end, reach = at, at + 1
            while end < reach:
                reach = max(reach, *(end + square.rowspan for square in rows[end]), end + 1)
                end += 1
                if end - at >= 3:
                    break
            self.need(high * min(end - at, 3))
            for r in range(at, end):
                column = 0
                for square in rows[r]:
                    while (r, column) in taken:
                        column += 1
                    taken |= {
                        (r + down, column + right)
                        for down in range(square.rowspan)
                        for right in range(square.colspan)
                    }
                    tall = min(square.rowspan * high, FOOT + 15 - self.y)
                    x0, x1 = LEFT + column * step, LEFT + (column + square.colspan) * step
                    self.pages[-1].append(self.square(x0, self.y, x1, self.y + tall))
                    self.inside(text_of(square, report), x0, x1, self.y)
                self.y += high
            at = end

    def inside(self, text: str, x0: float, x1: float, y: float) -> None:
        size = SIZE if x1 - x0 > 30 else 1.6
        each = max(1, int((x1 - x0 - 0.6) / size))
        if not any(character >= "⺀" for character in text):
            each *= 2
        for line, at in enumerate(range(0, len(text), each)):
            piece = text[at : at + each]
            self.pages[-1].append(text_object(x0 + 0.3, y + 0.3 + line * size * 1.1, piece, size))


def document_xml(pages: int, templates: str = "", resources: str = "") -> str:
    listed = "".join(
        f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(pages)
    )
    return (
        f"{HEAD}<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{resources}{templates}"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def page_xml(objects: str, template: str = "") -> str:
    return (
        f'{HEAD}<ofd:Page {NS}>{template}<ofd:Content><ofd:Layer Type="Body" ID="3">'
        f"{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def ofd_xml(*roots: str, title: str = "") -> str:
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title>"
        f"</ofd:DocInfo><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>"
        for root in roots
    )
    return f'{HEAD}<ofd:OFD {NS} Version="1.0" DocType="OFD">{bodies}</ofd:OFD>'


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def package(pages: list[str], **more: str) -> bytes:
    files: dict[str, str | bytes] = {
        "OFD.xml": ofd_xml("Doc_0/Document.xml"),
        "Doc_0/Document.xml": document_xml(len(pages), **more),
    }
    for number, page in enumerate(pages):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = page
    return zipped(files)


def written(report: Report, square: Draw) -> bytes:
    printer = Printer(square)
    printer.paragraph(report.title, 6.0)
    for heading, paragraphs, rows in parts(report):
        printer.paragraph(heading)
        for text in paragraphs:
            printer.paragraph(text)
        if rows:
            printer.table(rows, report)
    return package([page_xml("".join(objects)) for objects in printer.pages])


# --- whole reports --------------------------------------------------------------------------------


@pytest.mark.parametrize("square", [box, square_by(stroke), square_by(bar)])
@pytest.mark.parametrize(("seed", "year"), [(1, 2023), (2, 2020), (3, 2024)])
def test_a_report_comes_back_as_it_was_printed(square: Draw, seed: int, year: int) -> None:
    report = invent_report(seed, year)
    back = intake("report.ofd", written(report, square))
    assert back.format == "ofd"
    assert back.title == report.title and back.year == report.year
    wrong = [
        (key, entry.text, back.entries[key].text)
        for key, entry in report.entries.items()
        if (back.entries[key].value, back.entries[key].state) != (entry.value, entry.state)
    ]
    assert wrong == []
    assert list(back.sections) == list(report.sections)
    pages = {entry.place.page for entry in back.entries.values() if entry.place}
    assert len(pages) > 1


def test_blank_cells_stay_blank() -> None:
    report = invent_report(4, 2022, None, Habits(zeros_blank=True))
    back = intake("report.ofd", written(report, box))
    blank = [key for key, entry in report.entries.items() if entry.state.value == "blank"]
    assert len(blank) > 50
    assert {back.entries[key].state.value for key in blank} == {"blank"}


# --- the format's own turns of phrase -----------------------------------------------------------

FILLER = "".join(
    text_object(20, 200 + 8 * n, "这一行只是为了凑够可读的字数" + "甲乙丙"[n]) for n in range(3)
)


def one_page(objects: str, **more: str) -> Document:
    return read("a.ofd", package([page_xml(objects + FILLER)], **more))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def grid(document: Document) -> Grid:
    (only,) = document.grids
    return only


def test_places_are_in_points() -> None:
    document = one_page(box(25.4, 25.4, 50.8, 38.1) + box(50.8, 25.4, 76.2, 38.1))
    cell = grid(document).rows[0][1]
    # an inch is 25.4 mm and 72 points
    assert cell.place.page == 1
    assert cell.place.box == (144.0, 72.0, 216.0, 108.0)


def test_digits_side_by_side_never_run_together() -> None:
    apart = text_object(20, 40, "4") + text_object(26, 40, "1")
    assert texts(one_page(apart))[0] == "4 1"
    together = text_object(20, 40, "4") + text_object(20 + SIZE / 2, 40, "1")
    assert texts(one_page(together))[0] == "41"


def test_steps_in_shorthand_and_written_out_are_one() -> None:
    code = (
        '<ofd:TextObject ID="1" Boundary="20 40 60 5" Font="2" Size="4">'
        '<ofd:TextCode X="0" Y="4" DeltaX="{}">公开12件</ofd:TextCode></ofd:TextObject>'
    )
    assert texts(one_page(code.format("4 g 1 4 2 2")))[0] == "公开12件"
    assert texts(one_page(code.format("g 2 4 g 2 2")))[0] == "公开12件"


def test_text_down_the_page_follows_delta_y() -> None:
    code = (
        '<ofd:TextObject ID="1" Boundary="30 30 6 40" Font="2" Size="4">'
        '<ofd:TextCode X="0" Y="4" DeltaY="g 3 5">予以公开</ofd:TextCode></ofd:TextObject>'
    )
    document = one_page(box(28, 28, 40, 60) + box(40, 28, 60, 60) + code)
    assert grid(document).rows[0][0].text == "予\n以\n公\n开"


def test_a_matrix_enlarges_and_moves() -> None:
    # as writers that come from PDF do: points inside, millimetres outside, y from the baseline
    code = (
        '<ofd:TextObject ID="1" CTM="0.3528 0 0 0.3528 -10 5" Boundary="30 40 60 10" Font="2" '
        'Size="12"><ofd:TextCode X="28.345" Y="0" DeltaX="6">17</ofd:TextCode></ofd:TextObject>'
    )
    document = one_page(box(30, 38, 50, 50) + box(50, 38, 70, 50) + code)
    assert [cell.text for cell in grid(document).rows[0]] == ["17", ""]


def test_blocks_composite_objects_and_templates_are_printed() -> None:
    unit = (
        f'{HEAD}<ofd:Res {NS} BaseLoc="Res"><ofd:CompositeGraphicUnits>'
        '<ofd:CompositeGraphicUnit ID="77" Width="40" Height="10"><ofd:Content>'
        f"{text_object(0, 0, '复合')}</ofd:Content></ofd:CompositeGraphicUnit>"
        "</ofd:CompositeGraphicUnits></ofd:Res>"
    )
    objects = (
        f'<ofd:PageBlock ID="5"><ofd:PageBlock ID="6">{text_object(20, 40, "套块")}'
        "</ofd:PageBlock></ofd:PageBlock>"
        '<ofd:CompositeObject ID="8" ResourceID="77" Boundary="20 60 40 10"/>'
    )
    template = '<ofd:Template TemplateID="4" ZOrder="Background"/>'
    files: dict[str, str | bytes] = {
        "OFD.xml": ofd_xml("/Doc_0/Document.xml", title="政府信息公开工作年度报告"),
        "Doc_0/Document.xml": document_xml(
            1,
            '<ofd:TemplatePage ID="4" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
            "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
        ),
        "Doc_0/DocumentRes.xml": unit,
        "Doc_0/Tpls/Tpl_0/Content.xml": page_xml(text_object(20, 20, "某机关文件")),
        "Doc_0/Pages/Page_0/Content.xml": page_xml(objects + FILLER, template),
    }
    document = read("a.ofd", zipped(files))
    assert texts(document)[:3] == ["某机关文件", "套块", "复合"]
    assert document.metadata == {"title": "政府信息公开工作年度报告"}


def test_glyph_lists_do_not_touch_the_text() -> None:
    code = (
        '<ofd:TextObject ID="1" Boundary="20 40 60 5" Font="2" Size="4"><ofd:CGTransform '
        'CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>4460 21</ofd:Glyphs>'
        '</ofd:CGTransform><ofd:TextCode X="0" Y="4" DeltaX="4">总计</ofd:TextCode>'
        "</ofd:TextObject>"
    )
    assert texts(one_page(code))[0] == "总计"


def test_bold_by_printing_twice_is_one_number() -> None:
    twice = text_object(20, 40, "11") + text_object(20.1, 40, "11")
    assert texts(one_page(twice))[0] == "11"


def test_what_is_hidden_is_not_printed() -> None:
    hidden = (
        text_object(20, 40, "隐藏", Visible="false")
        + text_object(20, 50, "透明", Alpha="0")
        + text_object(20, 60, "可见")
    )
    assert texts(one_page(hidden))[0] == "可见"


def in_a_square(objects: str) -> str:
    """What a square prints with these objects in it."""
    document = one_page(box(30, 38, 50, 50) + box(50, 38, 70, 50) + objects)
    return grid(document).rows[0][0].text


def filled(x0: float, y0: float, x1: float, y1: float, color: str) -> str:
    return (
        box(x0, y0, x1, y1)
        .replace(
            "<ofd:AbbreviatedData>",
            f'<ofd:FillColor Value="{color}"/><ofd:AbbreviatedData>',
        )
        .replace("Boundary", 'Stroke="false" Fill="true" Boundary')
    )


WHITE = "255 255 255"
NUMBER = text_object(32, 42, "304")
PATCH = filled(31, 41, 45, 48, WHITE)


@pytest.mark.parametrize(
    ("objects", "seen"),
    [
        (NUMBER + PATCH, ""),
        (NUMBER + PATCH + text_object(32, 42, "305"), "305"),
        (filled(31, 41, 45, 48, "240 240 240") + NUMBER, "304"),
        (NUMBER + PATCH.replace("Fill=", 'Alpha="90" Fill='), "304"),
        (NUMBER + text_object(38, 42, "9").replace("0 0 0", WHITE), "304"),
        (filled(31, 41, 45, 48, "20 40 90") + NUMBER.replace("0 0 0", WHITE), "304"),
    ],
)
def test_what_lies_under_a_patch_or_is_white_on_white_is_not_seen(objects: str, seen: str) -> None:
    assert in_a_square(objects) == seen


@pytest.mark.parametrize(
    "objects",
    [
        NUMBER + text_object(32.4, 42, "12"),
        NUMBER + stroke(31.5, 43.8, 38, 43.8),
        NUMBER + filled(31, 41, 33, 48, WHITE),
    ],
)
def test_figures_upon_each_other_or_struck_out_are_no_number(objects: str) -> None:
    assert read_number(in_a_square(objects)).state is State.UNREADABLE


def test_text_over_a_picture_of_the_page_counts_as_recognised() -> None:
    picture = '<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="9"/>'
    document = one_page(picture + text_object(20, 40, "扫描", Alpha="0"))
    assert document.recognised
    assert texts(document)[0] == "扫描"
    assert not one_page("").recognised


def test_several_documents_in_one_package_follow_each_other() -> None:
    files: dict[str, str | bytes] = {"OFD.xml": ofd_xml("Doc_0/Document.xml", "Doc_1/Document.xml")}
    for number, word in enumerate(("前一份", "后一份")):
        files[f"Doc_{number}/Document.xml"] = document_xml(1)
        page = page_xml(text_object(20, 40, word) + FILLER)
        files[f"Doc_{number}/Pages/Page_0/Content.xml"] = page
    document = read("a.ofd", zipped(files))
    assert [(p.text, p.place.page) for p in document.paragraphs if "份" in p.text] == [
        ("前一份", 1),
        ("后一份", 2),
    ]


def test_the_current_version_is_the_one_read() -> None:
    files: dict[str, str | bytes] = {
        "OFD.xml": f"{HEAD}<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        '<ofd:Versions><ofd:Version ID="1" Index="0" BaseLoc="Doc_0/Versions/V1.xml"/>'
        '<ofd:Version ID="2" Index="1" Current="true" BaseLoc="Doc_0/Versions/V2.xml"/>'
        "</ofd:Versions></ofd:DocBody></ofd:OFD>",
        "Doc_0/Versions/V2.xml": f"{HEAD}<ofd:DocVersion {NS}><ofd:DocRoot>/Doc_0/New.xml"
        "</ofd:DocRoot></ofd:DocVersion>",
        "Doc_0/Document.xml": document_xml(1),
        "Doc_0/New.xml": document_xml(1).replace("Page_0", "Page_1"),
        "Doc_0/Pages/Page_0/Content.xml": page_xml(text_object(20, 40, "旧") + FILLER),
        "Doc_0/Pages/Page_1/Content.xml": page_xml(text_object(20, 40, "新") + FILLER),
    }
    assert texts(read("a.ofd", zipped(files)))[0] == "新"


# --- files that are wrong -------------------------------------------------------------------------


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read("a.ofd", data)
    assert caught.value.en
    return caught.value.zh


def test_damaged_files_are_refused_with_a_sentence() -> None:
    whole = package([page_xml(FILLER)])
    assert "损坏" in refused(zipped({"OFD.xml": "<ofd"}))
    assert "损坏" in refused(zipped({"OFD.xml": ofd_xml("Doc_0/Document.xml")}))
    assert "损坏" in refused(zipped({"OFD.xml": ofd_xml("Doc_0/D.xml"), "Doc_0/D.xml": "x"}))
    spoiled = bytearray(whole)
    at = whole.index(b"Content.xml") + 20
    spoiled[at : at + 30] = b"\xff" * 30
    assert "损坏" in refused(bytes(spoiled))


def test_a_page_of_nothing_but_a_picture_is_refused() -> None:
    picture = '<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="9"/>'
    assert "图片" in refused(package([page_xml(picture)]))


def test_bombs_and_entities_are_refused() -> None:
    bomb = page_xml("<!-- " + " " * 40_000_000 + " -->")
    data = package([bomb])
    assert len(data) < 200_000
    assert "过大" in refused(data)
    entities = page_xml(FILLER).replace(
        HEAD, f'{HEAD}<!DOCTYPE a [<!ENTITY n SYSTEM "file:///etc/hostname">]>'
    )
    assert "损坏" in refused(package([entities]))
    many = '<ofd:TextObject ID="1" Boundary="0 0 9 9" Size="4"><ofd:TextCode X="0" Y="4" DeltaX='
    many += '"g 999999999 1">ab</ofd:TextCode></ofd:TextObject>'
    assert "损坏" in refused(package([page_xml(many + FILLER)]))


def test_a_unit_inside_itself_ends() -> None:
    unit = (
        f"{HEAD}<ofd:Res {NS}><ofd:CompositeGraphicUnits>"
        '<ofd:CompositeGraphicUnit ID="7"><ofd:Content>'
        '<ofd:CompositeObject ID="8" ResourceID="7" Boundary="0 0 9 9"/></ofd:Content>'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    files: dict[str, str | bytes] = {
        "OFD.xml": ofd_xml("Doc_0/Document.xml"),
        "Doc_0/Document.xml": document_xml(1, "", "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"),
        "Doc_0/PublicRes.xml": unit,
        "Doc_0/Pages/Page_0/Content.xml": page_xml(
            '<ofd:CompositeObject ID="8" ResourceID="7" Boundary="0 0 9 9"/>' + FILLER
        ),
    }
    assert len(texts(read("a.ofd", zipped(files)))) == 3


def test_a_sum_that_is_printed_wrong_is_reported() -> None:
    report = invent_report(1, 2023)
    key = "requests.granted.total"
    entry = report.entries[key]
    printed = str((entry.value or Decimal(0)) + 1)
    report.entries[key].text = printed
    back = intake("report.ofd", written(report, box))
    assert back.entries[key].value == Decimal(printed)
    assert any(finding.code == "sum.applicants" for finding in back.findings)
