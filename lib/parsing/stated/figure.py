"""A stated figure: a number with the cells it is said of."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lib.parsing.stated.context import Context
from lib.parsing.stated.tokens import Token

_MONEY = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "亿元": Decimal(10000),
}
_COUNTED = frozenset(("件", "件次", "个", "宗", "份", "例", "起", "条", "项", "次", "桩", "封", ""))
_DECIDED = frozenset(("件", "件次", "起", "宗", "例", "份", ""))


class Figure(NamedTuple):
    """One stated figure. `start` and `end` bound the phrase in the passage; `year` is the year it
    speaks of where that is not the report's, else 0."""

    cells: tuple[str, ...]
    value: Decimal
    unit: str
    start: int
    end: int
    scope: str
    year: int
    channel: bool = False


def figure_of(
    cells: tuple[str, ...],
    value: Decimal,
    token: Token,
    span: tuple[int, int],
    context: Context,
    channel: bool = False,
) -> Figure | None:
    """The figure of a number that is said of `cells` in the phrase `span`, amounts in 万元; None
    where its unit counts something else than the cells do, or it counts pieces and is no whole
    number."""
    unit = token.unit
    if not cells:
        return None
    if cells[0].endswith(".amount"):
        if unit and unit not in _MONEY:
            return None
        value *= _MONEY.get(unit, Decimal(1))
    elif value != value.to_integral_value() or unit not in (
        _DECIDED if cells[0].endswith(".decisions") else _COUNTED
    ):
        return None
    return Figure(cells, value, unit, *span, context.scope, context.year, channel)
