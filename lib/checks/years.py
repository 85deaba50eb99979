"""One organ's report against its report of the year before: pure functions on plain mappings.

A year's values are a mapping from cell keys to numbers, None where no number is printed; a report
just parsed, a row of the dataset or a typed dictionary will do. Nothing is compared where one side
has no number: a blank is not a zero, and a finding must not rest on one.

The arithmetic of RELATIONS, JUMPS and the fee's unit is written so that it works on numbers and,
a column at a time, on whole frames (lib.queries.series).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lib import form
from lib.findings import Finding

Values = Mapping[str, Decimal | int | float | None]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a cell of a year must be: the sum of cells of the year before and of the same year,
    less some of the same year."""

    code: str
    cell: str
    before: tuple[str, ...]
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the later year it rests on."""
        return (self.cell, *self.plus, *self.minus)

    def expected(self, before: Any, after: Any) -> Any:
        """What the cell should be: a number, or a column where `before` and `after` are frames."""
        found = before[self.before[0]]
        for key in self.before[1:]:
            found = found + before[key]
        for key in self.plus:
            found = found + after[key]
        for key in self.minus:
            found = found - after[key]
        return found


_COLUMNS = form.APPLICANT_COLUMNS
CARRIED = tuple(
    Relation(
        "years.carried_over",
        f"requests.carried_in.{column.key}",
        (f"requests.carried_out.{column.key}",),
    )
    for column in _COLUMNS
)
IN_FORCE = tuple(
    Relation(
        "years.in_force",
        f"disclosure.{row}.in_force",
        (f"disclosure.{row}.in_force",),
        (f"disclosure.{row}.made",),
        (f"disclosure.{row}.repealed",),
    )
    for row in form.DOCUMENTS
)
ITEMS = tuple(
    Relation(
        "years.items",
        f"disclosure.{row}.items_last_year",
        (f"disclosure.{row}.items_last_year", f"disclosure.{row}.items_change"),
    )
    for row in form.ITEMS
)
RELATIONS = (*CARRIED, *IN_FORCE, *ITEMS)

_RATIO = 5
FEE = "disclosure.fees.amount"
# The cells watched for leaps, and the least the larger of the two years must be for one to mean
# something: 1 request after 6 is no leap.
JUMPS: dict[str, int] = {
    "requests.received.total": 50,
    "remedies.reconsideration.total": 30,
    "remedies.litigation_direct.total": 30,
    "remedies.litigation_after.total": 30,
    "disclosure.normative_documents.in_force": 100,
    "disclosure.licences.decisions": 500,
    "disclosure.penalties.decisions": 500,
    "disclosure.coercion.decisions": 500,
    FEE: 100,
}
_SLIP = (2_000, 50_000)  # ten thousand, and what fees may really have changed beside it


def jumped(before: Any, after: Any, floor: int) -> Any:
    """Whether a number leapt up or down, as a truth value or a column of them."""
    return ((after > before * _RATIO) & (after >= floor)) | (
        (before > after * _RATIO) & (before >= floor)
    )


def unit_slipped(before: Any, after: Any) -> Any:
    """Whether two fees are some ten thousand times apart, as 元 and 万元 are."""
    low, high = _SLIP
    up = (after >= before * low) & (after <= before * high)
    down = (before >= after * low) & (before <= after * high)
    return (before > 0) & (after > 0) & (up | down)


# What two years share by chance: the numbers that are drawn anew every year, totals left out.
FRESH: tuple[str, ...] = tuple(
    cell.key
    for cell in form.all_cells()
    if not cell.column[-1].total
    and (
        (cell.table == "requests" and not cell.row[-1].total and cell.row[0].key != "received")
        or cell.table == "remedies"
        or cell.column[-1].key in ("decisions", "amount", "value", "projects", "made")
    )
)
_SURPRISE = 16.0  # bits: once in 65,000 pairs


def surprise(values: Values) -> float:
    """How unlikely it is, in bits, that these numbers come again by chance, each being as likely
    to vary as a count of its size does."""
    bits = 0.0
    for key in FRESH:
        value = values.get(key)
        if value:
            bits += 0.5 * math.log2(1 + 12 * abs(float(value)))
    return bits


def check_pair(year: int, before: Values, after: Values) -> tuple[Finding, ...]:
    """What is wrong between the report for `year` and the one before it."""
    return (
        *_carried(year, before, after),
        *_follows(year, before, after),
        *_stood_still(year, before, after),
        *_leaps(year, before, after),
        *_identical(year, before, after),
    )


def _given(relation: Relation, before: Values, after: Values) -> tuple[Decimal, Decimal] | None:
    """Expected and printed, as exact numbers, where every number is there and they differ."""
    earlier = {key: _exact(before.get(key)) for key in relation.before}
    later = {key: _exact(after.get(key)) for key in relation.cells}
    if None in earlier.values() or None in later.values():
        return None
    expected, printed = relation.expected(earlier, later), later[relation.cell]
    return (expected, printed) if printed is not None and expected != printed else None


def _exact(value: Decimal | int | float | None) -> Decimal | None:
    return value if value is None or isinstance(value, Decimal) else Decimal(str(value))


def _carried(year: int, before: Values, after: Values) -> list[Finding]:
    """One finding for all columns: natural persons and the total differ together."""
    differ = [
        (relation, pair)
        for relation in CARRIED
        if (pair := _given(relation, before, after)) is not None
    ]
    if not differ:
        return []
    columns = [form.cell(relation.cell).column[-1] for relation, _ in differ]
    zh = "；".join(
        f"{column.name}{expected}≠{printed}"
        for column, (_, (expected, printed)) in zip(columns, differ, strict=True)
    )
    en = "; ".join(
        f"{column.en} {expected} ≠ {printed}"
        for column, (_, (expected, printed)) in zip(columns, differ, strict=True)
    )
    return [
        Finding(
            "years.carried_over",
            f"{year - 1}年报告的结转下年度与{year}年报告的上年结转不符：{zh}。",
            f"Carried over in the report for {year - 1} is not carried in of {year}: {en}.",
            tuple(relation.cell for relation, _ in differ),
            (),
            *differ[-1][1],  # 总计, where it differs
        )
    ]


def _follows(year: int, before: Values, after: Values) -> list[Finding]:
    found = []
    for relation in (*IN_FORCE, *ITEMS):
        pair = _given(relation, before, after)
        if pair is None:
            continue
        expected, printed = pair
        name = form.cell(relation.cell).row[-1]
        if relation.code == "years.in_force":
            made, repealed = (after[key] for key in (*relation.plus, *relation.minus))
            zh = (
                f"“{name.name}”现行有效件数不衔接：{year - 1}年{before[relation.cell]}，加本年制发"
                f"{made}，减本年废止{repealed}，应为{expected}，{year}年报告为{printed}。"
            )
            en = (
                f"“{name.en}” in force does not follow: {before[relation.cell]} in {year - 1}, "
                f"plus {made} made, less {repealed} repealed, is {expected}; the report for {year} "
                f"gives {printed}."
            )
        else:
            last, change = (before[key] for key in relation.before)
            same = printed == last
            zh = (
                f"“{name.name}”上一年项目数量不衔接：{year - 1}年报告为{last}、增/减{change}，应为"
                f"{expected}，{year}年报告为{printed}{'，与上年的数相同' if same else ''}。"
            )
            en = (
                f"“{name.en}”, items last year, does not follow: the report for {year - 1} gives "
                f"{last} and a change of {change}, which is {expected}; the report for {year} "
                f"gives {printed}{', the same as the year before' if same else ''}."
            )
        found.append(Finding(relation.code, zh, en, relation.cells, (), expected, printed))
    return found


def _stood_still(year: int, before: Values, after: Values) -> list[Finding]:
    """Items last year the same in every row as in the report before, which gave no change, and
    then great changes in most rows: nothing contradicts, but the old numbers may have been kept
    (平潭's reports for 2019 and 2020: 396 licences and no change, then 396 and +442)."""
    rows = []
    for relation in ITEMS:
        last, change = relation.before
        numbers = [_exact(values.get(key)) for values in (before, after) for key in (last, change)]
        if None in numbers:
            return []
        was, moved, now, moves = (number for number in numbers if number is not None)
        if was != now or moved:
            return []
        rows.append((relation, now, moves))
    great = [each for each in rows if each[1] and abs(each[2]) * 5 >= each[1]]
    if len(great) < 3:
        return []
    shown = "、".join(f"{now}与{moves:+}" for _, now, moves in great)
    return [
        Finding(
            "years.items_same",
            f"{year}年报告各行的上一年项目数量与{year - 1}年报告完全相同（当年增/减均为0），"
            f"本年增/减却很大（{shown}），疑似沿用了旧数。",
            f"Items last year are the same in every row of the reports for {year - 1} (which gives "
            f"no change) and {year}, yet the changes now are great "
            f"({', '.join(f'{now} and {moves:+}' for _, now, moves in great)}): the old numbers "
            "may have been kept.",
            tuple(key for relation, _, _ in great for key in relation.before),
        )
    ]


def _leaps(year: int, before: Values, after: Values) -> list[Finding]:
    found = []
    for key, floor in JUMPS.items():
        earlier, later = _exact(before.get(key)), _exact(after.get(key))
        if earlier is None or later is None:
            continue
        item = form.cell(key)
        if key == FEE and unit_slipped(earlier, later):
            code = "years.fee_unit"
            zh = f"本年收费金额由{earlier}变为{later}万元，相差约一万倍，疑似元与万元混淆。"
            en = (
                f"The fees collected went from {earlier} to {later} (10,000 yuan), some ten "
                "thousand times apart: 元 may stand for 万元."
            )
        elif jumped(earlier, later, floor):
            code = "years.jump"
            zh = f"“{item.zh}”{year - 1}年为{earlier}，{year}年为{later}，相差五倍以上。"
            en = (
                f"“{item.en}” was {earlier} in {year - 1} and is {later} in {year}: more than five "
                "times apart."
            )
        else:
            continue
        found.append(Finding(code, zh, en, (key,), (), earlier, later))
    return found


def _identical(year: int, before: Values, after: Values) -> list[Finding]:
    if any(_exact(before.get(key)) != _exact(after.get(key)) for key in FRESH):
        return []
    if surprise(after) < _SURPRISE:
        return []
    keys = tuple(key for key in FRESH if after.get(key))
    return [
        Finding(
            "years.identical",
            f"{year}年报告的{len(keys)}个不为0的数与{year - 1}年完全相同，疑似误用了上年的表格。",
            f"The {len(keys)} numbers above zero of the report for {year} are those of {year - 1}, "
            "every one: last year's tables may have been used again.",
            keys,
        )
    ]
