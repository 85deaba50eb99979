"""The sums and balances the form promises, checked on a report: 42 for the 2021 form.

A promise is checked where both its sides have at least one printed number; within a side, blank
cells count as zero for the check alone, and a note says so. A promise that rests on a number that
is missing or unreadable is not checked: its own finding says what is wrong there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from operator import itemgetter

from lib.checks.suspect import Broken, Suspect, suspects
from lib.findings import Finding
from lib.form import Identity, Rule, cell, edition, identities
from lib.parsing.report import Entry, Report, State

_UNKNOWN = (State.UNREADABLE, State.MISSING)
_ZERO = Decimal(0)
_Side = Callable[[dict[str, Decimal]], tuple[Decimal, ...]]


def check_sums(report: Report) -> tuple[Finding, ...]:
    """One finding a broken promise, the cell whose change would mend them all where there is one,
    and a note where blanks had to count as zero."""
    found: list[Finding] = []
    numbers: dict[str, Decimal] = {}
    blank: dict[str, None] = {}
    for key, entry in report.entries.items():
        if entry.value is not None:
            numbers[key] = entry.value
        elif entry.state not in _UNKNOWN:
            numbers[key] = _ZERO
            blank[key] = None
    is_blank, has_no_blank = blank.__contains__, blank.keys().isdisjoint
    with_blanks = unprinted = 0
    for table, of_edition in report.editions.items():
        broken: list[Broken] = []
        held: list[Identity] = []
        for identity, left_of, right_of in _promises(of_edition, table):
            try:
                left = sum(left_of(numbers), _ZERO)
                right = sum(right_of(numbers), _ZERO) if right_of else numbers[identity.right[0]]
            except KeyError:
                continue
            blanks = False
            if blank and not (has_no_blank(identity.left) and has_no_blank(identity.right)):
                left_any = not all(map(is_blank, identity.left))
                right_any = not all(map(is_blank, identity.right))
                if not left_any or not right_any:
                    unprinted += left_any or right_any
                    continue
                blanks = True
            if left != right:
                zeros = sum(map(is_blank, identity.cells))
                broken.append(Broken(identity, left, right, zeros))
            else:
                held.append(identity)
                with_blanks += blanks
        found += _told(report, broken, held)
    if with_blanks or unprinted:
        found.append(_blanks(blank, with_blanks, unprinted))
    return tuple(found)


@cache
def _promises(of_edition: str, table: str) -> tuple[tuple[Identity, _Side, _Side | None], ...]:
    """The promises of a table, each with what takes the numbers of its two sides out of all; None
    for a side that is one total, as nearly all right ones are."""
    return tuple(
        (each, itemgetter(*each.left), itemgetter(*each.right) if len(each.right) > 1 else None)
        for each in identities(edition(of_edition), table)
    )


def _told(report: Report, broken: list[Broken], held: list[Identity]) -> list[Finding]:
    """The broken promises of one table. The groups of section four stand alone; the rows and
    columns of section three share their cells, so that one slip breaks several."""
    found: list[Finding] = []
    apart = [[each] for each in broken if each.identity.rule is Rule.REMEDIES]
    together = [each for each in broken if each.identity.rule is not Rule.REMEDIES]
    for group in (together, *apart):
        likely = suspects(report, group, held)
        mend = _mend(likely[0], len(group)) if len(likely) == 1 else ("", "")
        found += [_broken(report, each, mend) for each in group]
        if len(likely) == 1 and len(group) > 1:  # of one sum its own finding says so
            found.append(_one_cell(report, likely[0], len(group), mend))
    return found


def _mend(likely: Suspect, sums: int) -> tuple[str, str]:
    item = cell(likely.cell)
    zh = f"这{sums}处合计即都成立" if sums > 1 else "这处合计即成立"
    en = f"all {sums} broken sums" if sums > 1 else "this sum"
    return (
        f"先核对“{item.zh}”：改为{likely.mended}，{zh}。",
        f"Check “{item.en}” first: with {likely.mended} {en} would hold.",
    )


def _one_cell(report: Report, likely: Suspect, sums: int, mend: tuple[str, str]) -> Finding:
    item, place = cell(likely.cell), _entry(report, likely.cell).place
    shown, shown_en = _shown(report, likely.cell), _shown_en(report, likely.cell)
    return Finding(
        "sum.one_cell",
        f"{sums}处合计不平，都可由一格解释：“{item.zh}”填报为{shown}，"
        f"若为{likely.mended}则全部成立。",
        f"One cell would explain the {sums} broken sums: “{item.en}” prints {shown_en}; with "
        f"{likely.mended} all would hold.",
        (likely.cell,),
        (place,) if place is not None else (),
        likely.mended,
        likely.printed,
        *mend,
    )


def _entry(report: Report, key: str) -> Entry:
    return report.entries[key]


def _shown(report: Report, key: str) -> str:
    value = report.value(key)
    return "0(空白)" if value is None else str(value)


def _shown_en(report: Report, key: str) -> str:
    value = report.value(key)
    return "0 (blank)" if value is None else str(value)


def _broken(report: Report, broken: Broken, mend: tuple[str, str]) -> Finding:
    identity, left, right, blanks = broken
    about, gap = identity.about, abs(left - right)
    table = {"requests": ("表三", "Table 3"), "remedies": ("表四", "Table 4")}[identity.table]
    if identity.rule is Rule.BALANCE:
        lines = [cell(key).row[-1] for key in identity.cells]
        values = [_shown(report, key) for key in identity.cells]
        values_en = [_shown_en(report, key) for key in identity.cells]
        zh = (
            f"{table[0]}“{about.name}”一列勾稽不平：{lines[0].name}{values[0]}+{lines[1].name}"
            f"{values[1]}={left}，{lines[2].name}{values[2]}+{lines[3].name}{values[3]}={right}，"
            f"相差{gap}。"
        )
        en = (
            f"{table[1]}, column “{about.en}” does not balance: {lines[0].en} {values_en[0]} + "
            f"{lines[1].en} {values_en[1]} = {left}, but {lines[2].en} {values_en[2]} + "
            f"{lines[3].en} {values_en[3]} = {right}; the difference is {gap}."
        )
    else:
        parts = {
            Rule.OUTCOMES: ("各项办理结果之和", "the outcomes", "一列", "column"),
            Rule.APPLICANTS: ("自然人与各类组织之和", "the kinds of applicant", "一行", "row"),
            Rule.REMEDIES: ("四种结果之和", "the four results", "一组", "group"),
        }[identity.rule]
        terms = [str(v) for key in identity.left if (v := report.value(key))]
        sum_zh = f"{'+'.join(terms)}={left}" if 1 < len(terms) <= 6 else str(left)
        zh = (
            f"{table[0]}“{about.name}”{parts[2]}：{parts[0]}为{sum_zh}，"
            f"总计填报为{_shown(report, identity.right[0])}，相差{gap}。"
        )
        en = (
            f"{table[1]}, {parts[3]} “{about.en}”: {parts[1]} add up to "
            f"{sum_zh.replace('+', ' + ').replace('=', ' = ')}, but the printed total is "
            f"{_shown_en(report, identity.right[0])}; the difference is {gap}."
        )
    if blanks:
        zh += f"（其中{blanks}个空白格按0计）"
        en += f" ({blanks} blank cells counted as zero.)"
    places = tuple(
        place for key in identity.cells if (place := _entry(report, key).place) is not None
    )
    code = f"sum.{identity.rule.value}"
    return Finding(code, zh, en, identity.cells, places, left, right, *mend)


def _blanks(blank: Iterable[str], held: int, unprinted: int) -> Finding:
    keys = tuple(key for key in blank if not key.startswith("disclosure."))
    rest_zh = f",另有{unprinted}处因合计或分项全部空白无法核对" if unprinted else ""
    rest_en = (
        f"; {unprinted} more cannot be checked because a whole side is blank" if unprinted else ""
    )
    zh = f"空白按0理解后，{held}处合计成立{rest_zh}"
    en = f"Counting blanks as zero, {held} sums hold{rest_en}"
    if not held:
        zh = f"{unprinted}处因合计或分项全部空白无法核对"
        en = f"{unprinted} sums cannot be checked because a whole side is blank"
    return Finding(
        "sum.blank_as_zero",
        f"表三、表四有{len(keys)}格空白。{zh}。空白未改记为0。",
        f"{len(keys)} cells of tables 3 and 4 are blank. {en}. The blanks are kept as blanks.",
        keys,
    )
