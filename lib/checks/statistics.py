"""The sums of the old statistics table: parts and whole, such as the channels of 收到申请数.

A blank part counts as zero for the check alone. A sum with a number that is missing or cannot be
read is not checked, nor one whose parts are not printed at all."""

from __future__ import annotations

from decimal import Decimal

from lib.findings import Finding
from lib.old_form import TABLE, Indicator, indicators, name, totals
from lib.parsing.report import Report, State

_UNKNOWN = (State.UNREADABLE, State.MISSING)


def check_statistics(report: Report) -> tuple[Finding, ...]:
    """One finding a sum that does not hold, and one a part that is larger than its whole."""
    if TABLE not in report.editions:
        return ()
    found = [_sum(report, total) for total in totals()]
    found += [_part(report, each, key) for each in indicators() for key in each.within]
    return tuple(each for each in found if each is not None)


def _sum(report: Report, total: Indicator) -> Finding | None:
    whole = report.entries.get(total.key)
    parts = [report.entries[c.key] for c in total.children if c.key in report.entries]
    values = [part.value for part in parts if part.value is not None]
    if whole is None or whole.value is None or not values:
        return None
    if any(part.state in _UNKNOWN for part in parts):
        return None
    added = sum(values, Decimal(0))
    if added == whole.value:
        return None
    terms = "+".join(str(value) for value in values)
    shown = f"{terms}={added}" if len(values) > 1 else str(added)
    gap = abs(added - whole.value)
    return Finding(
        "sum.statistics",
        f"统计表“{total.zh}”各分项之和为{shown},印的却是{whole.value}，相差{gap}。",
        f"The parts of “{total.en}” in the statistics table add up to "
        f"{shown.replace('+', ' + ').replace('=', ' = ')}, but {whole.value} is printed; the "
        f"difference is {gap}.",
        (total.key, *(part.cell for part in parts)),
        tuple(each.place for each in (whole, *parts) if each.place),
        added,
        whole.value,
    )


def _part(report: Report, part: Indicator, whole: str) -> Finding | None:
    own, most = report.value(part.key), report.value(whole)
    if own is None or most is None or own <= most:
        return None
    return Finding(
        "sum.statistics",
        f"统计表“{part.zh}”{own}大于“{name(whole)}”{most}。",
        f"“{part.en}” of the statistics table, {own}, is larger than “{name(whole, 'en')}”, "
        f"{most}.",
        (part.key, whole),
        expected=most,
        printed=own,
    )
