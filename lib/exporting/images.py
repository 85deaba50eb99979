"""A figure as PNG, SVG or a web page that stands alone, with its title and source on it.

PNG and SVG are drawn by Chromium through kaleido. Starting it takes two seconds and a picture half
a second, so one browser is started when first needed and kept; it draws one picture at a time. It
has been seen to hang once in a thousand pictures (kaleido issue 441): after a timeout it is
replaced and the picture tried once more.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import textwrap
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, Literal

import plotly.graph_objects as go

from lib.charts.style import COLOURS, FONT, TEMPLATES, relit

WIDTH = 1200
SCALE = 2  # pixels of a PNG for each unit of the figure
TIMEOUT = 30.0
_TITLE = 72  # half-widths a line, full-width characters counting two
_LEAD = 110
_NOTE = 150
_AXIS_TITLE = 24  # pixels that the title of a horizontal axis stands below its ticks

Kind = Literal["png", "svg"]


class NoBrowser(Exception):
    """There is no Chromium on this machine (or BROWSER_PATH names none)."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is printed on an exported figure besides its chart. `invented` is the mark of invented
    data in the reader's language, "" for real data; `lead` a sentence on what the figure shows."""

    title: str
    source: str
    invented: str = ""
    lead: str = ""


def printed(figure: go.Figure, imprint: Imprint, width: int | None = WIDTH) -> go.Figure:
    """A copy in the light theme with title, source line and, for invented data, its mark."""
    copy = relit(figure)
    ink = COLOURS["light"]
    height = int(figure.layout.height or 420)
    top = int(figure.layout.margin.t or TEMPLATES["light"].layout.margin.t)
    bottom = int(figure.layout.margin.b or TEMPLATES["light"].layout.margin.b)
    if any(axis.title.text for axis in copy.select_xaxes()):
        bottom, height = bottom + _AXIS_TITLE, height + _AXIS_TITLE
    title = _wrapped(imprint.title, _TITLE)
    source = "<br>".join(_wrapped(line, _NOTE) for line in imprint.source.splitlines())
    lead = _wrapped(imprint.lead, _LEAD) if imprint.lead else ""
    head = 44 + 26 * title.count("<br>") + (26 if imprint.invented else 0)
    head += 22 * (1 + lead.count("<br>")) if lead else 0
    foot = 18 + 18 * (1 + source.count("<br>"))
    whole = height + head + foot
    copy.update_layout(
        width=width,
        height=whole,
        margin={"t": top + head, "b": bottom + foot, "l": 24, "r": 32},
        title={
            "text": f"<b>{title}</b>{_said(lead)}{_mark(imprint.invented)}",
            "x": 0,
            "xref": "container",
            "y": 1 - 34 / whole,  # the baseline of the first line
            "yref": "container",
            "yanchor": "bottom",
            "pad": {"l": 24},
            "font": {"family": FONT, "size": 19, "color": ink["ink"]},
        },
        legend={"y": 1 - (head + 12) / whole, "x": 0.015},
    )
    copy.add_annotation(
        text=source,
        align="left",
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="top",
        yshift=-(bottom + 4),
        showarrow=False,
        font={"family": FONT, "size": 12, "color": ink["faint"]},
    )
    return copy


def _said(lead: str) -> str:
    return f'<br><span style="font-size:15px">{lead}</span>' if lead else ""


def _mark(invented: str) -> str:
    colour = COLOURS["light"]["vermilion"]
    return f'<br><span style="color:{colour};font-size:14px">{invented}</span>' if invented else ""


def _wrapped(text: str, most: int) -> str:
    """Chinese has no spaces to break at; a text of both is measured in half-widths."""
    wide = sum(ord(character) > 0x2E80 for character in text)
    columns = most if not wide else int(most * len(text) / (len(text) + wide))
    return "<br>".join(textwrap.wrap(text, max(columns, 20))) or text


def picture(figure: go.Figure, imprint: Imprint, kind: Kind) -> bytes:
    """The figure as PNG or SVG. NoBrowser where there is no Chromium; TimeoutError where it hangs
    twice."""
    drawn = printed(figure, imprint)
    options = {
        "format": kind,
        "width": WIDTH,
        "height": int(drawn.layout.height),
        "scale": SCALE if kind == "png" else 1,
    }
    return _draw(drawn, options)


def web_page(figure: go.Figure, imprint: Imprint) -> bytes:
    """The figure as an interactive page that needs no network: plotly.js (5 MB) is inside."""
    page: str = printed(figure, imprint, width=None).to_html(
        include_plotlyjs=True, full_html=True, config={"displaylogo": False, "responsive": True}
    )
    return page.replace("<head>", f"<head><title>{_escaped(imprint.title)}</title>", 1).encode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def available() -> bool:
    """Whether a Chromium is found; asks the disk each time, for one may be installed later."""
    from choreographer.browsers.chromium import Chromium

    named = os.environ.get("BROWSER_PATH")
    return os.path.exists(named) if named else Chromium.find_browser(skip_local=False) is not None  # noqa: PTH110


class _Browser:
    """A running Chromium with an event loop of its own, in a thread of its own."""

    def __init__(self) -> None:
        # only when a picture is wanted: kaleido takes a while to import, and no page needs it
        from choreographer.errors import ChromeNotFoundError
        from kaleido import Kaleido

        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="kaleido", daemon=True).start()

        async def opened() -> Any:
            kaleido = Kaleido(n=1, timeout=TIMEOUT, mathjax=False)
            await kaleido.open()
            return kaleido

        try:
            self._kaleido = self._wait(opened())
        except ChromeNotFoundError as missing:
            self._loop.call_soon_threadsafe(self._loop.stop)
            raise NoBrowser(str(missing)) from missing

    def _wait(self, work: Coroutine[Any, Any, Any], timeout: float = TIMEOUT) -> Any:
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(timeout)
        except TimeoutError:
            future.cancel()
            raise

    def draw(self, figure: go.Figure, options: dict[str, Any]) -> bytes:
        found: bytes = self._wait(self._kaleido.calc_fig(figure.to_dict(), opts=options))
        return found

    def close(self) -> None:
        # it may be closed because it no longer answers: whatever goes wrong here, let go of it
        with contextlib.suppress(Exception):
            self._wait(self._kaleido.close(), 5)
        self._loop.call_soon_threadsafe(self._loop.stop)


_lock = threading.Lock()
_browser: _Browser | None = None


def _draw(figure: go.Figure, options: dict[str, Any]) -> bytes:
    global _browser
    with _lock:
        for attempt in (1, 2):
            if _browser is None:
                _browser = _Browser()
                atexit.register(_browser.close)
            try:
                return _browser.draw(figure, options)
            except (TimeoutError, RuntimeError, OSError):
                # a hung tab, or a browser somebody ended: a new one, once
                atexit.unregister(_browser.close)
                _browser.close()
                _browser = None
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")
