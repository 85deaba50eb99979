"""The catalogue: every visible word of ours, in Chinese and in English.

Words of the form itself are in lib.form and never repeated here. Each page has a module of its
own with WORDS: key -> (zh, en); they are merged below, and a key twice is an error.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

LANGUAGES = ("zh", "en")


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Every key with its Chinese and English words. ValueError where a key is given twice."""
    found: dict[str, tuple[str, str]] = {}
    for module in pkgutil.iter_modules(__path__):
        words = importlib.import_module(f"{__name__}.{module.name}").WORDS
        twice = found.keys() & words.keys()
        if twice:
            raise ValueError(f"{module.name} gives again: {sorted(twice)}")
        found |= words
    return found


def say(key: str, lang: str, **values: object) -> str:
    """The words of a key, with values put in. KeyError for a key the catalogue does not have.

    >>> say("common.n_of_m", "zh", n=3, m=4)
    '所选4份报告中有3份'
    """
    words = catalogue()[key][LANGUAGES.index(lang)]
    return words.format(**values) if values else words
