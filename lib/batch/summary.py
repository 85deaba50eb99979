"""What an intake came to, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lib.batch.ledger import Fate
from lib.dataset import Outcome
from lib.dataset.files import LARGEST


@dataclass(slots=True)
class Summary:
    """What happened to the files: how many came to each outcome (of the dataset, or a Fate), which
    were not added and why, how many of the reports read carry an error among their findings, how
    many files could not be kept; whether the intake was stopped, and the table that has it all."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)
    with_errors: int = 0
    read: int = 0
    unkept: int = 0
    stopped: bool = False
    broken: str = ""
    table: Path | None = None

    def __str__(self) -> str:
        skipped = {Fate.NO_READER: "of a kind no reader takes", Fate.DUPLICATE: "twice the same"}
        counts = [f"{self.outcomes[each]} {each}" for each in Outcome if self.outcomes[each]]
        lines = [
            f"{', '.join(counts) or 'nothing added'}; {len(self.failed)} failed",
            f"{self.with_errors} of the reports read have errors among their findings",
        ]
        lines += [f"{self.outcomes[f]} {say}" for f, say in skipped.items() if self.outcomes[f]]
        if self.unkept:
            lines.append(
                f"{self.unkept} files not kept beside the dataset: it is in an object store, or "
                f"they are larger than {LARGEST >> 20} MB"
            )
        if self.stopped:
            lines.append("stopped; the same command goes on from here")
        if self.broken:
            lines.append(f"the workers are gone: {self.broken}; the same command goes on from here")
        lines += [f"failed: {name}: {reason}" for name, reason in self.failed]
        if self.table:
            lines.append(f"what happened to every file: {self.table}")
        return "\n".join(lines)
