"""A report as the printed form: from a parse, or from its rows in the dataset."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from lib.form import E2021, all_cells, edition
from lib.parsing.report import Report
from lib.ui.printed_form import Mark, Shown, form_html


def number(value: object) -> str:
    """A number as tables show it: thousands separated, decimals as they are, "" for none.

    >>> number(41268), number(2858.48), number(None), number(Decimal("0.00"))
    ('41,268', '2,858.48', '', '0')
    """
    if value is None or value is pd.NA or value != value:
        return ""
    exact = Decimal(str(value))
    if exact == exact.to_integral_value():
        return f"{int(exact):,}"
    return f"{exact.normalize():,f}"


def parsed_form(report: Report, lang: str, lit: frozenset[str] = frozenset()) -> str:
    """The form of a report just parsed, its findings marked."""
    cells = {
        key: Shown(number(entry.value), entry.state.value, entry.text)
        for key, entry in report.entries.items()
    }
    marks = [
        Mark(finding.severity.value, finding.zh if lang == "zh" else finding.en, finding.cells)
        for finding in report.findings
        if finding.cells and finding.code != "sum.blank_as_zero"
    ]
    return form_html(cells, report.editions, lang, marks, lit)


def stored_form(
    row: pd.Series,
    entries: pd.DataFrame,
    findings: pd.DataFrame,
    lang: str,
    lit: frozenset[str] = frozenset(),
) -> str:
    """The form of a report of the dataset. Where no evidence is stored, as for invented reports,
    a cell without a number is shown as blank."""
    editions = {
        table: str(row[f"edition_{table}"] or E2021.key)
        for table in ("disclosure", "requests", "remedies")
    }
    known = entries.set_index("cell")[["state", "text"]].to_dict("index") if len(entries) else {}
    cells = {}
    for cell in all_cells():
        if editions[cell.table] not in cell.editions and cell.key not in known:
            continue
        text = number(row[cell.key])
        at = known.get(cell.key)
        fallback = "reported" if text else ("missing" if known else "blank")
        state = str(at["state"]) if at else fallback
        cells[cell.key] = Shown(text, state, str(at["text"]) if at else "")
    marks = [
        Mark(str(found["severity"]), str(found[lang]), tuple(found["cells"]))
        for found in findings.to_dict("records")
        if len(found["cells"]) and found["code"] != "sum.blank_as_zero"
    ]
    return form_html(cells, editions, lang, marks, lit)


def edition_names(row: pd.Series, lang: str) -> dict[str, str]:
    """Each table's edition by name."""
    return {
        table: getattr(edition(str(row[f"edition_{table}"])), lang)
        for table in ("disclosure", "requests", "remedies")
        if row[f"edition_{table}"]
    }
