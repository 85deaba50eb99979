"""Invented reports as text that has lost what held its cells apart, in the ways seen in real files.

Every number is drawn, and the report that is written is the truth the parse is held against.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np

from lib import form
from lib.layout import layout
from lib.parsing.report import Entry, Report, State
from lib.synthetic import invent_report, plant

Rows = list[tuple[str, list[str]]]  # each row's label, and its numbers as printed


def invented(seed: int, fault: bool = False) -> Report:
    """A report drawn by lot; with a fault, its numbers break a sum of the form."""
    random = np.random.default_rng([seed, 7])
    year = int(random.choice([2020, 2023]))
    report = invent_report(seed, year)
    if not fault:
        return report
    figures = {key: e.value for key, e in report.entries.items() if e.value is not None}
    for key in plant(figures, random):
        report.entries[key] = Entry(key, figures[key], str(figures[key]), State.REPORTED)
    return report


def rows_of(report: Report, table: str) -> Rows:
    """The printed rows of a table, the labels that span rows before the first of them."""
    found: Rows = []
    words = ""
    for row in layout(form.table(table), form.edition(report.editions[table])):
        numbers = [report.entries[square.cell].text for square in row if square.cell]
        words += "".join(square.text for square in row if not square.cell)
        if numbers:
            found.append((words, numbers))
            words = ""
    return found


def run_together(report: Report, random: np.random.Generator, blanks: float = 0.0) -> str:
    """One paragraph, the digits of a row run together; some borders left as blanks."""
    text = f"{report.title}\n一、总体情况\n本县为虚构。\n"
    for table in (each.key for each in form.TABLES):
        text += f"{form.table(table).numeral}、{form.table(table).zh}"
        for label, numbers in rows_of(report, table):
            text += label + numbers[0]
            for number in numbers[1:]:
                text += (" " if random.random() < blanks else "") + number
    return text + "五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。\n"


def without_blanks(
    report: Report,
    random: np.random.Generator,
    lost: float,
    between: str = "  ",
    traced: float = 0.0,
    stray: float = 0.0,
) -> tuple[Report, str]:
    """A row a line, or with "\\n" between them a cell a line; some zeros of section three are
    printed as blanks, which leave no trace, or the no-break space that a share `traced` of them
    leaves. Such a space also stands below a share `stray` of the rows, where no cell is. The report
    that says so, and its text."""
    entries = dict(report.entries)
    for key, entry in entries.items():
        if key.startswith("requests.") and entry.value == 0 and random.random() < lost:
            entries[key] = replace(entry, value=None, text="", state=State.BLANK)
    printed = replace(report, entries=entries)
    lines = [report.title, "一、总体情况", "本县为虚构。"]
    for table in form.TABLES:
        lines.append(f"{table.numeral}、{table.zh}")
        for row in layout(table, form.edition(report.editions[table.key])):
            texts = [entries[square.cell].text if square.cell else square.text for square in row]
            texts = [text or ("\xa0" if random.random() < traced else "") for text in texts]
            if random.random() < stray:
                texts.append("\xa0")
            lines.append(between.join(text for text in texts if text))
    lines += ["五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。"]
    return printed, "\n".join(lines)


def false_numbers(read: Report, truth: Report) -> dict[str, tuple[Decimal | None, str]]:
    """The cells with a number that is not the truth, and those said to be printed blank that are
    not: what must never be."""
    false: dict[str, tuple[Decimal | None, str]] = {}
    for key, entry in read.entries.items():
        printed = truth.entries.get(key)
        expected = printed.value if printed else None
        if (entry.value is not None and entry.value != expected) or (
            entry.state is State.BLANK and expected is not None
        ):
            false[key] = (expected, f"{entry.text} ({entry.state})")
    return false


def labels_in_a_clump(report: Report, random: np.random.Generator, share: float) -> str:
    """A row a line; the labels of some rows of section three stand in a clump before their
    numbers, and now and then a row of numbers is lost altogether."""
    lines = [report.title]
    for table in form.TABLES:
        lines.append(f"{table.numeral}、{table.zh}")
        clump: list[str] = []
        waiting: list[str] = []
        for row in layout(table, form.edition(report.editions[table.key])):
            numbers = [report.entries[square.cell].text for square in row if square.cell]
            words = [square.text for square in row if not square.cell]
            if table.key == "requests" and numbers and random.random() < share:
                clump += words
                if random.random() > 0.02:
                    waiting.append(" ".join(numbers))
                continue
            lines += [*clump, *waiting, " ".join([*words, *numbers])]
            clump, waiting = [], []
        lines += [*clump, *waiting]
    return "\n".join(lines)
