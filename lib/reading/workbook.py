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

from lib.reading.document import Document, Unreadable
from lib.reading.package import Element, Package, main_part, related
from lib.reading.sheets import Sheet, document_of

_KIND = "Excel"
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENTS = frozenset({9, 10})
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]")
_DATE_LETTERS = re.compile(r"[ymdhs年月日]", re.I)
# a format that shows another number than is stored: by thousands, or with a point of its own
_SCALED = re.compile(r"[0#?],+(?![0#?,])|[!\\]\.|\"\.|%")
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


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Element | None, tag: str) -> Iterator[Element]:
    if element is not None:
        for each in element:
            if _tag(each) == tag:
                yield each


def _child(element: Element | None, tag: str) -> Element | None:
    return next(_children(element, tag), None)


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get("val", "1") not in ("0", "false")


def _shown(font: Element | None) -> tuple[bool, bool]:
    """Whether a font strikes its text out, and whether it raises or lowers it."""
    mark = _child(font, "vertAlign")
    raised = mark is not None and mark.get("val") in ("superscript", "subscript")
    return _is_on(_child(font, "strike")), raised


def _rich(element: Element) -> str:
    """The text of a shared or inline string: raised marks in brackets, struck text and the
    pronunciation above it left out."""
    runs: list[tuple[bool, str]] = []
    for each in element:
        if _tag(each) == "t":
            runs.append((False, each.text or ""))
        elif _tag(each) == "r":
            struck, raised = _shown(_child(each, "rPr"))
            if not struck:
                text = "".join(t.text or "" for t in _children(each, "t"))
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
            [_rich(each) for each in _children(package.xml(shared), "si")]
            if package.has(shared)
            else []
        )
        styles = paths.get("styles", "")
        self._looks(package.xml(styles) if package.has(styles) else None)
        root = package.xml(self._main)
        self._sheets = list(_children(_child(root, "sheets"), "sheet"))
        properties = _child(root, "workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)

    def _looks(self, styles: Element | None) -> None:
        """What each cell style means: its number format, whether it strikes out, has a border."""
        formats = {
            int(each.get("numFmtId", 0)): each.get("formatCode", "")
            for each in _children(_child(styles, "numFmts"), "numFmt")
        }
        fonts = [_shown(each) for each in _children(_child(styles, "fonts"), "font")]
        borders = [
            any(side.get("style", "none") != "none" for side in each)
            for each in _children(_child(styles, "borders"), "border")
        ]
        self._styles: list[tuple[int, str, tuple[bool, bool], bool]] = []
        for each in _children(_child(styles, "cellXfs"), "xf"):
            number, font, border = (
                int(each.get(key, 0)) for key in ("numFmtId", "fontId", "borderId")
            )
            self._styles.append(
                (
                    number,
                    formats.get(number, ""),
                    fonts[font] if font < len(fonts) else (False, False),
                    border < len(borders) and borders[border],
                )
            )

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
        for each in _children(_child(root, "cols"), "col"):
            if each.get("hidden") in ("1", "true"):
                first, last = int(each.get("min", 1)), int(each.get("max", 1))
                sheet.hidden_columns |= set(range(first - 1, min(last, 16_384)))
        row = -1
        for line in _children(_child(root, "sheetData"), "row"):
            row = int(line.get("r", row + 2)) - 1
            if line.get("hidden") in ("1", "true"):
                sheet.hidden_rows.add(row)
            column = -1
            for cell in line:
                found = _REFERENCE.fullmatch(cell.get("r", ""))
                column = _column(found[1]) if found else column + 1
                style = int(cell.get("s", 0))
                look = self._styles[style] if style < len(self._styles) else None
                text = self._text(cell, look)
                if text.strip():
                    sheet.texts[row, column] = text
                if look and look[3] and sheet.bordered is not None:
                    sheet.bordered.add((row, column))
        for each in _children(_child(root, "mergeCells"), "mergeCell"):
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

    def _text(self, cell: Element, look: tuple[int, str, tuple[bool, bool], bool] | None) -> str:
        """What a cell shows, a number as it is stored."""
        kind = cell.get("t", "n")
        if look and look[2][0]:
            return ""  # struck out
        if kind == "inlineStr":
            inline = _child(cell, "is")
            return _rich(inline) if inline is not None else ""
        value, formula = _child(cell, "v"), _child(cell, "f")
        stored = value.text if value is not None else None
        if stored is None:
            # nobody has calculated it: what it would show is not known, and not blank
            return f"={formula.text or ''}" if formula is not None and kind != "str" else ""
        if kind == "s":
            text = self._strings[int(stored)] if int(stored) < len(self._strings) else "\ufffd"
        elif kind == "b":
            text = "TRUE" if stored == "1" else "FALSE"
        elif kind == "n":
            text = self._number(stored, look)
        else:
            text = stored  # a formula's text, an error, or a date in ISO form
        return f"({text})" if look and look[2][1] and text.strip() else text

    def _number(self, stored: str, look: tuple[int, str, tuple[bool, bool], bool] | None) -> str:
        number = float(stored)
        code = _QUOTED.sub(lambda m: m[0] if m[0][0] in '"\\' else "", look[1]) if look else ""
        plain = _QUOTED.sub("", code)
        if look and (look[0] in _DATES or (look[0] > 58 and _DATE_LETTERS.search(plain))):
            try:
                return moment_text(self._epoch + timedelta(days=number))
            except OverflowError:
                return stored
        if look and look[0] in _PERCENTS:
            return f"{printed(number * 100)}%"
        if look and look[0] > 58 and _SCALED.search(code):
            return f"{printed(number)} «{look[1]}»"  # shown as another number: which is meant?
        return printed(number)


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
