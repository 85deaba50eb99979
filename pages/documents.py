"""Regulatory documents, administrative decisions and fees; lines break where the form changed."""

import streamlit as st

from lib.charts import documents as charts
from lib.charts import lead
from lib.charts.labels import count, name, note
from lib.form import DECISIONS, DOCUMENTS
from lib.queries import documents
from lib.ui import doubtful, figure, frame
from lib.ui.ask import ask
from lib.ui.choice import segments
from lib.ui.gap_links import gap_links
from lib.ui.glossary_view import help_of
from lib.words.written import sentences

view = frame.page("documents")
look = {"lang": view.lang, "theme": view.theme}


def row_words(row):
    return name("disclosure", row, view.lang)


def row_help(row):
    return help_of(view, f"disclosure.{row}")


def words(option):
    return view.say(f"documents.tab.{option}")


def show(key, draw, found, *notes, said="", missing=()):
    figure.show(
        view,
        draw(found, **look),
        key=f"documents_{key}",
        frame=found,
        title=view.say(f"documents.{key}"),
        lead=said,
        caption=sentences(notes, view.lang),
        missing=missing,
    )


def cells(columns, rows=DOCUMENTS):
    return [f"disclosure.{row}.{column}" for row in rows for column in columns]


def regulatory():
    found = ask(view, documents.documents)
    made = found[found["column"].isin(charts.CHANGES)]
    stock = found[found["column"].isin(charts.STOCKS)]
    row = "normative_documents"
    notes = [note(f"{row}.{key}", view.lang) for key in ("made", "repealed")]
    words = (*notes, view.say("documents.sum_note"))
    show("changes", charts.changes, made, *words, missing=cells(charts.CHANGES))
    why = note(f"{row}.stock", view.lang)
    show("stocks", charts.stocks, stock, why, missing=cells(charts.STOCKS))


def decisions():
    show(
        "decisions",
        charts.decisions,
        ask(view, documents.decisions),
        note("licences.decisions", view.lang),
        view.say("documents.decisions_help"),
        view.say("documents.sum_note"),
        missing=cells(("decisions",), DECISIONS),
    )


def fees():
    why = note("fees", view.lang)
    money = ask(view, documents.fee_amount)
    said = lead.total(money, lambda value: view.say("documents.money", n=count(value)), view.lang)
    more = {"said": said, "missing": cells(("amount",), ("fees",))}
    show("fee_amount", charts.fee_amount, money, why, view.say("documents.fee_note"), **more)
    items = ask(view, documents.fee_items)
    parts = cells(("items_last_year", "items_change"), ("fees",))
    show("fee_items", charts.fee_items, items, why, missing=parts)


def continuity():
    """Whether the documents in force follow from the year before."""
    row = segments("row", DOCUMENTS[::-1], row_words, view.say("documents.row"), help=row_help)
    found = ask(view, documents.continuity, row)
    if found.empty:
        st.info(view.say("documents.continuity_none"), icon=":material/info:")
        return
    one = found["organ_id"].nunique() == 1
    if one:
        parts = cells(("made", "repealed", "in_force"), (row,))
        found = doubtful.marked(view, found, parts, organ="organ_id")
    if one:
        drawn = charts.stock_of_one(found, **look)
    else:
        drawn = charts.kept(documents.kept_by_year(found), **look)
    title = view.say("documents.continuity", row=row_words(row))
    years = tuple(int(year) for year in found["year"].unique())
    notes = (checked(found), figure.flawed(view, frame.narrowed(view, years=years)))
    caption = sentences((view.say("documents.continuity_help"), *notes), view.lang)
    figure.show(view, drawn, key="documents_continuity", frame=found, title=title, caption=caption)
    gap_links(view, found)


def checked(found):
    """How many of the reports that the figure speaks of can be held against the year before."""
    of, n = len(found), int(found["gap"].notna().sum())
    key = "covered" if n < of else "covered_all"
    numbers = {"of": f"{of:,}", "n": f"{n:,}", "lack": f"{of - n:,}"}
    return view.say(f"documents.continuity_{key}", **numbers)


TABS = {"documents": regulatory, "continuity": continuity, "decisions": decisions, "fees": fees}
if ask(view, documents.decisions).empty:
    st.info(view.say("common.empty"))
else:
    TABS[segments("tab", tuple(TABS), words, view.say("documents.tab"), hide=True)]()
