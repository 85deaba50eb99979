"""What a figure shows, in one sentence below its title, made of the frame it was drawn from.

Only what needs no judgement is said: what is greatest and least, what a number was first and is
now. What is pooled over reports is never said to rise or fall, since years differ in their reports:
it is given with how many these are. Only one organ's own number is set against the year before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from lib.charts.labels import percent
from lib.charts.values import in_points, shown
from lib.measures import MEASURES
from lib.words import say

Written = Callable[[Any], str]
Named = Callable[[Any], str]


def of_measure(frame: pd.DataFrame, key: str, lang: str, one: bool = False) -> str:
    """An indicator (the frames of lib.queries.compare with `label`): of one member over the years
    its latest value, the one before and the first; of several the greatest and the least of the
    latest year. `one` says that the numbers are one organ's own."""
    known = frame[frame["value"].notna()]
    if known.empty:
        return ""

    def written(value: Any) -> str:
        return shown(value, key, "value", lang)

    if "year" not in known:
        return begun(extremes(known, written, lang))
    last = int(known["year"].max())
    if known["member"].nunique() > 1:
        return dated(last, extremes(known[known["year"] == last], written, lang), lang)
    if MEASURES[key].counted and not one:
        return total(known, written, lang)
    first = int(known["year"].min())
    rows = {int(row["year"]): row for row in known.to_dict("records")}
    parts = []
    for year in dict.fromkeys((last, last - 1, first)):
        if year not in rows:
            continue
        value = written(rows[year]["value"])
        if one:
            parts.append(say("lead.year", lang, year=year, value=value))
        else:
            n = f"{int(rows[year]['n']):,}"
            parts.append(say("lead.year_of", lang, year=year, value=value, n=n))
        if one and year == last and last - 1 in rows and in_points(key, "change"):
            change = float(rows[last]["value"]) - float(rows[last - 1]["value"])
            parts[0] += say("lead.change", lang, change=shown(change, key, "change", lang))
    return say("lead.whole", lang, parts=say("lead.comma", lang).join(parts))


def of_rates(frame: pd.DataFrame, key: str, lang: str) -> str:
    """One of several rates by year (lib.queries.rates.by_year), named."""
    part = frame[frame["measure"] == key].assign(member=key)
    words = of_measure(part.rename(columns={"rate": "value"}), key, lang)
    return about(MEASURES[key].name(lang), words, lang)


def about(what: str, words: str, lang: str) -> str:
    """A sentence with what it is about before it; "" where nothing is said."""
    return say("lead.of", lang, what=what, words=words) if words else ""


def begun(words: str) -> str:
    """A sentence that begins with these words."""
    return words[:1].upper() + words[1:]


def dated(year: int, words: str, lang: str) -> str:
    """A sentence about one year."""
    return say("lead.in_year", lang, year=year, words=words) if words else ""


def total(frame: pd.DataFrame, written: Written, lang: str) -> str:
    """The sum of the latest year and how many reports it adds up."""
    known = frame[frame["value"].notna()].sort_values("year")
    if known.empty:
        return ""
    row = known.iloc[-1]
    words = {"year": int(row["year"]), "value": written(row["value"]), "n": f"{int(row['n']):,}"}
    return say("lead.sum", lang, **words)


def commonest(frame: pd.DataFrame, named: Named, lang: str) -> str:
    """Of reasons in groups (lib.queries.requests.reasons) the one most often given."""
    known = frame[frame["value"].notna() & frame["share"].notna()]
    if known.empty or not (known["value"] > 0).any():
        return ""
    row = known.sort_values("value", ascending=False, kind="stable").iloc[0]
    return say(
        "lead.commonest",
        lang,
        name=named(row["reason"]),
        value=f"{int(row['value']):,}",
        group=named(row["group"]),
        share=percent(row["share"]),
    )


def extremes(known: pd.DataFrame, written: Written, lang: str) -> str:
    """The greatest and the least of rows with `label` and `value`; "" for none or one."""
    known = known[known["value"].notna()]
    if len(known) < 2:
        return ""
    ordered = known.sort_values("value", ascending=False, kind="stable")
    most, least = ordered.iloc[0], ordered.iloc[-1]
    if most["value"] == least["value"]:
        return ""
    return say(
        "lead.extremes",
        lang,
        n=f"{len(known):,}",
        most=most["label"],
        most_value=written(most["value"]),
        least=least["label"],
        least_value=written(least["value"]),
    )


def largest(frame: pd.DataFrame, column: str, named: Named, lang: str) -> str:
    """Of parts of a whole by year (`share` of each key in `column`, `n` reports) the two largest of
    the latest year that has any; "" where nothing has a share."""
    known = frame[frame["share"].notna()]
    if known.empty:
        return ""
    last = int(known["year"].max())
    ordered = known[known["year"] == last].sort_values("share", ascending=False, kind="stable")
    parts = [
        say("lead.part", lang, name=named(row[column]), share=percent(row["share"]))
        for row in ordered.head(2).to_dict("records")
        if row["share"] > 0
    ]
    n = f"{int(ordered['n'].iloc[0]):,}"
    words = say("lead.then", lang).join(parts)
    return say("lead.largest", lang, year=last, n=n, parts=words) if parts else ""
