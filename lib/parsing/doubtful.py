"""Numbers whose print may hide that they are struck out, or that their last digit is a note's mark.

No sum can vouch for them: a number struck out of a row, and out of its total, adds up too.
"""

from __future__ import annotations

from dataclasses import replace

from lib.findings import Finding
from lib.parsing.report import Entry, State
from lib.reading.document import Place


def without_doubtful(
    entries: dict[str, Entry], places: frozenset[Place]
) -> tuple[dict[str, Entry], list[Finding]]:
    """The entries, those printed in `places` UNREADABLE with their text kept, and what there is to
    say about it. A number that was inferred may come of any square of its row."""
    rows = {(place.table, place.row, place.line) for place in places}
    doubtful = {
        key: entry
        for key, entry in entries.items()
        if entry.value is not None
        and (place := entry.place) is not None
        and (
            place in places
            or (entry.state is State.INFERRED and (place.table, place.row, place.line) in rows)
        )
    }
    if not doubtful:
        return entries, []
    made = {key: replace(e, value=None, state=State.UNREADABLE) for key, e in doubtful.items()}
    finding = Finding(
        "cell.doubtful",
        f"这份旧版Excel文件使用了删除线或上标，而{len(doubtful)}格的数字是否带有这种标记，"
        "要借助LibreOffice才能看出，这台机器上没有，或者打不开这份文件，因此未采用。",
        f"This older Excel file uses strike-through or raised characters. Whether the numbers of "
        f"{len(doubtful)} cell(s) are marked so can only be seen with LibreOffice, which is not on "
        "this machine or cannot open the file, so they were not taken.",
        tuple(doubtful),
        tuple(entry.place for entry in doubtful.values() if entry.place),
    )
    return {**entries, **made}, [finding]
