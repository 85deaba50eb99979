"""A web page as one string, flattened from the tree that lxml builds of it: for the pages that
lib.reading.flat cannot take apart with certainty."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from lib.reading.document import INVISIBLE
from lib.reading.flat import BREAK, CELL, END, ROW, TABLE

_STYLE = "translate(@style, 'ABDEGHILNOPRSTUVY ', 'abdeghilnoprstuvy')"
_UNSEEN = "@hidden or " + " or ".join(
    f"contains({_STYLE}, '{style}')"
    for style in ("display:none", "visibility:hidden", "line-through")
)
# a number in a table of its own is in the cell around that table
_FRAME = (
    "ancestor::td and not(.//table) and count(.//td|.//th)=1 and "
    "translate(., '0123456789.,/-—\u3000\xa0 \t\r\n', '')=''"
)
_SHOWN = f"not({_UNSEEN}) and not(ancestor::table[1][{_FRAME}])"
_STYLESHEET = f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:template match="script|style|noscript|template|head|svg|select|del|s|strike|iframe"/>
<xsl:template match="td//*[{_UNSEEN}]|th//*[{_UNSEEN}]"/>
<xsl:template match="input[not(@type)]|input[translate(@type, 'TEXNUMBR', 'texnumbr')='text']|
    input[translate(@type, 'TEXNUMBR', 'texnumbr')='number']">
  <xsl:value-of select="@value"/>
</xsl:template>
<xsl:template match="sup">
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
  <xsl:for-each select=".//tr[{_SHOWN}]">
    <xsl:text>{ROW}</xsl:text>
    <xsl:for-each select=".//td[{_SHOWN}]|.//th[{_SHOWN}]">
      <xsl:text>{CELL} rowspan=</xsl:text><xsl:value-of select="@rowspan"/>
      <xsl:text> colspan=</xsl:text><xsl:value-of select="@colspan"/>
      <xsl:text>&gt;</xsl:text><xsl:apply-templates/>
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
