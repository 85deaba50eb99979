"""Faults of the kinds real reports have, planted into consistent numbers, so that the checks have
something to find. Each returns the cells it changed, none where the report offers no place."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import numpy as np

from lib.synthetic.figures import Figures

Fault = Callable[[Figures, np.random.Generator], tuple[str, ...]]


def wrong_row_total(figures: Figures, random: np.random.Generator) -> tuple[str, ...]:
    """A row's 总计 that its applicants do not add up to."""
    rows = [k for k in figures if k.startswith("requests.") and k.endswith(".total")]
    return _shift(figures, str(random.choice(rows)), int(random.integers(1, 4)))


def wrong_outcome_total(figures: Figures, random: np.random.Generator) -> tuple[str, ...]:
    """(七)总计 of natural persons that the outcomes do not add up to."""
    return _shift(figures, "requests.handled.natural_person", int(random.integers(1, 6)))


def unbalanced(figures: Figures, random: np.random.Generator) -> tuple[str, ...]:
    """Requests that neither were handled nor are carried over."""
    lost = int(random.integers(1, 5))
    return (
        *_shift(figures, "requests.received.natural_person", lost),
        *_shift(figures, "requests.received.total", lost),
    )


def forgotten_remedy_total(figures: Figures, random: np.random.Generator) -> tuple[str, ...]:
    """The total of a group of remedies left at zero."""
    groups = [k for k in figures if k.startswith("remedies.") and k.endswith(".total")]
    filled = [k for k in groups if figures[k]]
    if not filled:
        return ()
    key = str(random.choice(filled))
    figures[key] = Decimal(0)
    return (key,)


def carried_differently(figures: Figures, random: np.random.Generator) -> tuple[str, ...]:
    """Carried in is not what last year carried out, though the year itself adds up."""
    more = int(random.integers(1, 8))
    changed: list[str] = []
    for row in ("carried_in", "granted", "handled"):
        for column in ("natural_person", "total"):
            changed += _shift(figures, f"requests.{row}.{column}", more)
    return tuple(changed)


def swapped_digits(figures: Figures, random: np.random.Generator) -> tuple[str, ...]:
    """Two digits of a number of requests typed the wrong way round."""
    keys = [
        key
        for key, value in figures.items()
        if key.startswith("requests.") and value >= 10 and str(value)[0] != str(value)[1]
    ]
    keys = [key for key in keys if str(figures[key])[1] != "0"]
    if not keys:
        return ()
    key = str(random.choice(keys))
    digits = str(figures[key])
    figures[key] = Decimal(digits[1] + digits[0] + digits[2:])
    return (key,)


def _shift(figures: Figures, key: str, by: int) -> tuple[str, ...]:
    figures[key] += by
    return (key,)


FAULTS: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        wrong_row_total,
        wrong_outcome_total,
        unbalanced,
        forgotten_remedy_total,
        carried_differently,
        swapped_digits,
    )
}


def plant(figures: Figures, random: np.random.Generator, fault: str = "") -> tuple[str, ...]:
    """Plant the named fault, or one drawn by lot; the cells it changed."""
    name = fault or str(random.choice(list(FAULTS)))
    return FAULTS[name](figures, random)
