"""Document to Report: knows the form, nothing of files."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from lib.findings import Finding
from lib.form import EDITIONS, TABLES, cells
from lib.old_form import FIRST_YEAR
from lib.parsing.assemble import assemble
from lib.parsing.confirm import confirmed
from lib.parsing.doubtful import without_doubtful
from lib.parsing.early import early_report
from lib.parsing.fill import Filled, fill
from lib.parsing.formatted import shown_otherwise
from lib.parsing.grids import read_grids
from lib.parsing.known import recall, remember
from lib.parsing.lines import read_lines
from lib.parsing.loose import give_labels
from lib.parsing.masthead import Masthead, read_masthead
from lib.parsing.readings import adds_up
from lib.parsing.report import Entry, Report, State
from lib.parsing.rows import Located, Row
from lib.parsing.runs import read_runs
from lib.parsing.sections import split_sections
from lib.parsing.settle import plainly, settle
from lib.parsing.several import one_report
from lib.parsing.stated import passages, processing_fee, read_stated
from lib.parsing.statistics import read_statistics
from lib.parsing.traditional import TRADITIONAL
from lib.parsing.years import of_another_year
from lib.reading.document import Document, Grid, Paragraph, Unreadable

__all__ = ["Entry", "Report", "State", "parse"]

_LATEST = 2099
_FEWEST_ROWS = 10  # of section three: fewer are no table
_TEXTS = ("text", "markdown")  # in these a table may have no borders and yet be whole
_TABLES = frozenset(table.key for table in TABLES)
NO_REPORT = (
    "文件里没有找到政府信息公开工作年度报告的表格。请确认上传的是年度报告正文。",
    "No table of a government information disclosure annual report was found in the file. Please "
    "check that it is the text of an annual report.",
)

NO_TABLES = (
    "文件里有年度报告的章节，却没有规定格式的表格：表格可能是图片，或在附件里。"
    "请提供表格为文字的文件。",
    "The file has the sections of an annual report but none of its tables: they may be pictures, "
    "or in an attachment. Please provide a file whose tables are text.",
)


def parse(document: Document) -> Report:
    """Find the masthead, the sections and every cell of the form; in a report for a year before
    the form, the rows of the statistics table it had.

    Raises Unreadable where the document has no table of either, or is of a year in which no such
    report was made: such a file is no report this project can hold."""
    document, several = one_report(document)
    masthead = read_masthead(document)
    about = [*several, *_masthead_findings(masthead)]
    if masthead.year and not FIRST_YEAR <= masthead.year <= _LATEST:
        raise _unsupported(masthead.year)
    early = 0 < masthead.year < EDITIONS[0].since
    if early and (statistics := read_statistics(document, masthead.year)):
        return early_report(document, masthead, statistics, about)
    taken: set[int] = set()
    filled = recall(document, masthead.year)
    if filled is None:
        located, taken = _located(document, masthead.year)
        if early and len(located.tables()) < 2:
            return early_report(document, masthead, None, about)
        if not located.rows or (not masthead.title and _by_chance(located)):
            if statistics := read_statistics(document, masthead.year):
                return early_report(document, masthead, statistics, about)
            tables = _TABLES & split_sections(document, taken).keys()
            raise Unreadable(*(NO_TABLES if tables == _TABLES else NO_REPORT))
        filled = _filled(document, located, masthead.year)
    sections = split_sections(document, taken)
    text = passages(document.paragraphs, taken)
    fee = processing_fee(text, masthead.year)
    stated = read_stated(text, masthead.year, filled.editions)
    return assemble(
        document,
        masthead,
        masthead.year,
        filled.editions,
        filled.entries,
        sections,
        (*about, *filled.findings),
        stated,
        fee,
    )


def _located(document: Document, year: int) -> tuple[Located, set[int]]:
    """The rows of the form, and the ids of the paragraphs that are cells of a table."""
    located = _in_grids(document, year)
    taken = set() if _whole(located) else _in_text(document, located)
    give_labels(document, located)
    settle(located)
    return located, taken


def _in_grids(document: Document, year: int) -> Located:
    """The rows that grids hold, without the grids of another year where those of `year` hold the
    same tables."""
    captions = _captions(document)
    located = read_grids(document.grids, captions)
    others = of_another_year(document, year)
    if not others:
        return located
    own = read_grids(tuple(g for g in document.grids if g.index not in others), captions)
    if own.tables() != located.tables() or len(own.rows) == len(located.rows):
        return located
    own.findings.append(
        Finding(
            "cell.unclaimed",
            f"另有表格注明不是{year}年的，其中的数未计入。",
            f"There are tables said to be of another year than {year}; their numbers were not "
            "counted.",
        )
    )
    return own


def _captions(document: Document) -> dict[int, str]:
    """The paragraph right before each grid, by the grid's index."""
    found: dict[int, str] = {}
    for before, block in pairwise(document.blocks):
        if isinstance(block, Grid) and isinstance(before, Paragraph):
            found[block.index] = before.text
    return found


def _filled(document: Document, located: Located, year: int) -> Filled:
    """The form filled, with what is to be said of its rows."""
    filled = fill(located.rows, year)
    if document.recognised:
        filled.entries, about = confirmed(filled.entries, filled.editions, filled.findings)
        filled.findings += about
    if document.doubtful:
        filled.entries, about = without_doubtful(filled.entries, document.doubtful)
        filled.findings += about
    filled.findings += shown_otherwise(filled.entries, document.otherwise)
    filled.findings = [*_traditional(located.rows), *filled.findings, *located.findings]
    if _whole(located):
        remember(document, year, located.rows, filled)
    return filled


def _by_chance(located: Located) -> bool:
    """Whether nothing but a few labels of section two is there, under no heads of the form: other
    tables count 行政许可 and 行政处罚 too."""
    return located.tables() == {"disclosure"} and not any(
        row.verified and not row.problem for row in located.rows
    )


def _whole(located: Located) -> bool:
    """Whether the grids hold every row of the form."""
    held = {(row.table, row.line.key) for row in located.rows if row.line}
    return located.tables() == _TABLES and any(rows <= held for rows in _every_row())


def _in_text(document: Document, located: Located) -> set[int]:
    """Add the rows that no grid holds: those that stand one cell or one row a line, then those of
    tables whose borders are lost. The ids of the paragraphs that are cells of a table."""
    tables = located.tables()
    held = {(row.table, row.line.key) for row in located.rows if row.line}
    in_lines, taken = read_lines(document)
    located.loose = in_lines.loose
    for row in in_lines.rows:
        # a table that is a grid may yet have lost a row of it to the text around it
        sure = (
            row.verified
            or any(cell.place.table is not None for cell in row.printed)
            or (row.table == "requests" and row.exact and _adds_up(row))
        )
        lost = row.line and sure and (row.table, row.line.key) not in held
        if row.table not in tables or lost:
            if document.format not in _TEXTS:
                row.verified = False  # a table is broken here: a number may have left its row
            located.rows.append(row)
    if _TABLES - tables:
        located.findings += in_lines.findings
    wanted = set(_TABLES - located.tables())
    # a row or two may stand on lines of their own where the digits of all others run together
    few = [row for row in located.rows if row.table == "requests" and "requests" not in tables]
    if 0 < len(few) < _FEWEST_ROWS:
        wanted.add("requests")
    if wanted:
        in_runs = read_runs(document.paragraphs, wanted)
        if any(row.table == "requests" for row in in_runs.rows):
            located.rows = [row for row in located.rows if not any(row is each for each in few)]
        located.rows += in_runs.rows
        located.findings += in_runs.findings
    return taken


def _adds_up(row: Row) -> bool:
    """Whether a row of section three prints a number for each of its columns, or a blank, and its
    total is their sum."""
    plain = None if row.problem else plainly(row)
    return plain is not None and plain[-1] is not None and adds_up(plain)


@cache
def _every_row() -> tuple[frozenset[tuple[str, str]], ...]:
    """The rows of sections two and three, for each edition."""
    return tuple(
        frozenset((each.table, each.row[-1].key) for each in cells(edition) if each.row)
        for edition in EDITIONS
    )


def _unsupported(year: int) -> Unreadable:
    return Unreadable(
        f"文件里的年度是{year}年，没有这一年的政府信息公开年度报告，请核对。",
        f"The year in the file is {year}; there are no annual reports on government information "
        "disclosure for it. Please check.",
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
    elif masthead.inferred:
        found.append(
            Finding(
                "year.inferred",
                f"标题和统计期限都没有写年度，按正文或文件名认定为{masthead.year}年度，请核对。",
                f"Neither the title nor a period covered names the year; by the text or the "
                f"file's name it is {masthead.year}. Please check.",
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
