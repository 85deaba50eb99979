"""Numbers written in Chinese characters: 三, 十二, 一百零五, 两千, 二〇二三."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_STEPS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
CHARACTERS = "".join((*DIGITS, *_STEPS, "万"))
# a number in digits, as it is looked for in running text
NUMBER = r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?"


def read_numeral(text: str) -> int | None:
    """The number a run of Chinese numerals means, or None where it is none for certain.

    A run without 十, 百, 千 is read digit by digit. 三百五 (350 in speech) is not certain.

    >>> read_numeral("一百零五"), read_numeral("两"), read_numeral("二〇二三")
    (105, 2, 2023)
    >>> read_numeral("三百五") is None
    True
    """
    if not text:
        return None
    if text.count("万") == 1:
        high, _, low = text.partition("万")
        above = read_numeral(high)
        below = _below_ten_thousand(low) if low else 0
        if above is None or below is None or (low and low[0] not in "零〇" and below < 1000):
            return None
        return above * 10_000 + below
    return _below_ten_thousand(text)


def read_figure(text: str) -> Decimal | None:
    """The number that digits, perhaps in groups of three, or Chinese numerals print; None where
    they print none for certain.

    >>> read_figure("1,036.5"), read_figure("十二"), read_figure("三百五")
    (Decimal('1036.5'), Decimal('12'), None)
    """
    if text[:1].isascii():
        return Decimal(text.replace(",", ""))
    numeral = read_numeral(text)
    return None if numeral is None else Decimal(numeral)


def _below_ten_thousand(text: str) -> int | None:
    if not any(c in _STEPS for c in text):
        if any(c not in DIGITS for c in text):
            return None
        return int("".join(str(DIGITS[c]) for c in text))
    total, digit, last, zero = 0, None, 10_000, False
    for character in text:
        if character in _STEPS:
            step = _STEPS[character]
            if step >= last:
                return None
            if digit is None:
                if step != 10 or (total and not zero):
                    return None  # 十二 is twelve, 百二 is nothing; 一百十二 is speech
                digit = 1
            total, last, digit, zero = total + digit * step, step, None, False
        elif character in DIGITS:
            if DIGITS[character] == 0 and digit is None:
                zero = True
            elif digit is None:
                digit = DIGITS[character]
            else:
                return None
        else:
            return None
    if digit is None:
        return total
    if last > 10 and not zero:
        return None
    return total + digit
