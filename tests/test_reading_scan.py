"""Pictures and scanned PDF by recognition. Every report is invented and printed by Chromium."""

import io
from collections import Counter
from functools import cache
from shutil import which
from typing import Any

import pytest

from lib.intake import Examined, examine
from lib.parsing.report import Report, State
from lib.reading import read
from lib.reading.document import Unreadable
from lib.reading.scan import available
from lib.synthetic import Habits, invent_report, write

BROWSER = which("chromium")
installed = pytest.mark.skipif(
    not available(), reason="requirements-ocr.txt is not installed, which is optional"
)
printed = pytest.mark.skipif(BROWSER is None, reason="Chromium, which prints the pages, is missing")

# recognising takes seconds a page: two reports are recognised, once each, and asked everything
REPORTS = {
    "busy": invent_report(1, 2023),
    "blanks": invent_report(3, 2020, None, Habits(zeros_blank=True)),  # on the 2019 form
}


@cache
def as_pdf(name: str) -> bytes:
    from playwright.sync_api import sync_playwright

    _, page = write(REPORTS[name], "html-word")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_content(page.decode())
        margin = {"top": "20mm", "bottom": "20mm", "left": "15mm", "right": "15mm"}
        pdf = tab.pdf(format="A4", margin=margin)
        browser.close()
    return bytes(pdf)


def drawn(name: str, dpi: int) -> list[Any]:
    """The report's pages as grey pictures."""
    import pypdfium2

    with pypdfium2.PdfDocument(as_pdf(name)) as pdf:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in pdf]


def kept(pages: list[Any], kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, kind, save_all=True, append_images=pages[1:], **how)
    return out.getvalue()


@cache
def busy() -> Examined:
    """A PDF of scans as a cheap machine makes it: coarse, a little aslant, saved as bad JPEG."""
    from PIL import Image

    pages = [
        page.rotate(1.0, Image.Resampling.BICUBIC, fillcolor=255) for page in drawn("busy", 120)
    ]
    return examine("scan.pdf", kept(pages, "PDF", quality=35, resolution=120))


@cache
def blanks() -> Examined:
    """A picture file, its second page on its head, its third on its side."""
    pages = drawn("blanks", 120)
    for number, degrees in ((1, 180), (2, 90)):
        pages[number] = pages[number].rotate(degrees, expand=True)
    return examine("scan.tif", kept(pages, "TIFF"))


def outcome(true: Report, back: Report) -> Counter[str]:
    """How many cells have the number that is printed, another one, or none and why."""
    found: Counter[str] = Counter()
    for key, entry in true.entries.items():
        got = back.entries[key]
        if got.value is None:
            found[got.state.value] += 1
        else:
            found["right" if got.value == entry.value else "WRONG"] += 1
    return found


@installed
@printed
@pytest.mark.parametrize(("name", "at_least"), [("busy", 150), ("blanks", 150)])
def test_no_number_is_wrong(name: str, at_least: int) -> None:
    true = REPORTS[name]
    back = {"busy": busy, "blanks": blanks}[name]().report
    found = outcome(true, back)
    assert found["WRONG"] == 0
    assert found["right"] + found["blank"] >= at_least, found
    assert back.year == true.year
    # every number given is marked, and every one withheld is named
    states = {entry.state for entry in back.entries.values()}
    assert State.REPORTED not in states
    named = {key for each in back.findings for key in each.cells if each.code.startswith("cell.")}
    unread = {key for key, entry in back.entries.items() if entry.state is State.UNREADABLE}
    assert unread <= named
    assert [each.code for each in back.findings].count("cell.ocr") == 1


@installed
@printed
def test_section_two_is_never_taken() -> None:
    back = busy().report
    own = [entry for key, entry in back.entries.items() if key.startswith("disclosure.")]
    assert len(own) == 10
    assert {entry.state for entry in own} == {State.UNREADABLE}
    assert back.entries["disclosure.normative_documents.made"].text == "9"


@installed
@printed
def test_a_cell_without_ink_is_blank() -> None:
    true, back = REPORTS["blanks"], blanks().report
    blank = {key for key, entry in true.entries.items() if entry.state is State.BLANK}
    assert len(blank) > 50
    assert {key for key, entry in back.entries.items() if entry.state is State.BLANK} == blank


@installed
@printed
def test_a_pdf_of_pictures_is_recognised() -> None:
    document = busy().document
    assert document.format == "pdf"
    assert document.recognised


@installed
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_place_on_a_turned_page_is_given_as_the_page_lay(quarters: int) -> None:
    import numpy as np

    from lib.reading.scan import _as_it_lay

    page = np.zeros((30, 20))
    page[4:9, 2:14] = 1
    rows, columns = np.nonzero(np.rot90(page, quarters))
    seen = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    assert _as_it_lay(seen, quarters, 20, 30) == (2, 4, 14, 9)


@installed
def test_a_picture_of_something_else_is_no_report() -> None:
    import numpy as np
    from PIL import Image

    grain = np.random.default_rng(1).integers(90, 140, (300, 400), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(grain).resize((800, 600)).save(out, "JPEG")
    with pytest.raises(Unreadable) as caught:
        read("holiday.jpg", out.getvalue())
    assert "没有识别出文字" in caught.value.zh


@printed
def test_a_pdf_with_text_is_not() -> None:
    assert not read("text.pdf", as_pdf("busy")).recognised


@printed
def test_text_laid_over_a_scan_is_no_more_certain() -> None:
    """As a copier does that recognises: one picture a page, and text over it."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(as_pdf("busy")) as pdf:
        for page in pdf:
            image = pypdfium2.PdfImage.new(pdf)
            image.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.new("L", (60, 80), 255)))
            image.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
            page.insert_obj(image)
            page.gen_content()
        out = io.BytesIO()
        pdf.save(out)
    document = read("copier.pdf", out.getvalue())
    assert document.recognised


@installed
def test_damaged_and_empty_pictures_are_refused() -> None:
    from PIL import Image

    for data, word in ((b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "损坏"), (b"BM\x00\x00junk", "损坏")):
        with pytest.raises(Unreadable) as caught:
            read("a.png", data)
        assert word in caught.value.zh
    out = io.BytesIO()
    Image.new("L", (400, 500), 255).save(out, "PNG")
    with pytest.raises(Unreadable) as caught:
        read("white.png", out.getvalue())
    assert "没有识别出文字" in caught.value.zh


@installed
def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("1", (9000, 9000), 1).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(Unreadable) as caught:
        read("bomb.png", out.getvalue())
    assert "过大" in caught.value.zh


def test_without_the_packages_a_picture_is_refused_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lib.reading.available", lambda: False)
    with pytest.raises(Unreadable) as caught:
        read("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    assert "图片" in caught.value.zh
    assert "pip install -r requirements-ocr.txt" in caught.value.zh
    assert "pip install -r requirements-ocr.txt" in caught.value.en
