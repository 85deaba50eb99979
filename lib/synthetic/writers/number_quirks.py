"""What real reports do to a number: how it is printed, and what it then means. None is a blank."""

from __future__ import annotations

from decimal import Decimal

from lib.form import APPLICANT_COLUMNS
from lib.layout import Square
from lib.synthetic.writers.changes import part_of

_KINDS = tuple(
    line.key for line in APPLICANT_COLUMNS if line.key not in ("natural_person", "total")
)


def zeros_blank(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    return ("", None) if value == 0 else (square.text, value)


def organisations_blank(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    table, _, column = part_of(square)
    if table == "requests" and column in _KINDS and not value:
        return "", None
    return square.text, value


def slashes(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    _, line, _ = part_of(square)
    marks = {"regulations": "/", "coercion": "-"}
    return (marks[line], None) if line in marks and value == 0 else (square.text, value)


def signs(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """Signs of full width, before what grew and before what shrank."""
    if not square.cell.endswith(".items_change") or not value:
        return square.text, value
    return (f"＋{value}" if value > 0 else f"－{-value}"), value


def units(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    if value is None:
        return square.text, value
    if square.cell == "disclosure.fees.amount":
        return f"{value:f}万元", value
    if square.cell == "disclosure.procurement.value":
        text = f"{(value / 10_000):f}"
        return f"{text}万元", value
    return square.text, value


def decimals(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    if square.cell != "disclosure.fees.amount":
        return square.text, value
    return "24251.310082", Decimal("24251.310082")


def notes(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """A remark under a number, with a number in it that is not the cell's."""
    _, line, column = part_of(square)
    if line == "normative_documents" and column in ("made", "repealed") and value is not None:
        return f"{value}\n（其中修订 16 件）", value
    return square.text, value


def blanks_around(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    return (f"\xa0{square.text} " if square.text else " "), value


def huge(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    huge = {"licences": ("11398889", 11398889), "penalties": ("6,937,489", 6937489)}
    _, line, column = part_of(square)
    if line in huge and column == "decisions":
        return huge[line][0], Decimal(huge[line][1])
    return square.text, value


_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def wide_digits(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    return square.text.translate(_WIDE), value


def totals_zero(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """The totals of section four left at zero, whatever stands beside them."""
    table, _, column = part_of(square)
    return ("0", Decimal(0)) if (table, column) == ("remedies", "total") else (square.text, value)


def outcomes_short(square: Square, value: Decimal | None) -> tuple[str, Decimal | None]:
    """(七)总计 six more than the outcomes add up to."""
    _, line, column = part_of(square)
    if line == "handled" and column in ("natural_person", "total") and value is not None:
        return str(value + 6), value + 6
    return square.text, value
