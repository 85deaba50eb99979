"""The words of a sentence -> the cells of the form they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.parsing.stated.context import STRONG, Context
from lib.parsing.stated.figure import Figure
from lib.parsing.stated.tokens import Token
from lib.parsing.stated.topics import disclosure_cells, remedy_cells, request_cells

_ROWS = {"recv": "received", "new": "received", "request": "received", "in": "carried_in"}
_ROWS |= {"out": "carried_out", "done": "handled", "dealt": "handled"}
_OF_REVIEWS = ("recv", "new", "done", "dealt")  # may be said of reviews too
_ACTS = {"制定": "made", "制发": "made", "出台": "made", "印发": "made", "废止": "repealed"}
_ALL_OF_THEM = re.compile(r"(?:均|全部|都|皆|全)(?:为|是|系|属|由)(?:于)?$")
_LONGEST_ALL = 4  # characters of 全部属于
_NONE_OF = re.compile(
    r"(?:数量|总数|数|的|情况|事项|信息|申请|件|案件|案|办件|业务|事件|情形|内容|行为|决定|措施|等|"
    r"需求|要求|类)*+[\s。.!?\n”\"]*$"
)
_FOR_A_FAULT = re.compile(r"不当|不及时|不规范|不准确|违规|违法|失误|超时|超期|逾期|错误")
_ALREADY_PUBLIC = re.compile(r"已经?主动公开|主动公开范围")
_REVISED = re.compile(r"修[改订]\d")
_JOINED = re.compile(r"^(?:[、和及与或]|以及|或者|和被|、被|及被|或被|案件|的|答复|申请|情况|/)*$")


@dataclass(slots=True)
class Naming:
    """What the words of one sentence name. `text` is the passage, which tokens have their places
    in; `editions` the edition of each table; what was counted is left in `context`."""

    text: str
    sentence: str
    editions: dict[str, str]
    context: Context

    def named(self, topics: list[Token], figure: Token) -> Iterator[tuple[str, ...]]:
        """The cells the words name: several sets where 、和及 join them."""
        context = self.context
        strong = [t for t in topics if t.kind in STRONG]
        kinds = [t.kind for t in topics]
        requests = context.requests or "request" in kinds
        if not strong:
            if "request" in kinds and not context.part:
                yield self._row("received", figure)
            return
        last = strong[-1]
        if last.kind in ("done", "dealt") and len(strong) > 1 and strong[-2].kind == "in":
            # 结转至2024年作出答复的申请53件 counts what was carried in
            last = strong[-2] if last.start - strong[-2].end < 4 else last
        if last.kind == "remedy":
            if context.disclosure:
                groups = self._joined(strong, "remedy")
                context.groups += [t.key for t in groups]
                for each in groups:
                    yield remedy_cells(each.key)
        elif last.kind == "result":
            yield from self._result(strong, last)
        elif last.kind in ("outcome", "reason"):
            yield from self._outcome(strong, last, figure)
        elif last.kind == "who":
            yield from self._applicants(strong, requests)
        elif last.kind in ("doc", "docverb"):
            yield from self._documents(strong)
        elif last.kind == "dec":
            if not {"other", "docverb", "recv"}.intersection(kinds):
                yield disclosure_cells(last.key, "decisions", self.editions)
        elif last.kind == "fees":
            yield disclosure_cells("fees", "amount", self.editions)
        elif last.kind in _OF_REVIEWS and context.reviews:
            # 行政复议共收到3件,办结2件; 行政诉讼案件,共办理4件: no requests are counted here
            if last.kind == "recv" and context.disclosure:
                named = [t for t in strong if t.kind == "remedy"]
                for each in self._joined(named, "remedy") if named else ():
                    yield remedy_cells(each.key)
        elif last.kind in _ROWS and (requests or last.kind == "in"):
            counted_again = context.part and (
                last.kind in ("recv", "dealt") or last.end <= context.part_at
            )
            by_channel = context.part and "channel" in kinds
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
        if last.key != "lost" and len(set(groups)) == 1 and self.context.disclosure:
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

    def _applicants(self, strong: list[Token], requests: bool) -> Iterator[tuple[str, ...]]:
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
        partly = context.part or _REVISED.search(self.sentence)
        if context.docverb == "made" and not nouns and partly:
            return  # 规章13件(含新制定5件,修改4件): the form's 制发 may count the revised too
        if context.docverb and all(named):
            for noun in named:
                yield disclosure_cells(noun, context.docverb, self.editions)

    def all_of_them(self, topics: list[Token]) -> list[Figure]:
        """均为自然人申请: the whole row is of one kind of applicant."""
        context = self.context
        if not context.row or context.row_value is None or context.skip or context.elsewhere:
            return []
        who = [t for t in topics if t.kind == "who"]
        if len(who) != 1:
            return []
        before = self.text[max(who[0].start - _LONGEST_ALL, 0) : who[0].start]
        if not _ALL_OF_THEM.search(before):
            return []
        cells = request_cells(context.row, self.editions, who[0].key)
        start, end = who[0].start, topics[-1].end
        return [Figure(cells, context.row_value, "", start, end, context.scope, context.year)]

    def none_of(self, negation: Token, topics: list[Token], at: int) -> Iterator[tuple[str, ...]]:
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
            yield from self._no_remedies(topics, self.text[negation.start : at])
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
            verbs = [t.key for t in topics if t.kind == "docverb"]
            act = _ACTS.get(verb, "") or (verbs[-1] if verbs else "")
            for token in topics:
                if token.kind == "doc" and act:
                    yield disclosure_cells(token.key, act, self.editions)
        elif last.kind == "dec":
            for token in topics:
                if token.kind == "dec":
                    yield disclosure_cells(token.key, "decisions", self.editions)
        elif last.kind == "fees":
            yield disclosure_cells("fees", "amount", self.editions)

    def _no_remedies(self, topics: list[Token], clause: str) -> Iterator[tuple[str, ...]]:
        # none for a fault of the organ's is not none at all
        if self.context.disclosure and not _FOR_A_FAULT.search(clause):
            for token in topics:
                if token.kind == "remedy":
                    yield remedy_cells(token.key)
        first = next((t for t in topics if t.kind == "request"), None)
        if first and self.text[first.end : first.end + 1] in "、和及":
            yield request_cells("received", self.editions)
