"""Numbers that a sheet shows otherwise than it stores them: rounded, scaled or hidden by the cell's
number format, or white on white."""

from __future__ import annotations

from collections.abc import Mapping

from lib.findings import Finding
from lib.form import cell
from lib.old_form import is_statistic
from lib.old_form import name as statistic_name
from lib.parsing.report import Entry, State
from lib.reading.document import Place

_MOST_NAMED = 5


def shown_otherwise(
    entries: Mapping[str, Entry], otherwise: Mapping[Place, tuple[str, str]]
) -> list[Finding]:
    """One finding for the entries that were read as something else than the sheet stores or
    shows; those that could not be read are said to be so elsewhere."""
    touched = {
        key: entry
        for key, entry in entries.items()
        if entry.place in otherwise and entry.state is not State.UNREADABLE
    }
    if not touched:
        return []
    zh, en = [], []
    for key, entry in list(touched.items())[:_MOST_NAMED]:
        assert entry.place is not None
        stored, seen = otherwise[entry.place]
        name_zh, name_en = _names(key)
        zh.append(f"“{name_zh}”存的是“{stored}”，显示{f'为“{seen}”' if seen else '为空白'}")
        en.append(f"“{name_en}” holds “{stored}” and shows {f'“{seen}”' if seen else 'nothing'}")
    more = len(touched) - len(zh)
    return [
        Finding(
            "cell.format",
            f"单元格格式使{len(touched)}格显示的数与所存的数不同：{'；'.join(zh)}"
            f"{f'；另有{more}格' if more else ''}。除只是不显示负号的以外，按显示的采用，请核对。",
            f"By their number format {len(touched)} cell(s) show something else than they hold: "
            f"{'; '.join(en)}{f'; and {more} more' if more else ''}. What is shown was taken, "
            "except where only the minus is not shown. Please check.",
            tuple(touched),
            tuple(entry.place for entry in touched.values() if entry.place),
        )
    ]


def _names(key: str) -> tuple[str, str]:
    if is_statistic(key):
        return statistic_name(key), statistic_name(key, "en")
    return cell(key).zh, cell(key).en
