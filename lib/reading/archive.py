"""Zip archives: their members one by one, within bounds, zips inside zips included.

Nothing is written to disk, so a member's path is only a name. What an archive says of its own
sizes is not believed: no more than the bounds allow is ever inflated. Word, Excel, OFD and
OpenDocument files are zips too, but they are reports and no archives.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.reading.document import Unreadable

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # a first member; the end of an empty archive
_RATIO_FROM = 10 << 20  # small members may well be blank paper: no ratio is asked of them
_STEP = 1 << 20
_CLUTTER = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.I)
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is still unpacked of one archive: members in number and bytes (those of the zips in it
    counted), how many times a large member may be longer than its packed form, how many zips may
    be in one another."""

    members: int = 200_000
    member_bytes: int = 200 << 20
    total_bytes: int = 50 << 30
    ratio: int = 200
    depth: int = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. `path` is its name, those of the zips it is in before it. Either
    `data`, or why it was not unpacked."""

    path: tuple[str, ...]
    data: bytes = b""
    refused: Unreadable | None = None


def is_archive(data: bytes) -> bool:
    """Whether these bytes are a zip that holds files, and not an Office, OFD or EPUB document.

    A zip that is damaged beyond listing is taken for an archive."""
    if not data.startswith(_MAGIC):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            names = {name.lower().lstrip("/") for name in opened.namelist()}
    except _DAMAGED:
        return b"[Content_Types].xml" not in data[:4096] and b"mimetype" not in data[:64]
    return not names & {"[content_types].xml", "mimetype", "ofd.xml"}


def is_clutter(name: str) -> bool:
    """Whether a name is of a file that an operating system leaves behind, no document.

    >>> is_clutter("__MACOSX/a/._b.html"), is_clutter("a/.DS_Store"), is_clutter("a/b.html")
    (True, True, False)
    """
    return _CLUTTER.search(name) is not None


def members(source: bytes | Path, bounds: Bounds | None = None) -> Iterator[Member]:
    """Every file of an archive in its order, folders left out, inner zips opened in their place.

    Raises Unreadable where the archive itself cannot be opened. Past the bounds on number and
    total one last refused Member says so."""
    yield from _walk(source, (), _Budget(bounds or Bounds()), 1)


class _Budget:
    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.members = bounds.members
        self.bytes = bounds.total_bytes
        self.spent = False


def _walk(
    source: bytes | Path, above: tuple[str, ...], budget: _Budget, depth: int
) -> Iterator[Member]:
    try:
        opened = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except _DAMAGED as error:
        raise _damaged() from error
    with opened:
        for info in opened.infolist():
            if info.is_dir():
                continue
            path = (*above, member_name(info))
            if budget.spent:
                return
            if budget.members <= 0 or budget.bytes <= 0:
                budget.spent = True
                yield Member(path, refused=_too_much(budget.bounds))
                return
            budget.members -= 1
            try:
                data = _inflate(opened, info, budget)
            except Unreadable as refusal:
                yield Member(path, refused=refusal)
                continue
            if not is_archive(data):
                yield Member(path, data)
            elif depth >= budget.bounds.depth:
                yield Member(path, refused=_too_deep(budget.bounds))
            else:
                try:
                    yield from _walk(data, path, budget, depth + 1)
                except Unreadable as refusal:
                    yield Member(path, refused=refusal)


def _inflate(opened: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    """The bytes of one member; Unreadable past a bound, or where they are locked or damaged."""
    if info.flag_bits & 0x1:
        raise Unreadable(
            "这份文件在压缩包中加了密码，请解压后再提供。",
            "This file is locked with a password inside the archive; please unpack it first.",
        )
    bounds = budget.bounds
    most = min(bounds.member_bytes, budget.bytes)
    ratio_most = max(_RATIO_FROM, info.compress_size * bounds.ratio)
    found = bytearray()
    try:
        with opened.open(info) as file:
            while step := file.read(_STEP):
                found += step
                if len(found) > ratio_most:
                    raise Unreadable(
                        f"解压后超过原大小的{bounds.ratio}倍，疑为压缩炸弹，未解压。",
                        f"It unpacks to more than {bounds.ratio} times its size, as a zip bomb "
                        "does; it was not unpacked.",
                    )
                if len(found) > most:
                    raise Unreadable(
                        f"解压后超过{most >> 20}MB的上限，未解压。",
                        f"It unpacks to more than the {most >> 20} MB allowed; it was not "
                        "unpacked.",
                    )
    except NotImplementedError as error:
        raise Unreadable(
            "这份文件的压缩方式无法解压。", "The way this file was packed cannot be unpacked."
        ) from error
    except RuntimeError as error:  # zipfile's word for a wrong or missing password
        raise _damaged() from error
    except _DAMAGED as error:
        raise _damaged() from error
    finally:
        budget.bytes -= len(found)
    return bytes(found)


def member_name(info: zipfile.ZipInfo) -> str:
    """The name of a member. Without the flag for UTF-8 zipfile takes the bytes for cp437; Chinese
    programs write GBK there, some UTF-8."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            raw = info.orig_filename.encode("cp437")
        except UnicodeEncodeError:
            return name
        name = decoded_name(raw) or name
    return name.replace("\\", "/")


def decoded_name(raw: bytes) -> str:
    """The bytes of a file's name as text: UTF-8, else GBK; "" where they are neither.

    >>> decoded_name("年报.txt".encode("gbk"))
    '年报.txt'
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _damaged() -> Unreadable:
    return Unreadable(
        "压缩文件已损坏或不完整，无法解压。",
        "The zip archive is damaged or incomplete and cannot be unpacked.",
    )


def _too_much(bounds: Bounds) -> Unreadable:
    return Unreadable(
        f"压缩包内容超出上限（{bounds.members}份、{bounds.total_bytes >> 20}MB），"
        "从这份文件起未解压。",
        f"The archive holds more than is allowed ({bounds.members} files, "
        f"{bounds.total_bytes >> 20} MB); from this file on it was not unpacked.",
    )


def _too_deep(bounds: Bounds) -> Unreadable:
    return Unreadable(
        f"压缩包嵌套超过{bounds.depth}层，未解压。",
        f"Archives are nested more than {bounds.depth} deep; this one was not unpacked.",
    )
