"""Report files into a dataset: folders, globs, zips and lists of saved addresses, on all cores.

Every file gets a row in a table of what happened. One bad file never stops the others; an intake
that was stopped goes on where it was.
"""

from __future__ import annotations

from lib.batch.ledger import COLUMNS, OUTCOMES, Fate, Row
from lib.batch.run import take_in
from lib.batch.sources import Item, NoSource
from lib.batch.summary import Summary
from lib.batch.workers import WorkerDied, WorkerHung, Workers

__all__ = [
    "COLUMNS",
    "OUTCOMES",
    "Fate",
    "Item",
    "NoSource",
    "Row",
    "Summary",
    "WorkerDied",
    "WorkerHung",
    "Workers",
    "take_in",
]
