"""The vocabulary of Word's XML: its names in each of its namespaces, and the formatting that
changes what is read.

Transitional, strict and 2003 documents call the same things by the same names in different
namespaces, so names are compared without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.package import Element

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.microsoft.com/office/word/2003/wordml": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_OLD_NAMES = {"vmerge": "vMerge", "hmerge": "hMerge"}  # as Word 2003 spells them

LEFT_OUT = frozenset(
    # gone once the changes are accepted, never printed, or read where it is needed
    {"del", "moveFrom", "delText", "delInstrText", "instrText", "rt", "rPr", "pPr", "sectPr"}
    | {"tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "fldData", "binData"}
    | {"annotationRef", "footnoteRef", "endnoteRef", "docOleData"}
)
_SMALLEST = 4  # half points: letters of that size are a line
_BLOCKS = frozenset({"p", "tbl", "tr", "tc"})
_WIDEST = 100  # a span beyond this is a slip of the file, not a table

_names: dict[str, str] = {}


def name_of(element: Element) -> str:
    """The element's name where it is one of Word's, with its prefix where of another vocabulary
    that holds text; "" for all others."""
    tag: str = element.tag
    found = _names.get(tag)
    if found is None:
        space, _, local = tag[1:].rpartition("}")
        prefix = _SPACES.get(space)
        found = "" if prefix is None else prefix + _OLD_NAMES.get(local, local)
        if len(_names) < 10_000:
            _names[tag] = found
    return found


def value_of(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute in the element's own namespace."""
    if element is None:
        return None
    tag: str = element.tag
    value = element.get(tag[: tag.find("}") + 1] + attribute)
    return None if value is None else str(value)


def child_of(element: Element | None, name: str) -> Element | None:
    if element is not None:
        for each in element:
            if name_of(each) == name:
                return each
    return None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as w:vanish is on: it is where it stands and says nothing."""
    return element is not None and value_of(element) not in ("0", "false", "off")


def count_of(element: Element | None, least: int) -> int:
    """A span or a number of columns, from `least` to the most that is believed."""
    try:
        return min(max(int(value_of(element) or least), least), _WIDEST)
    except ValueError:
        return least


def through(element: Element, *wanted: str) -> Iterator[Element]:
    """The children of those names, those in content controls and other wrappers included."""
    for each in element:
        name = name_of(each)
        if name in wanted:
            yield each
        elif name == "mc:AlternateContent":
            yield from through(chosen(each), *wanted)
        elif name not in LEFT_OUT and name not in _BLOCKS:
            yield from through(each, *wanted)


def chosen(alternatives: Element) -> Element:
    """The first of several ways to show the same that has text, else the first."""
    for each in alternatives:
        if any(name_of(inner) in ("t", "sym") for inner in each.iter("{*}t", "{*}sym")):
            return each
    return alternatives[0] if len(alternatives) else alternatives


class Look(NamedTuple):
    """What of some formatting changes what is read; None where nothing is said. `position` is in
    half points above the base line; `unseen` is white letters on no ground of their own,
    letters on black, and letters too small to be seen."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    position: int | None = None
    unseen: bool | None = None

    def over(self, under: Look) -> Look:
        """This formatting where it says something, else the one beneath it."""
        pairs = zip(self, under, strict=True)
        return Look(*(low if own is None else own for own, low in pairs))  # type: ignore[arg-type]


PLAIN = Look()


def look_of(properties: Element | None) -> Look:
    """What a w:rPr says."""
    if properties is None:
        return PLAIN
    hidden = struck = raised = unseen = None
    position = None
    dark = tiny = blackened = False
    for each in properties:
        name = name_of(each)
        if name == "vanish":
            hidden = is_on(each)
        elif name in ("strike", "dstrike"):
            struck = is_on(each) or bool(struck)
        elif name == "vertAlign":
            raised = value_of(each) in ("superscript", "subscript")
        elif name == "position":
            try:
                position = int(value_of(each) or 0)
            except ValueError:
                position = 0
        elif name == "color":
            white = value_of(each) in ("FFFFFF", "ffffff")
            unseen = white or value_of(each, "themeColor") == "background1"
        elif name == "sz":
            tiny = (value_of(each) or "").isdigit() and int(value_of(each) or 0) <= _SMALLEST
        elif name == "highlight" and value_of(each) == "black":
            blackened = True
        elif name == "highlight" or (name == "shd" and is_dark(each)):
            dark = True
    if blackened:
        unseen = not unseen  # white on black is seen, and nothing else is
    return Look(hidden, struck, raised, position, True if tiny else False if dark else unseen)


def is_dark(shading: Element | None) -> bool:
    """Whether a w:shd fills its ground with a colour."""
    return (value_of(shading, "fill") or "auto").lower() not in ("auto", "ffffff") or (
        (value_of(shading) or "clear") not in ("clear", "nil")
    )


class Styles:
    """The styles of a document, from the root of their part (None where it has none)."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {
            value_of(each, "styleId") or "": each
            for each in (root if root is not None else ())
            if name_of(each) == "style"
        }
        self._looks: dict[str, Look] = {"": PLAIN}

    def look(self, style: str) -> Look:
        if style not in self._looks:
            found = PLAIN
            for each in self._chain(style):
                found = found.over(look_of(child_of(each, "rPr")))
            self._looks[style] = found
        return self._looks[style]

    def numbering(self, style: str) -> tuple[Element, str] | None:
        """The w:numPr that a paragraph style brings, and the style of its chain that has it."""
        for each in self._chain(style):
            found = child_of(child_of(each, "pPr"), "numPr")
            if found is not None:
                return found, value_of(each, "styleId") or ""
        return None

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            yield self._elements[style]
            style = value_of(child_of(self._elements[style], "basedOn")) or ""
