"""Rows to entries: every cell of the form's edition gets one, and a finding where it has no
number it should have."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from lib.findings import Finding
from lib.form import (
    EDITIONS,
    TABLES,
    Edition,
    Table,
    Unit,
    all_cells,
    cell,
    cells,
    edition,
    edition_for,
)
from lib.parsing.number_findings import number_findings
from lib.parsing.numbers import read_number
from lib.parsing.repeated import settle_copies, surest_first
from lib.parsing.report import Entry, State
from lib.parsing.row_findings import (
    ambiguous,
    cells_missing,
    fuzzy,
    other_edition,
    positions,
    table_missing,
)
from lib.parsing.rows import Row, cells_of, key_of, place_of, shown


@dataclass(slots=True)
class Filled:
    """The entries by cell key in the form's order, each table's edition, and the findings."""

    entries: dict[str, Entry] = field(default_factory=dict)
    editions: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def fill(rows: list[Row], year: int) -> Filled:
    """Give every printed value its cell. `year` only decides the edition where a table does not
    show its own, and is what table.edition findings are measured by."""
    filled = Filled()
    printed: dict[str, Entry] = {}
    sources: dict[str, Row] = {}
    unsettled: dict[str, Row] = {}
    copies: list[tuple[Row, dict[str, Entry]]] = []
    unread: list[Row] = []
    # rows whose heads were read come first, then those most surely the form's: any other only
    # fills what they have not claimed
    for row in sorted(rows, key=surest_first):
        if row.problem:
            for key in cells_of(row):
                unsettled.setdefault(key, row)
            unread.append(row)
            continue
        if not row.exact:
            filled.findings.append(fuzzy(row))
        again: dict[str, Entry] = {}
        for key, entry, head in _entries_of(row):
            if key in printed:
                again[key] = entry
                continue
            printed[key] = entry
            sources[key] = row
            filled.findings += number_findings(key, entry, head)
        if again:
            copies.append((row, again))
    default = _default(year)
    for table in TABLES:
        own = [key for key in printed if key.startswith(table.key)]
        chosen = _edition(table, own, unsettled, filled.editions, default, year > 0)
        filled.editions[table.key] = chosen.key
        for key in own:
            # a row taken in the order of the form shows no cell that the form of the year lacks
            if _sole_editions().get(key, chosen.key) != chosen.key and not sources[key].verified:
                del printed[key], sources[key]
    in_force = {key for keys in map(_in_force, filled.editions.items()) for key in keys}
    filled.findings = [
        *(ambiguous(row, in_force - printed.keys()) for row in unread),
        *filled.findings,
        *settle_copies(copies, printed, sources),
        *positions(rows, sources),
    ]
    for table in TABLES:
        own = [key for key in printed if key.startswith(table.key)]
        chosen = edition(filled.editions[table.key])
        _complete(table, chosen, printed, unsettled, filled)
        if own and year and chosen is not default and table.key != "remedies":
            filled.findings.append(other_edition(table, chosen, default, year))
    return filled


def _in_force(judged: tuple[str, str]) -> list[str]:
    """The cells that a table has in its edition."""
    table, key = judged
    return [item.key for item in cells(edition(key), table)]


def _default(year: int) -> Edition:
    try:
        return edition_for(year)
    except ValueError:
        return EDITIONS[-1]


def _entries_of(row: Row) -> list[tuple[str, Entry, str]]:
    found = []
    units = _units()
    for index, (_, printed, head) in enumerate(row.values):
        if printed.colspan == 0:
            continue  # a square no printed cell covers: the cell is missing, not blank
        key = key_of(row, index)
        number = read_number(printed.text, units[key], head)
        state = number.state
        if row.inferred and state is State.REPORTED:
            state = State.INFERRED
        found.append((key, Entry(key, number.value, printed.text, state, printed.place), head))
    return found


@cache
def _units() -> dict[str, Unit]:
    return {item.key: item.unit for item in all_cells()}


@cache
def _sole_editions() -> dict[str, str]:
    """Cell key -> the one edition that has the cell; cells of several are left out."""
    return {item.key: item.editions[0] for item in all_cells() if len(item.editions) == 1}


def _edition(
    table: Table,
    own: list[str],
    unsettled: dict[str, Row],
    judged: dict[str, str],
    default: Edition,
    known: bool,
) -> Edition:
    """The edition the printed cells are of: the one that has most of those only one has. `known`
    is whether the year is, whose form is `default`."""
    sole = _sole_editions()
    votes = dict.fromkeys((each.key for each in EDITIONS), 0)
    for key in (*own, *unsettled):
        if key in sole and key.startswith(table.key):
            votes[sole[key]] += 1
    if known and table.key == "disclosure" and votes[default.key]:
        return default  # its blocks may be of both: a mixture is the year's form with slips
    best = max(votes.values())
    winners = [key for key, count in votes.items() if count == best]
    if best and len(winners) == 1:
        return edition(winners[0])
    # section four is the same in both editions: it goes with section three; and a section three
    # that does not show its own goes with section two where no year is known
    return edition(judged.get("requests", judged.get("disclosure", default.key)))


def _complete(
    table: Table,
    chosen: Edition,
    printed: dict[str, Entry],
    unsettled: dict[str, Row],
    filled: Filled,
) -> None:
    missing: dict[str, list[str]] = {}
    in_force = cells(chosen, table.key)
    for item in in_force:
        entry = printed.pop(item.key, None)
        if entry is None and item.key in unsettled:
            entry = Entry(
                item.key,
                None,
                shown(unsettled[item.key]),
                State.UNREADABLE,
                place_of(unsettled[item.key]),
            )
        elif entry is None:
            entry = Entry(item.key, None, "", State.MISSING)
            name = item.row[-1].key if item.row else item.column[-2].key
            missing.setdefault(name, []).append(item.key)
        filled.entries[item.key] = entry
    if sum(map(len, missing.values())) == len(in_force):
        filled.findings.append(table_missing(table, tuple(item.key for item in in_force)))
    else:
        for keys in missing.values():
            filled.findings.append(cells_missing(keys))
    # numbers of the other edition's lines are kept, not forced into this one's
    for key in [key for key in printed if cell(key).table == table.key]:
        filled.entries[key] = printed.pop(key)
