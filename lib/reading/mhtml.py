"""Web archives (MHTML, RFC 2557) to a Document: a page saved as one file by a browser, Word or WPS.

The file is a mail message whose parts are the page, its frames, and pictures. The page is read; a
page that only frames others is read through its frames.
"""

from __future__ import annotations

import re
from email import policy
from email.message import Message
from email.parser import BytesParser

from lib.reading.document import Document, Unreadable
from lib.reading.encoding import decode
from lib.reading.html import read_html
from lib.reading.wordtables import Blocks

NO_PAGE = ("网页归档文件（MHTML）里没有网页内容。", "The web archive (MHTML) holds no web page.")
_HEADERS = re.compile(
    rb"\A\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*(?:\n[ \t][^\n]*)*\r?\n)*?"
    rb"(?:MIME-Version|Content-Type):",
    re.I,
)
_MOST_PARTS = 2000


def is_mhtml(data: bytes) -> bool:
    """Whether these bytes begin as a mail message of several parts, or of one that is a page."""
    head = data[:16_384]
    return _HEADERS.match(head) is not None and (
        re.search(rb"^Content-Type:\s*(?:multipart/|text/html)", head, re.I | re.M) is not None
    )


def read_mhtml(name: str, data: bytes, sha256: str) -> Document:
    """A Document whose places are table, row and column. Raises Unreadable."""
    message = BytesParser(policy=policy.compat32).parsebytes(data.lstrip())
    pages = []
    for number, part in enumerate(message.walk()):
        if number >= _MOST_PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            pages.append(_page(name, part, sha256))
    read = [page for page in pages if page is not None]
    if not read:
        raise Unreadable(*NO_PAGE)
    blocks = Blocks()
    for page in read:
        blocks.insert(page.blocks)
    main = max(read, key=lambda page: len(page.blocks))
    metadata = dict(main.metadata)
    if location := str(message.get("Snapshot-Content-Location") or "").strip():
        metadata.setdefault("url", location)
    return Document(name, "mhtml", sha256, tuple(blocks.found), main.encoding, metadata)


def _page(name: str, part: Message, sha256: str) -> Document | None:
    """A part as a page of its own; None for one without content."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    charset = part.get_content_charset()
    text, encoding = _decoded(payload, charset)
    try:
        return read_html(name, text, sha256, encoding)
    except Unreadable:
        return None


def _decoded(payload: bytes, charset: str | None) -> tuple[str, str]:
    """The text of a part, by the charset its header declares if the bytes keep to it."""
    if charset:
        wide = "gb18030" if charset.lower() in ("gb2312", "gbk", "x-gbk") else charset
        try:
            return payload.decode(wide), wide.lower()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(payload)
