"""Section two in a grid: the heads of a block, and the values of a row under them."""

from __future__ import annotations

import re

from lib.form import DISCLOSURE, EDITIONS, Line, Unit, leaves
from lib.parsing.labels import blocks_by_row, find_column, find_row, squash
from lib.parsing.numbers import money_in, names_multiples
from lib.parsing.rows import Row, Value
from lib.parsing.squares import Squares, shared
from lib.reading.document import Cell

Head = tuple[int, int, Line | None, str]  # first column, last column, the form's column, the text

_OF_ANOTHER = re.compile("上年|上一年|去年|前年|累计|占比|同比|环比|增减|增长|计划|%")
_AMOUNTS = frozenset(
    line
    for block in DISCLOSURE.blocks
    for line in block.columns
    if line.unit in (Unit.FEE, Unit.YUAN)
)


def disclosure_heads(squares: Squares, width: int) -> list[Head] | None:
    """The heads in a row of a grid so wide, None where the row is none of section two's heads."""
    heads: list[Head] = []
    for at, (column, cell) in enumerate(squares):
        end = squares[at + 1][0] - 1 if at + 1 < len(squares) else width - 1
        line = find_column("disclosure", cell.text) if cell.text else None
        heads.append((column, end, line, cell.text))
    labels = {squash(cell.text) for _, cell in squares}
    if not any(line for _, _, line, _ in heads):
        # 上年处理决定数量 is like a head of the form and is none
        other = any(_OF_ANOTHER.search(text) for *_, text in heads)
        label = [at for at, head in enumerate(heads) if squash(head[3]) == "信息内容"]
        return _stretched(heads[label[0] + 1 :], width) if other and label else None
    if "信息内容" not in labels and any(find_row(cell.text) for _, cell in squares):
        return None
    first = next(i for i, head in enumerate(heads) if head[2])
    known = next((i for i, h in enumerate(heads) if squash(h[3]) == "信息内容"), None)
    start = first if known is None or known > first else known + 1
    return _completed(_stretched(heads[start:], width))


def disclosure_row(
    line: Line, label: Cell, values: Squares, heads: list[Head] | None, captions: tuple[str, ...]
) -> Row | None:
    """The row of `line` with its values, or with the problem that keeps them from it; None where
    nothing is printed that could be one. `captions` are the words above the row and the table,
    which may name a unit."""
    printed = tuple(cell for _, cell in values)
    if not any(cell.text for cell in printed) and heads is None:
        return None
    if shared(label, printed):
        return Row("disclosure", line, label, (), True, True, "row.ambiguous", printed)
    block = blocks_by_row("disclosure")[line.key]
    if heads is not None:
        own = {column.key for column in block.columns}
        under = values
        if not any(cell.colspan for cell in printed):  # all were left out as blank
            under = [(first, Cell("", label.place)) for first, _, _, _ in heads]
        if all(head[2] is None or head[2].key in own for head in heads):
            paired = _with_units((label.text, *captions), _pair(heads, under))
            if paired is None or len({value.column.key for value in paired}) < len(paired):
                return Row("disclosure", line, label, (), True, True, "row.ambiguous", printed)
            return Row("disclosure", line, label, paired, True, True, "", printed)
    columns = [
        leaves(block.columns, each.key)
        for each in EDITIONS
        if each.key in line.editions and len(leaves(block.columns, each.key)) == len(values)
    ]
    if len(columns) == 1:
        pairs = zip(columns[0], printed, strict=True)
        taken = _with_units((label.text, *captions), tuple(Value(*pair) for pair in pairs))
        return Row("disclosure", line, label, taken or (), False, True, "", printed)
    if any(cell.text for cell in printed):
        return Row("disclosure", line, label, (), False, True, "row.ambiguous", printed)
    return None


def _with_units(
    around: tuple[str, ...], values: tuple[Value, ...] | None
) -> tuple[Value, ...] | None:
    """The values with the unit they are in beside them: a page may name it in the row's label or
    over the block and not in the column's head, or there another one than in the head."""
    if values is None:
        return values
    return tuple(_with_unit(value, (value.head, *around)) for value in values)


def _with_unit(value: Value, around: tuple[str, ...]) -> Value:
    if value.column not in _AMOUNTS:
        multiple = next(filter(names_multiples, around), "")
        return value._replace(head=multiple) if multiple else value
    units = list(dict.fromkeys(filter(None, map(money_in, around))))
    return value._replace(head="或".join(units)) if units else value


def _stretched(heads: list[Head], width: int) -> list[Head]:
    """Heads without the blank ones, each reaching to where the next begins."""
    printed = [head for head in heads if head[3]]
    ends = [head[0] - 1 for head in printed[1:]] + [width - 1]
    return [
        (first, end, line, text) for (first, _, line, text), end in zip(printed, ends, strict=True)
    ]


def _completed(heads: list[Head]) -> list[Head]:
    """The heads, those that lost their end (本年新 for 本年新制作数量) read by what is left where
    a block of the form has all heads of the row, in their order."""
    if all(line for _, _, line, _ in heads):
        return heads
    for block in DISCLOSURE.blocks:
        for each in EDITIONS:
            columns = leaves(block.columns, each.key)
            if len(columns) == len(heads) and all(
                line is column if line else _begins(text, column)
                for (_, _, line, text), column in zip(heads, columns, strict=True)
            ):
                pairs = zip(heads, columns, strict=True)
                return [(first, last, column, text) for (first, last, _, text), column in pairs]
    return heads


def _begins(text: str, column: Line) -> bool:
    begun = squash(text)
    return len(begun) >= 3 and any(squash(each).startswith(begun) for each in column.spellings())


def _pair(heads: list[Head], values: Squares) -> tuple[Value, ...] | None:
    """Each head's value: by order where the numbers agree, else by the columns they stand in.
    None where neither tells them apart. Heads that are no column of the form keep their value out
    only if it is blank."""
    cells = [cell for _, cell in values]
    if any(not cell.colspan for cell in cells):
        cells = [cell for cell in cells if cell.colspan]
        values = [(column, cell) for column, cell in values if cell.colspan]
    if len(cells) == len(heads):
        return tuple(
            Value(head[2], cell, head[3])
            for head, cell in zip(heads, cells, strict=True)
            if head[2] is not None
        )
    paired: list[Value] = []
    taken: set[int] = set()
    for first, last, line, text in heads:
        under = [cell for column, cell in values if first <= column <= last]
        filled = [cell for cell in under if cell.text] or under[:1]
        if len(filled) != 1 or id(filled[0]) in taken:
            return None
        taken.update(id(cell) for cell in under)
        if line is not None:
            paired.append(Value(line, filled[0], text))
    if any(cell.text and id(cell) not in taken for cell in cells):
        return None
    return tuple(paired)
