"""The old statistics table of a report to entries: what has a name under that name, the rest under
the label it was printed with, and in the cells of today's form only what is comparable."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lib.findings import Finding
from lib.form import Unit, cell, edition_for
from lib.old_form import FORMS, LOCAL, LOCAL_ROW, NATIONAL, indicators, name
from lib.old_form import national as national_rows
from lib.old_form import unit as unit_of
from lib.parsing.labels import fold, squash
from lib.parsing.numbers import Number, read_number
from lib.parsing.report import Entry, State
from lib.parsing.statistics_grids import read_statistics_grids
from lib.parsing.statistics_rows import Printed, Table, is_national
from lib.parsing.statistics_text import read_statistics_text
from lib.reading.document import Document


@dataclass(slots=True)
class Statistics:
    """The entries by key, the indicators first and in their order; which form the table is of;
    the year its head names, 0 where it names none; the paragraphs that are cells of it."""

    entries: dict[str, Entry] = field(default_factory=dict)
    form: str = LOCAL
    year: int = 0
    taken: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_statistics(document: Document, year: int) -> Statistics | None:
    """The old table of a document; None where it has none. `year` chooses among columns that name
    theirs, 0 where the report's year is not known."""
    table = read_statistics_grids(document.grids, year)
    table = table or read_statistics_text(document.paragraphs, year)
    return _filled(table) if table else None


def no_table(year: int) -> Finding:
    """What to say of a report of a year before the form that has no table to read."""
    return Finding(
        "table.missing",
        f"{year}年度的报告中没有可读的统计表（可能是图片，或只用文字叙述），没有取数；正文已保留。",
        f"The report for {year} has no statistics table that can be read (it may be a picture, or "
        "told in sentences only), so no number was taken; the text is kept.",
    )


def late(year: int) -> Finding:
    """What to say of a report of a year of the form that has the old table instead."""
    return Finding(
        "table.edition",
        f"{year}年度的报告用的是2018年度以前的统计表，应使用{edition_for(year).zh}。",
        f"The report for {year} has the statistics table of the years up to 2018; it should use "
        f"the {edition_for(year).en}.",
    )


def unconfirmed(entries: dict[str, Entry]) -> tuple[dict[str, Entry], list[Finding]]:
    """The entries of a table recognised from a picture: the few sums of the old table confirm too
    little, so no number is taken."""
    keys = tuple(key for key, entry in entries.items() if entry.value is not None)
    made = {
        key: replace(entry, value=None, state=State.UNREADABLE) if key in keys else entry
        for key, entry in entries.items()
    }
    if not keys:
        return made, []
    finding = Finding(
        "cell.unconfirmed",
        f"统计表由图片识别而来，{len(keys)}个数字没有足够的合计关系证实，未采用。",
        f"The statistics table was recognised from a picture; its {len(keys)} numbers are not "
        "confirmed by enough sums and were not taken.",
        keys,
        tuple(place for key in keys if (place := entries[key].place)),
    )
    return made, [finding]


def _filled(table: Table) -> Statistics:
    made = Statistics(year=table.year, taken=table.taken)
    found: dict[str, Entry] = {}
    locals_: dict[str, str] = {}
    for row in table.rows:
        key = row.key
        if key.startswith(LOCAL_ROW):
            key = _free(key, found)
            row = replace(row, key=key)
            locals_[key] = row.label.text
        entry = _entry(row, made.findings)
        if key in found:
            if (found[key].value, found[key].state) != (entry.value, entry.state):
                made.findings.append(_repeated(key, found[key], entry))
            continue
        found[key] = entry
    made.form = NATIONAL if is_national(set(found)) else LOCAL
    if made.form == NATIONAL:
        _complete(found, made.findings)
    order = [each.key for each in indicators() if each.key in found]
    made.entries = {key: found[key] for key in [*order, *locals_]}
    _crosswalk(table, made)
    if not table.headed:
        made.findings.append(_headless(tuple(made.entries)))
    if locals_:
        made.findings.append(_local(tuple(locals_)))
    told = tuple(key for key, entry in found.items() if entry.state is State.INFERRED)
    if told:
        made.findings.append(_inferred(told))
    return made


def _free(key: str, found: dict[str, Entry]) -> str:
    """A key of its own for each local row: one label may be printed under two heads."""
    number, asked = 2, key
    while key in found:
        key, number = f"{asked}.{number}", number + 1
    return key


def _entry(row: Printed, findings: list[Finding]) -> Entry:
    shown = " | ".join(" ".join(each.text.split()) for each in row.printed)
    place = row.printed[0].place if row.printed else row.label.place
    if row.value is None:
        findings.append(
            Finding(
                row.problem,
                f"“{name(row.key)}”一行原文为“{shown}”，无法确定哪个是本年的数，未采用。",
                f"The row “{name(row.key, 'en')}” prints “{shown}”; which number is the year's "
                "cannot be told, so none was taken.",
                (row.key,),
                tuple(each.place for each in row.printed),
            )
        )
        return Entry(row.key, None, shown, State.UNREADABLE, place)
    text = row.value.text
    number = _number(row, text)
    state = number.state
    if row.inferred and state is State.REPORTED:
        state = State.INFERRED
    entry = Entry(row.key, number.value, text, state, row.value.place)
    if number.problem:
        findings.append(_problem(row.key, entry, number))
    return entry


def _number(row: Printed, text: str) -> Number:
    """The number in the unit of the indicator: fees in 万元, waived fees in 元."""
    wanted = unit_of(row.key) or row.unit
    if wanted in ("万元", "元"):
        return read_number(text, Unit.FEE if wanted == "万元" else Unit.YUAN, row.unit or wanted)
    if row.unit in ("万元", "元"):
        return Number(None, State.UNREADABLE, "cell.unreadable")  # money where a count belongs
    folded = fold(text)
    return read_number(folded.removesuffix(row.unit) if row.unit else folded)


def _problem(key: str, entry: Entry, number: Number) -> Finding:
    shown = " ".join(entry.text.split())
    tail_zh = "未采用" if number.value is None else f"读作{number.value}{unit_of(key)}，请核对"
    tail_en = (
        "it was not taken"
        if number.value is None
        else f"read as {number.value} {unit_of(key, 'en')}; please check"
    )
    return Finding(
        number.problem,
        f"“{name(key)}”一格原文为“{shown}”，{tail_zh}。",
        f"“{name(key, 'en')}” prints “{shown}”; {tail_en}.",
        (key,),
        (entry.place,) if entry.place else (),
        None,
        number.value,
    )


def _repeated(key: str, first: Entry, second: Entry) -> Finding:
    return Finding(
        "row.repeated",
        f"“{name(key)}”印了两次且不一致：“{first.text}”和“{second.text}”，采用前者，请核对。",
        f"“{name(key, 'en')}” is printed twice, differently: “{first.text}” and "
        f"“{second.text}”; the first was taken. Please check.",
        (key,),
        tuple(each.place for each in (first, second) if each.place),
        first.value,
        second.value,
    )


def _complete(found: dict[str, Entry], findings: list[Finding]) -> None:
    """The national table has all its rows: one that is not found is missing, not blank."""
    missing = tuple(each.key for each in national_rows() if each.key not in found)
    for key in missing:
        found[key] = Entry(key, None, "", State.MISSING)
    if missing:
        findings.append(
            Finding(
                "cell.missing",
                f"{FORMS[NATIONAL][0]}中有{len(missing)}行未找到："
                f"{'、'.join(name(key) for key in missing)}。",
                f"{len(missing)} rows of the {FORMS[NATIONAL][1]} were not found: "
                f"{', '.join(name(key, 'en') for key in missing)}.",
                missing,
            )
        )


def _crosswalk(table: Table, made: Statistics) -> None:
    """Give the comparable numbers their cell of today's form, and say from which row."""
    labels = {row.key: row.label.text for row in table.rows}
    for each in indicators():
        entry = made.entries.get(each.key)
        if not each.comparable or entry is None or entry.value is None:
            continue
        (target,) = each.counterpart
        made.entries[target] = replace(entry, cell=target)
        printed = squash(labels.get(each.key, each.zh)) or each.zh
        made.findings.append(
            Finding(
                "statistics.crosswalk",
                f"统计表的“{printed}”{entry.value}同时作为“{cell(target).zh}”。{each.note_zh}",
                f"“{each.en}” of the statistics table, printed as “{printed}”, {entry.value}, "
                f"also stands as “{cell(target).en}”. {each.note_en}",
                (each.key, target),
                (entry.place,) if entry.place else (),
            )
        )


def _headless(keys: tuple[str, ...]) -> Finding:
    return Finding(
        "label.position",
        "统计表的列名未能读出；每行只有一个数的按本年数认定，请核对。",
        "The column heads of the statistics table could not be read; where a row has one number it "
        "was taken as the year's. Please check.",
        keys,
    )


def _local(keys: tuple[str, ...]) -> Finding:
    names = "、".join(f"“{name(key)}”" for key in keys)
    return Finding(
        "statistics.local",
        f"{len(keys)}行不在已知的统计指标之中，按所印行名保留：{names}。",
        f"{len(keys)} rows are none of the known indicators and are kept under their printed "
        f"labels: {names}.",
        keys,
    )


def _inferred(keys: tuple[str, ...]) -> Finding:
    return Finding(
        "cell.inferred",
        f"统计表的数字连在一起，{len(keys)}个本年数按合计关系或正文所述推定。",
        f"The digits of the statistics table run together; {len(keys)} of the year's numbers were "
        "told apart by its sums or by the report's own sentences.",
        keys,
    )
