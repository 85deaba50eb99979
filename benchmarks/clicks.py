"""Click to redrawn chart in Chromium, on the demonstration dataset, beside a bare Streamlit page of
one chart measured in the same run."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]
TIMES = 30
BARE = """
import plotly.graph_objects as go
import streamlit as st

way = st.segmented_control("as", ["a", "b"], default="a", required=True)
heights = [3, 1, 2] if way == "a" else [1, 3, 2]
st.plotly_chart(go.Figure(go.Bar(x=["x", "y", "z"], y=heights)), key="chart")
"""
# Milliseconds from a click on the nth choice of the page's control to the chart's last change.
MEASURE = """
async ([group, index]) => {
  const buttons = document.querySelectorAll(group + ' button');
  let last = 0;
  const seen = new MutationObserver(changes => {
    if (changes.some(c => (c.target.closest || (() => 0)).call(c.target, '.js-plotly-plot')))
      last = performance.now();
  });
  seen.observe(document.body, {subtree: true, childList: true, attributes: true});
  const start = performance.now();
  buttons[index].click();
  while (true) {
    await new Promise(done => setTimeout(done, 20));
    const app = document.querySelector('[data-testid="stApp"]');
    const still = app.getAttribute('data-test-script-state') === 'notRunning';
    if (last && still && performance.now() - last > 400) break;
    if (performance.now() - start > 20000) return -1;
  }
  seen.disconnect();
  return last - start;
}
"""


def _serve(script: str, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"],
        cwd=ROOT,
        env=os.environ
        | {
            "DISCLOSURE_WORKING_DATASET": str(folder / "working"),
            "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
            return process, url
        except OSError:
            time.sleep(0.1)
    process.terminate()
    raise RuntimeError("the server did not start")


def _times(page: object, url: str, group: str) -> list[float]:
    page.goto(url)  # type: ignore[attr-defined]
    page.wait_for_selector(".js-plotly-plot", timeout=40_000)  # type: ignore[attr-defined]
    page.wait_for_timeout(2000)  # type: ignore[attr-defined]
    taken = [
        float(page.evaluate(MEASURE, [group, 1 - at % 2]))  # type: ignore[attr-defined]
        for at in range(TIMES)
    ]
    return [each for each in taken[4:] if each >= 0]  # the first fill the caches


def run() -> None:
    from playwright.sync_api import sync_playwright

    control = '[data-testid="stButtonGroup"]'
    provinces = "d=demo&lang=en&by=province&ind=n_received"
    rows = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        browser = driver.chromium.launch(
            executable_path=os.environ.get("BROWSER_PATH", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"],
        )
        for title, script, path, group in (
            ("a bare page of one chart", str(folder / "bare.py"), "/", control),
            (
                "requests: outcomes",
                "app.py",
                "/requests?d=demo&tab=outcomes&lang=en",
                ".st-key-c_as",
            ),
            ("remedies: results", "app.py", "/remedies?d=demo&lang=en", ".st-key-c_as"),
            ("compare: provinces over years", "app.py", f"/compare?{provinces}", ".st-key-c_as"),
            ("regions: tiles and bars", "app.py", "/regions?d=demo&lang=en", ".st-key-c_look"),
        ):
            process, url = _serve(script, folder)
            try:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                rows.append((title, _times(page, url + path, group)))
                page.close()
            finally:
                process.terminate()
                process.wait(10)
        browser.close()
    print(f"click to redrawn chart in Chromium, {TIMES} clicks each, ms")
    print(f"{'median':>7} {'p95':>7} {'ratio':>6}  page")
    baseline = statistics.median(rows[0][1])
    for title, taken in rows:
        middle = statistics.median(taken)
        p95 = sorted(taken)[int(len(taken) * 0.95)]
        print(f"{middle:>7.0f} {p95:>7.0f} {middle / baseline:>6.2f}  {title}")
    print()
