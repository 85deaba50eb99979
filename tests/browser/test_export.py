"""A picture taken from a page by its own button is a picture of that chart."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Download, Page, sync_playwright

from lib.exporting import images

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not images.available(), reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A freshly started server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env=os.environ | {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.25)
        yield url
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """The request page on the demonstration data, in a dark browser."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        context = browser.new_context(
            locale="zh-CN", color_scheme="dark", viewport={"width": 1280, "height": 1000}
        )
        found = context.new_page()
        found.goto(f"{address}/requests?d=demo&lang=zh&tab=outcomes")
        found.wait_for_selector(".st-key-requests_outcomes .main-svg", timeout=30_000)
        found.locator(".st-key-requests_outcomes_menu button").first.click()
        yield found
        browser.close()


def taken(page: Page, kind: str) -> tuple[Download, bytes]:
    with page.expect_download(timeout=60_000) as waiting:
        page.locator(f".st-key-requests_outcomes_{kind} button").click()
    return waiting.value, Path(waiting.value.path()).read_bytes()


def test_png(page: Page) -> None:
    download, data = taken(page, "png")
    assert download.suggested_filename.startswith("各年办理结果_demo_")
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert picture.width == images.WIDTH * images.SCALE
    counts = {colour: n for n, colour in picture.getcolors(1 << 24) or []}
    area = picture.width * picture.height
    assert counts[(255, 255, 255)] > 0.3 * area  # light paper from a dark page
    for light in ((0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00), (0xE6, 0x9F, 0x00)):
        assert counts[light] > 0.01 * area


def test_svg_csv_and_web_page(page: Page) -> None:
    _, svg = taken(page, "svg")
    assert "各年办理结果" in svg.decode() and "虚构数据" in svg.decode()
    _, csv = taken(page, "csv")
    assert csv.startswith(b"\xef\xbb\xbf")
    head, first = csv.decode("utf-8-sig").splitlines()[:2]
    assert head.startswith("数据性质,年度,办理结果,数值") and "虚构数据" in first
    _, html = taken(page, "html")
    assert html.startswith(b"<!doctype html>") and b"plotly.js v" in html


def test_the_web_page_draws_without_a_network(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "chart.html"
    file.write_bytes(taken(page, "html")[1])
    context = page.context.browser.new_context(offline=True)  # type: ignore[union-attr]
    alone = context.new_page()
    alone.goto(file.as_uri())
    alone.wait_for_selector(".main-svg", timeout=15_000)
    assert alone.locator(".bars .point").count() == 6 * 7
