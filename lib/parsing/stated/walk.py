"""The words and figures of one sentence, walked once: which figure is said of which words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lib.parsing.stated.context import STRONG, TOPICS, Context
from lib.parsing.stated.figure import Figure, figure_of
from lib.parsing.stated.naming import Naming
from lib.parsing.stated.tokens import Token, tokens

_FAR, _FAR_AHEAD = 16, 18  # characters between a figure and words before it, and after it


class Walk:
    """One pass over one sentence, `text[start:end]` of a passage of `section`. `year` is the
    report's, `editions` the edition of each table, `context` what the sentences before left."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        section: str,
        year: int,
        editions: dict[str, str],
        context: Context,
    ) -> None:
        self.text, self.end, self.year, self.context = text, end, year, context
        self.tokens = tokens(text, start, end)
        sentence = text[start:end]
        context.disclosure |= "公开" in sentence or section == "remedies"
        self.naming = Naming(text, sentence, editions, context)
        self.pending: list[Token] = []
        self.stale = False  # the pending words are of the clause before
        self.negation: Token | None = None
        self.compared = False
        self.area = False
        self.before: tuple[str, Decimal | None, str] | None = None  # as an open bracket found it

    def read(self) -> list[Figure]:
        """The figures of the sentence, in order; once, since the walk leaves its state behind."""
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
                self._bracket(self.text[token.start])
            else:
                self._word(token)
        found += self._clause_end(self.end)
        return found

    def _bracket(self, sign: str) -> None:
        """What a remark in brackets counts, and where, is of no account after it."""
        context = self.context
        if sign == "(":
            self.before = (context.row, context.row_value, context.scope)
        elif sign == ")" and self.before:
            context.row, context.row_value, context.scope = self.before
            self.before = None

    # --- words ------------------------------------------------------------------------------

    def _word(self, token: Token) -> None:
        context = self.context
        if token.kind in TOPICS:
            if self.stale:
                self.pending, self.stale = [], False
            token = self._carried(token)
            self.pending.append(token)
            if token.kind in ("remedy", "request", "in", "outcome", "reason", "who"):
                context.reviews = token.kind == "remedy"
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
            context.part, context.part_at = True, token.start
        elif token.kind == "scope":
            self._scope(token)

    def _carried(self, token: Token) -> Token:
        """结转 alone, or with years, is into this year or out of it."""
        if token.kind == "in" and token.key and int(token.key) >= self.year:
            return replace(token, kind="out")
        if token.kind != "out":
            return token
        if token.key and int(token.key) <= self.year:
            self.context.year = 0 if int(token.key) == self.year else self.context.year
            return replace(token, kind="in")
        if self.text[token.start : token.end] == "结转" and any(
            each.kind == "out" and each.start > token.start and each.end - each.start > 4
            for each in self.tokens
        ):
            return replace(token, kind="in")  # 结转2件,办结36件,结转下年度1件
        alone = self.context.year == self.year - 1 and token.end - token.start == len("结转")
        if alone and self.text.startswith("结转", token.start):
            self.context.year = 0
            return replace(token, kind="in")
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
        start = topics[0].start if topics[0].start < token.start else token.start
        span = start, ahead[-1].end if ahead else token.end
        named = list(dict.fromkeys(self.naming.named(topics, token)))
        if not named:
            return [], used
        if len(named) > 1:
            if any(t.kind == "respectively" for t in self._between(topics, token)):
                return self._respectively(named, token, at)
            each = any(t.kind == "each" for t in self._between(topics, token)) or not value
            if not each:
                named = [tuple(cell for cells in named for cell in cells)]
        channel = "channel" in [t.kind for t in topics]
        made = [figure_of(cells, value, token, span, self.context, channel) for cells in named]
        return [figure for figure in made if figure], used

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
            figure_of(cells, n.value, n, (n.start, n.end), self.context)
            for cells, n in zip(named, numbers, strict=False)
            if n.value is not None
        ]
        return [figure for figure in made if figure], used

    def _topics(self, figure: Token, at: int) -> tuple[list[Token], list[Token], int]:
        """The words a figure belongs to, those of them that follow it, and their number."""
        before = list(self.pending)
        if before and figure.start - before[-1].end > _FAR:
            before = []
        strong = [t for t in before if t.kind in STRONG]
        if strong and strong[-1].kind not in ("recv", "new", "done", "dealt", "docverb"):
            return before, [], 0
        ahead, used, ended = self._ahead(at)
        if not strong and ended and ahead and ahead[0].start - figure.end <= _FAR_AHEAD:
            within = not before or self.text[figure.start - 1] in "中里,有为"
            about = STRONG if self.negation is None else TOPICS
            if within and any(t.kind in about for t in ahead):
                return before + ahead, ahead, used
        if strong:
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
            if token.kind in TOPICS:
                found.append(self._carried(token))
            elif token.kind == "neg":
                return [], 0, False
        return found, len(self.tokens) - at, True

    # --- the end of a clause ----------------------------------------------------------------

    def _clause_end(self, at: int) -> list[Figure]:
        negation, self.negation, self.compared = self.negation, None, False
        stale, self.stale = self.stale, True
        context = self.context
        if negation is None:
            return [] if stale else self.naming.all_of_them(self.pending)
        if context.skip or context.elsewhere:
            return []
        topics = [t for t in self.pending if t.start >= negation.start]
        self.pending = []
        none, zero = self.naming.none_of(negation, topics, at), Decimal(0)
        start, scope, year = negation.start, context.scope, context.year
        return [Figure(each, zero, "", start, topics[-1].end, scope, year) for each in none if each]
