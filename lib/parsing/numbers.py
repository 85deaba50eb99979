"""A printed cell to a number, or to the reason there is none. Zero is never made from blank."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lib.form import Unit
from lib.parsing.report import State

_DASHES = str.maketrans(
    {c: "-" for c in "−–‐‑‒﹣"} | dict(zip("無萬億個項條", "无万亿个项条", strict=True))
)
_NOTHING = {
    "/",
    "-",
    "--",
    "---",
    "—",
    "——",
    "―",
    "\\",
    "//",
    "无",
    "不适用",
    "未涉及",
    "n/a",
    "na",
}
_NUMBER = re.compile(
    r"""
    (?P<sign>[+-]?)                          # 本年增/减 prints +4 and -18
    (?P<digits>\d{1,3}(?:,\d{3})+|\d+)       # thousands separators only where they are regular
    (?P<fraction>\.\d+)?
    (?P<unit>万元|亿元|元|[件人项]次|件|项|个|宗|份|起|条|次|例|批)?
    (?P<note>[(\[].*)?                       # 55(含自然失效29件): a note, not part of the number
    """,
    re.X | re.S,
)
_MORE_OR_LESS = re.compile(r"(增|减)[加少]?\s*(\d+.*)", re.S)
_IN_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_UNIT_IN_HEAD = re.compile(r"(?<![亿万千百十])[亿万千百十]*+元|美元|港元|港币|欧元")
_MULTIPLES = re.compile(r"[百千万亿]\s*[件项个宗次人]")
_LARGEST = 2_147_483_647  # counts are stored as 32-bit integers


@dataclass(frozen=True, slots=True)
class Number:
    """What a cell prints: `value` where the state is REPORTED, else None. `problem` is the code
    of the finding the print calls for, or ""; `note` the remark printed beside the number."""

    value: Decimal | None
    state: State
    problem: str = ""
    note: str = ""


@lru_cache(maxsize=50_000)
def read_number(text: str, unit: Unit = Unit.PIECES, head: str = "") -> Number:
    """The number in a printed cell. `head` is the column's printed head, which may name the unit.

    >>> read_number("4 1").state.value, read_number("").state.value, read_number("/").state.value
    ('unreadable', 'blank', 'not_applicable')
    >>> read_number("55（含自然失效 29 件）").value, read_number("1,036").value
    (Decimal('55'), Decimal('1036'))
    >>> read_number("1767.06万元", Unit.YUAN).value
    Decimal('17670600.00')
    """
    if any(unicodedata.category(character) == "No" for character in text):
        # 20① and 20² are 20 with a mark beside it; folding their width would make 201 of them
        return Number(None, State.UNREADABLE, "cell.unreadable")
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).strip().replace("\xa0", " ")
    if not folded:
        return Number(None, State.BLANK)
    if folded.lower() in _NOTHING:
        return Number(None, State.NOT_APPLICABLE)
    if folded in ("零", "〇"):
        return Number(Decimal(0), State.REPORTED)
    if unit.signed and (said := _MORE_OR_LESS.fullmatch(folded)):
        folded = ("-" if said[1] == "减" else "") + said[2]  # 本年增/减 as 减3 and 增加2
    # a blank may stand before the unit or a note, never between digits
    squeezed = re.sub(r"\s+(?=[^\d.,])|(?<=[^\d.,])\s+", "", folded)
    found = _NUMBER.fullmatch(squeezed)
    if not found:
        return Number(None, State.UNREADABLE, "cell.unreadable")
    digits = found["digits"]
    if len(digits) > 1 and digits.startswith("0"):
        # 00 or 012 is two cells run together, or a cell damaged
        return Number(None, State.UNREADABLE, "cell.unreadable")
    number = found["sign"] + digits.replace(",", "") + (found["fraction"] or "")
    value = Decimal(number)
    note = (found["note"] or "").strip("()[] ")
    return _in_unit(value, found["unit"] or "", unit, note, head)


def money_in(words: str) -> str:
    """The first unit of money that a head or another label names, "" where it names none."""
    found = _UNIT_IN_HEAD.search("".join(words.translate(_DASHES).split()))
    return found[0] if found else ""


def names_multiples(words: str) -> bool:
    """Whether a head counts in more than ones: 45 under 单位：万件 is no 45."""
    return _MULTIPLES.search(words) is not None


def _in_unit(value: Decimal, printed: str, unit: Unit, note: str, head: str) -> Number:
    problem = "cell.note" if note else ""
    if unit.fractional:
        if not printed:
            if "或" in head and value:
                return Number(None, State.UNREADABLE, "cell.unit")  # one place says 元, one 万元
            printed = money_in(head)
            if not printed and unit is Unit.FEE:
                printed = "万元"  # the form's own head names it; a page may drop the head
                problem = "cell.note" if value and head else problem
            if not printed and value:
                return Number(None, State.UNREADABLE, "cell.unit")
        if printed in _IN_YUAN and unit is Unit.FEE and printed != "万元":
            value, problem = value * _IN_YUAN[printed] / _IN_YUAN["万元"], "cell.note"
        elif printed in _IN_YUAN and unit is Unit.YUAN:
            value *= _IN_YUAN[printed]
        elif printed and printed not in _IN_YUAN:
            problem = "cell.unit" if printed.endswith("元") else "cell.unreadable"
            return Number(None, State.UNREADABLE, problem)
        if value < 0:
            problem = "cell.negative"
        return Number(value, State.REPORTED, problem, note)
    if printed in _IN_YUAN or names_multiples(head):
        return Number(None, State.UNREADABLE, "cell.unreadable")
    if value != value.to_integral_value():
        return Number(None, State.UNREADABLE, "cell.fraction")
    if abs(value) > _LARGEST:
        return Number(None, State.UNREADABLE, "cell.unreadable")
    if value < 0 and not unit.signed:
        problem = "cell.negative"
    return Number(value.to_integral_value(), State.REPORTED, problem, note)


_VALUE_LIKE = re.compile(r"[\s\d.,+\-/\\—―－%‰()（）]*")


@lru_cache(maxsize=50_000)
def value_like(text: str) -> bool:
    """Whether a cell's print could stand where a number belongs: blank, a dash, or a number with
    or without unit and note.

    >>> value_like("251000元"), value_like(""), value_like("行政许可"), value_like("1.属于国家秘密")
    (True, True, False, False)
    """
    if _VALUE_LIKE.fullmatch(text):
        return True
    return any(
        read_number(text, unit).state is not State.UNREADABLE
        for unit in (Unit.YUAN, Unit.PIECES, Unit.CHANGE)
    )
