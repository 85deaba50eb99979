"""Rows that are printed twice: a blank copy, a row repeated by a slip, a whole second table."""

from __future__ import annotations

from collections.abc import Iterable

from lib.findings import Finding
from lib.form import TABLES, cell
from lib.parsing.number_findings import number_findings
from lib.parsing.report import Entry, State
from lib.parsing.rows import Row

_SECOND_TABLE = 3  # rows printed twice, differently: fewer are slips


def surest_first(row: Row) -> tuple[bool, bool, int]:
    """To sort rows by: those most surely the form's first."""
    numbered, size = row.rank
    return not row.verified, not numbered, -size


def settle_copies(
    copies: list[tuple[Row, dict[str, Entry]]], printed: dict[str, Entry], sources: dict[str, Row]
) -> list[Finding]:
    """What to take of rows that are printed again: nothing new where they say the same; the
    copy with numbers where the other is blank; the one more surely the form's where one is; else
    none of the two."""
    differing = [(row, made) for row, made in copies if _differ(made, printed)]
    unsure = [
        (row, made)
        for row, made in differing
        if not _blank(made.values())
        and not _blank(printed[key] for key in made)
        and not all(surest_first(sources[key]) != surest_first(row) for key in made)
    ]
    if len(unsure) >= _SECOND_TABLE:
        return [_second_table(unsure, differing, printed, sources)]
    found: list[Finding] = []
    blank: list[str] = []
    for row, entries in differing:
        firsts = {key: printed[key] for key in entries}
        if _blank(entries.values()):
            blank += entries
        elif _blank(firsts.values()):
            blank += entries
            printed.update(entries)
            sources.update(dict.fromkeys(entries, row))
            for key, entry in entries.items():
                found += number_findings(key, entry, "")
        else:
            surer = all(row is not each for each, _ in unsure)
            found.append(_repeated(firsts, entries, surer))
            if not surer:
                for key, entry in entries.items():
                    if not _same(firsts[key], entry):
                        printed[key] = _either(key, firsts[key], entry)
    if blank:
        found.append(
            Finding(
                "row.blank_copy",
                f"有{len(blank)}格另印有一份空白，采用有数的一份。",
                f"{len(blank)} cells are printed once more, blank; the copy with numbers was "
                "taken.",
                tuple(blank),
            )
        )
    return found


def _differ(again: dict[str, Entry], printed: dict[str, Entry]) -> bool:
    return not all(_same(printed[key], entry) for key, entry in again.items())


def _blank(entries: Iterable[Entry]) -> bool:
    return all(entry.state is State.BLANK for entry in entries)


def _either(key: str, first: Entry, second: Entry) -> Entry:
    """A cell that is printed twice, differently: none of the two."""
    return Entry(key, None, f"{first.text} | {second.text}", State.UNREADABLE, first.place)


def _second_table(
    unsure: list[tuple[Row, dict[str, Entry]]],
    differing: list[tuple[Row, dict[str, Entry]]],
    printed: dict[str, Entry],
    sources: dict[str, Row],
) -> Finding:
    """One finding for a whole second table. None of its numbers is put with those of the first:
    what only one of them prints, or prints after the second has begun, is not taken either."""
    either = {
        key: entry
        for _, made in differing
        for key, entry in made.items()
        if not _same(printed[key], entry)
    }
    firsts = {_grid_of(printed[key]) for _, made in unsure for key in made}
    seconds = {_grid_of(entry) for _, made in unsure for entry in made.values()} - firsts
    begins = min((at for at in seconds if at is not None), default=None)
    again = {key for _, made in differing for key in made}
    for key, entry in either.items():
        printed[key] = _either(key, printed[key], entry)
    for key, entry in printed.items():
        at = _grid_of(entry)
        if key in again or begins is None or at is None or at < begins or at in firsts:
            continue
        either[key] = entry
        printed[key] = Entry(key, None, entry.text, State.UNREADABLE, entry.place)
    named = [table for table in TABLES if any(row.table == table.key for row, _ in unsure)]
    zh = "、".join(f"“{table.zh}”" for table in named)
    en = ", ".join(f"“{table.en}”" for table in named)
    return Finding(
        "table.repeated",
        f"{zh}印了两份，{len(unsure)}行的数不一致，可能是两个年度或两个机关的表。无法确定以哪一份"
        f"为准，不一致的和只有一份印有的{len(either)}格均未采用。",
        f"{en} is printed twice, with different numbers in {len(unsure)} rows: perhaps the tables "
        f"of two years or two organs. Which one holds cannot be told; the {len(either)} cells that "
        "differ, or that only one of them prints, were not taken.",
        tuple(either),
        tuple(entry.place for entry in either.values() if entry.place),
    )


def _grid_of(entry: Entry) -> int | None:
    return entry.place.table if entry.place else None


def _same(one: Entry, other: Entry) -> bool:
    return one.value == other.value and one.state == other.state


def _repeated(firsts: dict[str, Entry], seconds: dict[str, Entry], surer: bool) -> Finding:
    """One finding for a row printed twice and differently."""
    keys = tuple(key for key in firsts if not _same(firsts[key], seconds[key]))
    item = cell(keys[0])
    zh, en = (item.row[-1].name, item.row[-1].en) if item.row else (item.zh, item.en)
    texts = [" ".join(each[key].text or "空" for key in keys) for each in (firsts, seconds)]
    done_zh, done_en = (
        ("采用更符合规定格式的前者", "the first, nearer to the form, was taken")
        if surer
        else (
            "无法确定以哪个为准，均未采用",
            "which one holds cannot be told, so neither was taken",
        )
    )
    return Finding(
        "row.repeated",
        f"“{zh}”印了两次且不一致：“{texts[0]}”和“{texts[1]}”，{done_zh}，请核对。",
        f"“{en}” is printed twice, differently: “{texts[0]}” and “{texts[1]}”; {done_en}. Please "
        "check.",
        keys,
        tuple(
            entry.place
            for each in (firsts, seconds)
            for key in keys[:1]
            if (entry := each[key]).place
        ),
    )
