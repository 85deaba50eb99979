"""The frame around every page: configuration, navigation, language, filters, notices.

`run()` is all of app.py; `page(key)` is the first line of every page. With a pages/ folder beside
app.py, Streamlit runs a page's file alone where a deep link is the first request a server sees;
`page` notices that the frame was not drawn, hands the navigation over and runs again.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lib.dataset import Dataset, open_dataset
from lib.selection import Selection
from lib.ui import address, citation, filters
from lib.ui.soft_links import SOFT_LINKS
from lib.ui.style import ICON, style
from lib.ui.verbatim import verbatim
from lib.words import say


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its key (and address), its icon, whether the filters speak to it."""

    key: str
    icon: str
    group: str
    filtered: bool = True


PAGES = (
    Page("overview", ":material/home:", "explore"),
    Page("compare", ":material/compare_arrows:", "explore"),
    Page("regions", ":material/map:", "explore"),
    Page("requests", ":material/inbox:", "explore"),
    Page("remedies", ":material/gavel:", "explore"),
    Page("documents", ":material/description:", "explore"),
    Page("organ", ":material/account_balance:", "reports"),
    Page("report", ":material/article:", "reports"),
    Page("changes", ":material/difference:", "reports"),
    Page("quality", ":material/fact_check:", "work"),
    Page("upload", ":material/upload_file:", "work", filtered=False),
    Page("data", ":material/table_view:", "reference"),
    Page("glossary", ":material/menu_book:", "reference", filtered=False),
    Page("method", ":material/rule:", "reference", filtered=False),
)


@dataclass(frozen=True, slots=True)
class View:
    """What a page needs to know: the reader's language and theme, the selection, the dataset."""

    lang: str
    theme: str
    selection: Selection
    dataset: Dataset

    def say(self, key: str, **values: object) -> str:
        """The words of a key in the reader's language."""
        return say(key, self.lang, **values)


def only(view: View, **fields: object) -> Selection:
    """The reports of the view's dataset that these fields alone choose, whatever the filters; those
    with errors are left out where the reader has it so."""
    switch = view.selection.without_errors
    chosen = Selection(view.selection.dataset, without_errors=switch)
    return replace(chosen, **fields)  # type: ignore[arg-type]


def narrowed(view: View, **fields: object) -> Selection:
    """The reader's selection with some of its fields set."""
    return replace(view.selection, **fields)  # type: ignore[arg-type]


def path(key: str) -> str:
    """The file of a page, for links."""
    return f"pages/{key}.py"


def _navigation(lang: str) -> StreamlitPage:
    pages: dict[str, list[StreamlitPage]] = {}

    def offer(each: Page, url_path: str, default: bool = False, hidden: bool = False) -> None:
        pages.setdefault(say(f"common.nav_{each.group}", lang), []).append(
            st.Page(
                path(each.key),
                title=say(f"nav.{each.key}", lang),
                icon=each.icon,
                url_path=url_path,
                default=default,
                visibility="hidden" if hidden else "visible",
            )
        )

    front, *others = PAGES
    offer(front, "front", default=True)  # its address is "/", whatever it is called here
    offer(front, front.key, hidden=True)  # a reader who types its name finds it too
    for each in others:
        offer(each, each.key)
    return st.navigation(pages, position="sidebar", expanded=True)


def run() -> None:
    """Draw the frame and the page the address names. No traceback reaches the reader."""
    # before the navigation: else the browser fetches the menu's icon from another machine for it
    st.set_page_config(page_icon=ICON, layout="wide")
    stale = address.load()
    if name := st.session_state.pop("_nothing_alone", ""):
        stale.append(address.Stale("other", name))
    lang = address.language()
    current = _navigation(lang)
    key = current.url_path or "overview"
    filtered = next(each for each in PAGES if each.key == key).filtered
    address.arrive(key)
    st.set_page_config(page_title=f"{say(f'nav.{key}', lang)} · {say('common.app', lang)}")
    theme = "dark" if st.context.theme.type == "dark" else "light"
    st.html(style(theme))
    st.html(
        f"<script>document.documentElement.lang='{'zh-CN' if lang == 'zh' else 'en'}'</script>"
        f"{SOFT_LINKS}",
        unsafe_allow_javascript=True,
    )
    try:
        dataset = open_dataset(address.selection().dataset)
        if st.session_state.pop("_arrived", False):
            kept, gone = filters.check(dataset, address.selection())
            st.session_state["selection"] = kept
            stale += gone
        with st.sidebar:
            _language(lang)
            if filtered:
                filters.controls(dataset, lang)
            st.caption(say("common.about", lang))
        for each in stale:
            st.warning(say(f"common.stale.{each.parameter}", lang, value=verbatim(each.value[:60])))
        if filtered and address.selection().dataset == "demo":
            st.warning(say("common.invented", lang), icon=":material/science:")
        st.session_state["_view"] = View(lang, theme, address.selection(), dataset)
        current.run()
        address.write()
        only = address.extra("only")
        if only and not st.session_state.pop("_alone", False):  # no such figure: all of them
            address.put_extra("only")
            st.session_state["_nothing_alone"] = only
            st.rerun()
        if slot := st.session_state.pop("_slot", None):  # the page's address is complete now
            with slot:
                citation.popover(lang, key, dataset)
    except Exception:
        logging.getLogger(__name__).exception("page %s failed", key)
        st.error(say("common.wrong", lang), icon=":material/error:")


def _language(lang: str) -> None:
    def chosen() -> None:
        st.session_state["lang"] = st.session_state["f_lang"] or lang

    st.session_state["f_lang"] = lang
    st.segmented_control(
        say("common.language", lang),
        ("zh", "en"),
        format_func=lambda each: {"zh": "中文", "en": "English"}[each],
        key="f_lang",
        on_change=chosen,
        label_visibility="collapsed",
    )


def page(key: str) -> View:
    """The view of the page now drawn, its title shown. First line of every page."""
    view = st.session_state.pop("_view", None)
    if view is None:
        # the page's file was run alone: hand over to app.py's navigation, then start again
        _navigation(address.language())
        st.rerun()
    assert isinstance(view, View)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(view.say(f"{key}.title"), anchor=False, width="stretch")
        st.session_state["_slot"] = st.container(width="content")
    return view
