"""One figure on a page: its title, the chart, how to read it, what it leaves out, its table, and
everything a reader may want to take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from lib.charts.tables import RATES, covered, head, readable
from lib.charts.takeaway import takeaway
from lib.charts.ticks import written
from lib.exporting import images
from lib.queries import quality
from lib.selection import Selection
from lib.ui import address, embedding
from lib.ui.ask import ask
from lib.ui.download import download
from lib.ui.frame import View
from lib.ui.small_table import MOST, small_table
from lib.ui.style import ONLY
from lib.ui.taken import Taken, file_name, imprint, plain, tables
from lib.ui.verbatim import verbatim
from lib.ui.without import without
from lib.words.written import sentences

IDS = ("organ_id", "member")  # told apart by in a file, of no interest on a page

# plotly's own Chinese catalogue has the tooltips of an older version, so they are given here
_TOOLTIPS = {
    "Zoom": "缩放",
    "Pan": "平移",
    "Zoom in": "放大",
    "Zoom out": "缩小",
    "Reset axes": "还原",
    "Download plot as a PNG": "下载 PNG 图片",
    "Preparing image - this may take a few seconds": "正在生成图片，请稍候",
    "Image download succeeded": "图片已下载",
    "Sorry, there was a problem downloading your image!": "抱歉，图片下载失败",
}


def show(
    view: View,
    figure: go.Figure,
    *,
    key: str,
    frame: pd.DataFrame,
    title: str,
    lead: str = "",
    caption: str = "",
    table: pd.DataFrame | None = None,
    empty: str = "",
    light: go.Figure | None = None,
    on_select: Callable[[], None] | None = None,
    missing: Sequence[str] = (),
    within: Selection | None = None,
    by: str = "all",
) -> None:
    """Draw a figure. `lead` says in a sentence what it shows (lib.charts.lead); `frame` is what it
    was drawn from (its coverage is said below it); `table` replaces the frame in the table and the
    CSV where these should hold more; `empty` says why nothing could be drawn; `light` is what is
    taken away where recolouring would not do (a colour scale); `on_select` is called where the
    reader clicks a mark (see lib.ui.clicked); `missing` are the quantities it is made of, so that
    the reports without them can be listed: those `within`, or of the selection in the frame's years
    that lack some; `by` is what its members are (see lib.ui.without)."""
    if not _wanted(key):
        return
    drawn = written(figure, view.lang)
    with st.container(key=f"figure_{key}"):
        st.subheader(verbatim(title), anchor=False)
        if _any_number(drawn):
            if lead:
                st.markdown(verbatim(lead))
            _chart(view, drawn, key, title, lead, on_select)
        else:
            st.info(empty or view.say("charts.nothing"))
            if frame.empty:
                return
        said = (covered(frame, view.lang), flawed(view, within)) if "n" in frame else ()
        if "doubt" in frame:
            said = (*said, view.say("charts.doubts"))
        if words := sentences((caption, *said), view.lang):
            st.caption(words)
        whole = readable(frame if table is None else table, view.lang)
        with st.container(horizontal=True):
            with st.popover(
                view.say("charts.download"), icon=":material/download:", key=f"{key}_menu"
            ):
                _downloads(
                    view, light or drawn, key, Taken(title, whole, caption, said, within, lead)
                )
            fold = st.expander(  # drawn once it is opened, and not before
                view.say("charts.table"),
                icon=":material/table:",
                key=f"{key}_table",
                on_change="rerun",
            )
            if fold.open:
                with fold:
                    _table(view, whole, title)
            _without(view, key, frame, missing, within, by)


def show_named(
    view: View,
    page: str,
    key: str,
    figure: go.Figure,
    frame: pd.DataFrame,
    title: str = "",
    caption: str = "",
    **more: Any,
) -> None:
    """The same for a figure whose title and caption are the page's words at PAGE.KEY and
    PAGE.KEY_help, unless given."""
    title = title or view.say(f"{page}.{key}")
    caption = caption or view.say(f"{page}.{key}_help")
    show(view, figure, key=f"{page}_{key}", frame=frame, title=title, caption=caption, **more)


def _without(
    view: View,
    key: str,
    frame: pd.DataFrame,
    missing: Sequence[str],
    within: Selection | None,
    by: str,
) -> None:
    if missing and "n" in frame and (frame["n"] < frame["of"]).any():
        without(view, key, missing, within or _short(view, frame), by)


def _short(view: View, frame: pd.DataFrame) -> Selection:
    """The selection in the years in which some reports lack a number of the frame."""
    if "year" not in frame:
        return view.selection
    years = frame.loc[frame["n"] < frame["of"], "year"].unique()
    return replace(view.selection, years=tuple(int(year) for year in years))


def _wanted(key: str) -> bool:
    """Whether a figure is to be drawn: an address that says only=KEY wants no other, and nothing
    around it."""
    alone = address.extra("only")
    if alone == key:
        st.html(ONLY)
        st.session_state["_alone"] = True
    return alone in ("", key)


def _chart(
    view: View,
    figure: go.Figure,
    key: str,
    title: str,
    lead: str,
    on_select: Callable[[], None] | None,
) -> None:
    selects: dict[str, Any] = (
        {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    )
    st.plotly_chart(
        figure,
        key=key,
        theme=None,
        width="stretch",
        config=_config(view, title),
        alt=takeaway(figure, title, lead),
        **selects,
    )


def table(
    view: View,
    frame: pd.DataFrame,
    *,
    key: str,
    title: str,
    caption: str = "",
    missing: Sequence[str] = (),
    by: str = "all",
) -> None:
    """A frame as the thing itself: no chart, the whole table open, its CSV beside it. `missing`
    and `by` as in `show`."""
    if not _wanted(key):
        return
    st.subheader(verbatim(title), anchor=False)
    whole = readable(frame, view.lang)
    _table(view, whole, title)
    said = (covered(frame, view.lang), flawed(view))
    st.caption(sentences((caption, *said), view.lang))
    what = Taken(title, whole, caption, said)
    with st.container(horizontal=True):
        for kind, make in tables(view, what).items():
            name = f"{file_name(view, title)}.{kind}"
            download(view.say(f"charts.download_{kind}"), make, name, f"{key}_{kind}")
    _without(view, key, frame, missing, None, by)


def flawed(view: View, within: Selection | None = None) -> str:
    """How many of the selected reports (those `within`, where it is narrower) carry errors, or are
    left out for them; "" for none."""
    n = int(ask(view, quality.flawed, within=within)["flawed"].iloc[0])
    key = "charts.flawed_out" if view.selection.without_errors else "charts.flawed"
    return view.say(key, n=f"{n:,}") if n else ""


def _any_number(figure: go.Figure) -> bool:
    return any(value is not None for trace in figure.data for value in _drawn(trace))


def _drawn(trace: Any) -> Sequence[Any]:
    """The numbers a trace draws."""
    if trace.type == "sankey":
        return tuple(value or None for value in trace.link.value)  # streams of nothing are no flow
    across = getattr(trace, "orientation", None) == "h"
    found = trace.z if trace.type == "choropleth" else trace.x if across else trace.y
    return () if found is None else tuple(found)


def _table(view: View, whole: pd.DataFrame, title: str) -> None:
    shares = {head(name, view.lang) for name in RATES}
    # a rate per hundred requests is no percentage, and stands in the same column
    percents = {name for name in shares & set(whole.columns) if not (whole[name] > 1).any()}
    shown = whole.drop(columns=[head(name, view.lang) for name in IDS], errors="ignore")
    year = head("year", view.lang)
    if len(shown) <= MOST:
        st.html(small_table(shown, view.lang, title, {year}, percents))
        return
    # the grid's own percentages have as many decimals as each number needs, out of line
    shown = shown.assign(**{name: shown[name] * 100 for name in percents & set(shown.columns)})
    formats = {
        column: st.column_config.NumberColumn(
            format="%.2f%%" if column in percents else "localized"
        )
        for column in shown.columns
        if pd.api.types.is_numeric_dtype(shown[column]) and column != year
    }
    formats[year] = st.column_config.NumberColumn(format="%d")
    st.dataframe(shown, hide_index=True, column_config=formats, placeholder="—", alt=title)


def _downloads(view: View, figure: go.Figure, key: str, what: Taken) -> None:
    name = file_name(view, what.title)

    def picture(kind: images.Kind) -> bytes:
        return images.picture(figure, imprint(view, what), kind)

    def web_page() -> bytes:
        return images.web_page(figure, imprint(view, what))

    def button(kind: str, make: Callable[[], bytes]) -> None:
        said = view.say(f"charts.download_{kind}")
        download(said, make, f"{name}.{kind}", f"{key}_{kind}", wide=True, icon=None)

    drawn = _any_number(figure)
    if drawn and images.available():
        button("png", partial(picture, "png"))
        button("svg", partial(picture, "svg"))
    elif drawn:
        st.caption(view.say("charts.no_browser"))
    if drawn:
        button("html", web_page)
    for kind, make in tables(view, what).items():
        button(kind, make)
    if drawn:
        embedding.snippet(view, key, what.title)


def _config(view: View, title: str) -> dict[str, object]:
    config: dict[str, object] = {
        "displaylogo": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
        "toImageButtonOptions": {
            "format": "png",
            "filename": plain(title),
            "width": images.WIDTH,
            "scale": images.SCALE,
        },
    }
    if view.lang == "zh":
        locale = {"moduleType": "locale", "name": "zh-CN", "dictionary": _TOOLTIPS, "format": {}}
        config |= {"locale": "zh-CN", "locales": {"zh-CN": locale}}
    return config
