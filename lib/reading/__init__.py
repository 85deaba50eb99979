"""Bytes to Document. One reader per kind of file; none knows anything of the form.

The kind is judged from the bytes, not from the name: offices save web pages as .txt and text as
.html.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import PurePath

from lib.reading.document import Document, Unreadable
from lib.reading.encoding import decode
from lib.reading.html import read_html
from lib.reading.scan import (
    INSTALL_EN,
    INSTALL_ZH,
    available,
    overlaid,
    read_picture,
    read_scanned_pdf,
)
from lib.reading.text import read_text

_TAG = re.compile(
    r"(?:<|&lt;|\\u003c)(?:!doctype|html|head|body|table|div|p|meta|span|t[dhr]|script)\b", re.I
)
_EMPTY = Unreadable("文件是空的。", "The file is empty.")

# What the first bytes say a file is, and what to tell the person who brought it.
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "Word、Excel 或压缩文件", "Word, Excel or archive"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件", "old Office"),
    (b"{\\rtf", "RTF 文件", "RTF"),
    (b"\x89PNG", "图片", "picture"),
    (b"\xff\xd8\xff", "图片", "picture"),
    (b"GIF8", "图片", "picture"),
    (b"BM", "图片", "picture"),
    (b"II*\x00", "图片", "picture"),
    (b"MM\x00*", "图片", "picture"),
    (b"RIFF", "图片", "picture"),
    (b"\x1f\x8b", "压缩文件", "archive"),
    (b"Rar!", "压缩文件", "archive"),
    (b"7z\xbc\xaf", "压缩文件", "archive"),
)

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*")


def read(name: str, data: bytes) -> Document:
    """Read one file. `name` is only carried along and used to tell Markdown from text.

    Raises Unreadable, with a sentence in both languages, for what cannot be read."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise _EMPTY
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _as_pdf(name, data)
    if data.startswith(b"PK\x03\x04") and (ofd := _as_ofd(name, data)):
        return ofd
    for magic, zh, en in _OTHER_KINDS:
        if data.startswith(magic):
            # BM also begins ordinary text
            if magic == b"BM" and _looks_like_text(data):
                continue
            if recognised := _as_picture(name, data):
                return recognised
            raise Unreadable(
                f"这是{zh}({PurePath(name).suffix or '无扩展名'}),目前只能读取网页(HTML)、"
                "PDF和文本(TXT、Markdown)。请另存为网页或把正文粘贴成文本再上传。"
                + (INSTALL_ZH if zh == "图片" else ""),
                f"This is a {en} file ({PurePath(name).suffix or 'no extension'}); only web pages "
                "(HTML), PDF and text (TXT, Markdown) can be read so far. Please save it as a web "
                "page or paste its text into a text file."
                + (f" {INSTALL_EN}" if zh == "图片" else ""),
            )
    text, encoding = decode(data)
    if not text.strip():
        raise _EMPTY
    sha256 = hashlib.sha256(data).hexdigest()
    # an interface's answer may carry its page behind much else
    begins = text if text[:1] in "{[" else text[:20_000]
    reader = read_html if _TAG.search(begins) else read_text
    return reader(name, text, sha256, encoding)


def _as_pdf(name: str, data: bytes) -> Document:
    """A PDF by its text; by recognition where its pages are pictures."""
    from lib.reading.pdf import SCANNED, read_pdf  # heavy, and most files are none

    sha256 = hashlib.sha256(data).hexdigest()
    try:
        document = read_pdf(name, data, sha256)
    except Unreadable as error:
        if error is not SCANNED:
            raise
        if not available():
            raise Unreadable(SCANNED.zh + INSTALL_ZH, f"{SCANNED.en} {INSTALL_EN}") from error
        return read_scanned_pdf(name, data, sha256)
    # text laid over a scan was recognised by another machine, and is no more certain
    return replace(document, recognised=True) if overlaid(data) else document


def _as_picture(name: str, data: bytes) -> Document | None:
    """The Document in a picture; None for another kind of file, or where recognition is not
    installed."""
    if not (data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")):
        return None
    if not available():
        return None
    return read_picture(name, data, hashlib.sha256(data).hexdigest())


def _looks_like_text(data: bytes) -> bool:
    return b"\x00" not in data[:512]


def _as_ofd(name: str, data: bytes) -> Document | None:
    """The Document in a zip that is an OFD package; None for another zip."""
    from lib.reading.ofd import is_ofd, read_ofd

    return read_ofd(name, data, hashlib.sha256(data).hexdigest()) if is_ofd(data) else None
