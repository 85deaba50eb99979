"""A page drawn with a box on it: the frame stands around the box, and nowhere else."""

from __future__ import annotations

import io
import threading

import pypdfium2
import pytest
from PIL import Image

from lib.reading.document import Unreadable
from lib.reading.pdfium_page import LOCK
from lib.reading.sheet import Sheet, draw


def pdf(*sizes: tuple[float, float]) -> bytes:
    """Empty pages of these sizes in points."""
    made = pypdfium2.PdfDocument.new()
    for size in sizes:
        made.new_page(*size)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def coloured(png: bytes) -> tuple[int, int, int, int] | None:
    """The box of pixels that are not white."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return Image.eval(image, lambda value: 255 - value).getbbox()


def test_the_box_is_drawn_on_its_page_where_it_is() -> None:
    data = pdf((700, 500), (500, 700))
    sheet = draw(data, 2, (100, 350, 200, 400))
    assert (sheet.pages, round(sheet.width), round(sheet.height)) == (2, 500, 700)
    scale = Image.open(io.BytesIO(sheet.png)).width / 500
    found = coloured(sheet.png)
    assert found is not None
    # two points of air, and the width of the frame's line
    for pixel, edge in zip(found, (98, 348, 202, 402), strict=True):
        assert pixel / scale == pytest.approx(edge, abs=1.0)


def test_a_page_without_a_box_has_none() -> None:
    assert coloured(draw(pdf((500, 700)), 1).png) is None


def test_a_page_that_is_not_there_is_the_last() -> None:
    sheet = draw(pdf((700, 500), (500, 700)), 9)
    assert sheet.height > sheet.width


def test_a_picture_is_drawn_in_the_points_it_was_read_in() -> None:
    out = io.BytesIO()
    Image.new("L", (1190, 1684), 255).save(out, "PNG")
    sheet = draw(out.getvalue(), 1, (100, 200, 150, 220))
    # the shorter side is taken for A4's 595 points
    assert (sheet.pages, round(sheet.width), round(sheet.height)) == (1, 595, 842)
    found = coloured(sheet.png)
    assert found is not None and found[0] == pytest.approx(98 * 2, abs=3)


@pytest.mark.parametrize("data", [b"%PDF-1.7 and nothing more", b"no picture", b""])
def test_damaged_files_say_so(data: bytes) -> None:
    with pytest.raises(Unreadable):
        draw(data, 1)


def test_nothing_is_drawn_while_another_file_is_read() -> None:
    """PDFium is not made for two threads: two at a time would end the server for everybody."""
    drawn: list[Sheet] = []
    thread = threading.Thread(target=lambda: drawn.append(draw(pdf((500, 700)), 1)))
    with LOCK:
        thread.start()
        thread.join(0.5)
        assert not drawn
    thread.join(20)
    assert len(drawn) == 1


def test_a_long_strip_of_a_page_is_drawn_small() -> None:
    sheet = draw(pdf((100, 5000)), 1)
    image = Image.open(io.BytesIO(sheet.png))
    assert image.width * image.height < 41_000_000
    assert (round(sheet.width), round(sheet.height)) == (100, 5000)
