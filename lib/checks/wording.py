"""Names for groups of cells and for sections, as findings about the text use them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lib.form import (
    APPLICANTS,
    DECISIONS,
    DOCUMENT_COLUMNS,
    DOCUMENTS,
    EDITIONS,
    FLOW,
    OUTCOMES,
    REMEDY_GROUPS,
    RESULTS,
    SECTIONS,
    Line,
    cell,
    leaves,
    line,
)

_ENGLISH = ("one", "two", "three", "four", "five", "six")
_LITIGATION = tuple(each.key for each in line("remedies", "litigation").children)
_REMEDIES = {group: (group,) for group in REMEDY_GROUPS} | {"litigation": _LITIGATION}


class Name(NamedTuple):
    """A Chinese and an English name."""

    zh: str
    en: str


def section_name(key: str) -> Name:
    """第一部分, Section one."""
    for number, section in enumerate(SECTIONS):
        if section.key == key:
            return Name(f"第{section.numeral}部分", f"Section {_ENGLISH[number]}")
    return Name("正文", "The text")


@cache
def name_of(cells: tuple[str, ...]) -> Name:
    """What a statement's cells are called together: 不予公开, 行政诉讼, 行政规范性文件·本年制发."""
    table, _, column = cells[0].split(".")
    if table == "remedies":
        groups = tuple(dict.fromkeys(key.split(".")[1] for key in cells))
        key = next((k for k, v in _REMEDIES.items() if v == groups), groups[0])
        group = line("remedies", key)
        if column == "total":
            return Name(group.name, group.en)
        result = cell(cells[0]).column[-1]
        return Name(f"{group.name}·{result.name}", f"{group.en}: {result.en}")
    if table == "disclosure":
        row, made = cell(cells[0]).row[-1], cell(cells[0]).column[-1]
        return Name(f"{row.name}·{made.name}", f"{row.en}: {made.en}")
    rows = tuple(dict.fromkeys(key.split(".")[1] for key in cells))
    lines = _lines(rows)
    who = [line("requests", key) for key in dict.fromkeys(key.split(".")[2] for key in cells)]
    if len(who) > 1:
        who = [line("requests", "organisation")]
    zh, en = "、".join(each.name for each in lines), " and ".join(each.en for each in lines)
    if who[0].key == "total":
        return Name(zh, en)
    return Name(f"{zh}·{who[0].name}", f"{en}: {who[0].en}")


def _lines(rows: tuple[str, ...]) -> list[Line]:
    """The fewest lines of the form that these rows are the leaves of."""
    found: list[Line] = []
    left = list(rows)
    for group in OUTCOMES:
        for edition in reversed(EDITIONS):
            under = [leaf.key for leaf in leaves((line("requests", group),), edition.key)]
            if under and all(row in left for row in under):
                found.append(line("requests", group))
                left = [row for row in left if row not in under]
    return found + [line("requests", row) for row in left]


@cache
def rivals(cells: tuple[str, ...], edition: str) -> tuple[tuple[Name, tuple[str, ...]], ...]:
    """Other cells, or groups of them, that a clerk may have had in mind: for outcomes the other
    outcomes and their reasons, for flows the other flows, for documents the other columns. A part
    of the cells is one too: the text may count one reason where it names the group, or natural
    persons alone. `edition` is that of the cells' table."""
    return tuple((name_of(keys), keys) for keys in dict.fromkeys(_candidates(cells, edition)))


def _candidates(cells: tuple[str, ...], edition: str) -> Iterator[tuple[str, ...]]:
    table, row, column = cells[0].split(".")
    if table == "requests" and column == "total":
        persons = tuple(key.removesuffix("total") + "natural_person" for key in cells)
        yield persons
        yield from ((key,) for key in persons)
    for keys in _kin(table, row, column, edition):
        if keys and (not set(keys) & set(cells) or set(keys) < set(cells)):
            yield keys


def _kin(table: str, row: str, column: str, key: str) -> Iterator[tuple[str, ...]]:
    if table == "requests" and column != "total":
        # the same row for others than this kind of applicant
        for leaf in APPLICANTS:
            yield (f"requests.{row}.{leaf}",)
    elif table == "requests" and row in FLOW:
        for flow in FLOW:
            yield (f"requests.{flow}.{column}",)
    elif table == "requests":
        reasons: list[Line] = []
        for group in OUTCOMES:
            below = leaves((line("requests", group),), key)
            yield tuple(f"requests.{leaf.key}.{column}" for leaf in below)
            reasons += below if len(below) > 1 else []
        for leaf_line in reasons:
            yield (f"requests.{leaf_line.key}.{column}",)
    elif table == "remedies":
        for groups in _REMEDIES.values():
            for result in ("total", *RESULTS):
                yield tuple(f"remedies.{group}.{result}" for group in groups)
    elif column not in ("decisions", "amount"):
        for other in DOCUMENTS:
            for each in DOCUMENT_COLUMNS:
                name = f"disclosure.{other}.{each}"
                if key in cell(name).editions:
                    yield (name,)
    elif column == "decisions":
        for other in DECISIONS:
            yield (f"disclosure.{other}.decisions",)
