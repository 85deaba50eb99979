"""The labels that Word writes before the paragraphs of a list: 一、 1. （二） and the like.

They are nowhere in the text: a paragraph only names its list and level. Headings that are numbered
so, and rows numbered so, are printed with them, and are therefore read with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lib.reading.package import Element

_DIGITS = "零一二三四五六七八九"
_DEEPEST = 9  # levels of a list


def _counted(number: int) -> str:
    """A number in words as far as lists go; digits beyond.

    >>> [_counted(number) for number in (1, 10, 14, 20, 35, 100)]
    ['一', '十', '十四', '二十', '三十五', '100']
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    words = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return words + (_DIGITS[ones] if ones else "")


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def _roman(number: int) -> str:
    """
    >>> [_roman(number) for number in (1, 4, 9, 14)]
    ['i', 'iv', 'ix', 'xiv']
    """
    written = ""
    for value, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            written, number = written + sign, number - value
    return written


def _stem(number: int) -> str:
    return "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10]


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"


_WRITTEN: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "ideographDigital": _counted,
    "ideographTraditional": _stem,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda number: "",
}


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class _List:
    """One list definition; lists of the same definition go on counting from one another."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    styles: dict[str, int] = field(default_factory=dict)  # a level may belong to a style


class Lists:
    """The lists of a document, from the root of its numbering part (None where it has none)."""

    def __init__(self, root: Element | None) -> None:
        definitions: dict[str, _List] = {}
        self._lists: dict[str, tuple[_List, dict[int, _Level], dict[int, int]]] = {}
        self._begun: set[str] = set()
        for each in root if root is not None else ():
            if each.tag.endswith("}abstractNum"):
                found = _List()
                for level in _children(each, "lvl"):
                    at = _number(level, "ilvl", 0)
                    found.levels[at] = _level(level)
                    for style in _children(level, "pStyle"):
                        found.styles[_attribute(style, "val")] = at
                definitions[_attribute(each, "abstractNumId")] = found
            elif each.tag.endswith("}num"):
                names = [_attribute(one, "val") for one in _children(each, "abstractNumId")]
                definition = definitions.get(names[0] if names else "")
                if definition is None:
                    continue
                levels, starts = dict(definition.levels), {}
                for override in _children(each, "lvlOverride"):
                    at = _number(override, "ilvl", 0)
                    for level in _children(override, "lvl"):
                        levels[at] = _level(level)
                    for start in _children(override, "startOverride"):
                        starts[at] = _number(start, "val", 1)
                self._lists[_attribute(each, "numId")] = (definition, levels, starts)

    def level_of(self, name: str, style: str) -> int:
        """The level at which a list numbers the paragraphs of a style."""
        found = self._lists.get(name)
        return found[0].styles.get(style, 0) if found else 0

    def label(self, name: str, level: int) -> str:
        """The label of the next paragraph at a level of a list; "" for bullets."""
        found = self._lists.get(name)
        if found is None or not 0 <= level < _DEEPEST:
            return ""
        definition, levels, starts = found
        counts = definition.counts
        if name not in self._begun:
            self._begun.add(name)
            for at in starts:
                counts.pop(at, None)
        for at in range(level + 1):
            kind = levels.get(at, _Level())
            if at == level and at in counts:
                counts[at] += 1
            elif at not in counts:
                counts[at] = starts.get(at, kind.start)
        for at in [deeper for deeper in counts if deeper > level]:
            del counts[at]
        own = levels.get(level, _Level())
        if own.form == "bullet":
            return ""

        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = "decimal" if own.legal else levels.get(at, _Level()).form
            return _WRITTEN.get(form, str)(counts.get(at, 1))

        return re.sub(r"%([1-9])", count, own.text)


def _level(element: Element) -> _Level:
    level = _Level()
    for each in element:
        if each.tag.endswith("}numFmt"):
            level.form = _attribute(each, "val") or level.form
        elif each.tag.endswith("}lvlText"):
            level.text = _attribute(each, "val")
        elif each.tag.endswith("}start"):
            level.start = _number(each, "val", 1)
        elif each.tag.endswith("}isLgl"):
            level.legal = _attribute(each, "val") not in ("0", "false")
    return level


def _children(element: Element, tag: str) -> list[Element]:
    return [each for each in element if each.tag.endswith("}" + tag)]


def _attribute(element: Element, name: str) -> str:
    return str(element.get(element.tag[: element.tag.index("}") + 1] + name) or "")


def _number(element: Element, name: str, otherwise: int) -> int:
    try:
        return int(_attribute(element, name))
    except ValueError:
        return otherwise
