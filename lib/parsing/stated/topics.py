"""What the words of a sentence speak of, as cells of the form."""

from __future__ import annotations

from lib.form import cells, edition, leaves, line

_APPLICANTS = ("business", "research", "public_interest", "legal_service", "other_organisation")
_GROUPS = {
    "reconsideration": ("reconsideration",),
    "litigation": ("litigation_direct", "litigation_after"),
    "litigation_direct": ("litigation_direct",),
    "litigation_after": ("litigation_after",),
}


def request_cells(
    rows: tuple[str, ...], editions: dict[str, str], who: str = "total"
) -> tuple[str, ...]:
    """The cells of rows of section three, headings as the rows under them, for one kind of
    applicant; organisation is the five kinds of 法人 together."""
    columns = _APPLICANTS if who == "organisation" else (who,)
    key = editions.get("requests", "2021")
    found = []
    for row in rows:
        under = line("requests", row)
        if key not in under.editions:
            return ()
        below = leaves((under,), key)
        found += [f"requests.{leaf.key}.{column}" for leaf in below for column in columns]
    return tuple(dict.fromkeys(found))


def remedy_cells(group: str, result: str = "total") -> tuple[str, ...]:
    """The cells of a group of section four; litigation is both its groups."""
    return tuple(f"remedies.{each}.{result}" for each in _GROUPS[group])


def disclosure_cells(row: str, column: str, editions: dict[str, str]) -> tuple[str, ...]:
    """The cell of section two, if its edition has it."""
    key = f"disclosure.{row}.{column}"
    known = {cell.key for cell in cells(edition(editions.get("disclosure", "2021")), "disclosure")}
    return (key,) if key in known else ()
