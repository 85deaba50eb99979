"""Named indicators: what is divided by what, in the words of the form.

A rate is worth nothing without its denominator, and the field uses several under one name
(公开率 has at least three). Each Measure names its numerator and denominator as quantities: a cell
of the form, or one of its headings, which stands for the sum of its leaves.

>>> [len(way) for way in ways("requests.refused.total")]  # eight reasons
[8]
>>> [len(way) for way in ways("requests.other.total")]  # three rows in 2021, one row in 2019
[3, 1]
>>> MEASURES["grant_rate"].denominator
('requests.handled.total',)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

from lib import form

MINIMUM_N = 30
"""Below this denominator a rate is shown but not ranked: one case more would move it by points."""

OUTCOMES = ("granted", "partly_granted", "refused", "unable", "declined", "other")
REASON_GROUPS = ("refused", "unable", "declined", "other")
APPLICANTS = tuple(
    each.key for each in form.leaves(form.REQUESTS.blocks[0].columns, "2021") if not each.total
)
REMEDY_GROUPS = ("reconsideration", "litigation_direct", "litigation_after")
RESULTS = ("upheld", "corrected", "other_result", "pending")
DOCUMENTS = ("regulations", "normative_documents")
DECISIONS = ("licences", "penalties", "coercion")


@cache
def ways(quantity: str) -> tuple[tuple[str, ...], ...]:
    """The cells whose sum is the quantity, one tuple for each way a report may print it: the
    newest edition's first. A cell is its own sum."""
    table, first, second = quantity.split(".")
    found = []
    for edition in reversed(form.EDITIONS):
        known = {cell.key for cell in form.cells(edition, table)}
        way = tuple(
            f"{table}.{row}.{column}"
            for row, column in product(
                _under(table, first, edition), _under(table, second, edition)
            )
        )
        if known.issuperset(way) and way not in found:
            found.append(way)
    if not found:
        raise KeyError(f"the form has no {quantity}")
    return tuple(found)


def _under(table: str, key: str, edition: form.Edition) -> tuple[str, ...]:
    """The leaves of a heading; a group of results (行政复议) stays whole, since the second half
    of its cells' keys names the result."""
    line = form.line(table, key)
    children = line.in_force(edition.key)
    if not children or any(child.total for child in children):
        return (key,)
    return tuple(leaf for child in children for leaf in _under(table, child.key, edition))


def cells(quantity: str) -> tuple[str, ...]:
    """Every cell a quantity may rest on."""
    return tuple(dict.fromkeys(cell for way in ways(quantity) for cell in way))


@dataclass(frozen=True, slots=True)
class Measure:
    """numerator / (denominator - less), times `per`. Null where that is not above zero, or where
    a report lacks one of the cells."""

    key: str
    zh: str
    en: str
    formula_zh: str
    formula_en: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    less: tuple[str, ...] = ()
    per: int = 1
    caveat_zh: str = ""
    caveat_en: str = ""
    variant_zh: str = ""
    variant_en: str = ""

    def name(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en

    def variant(self, lang: str) -> str:
        """What sets it apart from its siblings of the same name."""
        return self.variant_zh if lang == "zh" else self.variant_en

    def formula(self, lang: str) -> str:
        return self.formula_zh if lang == "zh" else self.formula_en

    def caveat(self, lang: str) -> str:
        return self.caveat_zh if lang == "zh" else self.caveat_en

    @property
    def quantities(self) -> tuple[str, ...]:
        return (*self.numerator, *self.denominator, *self.less)


def _requests(*rows: str) -> tuple[str, ...]:
    return tuple(f"requests.{row}.total" for row in rows)


def _remedies(result: str, *groups: str) -> tuple[str, ...]:
    return tuple(f"remedies.{group}.{result}" for group in groups)


_GRANTED = _requests("granted", "partly_granted")
_HANDLED = _requests("handled")
_BROUGHT = _requests("received", "carried_in")
_PENDING_ZH = "尚未审结的案件计入总计，并可能在下一年度再次计入；不得跨年相加。"
_PENDING_EN = (
    "Pending cases are inside the total and may be counted again next year: never add years."
)


def _grants() -> tuple[Measure, ...]:
    return (
        Measure(
            "grant_rate",
            "公开率",
            "Grant rate",
            "(予以公开+部分公开)÷办理总计",
            "(granted + partly granted) ÷ total handled",
            _GRANTED,
            _HANDLED,
            caveat_zh="分母含不予处理和其他处理等程序性结果。",
            caveat_en="The denominator includes requests not processed or handled otherwise.",
        ),
        Measure(
            "grant_rate_substantive",
            "公开率（实体口径）",
            "Grant rate (substantive)",
            "(予以公开+部分公开)÷(办理总计-不予处理-其他处理)",
            "(granted + partly granted) ÷ (total handled − not processed − handled otherwise)",
            _GRANTED,
            _HANDLED,
            less=_requests("declined", "other"),
            caveat_zh="只看作出实体答复的申请。",
            caveat_en="Only requests that were answered on their substance.",
        ),
        Measure(
            "grant_rate_intake",
            "公开率（受理口径）",
            "Grant rate (of requests on hand)",
            "(予以公开+部分公开)÷(本年新收+上年结转)",
            "(granted + partly granted) ÷ (new + carried in)",
            _GRANTED,
            _BROUGHT,
            caveat_zh="分母含年底尚未办结的申请，因此偏低。",
            caveat_en="The denominator includes requests still open at the year's end.",
        ),
        Measure(
            "grant_rate_full",
            "全部公开率",
            "Rate granted in full",
            "予以公开÷办理总计",
            "granted ÷ total handled",
            _requests("granted"),
            _HANDLED,
            caveat_zh="不含部分公开。",
            caveat_en="Partly granted requests are not counted.",
        ),
    )


def _shares_of_handled() -> tuple[Measure, ...]:
    found = []
    for key in REASON_GROUPS:
        line = form.line("requests", key)
        found.append(
            Measure(
                f"{key}_rate",
                f"{line.name}率",
                f"{line.en}, rate",
                f"{line.name}÷办理总计",
                f"{line.en.lower()} ÷ total handled",
                _requests(key),
                _HANDLED,
            )
        )
    return tuple(found)


def _flows() -> tuple[Measure, ...]:
    return (
        Measure(
            "carry_over_rate",
            "结转率",
            "Carry-over rate",
            "结转下年度÷(本年新收+上年结转)",
            "carried over ÷ (new + carried in)",
            _requests("carried_out"),
            _BROUGHT,
            caveat_zh="年底收到的申请自然会结转，结转不等于逾期。",
            caveat_en="A request received in late December is carried over without being late.",
        ),
    )


def _applicant_shares() -> tuple[Measure, ...]:
    found = []
    for key in APPLICANTS:
        line = form.line("requests", key)
        found.append(
            Measure(
                f"applicant_{key}",
                f"{line.name}占比",
                f"{line.en}, share of new requests",
                f"{line.name}新收÷本年新收总计",
                f"new requests by {line.en.lower()} ÷ all new requests",
                (f"requests.received.{key}",),
                _requests("received"),
            )
        )
    return tuple(found)


def _reason_shares() -> tuple[Measure, ...]:
    found = []
    for group in REASON_GROUPS:
        heading = form.line("requests", group)
        for line in heading.children:
            found.append(
                Measure(
                    f"reason_{line.key}",
                    f"{line.name}占{heading.name}",
                    f"{line.en}, share of {heading.en.lower()}",
                    f"{line.name}÷{heading.name}合计",
                    f"{line.en.lower()} ÷ all {heading.en.lower()}",
                    _requests(line.key),
                    _requests(group),
                )
            )
    return tuple(found)


def _corrections() -> tuple[Measure, ...]:
    found = []
    names = {
        "reconsideration": ("复议纠错率", "Reconsideration: correction rate"),
        "litigation_direct": ("诉讼纠错率（直接起诉）", "Direct litigation: correction rate"),
        "litigation_after": ("诉讼纠错率（复议后起诉）", "After reconsideration: correction rate"),
    }
    for group, (zh, en) in names.items():
        corrected, total = _remedies("corrected", group), _remedies("total", group)
        found += [
            Measure(
                f"{group}_correction",
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
                f"{group}_correction_closed",
                f"{zh}·审结口径",
                f"{en}, of closed cases",
                "结果纠正÷(总计-尚未审结)",
                "corrected ÷ (total − pending)",
                corrected,
                total,
                less=_remedies("pending", group),
                variant_zh="审结口径",
                variant_en="of closed cases",
            ),
        ]
    return tuple(found)


def _disputes() -> tuple[Measure, ...]:
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
                _remedies("total", *groups),
                _requests("received"),
                per=100,
                caveat_zh="案件未必出自本年的申请；" + _PENDING_ZH,
                caveat_en="A case need not arise from a request of the same year. " + _PENDING_EN,
            )
        )
    return tuple(found)


MEASURES: dict[str, Measure] = {
    each.key: each
    for each in (
        *_grants(),
        *_shares_of_handled(),
        *_flows(),
        *_applicant_shares(),
        *_reason_shares(),
        *_corrections(),
        *_disputes(),
    )
}

REQUEST_RATES = tuple(each.key for each in (*_grants(), *_shares_of_handled(), *_flows()))
CORRECTION_RATES = tuple(each.key for each in _corrections())
DISPUTE_RATES = tuple(each.key for each in _disputes())
