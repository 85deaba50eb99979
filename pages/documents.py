"""Regulatory documents, administrative decisions and fees; lines break where the form changed."""

import streamlit as st

from lib.charts import documents as charts
from lib.charts.labels import note
from lib.queries import documents
from lib.ui import figure, frame
from lib.ui.ask import ask
from lib.ui.choice import segments

view = frame.page("documents")
look = {"lang": view.lang, "theme": view.theme}


def words(option):
    return view.say(f"documents.tab.{option}")


def show(key, draw, found, *notes):
    figure.show(
        view,
        draw(found, **look),
        key=f"documents_{key}",
        frame=found,
        title=view.say(f"documents.{key}"),
        caption=" ".join(notes),
    )


def regulatory():
    found = ask(view, documents.documents)
    made = found[found["column"].isin(charts.CHANGES)]
    stock = found[found["column"].isin(charts.STOCKS)]
    row = "normative_documents"
    notes = [note(f"{row}.{key}", view.lang) for key in ("made", "repealed")]
    show("changes", charts.changes, made, *notes, view.say("documents.sum_note"))
    show("stocks", charts.stocks, stock, note(f"{row}.stock", view.lang))


def decisions():
    show(
        "decisions",
        charts.decisions,
        ask(view, documents.decisions),
        note("licences.decisions", view.lang),
        view.say("documents.decisions_help"),
        view.say("documents.sum_note"),
    )


def fees():
    why = note("fees", view.lang)
    money = ask(view, documents.fee_amount)
    show("fee_amount", charts.fee_amount, money, why, view.say("documents.fee_note"))
    show("fee_items", charts.fee_items, ask(view, documents.fee_items), why)


TABS = {"documents": regulatory, "decisions": decisions, "fees": fees}
if ask(view, documents.decisions).empty:
    st.info(view.say("common.empty"))
else:
    TABS[segments("tab", tuple(TABS), words, view.say("documents.tab"), hide=True)]()
