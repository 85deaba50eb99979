"""XLS and XLSB to a Document, by way of calamine.

Calamine gives what a cell holds; what an XLS shows of it, and what it hides, lib.reading.biff says.

Calamine gives a cell's characters and not how they look: a raised 1 after a 20, or a number struck
out, reads as 201 or as if it stood. lib.reading.fonts knows whether a workbook has a font that
does either. Mostly it has none, and then nothing is hidden; where it has one, LibreOffice converts
the workbook to XLSX; where that is not installed, the numbers that may hide a mark are doubtful.
"""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time

from lib.reading.biff import Plane, planes_of
from lib.reading.compound import LOCKED
from lib.reading.converted import convert, program
from lib.reading.document import Document, Unreadable
from lib.reading.extent import refuse_far_cells, refuse_far_cells_within
from lib.reading.fonts import Fonts, fonts_of
from lib.reading.number_format import GENERAL, Taken, taken, taken_text, unseen
from lib.reading.package import DAMAGED, Package, broken
from lib.reading.sheets import Sheet, document_of
from lib.reading.workbook import moment_text, printed, read_workbook

_KIND = "Excel"


def read_older_workbook(name: str, data: bytes, sha256: str, kind: str) -> Document:
    """A Document whose places are table, row and column. `kind` is xls or xlsb. Raises
    Unreadable."""
    if kind == "xlsb":
        _measured(data)
    else:
        refuse_far_cells(data)
    fonts = fonts_of(data)
    sheets = _by_calamine(data, fonts)  # also says what is damaged or locked
    # what an XLSB hides is not known but to LibreOffice
    if (kind == "xlsb" or fonts.striking or fonts.raising) and program() is not None:
        with suppress(Unreadable):
            converted = read_workbook(name, convert(data, kind, "xlsx"), sha256)
            return replace(converted, format=kind)
    return document_of(name, kind, sha256, sheets)


def _measured(data: bytes) -> None:
    """Unpack the parts of an XLSB within the bounds of a Package, for calamine has none, and see
    how far its cells reach."""
    package = Package(data, _KIND)
    try:
        for path in package.names:
            package.data(path)
    except (*DAMAGED, RuntimeError) as error:
        raise package.broken from error
    refuse_far_cells_within(Package(data, _KIND))


def _by_calamine(data: bytes, fonts: Fonts) -> list[Sheet]:
    """The visible sheets, whose borders and hidden rows are not known."""
    from python_calamine import (  # loads only when such a file arrives
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            found = []
            planes = [] if data.startswith(b"PK") else planes_of(data)
            for at, about in enumerate(workbook.sheets_metadata):
                if (
                    about.typ is not SheetTypeEnum.WorkSheet
                    or about.visible is not SheetVisibleEnum.Visible
                ):
                    continue
                read = workbook.get_sheet_by_index(at)
                plane = planes[at] if at < len(planes) else Plane()
                sheet = Sheet(
                    name=about.name,
                    hidden_rows=plane.hidden_rows,
                    hidden_columns=plane.hidden_columns,
                )
                for r, row in enumerate(read.to_python(skip_empty_area=False)):
                    for c, value in enumerate(row):
                        shown = _shown(value, plane, (r, c))
                        if shown.stored is not None and shown.seen is not None:
                            sheet.otherwise[r, c] = (shown.stored, shown.seen)
                        if not shown.text.strip():
                            continue
                        sheet.texts[r, c] = shown.text
                        # only text has runs, of which one is raised; any cell may be struck out
                        if fonts.striking or (fonts.raising and isinstance(value, str)):
                            sheet.doubtful.add((r, c))
                sheet.merged = [(*start, *end) for start, end in read.merged_cell_ranges or ()]
                found.append(sheet)
            return found
    except PasswordError as error:
        raise Unreadable(*LOCKED) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise broken(_KIND) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # what pyo3 makes of a panic: no Exception
            raise broken(_KIND) from error
        raise


def _shown(value: object, plane: Plane, at: tuple[int, int]) -> Taken:
    """What the cell `at` shows of its value."""
    if at in plane.errors:
        return Taken(plane.errors[at])
    shown = _formatted(value, plane.formats.get(at, GENERAL), plane.zeros)
    return unseen(shown) if at in plane.unseen else shown


def _formatted(value: object, code: str, zeros: bool) -> Taken:
    if isinstance(value, bool):
        return Taken("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return taken(printed(value), code) if value or zeros else Taken("", "0", "")
    if isinstance(value, datetime):
        return Taken(moment_text(value))
    if isinstance(value, date | time):
        return Taken(value.isoformat())
    return taken_text(str(value), code)
