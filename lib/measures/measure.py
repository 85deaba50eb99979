"""What a named indicator is: a number of cases, or one number of cases divided by another.

A rate is worth nothing without its denominator, and the field uses several under one name
(公开率 has at least three). Each Measure names its parts as quantities: a cell of the form, or one
of its headings, which stands for the sum of its leaves.

>>> [len(way) for way in ways("requests.refused.total")]  # eight reasons
[8]
>>> [len(way) for way in ways("requests.other.total")]  # three rows in 2021, one row in 2019
[3, 1]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

from lib import form

MINIMUM_N = 30
"""Below this denominator a rate is shown but not ranked: one case more would move it by points."""


@cache
def ways(quantity: str) -> tuple[tuple[str, ...], ...]:
    """The cells whose sum is the quantity, one tuple for each way a report may print it: the
    newest edition's first. A cell is its own sum."""
    table, first, second = quantity.split(".")
    found = []
    for edition in reversed(form.EDITIONS):
        known = {cell.key for cell in form.cells(edition, table)}
        way = tuple(
            f"{table}.{row}.{column}"
            for row, column in product(
                _under(table, first, edition), _under(table, second, edition)
            )
        )
        if known.issuperset(way) and way not in found:
            found.append(way)
    if not found:
        raise KeyError(f"the form has no {quantity}")
    return tuple(found)


@cache
def asked_by(quantity: str) -> tuple[form.Edition, ...]:
    """The editions of the form that ask for the quantity, by their years.

    >>> [edition.key for edition in asked_by("disclosure.normative_documents.in_force")]
    ['2021']
    """
    table = quantity.split(".")[0]
    return tuple(
        edition
        for edition in form.EDITIONS
        if any(
            {cell.key for cell in form.cells(edition, table)}.issuperset(way)
            for way in ways(quantity)
        )
    )


def _under(table: str, key: str, edition: form.Edition) -> tuple[str, ...]:
    """The leaves of a heading; a group of results (行政复议) stays whole, since the second half
    of its cells' keys names the result."""
    line = form.line(table, key)
    children = line.in_force(edition.key)
    if not children or any(child.total for child in children):
        return (key,)
    return tuple(leaf for child in children for leaf in _under(table, child.key, edition))


def cells(quantity: str) -> tuple[str, ...]:
    """Every cell a quantity may rest on."""
    return tuple(dict.fromkeys(cell for way in ways(quantity) for cell in way))


@dataclass(frozen=True, slots=True)
class Measure:
    """(numerator - minus) / (denominator - less), times `per`; without a denominator just the
    number above. Null where the number below is not above zero, or where a report lacks a cell."""

    key: str
    zh: str
    en: str
    formula_zh: str
    formula_en: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    per: int = 1
    caveat_zh: str = ""
    caveat_en: str = ""
    variant_zh: str = ""
    variant_en: str = ""

    def name(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en

    def variant(self, lang: str) -> str:
        """What sets it apart from its siblings of the same name."""
        return self.variant_zh if lang == "zh" else self.variant_en

    def formula(self, lang: str) -> str:
        return self.formula_zh if lang == "zh" else self.formula_en

    def caveat(self, lang: str) -> str:
        return self.caveat_zh if lang == "zh" else self.caveat_en

    @property
    def quantities(self) -> tuple[str, ...]:
        return (*self.numerator, *self.minus, *self.denominator, *self.less)

    @property
    def counted(self) -> bool:
        """Whether it is a number of cases and no rate."""
        return not self.denominator

    @property
    def unit(self) -> form.Unit | None:
        """What is counted; None for a rate."""
        return form.cell(cells(self.numerator[0])[0]).unit if self.counted else None
