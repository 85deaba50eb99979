"""The column heads of sections three and four in the order they are read from left to right and
top to bottom: what confirms the columns where a page has lost the heads' spans."""

from __future__ import annotations

from functools import cache

from lib.form import LATEST, REMEDIES, REQUESTS, Line, leaves
from lib.layout import layout
from lib.parsing.labels import squash

REMEDIES_NAMES = tuple(squash(each.zh) for each in REMEDIES.blocks[0].columns)
"""行政复议, 行政诉讼: what heads of section four always name."""


@cache
def requests_heads() -> str:
    """自然人法人或其他组织总计商业企业科研机构…: the heads below 申请人情况."""
    rows = layout(REQUESTS, LATEST)
    return "".join(squash(square.text) for square in (*rows[1], *rows[2]))


def requests_in_order(heads: list[Line]) -> bool:
    """Whether section three's heads, as far as they were read, stand in an order the form has:
    row by row, or column by column."""
    natural, organisation, total = REQUESTS.blocks[0].columns
    kinds = leaves((organisation,), LATEST.key)
    for order in ((natural, organisation, total, *kinds), (natural, organisation, *kinds, total)):
        rest = iter(order)
        if all(any(head is line for line in rest) for head in heads):
            return True
    return False


@cache
def remedies_heads() -> tuple[str, str]:
    """Section four's heads in the two orders pages print them: as the form does, with the results
    of 行政复议 before the routes, and row by row, with the fifteen results last."""
    first, second, third, _ = layout(REMEDIES, LATEST)
    results, routes = second[:5], second[5:]
    form = (*first, *results, *routes, *third)
    by_row = (*first, *routes, *results, *third)
    return (
        "".join(squash(square.text) for square in form),
        "".join(squash(square.text) for square in by_row),
    )
