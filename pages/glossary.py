"""Glossary: every term with its meaning and its article, searched in both languages."""

import streamlit as st

from lib.glossary import KINDS, terms
from lib.ui import address, choice, frame, glossary_view
from lib.ui.verbatim import verbatim

view = frame.page("glossary")
say = view.say


def named():
    """The term a link names, on top of the page."""
    for key in choice.known("term", tuple(terms())):
        term = terms()[key]
        glossary_view.list_of(view, [term], one=True)
        if term.kind == "measures":
            st.page_link(
                frame.path("compare"),
                label=say("glossary.compare"),
                icon=":material/compare_arrows:",
                query_params=address.link(ind=key),
            )


def search(words):
    found = [term for term in terms().values() if words.lower() in term.searched()]
    if not found:
        st.info(say("glossary.nothing", words=verbatim(words[:40])), icon=":material/search_off:")
        return False
    st.caption(say("glossary.found", n=len(found)))
    glossary_view.list_of(view, found)
    return True


st.markdown(say("glossary.intro"))
named()
words = choice.written("q", say("glossary.search"))
if not words or not search(words):
    kind = choice.segments(
        "kind", KINDS, lambda k: say(f"glossary.kind.{k}"), say("glossary.kind"), hide=True
    )
    glossary_view.list_of(view, (term for term in terms().values() if term.kind == kind))
