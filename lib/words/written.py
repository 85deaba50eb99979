"""How each language writes numbers and dates; the only place that decides it.

A number is exact wherever it can be copied: in tables, files, hovers. Where it stands large (a
headline, the ticks of an axis) Chinese counts in 万 and 亿; English writes all digits in threes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

WORDS: dict[str, tuple[str, str]] = {}

MISSING = "—"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def sentences(parts: Iterable[str], lang: str) -> str:
    """Sentences one after another, empty ones left out; Chinese has no space between them.

    >>> sentences(["甲。", "", "乙。"], "zh"), sentences(["A.", "B."], "en")
    ('甲。乙。', 'A. B.')
    """
    return ("" if lang == "zh" else " ").join(filter(None, parts))


def missing(value: Any) -> bool:
    """None, NaN and pandas' NA, without asking pandas."""
    return value is None or type(value).__name__ in ("NAType", "NaTType") or bool(value != value)


def count(value: Any) -> str:
    """A number with its thousands separated, and two decimals where it is no whole number.

    >>> count(41268), count(2858.48), count(-59), count(None)
    ('41,268', '2,858.48', '−59', '—')
    """
    if missing(value):
        return MISSING
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    return text.replace("-", "\N{MINUS SIGN}")


def number(value: Any) -> str:
    """A number as tables show it: all its decimals, "" for none.

    >>> number(41268), number(2858.48), number(None), number(Decimal("0.00"))
    ('41,268', '2,858.48', '', '0')
    """
    if missing(value):
        return ""
    exact = Decimal(str(value))
    if exact == exact.to_integral_value():
        return f"{int(exact):,}"
    return f"{exact.normalize():,f}"


def difference(value: Any) -> str:
    """A difference as tables show it, with its sign.

    >>> difference(3), difference(-1200.0), difference(-0.5), difference(0), difference(None)
    ('+3', '−1,200', '−0.5', '0', '')
    """
    text = number(value).replace("-", "\N{MINUS SIGN}")
    return f"+{text}" if text[:1].isdigit() and text != "0" else text


def signed(value: float, form: str) -> str:
    """A number in a form of its own, with its sign.

    >>> signed(-5.04, ".1f"), signed(0.5, ".1%")
    ('−5.0', '+50.0%')
    """
    return format(value, f"+{form}").replace("-", "\N{MINUS SIGN}")


def percent(value: Any, digits: int = 1) -> str:
    """A share as a percentage; — where undefined."""
    return MISSING if missing(value) else f"{float(value):.{digits}%}"


def large(value: Any, lang: str) -> str:
    """A number where it stands large: three figures of it in Chinese, from ten thousand on.

    >>> large(12345, "zh"), large(9999, "zh"), large(263_400_000, "zh"), large(12345, "en")
    ('1.23万', '9,999', '2.63亿', '12,345')
    >>> large(99_999_999, "zh"), large(200_000, "zh"), large(1_234_567, "zh")
    ('1亿', '20万', '123万')
    """
    if missing(value) or lang != "zh" or abs(float(value)) < 10_000:
        return count(value)
    exact = Decimal(str(value))
    # what rounds to ten thousand 万 is an 亿
    unit, word = (100_000_000, "亿") if abs(exact) >= 99_995_000 else (10_000, "万")
    scaled = exact / unit
    step = Decimal(10) ** -max(0, 2 - scaled.adjusted())
    return f"{scaled.quantize(step, ROUND_HALF_UP).normalize():,f}{word}"


def day(value: date | None, lang: str) -> str:
    """A date; — for none.

    >>> day(date(2024, 2, 4), "zh"), day(date(2024, 2, 4), "en")
    ('2024年2月4日', '4 February 2024')
    """
    if missing(value):
        return MISSING
    assert value is not None
    if lang == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
