"""Regions: an indicator from the provinces down to the single organ, by click and by keyboard."""

import streamlit as st

from lib.charts import compare as charts
from lib.charts import lead
from lib.charts import tiles as tile_charts
from lib.measures import MEASURES, MINIMUM_N
from lib.queries import compare
from lib.ui import choice, clicked, descent, doubtful, figure, frame, indicator, members
from lib.ui.ask import ask
from lib.ui.choice import segments
from lib.ui.organ_search import search_box
from lib.words.written import sentences

MOST = 40  # bars in a figure
view = frame.page("regions")
say = view.say
drawn_with = {"lang": view.lang, "theme": view.theme}


def places(at, year):
    """The places inside one, as tiles, bars or on the operator's map."""
    by, inside = descent.inside(view, at, key, year)
    found = members.labelled(view, inside, by)
    borders = descent.borders(view, found)
    shapes = ["tiles", "bars", *(["map"] if borders else [])]
    look = segments("look", shapes, lambda o: say(f"regions.look.{o}"), say("compare.look"))
    title = say("compare.figure_year", title=descent.title(view, at, key), year=year)
    go = clicked.then("regions_figure", descent.enter)
    small = say("regions.small", minimum=MINIMUM_N)
    enough = found[found["ranked"]].sort_values(["value", "member"], ascending=[False, True])
    said = lead.of_measure(enough, key, view.lang)
    more = {"key": "regions_figure", "lead": said, "frame": found, "title": title, "on_select": go}
    here = {"years": (year,), **({"regions": (at,)} if at else {})}
    more |= {"missing": MEASURES[key].quantities, "within": frame.narrowed(view, **here)}
    if look == "bars":
        drawn = charts.bars(enough.head(MOST), key, "value", **drawn_with)
        nothing = say("compare.nothing", minimum=MINIMUM_N)
        figure.show(view, drawn, caption=small, empty=nothing, **more)
    else:
        draw = tile_charts.choropleth if look == "map" else tile_charts.tiles
        shape = {"borders": borders} if look == "map" else {"missing": descent.absent(at, found)}
        light = draw(found, key, lang=view.lang, theme="light", **shape)
        help = say(f"regions.{look}_help")
        drawn = draw(found, key, **drawn_with, **shape)
        figure.show(view, drawn, caption=sentences((help, small), view.lang), light=light, **more)
    descent.doors(view, found)


def organs(at, year):
    """The organs of one place, each a link to its page."""
    found = members.labelled(view, descent.organs(view, at, key, year), "organ")
    found = doubtful.marked(view, found, MEASURES[key].quantities, (year,))
    title = say("compare.figure_year", title=descent.title(view, at, key), year=year)
    st.subheader(say("regions.own", title=title), anchor=False)
    marks = say("charts.doubts_on_page") if "doubt" in found else ""
    st.caption(sentences((say("regions.own_help", minimum=MINIMUM_N), marks), view.lang))
    descent.organ_links(view, found, key)


search_box(view)
key = indicator.choose(view)
years = list(ask(view, compare.by_year, key, "all")["year"])
if not years:
    st.info(say("common.empty"), icon=":material/info:")
else:
    year = choice.year(years, say("compare.year"))
    at = descent.way(view)
    if at:
        descent.here(view, at)
    if len(at) < 6 and not descent.at_organs(view, at, key, year):
        places(at, year)
    if at:
        organs(at, year)
