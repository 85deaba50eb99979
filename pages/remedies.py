"""Reconsideration and litigation: what became of the cases, and how often organs were corrected."""

from functools import partial

import streamlit as st

from lib.charts import lead
from lib.charts import rates as rate_charts
from lib.charts import remedies as charts
from lib.charts.labels import name
from lib.form import REMEDY_GROUPS, RESULTS
from lib.measures import CORRECTION_RATES, DISPUTE_RATES, MEASURES, MINIMUM_N
from lib.queries import rates, remedies
from lib.ui import choice, doubtful, figure, frame
from lib.ui.ask import ask
from lib.ui.choice import menu, segments
from lib.ui.glossary_view import help_of

MOST = 20  # organs in a figure
view = frame.page("remedies")
look = {"lang": view.lang, "theme": view.theme}
show = partial(figure.show_named, view, "remedies")


def words(prefix):
    return lambda option: view.say(f"remedies.{prefix}.{option}")


def group_words(group):
    return name("remedies", group, view.lang)


def parts(keys):
    return [cell for key in keys for cell in MEASURES[key].quantities]


def results():
    found = ask(view, remedies.results)
    shares = segments("as", ("counts", "shares"), words("as"), view.say("remedies.as"), hide=True)
    cells = [f"remedies.{group}.{result}" for group in REMEDY_GROUPS for result in RESULTS]
    drawn = charts.results(found, shares=shares == "shares", **look)
    first = found[found["group"] == REMEDY_GROUPS[0]]
    said = lead.largest(first, "result", lambda key: name("remedies", key, view.lang), view.lang)
    said = lead.about(group_words(REMEDY_GROUPS[0]), said, view.lang)
    show("results", drawn, found, lead=said, missing=cells)


def corrections():
    found = ask(view, rates.by_year, CORRECTION_RATES)
    # two denominators for each group, in the order of the groups
    panels = [CORRECTION_RATES[at : at + 2] for at in range(0, len(CORRECTION_RATES), 2)]
    titles = [group_words(group) for group in REMEDY_GROUPS]
    drawn = rate_charts.by_year(found, panels, titles, **look)
    said = lead.of_rates(found, CORRECTION_RATES[1], view.lang)
    show("corrections", drawn, found, lead=said, missing=parts(CORRECTION_RATES))


def disputes():
    found = ask(view, rates.by_year, DISPUTE_RATES)
    drawn = rate_charts.by_year(found, [DISPUTE_RATES], **look)
    said = lead.of_rates(found, DISPUTE_RATES[0], view.lang)
    show("disputes", drawn, found, lead=said, missing=parts(DISPUTE_RATES))


def way():
    year = choice.year(ask(view, remedies.results)["year"].unique(), view.say("remedies.year"))
    found = ask(view, remedies.way, year)
    title = view.say("remedies.way", year=year)
    shown = found.assign(key=[charts.step_name(key, view.lang) for key in found["key"]])
    lack = {"missing": remedies.STEPS, "within": frame.narrowed(view, years=(year,))}
    show("way", charts.way(found, **look), shown, title, **lack)


def organs():
    with st.container(horizontal=True):
        year = choice.year(ask(view, remedies.results)["year"].unique(), view.say("remedies.year"))
        group = menu(
            "group",
            REMEDY_GROUPS,
            group_words,
            view.say("remedies.group"),
            help=lambda key: help_of(view, f"remedies.{key}"),
        )
    found = ask(view, remedies.cases_by_organ, year, group)
    cells = [f"remedies.{group}.{result}" for result in (*RESULTS, "total")]
    found = doubtful.marked(view, found, cells, (year,), "organ_id")
    show(
        "organs",
        charts.cases_by_organ(found.head(MOST), **look),
        found,
        view.say("remedies.organs", year=year, group=group_words(group)),
        view.say("remedies.organs_help", most=MOST, minimum=MINIMUM_N),
        missing=[f"remedies.{group}.total"],
        within=frame.narrowed(view, years=(year,)),
    )


TABS = {
    "results": results,
    "corrections": corrections,
    "disputes": disputes,
    "way": way,
    "organs": organs,
}
if ask(view, remedies.results).empty:
    st.info(view.say("common.empty"))
else:
    TABS[segments("tab", tuple(TABS), words("tab"), view.say("remedies.tab"), hide=True)]()
