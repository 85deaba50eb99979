"""What the words of a sentence speak of, as cells of the form."""

from __future__ import annotations

from functools import cache

from lib.form import LATEST, cells, edition, leaves, line

_APPLICANTS = ("business", "research", "public_interest", "legal_service", "other_organisation")
_GROUPS = {
    "reconsideration": ("reconsideration",),
    "litigation": ("litigation_direct", "litigation_after"),
    "litigation_direct": ("litigation_direct",),
    "litigation_after": ("litigation_after",),
}


def request_cells(row: str, editions: dict[str, str], who: str = "total") -> tuple[str, ...]:
    """The cells of a row of section three, a heading as the rows under it, for one kind of
    applicant; organisation is the five kinds of 法人 together."""
    return _request_cells(row, editions.get("requests", LATEST.key), who)


@cache
def _request_cells(row: str, key: str, who: str) -> tuple[str, ...]:
    under = line("requests", row)
    if key not in under.editions:
        return ()
    columns = _APPLICANTS if who == "organisation" else (who,)
    below = leaves((under,), key)
    return tuple(f"requests.{leaf.key}.{column}" for leaf in below for column in columns)


@cache
def remedy_cells(group: str, result: str = "total") -> tuple[str, ...]:
    """The cells of a group of section four; litigation is both its groups."""
    return tuple(f"remedies.{each}.{result}" for each in _GROUPS[group])


def disclosure_cells(row: str, column: str, editions: dict[str, str]) -> tuple[str, ...]:
    """The cell of section two, if its edition has it."""
    return _disclosure_cells(row, column, editions.get("disclosure", LATEST.key))


@cache
def _disclosure_cells(row: str, column: str, of_edition: str) -> tuple[str, ...]:
    key = f"disclosure.{row}.{column}"
    return (key,) if key in _disclosed(of_edition) else ()


@cache
def _disclosed(key: str) -> frozenset[str]:
    return frozenset(cell.key for cell in cells(edition(key), "disclosure"))
