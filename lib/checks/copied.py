"""Text taken over from last year's report, or from another organ's.

Two texts are compared by their shingles: every run of eight characters, after numbers, punctuation
and the organs' own names are taken out (so that last year's sentence with this year's number is
the same sentence). What every report says in the same words is left out first: headings, the
sentence on the Regulation and the period, where to write to, the processing fee.

`likeness` compares two texts; `candidates` finds, among many, the pairs worth comparing, in time
that grows with the text and not with the number of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, TypeVar

from lib.findings import Finding
from lib.parsing.nfkc import nfkc

SECTIONS = ("overview", "problems")
LIKE = 0.6  # the share of a text found in the other from which it is spoken of
_SHINGLE = 8
_LEAST = 150  # shingles: shorter texts have nothing to copy
_SHORTEST = 12  # characters: shorter sentences are anybody's
_COMMON = 12  # a sentence more reports have than this is a phrase of the region's, not a copy
_SHOWN = 3

_BREAK = re.compile(r"[。！？!?；;\n]")
_BARE = re.compile(
    r"[^a-z\u3400-\u9fff]|"
    r"第?(?<![〇零一二三四五六七八九十百千万])[〇零一二三四五六七八九十百千万]++(?=[年月日件条个次份项])"
)
_BOILERPLATE = re.compile(
    r"信息公开条例|统计期限|所列数据|编制本报告|本报告由|本年度报告|年度报告格式|联系电话|联系地址|邮编|邮政编码|"
    r"如有疑问|请与.{2,30}联系|信息处理费|其他需要报告|电子版"
)


Name = TypeVar("Name", bound=Hashable)


class Passage(NamedTuple):
    """A sentence of the one text, and the sentence of the other it is like."""

    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """`share` of the first text's shingles that are in the second, and the sentences they make."""

    share: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text made ready: its sentences as printed, and laid bare."""

    printed: tuple[str, ...]
    bare: tuple[str, ...]

    def shingles(self) -> set[str]:
        return {shingle for sentence in self.bare for shingle in _shingles(sentence)}

    def marks(self) -> dict[int, int]:
        """A number for each sentence, the same for the same sentence, and its length."""
        return {hash(sentence): len(sentence) for sentence in self.bare}


def ready(sections: Mapping[str, str], organ: str = "") -> Text:
    """The comparable text of a report: `sections` as in Report.sections, `organ` its name."""
    printed: list[str] = []
    bare: list[str] = []
    names = _names(organ)
    for key in SECTIONS:
        for sentence in _BREAK.split(sections.get(key, "")):
            if len(sentence) < _SHORTEST or _BOILERPLATE.search(sentence):
                continue
            laid = _BARE.sub("", names.sub("", nfkc(sentence)).lower())
            if len(laid) >= _SHORTEST:
                printed.append(sentence.strip())
                bare.append(laid)
    return Text(tuple(printed), tuple(bare))


def _names(organ: str) -> re.Pattern[str]:
    """The organ's name, and its ends by which a text calls it (区财政局 of 甲市乙区财政局)."""
    ends = [organ[at:] for at in range(max(len(organ) - 3, 0))] if organ else []
    return re.compile("|".join(map(re.escape, ends)) or r"(?!)")


def _shingles(sentence: str) -> list[str]:
    return [sentence[at : at + _SHINGLE] for at in range(len(sentence) - _SHINGLE + 1)]


def likeness(here: Text, there: Text) -> Likeness | None:
    """How much of `here` is in `there`; None where either is too short, or too little is."""
    own, other = here.shingles(), there.shingles()
    if len(own) < _LEAST or len(other) < _LEAST:
        return None
    share = len(own & other) / len(own)
    return Likeness(share, tuple(_passages(here, there))) if share >= LIKE else None


def _passages(here: Text, there: Text) -> Iterator[Passage]:
    """The sentences that are mostly in the other text, each with its nearest there."""
    where: dict[str, int] = {}
    for at, sentence in enumerate(there.bare):
        for shingle in _shingles(sentence):
            where.setdefault(shingle, at)
    for printed, bare in zip(here.printed, here.bare, strict=True):
        own = _shingles(bare)
        found = [where[shingle] for shingle in own if shingle in where]
        if len(found) >= 0.7 * len(own):
            nearest = max(set(found), key=lambda at: (found.count(at), -at))
            yield Passage(printed, there.printed[nearest])


def candidates(marks: Mapping[Name, Mapping[int, int]]) -> list[tuple[Name, Name]]:
    """The pairs of texts (name -> Text.marks) that share whole sentences enough to be compared. A
    sentence that more than a dozen have is nobody's: it makes no pair, so the work stays in
    proportion to the text."""
    holders: dict[int, list[Name]] = {}
    lengths: dict[int, int] = {}
    for name, own in marks.items():
        for mark, length in own.items():
            holders.setdefault(mark, []).append(name)
            lengths[mark] = length
    shared: dict[tuple[Name, Name], int] = {}
    for mark, names in holders.items():
        if 1 < len(names) <= _COMMON:
            for pair in combinations(names, 2):
                shared[pair] = shared.get(pair, 0) + lengths[mark]
    total = {name: sum(own.values()) for name, own in marks.items()}
    return [
        (one, other)
        for (one, other), characters in shared.items()
        if characters >= 0.3 * min(total[one], total[other])
    ]


def copied_from_last_year(year: int, found: Likeness) -> Finding:
    return Finding(
        "copied.year",
        f"{year}年报告的文字有{found.share:.0%}与{year - 1}年报告相同：{_shown(found, '、')}",
        f"{found.share:.0%} of the text of the report for {year} is in that for {year - 1}: "
        f"{_shown(found, ', ')}",
    )


def copied_from_organ(year: int, other: str, other_year: int, found: Likeness) -> Finding:
    """`other` is the organ whose text it is like; which of the two copied cannot be told."""
    return Finding(
        "copied.organ",
        f"{year}年报告的文字有{found.share:.0%}与{other}{other_year}年报告相同："
        f"{_shown(found, '、')}",
        f"{found.share:.0%} of the text of the report for {year} is in that of {other} for "
        f"{other_year}: {_shown(found, ', ')}",
    )


def _shown(found: Likeness, between: str) -> str:
    longest = sorted(found.passages, key=lambda passage: -len(passage.here))[:_SHOWN]
    return between.join(f"“{_short(passage.here)}”" for passage in longest)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 60 else f"{sentence[:59]}…"
