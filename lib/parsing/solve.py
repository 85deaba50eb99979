"""Section three as a puzzle: rows that can be read in several ways, and the form's sums between
them.

The outcomes add up to (七)总计 and new and carried in to handled and carried out, for each kind of
applicant. Of all choices of one reading a row, those under which every sum holds are kept; a row is
settled where they all read it the same. Nothing is enumerated choice by choice: bounds strike out
most readings, and what remains is added up row by row towards each total that balances, as a set of
sums, forwards and backwards, so that the work is bounded by the number of different sums and not by
the number of choices.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lib.form import EDITIONS, REQUESTS, leaves, line
from lib.parsing.readings import COLUMNS, Reading

_KINDS = len(COLUMNS) - 1
_BALANCE = REQUESTS.balance or ((), ())
EDGES = (*_BALANCE[0], *_BALANCE[1])
_TOTAL = "handled"
_OUTCOMES = line("requests", "outcomes")
COMPLETE = tuple(
    frozenset(EDGES) | {each.key for each in leaves((_OUTCOMES,), edition.key)}
    for edition in EDITIONS
)
_BITS = 40  # a sum a column, packed into one number: adding them adds all columns at once
_GUARDS = sum(1 << (_BITS * at + _BITS - 1) for at in range(_KINDS))  # above every sum's digits
_MOST_SUMS = 1_000_000  # added up before a table is given up, about half a second's work

Readings = dict[str, list[Reading]]


@dataclass(slots=True)
class Solved:
    """`rows` gives the readings that are left of each row, for the rows about which anything can be
    said; `holds` is whether the sums hold at all; `gave_up` whether there was too much to try."""

    rows: Readings = field(default_factory=dict)
    holds: bool = False
    gave_up: bool = False


class _TooMuch(Exception):
    pass


def solve(given: Readings) -> Solved:
    """What the sums leave of the readings. `given` has every row's, one for a row read plainly.

    Where the sums do not hold, because they are printed wrong, they cannot choose between two
    readings of a row: a digit moved to the next column may mend a wrong sum. They then only
    confirm rows that their own sums all read in one way, no blank among them: the table, where all
    kinds of applicant but one add up; or the rows of the balance, where that holds."""
    kinds = tuple(range(_KINDS))
    edges = {key: given[key] for key in EDGES if key in given}
    try:
        if frozenset(given) in COMPLETE and all(given.values()):
            kept = _kept(given, kinds)
            if kept:
                return Solved(kept, holds=True)
            without = (tuple(kind for kind in kinds if kind != left) for left in kinds)
            if _single(given) and any(_kept(given, each) for each in without):
                return Solved(given)
        if len(edges) == len(EDGES) and _single(edges) and _kept(edges, kinds):
            return Solved(edges)
    except _TooMuch:
        return Solved(gave_up=True)
    return Solved()


def _single(given: Readings) -> bool:
    """Whether every row has one reading, and that one no blank."""
    return all(len(ways) == 1 and None not in ways[0] for ways in given.values())


# --- what the sums leave ---------------------------------------------------------------------


def _kept(given: Readings, kinds: tuple[int, ...]) -> Readings:
    """The readings that stand in some choice under which every sum of `kinds` holds; {} where
    there is none. Where `given` has only the rows of the balance, that alone must hold."""
    left = {key: list(found) for key, found in given.items()}
    outcomes = [key for key in given if key not in EDGES]
    sums = [(_BALANCE[0], _BALANCE[1])]
    if outcomes:
        sums.append((tuple(outcomes), (_TOTAL,)))
    if not _bounded(left, sums, kinds):
        return {}
    packed = {
        key: {reading: _packed(reading, kinds) for reading in found} for key, found in left.items()
    }
    received, carried_in = (set(packed[key].values()) for key in _BALANCE[0])
    carried_out = set(packed["carried_out"].values())
    came_in = _plus(received, carried_in)
    totals = {t for t in packed[_TOTAL].values() if any(t + c in came_in for c in carried_out)}
    kept: Readings = {}
    if outcomes:
        adding = _Adding([set(packed[key].values()) for key in outcomes])
        totals = {total for total in totals if adding.up_to(total)}
        for key, standing in zip(outcomes, adding.standing, strict=True):
            kept[key] = [reading for reading, number in packed[key].items() if number in standing]
    if not totals:
        return {}
    both = came_in & _plus(totals, carried_out)
    for key, other in (
        (_BALANCE[0][0], carried_in),
        (_BALANCE[0][1], received),
        (_TOTAL, carried_out),
        ("carried_out", totals),
    ):
        own = {
            reading: number
            for reading, number in packed[key].items()
            if key != _TOTAL or number in totals
        }
        kept[key] = [r for r, number in own.items() if any(number + o in both for o in other)]
    return kept


def _plus(some: set[int], others: set[int]) -> set[int]:
    if len(some) * len(others) > _MOST_SUMS:
        raise _TooMuch
    return {a + b for a in some for b in others}


class _Adding:
    """Rows of packed readings, added up to one total after the other. `standing` holds, a set a
    row, the readings that were part of a way there."""

    def __init__(self, rows: list[set[int]]) -> None:
        self.standing: list[set[int]] = [set() for _ in rows]
        # the largest row first, since what is left of a total then leaves the fewest ways
        self._rows = sorted(
            zip(rows, self.standing, strict=True), key=lambda row: max(row[0]), reverse=True
        )
        self._most = [0]  # what the rows from the last to each can add at most
        for row, _ in reversed(self._rows):
            self._most.append(self._most[-1] + _largest(row))
        self._most.reverse()
        self._added = 0

    def up_to(self, total: int) -> bool:
        """Whether the rows can come to `total`. Raises _TooMuch."""
        forwards: list[set[int]] = [{0}]
        for (row, _), most in zip(self._rows, self._most[1:], strict=True):
            self._added += len(row) * len(forwards[-1])
            if self._added > _MOST_SUMS:
                raise _TooMuch
            sums = {before + number for before in forwards[-1] for number in row}
            forwards.append(
                {each for each in sums if _within(each, total) and _within(total, each + most)}
            )
        # and back again from the total: what every row added on the way
        backwards = {total} & forwards[-1]
        for (row, standing), before in zip(
            reversed(self._rows), reversed(forwards[:-1]), strict=True
        ):
            standing |= {number for number in row if any(b - number in before for b in backwards)}
            backwards = {b - number for b in backwards for number in row} & before
        return bool(backwards)


def _within(some: int, other: int) -> bool:
    """Whether each of some packed sums is at most the other: none borrows from its guard."""
    return (other | _GUARDS) - some & _GUARDS == _GUARDS


def _largest(row: set[int]) -> int:
    """The largest number of each column among packed readings, packed."""
    column = (1 << _BITS) - 1
    shifts = range(0, _BITS * _KINDS, _BITS)
    return sum(max(number >> shift & column for number in row) << shift for shift in shifts)


def _packed(reading: Reading, kinds: tuple[int, ...]) -> int:
    return sum((reading[kind] or 0) << (_BITS * at) for at, kind in enumerate(kinds))


def _bounded(
    left: Readings,
    sums: list[tuple[tuple[str, ...], tuple[str, ...]]],
    kinds: tuple[int, ...],
) -> bool:
    """Strike out, in `left`, the readings with a number that no choice of the other rows can
    balance, until nothing more is struck; False where a row is left with none."""
    low: dict[str, list[int]] = {}
    high: dict[str, list[int]] = {}

    def measure(key: str) -> None:
        columns = [[reading[kind] or 0 for reading in left[key]] for kind in kinds]
        low[key] = [min(column) for column in columns]
        high[key] = [max(column) for column in columns]

    for key in left:
        measure(key)
    changed = True
    while changed:
        changed = False
        for one, other in sums:
            for at, kind in enumerate(kinds):
                # what is on the left less what is on the right can be anything from least to most
                least = sum(low[k][at] for k in one) - sum(high[k][at] for k in other)
                most = sum(high[k][at] for k in one) - sum(low[k][at] for k in other)
                for key in (*one, *other):
                    if len(left[key]) == 1 and least <= 0 <= most:
                        continue
                    if key in one:
                        lowest, highest = -(most - high[key][at]), -(least - low[key][at])
                    else:
                        lowest, highest = least + high[key][at], most + low[key][at]
                    kept = [r for r in left[key] if lowest <= (r[kind] or 0) <= highest]
                    if not kept:
                        return False
                    if len(kept) < len(left[key]):
                        left[key] = kept
                        measure(key)
                        changed = True
                        least = sum(low[k][at] for k in one) - sum(high[k][at] for k in other)
                        most = sum(high[k][at] for k in one) - sum(low[k][at] for k in other)
    return True
