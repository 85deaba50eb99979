"""A government against the organs under it: a hint only, never an error.

A government's report may speak of its own office or of its whole area, and most do not say which.
If it gives fewer requests than its organs together, it does not cover them: whoever adds the
government and its organs up counts once, and whoever takes the government for the area counts too
few. If it gives as many or more, adding it to its organs may count them twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lib.findings import Finding

CELL = "requests.received.total"
_SCOPES = {
    "organ": ("注明为本机关", "stated to be its own"),
    "area": ("注明为全区域", "stated to be its whole area's"),
    "": ("未注明范围", "of a scope it does not state"),
}


def check_levels(
    government: str, year: int, received: Decimal | None, organs: Mapping[str, Decimal], scope: str
) -> Finding | None:
    """`received` of the government against the sum over `organs` (name -> new requests) of its own
    level and place in the dataset; `scope` as in Report.scope."""
    total = sum(organs.values(), Decimal(0))
    if received is None or not organs or received >= total or scope == "organ":
        return None
    zh, en = _SCOPES[scope]
    return Finding(
        "levels.sum",
        f"{government}{year}年本年新收申请{received}件（{zh}），少于数据集中所属{len(organs)}个机关"
        f"合计的{total}件，应只含本机关的数；与所属机关相加或代表全区域前请先核对范围。",
        f"{government} gives {received} new requests for {year} ({en}), fewer than the {total} of "
        f"its {len(organs)} organs in the dataset: it seems to cover its own office only. Check "
        "the scope before adding them up or taking it for the whole area.",
        (CELL,),
        (),
        total,
        received,
    )
