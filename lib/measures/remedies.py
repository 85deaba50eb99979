"""Indicators of section four: how often organs are taken to review and to court, and corrected."""

from __future__ import annotations

from lib.form import REMEDY_GROUPS
from lib.measures.measure import Measure
from lib.measures.requests import totals

_PENDING_ZH = "尚未审结的案件计入总计，并可能在下一年度再次计入；不得跨年相加。"
_PENDING_EN = (
    "Pending cases are inside the total and may be counted again next year: never add years."
)


def cases(result: str, *groups: str) -> tuple[str, ...]:
    return tuple(f"remedies.{group}.{result}" for group in groups)


def corrections() -> tuple[Measure, ...]:
    names = {
        "reconsideration": ("复议纠错率", "Reconsideration: correction rate"),
        "litigation_direct": ("诉讼纠错率（直接起诉）", "Direct litigation: correction rate"),
        "litigation_after": ("诉讼纠错率（复议后起诉）", "After reconsideration: correction rate"),
    }
    return tuple(
        each for group, (zh, en) in names.items() for each in _corrected(group, zh, en, group)
    )


def corrections_of_both_routes() -> tuple[Measure, ...]:
    """Lawsuits of both routes together; shown beside the two, never instead of them."""
    zh, en = "诉讼纠错率（两种途径合计）", "Litigation, both routes: correction rate"
    return _corrected("litigation", zh, en, *REMEDY_GROUPS[1:])


def _corrected(key: str, zh: str, en: str, *groups: str) -> tuple[Measure, ...]:
    """The correction rate of some groups of cases, with both denominators."""
    corrected, total = cases("corrected", *groups), cases("total", *groups)
    return (
        Measure(
            f"{key}_correction",
            f"{zh}·全部口径",
            f"{en}, of all cases",
            "结果纠正÷总计",
            "corrected ÷ total",
            corrected,
            total,
            caveat_zh=_PENDING_ZH,
            caveat_en=_PENDING_EN,
            variant_zh="全部口径",
            variant_en="of all cases",
        ),
        Measure(
            f"{key}_correction_closed",
            f"{zh}·审结口径",
            f"{en}, of closed cases",
            "结果纠正÷(总计-尚未审结)",
            "corrected ÷ (total − pending)",
            corrected,
            total,
            less=cases("pending", *groups),
            variant_zh="审结口径",
            variant_en="of closed cases",
        ),
    )


def disputes() -> tuple[Measure, ...]:
    found = []
    for key, zh, en, groups in (
        ("reconsiderations", "每百件申请行政复议", "Reconsiderations", REMEDY_GROUPS[:1]),
        ("lawsuits", "每百件申请行政诉讼", "Lawsuits", REMEDY_GROUPS[1:]),
        ("disputes", "每百件申请复议诉讼", "Disputes", REMEDY_GROUPS),
    ):
        found.append(
            Measure(
                f"{key}_per_100",
                zh,
                f"{en} per 100 new requests",
                f"{zh.removeprefix('每百件申请')}总计÷本年新收×100",
                f"{en.lower()} ÷ new requests × 100",
                cases("total", *groups),
                totals("received"),
                per=100,
                caveat_zh="案件未必出自本年的申请；" + _PENDING_ZH,
                caveat_en="A case need not arise from a request of the same year. " + _PENDING_EN,
            )
        )
    return tuple(found)


def counts() -> tuple[Measure, ...]:
    found = []
    for key, zh, en, groups in (
        ("reconsiderations", "行政复议案件", "Reconsiderations", REMEDY_GROUPS[:1]),
        ("lawsuits", "行政诉讼案件", "Lawsuits", REMEDY_GROUPS[1:]),
    ):
        for result, of_zh, of_en in (
            ("total", "", ""),
            ("corrected", "·结果纠正", ", corrected"),
            ("pending", "·尚未审结", ", pending"),
        ):
            found.append(
                Measure(
                    f"n_{key}" if result == "total" else f"n_{key}_{result}",
                    zh + of_zh,
                    en + of_en,
                    f"{zh.removesuffix('案件')}{of_zh or '·总计'}",
                    f"{en.lower()}{of_en or ', total'}",
                    cases(result, *groups),
                    caveat_zh=_PENDING_ZH,
                    caveat_en=_PENDING_EN,
                )
            )
    return tuple(found)
