"""Organs and places found by part of their name, by pinyin, or by its first letters."""

from __future__ import annotations

import re
from functools import lru_cache

import pandas as pd


def index(names: pd.Series[str]) -> pd.DataFrame:
    """name, letters (first letters of its pinyin), pinyin: what `matching` looks in. A character
    with several readings counts with its commonest one in the words around it.

    >>> index(pd.Series(["株洲市", "重庆市"])).to_dict("list")["letters"]
    ['zzs', 'cqs']
    """
    spelled = [_spelled(name) for name in names]
    return pd.DataFrame(
        {
            "name": list(names),
            "letters": ["".join(each[:1] for each in one) for one in spelled],
            "pinyin": ["".join(one) for one in spelled],
        },
        index=names.index,
    )


def matching(found: pd.DataFrame, words: str) -> pd.Series[bool]:
    """Which rows of an index match every one of the words: characters anywhere in the name,
    letters anywhere in its first letters or at the beginning of a syllable of its pinyin."""
    matches = pd.Series(True, index=found.index)
    for word in re.sub(r"[\s,，、]+", " ", words.lower()).split():
        inside = found["name"].str.contains(word, regex=False)
        if word.isascii():
            inside |= found["letters"].str.contains(word, regex=False)
            inside |= found["pinyin"].str.contains(word, regex=False)
        matches &= inside
    return matches


@lru_cache(maxsize=200_000)
def _spelled(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # its dictionaries are large and few readers search

    return tuple(each.lower() for each in lazy_pinyin(name))
