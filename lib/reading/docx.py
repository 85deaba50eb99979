"""Word documents (Office Open XML, transitional and strict, and Word 2003 XML) to a Document.

What is read is what Word prints: tracked changes as accepted, no hidden or struck text, the result
of a field and not its code, text boxes once and not again in the copy kept for old programs, lists
with their labels. A raised or lowered mark is put in brackets, lest the 1 of a note become a digit
of the number it stands beside.

Own code rather than python-docx, which leaves out text boxes and content controls, knows nothing
of tracked changes, and walks a merged table slowly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lib.reading.document import REVERSED, Document, Unreadable
from lib.reading.lists import Lists
from lib.reading.package import Element, Package, broken, main_part, parse_xml, related
from lib.reading.wordml import (
    LEFT_OUT,
    Look,
    Styles,
    child_of,
    chosen,
    count_of,
    is_dark,
    is_on,
    look_of,
    name_of,
    through,
    value_of,
)
from lib.reading.wordtables import TOO_LARGE, Blocks, Flow, Row, Square, Table

_KIND = "Word"
_RAISED = 4  # half points above the rest of its paragraph that make text a raised mark
_LOWEST = 40  # twentieths of a point: a row no higher shows nothing
_DEEPEST = 20  # tables and text boxes in one another
_CHUNKS_IN_CHUNKS = 2
_DRAWN_FIELD = re.compile(r"\s*(?:eq|symbol)\b", re.I)  # it draws what it shows, 20 in a ring
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SYMBOL_FONT = "Symbol"  # its digits and signs stand 0xF000 above the usual ones


def read_docx(name: str, data: bytes, sha256: str, within: int = 0) -> Document:
    """A Document whose places are table, row and column. Raises Unreadable. `within` counts the
    documents that this one is embedded in."""
    package = Package(data, _KIND)
    try:
        main = main_part(package) or "word/document.xml"
        relations = related(package, main)
        paths = dict(relations.values())
        parts = {
            kind: package.xml(paths[kind])
            for kind in ("styles", "numbering", "footnotes", "endnotes")
            if package.has(paths.get(kind, ""))
        }
        reading = _Reading(package.xml(main), parts)
        if within < _CHUNKS_IN_CHUNKS:
            reading.chunks = {
                key: package.data(path)
                for key, (kind, path) in relations.items()
                if kind == "aFChunk" and package.has(path)
            }
        return reading.document(name, sha256, within)
    except Unreadable:
        raise
    except Exception as error:  # zipfile, zlib and lxml raise many unrelated types for damage
        raise package.broken from error


def is_word_xml(data: bytes) -> bool:
    """Whether these bytes are one XML file saved by Word: of Word 2003, or a flat package."""
    head = data[:8192]
    return b"office/word/2003/wordml" in head or (
        b"office/2006/xmlPackage" in head and b"wordprocessingml" in data
    )


def read_word_xml(name: str, data: bytes, sha256: str) -> Document:
    """A Word 2003 document, or a package written as one XML file. Raises as `read_docx`."""
    try:
        root = parse_xml(data)
        if root is None:
            raise broken(_KIND)
        parts = {
            part.get(f"{part.tag[: part.tag.find('}') + 1]}name", "").rpartition("/")[2]: part[0][0]
            for part in root
            if part.tag.endswith("}part") and len(part) and len(part[0])
        }
        parts = {file.removesuffix(".xml"): part for file, part in parts.items()}
        main = parts.get("document", root)
        if (styles := child_of(main, "styles")) is not None:
            parts["styles"] = styles
        return _Reading(main, parts).document(name, sha256)
    except Unreadable:
        raise
    except Exception as error:
        raise broken(_KIND) from error


class _Piece(NamedTuple):
    """Some text of a paragraph, and how far it is raised: by name, or by half points."""

    text: str
    raised: bool
    position: int


def _joined(pieces: list[_Piece]) -> str:
    """The text of a paragraph, raised marks in brackets."""
    if not pieces:
        return ""
    base = min(piece.position for piece in pieces)
    written = []
    for raised, group in groupby(pieces, lambda p: p.raised or p.position - base >= _RAISED):
        text = "".join(piece.text for piece in group)
        written.append(f"({text.strip()})" if raised and text.strip() else text)
    return "".join(written)


@dataclass(slots=True)
class _Field:
    """A field being read: whether still its code, how many pieces there were before it, what it
    shows if it has no text of its own (the choice in a drop-down list), and its code."""

    code: bool
    begun: int
    shown: str = ""
    says: str = ""


@dataclass(slots=True)
class _Line:
    """A paragraph being read: its text, and what floats beside it."""

    pieces: list[_Piece] = field(default_factory=list)
    floating: Flow = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def write(self, text: str, look: Look) -> None:
        if not (look.hidden or look.struck or any(each.code for each in self.fields)):
            if look.unseen and any(map(str.isdigit, text)):
                text = f"«{text}»"  # no number, and not nothing either
            self.pieces.append(_Piece(text, bool(look.raised), look.position or 0))

    def mark_field(self, element: Element) -> None:
        """A w:fldChar: where a field begins, its result begins, or it ends."""
        kind = value_of(element, "fldCharType")
        if kind == "begin":
            self.fields.append(_Field(True, len(self.pieces), _dropped_down(element)))
        elif kind == "separate" and self.fields:
            self.fields[-1].code = False
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if ended.begun == len(self.pieces):
                drawn = _DRAWN_FIELD.match(ended.says)
                if shown := ended.shown or (UNKNOWN if drawn else ""):
                    self.write(shown, Look())


def _dropped_down(element: Element) -> str:
    """What a drop-down list of an old form shows."""
    choices = child_of(child_of(element, "ffData"), "ddList")
    if choices is None:
        return ""
    entries = [value_of(each) or "" for each in choices if name_of(each) == "listEntry"]
    picked = child_of(choices, "result")
    if picked is None:
        picked = child_of(choices, "default")
    at = value_of(picked) or "0"
    return entries[int(at)] if at.isdigit() and int(at) < len(entries) else ""


def _symbol(element: Element) -> str:
    """A w:sym: a character of a certain font. Those of picture fonts stay what no number has."""
    try:
        code = int(value_of(element, "char") or "", 16)
    except ValueError:
        return "\ufffd"
    if value_of(element, "font") == _SYMBOL_FONT and 0xF020 <= code <= 0xF03F:
        code -= 0xF000
    return chr(code) if 0x20 <= code < 0xD800 or 0xF000 <= code < 0xFFFE else "\ufffd"


_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class _Reading:
    """One document: its parts by the last word of their relationship."""

    def __init__(self, root: Element, parts: dict[str, Element]) -> None:
        self._root = root
        self._styles = Styles(parts.get("styles"))
        self._lists = Lists(parts.get("numbering"))
        self._notes = {
            (name_of(note), value_of(note, "id") or ""): note
            for kind in ("footnotes", "endnotes")
            if kind in parts
            for note in parts[kind]
        }
        self._noted: list[tuple[str, str]] = []  # the notes referred to so far
        self._depth = 0
        self._squares: list[bool] = []  # the squares being read: whether each is shaded
        self._blocks = Blocks()
        self.chunks: dict[str, bytes] = {}

    def document(self, name: str, sha256: str, within: int = 0) -> Document:
        body = child_of(self._root, "body")
        if body is None:
            raise broken(_KIND)
        self._within = within
        self._top(body)
        for at, key in enumerate(tuple(self._noted), start=1):
            if key in self._notes:
                flow = self._flow(self._notes[key])
                if flow and isinstance(flow[0], str):
                    flow[0] = f"({at}) {flow[0]}"
                self._blocks.add(flow)
        return Document(name, "docx", sha256, tuple(self._blocks.found))

    def _top(self, body: Element) -> None:
        """The body, whose chunks are documents of other formats to be put in their place."""
        if not self.chunks:
            self._blocks.add(self._flow(body))
            return
        for each in through(body, "p", "tbl", "altChunk"):
            if name_of(each) != "altChunk":
                self._blocks.add(self._flow([each]))
                continue
            key = next((v for k, v in each.attrib.items() if k.endswith("}id")), "")
            if key in self.chunks:
                from lib.reading import read  # it reads what any file may be, this kind too

                inner = read("", self.chunks[key], self._within + 1)
                self._blocks.insert(inner.blocks)

    # --- paragraphs ---------------------------------------------------------------------------

    def _flow(self, element: Element) -> Flow:
        """The paragraphs and tables of a body, cell, text box or note."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable(*TOO_LARGE)
        flow: Flow = []
        line = _Line()
        for each in through(element, "p", "tbl"):
            if name_of(each) == "tbl":
                flow += (_joined(line.pieces), *line.floating, self._table(each))
                line = _Line()
                continue
            self._paragraph(each, line)
            if not self._runs_on(each):
                flow += (_joined(line.pieces), *line.floating)
                line = _Line()
        flow += (_joined(line.pieces), *line.floating)
        self._depth -= 1
        return [part for part in flow if part]

    def _runs_on(self, paragraph: Element) -> bool:
        """Whether the mark that ends a paragraph is deleted or hidden: it goes on in the next."""
        mark = child_of(child_of(paragraph, "pPr"), "rPr")
        return mark is not None and any(
            name_of(each) in ("del", "moveFrom")
            or (name_of(each) in ("vanish", "specVanish") and is_on(each))
            for each in mark
        )

    def _paragraph(self, paragraph: Element, line: _Line) -> None:
        properties = child_of(paragraph, "pPr")
        style = value_of(child_of(properties, "pStyle")) or ""
        begun = len(line.pieces)
        self._inline(paragraph, self._styles.look(style), line)
        # a field's code ends with its paragraph even where its end is lost
        line.fields = []
        label = self._label(properties, style)
        if not label:
            return
        if any(piece.text.strip() for piece in line.pieces[begun:]):
            after = line.pieces[begun]
            line.pieces.insert(begun, _Piece(f"{label} ", False, after.position))
        elif self._squares and begun == 0:
            line.pieces.append(_Piece(label, False, 0))  # an empty square is printed with it too

    def _label(self, properties: Element | None, style: str) -> str:
        numbering = child_of(properties, "numPr")
        named = ""
        if numbering is None:
            found = self._styles.numbering(style) if style else None
            if found is None:
                return ""
            numbering, named = found
        number = value_of(child_of(numbering, "numId")) or ""
        level = value_of(child_of(numbering, "ilvl"))
        if level is None:
            at = self._lists.level_of(number, named or style)
        else:
            at = int(level) if level.isdigit() else 0
        return self._lists.label(number, at)

    def _inline(self, element: Element, look: Look, line: _Line) -> None:
        """The text in a paragraph, a run, or anything in them that holds runs."""
        for each in element:
            name = name_of(each)
            if name == "r":
                properties = child_of(each, "rPr")
                own = look
                if properties is not None:
                    style = value_of(child_of(properties, "rStyle"))
                    if style:
                        own = self._styles.look(style).over(own)
                    own = look_of(properties).over(own)
                    if own.unseen and any(self._squares):
                        own = own._replace(unseen=False)
                self._inline(each, own, line)
            elif name in ("t", "m:t"):
                line.write((each.text or "").replace("\n", " "), look)
            elif name == "instrText" and line.fields:
                line.fields[-1].says += each.text or ""
            elif name in LEFT_OUT:
                continue
            elif name in _CHARACTERS:
                line.write(_CHARACTERS[name], look)
            elif name == "fldChar":
                line.mark_field(each)
            elif name == "sym":
                line.write(_symbol(each), look)
            elif name in ("footnoteReference", "endnoteReference"):
                self._noted.append((name.removesuffix("Reference"), value_of(each, "id") or ""))
                if not value_of(each, "customMarkFollows"):
                    line.write(str(len(self._noted)), look._replace(raised=True))
            elif name in ("m:sup", "m:sub"):
                self._inline(each, look._replace(raised=True), line)
            elif name == "m:den":
                line.write("/", look)
                self._inline(each, look, line)
            elif name == "mc:AlternateContent":
                self._inline(chosen(each), look, line)
            elif name == "bdo" and value_of(each) == "rtl":
                line.write(REVERSED, look)
                self._inline(each, look, line)
            elif name == "txbxContent":
                if not look.hidden:
                    line.floating += self._flow(each)
            else:
                self._inline(each, look, line)

    # --- tables -------------------------------------------------------------------------------

    def _table(self, element: Element) -> Table:
        table = Table()
        for each in through(element, "tr"):
            properties = child_of(each, "trPr")
            if child_of(properties, "del") is not None or is_on(child_of(properties, "hidden")):
                continue
            if _is_flat(child_of(properties, "trHeight")):
                continue
            squares = [
                square for cell in through(each, "tc") if (square := self._square(cell)) is not None
            ]
            before = count_of(child_of(properties, "gridBefore"), 0)
            after = count_of(child_of(properties, "gridAfter"), 0)
            table.rows.append(Row(squares, before, after))
        return table

    def _square(self, cell: Element) -> Square | None:
        """A cell; None for one that a tracked change deletes."""
        properties = child_of(cell, "tcPr")
        if child_of(properties, "cellDel") is not None:
            return None
        down = _merger(child_of(properties, "vMerge"))
        merged = child_of(properties, "cellMerge")  # a merger that is a tracked change
        if merged is not None and (change := value_of(merged, "vMerge")):
            down = {"rest": "restart", "cont": "continue"}.get(change, down)
        self._squares.append(is_dark(child_of(properties, "shd")))
        flow = self._flow(cell)
        self._squares.pop()
        return Square(
            flow,
            count_of(child_of(properties, "gridSpan"), 1),
            down,
            _merger(child_of(properties, "hMerge")),
        )


def _is_flat(height: Element | None) -> bool:
    """Whether a row is exactly so low that nothing of it is seen."""
    if height is None or value_of(height, "hRule") != "exact":
        return False
    return (value_of(height) or "").isdigit() and int(value_of(height) or 0) < _LOWEST


def _merger(element: Element | None) -> str:
    """A w:vMerge or w:hMerge, which says "continue" where it says nothing."""
    return "" if element is None else value_of(element) or "continue"
