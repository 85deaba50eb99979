"""The form as printed: each table as rows of squares with their spans, derived from lib.form.

The report page fills it with numbers; the synthetic reports print it; both therefore show the
form the notice shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lib.form import DISCLOSURE, REMEDIES, REQUESTS, Block, Edition, Line, Table, paths

BALANCE_NOTE = "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"
CONTENT = "信息内容"
APPLICANTS = "申请人情况"


@dataclass(frozen=True, slots=True)
class Square:
    """One printed square: its text (a label), or the form cell whose number stands in it.
    `line` is the label's line of the form, where it is one."""

    text: str = ""
    cell: str = ""
    rowspan: int = 1
    colspan: int = 1
    line: Line | None = None


Rows = tuple[tuple[Square, ...], ...]


@cache
def layout(table: Table, edition: Edition) -> Rows:
    """The rows of a table as `edition` prints it; each row lists the squares that begin in it."""
    if table is DISCLOSURE:
        return tuple(
            row
            for block in table.blocks
            if edition.key in block.editions
            for row in _disclosure(block, edition)
        )
    (block,) = table.blocks
    if table is REQUESTS:
        return (*_requests_head(block, edition), *_requests_body(block, edition))
    assert table is REMEDIES
    return _remedies(block, edition)


def _disclosure(block: Block, edition: Edition) -> list[tuple[Square, ...]]:
    """A caption over the whole width of four columns, a head, a row a line. Blocks of fewer than
    three number columns stretch them over the three, as the notice's form does."""
    columns = [path[-1] for path in paths(block.columns, edition.key)]
    spans = {1: [3], 2: [2, 1], 3: [1, 1, 1]}[len(columns)]
    rows: list[tuple[Square, ...]] = [(Square(block.caption, colspan=4),)]
    head = [Square(CONTENT)]
    for column, span in zip(columns, spans, strict=True):
        head.append(Square(column.label(edition.key), colspan=span, line=column))
    rows.append(tuple(head))
    for (row,) in paths(block.rows, edition.key):
        squares = [Square(row.label(edition.key), line=row)]
        for column, span in zip(columns, spans, strict=True):
            squares.append(Square(cell=f"disclosure.{row.key}.{column.key}", colspan=span))
        rows.append(tuple(squares))
    return rows


def _requests_head(block: Block, edition: Edition) -> Rows:
    natural, organisation, total = block.columns
    kinds = organisation.in_force(edition.key)
    return (
        (Square(BALANCE_NOTE, rowspan=3, colspan=3), Square(APPLICANTS, colspan=len(kinds) + 2)),
        (
            Square(natural.label(edition.key), rowspan=2, line=natural),
            Square(organisation.label(edition.key), colspan=len(kinds), line=organisation),
            Square(total.label(edition.key), rowspan=2, line=total),
        ),
        tuple(Square(kind.label(edition.key), line=kind) for kind in kinds),
    )


def _requests_body(block: Block, edition: Edition) -> Rows:
    """Three label columns: the item, the group of outcomes, the reason. A label whose line has no
    children in force stretches over the label columns to its right."""
    columns = [path[-1] for path in paths(block.columns, edition.key)]
    all_paths = list(paths(block.rows, edition.key))
    opened: set[str] = set()
    rows = []
    for path in all_paths:
        squares = []
        for depth, line in enumerate(path):
            if line.key in opened:
                continue
            opened.add(line.key)
            leaf = line is path[-1]
            rowspan = 1 if leaf else sum(line in other for other in all_paths)
            colspan = 3 - depth if leaf else 1
            squares.append(Square(line.label(edition.key), "", rowspan, colspan, line))
        squares += [Square(cell=f"requests.{path[-1].key}.{column.key}") for column in columns]
        rows.append(tuple(squares))
    return tuple(rows)


def _remedies(block: Block, edition: Edition) -> Rows:
    reconsideration, litigation = block.columns
    routes = litigation.in_force(edition.key)
    leaves = reconsideration.in_force(edition.key)
    return (
        (
            Square(reconsideration.zh, colspan=len(leaves), line=reconsideration),
            Square(litigation.zh, colspan=len(leaves) * len(routes), line=litigation),
        ),
        (
            *(Square(leaf.zh, rowspan=2, line=leaf) for leaf in leaves),
            *(Square(route.zh, colspan=len(leaves), line=route) for route in routes),
        ),
        tuple(Square(leaf.zh, line=leaf) for route in routes for leaf in route.children),
        tuple(
            Square(cell=f"remedies.{group.key}.{leaf.key}")
            for group in (reconsideration, *routes)
            for leaf in group.children
        ),
    )
