"""What is known at a word of a passage besides the words of its clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

# the kinds of words that say what a figure is about, and those that say it alone
TOPICS = frozenset(
    (
        *("request", "recv", "new", "in", "out", "done", "dealt", "early", "closed"),
        *("outcome", "reason", "who", "channel"),
        *("doc", "docverb", "dec", "fees", "amount"),
        *("remedy", "result", "happen", "other"),
    )
)
STRONG = TOPICS - {"request", "happen", "channel", "closed"}


@dataclass(slots=True)
class Context:
    """What earlier words of the passage leave behind."""

    requests: bool = False  # the talk is of requests for information
    disclosure: bool = False  # the talk is of disclosure, so that reviews are about it
    reviews: bool = False  # the talk is of reviews and lawsuits since, not of requests
    row: str = ""  # the row of section three last counted, and its number
    row_value: Decimal | None = None
    doc: str = ""
    docverb: str = ""
    groups: list[str] = field(default_factory=list)  # remedies counted since the last result
    year: int = 0
    scope: str = ""
    skip: bool = False  # figures of this sentence are not this year's
    elsewhere: bool = False  # figures are of a sub-unit
    part: bool = False  # after 其中
    part_at: int = 0  # and where that stands
