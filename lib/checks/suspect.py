"""Where the change of one cell would mend every broken sum at once, that cell is the likely slip.

A number typed wrong in section three breaks the sum of its row and the sum of its column (and the
balance, where it is one of its four rows) by the same amount: it is the one cell they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from lib.form import Identity, Rule
from lib.parsing.report import Report


class Broken(NamedTuple):
    """A promise that does not hold: its two sums, and how many blanks counted as zero in them."""

    identity: Identity
    left: Decimal
    right: Decimal
    blanks: int


class Suspect(NamedTuple):
    """A cell, what it prints (a blank as zero), and what would mend every broken sum."""

    cell: str
    printed: Decimal
    mended: Decimal


def suspects(
    report: Report, broken: Sequence[Broken], held: Iterable[Identity]
) -> tuple[Suspect, ...]:
    """Every cell whose change alone would make all of `broken` hold and break none of `held`."""
    if not broken:
        return ()
    shared = set.intersection(*(set(each.identity.cells) for each in broken))
    shared -= {cell for identity in held for cell in identity.cells}
    found = []
    for cell in broken[0].identity.cells:
        if cell not in shared:
            continue
        changes = {
            each.right - each.left if cell in each.identity.left else each.left - each.right
            for each in broken
        }
        printed = report.value(cell) or Decimal(0)
        if len(changes) == 1 and (mended := printed + changes.pop()) >= 0:
            found.append(Suspect(cell, printed, mended))
    return _forgotten(broken, found)


def _forgotten(broken: Sequence[Broken], found: list[Suspect]) -> tuple[Suspect, ...]:
    """A total of section four left at zero, beside results, is the slip itself."""
    if all(each.identity.rule is Rule.REMEDIES for each in broken):
        totals = {each.identity.right[0] for each in broken}
        left = [each for each in found if each.cell in totals and not each.printed]
        return tuple(left or found)
    return tuple(found)
