"""Which characters a wording can begin with, so that a text is scanned at those alone.

A pattern of a hundred wordings tried at every character costs ten times what it costs to try, at
each character, the few wordings that begin with it.
"""

from __future__ import annotations

_DIGITS = frozenset("0123456789")
_ZERO_WIDTH = ("?=", "?!", "?<=", "?<!")


def beginnings(wording: str) -> frozenset[str]:
    """The characters a match of a regular expression can begin with. The expression is made of
    characters, classes, groups, alternatives, quantifiers and looks ahead and behind; it does not
    match the empty text. ValueError for anything else.

    >>> sorted(beginnings("(?:上|去)?年(?!度)|[1-3]月"))
    ['1', '2', '3', '上', '去', '年']
    """
    chars, empty, end = _alternatives(wording, 0)
    if empty or end != len(wording):
        raise ValueError(wording)
    return chars


def _alternatives(wording: str, at: int) -> tuple[frozenset[str], bool, int]:
    """The beginnings of what stands up to a closing bracket or the end, whether it can be empty,
    and where it ends."""
    chars, empty = frozenset[str](), False
    while True:
        some, nothing, at = _sequence(wording, at)
        chars, empty = chars | some, empty or nothing
        if at == len(wording) or wording[at] == ")":
            return chars, empty, at
        at += 1


def _sequence(wording: str, at: int) -> tuple[frozenset[str], bool, int]:
    chars, empty = frozenset[str](), True
    while at < len(wording) and wording[at] not in "|)":
        some, nothing, at = _atom(wording, at)
        if at < len(wording) and wording[at] in "?*+{":
            nothing |= wording[at] in "?*" or wording.startswith("{0", at)
            at = wording.index("}", at) + 1 if wording[at] == "{" else at + 1
        if empty:
            chars |= some
        empty &= nothing
    return chars, empty, at


def _atom(wording: str, at: int) -> tuple[frozenset[str], bool, int]:
    character = wording[at]
    if character == "(":
        zero_width = wording.startswith(_ZERO_WIDTH, at + 1)
        if wording.startswith("?P<", at + 1):
            at = wording.index(">", at)
        elif wording.startswith("?", at + 1):
            at = min(wording.index(mark, at) for mark in ":=!" if mark in wording[at:])
        some, nothing, end = _alternatives(wording, at + 1)
        return (frozenset(), True, end + 1) if zero_width else (some, nothing, end + 1)
    if character == "[":
        return _class(wording, at + 1)
    if character == "\\":
        return _escaped(wording[at + 1]), False, at + 2
    if character in "^$":
        return frozenset(), True, at + 1
    if character == ".":
        raise ValueError(wording)
    return frozenset(character), False, at + 1


def _class(wording: str, at: int) -> tuple[frozenset[str], bool, int]:
    if wording[at] == "^":
        raise ValueError(wording)
    found: set[str] = set()
    while wording[at] != "]":
        if wording[at] == "\\":
            found |= _escaped(wording[at + 1])
            at += 2
        elif wording[at + 1] == "-" and wording[at + 2] != "]":
            found |= {chr(code) for code in range(ord(wording[at]), ord(wording[at + 2]) + 1)}
            at += 3
        else:
            found.add(wording[at])
            at += 1
    return frozenset(found), False, at + 1


def _escaped(character: str) -> frozenset[str]:
    if character in "dn" or not character.isalnum():
        return _DIGITS if character == "d" else frozenset("\n" if character == "n" else character)
    raise ValueError(character)
