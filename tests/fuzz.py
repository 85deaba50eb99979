"""Spoil reports and read them: python -m tests.fuzz [--cells 1000000] [--seed 1].

Sources are the examples of this folder and invented reports, some with a different number in every
cell, in every format that is written without another program. Each file gets one kind of mutation,
one to forty times (or all kinds mixed); the cells counted are those a mutation touches.

The oracle. A mutated file is read, or refused with a sentence; any other exception is a crash. It
is also read here a second time and much more simply, as rows of texts (`printed_rows`), which know
nothing of heads and spans. A number that the report gives for a cell must be

- what the whole file printed there, or
- what the mutated file prints in that row of the form at the place of that column, where the row
  has as many values as columns; or
- anywhere in that row, where the mutation changed the heads themselves, or
- solved from digits that are run together, where the row's solved numbers are those digits, or
- named by an error or warning that touches its cell.

Otherwise it is `silent`, the defect this is here to find. And each sum of the form that the given
numbers break must be named by a finding (`unsaid` where not). Neither may ever happen.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import lxml.html

from lib import form
from lib.findings import Severity
from lib.intake import intake
from lib.parsing.labels import find_column, find_row, squash
from lib.parsing.numbers import read_number, value_like
from lib.parsing.report import Report, State
from lib.reading.document import Unreadable
from lib.reading.encoding import decode
from lib.synthetic import invent_report
from lib.synthetic.copies import report_of
from lib.synthetic.writers.formats import BORDERLESS, FORMATS
from lib.synthetic.writers.pages import page_of
from tests.printed import numbers

EXAMPLES = Path(__file__).parent / "examples"
Rows = list[list[str]]
Random = random.Random


# --- sources --------------------------------------------------------------------------------------


@dataclass
class Source:
    """A whole file as text, cut into `tokens`; `rows` are the indexes of the tokens that are
    cells. `truth` is what it prints."""

    name: str
    suffix: str
    kind: str  # html, cells, lines or runs: how it is cut
    text: str
    truth: dict[str, Decimal | None]
    tokens: list[str] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    heads: list[list[str]] = field(default_factory=list)


_CELL = re.compile(r"(<t[dh]\b[^>]*>.*?</t[dh]>)", re.S)


def source_of(name: str, data: bytes, suffix: str) -> Source:
    text = decode(data)[0]
    report = intake(f"x{suffix}", data)
    truth = {key: entry.value for key, entry in report.entries.items()}
    squared = sum("\t" in line or line.count("|") > 1 for line in text.split("\n")) > 10
    kind = "html" if suffix == ".html" else "cells" if squared else "lines"
    if "run-together" in name:
        kind = "runs"
    source = Source(name, suffix, kind, text, truth)
    if kind == "html":
        source.tokens = _CELL.split(text)
        for at in range(1, len(source.tokens), 2):
            if "<tr" in source.tokens[at - 1] or not source.rows:
                source.rows.append([])
            source.rows[-1].append(at)
    elif kind == "cells":
        for line in text.split("\n"):
            pieces = re.split(r"(\t|\|)", line) if re.search(r"[\t|]", line) else [line]
            if len(pieces) > 1:
                source.rows.append(
                    list(range(len(source.tokens), len(source.tokens) + len(pieces), 2))
                )
            source.tokens += [*pieces, "\n"]
    elif kind == "lines":
        was_number = False
        for line in text.split("\n"):
            if line.strip():
                number = value_like(line)
                if (was_number and not number) or not source.rows:
                    source.rows.append([])
                was_number = number
                source.rows[-1].append(len(source.tokens))
            source.tokens += [line, "\n"]
    else:
        source.tokens = re.split(r"(\d+)", text)
        source.rows = [[at] for at in range(1, len(source.tokens), 2)]
    source.heads = head_rows(printed_rows(source.kind, text))
    return source


@cache
def sources() -> tuple[Source, ...]:
    made = [
        source_of(path.name, path.read_bytes(), path.suffix)
        for path in sorted(EXAMPLES.iterdir())
        if path.suffix in (".html", ".txt", ".md")
    ]
    reports = [
        report_of("青禾市松风县人民政府", 2023, dict(numbers(form.E2021))),
        report_of("青禾市松风县人民政府", 2020, dict(numbers(form.E2019))),
        invent_report(3, 2023, {"disclosure": "2021", "requests": "2019", "remedies": "2019"}),
        invent_report(4, 2022),
        invent_report(6, 2019),
    ]
    for each in (*FORMATS.values(), BORDERLESS["text-run-together"]):
        if each.encoding not in ("utf-8",):
            continue  # the same text in other bytes
        for number, report in enumerate(reports):
            page = page_of(report)
            one = source_of(f"{each.name} {number}", each.bytes(page), each.suffix)
            if each.keeps_borders:
                assert one.truth == page.figures, each.name
            made.append(one)
    return tuple(made)


# --- mutations ------------------------------------------------------------------------------------
# Each changes the tokens in place and returns how many cells it touched.

Mutation = Callable[[Random, Source, list[str]], int]


def _cell(chance: Random, source: Source) -> int:
    return chance.choice(chance.choice(source.rows))


def _digits(token: str) -> list[int]:
    """Where digits stand that are not inside a tag."""
    inside, found = False, []
    for at, character in enumerate(token):
        inside = character == "<" or (inside and character != ">")
        if not inside and character.isdigit():
            found.append(at)
    return found


def _number_cell(chance: Random, source: Source, tokens: list[str]) -> int | None:
    for _ in range(50):
        at = _cell(chance, source)
        if _digits(tokens[at]):
            return at
    return None


def cell_moved(chance: Random, source: Source, tokens: list[str]) -> int:
    row = chance.choice(source.rows)
    target = row if chance.random() < 0.5 else chance.choice(source.rows)
    origin, goal = chance.choice(row), chance.choice(target)
    if source.kind == "html":
        moved, tokens[origin] = tokens[origin], ""
        tokens[goal] = moved + tokens[goal]
    else:
        tokens[origin], tokens[goal] = tokens[goal], tokens[origin]
    return 2


def digit_changed(chance: Random, source: Source, tokens: list[str]) -> int:
    at = _number_cell(chance, source, tokens)
    if at is None:
        return 0
    where = chance.choice(_digits(tokens[at]))
    digit = chance.choice("0123456789")
    tokens[at] = tokens[at][:where] + digit + tokens[at][where + 1 :]
    return 1


def digit_lost(chance: Random, source: Source, tokens: list[str]) -> int:
    at = _number_cell(chance, source, tokens)
    if at is None:
        return 0
    where = chance.choice(_digits(tokens[at]))
    tokens[at] = tokens[at][:where] + tokens[at][where + 1 :]
    return 1


def row_dropped(chance: Random, source: Source, tokens: list[str]) -> int:
    row = chance.choice(source.rows)
    for at in range(row[0], row[-1] + 1):
        tokens[at] = ""
    return len(row)


def rows_swapped(chance: Random, source: Source, tokens: list[str]) -> int:
    one, two = chance.choice(source.rows), chance.choice(source.rows)
    parts = ["".join(tokens[row[0] : row[-1] + 1]) for row in (one, two)]
    if one is two:
        return 0
    for row, text in ((one, parts[1]), (two, parts[0])):
        for at in range(row[0], row[-1] + 1):
            tokens[at] = ""
        tokens[row[0]] = text
    return len(one) + len(two)


def row_repeated(chance: Random, source: Source, tokens: list[str]) -> int:
    row = chance.choice(source.rows)
    joint = {"html": "</tr><tr>", "cells": "\n", "lines": "\n", "runs": ""}[source.kind]
    text = "".join(tokens[row[0] : row[-1] + 1])
    if len(text) > 20_000:
        return 0  # doubled often enough
    tokens[row[0]] = text + joint + tokens[row[0]]
    return len(row)


def column_deleted(chance: Random, source: Source, tokens: list[str]) -> int:
    """One column, counted from the right, of up to thirty rows that follow one another."""
    first, back = chance.randrange(len(source.rows)), chance.randint(1, 8)
    touched = 0
    for row in source.rows[first : first + chance.randint(2, 30)]:
        if len(row) < back + 1:
            break
        at = row[-back]
        tokens[at] = ""
        if source.kind == "cells" and at > 0:
            tokens[at - 1] = ""
        touched += 1
    return touched


def cell_blanked(chance: Random, source: Source, tokens: list[str]) -> int:
    at = _cell(chance, source)
    tokens[at] = re.sub(r"(?<=>)[^<>]+(?=<)", "", tokens[at]) if source.kind == "html" else ""
    return 1


def text_moved(chance: Random, source: Source, tokens: list[str]) -> int:
    """The last or first digit of a number goes to its neighbour."""
    row = chance.choice(source.rows)
    pairs = [(a, b) for a, b in pairwise(row) if _digits(tokens[a]) and _digits(tokens[b])]
    if not pairs:
        return 0
    one, two = chance.choice(pairs)
    if chance.random() < 0.5:
        from_, to = _digits(tokens[one])[-1], _digits(tokens[two])[0]
        digit = tokens[one][from_]
        tokens[one] = tokens[one][:from_] + tokens[one][from_ + 1 :]
        tokens[two] = tokens[two][:to] + digit + tokens[two][to:]
    else:
        from_, to = _digits(tokens[two])[0], _digits(tokens[one])[-1] + 1
        digit = tokens[two][from_]
        tokens[two] = tokens[two][:from_] + tokens[two][from_ + 1 :]
        tokens[one] = tokens[one][:to] + digit + tokens[one][to:]
    return 2


def cells_joined(chance: Random, source: Source, tokens: list[str]) -> int:
    """The border between two cells of a row is lost."""
    rows = [row for row in source.rows if len(row) > 1]
    if not rows:
        return 0
    row = chance.choice(rows)
    at = chance.randrange(len(row) - 1)
    one, two = row[at], row[at + 1]
    if source.kind == "html":
        tokens[one] = re.sub(r"</t[dh]>$", "", tokens[one])
        tokens[two] = re.sub(r"^<t[dh]\b[^>]*>", "", tokens[two])
    for between in range(one + 1, two):
        tokens[between] = ""
    return 2


def spans_changed(chance: Random, source: Source, tokens: list[str]) -> int:
    if source.kind != "html":
        return 0
    at = _cell(chance, source)
    name, span = chance.choice(("rowspan", "colspan")), chance.choice((0, 1, 2, 3, 5, 9, 21))
    spanned = [i for row in source.rows for i in row if "span=" in tokens[i][:60]]
    if spanned and chance.random() < 0.6:
        at = chance.choice(spanned)
    tokens[at] = re.sub(rf'\s{name}="\d+"', "", tokens[at])
    tokens[at] = re.sub(r"^<(t[dh])", rf'<\1 {name}="{span}"', tokens[at])
    return 1


def tag_broken(chance: Random, source: Source, tokens: list[str]) -> int:
    """A tag, tab or pipe loses a character, or gets one."""
    marks = {"html": r"</?(?:td|tr|table|tbody|p|span)\b[^>]*>", "cells": r"[\t|]"}
    pattern = marks.get(source.kind, r"\n")
    at = chance.randrange(len(tokens))
    for step in range(len(tokens)):
        found = list(re.finditer(pattern, tokens[(at + step) % len(tokens)]))
        if found:
            at = (at + step) % len(tokens)
            one = chance.choice(found)
            where = chance.randrange(one.start(), one.end())
            more = chance.choice(("", "", "<", ">", " ", '"'))
            tokens[at] = tokens[at][:where] + more + tokens[at][where + 1 :]
            return 1
    return 0


def bytes_cut(chance: Random, source: Source, tokens: list[str]) -> int:
    """Up to 120 characters lost anywhere, over the borders of cells."""
    at = chance.randrange(len(tokens))
    lost = chance.choice((1, 2, 5, 20, 60, 120))
    touched = 0
    where = chance.randrange(len(tokens[at]) + 1)
    while lost > 0 and at < len(tokens):
        gone = min(lost, len(tokens[at]) - where)
        tokens[at] = tokens[at][:where] + tokens[at][where + gone :]
        lost, at, where = lost - gone, at + 1, 0
        touched += 1
    return touched


MUTATIONS: dict[str, Mutation] = {
    each.__name__: each
    for each in (
        cell_moved,
        digit_changed,
        digit_lost,
        row_dropped,
        rows_swapped,
        row_repeated,
        column_deleted,
        cell_blanked,
        text_moved,
        cells_joined,
        spans_changed,
        tag_broken,
        bytes_cut,
    )
}


TIMES = (1, 2, 3, 5, 10, 20, 40)


def mutate(chance: Random, source: Source, kind: str) -> tuple[str, int]:
    """The source spoilt, and how many cells were touched. `kind` is a mutation or "mixed"."""
    tokens, touched = list(source.tokens), 0
    for _ in range(chance.choice(TIMES)):
        name = chance.choice(list(MUTATIONS)) if kind == "mixed" else kind
        touched += MUTATIONS[name](chance, source, tokens)
    return "".join(tokens), touched


# --- the second, simple reading -------------------------------------------------------------------


def printed_rows(kind: str, text: str) -> Rows:
    """Rows of texts as printed, without spans and heads; for `runs` the text as one row."""
    if kind == "html":
        try:
            root = lxml.html.document_fromstring(text.encode(), parser=_PARSER)
        except (lxml.etree.ParserError, ValueError):
            return []
        for struck in list(root.iter("s", "strike", "del")):
            struck.drop_tree()
        return [
            [_plain(cell) for cell in row.iterdescendants("td", "th")]
            for row in root.iter("tr")
            if next(row.iterdescendants("tr"), None) is None
        ]
    if kind == "cells":
        return [
            [piece.strip() for piece in re.split(r"[\t|]", line)]
            for line in text.split("\n")
            if re.search(r"[\t|]", line)
        ]
    if kind == "lines":
        rows: Rows = [[]]
        for line in text.split("\n"):
            if line.strip():
                if rows[-1] and value_like(rows[-1][-1]) and not value_like(line):
                    rows.append([])
                rows[-1].append(line.strip())
        return rows
    return [[re.sub(r"\s", "", text)]]


_PARSER = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)


def _plain(cell: lxml.html.HtmlElement) -> str:
    return "".join(cell.itertext()).strip()


def head_rows(rows: Rows) -> Rows:
    """The rows that print a column's head, each with the first words of the row below it: heads
    that stand above other rows are other heads."""
    below = [*rows[1:], [""]]
    return [
        [*row, *under[:1]]
        for row, under in zip(rows, below, strict=True)
        if any(_is_head(text) for text in row)
    ]


@cache
def _is_head(text: str) -> bool:
    return any(
        text and find_column(table.key, text) is not None and squash(text) not in ("其他", "总计")
        for table in form.TABLES
    )


@dataclass
class Simple:
    """The values printed in the rows of each line of the form, and all that stands in them."""

    values: dict[str, list[list[str]]] = field(default_factory=dict)
    texts: dict[str, set[str]] = field(default_factory=dict)


def simply(rows: Rows, kind: str) -> Simple:
    found = Simple()
    for row in rows:
        trailing = []
        for text in reversed(row):
            # a remark may stand in a value's place, or what two values left of a lost border
            words = re.sub("[(（].*|[万亿]?元$", "", text, flags=re.S)
            if not value_like(text) and (re.search("[一-鿿]", words) or find_row(text)):
                break
            trailing.insert(0, text)
        lines = {home[1].key for text in row if text and (home := find_row(text))}
        if kind == "lines" and len(row) > len(trailing):
            # a label may stand over several lines
            labels = row[: len(row) - len(trailing)]
            for at in range(len(labels)):
                if home := find_row("".join(labels[at:])):
                    lines.add(home[1].key)
        if len(trailing) >= 10:
            lines.add("remedies")
        for line in lines:
            found.values.setdefault(line, []).append(trailing)
            found.texts.setdefault(line, set()).update(row)
    return found


# --- the oracle ---------------------------------------------------------------------------------


def silent(source: Source, text: str, report: Report) -> list[str]:
    """The numbers given that are neither printed where they belong nor named by a finding."""
    changed = {
        key: entry
        for key, entry in report.entries.items()
        if entry.value is not None and entry.value != source.truth.get(key)
    }
    if not changed:
        return []
    named = {
        key
        for finding in report.findings
        if finding.severity is not Severity.NOTE
        for key in finding.cells
    }
    rows = printed_rows(source.kind, text)
    simple = simply(rows, source.kind)
    new_heads = head_rows(rows) != source.heads
    wrong = []
    for key, entry in changed.items():
        if key in named:
            continue
        assert entry.value is not None
        if _printed_there(key, entry.value, report, simple, new_heads=new_heads):
            continue
        solved = entry.state is State.INFERRED or source.kind == "runs"
        if solved and _runs(key, report, text):
            continue
        how = "solved from" if solved else "printed as"
        wrong.append(f"{key}: {entry.value} for {source.truth.get(key)}, {how} “{entry.text}”")
    return wrong


def _line(key: str) -> str:
    table, line, _ = key.split(".")
    return "remedies" if table == "remedies" else line


def _columns(key: str, report: Report) -> list[str]:
    """The cells of the row, in the order the form prints them."""
    table, line, _ = key.split(".")
    start = f"{table}." if table == "remedies" else f"{table}.{line}."
    for each in (form.edition(report.editions[table]), *form.EDITIONS):
        own = [item.key for item in form.cells(each, table) if item.key.startswith(start)]
        if key in own:
            return own
    raise AssertionError(key)


def _printed_there(
    key: str, value: Decimal, report: Report, simple: Simple, *, new_heads: bool
) -> bool:
    columns = _columns(key, report)
    unit = form.cell(key).unit
    line = _line(key)
    if new_heads:
        return any(_is(value, each, unit) for each in simple.texts.get(line, ()))
    for values in simple.values.get(line, ()):
        # squares that heads of two columns leave empty between their numbers
        filled = [each for each in values if each]
        if len(filled) == len(columns) and _is(value, filled[columns.index(key)], unit):
            return True
        for first in range(len(values) - len(columns) + 1):
            stretch = values[first : first + len(columns)]
            rest = values[:first] + values[first + len(columns) :]
            if not any(rest) and _is(value, stretch[columns.index(key)], unit):
                return True
    return False


def _is(value: Decimal, text: str, unit: form.Unit) -> bool:
    return read_number(text, unit).value == value or read_number(text, unit, "万元").value == value


def _runs(key: str, report: Report, text: str) -> bool:
    """Whether the row's numbers, put together, are printed."""
    own = [report.entries[each] for each in _columns(key, report) if each in report.entries]
    joined = "".join("" if e.value is None else str(e.value) for e in own)
    # a quote that is left of a tag parts no digits for the reader either
    spare = re.sub(r"[\s\"'+元]", "", text)
    if joined in spare:
        return True
    value = report.entries[key].value
    return any(e.value is None for e in own) and str(value) in spare


def unsaid(report: Report) -> list[str]:
    """The sums that the given numbers break and no finding names."""
    broken = []
    for table, edition in report.editions.items():
        for identity in form.identities(form.edition(edition), table):
            entries = [
                [report.entries[key] for key in side] for side in (identity.left, identity.right)
            ]
            if any(
                entry.state in (State.MISSING, State.UNREADABLE)
                for side in entries
                for entry in side
            ):
                continue
            sides = [[e.value for e in side if e.value is not None] for side in entries]
            if not all(sides) or sum(sides[0]) == sum(sides[1]):  # type: ignore[type-var]
                continue
            if not any(
                finding.code.startswith("sum.") and set(identity.cells) <= set(finding.cells)
                for finding in report.findings
            ):
                broken.append(f"{identity.rule} of {identity.about.key}")
    return broken


@dataclass
class Outcome:
    """What came of one mutated file."""

    source: str
    kind: str
    touched: int
    refused: bool = False
    same: int = 0
    otherwise: int = 0  # another number than before the mutation, printed there or named
    withheld: int = 0
    failures: list[str] = field(default_factory=list)


def run_one(source: Source, kind: str, seed: int) -> tuple[Outcome, str]:
    chance = Random(f"{source.name} {kind} {seed}")
    text, touched = mutate(chance, source, kind)
    outcome = Outcome(source.name, kind, touched)
    started = time.process_time()
    try:
        report = intake(f"x{source.suffix}", text.encode("utf-8", "replace"))
    except Unreadable:
        outcome.refused = True
        return outcome, text
    except Exception as error:
        outcome.failures.append(f"crash {type(error).__name__}: {error}")
        return outcome, text
    if time.process_time() - started > 20:
        outcome.failures.append("slow: more than 20 seconds of processor")
    for key, value in source.truth.items():
        entry = report.entries.get(key)
        if entry is not None and entry.value == value and entry.state is not State.UNREADABLE:
            outcome.same += 1
        elif entry is None or entry.value is None:
            outcome.withheld += 1
        else:
            outcome.otherwise += 1
    outcome.failures += [f"silent {each}" for each in silent(source, text, report)]
    outcome.failures += [f"unsaid {each}" for each in unsaid(report)]
    return outcome, text


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--cells", type=int, default=1_000_000, help="mutated cells in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that failed")
    options = parser.parse_args()
    kinds = [*MUTATIONS, "mixed"]
    every = sources()
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    chance, touched, number, shown = Random(options.seed), 0, 0, 0
    # solving digits that run together takes a hundred times as long as reading cells
    solved = [source for source in every if source.kind == "runs"]
    printed = [source for source in every if source.kind != "runs"]
    while touched < options.cells:
        source = chance.choice(solved if number % 1000 == 0 else printed)
        kind = kinds[number // 7 % len(kinds)]
        outcome, text = run_one(source, kind, options.seed * 10_000_000 + number)
        number += 1
        touched += outcome.touched
        count = counts[kind]
        count.update(
            files=1,
            cells=outcome.touched,
            refused=outcome.refused,
            same=outcome.same,
            otherwise=outcome.otherwise,
            withheld=outcome.withheld,
            **{each: 0 for each in ("crash", "silent", "unsaid", "slow")},
        )
        for failure in outcome.failures:
            count[failure.split()[0].strip(":")] += 1
        if outcome.failures and shown < 200:
            shown += 1
            print(f"{source.name} {kind} {number - 1}: {outcome.failures[:3]}", flush=True)
            if options.keep:
                options.keep.mkdir(exist_ok=True, parents=True)
                (options.keep / f"{number - 1}-{kind}{source.suffix}").write_text(text)
    names = ("files", "cells", "refused", "same", "otherwise", "withheld")
    names += ("crash", "slow", "silent", "unsaid")
    print(f"{'mutation':<16}" + "".join(f"{name:>10}" for name in names))
    total: Counter[str] = Counter()
    for kind, count in counts.items():
        print(f"{kind:<16}" + "".join(f"{count[name]:>10}" for name in names))
        total.update(count)
    print(f"{'all':<16}" + "".join(f"{total[name]:>10}" for name in names))
    return 1 if total["crash"] + total["slow"] + total["silent"] + total["unsaid"] else 0


if __name__ == "__main__":
    sys.exit(main())
