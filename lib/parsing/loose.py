"""Rows of numbers that have lost their label, given the rows of the form that are missing there.

Text taken from a PDF prints the labels of several rows in a clump, and then their numbers. The
rows that kept their label part the rest into stretches; where every stretch has as many rows of
seven numbers as the form has rows there, they are taken in order, but only if the whole table then
adds up: every row to its total, the outcomes to theirs, and new and carried in to handled and
carried out.
"""

from __future__ import annotations

from dataclasses import dataclass

from lib.findings import Finding
from lib.form import EDITIONS, REQUESTS, Line, leaves
from lib.parsing.heads import REMEDIES_NAMES
from lib.parsing.labels import squash
from lib.parsing.numbers import read_number, value_like
from lib.parsing.readings import COLUMNS, Reading, adds_up
from lib.parsing.remedies import remedies_row
from lib.parsing.report import State
from lib.parsing.rows import Located, Row, Value
from lib.parsing.settle import plainly
from lib.parsing.solve import solve
from lib.reading.document import Cell, Document, Grid, Paragraph, Place

_REMEDIES = 15


@dataclass(slots=True)
class _Anchor:
    """A row of section three that has its label, or a row of seven numbers that has none; or a
    label whose row prints words alone, as where it was made the head of a table of its own."""

    at: int
    row: Row | None
    numbers: tuple[Cell, ...] = ()

    @property
    def words(self) -> bool:
        row = self.row
        return (
            row is not None
            and bool(row.problem)
            and not any(value_like(cell.text) for cell in row.printed)
        )


def give_labels(document: Document, found: Located) -> None:
    """Add to `found` the rows whose labels are thus known; say which numbers stay without."""
    used = {cell.place for row in found.rows for cell in row.printed}
    used |= {value.cell.place for row in found.rows for value in row.values}
    loose = [
        cells
        for cells in (
            *(row for grid in document.grids for row in rows_of_numbers(grid)),
            *found.loose,
        )
        if not any(cell.place in used and cell.place.table is not None for cell in cells)
    ]
    if not loose:
        return
    order = _order(document)
    _section_four([each for each in loose if len(each) == _REMEDIES], document, order, found)
    _section_three([each for each in loose if len(each) == len(COLUMNS)], order, found)


def _order(document: Document) -> dict[Place, int]:
    """Where in the document each place is."""
    order: dict[Place, int] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            order.setdefault(block.place, len(order))
            continue
        for row in block.rows:
            for cell in row:
                order.setdefault(cell.place, len(order))
    return order


def rows_of_numbers(grid: Grid) -> list[tuple[Cell, ...]]:
    """The rows of a table that print as many numbers as a row of the form has, and nothing else."""
    rows = (_numbers(grid, number) for number in range(len(grid.rows)))
    return [cells for cells in rows if len(cells) in (len(COLUMNS), _REMEDIES)]


def _numbers(grid: Grid, number: int) -> tuple[Cell, ...]:
    """The squares of a row that prints nothing but counts, without the blank ones, else none. Where
    there are as many squares as section four has columns, a blank one is a blank cell of it."""
    squares = tuple(cell for cell in dict.fromkeys(grid.rows[number]) if cell.colspan)
    cells = tuple(cell for cell in squares if cell.text)
    if any(cell.place.row != number or _count(cell) is None for cell in cells):
        return ()
    return squares if cells and len(squares) == _REMEDIES else cells


def _count(cell: Cell) -> int | None:
    number = read_number(cell.text)
    if number.state is not State.REPORTED or number.value is None or number.value < 0:
        return None
    return int(number.value)


# --- section three --------------------------------------------------------------------------------


def _section_three(loose: list[tuple[Cell, ...]], order: dict[Place, int], found: Located) -> None:
    labelled = [row for row in found.rows if row.table == "requests" and row.line is not None]
    if not loose or not labelled:
        return
    anchors = [
        _Anchor(order[row.label.place], row)
        for row in labelled
        if row.label is not None and row.label.place in order
    ]
    anchors += [_Anchor(order[c[0].place], None, c) for c in loose if c[0].place in order]
    anchors.sort(key=lambda anchor: anchor.at)
    possible = []
    for edition in reversed(EDITIONS):
        rows = leaves(REQUESTS.blocks[0].rows, edition.key)
        given = _in_order(anchors, rows)
        if given is not None and _confirmed(given):
            possible.append(given)
    if len(possible) != 1:
        found.findings += [_without_label(cells) for cells in loose if _new(cells, found)]
        return
    added = []
    for line, anchor in possible[0]:
        if anchor.row is None:
            values = tuple(Value(c, n) for c, n in zip(COLUMNS, anchor.numbers, strict=True))
            label = Cell(line.name, anchor.numbers[0].place)
            row = Row("requests", line, label, values, verified=False, inferred=True)
            row.printed = anchor.numbers
            added.append(row)
    heads = {id(anchor.row) for anchor in anchors if anchor.words}
    found.rows = [row for row in found.rows if id(row) not in heads] + added
    places = {cell.place for row in added for cell in row.printed}
    found.findings = [
        each
        for each in found.findings
        if each.code != "cell.unclaimed" or not set(each.places) <= places
    ]
    found.findings.append(_labels_given(added))


def _in_order(anchors: list[_Anchor], rows: tuple[Line, ...]) -> list[tuple[Line, _Anchor]] | None:
    """Every row of the form with what stands in its place; None where they do not go one to one
    in the form's order."""
    at = {line.key: number for number, line in enumerate(rows)}
    given: list[tuple[Line, _Anchor]] = []
    waiting: list[_Anchor] = []
    head: Line | None = None
    for anchor in anchors:
        if anchor.row is None:
            place = len(given) + len(waiting)
            if head and (place >= len(rows) or rows[place] is not head):
                return None
            head = None
            waiting.append(anchor)
            continue
        assert anchor.row.line is not None
        if anchor.words:
            head = anchor.row.line
            continue
        number = at.get(anchor.row.line.key)
        if number is None or number != len(given) + len(waiting):
            return None
        given += zip(rows[len(given) : number], waiting, strict=True)
        given.append((rows[number], anchor))
        waiting = []
    if len(given) + len(waiting) != len(rows):
        return None
    given += zip(rows[len(given) :], waiting, strict=True)
    return given


def _confirmed(given: list[tuple[Line, _Anchor]]) -> bool:
    readings: dict[str, list[Reading]] = {}
    for line, anchor in given:
        if anchor.row is not None:
            plain = None if anchor.row.problem else plainly(anchor.row)
        else:
            plain = tuple(_count(cell) for cell in anchor.numbers)
            if not adds_up(plain):
                return False
        if plain is None:
            return False
        readings[line.key] = [plain]
    return solve(readings).holds


def _new(cells: tuple[Cell, ...], found: Located) -> bool:
    """Whether nothing was said of these numbers yet."""
    said = {p for each in found.findings if each.code == "cell.unclaimed" for p in each.places}
    return not all(cell.place in said for cell in cells)


def _without_label(cells: tuple[Cell, ...]) -> Finding:
    shown = "、".join(cell.text for cell in cells)
    return Finding(
        "cell.unclaimed",
        f"有一行数字{shown}没有行名，无法确定属于哪一行，未计入。",
        f"A row of numbers, {shown}, has no label; which row it is cannot be told, so it was not "
        "counted.",
        places=tuple(cell.place for cell in cells),
    )


def _labels_given(rows: list[Row]) -> Finding:
    keys = tuple(
        f"requests.{row.line.key}.{column.key}" for row in rows if row.line for column in COLUMNS
    )
    return Finding(
        "cell.inferred",
        f"有{len(rows)}行数字与行名分离，按规定格式的顺序对应，并经表内全部合计关系证实，标为推定。",
        f"{len(rows)} rows of numbers are parted from their labels; they were given the form's in "
        "order, which every sum of the table confirms, and are marked as inferred.",
        keys,
        tuple(row.printed[0].place for row in rows),
    )


# --- section four ---------------------------------------------------------------------------------


def _section_four(
    loose: list[tuple[Cell, ...]], document: Document, order: dict[Place, int], found: Located
) -> None:
    """The one row of fifteen numbers of the document, after heads that name both remedies."""
    if "remedies" in found.tables() or not loose:
        return
    if len(loose) > 1:
        found.findings += [_without_label(cells) for cells in loose if _new(cells, found)]
        return
    (cells,) = loose
    before = [
        block
        for block in document.blocks
        if order.get(_first(block), len(order)) < order.get(cells[0].place, -1)
    ]
    words = "".join(squash(_words(block)) for block in before[-_NEAR:])
    if not all(name in words for name in REMEDIES_NAMES):
        return
    found.rows.append(remedies_row(cells, verified=False))


_NEAR = 12


def _first(block: Paragraph | Grid) -> Place:
    return block.place if isinstance(block, Paragraph) else block.rows[0][0].place


def _words(block: Paragraph | Grid) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "".join(cell.text for row in block.rows for cell in dict.fromkeys(row))
