"""Reports that print given figures: facts of a real report in a page of our own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from lib import form
from lib.parsing.report import Entry, Report, State
from lib.synthetic.narrative import narrative
from lib.synthetic.reports import printed


def report_of(organ: str, year: int, figures: Mapping[str, Decimal | None]) -> Report:
    """A report that prints `figures` and nothing else in its tables. Each table's edition is the
    one that has those cells; KeyError where no edition has them all."""
    editions, entries = {}, {}
    for table in form.TABLES:
        own = {key for key in figures if key.startswith(f"{table.key}.")}
        fitting = [
            each
            for each in reversed(form.EDITIONS)
            if own == {item.key for item in form.cells(each, table.key)}
        ]
        if not fitting:
            raise KeyError(f"no edition of “{table.zh}” has exactly the cells given")
        editions[table.key] = fitting[0].key
        for item in form.cells(fitting[0], table.key):
            value = figures[item.key]
            text = "" if value is None else printed(item, value)
            state = State.BLANK if value is None else State.REPORTED
            entries[item.key] = Entry(item.key, value, text, state)
    if editions["requests"] == "2019":
        editions["remedies"] = "2019"  # the same in both: it goes with section three
    known = {key: value for key, value in figures.items() if value is not None}
    title = f"{organ}{year}年政府信息公开工作年度报告"
    return Report(
        organ=organ,
        year=year,
        title=title,
        published=date(year + 1, 1, 20),
        editions=editions,
        entries=entries,
        sections=narrative(organ, year, known),
        findings=(),
        name=title,
        sha256=hashlib.sha256(title.encode()).hexdigest(),
        format="copy",
        publisher=organ,
    )
