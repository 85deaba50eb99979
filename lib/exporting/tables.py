"""A frame to the bytes of a file: CSV that Excel opens rightly, a workbook with its notes, Parquet.

Heads are the form's own labels in the reader's language, with the machine keys in a second row
where asked. Text that a spreadsheet would run as a formula is made harmless; numbers are never
touched, and an empty cell stays empty.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lib import form
from lib.dataset.schema import CELLS, SCHEMAS
from lib.exporting.dictionary import dictionary, label
from lib.exporting.harmless import harmless, runs
from lib.words.exporting import WORDS

_ROWS = 1_048_576 - 2  # of a worksheet, less the heads
_PRINTED = 24  # columns that stand on one page
_WIDEST = 60  # letters of a column; longer text is wrapped
_LONGEST = 32_767  # characters of a worksheet's cell
_KNOWN = {field.name: field.type for field in SCHEMAS["reports"]}


@dataclass(frozen=True, slots=True)
class About:
    """What an exported table is and where it comes from, in the language of the file."""

    title: str
    dataset: str
    source: str
    selection: str
    version: str
    made: datetime
    invented: bool = False
    definitions: tuple[tuple[str, str], ...] = ()

    def lines(self, lang: str, rows: int) -> list[tuple[str, str]]:
        """Name and text of each note."""
        named = ("title", "dataset", "source", "selection", "version")
        found = [(say(name, lang), str(getattr(self, name))) for name in named]
        found.append((say("made", lang), self.made.isoformat(timespec="seconds")))
        found.append((say("rows", lang), f"{rows:,}"))
        if self.invented:
            found.insert(0, (say("invented", lang), ""))
        found.append((say("blanks", lang), ""))
        return [*found, *self.definitions]


def say(key: str, lang: str) -> str:
    """A word of lib.words.exporting."""
    return WORDS[f"exporting.{key}"][lang == "en"]


def heads(frame: pd.DataFrame, lang: str) -> list[str]:
    """The labels of the columns; two columns with one label keep their keys behind it."""
    labels = [label(str(key), lang) for key in frame.columns]
    return [
        f"{text} [{key}]" if labels.count(text) > 1 and text != key else text
        for text, key in zip(labels, frame.columns, strict=True)
    ]


# --- CSV ----------------------------------------------------------------------------------------


def to_csv(frame: pd.DataFrame, lang: str = "zh", *, keys: bool = False) -> bytes:
    """UTF-8 with a byte-order mark, as Excel needs it for Chinese. `keys` adds the row of machine
    keys under the heads."""
    rows = [[harmless(head) for head in heads(frame, lang)]]
    if keys:
        rows.append([harmless(str(key)) for key in frame.columns])
    columns = (_csv_column(frame.iloc[:, at]) for at in range(frame.shape[1]))
    body = pd.DataFrame(dict(enumerate(columns)))
    text = pd.DataFrame(rows).to_csv(index=False, header=False, lineterminator="\r\n")
    text += body.to_csv(index=False, header=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _csv_column(column: pd.Series[Any]) -> pd.Series[Any]:
    # as objects, or pandas would make floats of counts beside a missing one
    return pd.Series([_csv_value(value) for value in _plain_values(column)], dtype=object)


def _csv_value(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value


def _plain_values(column: pd.Series[Any]) -> Iterator[Any]:
    """Python values: None where missing, whole floats as integers (a frame that has a missing
    count holds its counts as floats), lists as text."""
    for value in column.tolist():
        if isinstance(value, (list, tuple, np.ndarray)):
            yield "; ".join(str(each) for each in value)
        elif value is None or value is pd.NaT or value is pd.NA or value != value:
            yield None
        elif isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            yield int(value)
        elif isinstance(value, pd.Timestamp):
            yield value.to_pydatetime()
        else:
            yield value


# --- XLSX ---------------------------------------------------------------------------------------


def to_xlsx(frame: pd.DataFrame, about: About, lang: str = "zh", *, keys: bool = False) -> bytes:
    """A workbook of three sheets: the table, what it is, the dictionary of its columns (left out
    where it knows none of them).

    Raises ValueError where a worksheet cannot hold the rows."""
    if len(frame) > _ROWS:
        raise ValueError(f"a worksheet holds {_ROWS:,} rows, the table has {len(frame):,}")
    import xlsxwriter  # only when a workbook is asked for

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target,
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    sheets = _Sheets(book, lang)
    sheets.table(frame, keys)
    sheets.about(about, len(frame))
    sheets.dictionary(frame)
    book.close()
    return target.getvalue()


def _columns(text: str) -> int:
    """How wide a text stands, in Latin letters: Chinese characters are two."""
    return len(text) + sum(ord(character) > 0x2E80 for character in text)


class _Sheets:
    def __init__(self, book: Any, lang: str) -> None:
        self._book, self._lang = book, lang
        self._head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._keys = book.add_format({"font_color": "#666666"})
        self._text = book.add_format({"quote_prefix": True})  # stays text when edited, too
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})

    def table(self, frame: pd.DataFrame, keys: bool) -> None:
        sheet = self._book.add_worksheet(say("sheet_table", self._lang))
        names = heads(frame, self._lang)
        for column, head in enumerate(names):
            sheet.write_string(0, column, head, self._head)
            if keys:
                sheet.write_string(1, column, str(frame.columns[column]), self._keys)
        first = 2 if keys else 1
        for column in range(frame.shape[1]):
            widest = 0
            for row, value in enumerate(_plain_values(frame.iloc[:, column]), start=first):
                self._write(sheet, row, column, value)
                if isinstance(value, str):
                    widest = max(widest, _columns(value))
            width = min(max(len(names[column]) * 1.4, 9), 28)
            sheet.set_column(column, column, max(width, min(widest + 1, _WIDEST)))
        sheet.freeze_panes(first, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.repeat_rows(0, first - 1)
        if frame.shape[1] <= _PRINTED:
            sheet.fit_to_pages(1, 0)
        if len(frame):
            sheet.autofilter(first - 1, 0, first - 1 + len(frame), frame.shape[1] - 1)

    def _write(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, (int, float, np.number)):
            sheet.write_number(row, column, value)
        elif isinstance(value, datetime):
            sheet.write_string(row, column, value.isoformat(timespec="seconds"))
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self._day)
        else:
            text = str(value)
            if len(text) > _LONGEST:
                mark = say("cut", self._lang)
                text = text[: _LONGEST - len(mark)] + mark
            look = self._wrap if _columns(text) > _WIDEST else None
            sheet.write_string(row, column, text, self._text if runs(text) else look)

    def about(self, about: About, rows: int) -> None:
        sheet = self._book.add_worksheet(say("sheet_about", self._lang))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 90)
        for row, (name, text) in enumerate(about.lines(self._lang, rows)):
            sheet.write_string(row, 0, name, self._head if text else None)
            sheet.write_string(row, 1, text, self._wrap)

    def dictionary(self, frame: pd.DataFrame) -> None:
        every = dictionary().set_index("key", drop=False)
        known = every.loc[[str(key) for key in frame.columns if str(key) in every.index]]
        if known.empty:
            return
        sheet = self._book.add_worksheet(say("sheet_dictionary", self._lang))
        for column, name in enumerate(known.columns):
            sheet.write_string(0, column, name, self._head)
            for row, text in enumerate(known[name], start=1):
                sheet.write_string(row, column, str(text))
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(known.columns) - 1, 22)
        sheet.freeze_panes(1, 1)


# --- Parquet ------------------------------------------------------------------------------------


def to_parquet(frame: pd.DataFrame, about: About) -> bytes:
    """Columns keep their machine keys; their labels and units stand in the fields' metadata, what
    the table is in the schema's."""
    fields, arrays = [], []
    for at, key in enumerate(str(name) for name in frame.columns):
        values = list(_values_as_stored(frame.iloc[:, at]))
        array = pa.array(values, _KNOWN.get(key), from_pandas=True)
        metadata = {"zh": label(key, "zh"), "en": label(key, "en")}
        if key in CELLS:
            unit = form.cell(key).unit
            metadata |= {"unit": unit.value, "unit_en": unit.en}
        fields.append(pa.field(key, array.type, metadata=metadata))
        arrays.append(array)
    notes = {
        "about": json.dumps(dict(about.lines("en", len(frame))), ensure_ascii=False),
        "invented": str(about.invented).lower(),
    }
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=notes))
    target = io.BytesIO()
    pq.write_table(table, target, compression="zstd")
    return target.getvalue()


def _values_as_stored(column: pd.Series[Any]) -> Iterator[Any]:
    key = str(column.name)
    known = _KNOWN.get(key)
    whole = known is not None and pa.types.is_integer(known)
    for value in column.tolist():
        missing = not isinstance(value, (list, np.ndarray)) and (
            value is None or value is pd.NaT or value is pd.NA or value != value
        )
        if missing:
            yield None
        elif known is not None and pa.types.is_date32(known) and isinstance(value, datetime):
            yield value.date()
        else:
            yield int(value) if whole else value
