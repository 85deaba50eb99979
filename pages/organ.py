"""One organ: all its years, among its peers, its findings, its reports."""

import pandas as pd
import streamlit as st

from lib.charts import compare as charts
from lib.charts import lead, values
from lib.charts.labels import with_mark
from lib.charts.rates import place
from lib.measures import MEASURES
from lib.queries import compare, organ
from lib.queries.dispositions import counted
from lib.ui import (
    address,
    choice,
    doubtful,
    figure,
    frame,
    indicator,
    quality_data,
    report_choice,
)
from lib.ui.choice import segments
from lib.ui.findings_list import findings_list
from lib.ui.members import peer_words
from lib.ui.organ_search import search_box
from lib.ui.organ_view import CELLS, years_table
from lib.ui.verbatim import verbatim
from lib.words import written
from lib.words.written import sentences

view = frame.page("organ")
say = view.say


def years():
    st.caption(say("organ.years_help"))
    st.html(years_table(view, rows, organ_id))


def trend():
    """The organ's line beside that of its peers together."""
    key = indicator.choose(view)
    own = compare.by_year(view.dataset, frame.only(view, organs=(organ_id,)), key, "organ")
    alike = frame.only(view, levels=(latest["level"],), kinds=(latest["kind"],))
    own = doubtful.marked(view, own, MEASURES[key].quantities)
    peers = compare.by_year(view.dataset, alike, key, "peers")
    if MEASURES[key].counted:  # a sum of all peers says nothing beside one organ: their mean does
        peers = peers.assign(value=(peers["value"] / peers["n"].where(peers["n"] > 0)))
    name = say("organ.peers_mean" if MEASURES[key].counted else "organ.peers_together", peer=peer)
    both = pd.concat([own.assign(label=latest["organ"]), peers.assign(label=name)])
    if "doubt" in both:
        both["doubt"] = both["doubt"].fillna("")
    drawn = charts.lines(both, key, "value", lang=view.lang, theme=view.theme)
    title = say("compare.figure", measure=MEASURES[key].name(view.lang), by=latest["organ"])
    shown = both.drop(columns=["name", "province", "city"])
    help = say("organ.trend_help")
    lack = {"missing": MEASURES[key].quantities, "within": alike}
    said = lead.of_measure(own, key, view.lang, one=True)
    words = {"title": title, "lead": said, "caption": help}
    figure.show(view, drawn, key="organ_trend", frame=shown, **words, **lack)


def peers():
    year = choice.year(rows["year"], say("report.year"))
    of_year = rows[rows["year"] == year].iloc[0]
    standing = organ.among_peers(
        view.dataset, organ_id, of_year["level"], of_year["kind"], year, organ.HEADLINES
    )
    standing["member"] = organ_id
    standing = pd.concat(
        doubtful.marked(view, row.to_frame().T, MEASURES[row["measure"]].quantities, (year,))
        for _, row in standing.iterrows()
    )
    marks = say("charts.doubts_on_page") if "doubt" in standing else ""
    st.caption(sentences((say("organ.peers_help", peer=peer), marks), view.lang))
    written = [
        {
            say("charts.column_measure"): MEASURES[row["measure"]].name(view.lang),
            say("charts.column_value"): with_mark(
                values.made_of(row, row["measure"], view.lang), row.get("doubt")
            ),
            say("organ.median"): values.shown(row["median"], row["measure"], "value", view.lang),
            say("organ.percentile"): percentile(row["percentile"]),
            say("organ.n_peers"): f"{row['peers']:,}",
        }
        for _, row in standing.iterrows()
    ]
    st.table(pd.DataFrame(written).set_index(say("charts.column_measure")))


def percentile(value):
    return "—" if pd.isna(value) else f"{value:.0f}"


def findings():
    if found.empty:
        st.success(say("organ.no_findings"), icon=":material/check_circle:")
    for year, part in found.groupby("year", sort=False):
        st.subheader(str(year), anchor=False)
        findings_list(view, part, organ_id)
    quality_data.dismissed_link(view, every, organ_id)


def reports():
    for row in rows[::-1].itertuples():
        day = (
            say("report.unknown")
            if pd.isna(row.published)
            else written.day(row.published, view.lang)
        )
        carried = found.loc[found["year"] == row.year, "severity"]  # none that was dismissed
        counts = {f"{each}s": int((carried == each).sum()) for each in ("error", "warning")}
        words = {"year": row.year, "day": day, **counts}
        st.page_link(
            frame.path("report"),
            label=say("organ.report", **words),
            icon=":material/article:",
            query_params=address.link(organ=organ_id, year=row.year),
        )


TABS = {"years": years, "trend": trend, "peers": peers, "findings": findings, "reports": reports}
search_box(view)
organ_id = report_choice.organ(view)
if organ_id is None:
    st.info(say("report.none"), icon=":material/info:")
else:
    rows = organ.years(view.dataset, organ_id, CELLS)
    every = quality_data.of_organ(view, organ_id)
    found = counted(every).sort_values(["year", "code"], ascending=[False, True])
    latest = rows.iloc[-1]
    peer = peer_words(view, f"{latest['level']}.{latest['kind']}")
    first, last = rows["year"].iloc[0], latest["year"]
    span = {"n": len(rows), "years": first if first == last else f"{first}–{last}"}
    st.subheader(verbatim(latest["organ"]), anchor=False)
    st.caption(say("organ.about", place=place(latest), peer=peer, **span))
    TABS[
        segments("tab", tuple(TABS), lambda t: say(f"organ.tab.{t}"), say("nav.organ"), hide=True)
    ]()
