"""Looking for the end of something in one pass over a page, however many things have none."""

from __future__ import annotations

import re


class Ahead:
    """Where a wording comes next. It must be asked in the order of the text: what was found is
    kept until it lies behind, and what is nowhere ahead is not looked for again."""

    def __init__(self, wording: re.Pattern[str], text: str) -> None:
        self._wording, self._text = wording, text
        self._found = wording.search(text)

    def of(self, at: int) -> re.Match[str] | None:
        """The first one that begins at `at` or behind it.

        >>> ends = Ahead(re.compile("</b>"), "<b>1</b><b>2</b><b>3")
        >>> [found and found.start() for found in map(ends.of, (0, 8, 16))]
        [4, 12, None]
        """
        if self._found is not None and self._found.start() < at:
            self._found = self._wording.search(self._text, at)
        return self._found
