"""Bytes to text: byte-order mark, then the charset the file declares, then UTF-8, then GB18030,
then a detector. Binary data is refused in words."""

from __future__ import annotations

import codecs
import re

from lib.reading.document import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
# Pages that declare one of these hold characters of the larger set in practice.
_WIDENED = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r")) + b"\x7f"
_PRIVATE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ue000-\uf8ff]")
BINARY = Unreadable(
    "这不是文字文件，无法读取。请上传网页(HTML)或文本(TXT、Markdown)格式的年度报告。",
    "This is not a text file and cannot be read. Please upload the annual report as a web page "
    "(HTML) or as text (TXT, Markdown).",
)


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was in. Raises Unreadable for what is no text.

    >>> decode("规章 0".encode("gbk"))
    ('规章 0', 'gb18030')
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(name).lstrip("\ufeff"), name
            except UnicodeDecodeError:
                break
    for name in (*_declared(data), "utf-8", "gb18030"):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if name == "utf-8":
            # random bytes are no UTF-8, so only control bytes need counting, and cheaply
            if len(data) - len(data.translate(None, _CONTROL)) > max(2, len(data) // 100):
                raise BINARY
            return text, name
        return _checked(text), name
    return _detected(data)


def _declared(data: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(data[:4096])
    if not found:
        return ()
    name = found[1].decode("ascii").lower()
    return (_WIDENED.get(name, name),)


def _detected(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        # One damaged byte must not lose a report: what is still text is read, the rest marked.
        for name in ("utf-8", "gb18030"):
            text = data.decode(name, errors="replace")
            if text.count("\ufffd") <= len(text) // 200:
                return _checked(text), name
        raise BINARY
    return _checked(str(best)), best.encoding


def _checked(text: str) -> str:
    """The text, if it looks like text: random bytes decode as GB18030 surprisingly often, but
    into private-use and control characters."""
    if len(_PRIVATE.findall(text)) > max(2, len(text) // 100):
        raise BINARY
    return text
