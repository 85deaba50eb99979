"""The report of a check, to send on: whose report was checked, what is wrong with it, where, what
would mend it, and the form as read. Here as content; check_report_docx and _pdf print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from lib import form, old_form
from lib.exporting.filled import SIGNS, cell_name, label, where
from lib.findings import CODES, Finding, Severity
from lib.layout import Square, layout
from lib.organs import Organ
from lib.parsing.report import Report
from lib.words import say
from lib.words.written import difference, number

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no file may hold these


@dataclass(frozen=True, slots=True)
class Item:
    """One finding in words. `facts` are names and texts: cells, place, expected and printed
    with their difference, what would mend it; those that there are."""

    severity: str
    head: str
    sentence: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One square of the filled form; `severity` is the worst of the findings that touch it, ""
    where none does, `head` whether it is a label."""

    text: str
    rowspan: int
    colspan: int
    head: bool
    severity: str = ""


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table of the form; each row lists the boxes that begin in it, as lib.layout does.
    `shares` are the widths of its columns, relative to each other."""

    caption: str
    shares: tuple[float, ...]
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The whole of it, in one language."""

    lang: str
    title: str
    identity: tuple[tuple[str, str], ...]
    summary: str
    findings: tuple[Item, ...]
    tables: tuple[FilledTable, ...]
    legend: str
    closing: str


def compose(
    report: Report,
    organ: Organ,
    findings: Sequence[Finding],
    lang: str,
    made: datetime,
    compared: Iterable[int] = (),
) -> CheckReport:
    """The report of the check of one file. `findings` are those to tell, whichever check made
    them; `compared` the years of the same organ that the report was held against."""
    worst = sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
    return CheckReport(
        lang,
        say("check.title", lang, organ=organ.name or say("common.unknown", lang), year=report.year),
        tuple(
            (_clean(name), _clean(text))
            for name, text in _identity(report, organ, lang, made, sorted(compared))
        ),
        summary(findings, lang, sums=sums(report)),
        tuple(_item(finding, lang) for finding in worst),
        _tables(report, findings, lang),
        say("check.legend", lang),
        say("check.closing", lang),
    )


def sums(report: Report) -> int:
    """How many sums and balances the forms it uses promise."""
    if old_form.TABLE in report.editions:
        return sum(total.key in report.entries for total in old_form.totals())
    return sum(len(form.identities(form.edition(k), t)) for t, k in report.editions.items())


def summary(findings: Sequence[Finding], lang: str, sums: int) -> str:
    """How many errors, or that there is none; how many warnings and notes, where there are any; or
    that nothing was found."""
    if not findings:
        return say("upload.no_findings", lang, sums=sums)
    counts = {each: sum(f.severity is each for f in findings) for each in Severity}
    said = [say(f"check.n_{each.value}", lang, n=n) for each, n in counts.items() if n]
    if not counts[Severity.ERROR]:
        said.insert(0, say("check.no_error", lang))
    return say("check.summary", lang, counts=say("check.comma", lang).join(said))


def facts(finding: Finding, lang: str) -> tuple[tuple[str, str], ...]:
    """What there is to say of a finding beside its sentence: names and texts."""
    names = [cell_name(key, lang) for key in finding.cells]
    places = dict.fromkeys(where(lang, **_at(place)) for place in finding.places)
    found = (
        ("cells", listed(names, lang)),
        ("place", listed([each for each in places if each], lang, most=3)),
        ("sides", sides(finding.expected, finding.printed, lang)),
        ("mend", finding.mend_zh if lang == "zh" else finding.mend_en),
    )
    return tuple((say(f"check.{name}", lang), _clean(text)) for name, text in found if text)


def sides(expected: object, printed: object, lang: str) -> str:
    """What was expected, what is printed and how far apart they are; "" where there are not two."""
    if not number(expected) or not number(printed):
        return ""
    apart = Decimal(str(printed)) - Decimal(str(expected))
    return say(
        "check.two_sides",
        lang,
        expected=number(expected),
        printed=number(printed),
        difference=difference(apart),
    )


def listed(names: Sequence[str], lang: str, most: int = 8) -> str:
    """Names in a row; those beyond `most` are counted."""
    glue = say("charts.list", lang)
    words = glue.join(names[:most])
    return words + say("check.more", lang, n=len(names)) if len(names) > most else words


def _at(place: object) -> dict[str, int | None]:
    return {name: getattr(place, name) for name in ("page", "line", "table", "row", "column")}


def _clean(text: str) -> str:
    return _CONTROL.sub("\ufffd", text)


def _identity(
    report: Report, organ: Organ, lang: str, made: datetime, compared: list[int]
) -> Iterable[tuple[str, str]]:
    unknown = say("common.unknown", lang)
    place = " ".join(part for part in (organ.province, organ.city, organ.county) if part)
    kind = say(f"common.kind.{organ.kind}", lang)
    forms = dict.fromkeys(
        old_form.FORMS[key][lang == "en"]
        if table == old_form.TABLE
        else getattr(form.edition(key), lang)
        for table, key in report.editions.items()
    )
    yield say("report.organ", lang), organ.name or unknown
    yield (
        say("report.place", lang),
        f"{place or unknown} · {say(f'common.level.{organ.level}', lang)} · {kind}",
    )
    yield say("report.year", lang), str(report.year or unknown)
    yield (
        say("report.published", lang),
        report.published.isoformat() if report.published else unknown,
    )
    yield say("report.editions", lang), listed(list(forms), lang) or unknown
    yield say("report.source_name", lang), report.name
    if report.source_url:
        yield say("report.source_url", lang), report.source_url
    yield say("report.source_sha256", lang), report.sha256
    yield say("report.read_at", lang), f"{made:%Y-%m-%d %H:%M %Z}".strip()
    years = listed([str(year) for year in compared], lang)
    yield say("check.compared", lang), years or say("check.compared_none", lang)


def _item(finding: Finding, lang: str) -> Item:
    known, severity = CODES[finding.code], finding.severity
    word, name = (severity.zh, known.zh) if lang == "zh" else (severity.en, known.en)
    sentence = finding.zh if lang == "zh" else finding.en
    return Item(severity.value, f"{word} · {name}", _clean(sentence), facts(finding, lang))


def _tables(report: Report, findings: Sequence[Finding], lang: str) -> tuple[FilledTable, ...]:
    marked: dict[str, str] = {}
    for severity in reversed(Severity):  # the worst is written last
        for finding in findings:
            if finding.severity is severity and finding.code != "sum.blank_as_zero":
                marked |= dict.fromkeys(finding.cells, severity.value)
    if old_form.TABLE in report.editions:
        return (_statistics(report, marked, lang),)
    held = [each for each in form.TABLES if each.key in report.editions]
    return tuple(_table(each, report, marked, lang) for each in held)


def _table(table: form.Table, report: Report, marked: dict[str, str], lang: str) -> FilledTable:
    edition = form.edition(report.editions[table.key])
    rows = tuple(
        tuple(
            _number(report, square.cell, marked, square)
            if square.cell
            else Box(label(square, lang), square.rowspan, square.colspan, True)
            for square in row
        )
        for row in layout(table, edition)
    )
    title = f"{table.numeral}、{table.zh}" if lang == "zh" else table.en
    columns = sum(box.colspan for box in rows[0])
    labels = {"disclosure": (2.0,), "requests": (1.5, 1.6, 3.4)}.get(table.key, ())
    shares = (*labels, *(1.0,) * (columns - len(labels)))
    return FilledTable(f"{title} ({getattr(edition, lang)})", shares, rows)


def _statistics(report: Report, marked: dict[str, str], lang: str) -> FilledTable:
    """The statistics table of a report for a year before the form: a row an indicator."""
    rows = tuple(
        (
            Box(cell_name(key, lang), 1, 1, True),
            Box(old_form.unit(key, lang), 1, 1, True),
            _number(report, key, marked, Square()),
        )
        for key in report.entries
        if old_form.is_statistic(key)
    )
    title = old_form.FORMS[report.editions[old_form.TABLE]][lang == "en"]
    return FilledTable(title, (4.0, 1.0, 1.0), rows)


def _number(report: Report, key: str, marked: dict[str, str], square: Square) -> Box:
    entry = report.entries.get(key)
    text = number(entry.value) if entry else ""
    text = text or SIGNS.get(entry.state.value if entry else "missing", "")
    return Box(text, square.rowspan, square.colspan, False, marked.get(key, ""))
