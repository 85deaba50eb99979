"""An invented report as it is printed, to be spoilt square by square: the form's own layout, a
number of its own in every cell, and every sum of the form kept."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lib.form import EDITIONS, TABLES, Edition, Unit, cells, identities
from lib.layout import layout


@dataclass
class Printed:
    """One printed square, or one with no number of its own (`cell` "")."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    cell: str = ""


Table = list[list[Printed]]


def numbers(edition: Edition = EDITIONS[-1], offset: int = 0) -> dict[str, Decimal]:
    """A number for every cell, no two leaves of section three alike; the sums hold."""
    found: dict[str, Decimal] = {}
    for at, cell in enumerate(cells(edition)):
        value = Decimal(at * 7 % 311 + 3 + offset)
        found[cell.key] = value / 4 if cell.unit is Unit.FEE else value
    # a year's 结转 is what balances; totals are added up last
    for identity in identities(edition):
        if identity.rule.value == "balance":
            continue
        if identity.rule.value == "outcomes":
            found[identity.right[0]] = sum((found[key] for key in identity.left), Decimal(0))
    kinds = [c.column[-1].key for c in cells(edition) if c.key.startswith("requests.received.")]
    for kind in kinds:
        handled = found[f"requests.handled.{kind}"]
        found[f"requests.carried_out.{kind}"] = Decimal(11 + offset)
        carried_in = found[f"requests.carried_in.{kind}"] = Decimal(5 + offset + len(kind))
        found[f"requests.received.{kind}"] = handled + 11 + offset - carried_in
    for identity in identities(edition):
        if identity.rule.value in ("applicants", "remedies"):
            found[identity.right[0]] = sum((found[key] for key in identity.left), Decimal(0))
    return found


def tables(
    edition: Edition = EDITIONS[-1], figures: dict[str, Decimal] | None = None
) -> list[Table]:
    """Sections two, three and four as the edition prints them."""
    figures = numbers(edition) if figures is None else figures
    return [
        [
            [
                Printed(
                    _shown(figures[square.cell], square.cell) if square.cell else square.text,
                    square.rowspan,
                    square.colspan,
                    square.cell,
                )
                for square in row
            ]
            for row in layout(table, edition)
        ]
        for table in TABLES
    ]


def _shown(value: Decimal, cell: str) -> str:
    return f"{value}元" if cell == "disclosure.procurement.value" else str(value)


def html(spoilt: Iterable[Table], title: str = "某县2023年政府信息公开工作年度报告") -> str:
    return f"<p>{title}</p>" + "".join(
        "<table>" + "".join(f"<tr>{''.join(map(_square, row))}</tr>" for row in table) + "</table>"
        for table in spoilt
    )


def _square(square: Printed) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", square.rowspan), ("colspan", square.colspan))
        if span != 1
    )
    return f"<td{spans}>{square.text}</td>"


def copied(printed: list[Table]) -> list[Table]:
    return copy.deepcopy(printed)
