"""Method: the form, what is checked, how numbers are made and files read, how to cite."""

from datetime import date

import streamlit as st

from lib.measures import MINIMUM_N
from lib.ui import citation, dictionary_view, frame, method_view
from lib.ui.choice import segments

view = frame.page("method")
say = view.say


def form():
    st.markdown(say("method.form_intro"))
    st.table(method_view.editions(view))
    st.subheader(say("method.crosswalk"), anchor=False)
    dictionary_view.crosswalk_table(view)
    dictionary_view.statistics_table(view)


def checks():
    st.markdown(say("method.checks_intro"))
    st.subheader(say("method.rules"), anchor=False)
    st.table(method_view.rules(view))
    st.subheader(say("method.kinds"), anchor=False)
    st.table(method_view.codes(view))


def numbers():
    st.markdown(say("overview.reading_text"))
    st.markdown(say("method.numbers_text", minimum=MINIMUM_N))


def reading():
    st.markdown(say("method.reading_text"))
    st.subheader(say("method.limits"), anchor=False)
    st.markdown(say("method.limits_text"))


def cite():
    st.markdown(say("method.cite_text"))
    for text in citation.citations("method", view.dataset, date.today()):
        st.code(text, language=None, wrap_lines=True)
    st.subheader(say("method.licence"), anchor=False)
    st.markdown(say("method.licence_text"))


TABS = {"form": form, "checks": checks, "numbers": numbers, "reading": reading, "cite": cite}
tab = segments("tab", tuple(TABS), lambda t: say(f"method.tab.{t}"), say("nav.method"), hide=True)
TABS[tab]()
