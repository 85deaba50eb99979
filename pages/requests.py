"""Requests: how many come, how they are handled, for which reasons, by whom."""

from dataclasses import replace
from functools import partial

import streamlit as st

from lib.charts import flow as flow_charts
from lib.charts import lead
from lib.charts import rates as rate_charts
from lib.charts import requests as charts
from lib.charts.labels import count, name, percent
from lib.form import APPLICANTS, OUTCOMES, REASON_GROUPS
from lib.measures import MEASURES, MINIMUM_N, REQUEST_RATES
from lib.queries import rates, requests
from lib.ui import choice, doubtful, figure, frame
from lib.ui.ask import ask
from lib.ui.choice import menu, segments
from lib.ui.glossary_view import help_of
from lib.ui.members import peer_words
from lib.ui.pooled import form_years, of_years
from lib.words.written import difference, sentences

MOST = 20  # organs in a figure
view = frame.page("requests")
look = {"lang": view.lang, "theme": view.theme}
show = partial(figure.show_named, view, "requests")


def words(prefix):
    return lambda option: view.say(f"requests.{prefix}.{option}")


def as_shares():
    options = ("shares", "counts")
    return segments("as", options, words("as"), view.say("requests.as"), hide=True) == "shares"


def named(key):
    """The short name of a line of the form's table of requests."""
    return name("requests", key, view.lang)


def cases(value):
    return view.say("lead.cases", n=count(value))


def who_words(who):
    """A kind of applicant, or all of them."""
    if who == "total":
        return view.say("requests.everyone")
    return named(who)


def cells(rows, columns=("total",)):
    return [f"requests.{row}.{column}" for row in rows for column in columns]


def flow():
    found = ask(view, requests.flow)
    lines = cells(found["line"].unique())
    received = lead.total(found[found["line"] == "received"], cases, view.lang)
    said = lead.about(named("received"), received, view.lang)
    show("flow", charts.flow(found, **look), found, lead=said, missing=lines)
    if not (years := form_years(view)):
        return
    year = choice.year(years, view.say("requests.year"))
    found = ask(view, requests.passage, year)
    came, went = requests.sides(found)
    balance = "balanced" if came == went else "unbalanced"
    note = view.say(
        f"requests.{balance}", came=f"{came:,}", went=f"{went:,}", gap=difference(came - went)
    )
    caption = sentences((view.say("requests.passage_help"), note), view.lang)
    title = view.say("requests.passage", year=year)
    light = flow_charts.passage(found, lang=view.lang, theme="light")
    drawn = flow_charts.passage(found, **look)
    lack = {"missing": cells(found["line"]), "within": frame.narrowed(view, years=(year,))}
    show("passage", drawn, found, title, caption, light=light, **lack)


def outcomes():
    whose = ("total", *APPLICANTS)
    who = menu("who", whose, who_words, view.say("requests.who"), width=240)
    found, shares = ask(view, requests.outcomes_by_year, who), as_shares()
    drawn = charts.outcomes(found, shares=shares, **look)
    title = view.say("requests.outcomes")
    if who != "total":
        title = f"{title} · {who_words(who)}"
    said = lead.largest(found, "outcome", named, view.lang)
    show("outcomes", drawn, found, title, lead=said, missing=cells(OUTCOMES, (who,)))
    of = of_years(view)
    found = ask(view, requests.outcomes_by_applicant, within=of.within)
    drawn = charts.outcomes_by_applicant(found, **look)
    caption = sentences((of.note, view.say("requests.by_applicant_help")), view.lang)
    both = cells(OUTCOMES, APPLICANTS)
    title = f"{view.say('requests.by_applicant')} · {of.when}"
    granted = found[(found["outcome"] == "granted") & (found["total"] >= MINIMUM_N)]
    granted = granted.assign(label=granted["applicant"].map(named), value=granted["share"])
    said = lead.about(named("granted"), lead.extremes(granted, percent, view.lang), view.lang)
    more = {"lead": said, "missing": both, "within": of.within}
    show("by_applicant", drawn, found, title, caption, **more)


def applicants():
    found, shares = ask(view, requests.applicants_by_year), as_shares()
    drawn = charts.applicants(found, shares=shares, **look)
    said = lead.largest(found, "applicant", named, view.lang)
    show("applicants", drawn, found, lead=said, missing=cells(("received",), APPLICANTS))


def reasons():
    of = of_years(view)
    found = ask(view, requests.reasons, within=of.within)
    title = f"{view.say('requests.reasons')} · {of.when}"
    caption = sentences((of.note, view.say("requests.reasons_help")), view.lang)
    more = {"missing": cells(found["reason"].unique()), "within": of.within}
    more["lead"] = lead.commonest(found, named, view.lang)
    show("reasons", charts.reasons(found, **look), found, title, caption, **more)
    group = segments(
        "group",
        REASON_GROUPS,
        named,
        view.say("requests.group"),
        help=lambda key: help_of(view, f"requests.{key}"),
    )
    found, shares = ask(view, requests.reasons_by_year, group), as_shares()
    drawn = charts.reasons_by_year(found, group, shares=shares, **look)
    title = view.say("requests.reasons_year", group=named(group))
    said = lead.largest(found, "reason", named, view.lang)
    lines = cells(found["reason"].unique())
    show("reasons_year", drawn, found, title, lead=said, missing=lines)


def by_definition():
    for key, keys in (("rates", REQUEST_RATES[:4]), ("other_rates", REQUEST_RATES[4:])):
        found = ask(view, rates.by_year, keys)
        formulas = [
            f"{MEASURES[k].name(view.lang)} = {MEASURES[k].formula(view.lang)}" for k in keys
        ]
        caption = view.say(f"requests.{key}_help", formulas=view.say("charts.and").join(formulas))
        parts = [cell for k in keys for cell in MEASURES[k].quantities]
        drawn = rate_charts.by_year(found, [keys], **look)
        said = lead.of_rates(found, keys[0], view.lang)
        show(key, drawn, found, caption=caption, lead=said, missing=parts)


def organs():
    left, middle, right = st.columns([3, 3, 2])
    with right:
        of = of_years(view)
    with left:
        key = menu(
            "measure",
            REQUEST_RATES,
            lambda k: MEASURES[k].name(view.lang),
            view.say("requests.measure"),
            help=lambda key: help_of(view, key),
        )
    every = ask(view, rates.by_organ, key, within=of.within)
    with middle:
        peers = [".".join(peer) for peer in rates.peers(every)]
        peer = menu(
            "peers",
            peers,
            lambda peer: peer_words(view, peer),
            view.say("requests.peers"),
            help=help_of(view, "field.peers"),
        )
    measure = MEASURES[key]
    alike = rates.among(every, tuple(peer.split(".")))
    alike = doubtful.marked(view, alike, measure.quantities, of.within.years, "organ_id")
    caption = view.say(
        "requests.organs_help",
        formula=measure.formula(view.lang),
        caveat=measure.caveat(view.lang),
        minimum=MINIMUM_N,
        most=MOST,
    )
    caption = sentences((of.note, caption), view.lang)
    words = {"measure": measure.name(view.lang), "peer": peer_words(view, peer)}
    title = f"{view.say('requests.organs', **words)} · {of.when}"
    empty = view.say("requests.organs_none", minimum=MINIMUM_N)
    drawn = rate_charts.by_organ(alike.head(MOST), key, **look)
    ranked = alike[alike["ranked"] & alike["rate"].notna()]
    ranked = ranked.assign(label=ranked["organ"], value=ranked["rate"])
    levels, kinds = ((each,) for each in peer.split("."))
    here = replace(of.within, levels=levels, kinds=kinds)
    show(
        "organs",
        drawn,
        alike,
        title,
        caption,
        lead=lead.begun(lead.extremes(ranked, partial(rate_charts.shown, key=key), view.lang)),
        empty=empty,
        missing=measure.quantities,
        within=here,
    )


TABS = {
    "flow": flow,
    "outcomes": outcomes,
    "applicants": applicants,
    "reasons": reasons,
    "rates": by_definition,
    "organs": organs,
}
if ask(view, requests.flow).empty:
    st.info(view.say("common.empty"))
else:
    TABS[segments("tab", tuple(TABS), words("tab"), view.say("requests.tab"), hide=True)]()
