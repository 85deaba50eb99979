"""Document to Report: knows the form, nothing of files."""

from __future__ import annotations

from functools import cache

from lib.findings import Finding
from lib.form import EDITIONS, TABLES, cells
from lib.parsing.confirm import confirmed
from lib.parsing.fill import fill
from lib.parsing.grids import read_grids
from lib.parsing.lines import read_lines
from lib.parsing.loose import give_labels
from lib.parsing.masthead import Masthead, read_masthead
from lib.parsing.report import Entry, Report, State
from lib.parsing.rows import Located, Row
from lib.parsing.runs import read_runs
from lib.parsing.sections import split_sections
from lib.parsing.settle import settle
from lib.parsing.stated import passages, processing_fee, read_stated
from lib.parsing.traditional import TRADITIONAL
from lib.reading.document import Document, Unreadable

__all__ = ["Entry", "Report", "State", "parse"]

_LATEST = 2099
_TABLES = frozenset(table.key for table in TABLES)
NO_REPORT = Unreadable(
    "文件里没有找到政府信息公开工作年度报告的表格。请确认上传的是2019年度及以后的年度报告正文。",
    "No table of a government information disclosure annual report was found in the file. Please "
    "check that it is the text of a report for 2019 or later.",
)


def parse(document: Document) -> Report:
    """Find the masthead, the sections and every cell of the form.

    Raises Unreadable where the document has no table of the form at all, or is of a year no
    edition covers: such a file is no report this form can hold."""
    masthead = read_masthead(document)
    located = read_grids(document.grids)
    taken = _in_text(document, located)
    give_labels(document, located)
    settle(located)
    if masthead.year and masthead.year < EDITIONS[0].since:
        raise _unsupported(masthead.year)
    if not located.rows:
        raise NO_REPORT
    if masthead.year > _LATEST:
        raise _unsupported(masthead.year)
    filled = fill(located.rows, masthead.year)
    if document.recognised:
        filled.entries, about = confirmed(filled.entries, filled.editions, filled.findings)
        filled.findings += about
    sections = split_sections(document, taken)
    text = passages(document.paragraphs, taken)
    fee = processing_fee(text, masthead.year)
    places = {"title": masthead.place} if masthead.place else {}
    if fee:
        places["processing_fee"] = fee.place
    findings = [
        *_masthead_findings(masthead),
        *_traditional(located.rows),
        *filled.findings,
        *located.findings,
    ]
    return Report(
        organ=masthead.organ,
        year=masthead.year,
        title=masthead.title,
        published=masthead.published,
        editions=filled.editions,
        entries=filled.entries,
        sections=sections,
        findings=tuple(findings),
        name=document.name,
        sha256=document.sha256,
        format=document.format,
        source_url=masthead.source_url,
        publisher=masthead.publisher,
        places=places,
        context=masthead.context,
        stated=read_stated(text, masthead.year, filled.editions),
        processing_fee=fee.amount if fee else None,
        processing_fee_text=fee.text if fee else "",
    )


def _in_text(document: Document, located: Located) -> set[int]:
    """Add the rows that no grid holds: those that stand one cell or one row a line, then those of
    tables whose borders are lost. The ids of the paragraphs that are cells of a table."""
    tables = located.tables()
    held = {(row.table, row.line.key) for row in located.rows if row.line}
    if tables == _TABLES and any(rows <= held for rows in _every_row()):
        return set()
    in_lines, taken = read_lines(document.paragraphs)
    located.loose = in_lines.loose
    for row in in_lines.rows:
        # a table that is a grid may yet have lost a row of it to the text around it
        lost = row.line and row.verified and (row.table, row.line.key) not in held
        if row.table not in tables or lost:
            located.rows.append(row)
    if _TABLES - tables:
        located.findings += in_lines.findings
    wanted = set(_TABLES - located.tables())
    if wanted:
        in_runs = read_runs(document.paragraphs, wanted)
        located.rows += in_runs.rows
        located.findings += in_runs.findings
    return taken


@cache
def _every_row() -> tuple[frozenset[tuple[str, str]], ...]:
    """The rows of sections two and three, for each edition."""
    return tuple(
        frozenset((each.table, each.row[-1].key) for each in cells(edition) if each.row)
        for edition in EDITIONS
    )


def _unsupported(year: int) -> Unreadable:
    return Unreadable(
        f"这是{year}年度的报告。目前支持2019年度及以后的格式（国办公开办函〔2019〕60号、〔2021〕30号）。",
        f"This report is for {year}. The forms for 2019 and later are supported so far "
        "(国办公开办函〔2019〕60号 and 〔2021〕30号).",
    )


def _traditional(rows: list[Row]) -> list[Finding]:
    if not any(row.label and TRADITIONAL.search(row.label.text) for row in rows):
        return []
    return [
        Finding(
            "text.traditional",
            "原文为繁体字，按简体字对照规定格式；机关名称以简体字记录，其余文字照原文保留。",
            "The text is in traditional characters and was compared with the form in simplified "
            "ones; the organ's name is stored simplified, all other text as printed.",
        )
    ]


def _masthead_findings(masthead: Masthead) -> list[Finding]:
    found = []
    if not masthead.organ:
        found.append(
            Finding(
                "organ.unknown",
                "未找到编制报告的机关名称，请填写。",
                "The name of the reporting organ was not found; please enter it.",
            )
        )
    if not masthead.year:
        found.append(
            Finding(
                "year.unknown",
                "未找到报告年度，请填写。",
                "The report year was not found; please enter it.",
            )
        )
    elif masthead.period and masthead.period != masthead.year:
        found.append(
            Finding(
                "year.conflict",
                f"标题是{masthead.year}年度，正文的统计期限却是{masthead.period}年，请核对。",
                f"The title says {masthead.year} but the period covered in the text is "
                f"{masthead.period}. Please check.",
            )
        )
    return found
