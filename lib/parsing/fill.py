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
from lib.parsing.rows import Row
from lib.reading.document import Place


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
            for key in _cells_of(row):
                unsettled.setdefault(key, row)
            unread.append(row)
            continue
        if not row.exact:
            filled.findings.append(_fuzzy(row))
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
        *(_ambiguous(row, in_force - printed.keys()) for row in unread),
        *filled.findings,
        *settle_copies(copies, printed, sources),
        *_positions(rows, sources),
    ]
    for table in TABLES:
        own = [key for key in printed if key.startswith(table.key)]
        chosen = edition(filled.editions[table.key])
        _complete(table, chosen, printed, unsettled, filled)
        if own and year and chosen is not default and table.key != "remedies":
            filled.findings.append(_other_edition(table, chosen, default, year))
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


def _key(row: Row, index: int) -> str:
    if row.line is None:
        return f"{row.table}.{row.groups[index]}.{row.values[index].column.key}"
    return f"{row.table}.{row.line.key}.{row.values[index].column.key}"


def _entries_of(row: Row) -> list[tuple[str, Entry, str]]:
    found = []
    units = _units()
    for index, (_, printed, head) in enumerate(row.values):
        if printed.colspan == 0:
            continue  # a square no printed cell covers: the cell is missing, not blank
        key = _key(row, index)
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


def _cells_of(row: Row) -> list[str]:
    """Every cell a row that could not be told apart may stand for."""
    if row.line is None:
        return [item.key for item in cells(EDITIONS[-1], "remedies")]
    start = f"{row.table}.{row.line.key}."
    found = [
        item.key
        for each in EDITIONS
        if row.edition in ("", each.key)
        for item in cells(each, row.table)
        if item.key.startswith(start)
    ]
    return list(dict.fromkeys(found))


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
                _shown(unsettled[item.key]),
                State.UNREADABLE,
                _place(unsettled[item.key]),
            )
        elif entry is None:
            entry = Entry(item.key, None, "", State.MISSING)
            name = item.row[-1].key if item.row else item.column[-2].key
            missing.setdefault(name, []).append(item.key)
        filled.entries[item.key] = entry
    if sum(map(len, missing.values())) == len(in_force):
        filled.findings.append(
            Finding(
                "table.missing",
                f"未找到“{table.zh}”的表格。",
                f"The table “{table.en}” was not found.",
                tuple(item.key for item in in_force),
            )
        )
    else:
        for keys in missing.values():
            filled.findings.append(_missing(keys))
    # numbers of the other edition's lines are kept, not forced into this one's
    for key in [key for key in printed if cell(key).table == table.key]:
        filled.entries[key] = printed.pop(key)


# --- findings -----------------------------------------------------------------------------------


def _row_names(row: Row) -> tuple[str, str]:
    if row.line is None:
        return "行政复议、行政诉讼", "reconsideration and litigation"
    return row.line.name, row.line.en


def _shown(row: Row) -> str:
    return " | ".join(value.text for value in row.printed)


def _place(row: Row) -> Place | None:
    return row.printed[0].place if row.printed else None


def _ambiguous(row: Row, wanting: set[str]) -> Finding:
    """What is said of a row that cannot be told apart; `wanting` are cells no other row gave."""
    zh, en = _row_names(row)
    if wanting.isdisjoint(_cells_of(row)):
        return Finding(
            "cell.unclaimed",
            f"另有一行“{zh}”不合规定格式，未计入：{_shown(row)}",
            f"Another row “{en}” is not as the form has it and was not counted: {_shown(row)}",
            places=tuple(each.place for each in row.printed),
        )
    expected = len(_cells_of(row)) if row.table != "disclosure" else None
    count = len([each for each in row.printed if each.text])
    others = expected is not None and expected != count  # else only the heads are in doubt
    wanted_zh = f",应为{expected}个" if others else ""
    wanted_en = f" instead of {expected}" if others else ""
    return Finding(
        "row.ambiguous",
        f"“{zh}”一行印有{count}个数{wanted_zh}，无法确定各属哪一列，均未采用：{_shown(row)}",
        f"The row “{en}” prints {count} numbers{wanted_en}; which column each belongs to cannot "
        f"be told, so none was taken: {_shown(row)}",
        tuple(_cells_of(row)),
        tuple(each.place for each in row.printed),
    )


def _fuzzy(row: Row) -> Finding:
    zh, en = _row_names(row)
    printed = " ".join(row.label.text.split()) if row.label else ""
    return Finding(
        "label.fuzzy",
        f"行名“{printed}”与规定格式不同，按“{zh}”认定，请核对。",
        f"The label “{printed}” is not the form's; it was taken to be “{en}”. Please check.",
        tuple(_key(row, index) for index in range(len(row.values))),
        (row.label.place,) if row.label else (),
    )


def _positions(rows: list[Row], sources: dict[str, Row]) -> list[Finding]:
    """One finding a table whose columns no head confirms."""
    taken = {id(row) for row in sources.values()}
    found = []
    for table in TABLES:
        loose = [
            row
            for row in rows
            if row.table == table.key and not row.verified and not row.problem and id(row) in taken
        ]
        if not loose:
            continue
        keys = tuple(key for key, row in sources.items() if any(row is each for each in loose))
        found.append(
            Finding(
                "label.position",
                f"“{table.zh}”的列名未能从表格中读出，{len(loose)}行数字按规定格式的顺序认定，请核对。",
                f"The column heads of “{table.en}” could not be read from a table; {len(loose)} "
                "rows were taken in the order of the form. Please check.",
                keys,
            )
        )
    return found


def _missing(keys: list[str]) -> Finding:
    item = cell(keys[0])
    zh, en = (
        (item.row[-1].name, item.row[-1].en)
        if item.row
        else (item.column[-2].name, item.column[-2].en)
    )
    columns_zh = "、".join(cell(key).column[-1].name for key in keys)
    columns_en = ", ".join(cell(key).column[-1].en for key in keys)
    return Finding(
        "cell.missing",
        f"未找到“{zh}”的数：{columns_zh}。",
        f"No number was found for “{en}”: {columns_en}.",
        tuple(keys),
    )


def _other_edition(table: Table, chosen: Edition, default: Edition, year: int) -> Finding:
    return Finding(
        "table.edition",
        f"“{table.zh}”用的是{chosen.zh}的格式，{year}年度应使用{default.zh}。",
        f"“{table.en}” is in the {chosen.en}; reports for {year} should use the {default.en}.",
    )
