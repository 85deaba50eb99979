"""What is to be said of the print of one cell: a note, a unit, a number that cannot be."""

from __future__ import annotations

from lib.findings import Finding
from lib.form import cell
from lib.parsing.numbers import read_number
from lib.parsing.report import Entry, State


def number_findings(key: str, entry: Entry, head: str) -> list[Finding]:
    """The finding that an entry's print calls for, if any; `head` is its column's printed head."""
    if entry.state is State.REPORTED and not head and entry.text.isdecimal():
        return []
    number = read_number(entry.text, cell(key).unit, head)
    if not number.problem:
        return []
    item = cell(key)
    shown = " ".join(entry.text.split())
    sentences = {
        "cell.unreadable": (
            f"“{item.zh}”一格原文为“{shown}”，无法确定数字，未采用。",
            f"“{item.en}” prints “{shown}”, which is no certain number; it was not taken.",
        ),
        "cell.fraction": (
            f"“{item.zh}”一格原文为“{shown}”，件数应为整数，未采用。",
            f"“{item.en}” prints “{shown}”; a count is a whole number, so it was not taken.",
        ),
        "cell.unit": (
            f"“{item.zh}”一格原文为“{shown}”，未注明元或万元，无法确定金额。",
            f"“{item.en}” prints “{shown}” without 元 or 万元, so the amount is not certain.",
        ),
        "cell.negative": (
            f"“{item.zh}”一格原文为“{shown}”，数量不应为负。",
            f"“{item.en}” prints “{shown}”; a count cannot be negative.",
        ),
        "cell.note": (
            f"“{item.zh}”一格原文为“{shown}”，读作{number.value}{item.unit.value}。",
            f"“{item.en}” prints “{shown}”, read as {number.value} {item.unit.en}.",
        ),
    }
    zh, en = sentences[number.problem]
    places = (entry.place,) if entry.place else ()
    return [Finding(number.problem, zh, en, (key,), places, None, number.value)]
