"""How far an intake is: a bar on a terminal, a line now and then anywhere else."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from tqdm import tqdm

_EVERY = 10.0  # seconds between lines where there is no terminal


class Progress:
    """Files done and failed, the rate, the time left, on `stream` (stderr where None)."""

    def __init__(self, total: int, shown: bool = True, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._lines = shown and not self._stream.isatty()
        self._start = self._last = time.monotonic()
        self.total, self.done, self.failed = total, 0, 0
        self._bar = tqdm(
            total=total, unit="file", file=self._stream, disable=not shown or self._lines
        )

    def more(self, files: int) -> None:
        """There are more files than was thought: a zip was opened."""
        self.total += files
        self._bar.total = self.total

    def step(self, failed: bool) -> None:
        self.done += 1
        self.failed += failed
        if failed:
            self._bar.set_postfix_str(f"{self.failed} failed", refresh=False)
        self._bar.update()
        if self._lines and time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            self._line()

    def close(self) -> None:
        self._bar.close()
        if self._lines:
            self._line()

    def _line(self) -> None:
        elapsed = max(time.monotonic() - self._start, 1e-9)
        rate = self.done / elapsed
        left = (self.total - self.done) / rate if rate else 0.0
        print(
            f"{self.done} of {self.total} done, {self.failed} failed, {rate:.1f} files/s, "
            f"{tqdm.format_interval(left)} left",
            file=self._stream,
            flush=True,
        )
