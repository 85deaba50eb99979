"""The files that reports were read from, kept beside the dataset so that a number can be shown in
the place where it is printed.

A file is kept once, whatever it is called and however many reports name it: its address is its
SHA-256, its bytes are compressed. Only a dataset in a folder keeps files; what ships has none,
since the texts of the reports are not ours to hand on.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import re
import secrets
import zlib
from pathlib import Path

LARGEST = 50 << 20  # bytes of one file; a larger one is not kept
_DIGEST = re.compile("[0-9a-f]{64}")


class Files:
    """`root` is the dataset's root. In an object store no file is kept."""

    def __init__(self, root: str, *, read_only: bool = False) -> None:
        self._folder = None if "://" in root else Path(root, "files")
        self.possible = self._folder is not None and not read_only

    def keep(self, data: bytes) -> bool:
        """Keep a file's bytes; whether they are kept now. OSError where the disk does not let
        them."""
        if not self.possible or len(data) > LARGEST:
            return False
        path = self._path(hashlib.sha256(data).hexdigest())
        assert path is not None
        if path.exists():
            return True
        path.parent.mkdir(parents=True, exist_ok=True)
        # under another name first: a reader never sees half a file, nor do two writers mix theirs
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            part.write_bytes(gzip.compress(data, 6, mtime=0))
            part.replace(path)
        finally:
            with contextlib.suppress(OSError):
                part.unlink()
        return True

    def has(self, sha256: str) -> bool:
        """Whether a file is kept."""
        path = self._path(sha256)
        return path is not None and path.exists()

    def find(self, sha256: str) -> bytes | None:
        """The bytes of a file; None where it is not kept, or is no longer what it was."""
        path = self._path(sha256)
        if path is None:
            return None
        try:
            with gzip.open(path) as file:
                data = file.read(LARGEST + 1)
        except (OSError, EOFError, zlib.error):
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def _path(self, sha256: str) -> Path | None:
        """Where a file is or would be: in one of 256 folders, for a million in one is slow."""
        if self._folder is None or not _DIGEST.fullmatch(sha256):
            return None
        return self._folder / sha256[:2] / f"{sha256}.gz"
