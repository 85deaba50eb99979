"""The app as a reader meets it: its own server process, and Debian's Chromium.

A test gets `server`, shared by its module, or starts one of its own with `started`; both write
their reports into a working dataset of the test's. Nothing here is skipped: without a browser these
tests fail.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("BROWSER_PATH", "/usr/bin/chromium")
# no calls home, and no shared memory that a container may not have
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
)
_START, _PAGE = 60, 40_000  # seconds; milliseconds
expect.set_options(timeout=15_000)

Visit = Callable[..., Page]


@dataclass(frozen=True, slots=True)
class Server:
    """A running app: its address, its working dataset, what it wrote to its log."""

    url: str
    working: Path
    log: Path

    def errors(self) -> str:
        """What the log has from the first traceback on, "" where it has none."""
        found = self.log.read_text(encoding="utf-8", errors="replace")
        at = found.find("Traceback")
        return found[max(at - 300, 0) :] if at >= 0 else ""


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Server]:
    """A freshly started server on a free port; nobody has visited it yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(f"http://127.0.0.1:{port}", folder / "working", folder / "server.log")
    with server.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
            cwd=ROOT,
            env=os.environ
            | {
                "DISCLOSURE_WORKING_DATASET": str(server.working),
                "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
            },
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(10)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=1).close()
            return
        time.sleep(0.1)
    pytest.fail(f"the app did not start:\n{server.log.read_text(errors='replace')}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a module."""
    with started(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium for the tests of a module; a page's context is its own."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def contexts(chromium: Browser) -> dict[tuple[str, str, int], BrowserContext]:
    """Chromium's profiles so far: by language, theme and width."""
    return {}


@pytest.fixture
def visit(
    chromium: Browser, contexts: dict[tuple[str, str, int], BrowserContext]
) -> Iterator[Visit]:
    """visit(url, lang="zh", theme="light", width=1280): a page in a new tab, its script ended.

    `lang` is the browser's own. Tabs share a profile, so that only the first one loads
    Streamlit's scripts; each is a session of its own to the app."""
    tabs = []

    def opened(url: str, lang: str = "zh", theme: str = "light", width: int = 1280) -> Page:
        profile = (lang, theme, width)
        if profile not in contexts:
            contexts[profile] = chromium.new_context(
                locale={"zh": "zh-CN", "en": "en-GB"}.get(lang, lang),
                color_scheme="dark" if theme == "dark" else "light",
                viewport={"width": width, "height": 900},
                accept_downloads=True,
            )
            contexts[profile].set_default_timeout(_PAGE)
        page = contexts[profile].new_page()
        tabs.append(page)
        page.goto(url)
        return settled(page)

    yield opened
    for page in tabs:
        page.close()


def settled(page: Page) -> Page:
    """The page once its title is drawn, the script behind it has ended, and every part of it that
    Streamlit loads late is there."""
    expect(page.locator("h1").first).to_be_visible(timeout=_PAGE)
    app = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(app).to_be_visible(timeout=_PAGE)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    return page
