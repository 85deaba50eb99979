"""Where the reader is, to be sent or cited: the address of what is on the page, and citations of
it that name the dataset's version."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from lib.dataset import Dataset
from lib.ui import address
from lib.words import LANGUAGES, say
from lib.words.written import day


def base() -> str:
    """The address of the page without its parameters; "" where the server is not told its own
    address, as in tests."""
    return (st.context.url or "").partition("?")[0]


def here() -> str:
    """The whole address of the page as it is now."""
    return f"{base()}?{urlencode(address.wanted(), doseq=True)}"


def version(dataset: Dataset) -> str:
    """The version of the dataset's reports, the same on every machine."""
    return dataset.version.split("|")[1]


def citations(page: str, dataset: Dataset, today: date) -> list[str]:
    """The page cited as GB/T 7714 asks, in Chinese, and in English."""
    named = address.selection().dataset
    return [
        say(
            "citation.text",
            lang,
            page=say(f"nav.{page}", lang),
            dataset=say(f"common.dataset.{named}", lang),
            version=version(dataset),
            day=today.isoformat() if lang == "zh" else day(today, lang),
            url=here(),
        )
        for lang in LANGUAGES
    ]


def popover(lang: str, page: str, dataset: Dataset) -> None:
    """The button that shows them; each has a button of its own to copy it."""
    with st.popover(say("citation.open", lang), icon=":material/link:", key="citation"):
        st.caption(say("citation.link", lang))
        st.code(here(), language=None, wrap_lines=True)
        st.caption(say("citation.cite", lang))
        for text in citations(page, dataset, date.today()):
            st.code(text, language=None, wrap_lines=True)
