"""OFD (GB/T 33190-2016) to a Document: a zip of XML that says where each character and line is.

Own code rather than a library: easyofd needs PyMuPDF (AGPL), and the others leave out the ruled
lines, without which a blank cell cannot be told from a missing one. Only what is printed matters
here: text, straight lines, the templates behind a page. Annotations and seals are left out.

Lengths in the file are millimetres; places are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lib.reading.document import Document, Paragraph, Unreadable
from lib.reading.figures import overlaid, struck, under
from lib.reading.matrix import UNCHANGED, Matrix, after, moved
from lib.reading.package import Package, broken, path_from, too_large
from lib.reading.page_breaks import Rows
from lib.reading.printed import numbered, page_parts
from lib.reading.printed_text import Character
from lib.reading.rulings import Box, Ruling, find_tables

_KIND = "OFD"
NO_TEXT = (
    "这份OFD的页面是图片，没有可读的文字。请提供由Word或网页直接生成的文件，或其网页、文本。",
    "The pages of this OFD are pictures and have no text. Please bring a file made directly from "
    "Word or a web page, or the page or text itself.",
)
_MOST_PAGES = 200
_DEEPEST = 20  # blocks within blocks, and composite units within each other
_MOST_OBJECTS = 1_000_000
_POINTS = 72 / 25.4
_THIN = 1.0  # millimetres: a filled shape no thicker than this is a line
_STRAIGHT = 0.2  # millimetres that a straight line may lean


def read_ofd(name: str, data: bytes, sha256: str) -> Document:
    """A Document whose places are page and box. Several documents in one package follow each
    other. Where a page is a picture with text laid over it, the text was recognised by a machine
    and the Document says so. Raises Unreadable."""
    parts: list[Paragraph | Rows] = []
    characters = pages = 0
    recognised = False
    title = ""
    try:
        package = Package(data, "OFD")
        for body in _children(package.xml("OFD.xml"), "DocBody"):
            title = title or _word(_child(_child(body, "DocInfo"), "Title"))
            for page in _Pages(package, _root_of(package, body)):
                pages += 1
                if pages > _MOST_PAGES:
                    break
                characters += len(page.characters)
                recognised = recognised or (page.pictured and bool(page.characters))
                tables = find_tables(page.rulings)
                printed = struck(overlaid(_once(page.characters)), page.rulings)
                parts += page_parts(printed, tables, pages)
    except Unreadable:
        raise
    except Exception as error:  # zipfile, zlib and lxml raise many unrelated types for damage
        raise broken(_KIND) from error
    if not pages:
        raise broken(_KIND)
    if characters < 40:
        raise Unreadable(*NO_TEXT)
    metadata = {"title": title} if "公开" in title else {}
    return Document(name, "ofd", sha256, numbered(parts), "", metadata, recognised)


# --- the package --------------------------------------------------------------------------------


def _root_of(package: Package, body: Any) -> str:
    """The path of a document's root; of its current version where it has several."""
    for version in _children(_child(body, "Versions"), "Version"):
        if version.get("Current", "").lower() == "true" and version.get("BaseLoc"):
            path = path_from("OFD.xml", version.get("BaseLoc"))
            root = _word(_child(package.xml(path), "DocRoot"))
            if root:
                return path_from(path, root)
    root = _word(_child(body, "DocRoot"))
    if not root:
        raise broken(_KIND)
    return path_from("OFD.xml", root)


def _tag(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _children(element: Any, tag: str) -> list[Any]:
    return [] if element is None else [child for child in element if _tag(child) == tag]


def _child(element: Any, tag: str) -> Any:
    found = _children(element, tag)
    return found[0] if found else None


def _word(element: Any) -> str:
    return "" if element is None or element.text is None else str(element.text).strip()


def _numbers(text: str | None) -> list[float]:
    return [float(word) for word in (text or "").split()]


# --- pages --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Page:
    """What a page prints, in points; `unseen` is text drawn invisibly; `dark` are areas on which
    white is seen. `pictured` where one picture covers most of the page."""

    characters: list[Character] = field(default_factory=list)
    unseen: list[Character] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    dark: list[Box] = field(default_factory=list)
    pictured: bool = False


class _Pages:
    """The pages of one document of the package."""

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        self._path = path
        self._root = package.xml(path)
        self._common = _child(self._root, "CommonData")
        self._units: dict[str, Any] = {}
        self._objects = 0
        for kind in ("PublicRes", "DocumentRes"):
            for each in _children(self._common, kind):
                self._resources(path_from(path, _word(each)))
        self._templates = {
            each.get("ID"): path_from(path, each.get("BaseLoc", ""))
            for each in _children(self._common, "TemplatePage")
        }

    def _resources(self, path: str) -> None:
        if not self._package.has(path):
            return
        for group in _children(self._package.xml(path), "CompositeGraphicUnits"):
            for unit in _children(group, "CompositeGraphicUnit"):
                self._units[unit.get("ID", "")] = unit

    def __iter__(self) -> Iterator[_Page]:
        for each in _children(_child(self._root, "Pages"), "Page"):
            yield self._page(path_from(self._path, each.get("BaseLoc", "")))

    def _page(self, path: str) -> _Page:
        content = self._package.xml(path)
        for each in _children(content, "PageRes"):
            self._resources(path_from(path, _word(each)))
        area = _child(content, "Area")
        if area is None:
            area = _child(self._common, "PageArea")
        paper = _numbers(_word(_child(area, "PhysicalBox")))
        if len(paper) != 4:
            paper = [0.0, 0.0, 210.0, 297.0]  # A4, as the standard's own examples
        page = _Page()
        shift: Matrix = (1, 0, 0, 1, -paper[0], -paper[1])
        for used in _children(content, "Template"):
            template = self._templates.get(used.get("TemplateID"))
            if template and self._package.has(template):
                self._layers(self._package.xml(template), shift, page, paper)
        self._layers(content, shift, page, paper)
        if page.pictured:
            # text laid over a scan, seen or not: all there is to read
            page.characters += page.unseen
        return page

    def _layers(self, content: Any, matrix: Matrix, page: _Page, paper: list[float]) -> None:
        for layer in _children(_child(content, "Content"), "Layer"):
            self._block(layer, matrix, page, paper, 0)

    def _block(
        self, block: Any, matrix: Matrix, page: _Page, paper: list[float], depth: int
    ) -> None:
        if depth > _DEEPEST:
            return
        for each in block:
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                raise too_large(_KIND)
            tag = _tag(each)
            if each.get("Visible", "true").lower() == "false":
                continue
            if tag == "PageBlock":
                self._block(each, matrix, page, paper, depth + 1)
            elif tag == "TextObject":
                found = list(_characters(each, _placed(each, matrix)))
                if _unseen(each):
                    page.unseen += found
                elif _is_white(each):
                    page.characters += [one for one in found if _on(page.dark, one)]
                else:
                    page.characters += found
            elif tag == "PathObject":
                page.rulings += _rulings(each, _placed(each, matrix))
                if (patch := _patch(each, _placed(each, matrix))) is not None:
                    page.characters = under(page.characters, patch)
                    page.dark += [] if _is_white(each) else [patch]
            elif tag == "ImageObject":
                box = _numbers(each.get("Boundary"))
                if len(box) == 4 and box[2] * box[3] > 0.6 * paper[2] * paper[3]:
                    page.pictured = True
            elif tag == "CompositeObject":
                unit = self._units.get(each.get("ResourceID", ""))
                inner = _child(unit, "Content") if unit is not None else None
                if inner is not None:
                    self._block(inner, _placed(each, matrix), page, paper, depth + 1)


def _placed(element: Any, outer: Matrix) -> Matrix:
    """The way from an object's own coordinates to the page: its CTM, then its boundary's corner."""
    own = _numbers(element.get("CTM"))
    boundary = _numbers(element.get("Boundary"))
    matrix = UNCHANGED if len(own) != 6 else (own[0], own[1], own[2], own[3], own[4], own[5])
    if len(boundary) == 4:
        matrix = (*matrix[:4], matrix[4] + boundary[0], matrix[5] + boundary[1])
    return after(matrix, outer)


# --- text ---------------------------------------------------------------------------------------


def _deltas(text: str | None) -> list[float]:
    """The steps between characters. `g n v` stands for n times v.

    >>> _deltas("3 g 2 4.5 1"), _deltas(None)
    ([3.0, 4.5, 4.5, 1.0], [])
    """
    words = (text or "").split()
    steps: list[float] = []
    at = 0
    while at < len(words):
        if words[at] == "g":
            times = int(words[at + 1])
            if not 0 <= times <= 100_000:
                raise broken(_KIND)
            steps += [float(words[at + 2])] * times
            at += 3
        else:
            steps.append(float(words[at]))
            at += 1
    return steps


def _unseen(element: Any) -> bool:
    """Text laid invisibly over a picture."""
    drawn = element.get("Fill", "true").lower() == "true"
    stroked = element.get("Stroke", "false").lower() == "true"
    return element.get("Alpha") == "0" or not (drawn or stroked)


def _is_white(element: Any) -> bool:
    """Whether an object is filled with white; a colour that is not given is black."""
    color = _child(element, "FillColor")
    value = (color.get("Value") or "") if color is not None else ""
    parts = [part for part in value.replace("#", " ").split() if part.isdigit()]
    return len(parts) in (1, 3) and all(int(part) > 245 for part in parts)


def _on(areas: list[Box], character: Character) -> bool:
    x, y = (character.x0 + character.x1) / 2, (character.top + character.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in areas)


def _patch(element: Any, matrix: Matrix) -> Box | None:
    """The area that a filled rectangle covers, in points; None for what leaves something seen."""
    if element.get("Fill", "false").lower() != "true" or element.get("Alpha", "255") != "255":
        return None
    color = _child(element, "FillColor")
    if color is not None and color.get("Alpha", "255") != "255":
        return None
    outlines = list(_subpaths(_word(_child(element, "AbbreviatedData"))))
    if len(outlines) != 1:
        return None
    points = [moved(matrix, x, y) for x, y in outlines[0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = min(xs), min(ys), max(xs), max(ys)
    corners = len(points) >= 4 and all(
        min(x - box[0], box[2] - x) < _STRAIGHT and min(y - box[1], box[3] - y) < _STRAIGHT
        for x, y in points
    )
    if not corners or min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        return None
    return box[0] * _POINTS, box[1] * _POINTS, box[2] * _POINTS, box[3] * _POINTS


def _characters(element: Any, matrix: Matrix) -> Iterator[Character]:
    size = float(element.get("Size") or 0)
    scale = float(element.get("HScale") or 1)
    x = y = 0.0
    for code in _children(element, "TextCode"):
        # a coordinate left out is the one of the run before
        x, y = float(code.get("X") or x), float(code.get("Y") or y)
        text = "".join(code.itertext()).strip("\r\n\t")
        across, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
        px, py = x, y
        for at, character in enumerate(text):
            width = size * scale * (1.0 if character >= "\u2e80" else 0.5)
            if not character.isspace():
                yield _character(character, px, py, width, size, matrix)
            if at < len(across):
                px += across[at]
            elif not down and not across:
                px += width  # no steps are given: the font's own, which are not at hand
            if at < len(down):
                py += down[at]


def _character(
    text: str, x: float, y: float, width: float, size: float, matrix: Matrix
) -> Character:
    """(x, y) is the left end of the base line; most of a character stands above it."""
    corners = [
        moved(matrix, x + dx, y + dy) for dx in (0, width) for dy in (-0.85 * size, 0.15 * size)
    ]
    xs = [corner[0] * _POINTS for corner in corners]
    ys = [corner[1] * _POINTS for corner in corners]
    return Character(text, min(xs), min(ys), max(xs), max(ys), max(ys) - min(ys))


def _once(characters: list[Character]) -> list[Character]:
    """Characters without those printed again on the same spot to look bold."""
    kept: list[Character] = []
    seen: dict[tuple[str, int, int], list[Character]] = {}
    for each in characters:
        column, row = int(each.x0 // 8), int(each.top // 8)
        near = [
            other
            for c in (column - 1, column, column + 1)
            for r in (row - 1, row, row + 1)
            for other in seen.get((each.text, c, r), ())
        ]
        reach = 0.2 * each.size
        if any(abs(o.x0 - each.x0) < reach and abs(o.top - each.top) < reach for o in near):
            continue
        seen.setdefault((each.text, column, row), []).append(each)
        kept.append(each)
    return kept


# --- lines --------------------------------------------------------------------------------------

_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_WORD = re.compile(r"[SMLQBAC]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def _rulings(element: Any, matrix: Matrix) -> Iterator[Ruling]:
    stroked = element.get("Stroke", "true").lower() == "true"
    filled = element.get("Fill", "false").lower() == "true"
    subpaths = [
        [moved(matrix, x, y) for x, y in points]
        for points in _subpaths(_word(_child(element, "AbbreviatedData")))
    ]
    for points in subpaths:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if filled and min(wide, high) <= _THIN < max(wide, high):
            # a rectangle as thin as a line
            if wide >= high:
                middle = (min(ys) + max(ys)) / 2
                yield _ruling((min(xs), middle), (max(xs), middle))
            else:
                middle = (min(xs) + max(xs)) / 2
                yield _ruling((middle, min(ys)), (middle, max(ys)))
        elif stroked:
            for one, other in pairwise(points):
                leans = abs(one[0] - other[0]), abs(one[1] - other[1])
                if min(leans) <= _STRAIGHT < max(leans):
                    yield _ruling(one, other)


def _ruling(one: tuple[float, float], other: tuple[float, float]) -> Ruling:
    (ax, ay), (bx, by) = one, other
    if abs(ax - bx) >= abs(ay - by):
        ay = by = (ay + by) / 2
    else:
        ax = bx = (ax + bx) / 2
    return Ruling(
        min(ax, bx) * _POINTS, min(ay, by) * _POINTS, max(ax, bx) * _POINTS, max(ay, by) * _POINTS
    )


def _subpaths(data: str) -> Iterator[list[tuple[float, float]]]:
    """The corners of the straight stretches of a path.

    >>> list(_subpaths("M 0 0 L 5 0 L 5 2 C M 1 1 L 2 1"))
    [[(0.0, 0.0), (5.0, 0.0), (5.0, 2.0), (0.0, 0.0)], [(1.0, 1.0), (2.0, 1.0)]]
    >>> list(_subpaths("M 0 0 L 5 0 B 6 0 7 1 7 2 L 7 9 C"))
    [[(0.0, 0.0), (5.0, 0.0)], [(7.0, 2.0), (7.0, 9.0), (0.0, 0.0)]]
    """
    words = _WORD.findall(data)
    points: list[tuple[float, float]] = []
    start = (0.0, 0.0)
    at = 0
    while at < len(words):
        command = words[at]
        if command not in _OPERANDS:
            raise broken(_KIND)
        operands = [float(word) for word in words[at + 1 : at + 1 + _OPERANDS[command]]]
        if len(operands) != _OPERANDS[command]:
            raise broken(_KIND)
        at += 1 + len(operands)
        if command == "C":
            points.append(start)
        elif command == "L":
            points.append((operands[0], operands[1]))
        else:
            if len(points) > 1:
                yield points
            points = [(operands[-2], operands[-1])]
            if command in "SM":
                start = points[0]
    if len(points) > 1:
        yield points
