"""A sentence of a report -> the figures it states.

The words and figures of a sentence are walked once. A figure belongs to the words since the figure
before it (收到申请20件), or, where there are none, to those after it (8件予以公开). What cannot be
this year's total of the reporting organ gives nothing: approximations, shares, comparisons, other
years, parts by channel, sub-units.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from lib.parsing.stated.tokens import Token, tokens
from lib.parsing.stated.topics import disclosure_cells, remedy_cells, request_cells

# a sentence is walked only if it could count something: most count nothing
_COUNTS = re.compile(
    r"[\d零一二三四五六七八九十百千两](?:余|多)?[件个宗份例起条项次桩封元万亿千]|(?:为|是|:)[零0]|"
    r"未(?:曾|有)?[收接受发产出涉引存办制印废实作有因被]|没有?|无(?![法正论偿误需效障])|[均都皆全](?:部)?[为是系属]"
)
_OF_THE_FORM = re.compile(
    r"申请|复议|诉讼|规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费|结转|办结|办理|答复|"
    r"(?:予以?|准予|同意|部分|全部|禁止)公开|提供|处理|自然人|案卷|查询|权益|秘密|补正|出版物|掌握|另行|"
    r"依申请|公开信息|信息公开"
)
_RUN_TOGETHER = re.compile(r"信息内容本年|勾稽关系|结果维持结果纠正")  # a table without borders
# documents by how they may be disclosed, and no requests: 主动公开9件、依申请公开2件、不予公开1件
_BY_ATTRIBUTE = re.compile(
    r"主动公开[^。;]{0,16}\d[^。;]*依申请公开[^。;]{0,6}\d[^。;]*不予公开[^。;]{0,6}\d"
)
_TITLES = re.compile(r"《[^《》\n]{2,40}》")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_ITEM = re.compile(r"^\s*(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、)])")
_TOPICS = frozenset(
    [
        "request",
        "recv",
        "new",
        "in",
        "out",
        "done",
        "dealt",
        "outcome",
        "reason",
        "who",
        "doc",
        "docverb",
        "dec",
        "fees",
        "remedy",
        "result",
        "other",
        "early",
        "channel",
        "happen",
        "closed",
        "amount",
    ]
)
_STRONG = _TOPICS - {"request", "happen", "channel", "closed"}
_MONEY = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "亿元": Decimal(10000),
}
_COUNTED = frozenset(("件", "件次", "个", "宗", "份", "例", "起", "条", "项", "次", "桩", "封", ""))
_DECIDED = frozenset(("件", "件次", "起", "宗", "例", "份", ""))
_ROWS = {"recv": "received", "new": "received", "request": "received", "in": "carried_in"}
_ROWS |= {"out": "carried_out", "done": "handled", "dealt": "handled"}
_ALL_OF_THEM = re.compile(r"(?:均|全部|都|皆|全)(?:为|是|系|属|由)(?:于)?$")
_NONE_OF = re.compile(
    r"(?:数量|总数|数|的|情况|事项|信息|申请|件|案件|案|办件|业务|事件|情形|内容|行为|决定|措施|等|"
    r"需求|要求|类|等)*[\s。.!?\n”\"]*$"
)
_FOR_A_FAULT = re.compile(r"不当|不及时|不规范|不准确|违规|违法|失误|超时|超期|逾期|错误")
_ALREADY_PUBLIC = re.compile(r"已经?主动公开|主动公开范围")
_JOINED = re.compile(r"^(?:[、和及与或]|以及|或者|和被|、被|及被|或被|案件|的|答复|申请|情况|/)*$")
_FAR, _FAR_AHEAD = 16, 18


class Figure(NamedTuple):
    """One stated figure. `start` and `end` bound the phrase in the passage; `year` is the year it
    speaks of where that is not the report's, else 0."""

    cells: tuple[str, ...]
    value: Decimal
    unit: str
    start: int
    end: int
    scope: str
    year: int
    channel: bool = False


@dataclass(slots=True)
class _Context:
    """What earlier words of the passage leave behind."""

    requests: bool = False  # the talk is of requests for information
    disclosure: bool = False  # the talk is of disclosure, so that reviews are about it
    row: str = ""  # the row of section three last counted, and its number
    row_value: Decimal | None = None
    doc: str = ""
    docverb: str = ""
    groups: list[str] = field(default_factory=list)  # remedies counted since the last result
    year: int = 0
    scope: str = ""
    skip: bool = False  # figures of this sentence are not this year's
    elsewhere: bool = False  # figures are of a sub-unit
    part: bool = False  # after 其中


def figures(text: str, section: str, year: int, editions: dict[str, str]) -> list[Figure]:
    """Every figure that a passage of `section` states, in order. `year` is the report's."""
    context = _Context()
    found: list[Figure] = []
    # names state nothing
    text = _TITLES.sub(lambda title: f"《{'*' * (len(title[0]) - 2)}》", text)
    for sentence in _SENTENCE.finditer(text):
        if _ITEM.match(sentence[0]):
            context = _Context()
        context.year, context.skip, context.elsewhere, context.part = 0, False, False, False
        if _RUN_TOGETHER.search(sentence[0]) or _BY_ATTRIBUTE.search(sentence[0]):
            continue
        if _COUNTS.search(sentence[0]) and _OF_THE_FORM.search(sentence[0]):
            walk = _Walk(text, sentence.start(), sentence.end(), section, year, editions, context)
            found += _without_channels(walk.read())
        else:
            context.requests |= "依申请公开" in sentence[0] or "信息公开申请" in sentence[0]
    return found


def _without_channels(found: list[Figure]) -> list[Figure]:
    """A figure said with one channel is the total only where no other stands beside it."""
    if not any(figure.channel for figure in found):
        return found
    said = Counter(figure.cells for figure in found)
    return [f for f in found if not f.channel or said[f.cells] == 1]


class _Walk:
    """One pass over one sentence."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        section: str,
        year: int,
        editions: dict[str, str],
        context: _Context,
    ) -> None:
        self.text, self.end, self.section = text, end, section
        self.year, self.editions, self.context = year, editions, context
        self.tokens = list(tokens(text, start, end))
        self.sentence = text[start:end]
        self.pending: list[Token] = []
        self.stale = False  # the pending words are of the clause before
        self.negation: Token | None = None
        self.compared = False
        self.area = False
        context.disclosure |= "公开" in self.sentence or section == "remedies"
        self.disclosure = context.disclosure

    def read(self) -> list[Figure]:
        found: list[Figure] = []
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            at += 1
            kind = token.kind
            if kind == "figure":
                made, used = self._figure(token, at)
                found += made
                at += used
                self.pending, self.stale, self.negation = [], False, None
            elif kind == "sep" or kind == "stop":
                found += self._clause_end(token.start)
            else:
                self._word(token)
        found += self._clause_end(self.end)
        return found

    # --- words ------------------------------------------------------------------------------

    def _word(self, token: Token) -> None:
        context = self.context
        if token.kind in _TOPICS:
            if self.stale:
                self.pending, self.stale = [], False
            token = self._carried(token)
            self.pending.append(token)
            if token.kind in ("request", "in", "new") or (token.kind == "out" and token.key):
                context.requests = True
            elif token.kind == "other":
                context.requests = False
                context.row = ""
            elif token.kind == "doc":
                context.doc = token.key
        elif token.kind == "neg":
            self.negation = token
            if self.stale:
                self.pending, self.stale = [], False
        elif token.kind == "year":
            # 因2022年度申请引发行政复议1件 is a review of this year
            if self.text[token.start - 1 : token.start] not in ("因", "对"):
                context.year = 0 if int(token.key) == self.year else int(token.key)
        elif token.kind == "now":
            context.year = 0
        elif token.kind == "last":
            text = self.text[token.start : token.end]
            if text == f"{self.year}年以来":
                return
            if text.endswith("以来") or text == "历年":
                context.skip = True
            context.year = self.year - 1
        elif token.kind == "compare":
            self.compared = True
        elif token.kind == "partial":
            context.skip = True
        elif token.kind == "sum":
            context.skip |= any(t.kind == "whole" for t in self.tokens)
        elif token.kind == "part":
            context.part = True
        elif token.kind == "scope":
            self._scope(token)

    def _carried(self, token: Token) -> Token:
        """结转 alone, or with years, is into this year or out of it."""
        if token.kind == "in" and token.key and int(token.key) >= self.year:
            return token._replace(kind="out")
        if token.kind != "out":
            return token
        if token.key and int(token.key) <= self.year:
            return token._replace(kind="in")
        alone = self.context.year == self.year - 1 and token.end - token.start == len("结转")
        if alone and self.text.startswith("结转", token.start):
            self.context.year = 0
            return token._replace(kind="in")
        return token

    def _scope(self, token: Token) -> None:
        context = self.context
        if token.key == "area":
            context.scope, context.elsewhere, self.area = "area", False, True
        elif token.key == "own":
            context.scope, context.elsewhere = "organ", False
        elif token.key == "others":
            context.elsewhere |= not self.area
        elif token.key == "office":
            if context.part:
                context.elsewhere = True
            elif not self.area:
                context.scope = "office"

    # --- figures ----------------------------------------------------------------------------

    def _figure(self, token: Token, at: int) -> tuple[list[Figure], int]:
        """The figures a number gives, and how many of the words after it it has used."""
        value = token.value
        if self.negation is not None and value is not None:
            value = Decimal(0) if value == 1 else None  # 没有一起
        if value is None or self.compared or self.context.skip or self.context.elsewhere:
            return [], 0
        topics, ahead, used = self._topics(token, at)
        if not topics:
            return [], 0
        start = min(topics[0].start, token.start)
        end = max(token.end, ahead[-1].end if ahead else 0)
        named = list(self._named(topics, token))
        if not named:
            return [], used
        if len(named) > 1:
            if any(t.kind == "respectively" for t in self._between(topics, token)):
                return self._respectively(named, token, at)
            each = any(t.kind == "each" for t in self._between(topics, token)) or not value
            if not each:
                named = [tuple(cell for cells in named for cell in cells)]
        channel = any(t.kind == "channel" for t in topics)
        return [
            made
            for cells in named
            if (made := self._made(cells, value, token, start, end, channel)) is not None
        ], used

    def _made(
        self,
        cells: tuple[str, ...],
        value: Decimal,
        token: Token,
        start: int,
        end: int,
        channel: bool,
    ) -> Figure | None:
        unit = token.unit
        if not cells:
            return None
        if cells[0].endswith(".amount"):
            if unit and unit not in _MONEY:
                return None
            value *= _MONEY.get(unit, Decimal(1))
        elif value != value.to_integral_value() or unit not in (
            _DECIDED if cells[0].endswith(".decisions") else _COUNTED
        ):
            return None
        return Figure(
            cells, value, unit, start, end, self.context.scope, self.context.year, channel
        )

    def _between(self, topics: list[Token], figure: Token) -> list[Token]:
        return [t for t in self.tokens if topics[0].start <= t.start < figure.start]

    def _respectively(
        self, named: list[tuple[str, ...]], token: Token, at: int
    ) -> tuple[list[Figure], int]:
        """复议、诉讼分别为2件、7件: the figures in the order of the words."""
        numbers, used = [token], 0
        for follower in self.tokens[at:]:
            if follower.kind == "figure":
                numbers.append(follower)
            elif follower.kind not in ("list", "sep"):
                break
            used += 1
        if len(numbers) < len(named):
            return [], 0
        made = [
            self._made(cells, n.value, n, n.start, n.end, False)
            for cells, n in zip(named, numbers, strict=False)
            if n.value is not None
        ]
        return [figure for figure in made if figure], used

    def _topics(self, figure: Token, at: int) -> tuple[list[Token], list[Token], int]:
        """The words a figure belongs to, those of them that follow it, and their number."""
        before = list(self.pending)
        if before and figure.start - before[-1].end > _FAR:
            before = []
        strong = [t for t in before if t.kind in _STRONG]
        ahead, used, ended = self._ahead(at)
        if not strong and ended and ahead and ahead[0].start - figure.end <= _FAR_AHEAD:
            within = not before or self.text[figure.start - 1] in "中里,有为"
            about = _STRONG if self.negation is None else _TOPICS
            if within and any(t.kind in about for t in ahead):
                return before + ahead, ahead, used
        if strong and strong[-1].kind in ("recv", "new", "done", "dealt", "docverb"):
            # 收到8份政府信息公开申请, 制发5件规范性文件, 收到20件咨询
            lone = not any(t.kind in ("request", "doc") for t in before)
            if lone and ahead and ahead[0].start - figure.end <= _FAR_AHEAD:
                first = ahead[0]
                if first.kind in ("request", "doc", "other", "remedy", "who", "dec"):
                    return before + ahead[:1], ahead[:1], 1
        return before, [], 0

    def _ahead(self, at: int) -> tuple[list[Token], int, bool]:
        """The words up to the end of the list item, their number, and whether it ends there."""
        found: list[Token] = []
        for number, token in enumerate(self.tokens[at:]):
            if token.kind in ("sep", "stop", "list"):
                return found, number, True
            if token.kind == "figure":
                return found, number, False
            if token.kind in _TOPICS:
                found.append(self._carried(token))
            elif token.kind == "neg":
                return [], 0, False
        return found, len(self.tokens) - at, True

    # --- what the words name ----------------------------------------------------------------

    def _named(self, topics: list[Token], figure: Token) -> Iterator[tuple[str, ...]]:
        """The cells the words name: several sets where 、和及 join them."""
        context = self.context
        strong = [t for t in topics if t.kind in _STRONG]
        requests = context.requests or any(t.kind == "request" for t in topics)
        if not strong:
            if any(t.kind == "request" for t in topics) and not context.part:
                yield self._row("received", figure)
            return
        last = strong[-1]
        if last.kind == "remedy":
            if self.disclosure:
                groups = self._joined(strong, "remedy")
                context.groups += [t.key for t in groups]
                for each in groups:
                    yield remedy_cells(each.key)
        elif last.kind == "result":
            yield from self._result(strong, last)
        elif last.kind in ("outcome", "reason"):
            yield from self._outcome(strong, last, figure)
        elif last.kind == "who":
            yield from self._applicants(strong, figure, requests)
        elif last.kind in ("doc", "docverb"):
            yield from self._documents(strong)
        elif last.kind == "dec":
            if not any(t.kind in ("other", "docverb", "recv") for t in topics):
                yield disclosure_cells(last.key, "decisions", self.editions)
        elif last.kind == "fees":
            yield disclosure_cells("fees", "amount", self.editions)
        elif last.kind in _ROWS and (requests or last.kind == "in"):
            counted_again = context.part and last.kind in ("recv", "dealt")
            by_channel = context.part and any(t.kind == "channel" for t in topics)
            if not counted_again and not by_channel:
                yield self._row(_ROWS[last.kind], figure)

    def _row(self, row: str, figure: Token) -> tuple[str, ...]:
        self.context.row, self.context.row_value = row, figure.value
        self.context.requests = True
        return request_cells(row, self.editions)

    def _joined(self, strong: list[Token], kind: str) -> list[Token]:
        """The last word and those of its kind that 、和及 join to it."""
        found = [strong[-1]]
        for token in reversed(strong[:-1]):
            if token.kind != kind or not _JOINED.match(self.text[token.end : found[0].start]):
                break
            found.insert(0, token)
        return found

    def _result(self, strong: list[Token], last: Token) -> Iterator[tuple[str, ...]]:
        groups = [t.key for t in strong if t.kind == "remedy"] or self.context.groups
        if last.key != "lost" and len(set(groups)) == 1 and self.disclosure:
            yield remedy_cells(groups[0], last.key)
            self.context.groups = groups[:1]

    def _outcome(
        self, strong: list[Token], last: Token, figure: Token
    ) -> Iterator[tuple[str, ...]]:
        if not self.context.requests and any(t.kind == "other" for t in strong):
            return
        named = self._joined(strong, last.kind)
        if last.kind == "outcome" and len(named) == 1 and len(strong) > 1:
            reason = strong[-2]
            etc = "等" in self.text[reason.end : last.start]
            if reason.kind == "reason" and not etc and last.start - reason.end < 6:
                named = [reason]  # 属于国家秘密不予公开1件 counts the reason
        for each in named:
            if each.key == "granted" and _ALREADY_PUBLIC.search(self.sentence):
                continue  # the form counts what is public already as granted, the sentence apart
            self.context.row, self.context.row_value = each.key, figure.value
            yield request_cells(each.key, self.editions)

    def _applicants(
        self, strong: list[Token], figure: Token, requests: bool
    ) -> Iterator[tuple[str, ...]]:
        rows = [
            _ROWS.get(t.kind, t.key)
            for t in strong
            if t.kind in _ROWS or t.kind in ("outcome", "reason")
        ]
        row = rows[-1] if rows else self.context.row
        if row and requests:
            self.context.row = row
            for each in self._joined(strong, "who"):
                yield request_cells(row, self.editions, each.key)

    def _documents(self, strong: list[Token]) -> Iterator[tuple[str, ...]]:
        """制发规范性文件5件: the verb nearest, unless another act stands between."""
        context = self.context
        acts = [t for t in strong if t.kind in ("docverb", "other")]
        if acts and acts[-1].kind == "other":
            context.docverb = ""
            return
        if acts:
            context.docverb = acts[-1].key
        nouns = [t for t in strong if t.kind == "doc"]
        named = [t.key for t in self._joined(nouns, "doc")] if nouns else [context.doc]
        if context.docverb and all(named):
            for noun in named:
                yield disclosure_cells(noun, context.docverb, self.editions)

    # --- the end of a clause ----------------------------------------------------------------

    def _clause_end(self, at: int) -> list[Figure]:
        negation, self.negation, self.compared = self.negation, None, False
        stale, self.stale = self.stale, True
        context = self.context
        if negation is None:
            return [] if stale else self._all_of_them(self.pending)
        if context.skip or context.elsewhere:
            return []
        topics = [t for t in self.pending if t.start >= negation.start]
        self.pending = []
        none, zero = self._none_of(negation, topics, at), Decimal(0)
        start, scope, year = negation.start, context.scope, context.year
        return [Figure(each, zero, "", start, topics[-1].end, scope, year) for each in none if each]

    def _all_of_them(self, topics: list[Token]) -> list[Figure]:
        """均为自然人申请: the whole row is of one kind of applicant."""
        context = self.context
        if not context.row or context.row_value is None or context.skip or context.elsewhere:
            return []
        who = [t for t in topics if t.kind == "who"]
        if len(who) != 1 or not _ALL_OF_THEM.search(self.text[: who[0].start]):
            return []
        cells = request_cells(context.row, self.editions, who[0].key)
        start, end = who[0].start, topics[-1].end
        return [Figure(cells, context.row_value, "", start, end, context.scope, context.year)]

    def _none_of(self, negation: Token, topics: list[Token], at: int) -> Iterator[tuple[str, ...]]:
        """What a clause says there was none of."""
        kinds = {t.kind for t in topics}
        if not topics or kinds & {"early", "result", "amount"}:
            return
        last, verb = topics[-1], negation.key
        if "other" in kinds and last.kind != "remedy":
            return
        if self.text[negation.end : topics[0].start] == "与":
            return  # 未发生与诉讼有关的费用
        if not _NONE_OF.match(self.text[last.end : at]):
            return
        if last.kind == "remedy":
            # none for a fault of the organ's is not none at all
            if self.disclosure and not _FOR_A_FAULT.search(self.text[negation.start : at]):
                for token in topics:
                    if token.kind == "remedy":
                        yield remedy_cells(token.key)
            first = next((t for t in topics if t.kind == "request"), None)
            if first and self.text[first.end : first.end + 1] in "、和及":
                yield request_cells("received", self.editions)
        elif kinds & {"in", "out"}:
            carried = next(t for t in topics if t.kind in ("in", "out"))
            yield request_cells(_ROWS[carried.kind], self.editions)
        elif last.kind == "request":
            near = verb or topics[0].start - negation.end <= 8
            by_channel = "channel" in kinds and "等" not in self.text[negation.end : last.end]
            unlike = {"outcome", "reason", "who"} & kinds
            if near and not by_channel and not unlike and verb not in ("制定", "废止", "实施"):
                self.context.requests = True
                yield request_cells("received", self.editions)
        elif last.kind == "doc":
            made = {
                "制定": "made",
                "制发": "made",
                "出台": "made",
                "印发": "made",
                "废止": "repealed",
            }
            verbs = [t.key for t in topics if t.kind == "docverb"]
            act = made.get(verb, "") or (verbs[-1] if verbs else "")
            for token in topics:
                if token.kind == "doc" and act:
                    yield disclosure_cells(token.key, act, self.editions)
        elif last.kind == "dec":
            for token in topics:
                if token.kind == "dec":
                    yield disclosure_cells(token.key, "decisions", self.editions)
        elif last.kind == "fees":
            yield disclosure_cells("fees", "amount", self.editions)
