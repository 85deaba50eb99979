"""What a spreadsheet shows of the number it stores: number formats as Excel writes them, in XLSX
and XLS alike (ECMA-376 part 1, 18.8.30 and 18.8.31).

A format may round a number, scale it, hide it or put words around it. What it shows is made here
where that is certain; scientific notation, vulgar fractions, dates and formats with conditions on
negative numbers are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
BUILT_IN: Mapping[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy/m/d"),
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    48: "##0.0E+0",
    49: "@",
}
_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | (?P<space>[_*].)
    | \[\$(?P<money>[^\]\-]*)[^\]]*\]
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>general|g/通用格式)
    | (?P<place>[0#?])
    | (?P<other>.)
    """,
    re.X | re.I | re.S,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_FIGURES_ONLY = re.compile(r"[-+\d.,%/\s]*\d[-+\d.,%/\s]*")
_DATE = re.compile(r"[ymdhsbge年月日时分秒]|am/pm|上午", re.I)
_ONE_NUMBER = re.compile(r"[^\d.]*?(-?)(\d[\d,]*\.?\d*|\.\d+)[^\d.]*")
_BARE = re.compile(r"[-\d,.]*")
_MOST = 250  # characters of a format: Excel takes no longer one
_PLACES = 30


class Token(NamedTuple):
    """`kind` is text, place (0, # or ?), general, condition, at (@) or mark (anything bare)."""

    kind: str
    text: str


class Shown(NamedTuple):
    """The `text` a cell prints and the `number` a reader makes of it; None where none is certain,
    or the text holds none."""

    text: str
    number: Decimal | None


def is_date(code: str) -> bool:
    """
    >>> is_date("yyyy/m/d"), is_date('0"日"'), is_date("[Red]0.00"), is_date("General")
    (True, False, False, False)
    """
    if code in BUILT_IN.values() and "y" not in code:
        return False
    for section in _sections(code):
        if any(token.kind == "general" for token in section):
            return False
        bare = "".join(token.text for token in section if token.kind == "mark")
        if _DATE.search(bare) and "E+" not in bare and "E-" not in bare:
            return True
    return False


@lru_cache(maxsize=10_000)
def shown(stored: str, code: str) -> Shown | None:
    """What a number, in decimal digits, looks like in the format `code`; None where that is not
    certain.

    >>> shown("12.3456", "0.00").text, shown("59237", '0!.0,"万"').text, shown("0", "0;-0;").text
    ('12.35', '5.9万', '')
    >>> shown("20", '"约"0"件"'), shown("5", "# ?/?"), shown("-18", "0_);(0)").text
    (Shown(text='约20件', number=Decimal('20')), None, '(18)')
    """
    if len(code) > _MOST:
        return None
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return None
    chosen = _section_for(number, _sections(code))
    if chosen is None:
        return None
    section, signed = chosen
    text = _printed(number, section, signed)
    return None if text is None else Shown(text, _number_in(text))


def shown_text(text: str, code: str) -> str:
    """What a text looks like in a format, which may put words around it or hide it.

    >>> shown_text("20", "@"), shown_text("20", '@"件"'), shown_text("20", ";;;")
    ('20', '20件', '')
    """
    if code in (GENERAL, "@") or len(code) > _MOST:
        return text
    sections = _sections(code)
    last = sections[-1]
    if len(sections) < 4 and not any(token.kind == "at" for token in last):
        return text
    if any(token.kind == "general" for token in last):
        return text
    return "".join(text if token.kind == "at" else token.text for token in last).strip()


class Taken(NamedTuple):
    """The `text` a cell is read as. `stored` is what it holds and `seen` what it shows where these
    are two things; both None where they are one, or where the text itself says they are not."""

    text: str
    stored: str | None = None
    seen: str | None = None


@lru_cache(maxsize=10_000)
def taken(stored: str, code: str) -> Taken:
    """What a number is read as: what is seen, its bare digits as stored. Where only the colour or
    brackets show a minus, the number stored.

    >>> taken("3985758", "#,##0.00"), taken("12.6", "0")
    (Taken(text='3985758', stored=None, seen=None), Taken(text='13', stored='12.6', seen='13'))
    >>> taken("20", '0"件"').text, taken("5", "# ?/?").text, taken("-18", "0;[Red]0")
    ('20件', '5 «# ?/?»', Taken(text='-18', stored='-18', seen='18'))
    """
    look = shown(stored, code)
    if look is None:
        return Taken(f"{stored} «{code}»")
    number = Decimal(stored)
    if look.number == number:
        return Taken(stored if _BARE.fullmatch(look.text) else look.text)
    if number < 0 and look.number == -number:
        return Taken(stored, stored, look.text)
    return Taken(look.text, stored, look.text)


def unseen(read: Taken) -> Taken:
    """What is read of a cell whose letters are white on white: nothing of a number. Words stay,
    for the ground of a head may come from elsewhere."""
    if not read.text.strip() or not _FIGURES_ONLY.fullmatch(read.text):
        return read
    return Taken("", read.text, "")


def taken_text(text: str, code: str) -> Taken:
    """What a text in the format `code` is read as: with the words around it, blank if hidden."""
    seen = shown_text(text, code)
    return Taken("", text, "") if text.strip() and not seen else Taken(seen)


@lru_cache(maxsize=1_000)
def _sections(code: str) -> tuple[tuple[Token, ...], ...]:
    sections: list[list[Token]] = [[]]
    for found in _TOKEN.finditer(code):
        kind, text = str(found.lastgroup), found[found.lastgroup] if found.lastgroup else ""
        if kind == "other" and text == ";":
            sections.append([])
        elif kind in ("quoted", "escaped", "money"):
            sections[-1].append(Token("text", text))
        elif kind == "bracket":
            if condition := _CONDITION.fullmatch(text):
                sections[-1].append(Token("condition", condition[0]))
            elif re.fullmatch(r"[hms]+", text, re.I):
                sections[-1].append(Token("mark", "[h]"))
        elif kind in ("place", "general"):
            sections[-1].append(Token(kind, text))
        elif kind == "other":
            sections[-1].append(Token("at" if text == "@" else "mark", text))
    return tuple(map(tuple, sections))


def _section_for(
    number: Decimal, sections: tuple[tuple[Token, ...], ...]
) -> tuple[tuple[Token, ...], bool] | None:
    """The section that is in force for a number, and whether it shows a minus of its own accord."""
    if len(sections) > 4:
        return None
    if any(token.kind == "condition" for section in sections for token in section):
        if number < 0:
            return None
        for at, section in enumerate(sections):
            said = [token.text for token in section if token.kind == "condition"]
            if not said and at + 1 < min(len(sections), 3):
                return None  # a section without a condition before the last: Excel makes one up
            if not said or _holds(number, said[0]):
                return section, False
        return None
    if len(sections) == 4 or (sections[-1] and any(t.kind == "at" for t in sections[-1])):
        # the last is for text
        numbers = sections[:-1] or ((Token("general", GENERAL),),)
    else:
        numbers = sections
    if number < 0:
        return (numbers[1], False) if len(numbers) > 1 else (numbers[0], True)
    if number == 0 and len(numbers) > 2:
        return numbers[2], False
    return numbers[0], False


def _holds(number: Decimal, condition: str) -> bool:
    found = _CONDITION.fullmatch(condition)
    assert found is not None
    bound = Decimal(found[2])
    return {
        "<": number < bound,
        ">": number > bound,
        "=": number == bound,
        "<=": number <= bound,
        ">=": number >= bound,
        "<>": number != bound,
    }[found[1]]


def _printed(number: Decimal, section: tuple[Token, ...], signed: bool) -> str | None:
    """A number as one section of a format prints it, its own sign where `signed`."""
    sign = "-" if signed and number < 0 else ""
    section = tuple(token for token in section if token.kind != "condition")
    if any(token.kind == "general" for token in section):
        words = [
            _plain(abs(number)) if token.kind == "general" else token.text for token in section
        ]
        return (sign + "".join(words)).strip()
    places = [at for at, token in enumerate(section) if token.kind == "place"]
    if len(places) > _PLACES or any(token.kind == "at" for token in section):
        return None
    if not places:
        bare = "".join(token.text for token in section if token.kind == "mark")
        # words alone: what a format hides, or prints in the number's stead
        return None if _DATE.search(bare) else "".join(t.text for t in section).strip()
    return _in_places(abs(number), section, places, sign)


def _in_places(
    number: Decimal, section: tuple[Token, ...], places: list[int], sign: str
) -> str | None:
    point = next((at for at, t in enumerate(section) if t == Token("mark", ".")), None)
    whole = [at for at in places if point is None or at < point]
    decimals = [at for at in places if point is not None and at > point]
    grouped, commas = False, set()
    for at, token in enumerate(section):
        if token != Token("mark", ","):
            if token.kind == "mark" and (token.text in "/eE" or _DATE.search(token.text)):
                return None  # a fraction, an exponent, a date
            number *= 100 if token == Token("mark", "%") else 1
            continue
        if at < places[0]:
            continue  # before any digit: a comma as it is
        commas.add(at)
        if any(other > at for other in whole):
            grouped = True
        elif decimals and at > decimals[0] and at < decimals[-1]:
            return None
        else:
            number /= 1000
    number = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    digits, _, fraction = format(number, "f").partition(".")
    digits = digits.lstrip("0")
    printed: dict[int, str] = {at: "" for at in commas}
    if point is not None:
        printed[point] = "."
    _whole(digits, section, whole, grouped, printed)
    if not whole and digits:
        printed[point if point is not None else places[0]] = digits + "."
    kept = len(fraction)
    for at, digit in zip(reversed(decimals), reversed(fraction), strict=True):
        if section[at].text in "#?" and digit == "0" and kept == decimals.index(at) + 1:
            printed[at] = ""
            kept -= 1
        else:
            printed[at] = digit
    words = [printed.get(at, token.text) for at, token in enumerate(section)]
    return (sign + "".join(words)).strip()


def _whole(
    digits: str, section: tuple[Token, ...], places: list[int], grouped: bool, into: dict[int, str]
) -> None:
    """Put the digits before the point in their places from the right; the first takes the rest."""
    left = digits
    count = 0
    for at in reversed(places):
        first = at == places[0]
        taken = left if first else left[-1:]
        left = "" if first else left[:-1]
        if not taken and section[at].text == "0":
            taken = "0"
        if grouped:
            marked = ""
            for digit in reversed(taken):
                if count and count % 3 == 0:
                    marked = "," + marked
                marked = digit + marked
                count += 1
            taken = marked
        into[at] = taken


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number_in(text: str) -> Decimal | None:
    found = _ONE_NUMBER.fullmatch(text)
    return Decimal(found[1] + found[2].replace(",", "")) if found else None
