"""Excel workbooks since 2007 to a Document.

XLSX is read from its own XML: only there does it say that the 1 in "20¹" is raised, that a row is
hidden, that a formula was never calculated. Older workbooks are read by lib.reading.older_workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import groupby

from lib.reading.conditional import UNSURE, Conditions
from lib.reading.document import Document, Unreadable
from lib.reading.number_format import GENERAL, Taken, is_date, taken, taken_text, unseen
from lib.reading.package import Element, Package, main_part, related
from lib.reading.sheets import Sheet, document_of
from lib.reading.workbook_styles import PLAIN, Look, child, children, font_marks, looks_of, tag

_KIND = "Excel"
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384  # that a sheet has
_NARROWEST, _LOWEST = 0.3, 1.0  # a column in characters, a row in points
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_workbook(name: str, data: bytes, sha256: str) -> Document:
    """A Document whose places are table, row and column, and the row of the sheet as line. Hidden
    sheets, rows and columns are left out. Raises Unreadable."""
    package = Package(data, _KIND)
    try:
        return document_of(name, "xlsx", sha256, list(_Workbook(package).sheets()))
    except Unreadable:
        raise
    except Exception as error:  # zipfile, zlib and lxml raise many types for damage
        raise package.broken from error


def _rich(element: Element) -> str:
    """The text of a shared or inline string: raised marks in brackets, struck text and the
    pronunciation above it left out."""
    runs: list[tuple[bool, str]] = []
    for each in element:
        if tag(each) == "t":
            runs.append((False, each.text or ""))
        elif tag(each) == "r":
            struck, raised = font_marks(child(each, "rPr"))
            if not struck:
                text = "".join(t.text or "" for t in children(each, "t"))
                runs.append((raised, text))
    written = []
    for raised, group in groupby(runs, lambda run: run[0]):
        text = "".join(run[1] for run in group)
        written.append(f"({text.strip()})" if raised and text.strip() else text)
    return "".join(written)


class _Workbook:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = main_part(package) or "xl/workbook.xml"
        self._relations = related(package, self._main)
        paths = dict(self._relations.values())
        shared = paths.get("sharedStrings", "")
        self._strings = (
            [_rich(each) for each in children(package.xml(shared), "si")]
            if package.has(shared)
            else []
        )
        styles = paths.get("styles", "")
        self._styles = package.xml(styles) if package.has(styles) else None
        self._looks = looks_of(self._styles)
        root = package.xml(self._main)
        self._sheets = list(children(child(root, "sheets"), "sheet"))
        properties = child(root, "workbookPr")
        since_1904 = properties is not None and _is_true(properties.get("date1904"))
        counting = child(root, "calcPr")
        # it is to be calculated when it is opened: a result of 0 is none yet
        self._uncalculated = counting is not None and _is_true(counting.get("fullCalcOnLoad"))
        self._epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)

    def sheets(self) -> Iterator[Sheet]:
        shown = [each for each in self._sheets if each.get("state", "visible") == "visible"]
        for each in shown:
            key = next((v for k, v in each.attrib.items() if k.endswith("}id")), "")
            kind, path = self._relations.get(key, ("", ""))
            if kind == "worksheet" and self._package.has(path):
                sheet = self._sheet(self._package.xml(path))
                sheet.name = each.get("name", "")
                yield sheet

    def _sheet(self, root: Element) -> Sheet:
        sheet = Sheet(bordered=set())
        conditions = Conditions(root, self._styles, _column)
        zeros = not any(
            each.get("showZeros") in ("0", "false")
            for each in children(child(root, "sheetViews"), "sheetView")
        )
        for each in children(child(root, "cols"), "col"):
            if _is_true(each.get("hidden")) or _below(each.get("width"), _NARROWEST):
                first, last = int(each.get("min", 1)), int(each.get("max", 1))
                sheet.hidden_columns |= set(range(max(first - 1, 0), min(last, _MOST_COLUMNS)))
        row = -1
        for line in children(child(root, "sheetData"), "row"):
            row = int(line.get("r", row + 2)) - 1
            if not 0 <= row < _MOST_ROWS:
                raise self._package.broken
            if _is_true(line.get("hidden")) or _below(line.get("ht"), _LOWEST):
                sheet.hidden_rows.add(row)
            column = -1
            for cell in line:
                found = _REFERENCE.fullmatch(cell.get("r", ""))
                column = _column(found[1]) if found else column + 1
                style = int(cell.get("s", 0))
                look = self._looks[style] if style < len(self._looks) else PLAIN
                given, unsure = conditions.look(row, column, _stored(cell))
                if given is not None:
                    look = given._replace(
                        code=look.code if given.code == GENERAL else given.code,
                        bordered=look.bordered,
                    )
                read = self._read(cell, look, zeros)
                if unsure and any(map(str.isdigit, read.text)):
                    read = Taken(f"{read.text} {UNSURE}")
                if read.text.strip():
                    sheet.texts[row, column] = read.text
                if read.stored is not None and read.seen is not None:
                    sheet.otherwise[row, column] = (read.stored, read.seen)
                if look.bordered and sheet.bordered is not None:
                    sheet.bordered.add((row, column))
        for each in children(child(root, "mergeCells"), "mergeCell"):
            ends = [_REFERENCE.fullmatch(end) for end in each.get("ref", "").split(":")]
            if len(ends) == 2 and ends[0] and ends[1]:
                sheet.merged.append(
                    (
                        int(ends[0][2]) - 1,
                        _column(ends[0][1]),
                        int(ends[1][2]) - 1,
                        _column(ends[1][1]),
                    )
                )
        return sheet

    def _read(self, cell: Element, look: Look, zeros: bool) -> Taken:
        """What a cell shows; `zeros` is whether its sheet shows them."""
        if look.struck:
            return Taken("")
        read = self._written(cell, look)
        if look.unseen:
            read = unseen(read)
        if not zeros and read.text == "0" and cell.get("t", "n") == "n":
            return Taken("", "0", "")
        return read._replace(text=f"({read.text})") if look.raised and read.text.strip() else read

    def _written(self, cell: Element, look: Look) -> Taken:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return taken_text(_rich(inline) if inline is not None else "", look.code)
        value, formula = child(cell, "v"), child(cell, "f")
        stored = value.text if value is not None else None
        if stored is None or (formula is not None and self._uncalculated and _is_zero(stored)):
            # nobody has calculated it: what it would show is not known, and not blank
            unknown = formula is not None and (kind != "str" or stored is not None)
            return Taken(f"={formula.text or ''}" if unknown and formula is not None else "")
        if kind == "s":
            known = int(stored) < len(self._strings)
            return taken_text(self._strings[int(stored)] if known else "\ufffd", look.code)
        if kind == "b":
            return Taken("TRUE" if stored == "1" else "FALSE")
        if kind != "n":
            return Taken(stored)  # a formula's text, an error, or a date in ISO form
        number = float(stored)
        if is_date(look.code):
            try:
                return Taken(moment_text(self._epoch + timedelta(days=number)))
            except OverflowError:
                return Taken(stored)
        return taken(printed(number), look.code)


def _stored(cell: Element) -> str:
    value = child(cell, "v") if cell.get("t", "n") == "n" else None
    return value.text or "" if value is not None else ""


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")


def _below(size: str | None, least: float) -> bool:
    """Whether a row or column is so small that nothing of it is seen."""
    try:
        return size is not None and float(size) < least
    except ValueError:
        return False


def _is_zero(stored: str) -> bool:
    return stored.strip() in ("0", "0.0")


def _column(letters: str) -> int:
    """
    >>> _column("A"), _column("Z"), _column("AA")
    (0, 25, 26)
    """
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - 64
    return at - 1


def printed(number: float) -> str:
    """A stored number without the noise of binary fractions, to the 15 digits Excel keeps.

    >>> printed(20.0), printed(0.1 + 0.2), printed(5949.088667), printed(3985758.0), printed(1e-7)
    ('20', '0.3', '5949.088667', '3985758', '0.0000001')
    """
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(f"{number:.15g}"), "f")


def moment_text(moment: datetime) -> str:
    """A date, and its time where it has one, in ISO form."""
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(" ", "minutes")
