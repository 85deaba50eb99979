"""What the sources of an intake hold: folders, files, globs, zips, and lists of saved addresses.

A list says under which address each file was published; nothing is fetched. It is one of
- a .csv with the columns url and path;
- a .jsonl with an object a line that has "url" and "path";
- a .txt or .log of lines "path<TAB>url", or the log of `wget -nv` (… URL:https://… -> "path").
Paths in a list are relative to the folder it is in.
"""

from __future__ import annotations

import csv
import glob
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.reading.archive import Bounds, decoded_name, is_archive, members
from lib.reading.document import Unreadable
from lib.reading.encoding import decode

LARGEST = 200 << 20  # bytes of one file
_ZIP_MAGIC = b"PK"
_SAVED = re.compile(r"^[^\t]+\t\s*https?://\S+\s*$")
_WGET = re.compile(r'URL:\s*(https?://\S+) .*-> "([^"]+)"')


@dataclass(slots=True)
class Item:
    """One file to take in: where it is (`member` is its path inside a zip, `within` the folder
    that was named), the address it was published at where that is known, its bytes, or why there
    are none."""

    path: str
    member: str = ""
    url: str = ""
    data: bytes = b""
    refused: Unreadable | None = None
    within: str = ""

    @property
    def name(self) -> str:
        """The file's own name."""
        return (self.member or self.path).replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def label(self) -> str:
        """The file's path below the folder that was named, that inside its zip after it."""
        path = self.path.removeprefix(self.within).lstrip(os.sep) if self.within else self.path
        return f"{path}/{self.member}" if self.member else path


class NoSource(Exception):
    """A source is not there, or is no list although it is named as one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or all below a folder; `url` where a list gives it."""

    path: Path
    url: str = ""


def sources(named: Iterable[str | Path]) -> list[Source]:
    """The files and folders that are named, globs and lists resolved. NoSource where one of them
    is nothing."""
    found: list[Source] = []
    for name in map(str, named):
        path = Path(name)
        if path.is_dir():
            found.append(Source(path))
        elif path.is_file():
            found += _listed(path) or [Source(path)]
        else:
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute ones too
            if not matches:
                raise NoSource(name)
            found += [Source(Path(match)) for match in matches if Path(match).is_file()]
    return found


def items(source: Source, bounds: Bounds | None = None) -> Iterator[Item]:
    """The files of a source, in the order of their paths, each read when its turn comes."""
    if not source.path.is_dir():
        yield from _file(source.path, source.url, bounds)
        return
    unread: list[OSError] = []
    for folder, below, names in os.walk(source.path, onerror=unread.append):
        below.sort()
        for name in sorted(names):
            for item in _file(Path(folder, name), "", bounds):
                item.within = _text(source.path)
                yield item
    for error in unread:
        yield Item(_text(error.filename), refused=_no_access(error))


def count(source: Source) -> int:
    """How many files a source has, a zip counted as one."""
    if not source.path.is_dir():
        return 1
    return sum(len(names) for _, _, names in os.walk(source.path))


def _text(path: str | Path) -> str:
    """A path as text can hold it: on Linux a name is bytes, and those that a zip from Chinese
    Windows leaves are GBK, in folders that are not."""
    between = os.sep
    parts = os.fsencode(path).split(os.fsencode(between))
    return between.join(decoded_name(part) or part.decode("utf-8", "replace") for part in parts)


def _file(path: Path, url: str, bounds: Bounds | None) -> Iterator[Item]:
    name = _text(path)
    try:
        if not path.is_file():
            raise FileNotFoundError(2, "No such file", str(path))
        with path.open("rb") as file:
            if file.read(2) == _ZIP_MAGIC and path.stat().st_size > LARGEST:
                yield from _unpacked(name, path, url, bounds)
                return
            file.seek(0)
            data = file.read(LARGEST + 1)
    except OSError as error:
        yield Item(name, url=url, refused=_no_access(error))
        return
    if len(data) > LARGEST:
        yield Item(name, url=url, refused=_too_large())
    elif is_archive(data):
        yield from _unpacked(name, data, url, bounds)
    else:
        yield Item(name, url=url, data=data)


def _unpacked(name: str, source: Path | bytes, url: str, bounds: Bounds | None) -> Iterator[Item]:
    empty = True
    try:
        for member in members(source, bounds):
            empty = False
            yield Item(name, "/".join(member.path), url, member.data, member.refused)
    except Unreadable as error:
        yield Item(name, url=url, refused=error)
        return
    if empty:
        yield Item(name, url=url, refused=Unreadable("压缩包是空的。", "The archive is empty."))


def _no_access(error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable("没有这个文件。", "There is no such file.")
    return Unreadable(
        f"文件无法打开（{error.strerror}）。", f"The file cannot be opened ({error.strerror})."
    )


def _too_large() -> Unreadable:
    return Unreadable(
        f"文件超过{LARGEST >> 20}MB的上限。", f"The file is larger than {LARGEST >> 20} MB."
    )


# --- lists --------------------------------------------------------------------------------------


def _listed(path: Path) -> list[Source]:
    """The files of a list; empty where the file is no list. NoSource for a broken .csv, .jsonl."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".jsonl", ".txt", ".log"):
        return []
    if suffix in (".txt", ".log"):
        try:
            text = decode(path.read_bytes())[0]
        except Unreadable:
            return []
        pairs = _saved(text)
    else:
        try:
            text = decode(path.read_bytes())[0]
            pairs = _rows(csv.DictReader(io.StringIO(text))) if suffix == ".csv" else _lines(text)
        except (Unreadable, KeyError, TypeError, ValueError) as error:
            raise NoSource(f"{path}: no list with url and path") from error
    return [Source(path.parent / file, url) for file, url in pairs]


def _rows(reader: csv.DictReader[str]) -> list[tuple[str, str]]:
    if not {"url", "path"} <= set(reader.fieldnames or ()):
        raise ValueError("columns")
    return [(row["path"], row["url"] or "") for row in reader if row["path"]]


def _lines(text: str) -> list[tuple[str, str]]:
    found = [json.loads(line) for line in text.splitlines() if line.strip()]
    return [(each["path"], each["url"]) for each in found]


def _saved(text: str) -> list[tuple[str, str]]:
    """The pairs of "path<TAB>url" lines, or of a log of wget; none unless every line is one."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if lines and all(_SAVED.match(line) for line in lines):
        return [(path, url.strip()) for path, url in (line.split("\t", 1) for line in lines)]
    return [(match[2], match[1]) for line in lines if (match := _WGET.search(line))]
