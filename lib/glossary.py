"""Every term a reader may meet, with its meaning and its article: the lines of the form, the
indicators, the kinds of findings, and words of the field. All but the last are made from where
they are declared, so the glossary cannot say anything else than the app does.

Articles are of the 政府信息公开条例 (State Council Order 711 of 2019).

>>> terms()["requests.refused_process"].article
'第十六条第二款'
>>> article("第三十六条第一、二项", "en"), article("第十五条、第三十二条", "en")
('Article 36, items 1 and 2', 'Articles 15 and 32')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lib import form
from lib.findings import CODES
from lib.measures import MEASURES, MINIMUM_N, Measure
from lib.mends import MENDS
from lib.words import say
from lib.words.written import sentences

KINDS = ("field", "form", "measures", "findings")

FIELD: dict[str, str] = {
    "report": "第四十九条、第五十条",
    "information": "第二条",
    "norm": "第五条",
    "in_charge": "第三条",
    "agencies": "第十条",
    "proactive": "第十九条、第二十条、第二十六条",
    "on_request": "第二十七条",
    "correction": "第三十条",
    "third_party": "第三十二条",
    "deadline": "第三十三条",
    "separate": "第三十七条",
    "processing_fee": "第四十二条",
    "relief": "第五十一条",
    "tie": "",
    "carry": "",
    "definition": "",
    "blank": "",
    "form_2019": "",
    "form_2021": "",
    "peers": "",
    "region_code": "",
}
"""Words of the field with the articles they rest on, "" where they are the trade's own."""


@dataclass(frozen=True, slots=True)
class Term:
    """`key` is its address; `means` and `more` hold Chinese and English: what it means, and facts
    beside it (where it stands, its unit, its formula)."""

    key: str
    kind: str
    zh: str
    en: str
    means: tuple[str, str]
    more: tuple[str, str] = ("", "")
    article: str = ""
    aliases: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en

    def searched(self) -> str:
        """All its words in both languages, in small letters."""
        words = (self.zh, self.en, *self.aliases, *self.means, *self.more, self.article, self.key)
        return " ".join(words).lower()


@cache
def terms() -> dict[str, Term]:
    """Every term by its key, in the order of KINDS, each kind in the order it is declared."""
    return {term.key: term for term in (*_field(), *_form(), *_measures(), *_findings())}


def _field() -> Iterator[Term]:
    notices = {f"form_{edition.key}": edition.notice for edition in form.EDITIONS}
    for key, article_zh in FIELD.items():
        zh, en = say(f"field.{key}", "zh"), say(f"field.{key}", "en")
        means = say(f"field.{key}.means", "zh"), say(f"field.{key}.means", "en")
        notice = notices.get(key, "")
        yield Term(f"field.{key}", "field", zh, en, means, (notice, notice), article_zh)


def _form() -> Iterator[Term]:
    for table in form.TABLES:
        paths: dict[str, tuple[form.Line, ...]] = {}
        articles: dict[str, list[str]] = {}  # of each block, for a column that several share
        for block in table.blocks:
            for path in (*_walk(block.rows), *_walk(block.columns)):
                paths.setdefault(path[-1].key, path)
                articles.setdefault(path[-1].key, []).append(path[-1].article or block.article)
        for key, path in paths.items():
            line = path[-1]
            yield Term(
                f"{table.key}.{key}",
                "form",
                line.name,
                line.en,
                (say(f"term.{table.key}.{key}", "zh"), say(f"term.{table.key}.{key}", "en")),
                (_where(table, path, "zh"), _where(table, path, "en")),
                "、".join(dict.fromkeys(filter(None, articles[key]))),
                line.spellings(),
            )


def _walk(
    lines: tuple[form.Line, ...], above: tuple[form.Line, ...] = ()
) -> Iterator[tuple[form.Line, ...]]:
    for line in lines:
        yield (*above, line)
        yield from _walk(line.children, (*above, line))


def _where(table: form.Table, path: tuple[form.Line, ...], lang: str) -> str:
    """The section it stands in, the headings above it, its unit and the forms that have it."""
    line = path[-1]
    names = [table.zh if lang == "zh" else table.en]
    names += [each.name if lang == "zh" else each.en for each in path[:-1]]
    parts = [" › ".join(names)]
    if line.unit:
        unit = line.unit.value if lang == "zh" else line.unit.en
        parts.append(say("glossary.unit", lang, unit=unit))
    if line.editions != form.BOTH:
        only = form.edition(line.editions[0])
        parts.append(say("glossary.only", lang, form=only.zh if lang == "zh" else only.en))
    if lang == "zh" and line.short:
        parts.append(say("glossary.printed", lang, label=line.zh))
    if lang == "zh" and line.zh_2019:
        parts.append(say("glossary.in_2019", lang, label=line.zh_2019))
    return say("charts.and", lang).join(parts)


def _measures() -> Iterator[Term]:
    for measure in MEASURES.values():
        means = (f"{measure.zh} = {measure.formula_zh}", f"{measure.en} = {measure.formula_en}")
        more = (_caveats(measure, "zh"), _caveats(measure, "en"))
        yield Term(measure.key, "measures", measure.zh, measure.en, means, more)


def _caveats(measure: Measure, lang: str) -> str:
    small = "" if measure.counted else say("glossary.ranked", lang, minimum=MINIMUM_N)
    return sentences((measure.caveat(lang), small), lang)


def _findings() -> Iterator[Term]:
    for code, each in CODES.items():
        severity = (each.severity.zh, each.severity.en)
        itself = (say("glossary.mend_itself", "zh"), say("glossary.mend_itself", "en"))
        yield Term(code, "findings", each.zh, each.en, MENDS.get(code, itself), severity)


# --- articles -------------------------------------------------------------------------------------

_DIGITS = "〇一二三四五六七八九"
_ARTICLE = re.compile("第([一二三四五六七八九十]+)条(?:第([一二三四五六七八九十、]+)([款项]))?")
_PARTS = {"款": "paragraph", "项": "item"}


def article(words: str, lang: str) -> str:
    """The articles as the reader's language writes them; "" for none."""
    if lang == "zh" or not words:
        return words
    found = [
        (_number(match[1]), [_number(n) for n in (match[2] or "").split("、") if n], match[3])
        for match in _ARTICLE.finditer(words)
    ]
    if len(found) > 1 and not any(parts for _, parts, _ in found):
        return f"Articles {_list([number for number, _, _ in found])}"
    return "; ".join(
        f"Article {number}"
        + (f", {_PARTS[of]}{'s' if len(parts) > 1 else ''} {_list(parts)}" if parts else "")
        for number, parts, of in found
    )


def _list(numbers: list[int]) -> str:
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}" if first else last


def _number(numeral: str) -> int:
    """A Chinese numeral below a hundred."""
    tens, ten, ones = numeral.rpartition("十")
    value = _DIGITS.index(ones) if ones else 0
    return value + 10 * ((_DIGITS.index(tens) if tens else 1) if ten else 0)
