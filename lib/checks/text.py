"""What the text states against what the tables print.

A statement is compared with the sum of the cells it is about. Words that can be meant in two ways
get both readings before anything is said: 收到 is the new requests, or those with the ones carried
in. Where neither holds, the finding names the phrase, the cells, the difference, and which other
cells hold exactly the number of the text. An office's own figure beside a table of the whole area
is explained in a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from lib.checks.wording import Name, name_of, rivals, section_name
from lib.findings import Finding
from lib.form import APPLICANT_COLUMNS, FLOW, LATEST, edition, identities
from lib.parsing.report import Report, State, Stated

_UNKNOWN = (State.UNREADABLE, State.MISSING)
_APPLICANTS = tuple(line.key for line in APPLICANT_COLUMNS if not line.total)
_NEW = re.compile(r"新")
_CLOSED = re.compile(r"审结|办结|结案")
_GOVERNMENT = re.compile(r"(?:政府|管委会|管理委员会|实验区|开发区|[省市县区州旗盟])$")
_TABLES = {"disclosure": ("表二", "table 2"), "requests": ("表三", "table 3"),
           "remedies": ("表四", "table 4")}  # fmt: skip


def check_text(report: Report) -> tuple[Finding, ...]:
    """A finding for each statement of the text that no reading of the tables bears out."""
    found: list[Finding] = []
    if all(entry.value is None for entry in report.entries.values()):
        return ()  # an empty form says nothing that a text could contradict
    said: set[tuple[tuple[str, ...], Decimal]] = set()
    for statement in report.stated:
        once = (statement.cells, statement.value)
        if statement.year or once in said:
            continue
        said.add(once)
        printed = printed_sum(report, statement.cells)
        if printed is None or _agrees(report, statement, printed):
            continue
        found.append(_finding(report, statement, printed))
    return tuple(found)


def printed_sum(report: Report, cells: tuple[str, ...]) -> Decimal | None:
    """The sum of the cells. A blank total of a row counts as the sum of its applicants, other
    blanks as zero; None where a cell is missing or unreadable."""
    total = Decimal(0)
    for cell in cells:
        entry = report.entries.get(cell)
        if entry is None:
            return None
        value = entry.value
        if value is None:
            value = None if entry.state in _UNKNOWN else _in_place_of_blank(report, cell)
            if value is None:
                return None
        total += value
    return total


def _in_place_of_blank(report: Report, cell: str) -> Decimal | None:
    total = Decimal(0)
    for each in _applicants(cell):
        part = report.entries[each]
        if part.value is not None:
            total += part.value
        elif part.state in _UNKNOWN:
            return None
    return total


@cache
def _applicants(cell: str) -> tuple[str, ...]:
    """The cells that a total of a row of section three is of; none for another cell."""
    table, row, column = cell.split(".")
    if table != "requests" or column != "total":
        return ()
    return tuple(f"requests.{row}.{each}" for each in _APPLICANTS)


def _agrees(report: Report, statement: Stated, printed: Decimal) -> bool:
    if statement.cells[0] == "disclosure.fees.amount":
        return abs(printed - statement.value) < Decimal(1).scaleb(_exponent(statement))
    return any(statement.value == reading for reading in _readings(report, statement, printed))


def _exponent(statement: Stated) -> int:
    """The last decimal the text gives, in 万元: 约 is not said, but amounts are cut short."""
    exponent = statement.value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _readings(report: Report, statement: Stated, printed: Decimal) -> Iterator[Decimal]:
    """What the statement may mean: the sum of its cells first."""
    yield printed
    cells, text = statement.cells, statement.text
    table, row, column = cells[0].split(".")

    def with_(*rows: str) -> Decimal | None:
        """The same columns in other rows."""
        columns = [cell.split(".")[2] for cell in cells if cell.split(".")[1] == row]
        return printed_sum(report, tuple(f"{table}.{r}.{c}" for r in rows for c in columns))

    more: list[Decimal | None] = []
    if table == "requests" and row == "received" and not _NEW.search(text):
        more.append(with_("received", "carried_in"))
    elif table == "requests" and row == "handled" and "办理" in text:
        more += [with_("received"), with_("received", "carried_in")]
    elif cells == ("requests.granted.total",) and not _states(report, "partly_granted"):
        more.append(with_("granted", "partly_granted"))
    elif table == "remedies" and column == "total":
        if _NEW.search(text) and statement.value <= printed:
            yield statement.value  # the table counts last year's pending cases with the new ones
        if _CLOSED.search(text):
            groups = dict.fromkeys(cell.split(".")[1] for cell in cells)
            pending = printed_sum(report, tuple(f"remedies.{group}.pending" for group in groups))
            more.append(None if pending is None else printed - pending)
    yield from (value for value in more if value is not None)


def _states(report: Report, row: str) -> bool:
    return any(f"requests.{row}.total" in other.cells for other in report.stated)


# --- what is said -------------------------------------------------------------------------------


def _finding(report: Report, statement: Stated, printed: Decimal) -> Finding:
    cells, value = statement.cells, statement.value
    table = cells[0].partition(".")[0]
    named, section = name_of(cells), section_name(statement.section)
    gap = abs(value - printed)
    zh = f"{section.zh}写“{statement.text}”，{_TABLES[table][0]}“{named.zh}”却为{_shown(printed)}"
    en = (
        f"{section.en} says “{statement.text}” ({_shown(value)}), but {_TABLES[table][1]} has "
        f"{_shown(printed)} for “{named.en}”"
    )
    places = [statement.place]
    places += [place for cell in cells if (place := report.entries[cell].place) is not None]
    scope = _scope(report, statement, printed)
    if scope:
        return Finding(
            "text.scope",
            f"{zh}。{scope.zh}",
            f"{en}. {scope.en}",
            cells,
            tuple(places),
            value,
            printed,
        )
    zh, en = f"{zh}，相差{_shown(gap)}", f"{en}; the difference is {_shown(gap)}"
    mend = _mend(report, table, value, printed)
    others = _others(report, statement)
    if others:
        zh += f"；表中{_listed_zh(others)}为{_shown(value)}，正好是文中的数"
        en += f"; {_listed_en(others)} in the table is {_shown(value)}, exactly the text's number"
        mend = Name(
            f"核对这{_shown(value)}件在表中应归入“{named.zh}”还是“{others[0].zh}”，使文字与表格一致。",
            f"Check whether these {_shown(value)} belong to “{named.en}” or to “{others[0].en}” "
            "in the table, and make the two agree.",
        )
    return Finding(
        _code(cells),
        zh + "。",
        en + ".",
        cells,
        tuple(places),
        value,
        printed,
        mend.zh,
        mend.en,
    )


def _others(report: Report, statement: Stated) -> list[Name]:
    """Cells of the table that hold exactly the number of the text and that the text does not
    state themselves: groups before the rows under them."""
    if not statement.value:
        return []
    claimed = {other.cells for other in report.stated if other is not statement}
    found: list[tuple[Name, tuple[str, ...]]] = []
    for named, keys in rivals(
        statement.cells, report.editions[statement.cells[0].partition(".")[0]]
    ):
        if keys in claimed or printed_sum(report, keys) != statement.value:
            continue
        if not any(set(keys) < set(larger) for _, larger in found):
            found.append((named, keys))
    return [named for named, _ in found]


def _code(cells: tuple[str, ...]) -> str:
    table, row, column = cells[0].split(".")
    if table == "remedies":
        return "text.remedies"
    if table == "disclosure":
        kinds = {"decisions": "text.decisions", "amount": "text.fees"}
        return kinds.get(column, "text.documents")
    if column != "total":
        return "text.applicants"
    return "text.requests" if row in FLOW else "text.outcomes"


def _scope(report: Report, statement: Stated, printed: Decimal) -> Name | None:
    """Why the two may differ and both be right: one speaks of the organ, the other of its area."""
    office = statement.scope == "office" and report.scope != "organ"
    office &= bool(_GOVERNMENT.search(report.organ)) or report.scope == "area"
    own = statement.scope == "organ" and report.scope == "area"
    if (office or own) and statement.value < printed:
        return Name(
            "文中说的是本机关（办公室）的数，表格似为全辖区汇总，口径不同，不作错误处理。",
            "The text speaks of the organ's own office while the table seems to cover its whole "
            "area: different scopes, not a contradiction.",
        )
    if statement.scope == "area" and report.scope == "organ" and statement.value > printed:
        return Name(
            "文中说的是全辖区的数，表格只是本机关的，口径不同，不作错误处理。",
            "The text speaks of the whole area while the table covers the organ alone: different "
            "scopes, not a contradiction.",
        )
    return None


def _mend(report: Report, table: str, value: Decimal, printed: Decimal) -> Name:
    digits, other = _shown(value), _shown(printed)
    if value and printed and value in (printed * 10_000, printed / 10_000):
        return Name("差一万倍，核对元与万元。", "They differ by 10,000: check yuan against 万元.")
    if digits != other and len(digits) > 1 and sorted(digits) == sorted(other):
        return Name(
            "两数的数字相同而次序不同，像是录入颠倒，核对哪个对。",
            "The same digits in another order: one of the two was probably typed wrongly.",
        )
    if table == "requests" and _sums_hold(report):
        return Name(
            "表内各式成立，先查文字；若文字对，表中相应各格都要改。",
            "The table's own sums hold, so look at the text first; if the text is right, several "
            "cells of the table must change.",
        )
    return Name("核对原始台账，使文字与表格一致。", "Check the records; make text and table agree.")


def _sums_hold(report: Report) -> bool:
    """Whether no total of section three is contradicted by the table itself."""
    for identity in identities(edition(report.editions.get("requests", LATEST.key)), "requests"):
        if identity.about.key != "total":
            continue
        left, right = (printed_sum(report, side) for side in (identity.left, identity.right))
        if left is None or left != right:
            return False
    return True


def _shown(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _listed_zh(names: list[Name]) -> str:
    return "、".join(f"“{name.zh}”" for name in names[:3])


def _listed_en(names: list[Name]) -> str:
    return ", ".join(f"“{name.en}”" for name in names[:3])
