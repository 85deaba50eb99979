"""Formats that a worksheet gives its cells by their values (ECMA-376 part 1, 18.3.1.18): zeros in
white, numbers below some bound struck out.

Only those are looked at that change what is seen of a number. Rules that compare the cell's own
number with a number are decided; where another one may hide it, that is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lib.reading.package import Element
from lib.reading.workbook_styles import Look, children, looks_by_condition

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_COMPARED = re.compile(r"\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*(<=|>=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)\s*")
_MOST_RULES = 1_000
_OPERATORS: dict[str, Callable[[Decimal, list[Decimal]], bool]] = {
    "equal": lambda n, b: n == b[0],
    "notEqual": lambda n, b: n != b[0],
    "lessThan": lambda n, b: n < b[0],
    "greaterThan": lambda n, b: n > b[0],
    "lessThanOrEqual": lambda n, b: n <= b[0],
    "greaterThanOrEqual": lambda n, b: n >= b[0],
    "between": lambda n, b: min(b) <= n <= max(b),
    "notBetween": lambda n, b: not min(b) <= n <= max(b),
}
_SIGNS = {
    "=": "equal", "<>": "notEqual", "<": "lessThan", ">": "greaterThan",
    "<=": "lessThanOrEqual", ">=": "greaterThanOrEqual",
}  # fmt: skip
UNSURE = "«?»"  # follows a number that a rule may hide


@dataclass(frozen=True, slots=True)
class _Rule:
    areas: list[tuple[int, int, int, int]]  # first row and column, last row and column
    holds: Callable[[Decimal], bool] | None  # None where that cannot be told
    look: Look


class Conditions:
    """The rules of a worksheet. `styles` is the root of styles.xml, `columns` turns letters into
    the number of a column."""

    def __init__(
        self, sheet: Element, styles: Element | None, column_of: Callable[[str], int]
    ) -> None:
        self._rules: list[_Rule] = []
        looks = looks_by_condition(styles)
        for group in children(sheet, "conditionalFormatting") if looks else ():
            areas = [
                (int(a[2]) - 1, column_of(a[1]), int(a[4] or a[2]) - 1, column_of(a[3] or a[1]))
                for a in map(_AREA.fullmatch, group.get("sqref", "").split())
                if a
            ]
            for rule in children(group, "cfRule"):
                at = rule.get("dxfId", "")
                look = looks.get(int(at)) if at.isdigit() else None
                if look and areas and len(self._rules) < _MOST_RULES:
                    self._rules.append(_Rule(areas, _test(rule, areas[0], column_of), look))

    def look(self, row: int, column: int, stored: str) -> tuple[Look | None, bool]:
        """The look that a rule gives a cell which holds this number, and whether one may."""
        unsure = False
        for rule in self._rules:
            if not any(
                area[0] <= row <= area[2] and area[1] <= column <= area[3] for area in rule.areas
            ):
                continue
            if rule.holds is None:
                unsure = True
                continue
            try:
                if rule.holds(Decimal(stored)):
                    return rule.look, False
            except InvalidOperation:
                unsure = True
        return None, unsure


def _test(
    rule: Element, first: tuple[int, int, int, int], column_of: Callable[[str], int]
) -> Callable[[Decimal], bool] | None:
    said = [each.text or "" for each in children(rule, "formula")]
    operator = rule.get("operator", "")
    if rule.get("type") == "expression" and said and (found := _COMPARED.fullmatch(said[0])):
        if (int(found[2]) - 1, column_of(found[1])) != first[:2]:
            return None  # by another cell's number
        operator, said = _SIGNS[found[3]], [found[4]]
    elif rule.get("type") != "cellIs":
        return None
    try:
        bounds = [Decimal(each) for each in said]
    except InvalidOperation:
        return None
    compare = _OPERATORS.get(operator)
    needed = 2 if operator.endswith("etween") else 1
    if compare is None or len(bounds) < needed:
        return None
    return lambda number: compare(number, bounds)
