"""规章 only where the organ can make them: ministries, and the governments of provinces and of
cities with districts (立法法 articles 91 and 93). A warning only: many departments print the 规章
they carry out."""

from __future__ import annotations

from lib.findings import Finding
from lib.form import all_cells
from lib.parsing.report import Report

_CELLS = tuple(cell.key for cell in all_cells() if cell.row and cell.row[-1].key == "regulations")
_UNABLE = ("government", "department", "functional_zone", "town_street")


def can_make_regulations(level: str, kind: str) -> bool | None:
    """Whether an organ of this level and kind (lib.organs.Organ) can; None where not known."""
    if level == "national":
        return True
    if not level or kind not in _UNABLE:
        return None
    return kind == "government" and level in ("province", "city")


def check_powers(report: Report, level: str = "", kind: str = "") -> tuple[Finding, ...]:
    """One warning where an organ that makes no 规章 prints some."""
    if can_make_regulations(level, kind) is not False:
        return ()
    keys = tuple(key for key in _CELLS if report.value(key))
    if not keys:
        return ()
    shown = "、".join(str(report.value(key)) for key in keys)
    return (
        Finding(
            "count.regulations",
            f"“规章”填了{shown}件，而本机关没有制定规章的权限，请核对是否应为规范性文件。",
            f"Regulations (规章) are given as {shown.replace('、', ', ')}, but this organ has no "
            "power to make them. Please check whether they are normative documents.",
            keys,
            tuple(place for key in keys if (place := report.entries[key].place) is not None),
        ),
    )
