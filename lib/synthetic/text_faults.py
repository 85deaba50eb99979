"""Faults of a report's text, planted beside tables that are right: the words are written from other
figures, for another organ or for another year. Each gives the sections, {} where the report offers
no place for the fault."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import numpy as np

from lib.form import leaves, line
from lib.parsing.report import Report
from lib.synthetic.narrative import narrative
from lib.synthetic.organs import Invented

TextFault = Callable[[Report, np.random.Generator, tuple[Invented, ...]], dict[str, str]]

_STATED = (
    "requests.received.total",
    "requests.carried_in.total",
    "requests.handled.total",
    "requests.carried_out.total",
    "requests.granted.total",
    "requests.partly_granted.total",
    "remedies.reconsideration.total",
    "remedies.litigation_direct.total",
    "disclosure.normative_documents.made",
    "disclosure.normative_documents.repealed",
    "disclosure.normative_documents.in_force",
    "disclosure.licences.decisions",
    "disclosure.fees.amount",
)
_GROUPS = ("granted", "partly_granted", "refused", "unable", "declined")


def another_figure(
    report: Report, random: np.random.Generator, organs: tuple[Invented, ...]
) -> dict[str, str]:
    """One figure of the text is not that of the table."""
    for key in random.permutation(_STATED):
        figures = _figures(report)
        if str(key) not in figures:
            continue
        change = Decimal(int(random.integers(1, 9)))
        lower = figures[str(key)] > change and random.random() < 0.5
        figures[str(key)] += -change if lower else change
        sections = _written(report, figures)
        if sections != report.sections:
            return sections
    return {}


def groups_swapped(
    report: Report, random: np.random.Generator, organs: tuple[Invented, ...]
) -> dict[str, str]:
    """The text counts under one outcome what the table counts under another."""
    figures = _figures(report)
    edition = report.editions["requests"]
    rows = {g: [leaf.key for leaf in leaves((line("requests", g),), edition)] for g in _GROUPS}
    sums = {g: sum((figures[f"requests.{r}.total"] for r in rows[g]), Decimal(0)) for g in _GROUPS}
    pairs = [(a, b) for a in _GROUPS for b in _GROUPS if a < b and sums[a] != sums[b]]
    for index in random.permutation(len(pairs)):
        one, other = pairs[int(index)]
        swapped = dict(figures)
        for group, value in ((one, sums[other]), (other, sums[one])):
            for row in rows[group]:
                swapped[f"requests.{row}.total"] = Decimal(0)
            swapped[f"requests.{rows[group][0]}.total"] = value
        sections = _written(report, swapped)
        if sections != report.sections:
            return sections
    return {}


def another_organ(
    report: Report, random: np.random.Generator, organs: tuple[Invented, ...]
) -> dict[str, str]:
    """Somebody else's name where the organ's own should stand."""
    ending = _place(report.organ)[-1:]
    others = [
        each.organ.name
        for each in organs
        if _place(each.organ.name) != _place(report.organ)
        and _place(each.organ.name)[-1:] == ending
    ]
    if not ending or not others:
        return {}
    name = others[int(random.integers(len(others)))]
    return {key: text.replace(report.organ, name) for key, text in report.sections.items()}


def another_year(
    report: Report, random: np.random.Generator, organs: tuple[Invented, ...]
) -> dict[str, str]:
    """The years of last year's text."""
    year = report.year
    older = {
        key: text.replace(f"{year}年", f"{year - 1}年").replace(f"{year + 1}年", f"{year}年")
        for key, text in report.sections.items()
    }
    return older if older != report.sections else {}


def _figures(report: Report) -> dict[str, Decimal]:
    return {key: entry.value or Decimal(0) for key, entry in report.entries.items()}


def _written(report: Report, figures: dict[str, Decimal]) -> dict[str, str]:
    return narrative(report.organ, report.year, figures)


def _place(name: str) -> str:
    """The first place a name begins with: 霏溪县."""
    ends = [name.index(ending) for ending in "省市县区" if ending in name[2:6]]
    return name[: min(ends) + 1] if ends else ""


TEXT_FAULTS: dict[str, TextFault] = {
    fault.__name__: fault for fault in (another_figure, groups_swapped, another_organ, another_year)
}
