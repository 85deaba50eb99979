"""How the values of an indicator are written: beside a mark, when hovering over it, along an axis.

A value may be the indicator as it is (`way` is "value"), its share, its change on the year before,
or per 100,000 residents.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.charts.labels import MISSING, count, coverage, doubt, hover, percent
from lib.measures import MEASURES
from lib.words import say
from lib.words.written import signed


def is_share(key: str, way: str) -> bool:
    """Whether values are drawn as percentages."""
    measure = MEASURES[key]
    if way == "share" or (way == "change" and measure.counted):
        return True
    return way in ("value", "change") and not measure.counted and measure.per == 1


def in_points(key: str, way: str) -> bool:
    """Whether a change is one of a percentage, in points: 3% more than 50% could be 51.5 or 53."""
    measure = MEASURES[key]
    return way == "change" and not measure.counted and measure.per == 1


def shown(value: Any, key: str, way: str, lang: str) -> str:
    """A value as it is written: a count, a percentage, a number per hundred or per 100,000; a
    change with its sign, in percentage points where it is one of a rate."""
    if pd.isna(value):
        return MISSING
    measure = MEASURES[key]
    if way == "change":
        if measure.counted:
            return signed(float(value), ".1%")
        if measure.per == 1:
            return f"{signed(float(value) * 100, '.1f')} {say('compare.points', lang)}"
        return signed(float(value), ",.1f")
    if is_share(key, way):
        return percent(value)
    if way == "residents" or not measure.counted:
        return f"{float(value):,.1f}"
    unit = measure.unit
    if unit is not None and not unit.fractional and not float(value).is_integer():
        return f"{float(value):,.1f}"  # a mean or a median of counts
    return count(value)


def made_of(row: pd.Series[Any], key: str, lang: str, way: str = "value") -> str:
    """A value with the two numbers it is made of, where there are two."""
    value = shown(row["value"], key, way, lang)
    if pd.isna(row["denominator"]):
        return value
    return f"{value} = {count(row['numerator'])} / {count(row['denominator'])}"


def described(row: pd.Series[Any], key: str, way: str, lang: str) -> str:
    """What hovering over a member says."""
    value = made_of(row, key, lang, way)
    if way != "value" and pd.isna(row["denominator"]):
        value += f" ({count(row['numerator'])})"
    year = "" if pd.isna(row.get("year")) else f"{int(row['year'])} · "
    return hover(f"{year}{row['label']}", [value, coverage(row, lang), *filter(None, [doubt(row)])])


def tick_format(key: str, way: str) -> str:
    """How an axis writes values: percentages; money in 万元 with all its digits, since 万 would
    stand there twice; counts."""
    if in_points(key, way):
        return "+,.3~f"
    if is_share(key, way):
        return ".0%"
    unit = MEASURES[key].unit
    return ",.0f" if unit is not None and unit.fractional and way == "value" else ",.3~f"


def unit_of(key: str, way: str, lang: str) -> str:
    """What an axis counts; "" where its ticks say it or the title of the figure does."""
    if in_points(key, way):
        return say("compare.points", lang)
    unit = MEASURES[key].unit if way == "value" else None
    if unit is None:
        return ""
    return unit.value if lang == "zh" else unit.en.capitalize()
