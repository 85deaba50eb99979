"""The selection in words a reader of a taken-away figure understands."""

from __future__ import annotations

import pandas as pd

from lib.dataset import Dataset
from lib.queries import catalogue
from lib.selection import Selection
from lib.ui.address import spans
from lib.words import say

_NAMED = 3  # organs or places; more are counted


def in_words(dataset: Dataset, selection: Selection, lang: str) -> str:
    """Years, places, levels, kinds and organs, those that were narrowed; "all" where none was."""
    parts = [
        _years(selection.years, lang),
        _listed(_places(catalogue.regions(dataset), selection.regions), lang),
        _listed([say(f"common.level.{level}", lang) for level in selection.levels], lang, most=9),
        _listed([say(f"common.kind.{kind}", lang) for kind in selection.kinds], lang, most=9),
        _listed([organ.split(":", 1)[-1] for organ in selection.organs], lang),
        say("charts.without_errors", lang) if selection.without_errors else "",
    ]
    return say("charts.and", lang).join(filter(None, parts)) or say("charts.scope_all", lang)


def _years(years: tuple[int, ...], lang: str) -> str:
    runs = spans(years).replace("-", "\N{EN DASH}").split(",") if years else []
    words = _listed(runs, lang, most=12)
    return say("charts.scope_years", lang, years=words) if words else ""


def _listed(names: list[str], lang: str, most: int = _NAMED) -> str:
    words = say("charts.list", lang).join(names[:most])
    more = say("charts.and_more", lang, n=len(names)) if len(names) > most else ""
    return words + more


def _places(regions: pd.DataFrame, codes: tuple[str, ...]) -> list[str]:
    """The name of each code at its own level; the code itself where no organ of it is known."""
    found = []
    for code in codes:
        level = {2: "province", 4: "city"}.get(len(code), "county")
        names = regions.loc[regions["region_code"].str.startswith(code), level]
        found.append(next((name for name in names if name), code))
    return found
