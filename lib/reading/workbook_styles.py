"""What the styles of an XLSX workbook make of its cells, from the part styles.xml (ECMA-376 part 1,
18.8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lib.reading.number_format import BUILT_IN, GENERAL
from lib.reading.package import Element

_WHITE = ({"rgb": "FFFFFF"}, {"theme": "0"}, {"indexed": "9"}, {"indexed": "1"})


class Look(NamedTuple):
    """How a cell looks: its number format, whether it is struck out, raised or lowered, has a
    border, or is white on white, which nobody sees."""

    code: str = GENERAL
    struck: bool = False
    raised: bool = False
    bordered: bool = False
    unseen: bool = False


PLAIN = Look()


def tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    if element is not None:
        for each in element:
            if tag(each) == name:
                yield each


def child(element: Element | None, name: str) -> Element | None:
    return next(children(element, name), None)


def font_marks(font: Element | None) -> tuple[bool, bool]:
    """Whether a font strikes its text out, and whether it raises or lowers it."""
    mark = child(font, "vertAlign")
    raised = mark is not None and mark.get("val") in ("superscript", "subscript")
    return _is_on(child(font, "strike")), raised


def looks_of(styles: Element | None) -> list[Look]:
    """The looks that cells name by their number."""
    formats = {
        int(each.get("numFmtId", 0)): each.get("formatCode", "")
        for each in children(child(styles, "numFmts"), "numFmt")
    }
    fonts = [
        (*font_marks(each), _is_white(child(each, "color")))
        for each in children(child(styles, "fonts"), "font")
    ]
    on_white = [_leaves_white(each) for each in children(child(styles, "fills"), "fill")]
    borders = [
        any(side.get("style", "none") != "none" for side in each)
        for each in children(child(styles, "borders"), "border")
    ]
    found = []
    for each in children(child(styles, "cellXfs"), "xf"):
        number, font, fill, border = (
            int(each.get(key, 0)) for key in ("numFmtId", "fontId", "fillId", "borderId")
        )
        struck, raised, white = fonts[font] if font < len(fonts) else (False, False, False)
        found.append(
            Look(
                formats.get(number) or BUILT_IN.get(number, GENERAL),
                struck,
                raised,
                border < len(borders) and borders[border],
                white and (fill >= len(on_white) or on_white[fill]),
            )
        )
    return found


def looks_by_condition(styles: Element | None) -> dict[int, Look]:
    """What the formats that cells take on by a rule change of what is seen, by their numbers;
    without those that change nothing. A `code` of General is none of their own."""
    found: dict[int, Look] = {}
    for at, each in enumerate(children(child(styles, "dxfs"), "dxf")):
        font, fill, number = (child(each, name) for name in ("font", "fill", "numFmt"))
        struck, raised = font_marks(font)
        ground = child(child(fill, "patternFill"), "bgColor")  # there a solid fill's own colour
        unseen = _is_white(child(font, "color")) and (ground is None or _is_white(ground))
        code = number.get("formatCode", "") if number is not None else ""
        if struck or raised or unseen or code:
            found[at] = Look(code or GENERAL, struck, raised, False, unseen)
    return found


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get("val", "1") not in ("0", "false")


def _is_white(color: Element | None) -> bool:
    if color is None or float(color.get("tint", 0)) < 0:
        return False
    return any(
        color.get(key, "").upper().endswith(value) and (key == "rgb" or color.get(key) == value)
        for each in _WHITE
        for key, value in each.items()
    )


def _leaves_white(fill: Element) -> bool:
    pattern = child(fill, "patternFill")
    if pattern is None:
        return False  # a gradient
    kind = pattern.get("patternType", "none")
    return kind == "none" or (kind == "solid" and _is_white(child(pattern, "fgColor")))
