"""The ways a row of section three can be read where its borders or its blanks are lost.

A reading is seven numbers in the form's order, None for a cell printed blank. Digits run together
are cut in every way whose kinds of applicant add up to the total; numbers that are too few are put
in every set of columns. Which of the readings is the right one is for lib.parsing.solve to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lib.form import APPLICANT_COLUMNS

Reading = tuple[int | None, ...]
COLUMNS = APPLICANT_COLUMNS
_WIDTH = len(COLUMNS)
_KINDS = _WIDTH - 1  # the kinds of applicant stand before their total
_MOST_DIGITS = 48
_LONGEST_COUNT = 6  # no organ has a million requests: seven digits are more than one number
_MOST_CUTS = 20_000
MOST_READINGS = 1_500


class TooMany(Exception):
    """A row has more readings than will be looked at: it must stay open, not be cut short."""


def splits(run: str, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to cut a run of digits into `parts` numbers without leading zeros. A blank in the
    run is a border.

    >>> list(splits("2021", 2))
    [(20, 21), (202, 1)]
    >>> list(splits("007", 3))
    [(0, 0, 7)]
    """
    pieces = run.split()
    if len(pieces) > 1:
        # each piece holds at least one number, so the first at most what the others leave
        others = " ".join(pieces[1:])
        for count in range(1, min(parts - len(pieces) + 1, len(pieces[0])) + 1):
            heads = tuple(splits(pieces[0], count))
            if heads:
                for tail in splits(others, parts - count):
                    yield from ((*head, *tail) for head in heads)
        return
    digits = pieces[0] if pieces else ""
    if parts == 1:
        if digits and (len(digits) == 1 or digits[0] != "0"):
            yield (int(digits),)
        return
    longest = 1 if digits.startswith("0") else len(digits) - parts + 1
    for length in range(1, longest + 1):
        for rest in splits(digits[length:], parts - 1):
            yield (int(digits[:length]), *rest)


def cuts(run: str, numbers: int = _WIDTH) -> list[tuple[int, ...]]:
    """The ways to cut a run into `numbers` numbers of which the last is the sum of the others.
    Raises TooMany rather than leave one out.

    >>> cuts("200000121")
    [(20, 0, 0, 0, 0, 1, 21)]
    """
    digits = "".join(run.split())
    if len(digits) < numbers:
        return []
    if len(digits) > _MOST_DIGITS:
        raise TooMany
    borders: set[int] = set()
    at = 0
    for piece in run.split():
        at += len(piece)
        borders.add(at)
    borders.discard(len(digits))
    found: list[tuple[int, ...]] = []
    steps = 0

    def follow(start: int, left: int, rest: int, longest: int, taken: tuple[int, ...]) -> None:
        """Cut `left` more numbers, adding up to `rest`, from `start` on."""
        nonlocal steps
        steps += 1
        if steps > _MOST_CUTS:
            raise TooMany
        if not left:
            if start == end and rest == 0:
                found.append((*taken, total))
            return
        if not left <= end - start <= left * longest:
            return
        number = 0
        for length in range(1, end - start - left + 2):
            number = number * 10 + int(digits[start + length - 1])
            if number > rest:
                return
            follow(start + length, left - 1, rest - number, longest, (*taken, number))
            if digits[start] == "0" or start + length in borders:
                return

    # the total is cut off first: no part is longer or larger
    for end in range(len(digits) - 1, numbers - 2, -1):
        if digits[end] == "0" and end < len(digits) - 1:
            continue
        if any(border > end for border in borders):
            break
        total = int(digits[end:])
        follow(0, numbers - 1, total, len(digits) - end, ())
        if len(found) > MOST_READINGS:
            raise TooMany
    return found


def placements(numbers: tuple[int, ...]) -> list[Reading]:
    """The ways fewer than seven numbers can stand in the seven columns, the others blank. Where a
    total is printed, it must be the sum of the rest.

    >>> placements((4, 4))[0], len(placements((4, 4)))
    ((4, 4, None, None, None, None, None), 21)
    """
    found: list[Reading] = []
    for columns in combinations(range(_WIDTH), len(numbers)):
        if columns[-1] == _KINDS and sum(numbers[:-1]) != numbers[-1]:
            continue
        row: list[int | None] = [None] * _WIDTH
        for column, number in zip(columns, numbers, strict=True):
            row[column] = number
        found.append(tuple(row))
    return found


def readings(run: str) -> list[Reading]:
    """Every reading of what is printed after a row's label: its digits cut into seven numbers,
    or, where it is printed as fewer, its numbers with the blanks that left no trace. Raises
    TooMany.

    >>> readings("12 0 0 0 0 1 13")
    [(12, 0, 0, 0, 0, 1, 13)]
    """
    pieces = run.split()
    if not pieces or len(pieces) > _WIDTH:
        return []
    found: list[Reading] = list(cuts(run))
    whole = all(piece == "0" or piece[0] != "0" for piece in pieces)
    if len(pieces) < _WIDTH and whole and max(map(len, pieces)) <= _LONGEST_COUNT:
        found += placements(tuple(map(int, pieces)))
    return list(dict.fromkeys(found))


def adds_up(reading: Reading) -> bool:
    """Whether the kinds of applicant add up to the total, a blank among them counting nothing."""
    return sum(number or 0 for number in reading[:-1]) == reading[-1]


def stands_alone(run: str, reading: Reading) -> bool:
    """Whether a run can be read in no other way, even if no other row is there to confirm it: its
    digits are seven or its blanks part seven numbers, and no fewer numbers would add up either."""
    pieces = run.split()
    digits = "".join(pieces)
    if len(pieces) == _WIDTH:
        return True
    if len(digits) != _WIDTH or None in reading:
        return False
    try:
        return not any(cuts(digits, fewer) for fewer in range(2, _WIDTH))
    except TooMany:
        return False
