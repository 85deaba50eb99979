"""The XML files inside a zip, as OFD, Word and Excel keep them: by path, within bounds.

What a zip says of its own sizes is not believed, nothing is fetched, and no entity is expanded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from lib.reading.document import Unreadable

_LARGEST_PART = 32 * 2**20  # bytes of one file, unpacked
_LARGEST = 128 * 2**20  # bytes of all files read
DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError)
"""What zipfile raises for a damaged file, besides RuntimeError for a locked one."""

Element = Any  # lxml's stubs do not let a tag be both a str and a function, as comments have it


def broken(kind: str) -> Unreadable:
    return Unreadable(
        f"{kind}文件已损坏、加密或不完整，无法打开。",
        f"The {kind} file is damaged, encrypted or incomplete.",
    )


def too_large(kind: str) -> Unreadable:
    return Unreadable(
        f"{kind}文件解开后过大，未读取。",
        f"The {kind} file is too large once unpacked; it was not read.",
    )


class Package:
    """The files of a zip. `kind` is what the file is called in a sentence that refuses it."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.broken = broken(kind)
        self.too_large = too_large(kind)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise self.broken from error
        self._names = {
            normpath(info.filename.replace("\\", "/").lstrip("/")).lower(): info
            for info in self._archive.infolist()
        }
        self._read = 0

    @property
    def names(self) -> frozenset[str]:
        """The paths of the files, in lower case."""
        return frozenset(self._names)

    def has(self, path: str) -> bool:
        return path.lower() in self._names

    def data(self, path: str) -> bytes:
        """A file of the package; Unreadable where there is none, or past a bound."""
        info = self._names.get(path.lower())
        if info is None:
            raise self.broken
        with self._archive.open(info) as stream:
            # the length that the zip declares may be a lie
            data = stream.read(_LARGEST_PART + 1)
        self._read += len(data)
        if len(data) > _LARGEST_PART or self._read > _LARGEST:
            raise self.too_large
        return data

    def first_bytes(self, path: str, count: int) -> bytes:
        """The beginning of a file of the package."""
        try:
            with self._archive.open(self._names[path.lower()]) as stream:
                return stream.read(count)
        except (*DAMAGED, KeyError, RuntimeError) as error:
            raise self.broken from error

    def xml(self, path: str) -> Element:
        """The root element of an XML file of the package."""
        try:
            root = parse_xml(self.data(path))
        except (*DAMAGED, RuntimeError, etree.XMLSyntaxError) as error:
            raise self.broken from error
        if root is None:
            raise self.broken
        return root


def parse_xml(data: bytes) -> Element | None:
    """The root element; None where a DTD is declared: none of these formats has one, and its
    entities could stand for anything. Raises etree.XMLSyntaxError for damage."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root: Element = etree.fromstring(data, parser)
    return None if root.getroottree().docinfo.internalDTD is not None else root


def path_from(base: str, location: str) -> str:
    """A location as written in the file `base`: absolute from the package's root, or relative.

    >>> path_from("Doc_0/Document.xml", "Pages/Page_0/Content.xml")
    'Doc_0/Pages/Page_0/Content.xml'
    >>> path_from("Doc_0/Pages/Page_0/Content.xml", "/Doc_0/PublicRes.xml")
    'Doc_0/PublicRes.xml'
    """
    location = location.strip().replace("\\", "/")
    return normpath(join("/", dirname(base), location)).lstrip("/")


def related(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of an Office part (of the package itself for ""): id -> the last word of
    its type, and the path of its target. Targets outside the package are left out."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    if not package.has(path):
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            path_from(part, each.get("Target", "")),
        )
        for each in package.xml(path)
        if each.get("TargetMode", "").lower() != "external"
    }


def main_part(package: Package) -> str:
    """The path of an Office package's main part, "" where it names none."""
    found = [path for kind, path in related(package, "").values() if kind == "officeDocument"]
    return found[0] if found else ""
