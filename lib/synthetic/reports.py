"""Invented organs and their numbers as reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from zlib import crc32

import numpy as np

from lib import form
from lib.organs import Organ
from lib.parsing.labels import fold
from lib.parsing.report import Entry, Report, State
from lib.parsing.stated import Passage, processing_fee, read_stated
from lib.reading.document import Place
from lib.synthetic.faults import plant
from lib.synthetic.figures import Figures, Life
from lib.synthetic.narrative import narrative
from lib.synthetic.organs import Invented, invent_organs


@dataclass(frozen=True, slots=True)
class Habits:
    """How a clerk fills the form: zeros left blank, «/» where the organ makes no 规章."""

    zeros_blank: bool = False
    slash_for_regulations: bool = False


def invent_reports(
    seed: int = 2019,
    years: Sequence[int] = range(2019, 2026),
    faults: float = 0.06,
    gaps: float = 0.09,
    organs: Sequence[Invented] | None = None,
) -> Iterator[tuple[Report, Organ]]:
    """Reports of every invented organ over `years`. `faults` is the share of reports with a
    planted fault, `gaps` the share of years an organ did not report. The same seed makes the same
    reports, and an organ's reports do not depend on which others are asked for."""
    for invented in organs if organs is not None else invent_organs(seed):
        random = np.random.default_rng([seed, crc32(invented.organ.organ_id.encode())])
        life = Life(invented, random)
        habits = Habits(bool(random.random() < 0.05), bool(random.random() < 0.04))
        begins = years[0] if random.random() < 0.9 else int(random.choice(years[:3]))
        for year in years:
            current = form.edition_for(year).key
            editions = {table.key: current for table in form.TABLES}
            if current == "2021" and random.random() < 0.01:
                # a clerk who kept the old file; section four is the same in both forms
                editions["requests"] = editions["remedies"] = "2019"
            figures = life.year(editions)
            if random.random() < faults:
                plant(figures, random)
            published = _published(year, invented.organ, random)
            if year < begins or random.random() < gaps:
                continue
            yield (
                _report(invented.organ, year, editions, figures, habits, published),
                invented.organ,
            )


def invent_report(
    seed: int,
    year: int = 2023,
    editions: dict[str, str] | None = None,
    habits: Habits = Habits(),
) -> Report:
    """One consistent report of an organ drawn by lot, for the round trips."""
    random = np.random.default_rng(seed)
    organs = invent_organs()
    invented = organs[int(random.integers(len(organs)))]
    current = form.edition_for(year).key
    editions = editions or {table.key: current for table in form.TABLES}
    figures = Life(invented, random).year(editions)
    published = _published(year, invented.organ, random, late=0.0)
    return _report(invented.organ, year, editions, figures, habits, published)


def _published(year: int, organ: Organ, random: np.random.Generator, late: float = 0.06) -> date:
    """By the end of January, governments and zones by the end of March; some late (第四十九条)."""
    by_march = organ.kind in ("government", "functional_zone", "town_street")
    limit = date(year + 1, 3, 31) if by_march else date(year + 1, 1, 31)
    if random.random() < late:
        return limit + timedelta(days=int(random.integers(1, 40)))
    return limit - timedelta(days=min(int(random.gamma(1.6, 6.0)), 28))


def _report(
    organ: Organ,
    year: int,
    editions: dict[str, str],
    figures: Figures,
    habits: Habits,
    published: date,
) -> Report:
    entries = {
        cell.key: _entry(cell, figures[cell.key], habits)
        for table in form.TABLES
        for cell in form.cells(form.edition(editions[table.key]), table.key)
    }
    sections = narrative(organ.name, year, figures)
    text = "\n".join((organ.organ_id, str(year), *(f"{k}={e.text}" for k, e in entries.items())))
    made = Report(
        organ=organ.name,
        year=year,
        title=f"{organ.name}{year}年政府信息公开工作年度报告",
        published=published,
        editions=editions,
        entries=entries,
        sections=sections,
        findings=(),
        name=f"{organ.name}{year}年.invented",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="invented",
        publisher=organ.name,
    )
    return with_text(made, sections)


def with_text(report: Report, sections: dict[str, str]) -> Report:
    """The report with other words, and what they state read from them."""
    found = [
        Passage(key, fold_text, [0], [Place()])
        for key, text in sections.items()
        if (fold_text := "\n".join(fold(line) for line in text.split("\n")))
    ]
    fee = processing_fee(found, report.year)
    return replace(
        report,
        sections=sections,
        stated=read_stated(found, report.year, report.editions),
        processing_fee=fee.amount if fee else None,
        processing_fee_text=fee.text if fee else "",
    )


def _entry(cell: form.Cell, value: Decimal, habits: Habits) -> Entry:
    if (
        habits.slash_for_regulations
        and cell.row
        and cell.row[-1].key == "regulations"
        and not value
    ):
        return Entry(cell.key, None, "/", State.NOT_APPLICABLE)
    if habits.zeros_blank and not value:
        return Entry(cell.key, None, "", State.BLANK)
    return Entry(cell.key, value, printed(cell, value), State.REPORTED)


def printed(cell: form.Cell, value: Decimal) -> str:
    """A number as a report prints it: changes with their sign, money in 元 with its unit, since
    the form's column of 采购总金额 names none."""
    text = f"{value:f}"
    if cell.unit.signed and value > 0:
        return f"+{text}"
    return f"{text}元" if cell.unit is form.Unit.YUAN and value else text
