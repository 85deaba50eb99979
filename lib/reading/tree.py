"""A web page as one string, flattened from the tree that lxml builds of it: for the pages that
lib.reading.flat cannot take apart with certainty."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from lib.reading.document import INVISIBLE, REVERSED
from lib.reading.flat import BREAK, CELL, END, ROW, TABLE

_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\r\n', 'abcdefghijklmnopqrstuvwxyz')"


def _said(*styles: str) -> str:
    """A condition on an element: that its style says one of these."""
    return " or ".join(f"contains(concat(';', {_STYLE}, ';'), '{style}')" for style in styles)


_GONE = "@hidden or " + _said("display:none")
_UNSEEN = f"{_GONE} or " + _said(
    "visibility:hidden", "visibility:collapse", "line-through", ";opacity:0;", ";font-size:0;",
    ";font-size:0px;", ";font-size:0pt;",
) + " or @class='msoDel'"  # fmt: skip
_RAISED = _said("vertical-align:super", "vertical-align:sub;")
_REVERSED = _said("bidi-override")
_BLOCK = _said(
    ";display:block", ";display:flex", ";display:grid", ";display:table", ";display:list-item"
)
_DIGITS = "translate(., '0123456789.,/-—\u3000\xa0 \t\r\n', '')=''"
_COLOURED = "ancestor-or-self::*[@bgcolor or contains(@style, 'background')]"
# white on white, as far as the page itself says: what it prints may not be seen
_WHITE = (
    "("
    + _said(
        ";color:#fff;", ";color:#ffffff;", ";color:white;", ";color:transparent;",
        ";color:rgb(255,255,255)", ";color:rgba(255,255,255",
    )
    + " or translate(@color, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='white'"
    " or translate(@color, 'F', 'f')='#ffffff'"
    f") and not({_COLOURED}) and {_DIGITS} and normalize-space(.)!=''"
)  # fmt: skip
_FOR_READERS = "contains(@class, 'sr-only') or contains(@class, 'visually-hidden')"
# digits beside others, set in another place than on their line
_APART = (
    "(self::small or "
    + _said(
        "mso-text-raise", "position:relative", "position:absolute", "vertical-align:text-",
        "overflow:hidden",
    )
    + f") and {_DIGITS} and normalize-space(.)!=normalize-space(ancestor::td[1])"
)  # fmt: skip
# a number in a table of its own is in the cell around that table
_FRAME = f"ancestor::td and not(.//table) and count(.//td|.//th)=1 and {_DIGITS}"
_SHOWN = f"not({_UNSEEN}) and not(ancestor::table[1][{_FRAME}])"
_SQUARE = f"not({_GONE}) and not(ancestor::table[1][{_FRAME}])"
_STYLESHEET = f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:template match="script|style|noscript|template|head|svg|select|del|s|strike|iframe|rt|rp|video|
    audio|canvas|datalist|progress|meter|title|dialog[not(@open)]|details[not(@open)]/*[not(self::summary)]"/>
<xsl:template match="details[not(@open)]/text()"/>
<xsl:template match="td//select" priority="2">
  <xsl:value-of select="(descendant::option[@selected]|descendant::option[1])[last()]"/>
</xsl:template>
<xsl:template match="td//*[{_UNSEEN}]|th//*[{_UNSEEN}]" priority="5"/>
<xsl:template match="td//*[{_RAISED}]|th//*[{_RAISED}]" priority="4">
  <xsl:text>(</xsl:text><xsl:apply-templates/><xsl:text>)</xsl:text>
</xsl:template>
<xsl:template match="bdo[@dir='rtl']|td//*[{_REVERSED}]" priority="4">
  <xsl:text>{REVERSED}</xsl:text><xsl:apply-templates/>
</xsl:template>
<xsl:template match="td//*[{_WHITE}]|td//*[{_FOR_READERS}]|td//*[{_APART}]" priority="3">
  <xsl:text>«</xsl:text><xsl:apply-templates/><xsl:text>»</xsl:text>
</xsl:template>
<xsl:template match="span[{_BLOCK}]|a[{_BLOCK}]|font[{_BLOCK}]|em[{_BLOCK}]|i[{_BLOCK}]">
  <xsl:text>{BREAK}</xsl:text><xsl:apply-templates/><xsl:text>{BREAK}</xsl:text>
</xsl:template>
<xsl:template match="input[not(@type)]|input[translate(@type, 'TEXNUMBR', 'texnumbr')='text']|
    input[translate(@type, 'TEXNUMBR', 'texnumbr')='number']">
  <xsl:value-of select="@value"/>
</xsl:template>
<xsl:template match="sup|sub">
  <xsl:text>(</xsl:text><xsl:apply-templates/><xsl:text>)</xsl:text>
</xsl:template>
<xsl:template match="address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|
    figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|li|main|nav|ol|option|p|pre|
    publishtime|section|table|tbody|td|tfoot|th|thead|tr|ul">
  <xsl:text>{BREAK}</xsl:text><xsl:apply-templates/><xsl:text>{BREAK}</xsl:text>
</xsl:template>
<xsl:template match="table[{_FRAME}]" priority="2">
  <xsl:text>{BREAK}</xsl:text><xsl:apply-templates/><xsl:text>{BREAK}</xsl:text>
</xsl:template>
<xsl:template match="table[not(.//table[not({_FRAME})])]" priority="1">
  <xsl:apply-templates select="caption"/>
  <xsl:text>{TABLE}</xsl:text>
  <xsl:for-each select=".//tr[{_SHOWN} and not(parent::*[{_GONE}])]">
    <xsl:text>{ROW}</xsl:text>
    <xsl:for-each select=".//td[{_SQUARE}]|.//th[{_SQUARE}]">
      <xsl:text>{CELL} rowspan=</xsl:text><xsl:value-of select="@rowspan"/>
      <xsl:text> colspan=</xsl:text><xsl:value-of select="@colspan"/>
      <xsl:text>&gt;</xsl:text>
      <xsl:choose>
        <xsl:when test="{_UNSEEN}"/>
        <xsl:when test="{_WHITE}">
          <xsl:text>«</xsl:text><xsl:apply-templates/><xsl:text>»</xsl:text>
        </xsl:when>
        <xsl:when test="{_REVERSED}">
          <xsl:text>{REVERSED}</xsl:text><xsl:apply-templates/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:for-each>
  <xsl:text>{END}</xsl:text>
</xsl:template>
</xsl:stylesheet>
"""
_write = etree.XSLT(etree.XML(re.sub(r">\s+<", "><", _STYLESHEET.strip())))


def flattened(page: str) -> str:
    """The page, free of marks, as lib.reading.flat.flat gives it; "" for a page without a tree."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        # lone surrogates cannot be encoded; they are no characters of any report
        root: Any = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return ""
    return re.sub(f"[{INVISIBLE}]", "", str(_write(root)))
