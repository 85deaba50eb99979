"""Numbers that cannot be what the form asks for, each judged by itself or beside its neighbours.

The parser speaks of print that is no whole, non-negative count; the same is checked here for
numbers that came another way (a corrected cell, a number solved from the sums).
"""

from __future__ import annotations

from decimal import Decimal

from lib.findings import Finding
from lib.form import DOCUMENTS, ITEMS, cell
from lib.parsing.report import Report, State

_FEE_ITEMS = 300  # an organ levies some dozens of fees: more are an amount in the wrong row
_whole = Decimal(1).same_quantum  # a number printed without decimals


def check_counts(report: Report) -> tuple[Finding, ...]:
    """Any number at all; whole, non-negative counts; parts no greater than their wholes; items that
    can be."""
    return (
        *_empty(report),
        *_not_counts(report),
        *(each for row in DOCUMENTS for each in _stock(report, row)),
        *(each for row in ITEMS for each in _items(report, row)),
        *_procurement(report),
    )


def _empty(report: Report) -> list[Finding]:
    """A form without a single number, as the empty template is: there is nothing to count."""
    if any(entry.value is not None for entry in report.entries.values()):
        return []
    blank = [key for key, entry in report.entries.items() if entry.state is State.BLANK]
    others = (State.MISSING, State.BLANK, State.NOT_APPLICABLE)
    if not blank or any(entry.state not in others for entry in report.entries.values()):
        return []
    zh = f"表格里一个数字也没有，{len(blank)}格全是空白。这可能是没有填写的空白表。"
    en = f"The form has no number at all; {len(blank)} cells are blank. It may not be filled in."
    return [_finding(report, "form.empty", zh, en, tuple(blank), None, None)]


def _not_counts(report: Report) -> list[Finding]:
    found = []
    odd = [
        (key, value)
        for key, entry in report.entries.items()
        if (value := entry.value) is not None and (value.is_signed() or not _whole(value))
    ]
    for key, value in odd:
        item = cell(key)
        if value < 0 and not item.unit.signed:
            code, zh, en = "cell.negative", "数量不应为负", "a count cannot be negative"
        elif value != value.to_integral_value() and not item.unit.fractional:
            code, zh, en = "cell.fraction", "件数应为整数", "a count is a whole number"
        else:
            continue
        if any(each.code == code and key in each.cells for each in report.findings):
            continue  # said by the parser, with the print
        found.append(
            _finding(report, code, f"“{item.zh}”为{value},{zh}。", f"“{item.en}” is {value}; {en}.",
                     (key,), None, value)
        )  # fmt: skip
    return found


def _stock(report: Report, row: str) -> list[Finding]:
    """Newly published is within published in total; what was made and not repealed is in force."""
    at = f"disclosure.{row}."
    new, published = report.value(at + "newly_published"), report.value(at + "published_total")
    name = cell(at + "made").row[-1]
    found = []
    if new is not None and published is not None and new > published:
        found.append(
            _finding(
                report,
                "count.above_total",
                f"“{name.name}”本年新公开{new}件，多于对外公开总数量{published}件。",
                f"“{name.en}”: {new} newly published, more than {published} published in total.",
                (at + "newly_published", at + "published_total"),
                published,
                new,
            )
        )
    made, repealed, in_force = (report.value(at + key) for key in ("made", "repealed", "in_force"))
    if made is None or repealed is None or in_force is None:
        return found
    if made - repealed > in_force:
        found.append(
            _finding(
                report,
                "count.above_total",
                f"“{name.name}”本年制发{made}件、废止{repealed}件，现行有效却只有{in_force}件。",
                f"“{name.en}”: {made} made and {repealed} repealed this year, yet only {in_force} "
                "in force.",
                (at + "made", at + "repealed", at + "in_force"),
                made - repealed,
                in_force,
            )
        )
    return found


def _items(report: Report, row: str) -> list[Finding]:
    keys = (f"disclosure.{row}.items_last_year", f"disclosure.{row}.items_change")
    last, change = (report.value(key) for key in keys)
    if last is None or change is None:
        return []
    name = cell(keys[0]).row[-1]
    if last + change < 0:
        return [
            _finding(
                report,
                "count.below_zero",
                f"“{name.name}”上一年项目数量{last}，本年增/减{change}，增减后为负数。",
                f"“{name.en}”: {last} items last year and a change of {change} leave fewer than "
                "none.",
                keys,
                None,
                last + change,
            )
        ]
    if row == "fees" and max(last, abs(change)) > _FEE_ITEMS:
        return [
            _finding(
                report,
                "count.fee_items",
                f"“{name.name}”上一年项目数量{last}，本年增/减{change}：这一行填收费项目的个数，"
                "疑似填了金额。",
                f"“{name.en}”: {last} items last year, a change of {change}. This row counts fee "
                "items; an amount may have been printed.",
                keys,
                None,
                max(last, abs(change)),
            )
        ]
    return []


def _procurement(report: Report) -> list[Finding]:
    keys = ("disclosure.procurement.projects", "disclosure.procurement.value")
    projects, value = (report.value(key) for key in keys)
    if projects is None or projects or not value:
        return []
    return [
        _finding(
            report,
            "count.no_projects",
            f"“政府集中采购”采购总金额{value}元，采购项目数量却为0。",
            f"Centralised procurement is worth {value} yuan, yet the number of projects is 0.",
            keys,
            None,
            value,
        )
    ]


def _finding(
    report: Report,
    code: str,
    zh: str,
    en: str,
    cells: tuple[str, ...],
    expected: Decimal | None,
    printed: Decimal | None,
) -> Finding:
    places = tuple(place for key in cells if (place := report.entries[key].place) is not None)
    return Finding(code, zh, en, cells, places, expected, printed)
