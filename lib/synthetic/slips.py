"""Slips planted into consistent invented reports, one a report, to see that the checks find each.

A slip takes a report together with its organ's report of the year before and returns the pair with
one thing wrong, or None where the report offers no place for it. `expects` are the codes one of
which must be found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

import numpy as np

from lib.checks.on_time import limit
from lib.checks.powers import can_make_regulations
from lib.checks.years import JUMPS, RELATIONS, surprise
from lib.organs import Organ
from lib.parsing.report import Entry, Report, State
from lib.synthetic.faults import FAULTS


@dataclass(frozen=True, slots=True)
class Pair:
    """A report, the one of its organ for the year before, and whose they are."""

    before: Report
    report: Report
    organ: Organ


Plant = Callable[[Pair, np.random.Generator], Pair | None]


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of slip: the codes one of which must be found, and how it is planted."""

    expects: frozenset[str]
    plant: Plant


def rewritten(report: Report, numbers: dict[str, Decimal]) -> Report:
    """The report with other numbers printed in some cells."""
    fresh = {
        key: Entry(key, value, str(value), State.REPORTED, report.entries[key].place)
        for key, value in numbers.items()
    }
    return replace(report, entries={**report.entries, **fresh})


def _fault(name: str) -> Plant:
    def plant(pair: Pair, random: np.random.Generator) -> Pair | None:
        figures = {key: entry.value or Decimal(0) for key, entry in pair.report.entries.items()}
        cells = FAULTS[name](figures, random)
        if not cells:
            return None
        return replace(pair, report=rewritten(pair.report, {key: figures[key] for key in cells}))

    return plant


def _numbers(rule: Callable[[Pair, np.random.Generator], dict[str, Decimal] | None]) -> Plant:
    """A slip that prints other numbers."""

    def plant(pair: Pair, random: np.random.Generator) -> Pair | None:
        numbers = rule(pair, random)
        return replace(pair, report=rewritten(pair.report, numbers)) if numbers else None

    return plant


Numbers = dict[str, Decimal]


def _negative(pair: Pair, random: np.random.Generator) -> Numbers:
    keys = [key for key in pair.report.entries if key.endswith((".decisions", ".made"))]
    return {str(random.choice(keys)): Decimal(-int(random.integers(1, 50)))}


def _fraction(pair: Pair, random: np.random.Generator) -> Numbers:
    keys = [key for key in pair.report.entries if key.endswith((".decisions", ".made"))]
    return {str(random.choice(keys)): Decimal(int(random.integers(0, 99))) + Decimal("0.5")}


def _relation(code: str) -> Callable[[Pair, np.random.Generator], Numbers | None]:
    """A number that does not follow from the year before."""

    def rule(pair: Pair, random: np.random.Generator) -> Numbers | None:
        open_to = [
            relation
            for relation in RELATIONS
            if relation.code == code
            and all(pair.before.value(key) is not None for key in relation.before)
            and all(pair.report.value(key) is not None for key in relation.cells)
        ]
        if not open_to:
            return None
        relation = open_to[int(random.integers(len(open_to)))]
        value = pair.report.value(relation.cell)
        assert value is not None
        return {relation.cell: value + int(random.integers(1, 30))}

    return rule


def _fee_in_yuan(pair: Pair, random: np.random.Generator) -> Numbers | None:
    before, fee = (r.value("disclosure.fees.amount") for r in (pair.before, pair.report))
    # a slip on top of a year in which fees changed fivefold is beyond what the check promises
    if not before or not fee or not Decimal("0.25") < fee / before < 4:
        return None
    return {"disclosure.fees.amount": fee * 10_000}


def _leap(pair: Pair, random: np.random.Generator) -> Numbers | None:
    for key in sorted(JUMPS, key=lambda _: float(random.random())):
        before, after = pair.before.value(key), pair.report.value(key)
        if key != "disclosure.fees.amount" and before and after is not None:
            return {key: max(before * 6, Decimal(JUMPS[key]))}
    return None


def _again(pair: Pair, random: np.random.Generator) -> Numbers | None:
    """Last year's tables used again."""
    if pair.before.editions != pair.report.editions:
        return None
    numbers = {key: entry.value for key, entry in pair.before.entries.items()}
    if None in numbers.values() or surprise(numbers) < 16:
        return None
    return {key: value for key, value in numbers.items() if value is not None}


def _above_total(pair: Pair, random: np.random.Generator) -> Numbers | None:
    at = "disclosure.normative_documents."
    total = pair.report.value(at + "published_total")
    if total is not None:
        return {at + "newly_published": total + int(random.integers(1, 9))}
    in_force = pair.report.value(at + "in_force")
    repealed = pair.report.value(at + "repealed")
    if in_force is None or repealed is None:
        return None
    return {at + "made": in_force + repealed + int(random.integers(1, 9))}


def _below_zero(pair: Pair, random: np.random.Generator) -> Numbers | None:
    last = pair.report.value("disclosure.penalties.items_last_year")
    if last is None:
        return None
    return {"disclosure.penalties.items_change": -last - int(random.integers(1, 9))}


def _amount_of_items(pair: Pair, random: np.random.Generator) -> Numbers | None:
    if "disclosure.fees.items_last_year" not in pair.report.entries:
        return None
    return {"disclosure.fees.items_last_year": Decimal(int(random.integers(301, 90_000)))}


def _no_projects(pair: Pair, random: np.random.Generator) -> Numbers | None:
    if not pair.report.value("disclosure.procurement.value"):
        return None
    return {"disclosure.procurement.projects": Decimal(0)}


def _regulations(pair: Pair, random: np.random.Generator) -> Numbers | None:
    if can_make_regulations(pair.organ.level, pair.organ.kind) is not False:
        return None
    return {"disclosure.regulations.made": Decimal(int(random.integers(1, 9)))}


def _late(pair: Pair, random: np.random.Generator) -> Pair | None:
    last = limit(pair.report.year, pair.organ.kind)
    if last is None:
        return None
    published = last + timedelta(days=int(random.integers(1, 200)))
    return replace(pair, report=replace(pair.report, published=published))


def _section(change: Callable[[dict[str, str], str], dict[str, str]], *keys: str) -> Plant:
    def plant(pair: Pair, random: np.random.Generator) -> Pair | None:
        sections = change(dict(pair.report.sections), str(random.choice(list(keys))))
        return replace(pair, report=replace(pair.report, sections=sections))

    return plant


def _without(sections: dict[str, str], key: str) -> dict[str, str]:
    return {name: text for name, text in sections.items() if name != key}


def _emptied(sections: dict[str, str], key: str) -> dict[str, str]:
    return sections | {key: " \n"}


def _moved(sections: dict[str, str], key: str) -> dict[str, str]:
    return {key: sections[key], **_without(sections, key)}


def _nothing(sections: dict[str, str], key: str) -> dict[str, str]:
    return sections | {key: "暂无。"}


def _taken_over(pair: Pair, random: np.random.Generator) -> Pair:
    """Last year's text with this year's numbers, one sentence in eight written anew."""
    theirs, own = (each.sections["overview"].split("。") for each in (pair.before, pair.report))
    mixed = [one if random.random() < 0.125 else other for one, other in zip(own, theirs)]  # noqa: B905
    text = "。".join(mixed).translate(str.maketrans("0123456789", "1234567890"))
    sections = pair.report.sections | {"overview": text}
    return replace(pair, report=replace(pair.report, sections=sections))


_SUMS = frozenset({"sum.balance", "sum.outcomes", "sum.applicants", "sum.remedies"})
_ORDER = ("overview", "disclosure", "requests", "remedies", "problems", "other")


def _only(*codes: str) -> frozenset[str]:
    return frozenset(codes)


ARITHMETIC: dict[str, Slip] = {
    "wrong_row_total": Slip(_only("sum.applicants"), _fault("wrong_row_total")),
    "wrong_outcome_total": Slip(_only("sum.outcomes"), _fault("wrong_outcome_total")),
    "unbalanced": Slip(_only("sum.balance"), _fault("unbalanced")),
    "forgotten_remedy_total": Slip(_only("sum.remedies"), _fault("forgotten_remedy_total")),
    "swapped_digits": Slip(_SUMS, _fault("swapped_digits")),
    "negative_count": Slip(_only("cell.negative"), _numbers(_negative)),
    "fractional_count": Slip(_only("cell.fraction"), _numbers(_fraction)),
    "part_above_whole": Slip(_only("count.above_total"), _numbers(_above_total)),
    "items_below_zero": Slip(_only("count.below_zero"), _numbers(_below_zero)),
    "amount_for_items": Slip(_only("count.fee_items"), _numbers(_amount_of_items)),
    "projects_forgotten": Slip(_only("count.no_projects"), _numbers(_no_projects)),
    "regulations_claimed": Slip(_only("count.regulations"), _numbers(_regulations)),
    "carried_differently": Slip(
        _only("years.carried_over"), _numbers(_relation("years.carried_over"))
    ),
    "stock_not_followed": Slip(_only("years.in_force"), _numbers(_relation("years.in_force"))),
    "items_not_followed": Slip(_only("years.items"), _numbers(_relation("years.items"))),
    "fee_in_yuan": Slip(_only("years.fee_unit"), _numbers(_fee_in_yuan)),
    "leap": Slip(_only("years.jump"), _numbers(_leap)),
    "last_years_tables": Slip(_only("years.identical"), _numbers(_again)),
}
"""Slips of number: every one must be found."""

OTHER: dict[str, Slip] = {
    "published_late": Slip(_only("time.late"), _late),
    "section_left_out": Slip(_only("section.missing"), _section(_without, *_ORDER)),
    "section_emptied": Slip(
        _only("section.empty"), _section(_emptied, "overview", "problems", "other")
    ),
    "section_moved": Slip(_only("section.order"), _section(_moved, *_ORDER[1:])),
    "no_problems": Slip(_only("section.no_problems"), _section(_nothing, "problems")),
    "last_years_text": Slip(_only("copied.year"), _taken_over),
}
"""Slips of another kind."""

SLIPS = ARITHMETIC | OTHER
