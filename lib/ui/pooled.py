"""Figures that add up several years: of which years, as the reader wants it, and said so."""

from __future__ import annotations

from dataclasses import dataclass

from lib.form import EDITIONS
from lib.queries import requests
from lib.selection import Selection
from lib.ui import choice
from lib.ui.address import spans
from lib.ui.ask import ask
from lib.ui.frame import View, narrowed


@dataclass(frozen=True, slots=True)
class Pooled:
    """The reports that a figure adds up; their years in words, for its title; a sentence for its
    caption where they are several."""

    within: Selection
    when: str
    note: str


def form_years(view: View) -> list[int]:
    """The years of the selection whose reports have the form."""
    found = ask(view, requests.flow)["year"].unique()
    return [int(year) for year in found if year >= EDITIONS[0].since]


def of_years(view: View) -> Pooled:
    """Ask for one of the selected years that have the form, or for all of them together."""
    years = form_years(view)
    said = spans(years).replace("-", "\N{EN DASH}").replace(",", view.say("charts.list"))
    together = view.say("requests.together", years=said)
    year = choice.year_or_all(years, view.say("requests.year"), together)
    if year is None:
        return Pooled(view.selection, together, view.say("requests.pooled", years=said))
    return Pooled(narrowed(view, years=(year,)), view.say("requests.of_year", year=year), "")
