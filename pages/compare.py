"""Compare: any indicator, any places, peers or organs, any years, in seven shapes."""

import streamlit as st

from lib.charts import compare as charts
from lib.charts import lead, spread, values
from lib.measures import MEASURES, MINIMUM_N
from lib.queries import compare
from lib.ui import choice, doubtful, figure, frame, indicator, members, residents
from lib.ui.ask import ask
from lib.ui.choice import segments
from lib.words.written import sentences

MOST = 30  # bars in a figure
view = frame.page("compare")
say = view.say
drawn_with = {"lang": view.lang, "theme": view.theme}


def words(prefix):
    return lambda option: say(f"compare.{prefix}.{option}")


def show(drawn, found, title, *notes, **more):
    figure.show(
        view,
        drawn,
        key="compare_figure",
        frame=found,
        title=title,
        caption=sentences(notes, view.lang),
        by=by,
        **more,
    )


def titled(way="value"):
    named = {"measure": MEASURES[key].name(view.lang), "by": say(f"compare.by.{by}")}
    if way == "value":
        return say("compare.figure", **named)
    words = "compare.change_points" if values.in_points(key, way) else f"compare.as.{way}"
    return say("compare.figure_as", way=say(words), **named)


def with_doubts(found, keys, years=()):
    """Organs with why their numbers are doubtful; no other member is one report."""
    if by != "organ":
        return found
    cells = [cell for each in keys for cell in MEASURES[each].quantities]
    return doubtful.marked(view, found, cells, years)


def over_years():
    """Lines, panels, stacks and tables: members over the years."""
    found = with_doubts(members.labelled(view, ask(view, compare.by_year, key, by), by), [key])
    ways = ["value", "change"]
    if MEASURES[key].counted and by in ("province", "city", "county"):
        ways.append("residents")
    if look == "stack":
        ways = ["value", "share"]
    way = segments("as", ways, words("as"), say("compare.as"))
    if way == "change":
        found = compare.changed(found, key)
    if way == "residents":
        found = compare.per_resident(found, residents.known(view))
        if found["value"].isna().all():
            st.info(say("compare.residents_none"), icon=":material/info:")
            return
    notes = () if by in ("all", "organ", "peers") else (say("compare.levels_mixed"),)
    if look == "table":
        more = {"missing": MEASURES[key].quantities, "by": by}
        more["caption"] = sentences(notes, view.lang)
        figure.table(view, found, title=titled(way), key="compare_table", **more)
        return
    chosen = members.choose(view, found, by)
    part = with_doubts(found[found["member"].isin(chosen)], [key])
    if look == "panels":
        scale = segments("scale", ("shared", "own"), words("scale"), say("compare.scale"))
        drawn = charts.panels(part, key, way, scale == "own", **drawn_with)
    elif look == "stack":
        drawn = charts.stack(part, key, way == "share", **drawn_with)
    else:
        drawn = charts.lines(part, key, way, **drawn_with)
    parts = MEASURES[key].quantities
    said = lead.of_measure(part, key, view.lang, by == "organ") if way == "value" else ""
    show(drawn, part, titled(way), *notes, lead=said, table=found, missing=parts)


def in_a_year():
    """Bars, distribution and scatter: all members in one year."""
    keys = [key]
    if look == "scatter":
        keys.append(
            indicator.choose(view, "ind2", "reconsiderations_per_100", say("compare.second"))
        )
    year = choice.year(ask(view, compare.by_year, key, "all")["year"], say("compare.year"))
    found = ask(view, compare.of_year, year, tuple(keys), by)
    found = with_doubts(members.labelled(view, found, by), keys, (year,))
    marked = members.choose(view, found, by, "mark", first=0)
    kept = found["ranked0"] if len(keys) == 1 else found["ranked0"] & found["ranked1"]
    small = int((~kept).sum())
    left_out = say("compare.small", minimum=MINIMUM_N, small=f"{small:,}") if small else ""
    one = compare.side(found, 0)
    ranked = one[kept].sort_values(["value", "member"], ascending=[False, True])
    title = say("compare.figure_year", title=titled(), year=year)
    nothing = say("compare.nothing", minimum=MINIMUM_N)
    parts = [cell for one in keys for cell in MEASURES[one].quantities]
    lack = {"missing": parts, "within": frame.narrowed(view, years=(year,))}
    said = lead.of_measure(ranked, key, view.lang)
    if look == "bars":
        top = with_doubts(ranked.head(MOST), keys, (year,))
        drawn = charts.bars(top, key, "value", marked, **drawn_with)
        if "doubt" in top and "doubt" not in one:  # of so many organs only those drawn were asked
            left_out = sentences((left_out, say("charts.doubts_on_page")), view.lang)
        first = say("compare.bars_help", most=MOST) if len(ranked) > MOST else ""
        show(drawn, one, title, first, left_out, lead=said, empty=nothing, **lack)
    elif look == "spread":
        drawn = spread.spread(ranked, key, marked, **drawn_with)
        places = [position(ranked, member) for member in marked]
        help = say("compare.spread_help")
        show(drawn, one, title, *places, help, left_out, lead=said, empty=nothing, **lack)
    else:
        both = found[kept].rename(columns={"value0": "y", "value1": "x"})
        names = {axis: MEASURES[k].name(view.lang) for axis, k in zip("yx", keys, strict=True)}
        drawn = spread.scatter(both, (keys[0], keys[1]), marked, **drawn_with)
        title = say("compare.scatter", year=year, **names)
        both = both[[c for c in ("label", "member", "y", "x", "n", "of", "doubt") if c in both]]
        show(drawn, both, title, say("compare.scatter_help"), left_out, empty=nothing, **lack)


def position(ranked, member):
    row = ranked[ranked["member"] == member]
    at = None if row.empty else compare.percentile(ranked["value"], row["value"].iloc[0])
    if at is None:
        return ""
    value = values.shown(row["value"].iloc[0], key, "value", view.lang)
    name = row["label"].iloc[0]
    return say("compare.percentile", name=name, value=value, n=len(ranked), percentile=f"{at:.0f}")


SHAPES = ("lines", "bars", "stack", "panels", "spread", "scatter", "table")
st.markdown(say("compare.intro"))
key = indicator.choose(view)
by = members.choose_by(view)
shapes = [s for s in SHAPES if s != "stack" or MEASURES[key].counted]
look = segments("look", shapes, words("look"), say("compare.look"))
if ask(view, compare.by_year, key, "all").empty:
    st.info(say("common.empty"), icon=":material/info:")
elif look in ("bars", "spread", "scatter"):
    in_a_year()
else:
    over_years()
