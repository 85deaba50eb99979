"""The form filled: what stands beside its numbers."""

from __future__ import annotations

from lib.exporting.filled import label
from lib.form import DISCLOSURE, E2021
from lib.layout import layout


def test_money_has_its_unit_in_either_language() -> None:
    squares = [square for row in layout(DISCLOSURE, E2021) for square in row]
    assert "本年收费金额（单位：万元）" in [label(square, "zh") for square in squares]
    assert "Amount collected this year (10,000 yuan)" in [label(s, "en") for s in squares]
