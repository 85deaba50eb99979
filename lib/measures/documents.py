"""Indicators of section two: documents made, repealed and in force; decisions; fees."""

from __future__ import annotations

from lib import form
from lib.form import DECISIONS, DOCUMENTS
from lib.measures.measure import Measure


def documents() -> tuple[Measure, ...]:
    found: list[Measure] = []
    for row in DOCUMENTS:
        line = form.line("disclosure", row)
        made, repealed, in_force = (
            (f"disclosure.{row}.{column}",) for column in ("made", "repealed", "in_force")
        )
        for column, cells in (("made", made), ("repealed", repealed), ("in_force", in_force)):
            head = form.line("disclosure", column)
            found.append(
                Measure(
                    f"n_{row}_{column}",
                    f"{line.name}·{head.name}",
                    f"{line.en}: {head.en.lower()}",
                    f"{line.name}{head.name}",
                    f"{line.en.lower()}, {head.en.lower()}",
                    cells,
                )
            )
        found += [
            Measure(
                f"n_{row}_net",
                f"{line.name}·净增",
                f"{line.en}: net change",
                "本年制发-本年废止",
                "made − repealed",
                made,
                minus=repealed,
                caveat_zh="2021年版起才有废止件数。",
                caveat_en="Repeals are counted from the 2021 form on.",
            ),
            Measure(
                f"{row}_clearance",
                f"{line.name}·清理率",
                f"{line.en}: clearance rate",
                "本年废止÷(现行有效+本年废止-本年制发)",
                "repealed ÷ (in force + repealed − made)",
                repealed,
                (*in_force, *repealed),
                less=made,
                caveat_zh="分母是由本年三个数推算的年初有效件数。",
                caveat_en="The denominator is the opening stock that the three numbers imply.",
            ),
        ]
    return tuple(found)


def decisions() -> tuple[Measure, ...]:
    cells = {row: (f"disclosure.{row}.decisions",) for row in DECISIONS}
    every = tuple(cell for each in cells.values() for cell in each)
    found: list[Measure] = []
    for row in DECISIONS:
        line = form.line("disclosure", row)
        found.append(
            Measure(
                f"n_{row}",
                f"{line.name}·处理决定",
                f"{line.en}: decisions",
                f"{line.name}处理决定数量",
                f"decisions, {line.en.lower()}",
                cells[row],
            )
        )
    for row in DECISIONS:
        line = form.line("disclosure", row)
        found.append(
            Measure(
                f"share_{row}",
                f"{line.name}占处理决定",
                f"{line.en}, share of decisions",
                f"{line.name}÷(行政许可+行政处罚+行政强制)",
                f"{line.en.lower()} ÷ (licences + penalties + coercion)",
                cells[row],
                every,
            )
        )
    found.append(
        Measure(
            "licences_per_enforcement",
            "每件处罚强制对应的许可",
            "Licences per penalty or coercive measure",
            "行政许可÷(行政处罚+行政强制)",
            "licences ÷ (penalties + coercion)",
            cells["licences"],
            (*cells["penalties"], *cells["coercion"]),
            caveat_zh="办理许可和处罚的机关往往不同，只宜看同类机关。",
            caveat_en="Different organs license and punish: compare like with like only.",
        )
    )
    return tuple(found)


def fees() -> tuple[Measure, ...]:
    return (
        Measure(
            "fee_amount",
            "行政事业性收费金额",
            "Administrative fees collected",
            "本年收费金额（万元）",
            "amount collected, 10,000 yuan",
            ("disclosure.fees.amount",),
            caveat_zh="2021年版起才有金额；2019年版是收费项目数，不能相比。",
            caveat_en="An amount from the 2021 form on; the 2019 form counts items of fees.",
        ),
    )
