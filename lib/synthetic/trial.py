"""Invented reports with one planted fault each, and what the checks say of them:
python -m lib.synthetic.trial [--reports N] [--seed N].

A fault is found where a check says something of it that it does not say of the same report without
the fault; a false alarm is an error or warning on a report without a fault.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lib.checks.named import check_named
from lib.checks.text import check_text
from lib.findings import Severity
from lib.parsing.report import Report
from lib.synthetic.organs import invent_organs
from lib.synthetic.reports import invent_report, with_text
from lib.synthetic.text_faults import TEXT_FAULTS


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many reports had the fault planted, in how many it was found; `missed` are the seeds of
    the others."""

    fault: str
    planted: int
    found: int
    missed: tuple[int, ...]

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0


def text_trial(reports: int, seed: int = 0) -> Iterator[Outcome]:
    """Every text fault in each of `reports` invented reports; then the reports as they are, whose
    `found` are false alarms and `missed` the seeds of those."""
    organs = invent_organs()
    years = (2019, 2020, 2021, 2022, 2023, 2024, 2025)
    made = [
        (number, invent_report(number, year=years[number % len(years)]))
        for number in range(seed, seed + reports)
    ]
    for name, plant in TEXT_FAULTS.items():
        planted, missed = 0, []
        for number, report in made:
            sections = plant(report, np.random.default_rng([number, 7]), organs)
            if not sections:
                continue
            planted += 1
            if not _said(with_text(report, sections)):
                missed.append(number)
        yield Outcome(name, planted, planted - len(missed), tuple(missed))
    alarms = tuple(number for number, report in made if _said(report))
    yield Outcome("none", len(made), len(alarms), alarms)


def _said(report: Report) -> list[str]:
    findings = (*check_text(report), *check_named(report))
    return [each.code for each in findings if each.severity is not Severity.NOTE]


def main() -> None:
    """Print the table of faults."""
    parser = argparse.ArgumentParser(prog="python -m lib.synthetic.trial", description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    for outcome in text_trial(options.reports, options.seed):
        kind = "false alarms" if outcome.fault == "none" else "found"
        print(
            f"{outcome.fault:16} planted {outcome.planted:6}  {kind} {outcome.found:6}  "
            f"{outcome.recall:7.2%}  e.g. {', '.join(map(str, outcome.missed[:8]))}"
        )


if __name__ == "__main__":
    main()
