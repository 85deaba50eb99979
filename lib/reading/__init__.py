"""Bytes to Document. One reader per kind of file; none knows anything of the form.

The kind is judged from the bytes, not from the name: offices save web pages as .txt and text as
.html.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from lib.reading.document import Document, Unreadable
from lib.reading.encoding import decode
from lib.reading.html import read_html
from lib.reading.text import read_text

_TAG = re.compile(r"<(?:!doctype|html|head|body|table|div|p|meta|span)\b", re.I)
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
    (b"RIFF", "图片或音视频", "picture or media"),
    (b"\x1f\x8b", "压缩文件", "archive"),
    (b"Rar!", "压缩文件", "archive"),
    (b"7z\xbc\xaf", "压缩文件", "archive"),
)


def read(name: str, data: bytes) -> Document:
    """Read one file. `name` is only carried along and used to tell Markdown from text.

    Raises Unreadable, with a sentence in both languages, for what cannot be read."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise _EMPTY
    if data[:1024].lstrip().startswith(b"%PDF"):
        from lib.reading.pdf import read_pdf  # heavy, and most files are none

        return read_pdf(name, data, hashlib.sha256(data).hexdigest())
    if data.startswith(b"PK\x03\x04") and (ofd := _as_ofd(name, data)):
        return ofd
    for magic, zh, en in _OTHER_KINDS:
        if data.startswith(magic):
            # BM also begins ordinary text
            if magic == b"BM" and _looks_like_text(data):
                continue
            raise Unreadable(
                f"这是{zh}({PurePath(name).suffix or '无扩展名'}),目前只能读取网页(HTML)、"
                "PDF和文本(TXT、Markdown)。请另存为网页或把正文粘贴成文本再上传。",
                f"This is a {en} file ({PurePath(name).suffix or 'no extension'}); only web pages "
                "(HTML), PDF and text (TXT, Markdown) can be read so far. Please save it as a web "
                "page or paste its text into a text file.",
            )
    text, encoding = decode(data)
    if not text.strip():
        raise _EMPTY
    sha256 = hashlib.sha256(data).hexdigest()
    reader = read_html if _TAG.search(text[:20_000]) else read_text
    return reader(name, text, sha256, encoding)


def _looks_like_text(data: bytes) -> bool:
    return b"\x00" not in data[:512]


def _as_ofd(name: str, data: bytes) -> Document | None:
    """The Document in a zip that is an OFD package; None for another zip."""
    from lib.reading.ofd import is_ofd, read_ofd

    return read_ofd(name, data, hashlib.sha256(data).hexdigest()) if is_ofd(data) else None
