"""The old statistics table of a report as HTML: one row an indicator, as the report prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from lib.old_form import FORMS, GROUPS, LOCAL_ROW, Indicator, name, unit
from lib.ui.printed_form import CSS, Link, Mark, Shown, number_square
from lib.words import catalogue


def statistics_html(
    cells: Mapping[str, Shown],
    form: str,
    lang: str,
    marks: Iterable[Mark] = (),
    lit: frozenset[str] = frozenset(),
    link: Link | None = None,
) -> str:
    """The rows that `cells` has, under the heads of the national table; rows that no table
    declares come last, under the labels they were printed with."""
    touched: dict[str, list[Mark]] = {}
    for mark in marks:
        for key in mark.cells:
            touched.setdefault(key, []).append(mark)
    rows: list[str] = []

    def row(key: str, depth: int) -> None:
        label = escape(name(key, lang))
        indent = f' style="padding-left:{0.4 + depth * 1.2}rem"'
        rows.append(
            f"<tr><th{indent}>{label}</th><th>{escape(unit(key, lang))}</th>"
            f"{number_square(key, cells[key], touched.get(key, []), lit, link)}</tr>"
        )

    def walk(found: tuple[Indicator, ...], depth: int) -> None:
        for each in found:
            if each.key in cells:
                row(each.key, depth)
            walk(each.children, depth + 1)

    def head(at: int, zh: str, en: str) -> None:
        title = escape(zh if lang == "zh" else en)
        rows.insert(at, f'<tr><th colspan="3"><b>{title}</b></th></tr>')

    for group in GROUPS:
        before = len(rows)
        walk(group.indicators, 0)
        if len(rows) > before:
            head(before, group.zh, group.en)
    local = [key for key in cells if key.startswith(LOCAL_ROW)]
    if local:
        head(len(rows), *catalogue()["report.local_rows"])
        for key in local:
            row(key, 0)
    title = FORMS[form][lang == "en"]
    return (
        f'{CSS}<div class="printed" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><caption>{escape(title)}</caption>{''.join(rows)}</table></div>"
    )
