"""Which two characters a wording can begin with, so that a text is tried at those alone.

A pattern of a hundred wordings tried at every character costs ten times what it costs to try, at
each pair of characters, the few wordings that begin with them.
"""

from __future__ import annotations

_DIGITS = frozenset("0123456789")
_NOTHING = frozenset(("",))
_ZERO_WIDTH = ("?=", "?!", "?<=", "?<!")


def beginnings(wording: str) -> frozenset[str]:
    """The first two characters of every match of a regular expression, those of one character as
    they are. The expression is made of characters, classes, groups, alternatives, quantifiers and
    looks ahead and behind; it does not match the empty text. ValueError for anything else.

    >>> sorted(beginnings("(?:上|去)?年(?!度)|[1-3]月"))
    ['1月', '2月', '3月', '上年', '去年', '年']
    """
    found, end = _alternatives(wording, 0)
    if "" in found or end != len(wording):
        raise ValueError(wording)
    return found


def _alternatives(wording: str, at: int) -> tuple[frozenset[str], int]:
    """The beginnings of what stands up to a closing bracket or the end, and where it ends."""
    found = frozenset[str]()
    while True:
        some, at = _sequence(wording, at)
        found |= some
        if at == len(wording) or wording[at] == ")":
            return found, at
        at += 1


def _sequence(wording: str, at: int) -> tuple[frozenset[str], int]:
    found = _NOTHING
    while at < len(wording) and wording[at] not in "|)":
        some, at = _atom(wording, at)
        if at < len(wording) and wording[at] in "?*+{":
            if wording[at] != "?":
                some = some | _joined(some, some)
            if wording[at] in "?*" or wording.startswith("{0", at):
                some = some | _NOTHING
            at = wording.index("}", at) + 1 if wording[at] == "{" else at + 1
        found = _joined(found, some)
    return found, at


def _joined(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    """The beginnings of one expression followed by another."""
    if max(map(len, second)) == 0:
        return first
    whole = {text for text in first if len(text) == 2}
    return frozenset(whole | {(a + b)[:2] for a in first - whole for b in second})


def _atom(wording: str, at: int) -> tuple[frozenset[str], int]:
    character = wording[at]
    if character == "(":
        zero_width = wording.startswith(_ZERO_WIDTH, at + 1)
        if wording.startswith("?P<", at + 1):
            at = wording.index(">", at)
        elif wording.startswith("?", at + 1):
            at = min(wording.index(mark, at) for mark in ":=!" if mark in wording[at:])
        some, end = _alternatives(wording, at + 1)
        return _NOTHING if zero_width else some, end + 1
    if character == "[":
        return _class(wording, at + 1)
    if character == "\\":
        return _escaped(wording[at + 1]), at + 2
    if character in "^$":
        return _NOTHING, at + 1
    if character == ".":
        raise ValueError(wording)
    return frozenset(character), at + 1


def _class(wording: str, at: int) -> tuple[frozenset[str], int]:
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
    return frozenset(found), at + 1


def _escaped(character: str) -> frozenset[str]:
    if character in "dn" or not character.isalnum():
        return _DIGITS if character == "d" else frozenset("\n" if character == "n" else character)
    raise ValueError(character)
