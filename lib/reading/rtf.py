"""What of an RTF file has to be changed before LibreOffice reads it.

A formula in a table, =SUM(LEFT), is calculated anew by LibreOffice, which knows neither LEFT nor
ABOVE and makes 0 of it. What Word shows is the result that the file holds.
"""

from __future__ import annotations

import re

_FIELD = re.compile(rb"\{\s*\\\*\s*\\fldinst\b")
_STEP = re.compile(rb"\\[{}\\]|[{}]")
_CONTROL = re.compile(rb"\\[a-z]+-?\d*[ ]?|[{}\r\n]")
_CALCULATED = re.compile(
    rb"\s*(?:=|(?:REF|PAGEREF|SEQ|IF|COMPARE|NUMPAGES|PAGE|DATE|TIME)\b)", re.I
)
_LONGEST = 5_000  # bytes of a field's code
_OTHER = rb"{\*\fldinst QUOTE 0}"  # a field whose result LibreOffice leaves as it is


def with_results(data: bytes) -> bytes:
    """The file, its calculated fields as others that keep the result they hold.

    >>> with_results(rb"{\\field{\\*\\fldinst { =SUM(LEFT) }}{\\fldrslt 12}}")
    b'{\\\\field{\\\\*\\\\fldinst QUOTE 0}{\\\\fldrslt 12}}'
    """
    kept: list[bytes] = []
    at = 0
    for found in _FIELD.finditer(data):
        if found.start() < at:
            continue
        end = _end(data, found.start())  # its start, where it is no code of a field
        if _CALCULATED.match(_CONTROL.sub(b"", data[found.end() : end - 1])):
            kept += (data[at : found.start()], _OTHER)
            at = end
    return b"".join((*kept, data[at:]))


def _end(data: bytes, start: int) -> int:
    """Where the group that begins at `start` ends."""
    depth = 0
    for step in _STEP.finditer(data, start, start + _LONGEST):
        depth += (step[0] == b"{") - (step[0] == b"}")
        if depth == 0:
            return step.end()
    return start
