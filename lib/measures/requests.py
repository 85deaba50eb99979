"""Indicators of section three: how many requests, what became of them, who made them, and why they
were refused."""

from __future__ import annotations

from lib import form
from lib.form import APPLICANTS, OUTCOMES, REASON_GROUPS
from lib.measures.measure import Measure


def totals(*rows: str) -> tuple[str, ...]:
    return tuple(f"requests.{row}.total" for row in rows)


_GRANTED = totals("granted", "partly_granted")
_HANDLED = totals("handled")
_BROUGHT = totals("received", "carried_in")


def grants() -> tuple[Measure, ...]:
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
            less=totals("declined", "other"),
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
            totals("granted"),
            _HANDLED,
            caveat_zh="不含部分公开。",
            caveat_en="Partly granted requests are not counted.",
        ),
    )


def shares_of_handled() -> tuple[Measure, ...]:
    found = []
    for key in REASON_GROUPS:
        line = form.line("requests", key)
        found.append(
            Measure(
                f"{key}_rate",
                f"{line.name}率",
                "Refusal rate" if key == "refused" else f"{line.en.replace(' ', '-')} rate",
                f"{line.name}÷办理总计",
                f"{line.en.lower()} ÷ total handled",
                totals(key),
                _HANDLED,
            )
        )
    return tuple(found)


def flows() -> tuple[Measure, ...]:
    return (
        Measure(
            "carry_over_rate",
            "结转率",
            "Carry-over rate",
            "结转下年度÷(本年新收+上年结转)",
            "carried over ÷ (new + carried in)",
            totals("carried_out"),
            _BROUGHT,
            caveat_zh="年底收到的申请自然会结转，结转不等于逾期。",
            caveat_en="A request received in late December is carried over without being late.",
        ),
    )


def applicant_shares() -> tuple[Measure, ...]:
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
                totals("received"),
            )
        )
    return tuple(found)


def reason_shares() -> tuple[Measure, ...]:
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
                    totals(line.key),
                    totals(group),
                )
            )
    return tuple(found)


def counts() -> tuple[Measure, ...]:
    found = []
    for key in ("received", "handled", *OUTCOMES, "carried_out"):
        line = form.line("requests", key)
        name = "新收申请" if key == "received" else line.name
        found.append(
            Measure(
                f"n_{key}",
                name,
                line.en,
                f"{line.name}（总计）",
                f"{line.en.lower()} (total)",
                totals(key),
            )
        )
    brought = Measure(
        "n_on_hand",
        "待办申请",
        "Requests on hand",
        "本年新收+上年结转",
        "new + carried in",
        _BROUGHT,
    )
    return (found[0], brought, *found[1:])


def reason_shares_of_all() -> tuple[Measure, ...]:
    """Each reason among all that was not granted, whatever its group."""
    found = []
    for group in REASON_GROUPS[:-1]:
        for line in form.line("requests", group).children:
            found.append(
                Measure(
                    f"ground_{line.key}",
                    f"{line.name}占全部未公开",
                    f"{line.en}, share of all not granted",
                    f"{line.name}÷(不予公开+无法提供+不予处理+其他处理)",
                    f"{line.en.lower()} ÷ (refused + unable + not processed + handled otherwise)",
                    totals(line.key),
                    totals(*REASON_GROUPS),
                )
            )
    return tuple(found)
