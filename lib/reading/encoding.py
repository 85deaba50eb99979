"""Bytes to text: byte-order mark, then UTF-8, then the charset the file declares, then GB18030,
then a detector. Text that was garbled before it was saved is mended where nothing of it is lost,
else refused in words, as binary data is."""

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
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_.:-]+)")
# Pages that declare one of these hold characters of the larger set in practice.
_WIDENED = {
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "cp950"),
}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r")) + b"\x7f"
_PRIVATE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ue000-\uf8ff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_HAN = re.compile(r"[\u3400-\u9fff\ue000-\uf8ff]")
_LATIN = re.compile(r"[\u00a0-\u00ff\u0152-\u02dc\u2013-\u203a\u20ac\u2122]")
# The commonest characters of written Chinese, with their traditional forms.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能"
    "下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加"
    "量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与"
    "关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者"
    "最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少"
    "图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光"
    "门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采"
    "转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节"
    "這個國時來們對會發動過說產種後學經進著電裡現實兩體當點從業應開還義樣與關線數內麼氣變條沒"
    "結問無軍題黨員總設長頭資邊統級圖區強論農則據處隊門壓濟極聯認權證轉單風場車務萬達積議聲報"
)
_PLAUSIBLE = 0.12
# UTF-8 has no byte pair that reads as one of these in GBK, nor has Latin text the characters.
_NEVER_GARBLED = ("年", "的", "一")
_MOJIBAKE = (
    "锛",
    "銆",
    "鐨",
    "鏀",
    "鍏",
    "鈥",
    "锟斤拷",
)  # ， 。 的 政 公 “ and lost bytes, misread
GARBLED = (
    "文字是乱码：原文曾用错误的编码打开后另存，部分汉字已丢失，无法准确复原。请从原网站重新下载。",
    "The text is garbled: it was once opened in a wrong encoding and saved, and some characters "
    "are lost for good. Please download the file from its site again.",
)
QUESTION_MARKS = (
    "文字中的汉字都成了“?”：保存时用了不支持汉字的编码，无法复原。请从原网站重新下载。",
    "The Chinese characters of the text have become “?”: it was saved in an encoding without them "
    "and cannot be restored. Please download the file from its site again.",
)
BINARY = (
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
                return mended(data.decode(name).lstrip("\ufeff")), name
            except UnicodeDecodeError:
                break
    if wide := _wide(data):
        try:
            return _checked(data.decode(wide)), wide
        except UnicodeDecodeError:
            pass
    # Chinese in another encoding is no UTF-8, whatever the page declares
    for name in ("utf-8", *_declared(data), "gb18030"):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if name == "utf-8":
            if any(word in text for word in _NEVER_GARBLED):
                return text, name
            # random bytes are no UTF-8, so only control bytes need counting
            if len(data) - len(data.translate(None, _CONTROL)) > max(2, len(data) // 100):
                raise Unreadable(*BINARY)
            return mended(text), name
        if _is_chinese(text):
            return text, name
        if lenient := _damaged_utf8(data):
            return lenient, "utf-8"
        if name == "gb18030" and (taiwan := _big5(data, text)):
            return taiwan, "big5"
        return mended(_checked(text)), name
    return _detected(data)


def _wide(data: bytes) -> str:
    """utf-16 without its mark: nearly every zero byte on the same side of its pair."""
    begins = data[:4096]
    even, odd = begins[::2].count(0), begins[1::2].count(0)
    if even + odd < max(2, len(begins) // 20) or min(even, odd) > (even + odd) // 20:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _damaged_utf8(data: bytes) -> str:
    """UTF-8 in which a few characters are cut or damaged, those replaced by U+FFFD; "" for what
    was no UTF-8. A number beside one is not read as a number."""
    begins = data[:4096].decode("utf-8", errors="replace")
    if begins.count("\ufffd") > 4 + len(begins) // 50:
        return ""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    others = len(_BEYOND_ASCII.findall(text)) - lost
    return text if others > 20 and lost <= others // 50 else ""


def _big5(data: bytes, as_gb18030: str) -> str:
    """The text as Big5, where it is that and not GB18030: most of its characters are then common
    ones, while read as GB18030 next to none are."""
    if _commonness(as_gb18030) >= _PLAUSIBLE:
        return ""
    try:
        text = data.decode("cp950")
    except UnicodeDecodeError:
        return ""
    return text if _commonness(text) > 2 * _PLAUSIBLE else ""


def _is_chinese(text: str) -> bool:
    """Whether a text is without doubt what was written: read in a wrong encoding it would hold none
    of some characters that any page has by the dozen."""
    return sum(map(text.count, _NEVER_GARBLED)) > 20


def _commonness(text: str) -> float:
    """The share of the Chinese characters that are among the most common; 1 where there are few."""
    han = _HAN.findall(text[:60_000])
    return sum(map(_COMMON.__contains__, han)) / len(han) if len(han) > 40 else 1.0


def mended(text: str) -> str:
    """A text that was read in a wrong encoding and saved so, as it was before, where every
    character of it can be had back; otherwise the text itself.

    Raises Unreadable where it is beyond mending: a number in what is left may stand beside a word
    that is gone.

    >>> mended("规章".encode().decode("latin-1") * 30)[:2]
    '规章'
    """
    if any(word in text for word in _NEVER_GARBLED):
        return text
    han = len(_HAN.findall(text[:60_000]))
    marks = text.count("?")
    if marks > 60 and text.count("??") > 20 and han < marks // 20:
        raise Unreadable(*QUESTION_MARKS)
    if _commonness(text) < _PLAUSIBLE:
        wrong, rights = "gb18030", ["utf-8"]
    elif han < 20 and len(_LATIN.findall(text[:60_000])) > 60:
        wrong, rights = "cp1252", ["utf-8", "gb18030"]
    else:
        return text
    for right in rights:
        try:
            found = _bytes(text, wrong).decode(right)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if _commonness(found) > 2 * _PLAUSIBLE:
            return found
    if wrong == "gb18030" and not any(sign in text for sign in _MOJIBAKE):
        return text  # rare characters, but not these: another text, not a garbled one
    raise Unreadable(*GARBLED)


def _bytes(text: str, encoding: str) -> bytes:
    """As encode, with the bytes that Windows reads though the encoding does not have them."""
    if encoding == "cp1252":
        return b"".join(bytes((ord(c),)) if c < "\u0100" else c.encode("cp1252") for c in text)
    return b"\x80".join(part.encode("gb18030") for part in text.split("\u20ac"))


def _declared(data: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(data[:4096].lower())
    if not found:
        return ()
    name = found[1].decode("ascii")
    return (_WIDENED.get(name, name),)


def _detected(data: bytes) -> tuple[str, str]:
    # One damaged byte must not lose a report: what is still text is read, the rest marked.
    for name in ("utf-8", "gb18030"):
        text = data.decode(name, errors="replace")
        if text.count("\ufffd") <= len(text) // 200:
            return _checked(text), name
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise Unreadable(*BINARY)
    return _checked(str(best)), best.encoding


def _checked(text: str) -> str:
    """The text, if it looks like text: random bytes decode as GB18030 surprisingly often, but
    into private-use and control characters."""
    if len(_PRIVATE.findall(text)) > max(2, len(text) // 100):
        raise Unreadable(*BINARY)
    return text
