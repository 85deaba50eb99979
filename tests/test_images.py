"""Exported figures: real pictures, in the light theme, with working Chinese."""

from __future__ import annotations

import io
import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import plotly.graph_objects as go
import pytest
from PIL import Image

from lib.charts import requests as charts
from lib.exporting import images
from lib.exporting.images import Imprint

TITLE = "申请的收、办、结转"
IMPRINT = Imprint(TITLE, "来源:年度报告;数据集:演示;制图日期:2026-01-02", "虚构数据,仅供演示")
needs_browser = pytest.mark.skipif(not images.available(), reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def figure() -> go.Figure:
    frame = pd.DataFrame(
        {
            "year": [2021, 2022],
            "line": "received",
            "value": pd.array([30, 60], "Int64"),
            "n": [1, 1],
            "of": [1, 1],
        }
    )
    return charts.flow(frame, lang="zh", theme="dark")


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@needs_browser
def test_png_has_the_chart_in_the_light_theme(figure: go.Figure) -> None:
    picture = pixels(images.picture(figure, IMPRINT, "png"))
    height = images.printed(figure, IMPRINT).layout.height
    assert picture.size == (images.WIDTH * images.SCALE, height * images.SCALE)
    counts = dict((colour, n) for n, colour in picture.getcolors(1 << 24) or [])
    total = picture.width * picture.height
    assert counts[(255, 255, 255)] > 0.4 * total  # paper, though the page was dark
    assert counts[(0x00, 0x72, 0xB2)] > 0.05 * total  # the columns, in the light theme's blue
    assert counts.get((0, 0, 0), 0) < 0.02 * total  # not the black of a placeholder template


@needs_browser
def test_columns_are_as_high_as_their_numbers(figure: go.Figure) -> None:
    picture = pixels(images.picture(figure, IMPRINT, "png"))
    blue = (0x00, 0x72, 0xB2)
    body = picture.crop((0, picture.height // 4, picture.width, picture.height))
    heights = [
        sum(body.getpixel((x, y)) == blue for y in range(0, body.height, 4))
        for x in range(0, body.width, 8)
    ]
    found = sorted({height for height in heights if height > 10})
    assert len(found) <= 4
    assert found[-1] / found[0] == pytest.approx(2, rel=0.05)


@needs_browser
def test_svg_has_its_words_as_text(figure: go.Figure) -> None:
    svg = images.picture(figure, IMPRINT, "svg").decode()
    words = re.sub(r"<[^>]+>", "", svg)
    assert svg.lstrip().startswith("<svg")
    assert "<text" in svg
    for expected in (TITLE, "虚构数据", "来源:年度报告", "2021"):
        assert expected in words


@needs_browser
def test_chinese_is_drawn_and_not_boxes() -> None:
    """Two characters of one frame differ as pictures only where the font has them."""
    drawn = {
        character: images.picture(
            go.Figure(layout={"height": 120, "margin": {"t": 10, "b": 10}}),
            Imprint(character * 8, "-"),
            "png",
        )
        for character in ("公", "信")
    }
    first, second = (pixels(data).convert("L").point(lambda p: p < 128) for data in drawn.values())
    assert first.tobytes() != second.tobytes()


@needs_browser
def test_pictures_are_drawn_for_several_threads_at_once(figure: go.Figure) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(
            pool.map(lambda _: pixels(images.picture(figure, IMPRINT, "png")).size, range(4))
        )
    assert len(set(found)) == 1
    assert sum(thread.name == "kaleido" for thread in threading.enumerate()) == 1


@needs_browser
def test_a_browser_that_ended_is_replaced(figure: go.Figure) -> None:
    images.picture(figure, IMPRINT, "svg")
    before = images._browser
    assert before is not None
    before._wait(before._kaleido.close())
    assert images.picture(figure, IMPRINT, "svg").startswith(b"<svg")
    assert images._browser is not before


def test_without_chromium_the_reason_is_said(
    figure: go.Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "_browser", None)
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert not images.available()
    with pytest.raises(images.NoBrowser):
        images.picture(figure, IMPRINT, "png")


def test_the_web_page_stands_alone(figure: go.Figure) -> None:
    page = images.web_page(figure, IMPRINT).decode()
    assert f"<title>{TITLE}</title>" in page
    assert "plotly.js v" in page  # inlined
    assert not re.search(r"<script[^>]+src=", page)
    assert "虚构数据" in page or "\\u865a\\u6784" in page


def test_real_data_carries_no_mark_of_invention(figure: go.Figure) -> None:
    real = images.printed(figure, Imprint(TITLE, "来源"))
    assert "虚构" not in real.layout.title.text
    assert "虚构" in images.printed(figure, IMPRINT).layout.title.text
    assert figure.layout.title.text is None  # the figure on the page is left as it was
