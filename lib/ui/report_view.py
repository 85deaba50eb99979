"""A report as the printed form: from a parse, or from its rows in the dataset."""

from __future__ import annotations

import pandas as pd

from lib.form import EDITIONS, LATEST, all_cells, edition, table
from lib.old_form import FORMS, TABLE, is_statistic
from lib.parsing.report import Report
from lib.ui.printed_form import Link, Mark, Shown, form_html
from lib.ui.printed_statistics import statistics_html
from lib.words.written import number


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
    if report.entries and TABLE not in report.editions:
        return form_html(cells, report.editions, lang, marks, lit)
    return _statistics(cells, report.editions.get(TABLE, ""), lang, marks, lit)


def forms_used(report: Report, lang: str) -> str:
    """The tables of a report just parsed, each with the form it is on."""
    if TABLE in report.editions:
        return FORMS[report.editions[TABLE]][lang == "en"]
    between, colon = ("；", "：") if lang == "zh" else ("; ", ": ")
    return between.join(
        f"{getattr(table(key), lang)}{colon}{getattr(edition(form), lang)}"
        for key, form in report.editions.items()
    )


def _statistics(
    cells: dict[str, Shown],
    form: str,
    lang: str,
    marks: list[Mark],
    lit: frozenset[str],
    link: Link | None = None,
) -> str:
    """The old table of a report; nothing for one that has no table at all."""
    own = {key: shown for key, shown in cells.items() if is_statistic(key)}
    return statistics_html(own, form, lang, marks, lit, link) if own else ""


def stored_form(
    row: pd.Series,
    entries: pd.DataFrame,
    findings: pd.DataFrame,
    lang: str,
    lit: frozenset[str] = frozenset(),
    link: Link | None = None,
) -> str:
    """The form of a report of the dataset; the statistics table of one for a year before it."""
    marks = [
        Mark(str(found["severity"]), str(found[lang]), tuple(found["cells"]))
        for found in findings.to_dict("records")
        if len(found["cells"]) and found["code"] != "sum.blank_as_zero"
    ]
    cells = stored_cells(row, entries)
    if _is_old(row):
        return _statistics(cells, _form(row), lang, marks, lit, link)
    return form_html(cells, _editions(row), lang, marks, lit, link)


def stored_cells(row: pd.Series, entries: pd.DataFrame) -> dict[str, Shown]:
    """The cells of a report of the dataset. Where no evidence is stored, as for invented reports,
    a cell without a number is shown as blank. A report for a year before the form has the old
    statistics table, whose numbers are in the evidence alone."""
    if _is_old(row):
        return {
            str(each["cell"]): Shown(number(each["value"]), str(each["state"]), str(each["text"]))
            for each in entries.to_dict("records")
        }
    editions = _editions(row)
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
    return cells


def _editions(row: pd.Series) -> dict[str, str]:
    return {
        table: str(row[f"edition_{table}"] or LATEST.key)
        for table in ("disclosure", "requests", "remedies")
    }


def _is_old(row: pd.Series) -> bool:
    return int(row["year"]) < EDITIONS[0].since or bool(_form(row))


def edition_names(row: pd.Series, lang: str) -> dict[str, str]:
    """Each table's edition by name."""
    if form := _form(row):
        return {TABLE: FORMS[form][lang == "en"]}
    return {
        table: getattr(edition(str(row[f"edition_{table}"])), lang)
        for table in ("disclosure", "requests", "remedies")
        if row[f"edition_{table}"]
    }


def _form(row: pd.Series) -> str:
    """Which statistics table a report of the dataset has, "" for none."""
    form = row.get(f"edition_{TABLE}")
    return form if isinstance(form, str) else ""
