"""Numbers read off a picture: accepted only where the form's sums confirm them.

A recognised digit may be wrong, and most wrongly the same way everywhere: a font whose 7 looks like
a 1 gives 1 for every 7, in the parts and in the totals alike, and then every sum still holds. So a
number is accepted where both hold:

- every sum it stands in holds, with no number in it blank or unread. One digit wrong breaks one;
- none of its digits could be another one misread the same way in several cells at once. Such a
  confusion shifts each cell it touches by the same amount, so it only goes unseen if each sum it
  touches has that digit, in that decimal place, on both sides; followed from sum to sum, this
  leaves few numbers in doubt, and all of them where a report has one request and no more.

What this cannot see: two different confusions that cancel out in every sum both stand in. Section
two has no sums: nothing of it is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lib.findings import Finding
from lib.form import TABLES, Identity, cell, edition, identities, table
from lib.parsing.report import Entry, State

_READ = (State.REPORTED, State.INFERRED)
# labels are read off the picture too, and no sum tells one row from another
_DOUBTFUL = ("label.fuzzy", "label.position", "row.repeated", "table.repeated")

Digit = tuple[str, int, str]  # a cell, a decimal place, the digit read there


def confirmed(
    entries: dict[str, Entry], editions: dict[str, str], findings: Iterable[Finding]
) -> tuple[dict[str, Entry], list[Finding]]:
    """The entries with every number either INFERRED, since the sums confirm it, or UNREADABLE with
    its text kept; and what there is to say about it. `findings` are those of the filling."""
    doubtful = {key for each in findings if each.code in _DOUBTFUL for key in each.cells}
    promises = [each for name, key in editions.items() for each in identities(edition(key), name)]
    sure = _sure(entries, promises) - doubtful
    made: dict[str, Entry] = {}
    refused: list[str] = []
    for key, entry in entries.items():
        if key in sure:
            made[key] = replace(entry, state=State.INFERRED)
        elif entry.state in (*_READ, State.NOT_APPLICABLE):
            # a stroke may be a 1 or a dash, so "not applicable" is no more certain than a number
            made[key] = replace(entry, value=None, state=State.UNREADABLE)
            refused.append(key)
        else:
            made[key] = entry
    return made, _findings(made, sure, refused)


def _sure(entries: dict[str, Entry], promises: list[Identity]) -> set[str]:
    """The cells whose number all their sums confirm."""
    standing: dict[str, list[Identity]] = {}
    failed: set[str] = set()
    for promise in promises:
        for key in promise.cells:
            standing.setdefault(key, []).append(promise)
        if not _holds(entries, promise):
            failed.update(promise.cells)
    # a sum whose other cells failed elsewhere still confirms: it holds with the digits it was given
    sure = {
        key
        for key, entry in entries.items()
        if key in standing and key not in failed and entry.state in _READ
    }
    shaky = {key for key, _, _ in _movable(entries, standing)}
    return sure - shaky


def _holds(entries: dict[str, Entry], promise: Identity) -> bool:
    sides = []
    for side in (promise.left, promise.right):
        total = 0
        for key in side:
            entry = entries.get(key)
            if entry is None or entry.state not in _READ or entry.value is None or entry.value < 0:
                return False
            total += int(entry.value)
        sides.append(total)
    return sides[0] == sides[1]


def _movable(entries: dict[str, Entry], standing: dict[str, list[Identity]]) -> set[Digit]:
    """The digits that may all have been another one without breaking a sum: those left when each
    digit is struck out that some sum has on one side only. Too many rather than too few."""
    left: set[Digit] = set()
    for key in standing:
        entry = entries.get(key)
        if entry is None or entry.state not in _READ or entry.value is None:
            continue
        for place, digit in enumerate(reversed(str(int(abs(entry.value))))):
            left.add((key, place, digit))
    while True:
        struck = {
            (key, place, digit)
            for key, place, digit in left
            if any(
                not any(
                    (other, place, digit) in left
                    for other in (promise.right if key in promise.left else promise.left)
                )
                for promise in standing[key]
                if _holds(entries, promise)
            )
        }
        if not struck:
            return left
        left -= struck


def _findings(entries: dict[str, Entry], sure: set[str], refused: list[str]) -> list[Finding]:
    places = [entry.place for entry in entries.values() if entry.place]
    found = [
        Finding(
            "cell.ocr",
            f"这份报告由图片识别而来。{len(sure)}个数字经表内合计关系证实，标为推定；"
            "机关名称、年度和文字未经证实，请对照原件核对。",
            f"This report was recognised from pictures. {len(sure)} numbers are confirmed by the "
            "form's sums and marked as inferred; the organ's name, the year and the text are not "
            "confirmed, so please compare them with the original.",
            tuple(key for key in entries if key in sure),
            tuple(places[:1]),
        )
    ]
    for each in TABLES:
        keys = tuple(key for key in refused if cell(key).table == each.key)
        if not keys:
            continue
        shown = "；".join(f"{cell(key).zh}“{entries[key].text}”" for key in keys[:5])
        shown_en = "; ".join(f"{cell(key).en} “{entries[key].text}”" for key in keys[:5])
        more = len(keys) - 5
        found.append(
            Finding(
                "cell.unconfirmed",
                f"“{table(each.key).zh}”有{len(keys)}个识别出的数字没有合计关系证实，未采用："
                f"{shown}{f'；另有{more}格' if more > 0 else ''}。",
                f"{len(keys)} numbers recognised in “{table(each.key).en}” are confirmed by no sum "
                f"and were not taken: {shown_en}{f'; and {more} more' if more > 0 else ''}.",
                keys,
                tuple(place for key in keys if (place := entries[key].place)),
            )
        )
    return found
