"""PDF with text: printed by Chromium on pages of many heights, and written here object by object.
Every report is invented."""

import io
from collections import Counter
from collections.abc import Iterator
from shutil import which
from typing import Any

import pytest

from lib.intake import intake
from lib.parsing.report import Report, State
from lib.reading import read
from lib.reading.document import Grid, Unreadable
from lib.score import score_report
from lib.synthetic import Habits, invent_report, write
from lib.synthetic.writers import office
from lib.synthetic.writers.pages import page_of

BROWSER = which("chromium")
printed = pytest.mark.skipif(BROWSER is None, reason="Chromium, which prints the pages, is missing")

REPORTS = {
    "busy": invent_report(1, 2023),
    "2019 form": invent_report(2, 2020),
    "blanks": invent_report(3, 2024, None, Habits(zeros_blank=True)),
}


# --- printed by an office -------------------------------------------------------------------------


@pytest.mark.skipif(not office.has_soffice(), reason="LibreOffice, which prints, is missing")
def test_an_office_cuts_rows_and_heads_between_pages() -> None:
    """On pages so low that a break goes through rows, their labels, and the heads of each table."""
    from docx import Document
    from docx.shared import Mm

    pages = [page_of(invent_report(51, 2022)), page_of(invent_report(2, 2020))]
    cases = [(page, height) for page in pages for height in (72, 75, 123, 132, 204, 210, 231)]
    files = []
    for page, height in cases:
        document = Document(io.BytesIO(office.docx(page)))
        section = document.sections[0]
        section.page_height, section.top_margin, section.bottom_margin = Mm(height), Mm(12), Mm(12)
        out = io.BytesIO()
        document.save(out)
        files.append(out.getvalue())
    for (page, height), data in zip(cases, office.converted(files, ".docx", "pdf"), strict=True):
        back = intake("a.pdf", data)
        score = score_report(f"{page.title}, {height} mm", back, page.figures, complete=True)
        assert (score.right, score.failures) == (score.cells, []), score.file


# --- printed by a browser -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


def paper(browser: Any, page: bytes, millimetres: int, width: int = 210) -> bytes:
    tab = browser.new_page()
    tab.set_content(page.decode())
    margin = {"top": "12mm", "bottom": "12mm", "left": "15mm", "right": "15mm"}
    pdf = tab.pdf(width=f"{width}mm", height=f"{millimetres}mm", margin=margin)
    tab.close()
    return bytes(pdf)


def outcome(true: Report, back: Report) -> Counter[str]:
    found: Counter[str] = Counter()
    for key, entry in true.entries.items():
        got = back.entries[key]
        if (got.value, got.state) == (entry.value, entry.state):
            found["right"] += 1
        else:
            found["WRONG" if got.value is not None else got.state.value] += 1
    return found


@printed
@pytest.mark.parametrize("name", list(REPORTS))
@pytest.mark.parametrize("kind", ["html-word", "html-wps"])
def test_a_page_may_break_anywhere(browser: Any, name: str, kind: str) -> None:
    true = REPORTS[name]
    _, page = write(true, kind)
    total: Counter[str] = Counter()
    for height in (100, 121, 148, 173, 210, 297):
        found = outcome(true, intake("a.pdf", paper(browser, page, height)))
        assert found["WRONG"] == found["blank"] == 0, (height, found)
        total += found
    # a break through the heads may leave a column unnamed, and then it is said
    assert total["right"] >= 0.97 * total.total(), total


@printed
def test_a_table_without_any_lines_is_read_by_its_rows(browser: Any) -> None:
    """Rows on one line each, confirmed by the sums; where cells are blank, nothing tells which."""
    for name, true in REPORTS.items():
        page = page_of(true)
        bare = b"<style>td, th {border: none !important; white-space: nowrap}</style>"
        back = intake("a.pdf", paper(browser, write(true, "html-word")[1] + bare, 297, 500))
        score = score_report(name, back, page.figures, complete=True)
        assert score.wrong == 0, score.failures
        if name != "blanks":
            assert score.right + score.inferred == score.cells, score.failures


# --- written by hand ------------------------------------------------------------------------------


def pdf(
    content: str,
    *,
    page: str = "",
    box: str = "0 0 400 300",
    catalog: str = "",
    more: tuple[bytes, ...] = (),
    trailer: str = "",
    resources: str = "",
) -> bytes:
    """One page with a standard font F1; `page`, `catalog`, `trailer` and `resources` are more of
    those dictionaries, `more` are objects from number 6 on."""
    stream = content.encode("latin-1")
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R {page} "
            f"/Resources << /Font << /F1 5 0 R >> {resources} >> >>"
        ).encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *more,
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    at = []
    for number, each in enumerate(objects, 1):
        at.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % each for each in at))
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode())
    out.write(b"startxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


XS, YS = (50, 150, 250, 350), (250, 220, 190, 160)


def strokes() -> str:
    level = "".join(f"{XS[0]} {y} m {XS[-1]} {y} l S " for y in YS)
    return level + "".join(f"{x} {YS[0]} m {x} {YS[-1]} l S " for x in XS)


def say(x: float, y: float, text: str, size: float = 10, before: str = "") -> str:
    return f"BT {before} /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


WORDS = "".join(
    say(XS[c] + 8, YS[r] - 18, text)
    for r, row in enumerate(
        (("Kind", "First column", "Second column"), ("Licences", "12", "304"), ("Rules", "5", "70"))
    )
    for c, text in enumerate(row)
)
EXPECTED = [
    ["Kind", "First column", "Second column"],
    ["Licences", "12", "304"],
    ["Rules", "5", "70"],
]


def texts(data: bytes) -> list[list[str]]:
    (grid,) = read("a.pdf", data).grids
    return [[cell.text for cell in row] for row in grid.rows]


def bars() -> str:
    level = "".join(f"{XS[0]} {y} {XS[-1] - XS[0]} 0.6 re f " for y in YS)
    return level + "".join(f"{x} {YS[-1]} 0.6 {YS[0] - YS[-1]} re f " for x in XS)


def doubled() -> str:
    return strokes() + f"1 0 0 1 1.5 -1.5 cm {strokes()} 1 0 0 1 -1.5 1.5 cm "


def dashed() -> str:
    pieces = []
    for y in YS:
        pieces += [f"{x} {y} m {x + 3} {y} l S " for x in range(XS[0], XS[-1], 5)]
    for x in XS:
        pieces += [f"{x} {y} m {x} {y + 3} l S " for y in range(YS[-1], YS[0], 5)]
    return "".join(pieces)


def squares() -> str:
    return "".join(
        f"{XS[c]} {YS[r + 1]} 100 30 re S " for r in range(len(YS) - 1) for c in range(len(XS) - 1)
    )


def open_sides() -> str:
    level = "".join(f"{XS[0]} {y} m {XS[-1]} {y} l S " for y in YS[1:-1])
    return level + "".join(f"{x} {YS[0]} m {x} {YS[-1]} l S " for x in XS[1:-1])


def shaded() -> str:
    return "".join(
        f"0.{8 + (r + c) % 2} g {XS[c]} {YS[r + 1]} 100 30 re f "
        for r in range(len(YS) - 1)
        for c in range(len(XS) - 1)
    )


@pytest.mark.parametrize(
    "lines",
    [strokes, bars, doubled, dashed, squares, open_sides, shaded],
    ids=lambda lines: lines.__name__,
)
def test_lines_are_drawn_in_many_ways(lines: Any) -> None:
    assert texts(pdf(f"{lines()} 0 g {WORDS}")) == EXPECTED


def test_pages_lie_on_their_side_and_begin_anywhere() -> None:
    content = strokes() + WORDS
    assert texts(pdf(content, page="/Rotate 90")) == EXPECTED
    assert texts(pdf(content, page="/Rotate 180")) == EXPECTED
    aside = f"0 1 -1 0 300 0 cm {content}"
    assert texts(pdf(aside, box="0 0 300 400")) == EXPECTED
    moved = f"1 0 0 1 500 -200 cm {content}"
    assert texts(pdf(moved, box="480 -220 920 120", page="/CropBox [500 -200 900 100]")) == EXPECTED


def test_what_every_page_says_at_its_top_and_foot_does_not_part_a_table() -> None:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as both:
        for number in (1, 2):
            running = say(150, 280, "Annual-report-2023") + say(60, 12, "Archives")
            running += say(200, 24, f"Page {number} of 2")
            with pypdfium2.PdfDocument(pdf(strokes() + WORDS + running)) as one:
                both.import_pages(one)
        out = io.BytesIO()
        both.save(out)
    document = read("a.pdf", out.getvalue())
    (grid,) = document.grids
    assert [[cell.text for cell in row] for row in grid.rows] == EXPECTED * 2
    said = [block.text for block in document.blocks if not isinstance(block, Grid)]
    assert said == ["Annual-report-2023", "Archives"]


def test_a_background_is_no_table() -> None:
    behind = "0.9 g 40 150 330 110 re f 0.95 g 155 225 60 20 re f 0 g "
    assert texts(pdf(behind + strokes() + WORDS)) == EXPECTED


def test_what_is_not_seen_is_not_read() -> None:
    hidden = say(270, 202, "9", before="3 Tr") + "1 g " + say(190, 202, "8") + "0 g "
    outside = say(190, 402, "7")
    watermark = "0.85 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 90 120 Tm (DRAFT 123) Tj ET 0 g "
    content = strokes() + WORDS.replace("BT ", "BT 0 Tr ") + hidden + outside + watermark
    assert texts(pdf(content)) == EXPECTED


def test_white_on_dark_is_seen() -> None:
    head = WORDS.split("ET ", 3)
    dark = "0 0 0.5 rg 50 220 300 30 re f 1 g " + "ET ".join(head[:3]) + "ET 0 g "
    assert texts(pdf(dark + strokes() + head[3])) == EXPECTED


def test_bold_made_by_printing_twice_is_printed_once() -> None:
    again = f"1 0 0 1 0.3 0 cm {WORDS} 1 0 0 1 0.1 0 cm {WORDS}"
    assert texts(pdf(strokes() + WORDS + again)) == EXPECTED


def cell(extra: str) -> str:
    """What the square under "Second column" prints."""
    return texts(pdf(strokes() + WORDS.replace(say(258, 202, "304"), "") + extra))[1][2]


def test_two_numbers_side_by_side_stay_two() -> None:
    assert cell(say(258, 202, "1 2")) == "1 2"
    assert cell(say(258, 202, "1") + say(267, 202, "2")) == "1 2"
    # figures set one by one, or a little apart, are one number
    assert cell(say(258, 202, "1") + say(263.56, 202, "2")) == "12"
    assert cell(say(258, 202, "12", before="0.8 Tc")) == "12"


def test_a_number_on_two_lines_is_not_put_together() -> None:
    assert cell(say(258, 208, "41") + say(258, 196, "268")) == "41\n268"


def test_the_mark_of_a_note_is_no_figure() -> None:
    assert cell(say(258, 202, "20") + say(269.2, 206, "13", size=6)) == "20(13)"


def test_small_figures_on_the_line_are_neither_a_note_nor_a_number() -> None:
    from lib.parsing.numbers import read_number

    text = cell(say(258, 202, "20") + say(269.2, 202, "13", size=6))
    assert read_number(text).state is State.UNREADABLE
    assert [figure for figure in text if figure.isdigit()] == ["2", "0", "1", "3"]


def test_a_number_struck_out_is_no_number() -> None:
    from lib.parsing.numbers import read_number

    text = cell(say(258, 202, "57") + "257 205.4 m 270 205.4 l S ")
    assert read_number(text).state is State.UNREADABLE
    assert text.startswith("5") and "7" in text


def numbered(extra: str, **more: Any) -> str:
    """What the square prints that has 304 in it, and `extra` drawn after it."""
    return texts(pdf(strokes() + WORDS + extra, **more))[1][2]


@pytest.mark.parametrize(
    ("over", "seen"),
    [
        ("1 g 255 198 40 16 re f 0 g ", ""),
        ("1 g 255 198 40 16 re f 0 g " + say(258, 202, "305"), "305"),
        ("0 g 255 198 40 16 re f ", ""),
        # beside the number, below it, or only round it: it is seen
        ("1 g 300 198 40 16 re f 0 g ", "304"),
        ("255 198 40 16 re S ", "304"),
        # a page's worth of the square alone may be drawn upon
        ("q 300 190 40 30 re W n 1 g 255 198 40 16 re f Q ", "304"),
    ],
)
def test_what_lies_under_a_patch_is_not_seen(over: str, seen: str) -> None:
    assert numbered(over) == seen


@pytest.mark.parametrize("edge", ["250 190 100 30", "0 0 400 300"])
def test_a_number_within_its_edge_is_seen(edge: str) -> None:
    assert cell(f"q {edge} re W n {say(258, 202, '304')} Q") == "304"


def test_a_number_outside_its_edge_is_not_seen() -> None:
    assert cell(f"q 0 0 10 10 re W n {say(258, 202, '304')} Q") == ""


def test_hidden_text_of_a_page_with_few_words_is_not_read() -> None:
    few = say(60, 280, "Some words of a report that fill the first of two pages of it.")
    hidden = say(60, 200, "Kind 12 304", before="3 Tr")
    import pypdfium2

    with pypdfium2.PdfDocument.new() as both:
        for content in (few, say(60, 280, "Signed") + hidden):
            with pypdfium2.PdfDocument(pdf(content)) as one:
                both.import_pages(one)
        out = io.BytesIO()
        both.save(out)
    said = [block.text for block in read("a.pdf", out.getvalue()).paragraphs]
    assert said[-1] == "Signed" and not any("304" in text for text in said)


OTHER = "/Span << /ActualText (999) >>"
LAYER = (b"<< /Type /OCG /Name (layer) >>",)
OFF = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
STRIKE = (
    b"<< /Type /Annot /Subtype /StrikeOut /F 4 /Rect [256 198 276 212] /C [1 0 0] "
    b"/QuadPoints [257 209.5 275 209.5 257 199.5 275 199.5] >>",
)
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    b"/BitsPerComponent 8 /Length 1 >>\nstream\n\xff\nendstream",
)


@pytest.mark.parametrize(
    "data",
    [
        pdf(strokes() + WORDS + say(258, 202, "12")),
        pdf(strokes() + WORDS + say(263, 203, "12")),
        pdf(strokes() + WORDS.replace("258 202 Td", "0 1 -1 0 275 195 Tm")),
        pdf(strokes() + WORDS + "1 g 255 198 9 16 re f 0 g "),
        pdf(strokes() + WORDS.replace("(304) Tj", "[(34) 556 (0)] TJ")),
        pdf(strokes() + WORDS + "257 199 m 276 211 l S "),
        pdf(strokes() + WORDS, page="/Annots [6 0 R]", more=STRIKE),
        pdf(strokes() + WORDS.replace("BT  /F1 10 Tf 258 202", "/OC /L BDC BT /F1 10 Tf 258 202")
            .replace("(304) Tj ET", "(304) Tj ET EMC"),
            resources="/Properties << /L 6 0 R >>", more=LAYER, catalog=OFF),
        pdf(strokes() + WORDS.replace("(304) Tj", f"{OTHER} BDC (304) Tj EMC")),
        pdf(strokes() + WORDS + "q 40 0 0 16 255 198 cm /I Do Q",
            resources="/XObject << /I 6 0 R >>", more=PICTURE),
    ],
    ids=["on each other", "nearly", "turned", "a part hidden", "set back", "slanting stroke",
         "remark", "layer", "other text", "picture"],
)  # fmt: skip
def test_a_number_that_may_not_be_seen_as_it_is_stored_is_none(data: bytes) -> None:
    from lib.parsing.numbers import read_number

    assert read_number(texts(data)[1][2]).state is State.UNREADABLE


def object_of(body: str, stream: str = "") -> bytes:
    return f"<< {body} /Length {len(stream)} >>\nstream\n{stream}\nendstream".encode()


def drawn_on(kind: str) -> bytes:
    """The table with 304 drawn by an annotation: a form's field or a remark."""
    look = "/Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /F1 5 0 R >> >>"
    field = "/FT /Tx /T (second) /V (304) /DA (/F1 10 Tf 0 g)" if kind == "Widget" else ""
    note = f"/Type /Annot /Subtype /{kind} /Rect [254 198 314 218] /F 4 /AP << /N 6 0 R >> {field}"
    data = pdf(
        strokes() + WORDS.replace(say(258, 202, "304"), ""),
        page="/Annots [7 0 R]",
        catalog="/AcroForm << /Fields [7 0 R] >>" if field else "",
        more=(object_of(look, say(4, 4, "304")), f"<< {note} >>".encode()),
    )
    return data


@pytest.mark.parametrize("kind", ["Widget", "FreeText", "Stamp"])
def test_what_is_typed_over_a_page_is_read(kind: str) -> None:
    assert texts(drawn_on(kind)) == EXPECTED


def test_a_remark_that_is_not_printed_is_not_read() -> None:
    data = drawn_on("Popup")
    assert [row[2] for row in texts(data)] == ["Second column", "", "70"]


def rc4(key: bytes, data: bytes) -> bytes:
    box, j, i, out = list(range(256)), 0, 0, bytearray()
    for n in range(256):
        j = (j + box[n] + key[n % len(key)]) % 256
        box[n], box[j] = box[j], box[n]
    j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def test_a_file_that_may_only_be_printed_is_read() -> None:
    """Encrypted with an owner's password and none for who reads it, as offices publish them."""
    from hashlib import md5

    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner, identity, rights = bytes(range(32)), b"0123456789abcdef", -44
    key = md5(padding + owner + rights.to_bytes(4, "little", signed=True) + identity).digest()[:5]
    user = rc4(key, padding)
    of_stream = md5(key + (4).to_bytes(3, "little") + bytes(2)).digest()[:10]
    plain = strokes() + WORDS
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P {rights} >>"
    identities = f"<{identity.hex()}>"
    data = pdf(
        plain,
        more=(lock.encode(),),
        trailer=f"/Encrypt 6 0 R /ID [{identities} {identities}]",
    )
    hidden = data.replace(plain.encode(), rc4(of_stream, plain.encode()))
    assert b"Licences" not in hidden
    assert texts(hidden) == EXPECTED
    with pytest.raises(Unreadable) as caught:
        read("a.pdf", hidden.replace(user.hex().encode(), bytes(32).hex().encode()))
    assert "密码" in caught.value.zh and "password" in caught.value.en


def test_glyphs_of_no_known_character_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.reading.available", lambda: False)
    names = b" ".join(b"/g%03d" % i for i in range(95))
    data = pdf(strokes() + WORDS).replace(
        b"/Encoding /WinAnsiEncoding", b"/Encoding << /Differences [32 " + names + b"] >>"
    )
    with pytest.raises(Unreadable) as caught:
        read("a.pdf", data)
    assert "字形" in caught.value.zh
    assert "glyphs" in caught.value.en


def test_damaged_files_are_refused() -> None:
    for data in (b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF", pdf("")[:200]):
        with pytest.raises(Unreadable) as caught:
            read("a.pdf", data)
        assert "PDF" in caught.value.zh


def test_places_are_page_and_box() -> None:
    (grid,) = read("a.pdf", pdf(strokes() + WORDS)).grids
    assert isinstance(grid, Grid)
    place = grid.rows[1][2].place
    assert (place.page, place.table, place.row, place.column) == (1, 0, 1, 2)
    assert place.box is not None
    assert [round(edge) for edge in place.box] == [250, 80, 350, 110]
