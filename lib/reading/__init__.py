"""Bytes to Document. One reader per kind of file; none knows anything of the form.

The kind is judged from the bytes, not from the name: offices save web pages as .txt and text as
.html.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import PurePath

from lib.reading import compound
from lib.reading.document import Document, Unreadable
from lib.reading.encoding import decode
from lib.reading.html import read_html
from lib.reading.mhtml import is_mhtml, read_mhtml
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
_EMPTY = ("文件是空的。", "The file is empty.")
_ZIP = b"PK\x03\x04"

# What can be read, by suffix: which files of a folder are worth a try. What a file is, its bytes
# say.
READABLE = frozenset(
    {".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".pdf", ".ofd", ".txt", ".md"}
    | {".markdown", ".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf"}
    | {".odt", ".fodt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods", ".fods"}
)

# What the first bytes say a file is that cannot be read.
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "图片", "picture"),
    (b"\xff\xd8\xff", "图片", "picture"),
    (b"GIF8", "图片", "picture"),
    (b"BM", "图片", "picture"),
    (b"II*\x00", "图片", "picture"),
    (b"MM\x00*", "图片", "picture"),
    (b"RIFF", "图片", "picture"),
    (b"PK\x03\x04", "压缩文件", "zip archive"),
    (b"PK\x05\x06", "压缩文件", "zip archive"),
    (b"\x1f\x8b", "压缩文件", "archive"),
    (b"BZh", "压缩文件", "archive"),
    (b"\xfd7zXZ", "压缩文件", "archive"),
    (b"Rar!", "RAR压缩文件", "RAR archive"),
    (b"7z\xbc\xaf", "7Z压缩文件", "7Z archive"),
    (compound.MAGIC, "旧版Office文件", "old Office file"),
    (b"ITSF", "CHM文件", "CHM file"),
    (b"AT&TFORM", "DJVU文件", "DJVU file"),
    (b"%!PS", "PostScript文件", "PostScript file"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*")


def read(name: str, data: bytes, within: int = 0) -> Document:
    """Read one file. `name` is only carried along and used to tell Markdown from text; `within`
    counts the documents the file is embedded in.

    Raises Unreadable, with a sentence in both languages, for what cannot be read."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable(*_EMPTY)
    head = data[:1024].lstrip()
    if head.startswith(b"%PDF"):
        return _as_pdf(name, data)
    sha256 = hashlib.sha256(data).hexdigest()
    packed = None
    if data.startswith(_ZIP):
        packed = _as_package(name, data, sha256, within)
    elif data.startswith(compound.MAGIC):
        packed = _as_compound(name, data, sha256)
    elif head.startswith(b"{\\rtf"):
        from lib.reading.converted import read_converted

        packed = read_converted(name, data, sha256, "rtf")
    elif head[:5] in (b"<?xml", b"<pkg:"):
        packed = _as_xml(name, data, sha256)
    elif is_mhtml(data):
        packed = read_mhtml(name, data, sha256)
    if packed:
        return packed
    for magic, zh, en in _OTHER_KINDS:
        if data.startswith(magic):
            # BM and BZh also begin ordinary text
            if magic in (b"BM", b"BZh") and _looks_like_text(data):
                continue
            if recognised := _as_picture(name, data):
                return recognised
            raise _refused(name, zh, en)
    text, encoding = decode(data)
    if not text.strip():
        raise Unreadable(*_EMPTY)
    # an interface's answer may carry its page behind much else
    begins = text if text[:1] in "{[" else text[:20_000]
    reader = read_html if _TAG.search(begins) else read_text
    return reader(name, text, sha256, encoding)


def _refused(name: str, zh: str, en: str) -> Unreadable:
    suffix = PurePath(name).suffix
    what_zh, what_en = "请另存为其中一种再提供。", "Please save it as one of these."
    if "archive" in en:
        what_zh, what_en = "请解压后再提供其中的文件。", "Please unpack it first."
    elif zh == "图片":
        what_zh, what_en = INSTALL_ZH, INSTALL_EN
    return Unreadable(
        f"这是{zh}（{suffix or '无扩展名'}），不能读取。可以读取的是网页、Word、WPS、Excel、RTF、"
        f"PDF、OFD和文本文件。{what_zh}",
        f"This is a{'n' if en[0] in 'aeiou' else ''} {en} ({suffix or 'no extension'}), which "
        "cannot be read. What can be read are web pages, Word, WPS, Excel, RTF, PDF, OFD and text "
        f"files. {what_en}",
    )


def _as_package(name: str, data: bytes, sha256: str, within: int) -> Document | None:
    """The Document in a zip that is a document of some office program; None for another zip."""
    from lib.reading.package import Package, main_part

    package = Package(data, "Word/Excel/ZIP")
    if package.has("OFD.xml"):
        from lib.reading.ofd import read_ofd

        return read_ofd(name, data, sha256)
    if package.has("mimetype"):
        kind = package.first_bytes("mimetype", 100).strip().rpartition(b"opendocument.")[2]
        for open_kind, suffix in ((b"text", "odt"), (b"spreadsheet", "ods")):
            if kind.startswith(open_kind):
                from lib.reading.converted import read_converted

                return read_converted(name, data, sha256, suffix)
        raise _refused(name, "演示文稿、图形或电子书", "presentation, drawing or book")
    if not package.has("[Content_Types].xml"):
        return None
    main = main_part(package)
    if main.startswith("word/") or package.has("word/document.xml"):
        from lib.reading.docx import read_docx

        return read_docx(name, data, sha256, within)
    if package.has("xl/workbook.bin"):
        from lib.reading.older_workbook import read_older_workbook

        return read_older_workbook(name, data, sha256, "xlsb")
    if main.startswith("xl/") or package.has("xl/workbook.xml"):
        from lib.reading.workbook import read_workbook

        return read_workbook(name, data, sha256)
    raise _refused(name, "演示文稿或其他Office文件", "presentation or another Office file")


def _as_compound(name: str, data: bytes, sha256: str) -> Document | None:
    """The Document in an old Office file; None where it is neither Word nor Excel."""
    from lib.reading.converted import read_converted
    from lib.reading.older_workbook import read_older_workbook

    streams = compound.streams(data)
    if "EncryptedPackage" in streams:
        raise Unreadable(*compound.LOCKED)
    if "WordDocument" in streams:
        if compound.is_encrypted_word(data):
            raise Unreadable(*compound.LOCKED)
        return read_converted(name, data, sha256, "doc")
    if "Workbook" in streams or "Book" in streams:
        return read_older_workbook(name, data, sha256, "xls")
    if "MatOST" in streams or "CONTENTS" in streams:  # Works, whose suffix is WPS too
        return read_converted(name, data, sha256, "wps")
    return None


def _as_xml(name: str, data: bytes, sha256: str) -> Document | None:
    """The Document in an XML file that Word or Excel saved; None for another, XHTML perhaps."""
    from lib.reading.docx import is_word_xml, read_word_xml

    if is_word_xml(data):
        return read_word_xml(name, data, sha256)
    if b"urn:schemas-microsoft-com:office:spreadsheet" in data[:4096] and b"<html" not in data:
        from lib.reading.converted import read_converted

        return read_converted(name, data, sha256, "xml")
    if b"<office:document" in data[:4096]:  # an OpenDocument file in one piece
        from lib.reading.converted import read_converted

        sheets = b"opendocument.spreadsheet" in data[:65_536]
        document = read_converted(name, data, sha256, "fods" if sheets else "fodt")
        return replace(document, format="ods" if sheets else "odt")
    return None


def _as_pdf(name: str, data: bytes) -> Document:
    """A PDF by its text; by recognition where its pages are pictures, or its glyphs of no known
    character."""
    from lib.reading.pdf import Unrecognised, read_pdf  # heavy, and most files are none

    sha256 = hashlib.sha256(data).hexdigest()
    try:
        document = read_pdf(name, data, sha256)
    except Unrecognised as error:
        if not available():
            raise Unreadable(error.zh + INSTALL_ZH, f"{error.en} {INSTALL_EN}") from error
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
