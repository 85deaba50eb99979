"""A report as the bytes of a file, in each of the ways real reports are printed."""

from __future__ import annotations

from lib.synthetic.writers.formats import FORMATS, Format, write

__all__ = ["FORMATS", "Format", "write"]
