"""Text that has lost its cell borders: the digits of a row run together, 200000121 for
20 0 0 0 0 1 21.

The labels still stand in the form's order, so each row's digits are what follows its label. Which
digits make which number is solved with the form alone: of all splits of a row, those whose kinds
of applicant add up to its total; of all choices of splits, those whose outcomes add up and whose
columns balance. A number is taken only where every choice that is left agrees on it, and is marked
as inferred; where they differ, none is given and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from lib.findings import Finding
from lib.form import DISCLOSURE, E2021, EDITIONS, REMEDIES, REQUESTS, Line, leaves, paths
from lib.layout import layout
from lib.parsing.labels import fold, squash
from lib.parsing.rows import Located, Row, Value
from lib.reading.document import Cell, Paragraph, Place

Split = tuple[int, ...]
_DIGITS = re.compile(r"[\d\s]*")
_MOST_SPLITS = 400
_MOST_CHOICES = 300_000


def read_runs(paragraphs: tuple[Paragraph, ...], wanted: set[str]) -> Located:
    """The rows of the `wanted` tables in paragraphs that hold whole tables run together."""
    found = Located()
    for paragraph in paragraphs:
        if len(paragraph.text) < 60:
            continue
        text = _spaced(paragraph.text)
        if "requests" in wanted:
            _requests(text, paragraph.place, found)
        if "disclosure" in wanted:
            _disclosure(text, paragraph.place, found)
        if "remedies" in wanted:
            _remedies(text, paragraph.place, found)
        wanted = wanted - found.tables()
    return found


def _spaced(text: str) -> str:
    """Folded, but with blanks kept between digits: there they are what is left of a border."""
    kept = re.sub(r"(?<=\d)\s+(?=\d)", "\u241f", text)
    return fold(kept).replace("\u241f", " ")


@cache
def _labels(table: str, key: str) -> tuple[str, ...]:
    """How the form prints a row's label, folded, with its numbering."""
    line = next(each for block in _rows(table) for each in block if each.key == key)
    return tuple(dict.fromkeys(fold(spelling) for spelling in line.spellings()))


@cache
def _rows(table: str) -> tuple[tuple[Line, ...], ...]:
    """The rows that hold numbers in some edition, block by block, in the form's order."""

    def numbered(lines: tuple[Line, ...]) -> Iterator[Line]:
        for line in lines:
            if any(line.key in (e.key for e in leaves((line,), each.key)) for each in EDITIONS):
                yield line
            yield from numbered(line.children)

    blocks = (DISCLOSURE if table == "disclosure" else REQUESTS).blocks
    return tuple(tuple(numbered(block.rows)) for block in blocks)


def _find(text: str, spellings: tuple[str, ...], start: int) -> tuple[int, int] | None:
    """Where the earliest of the spellings begins and ends, from `start` on; the longest of those
    that begin there."""
    hits = [(at, at + len(each)) for each in spellings if (at := text.find(each, start)) >= 0]
    return min(hits, key=lambda hit: (hit[0], -hit[1]), default=None)


# --- splitting ----------------------------------------------------------------------------------


def splits(run: str, parts: int) -> Iterator[Split]:
    """Every way to cut a run of digits into `parts` numbers without leading zeros. A blank in the
    run is a border.

    >>> list(splits("2021", 2))
    [(20, 21), (202, 1)]
    >>> list(splits("007", 3))
    [(0, 0, 7)]
    """
    pieces = run.split()
    if len(pieces) > 1:
        # each piece holds at least one number, so the first at most what the others leave
        others = " ".join(pieces[1:])
        for count in range(1, min(parts - len(pieces) + 1, len(pieces[0])) + 1):
            heads = tuple(splits(pieces[0], count))
            if heads:
                for tail in splits(others, parts - count):
                    yield from ((*head, *tail) for head in heads)
        return
    digits = pieces[0] if pieces else ""
    if parts == 1:
        if digits and (len(digits) == 1 or digits[0] != "0"):
            yield (int(digits),)
        return
    longest = 1 if digits.startswith("0") else len(digits) - parts + 1
    for length in range(1, longest + 1):
        for rest in splits(digits[length:], parts - 1):
            yield (int(digits[:length]), *rest)


def _row_splits(run: str) -> list[Split]:
    """The splits of a row of section three whose first six numbers add up to the seventh."""
    # the total has at least as many digits as the largest part, so most cuts fall away early
    if len(run) > 40:
        return []
    found = [split for split in splits(run, 7) if sum(split[:6]) == split[6]]
    return found[:_MOST_SPLITS]


# --- section three --------------------------------------------------------------------------------


def _requests(text: str, place: Place, found: Located) -> None:
    runs: dict[str, str] = {}
    at = 0
    for line in _rows("requests")[0]:
        hit = _find(text, _labels("requests", line.key), at)
        if hit is None:
            continue
        digits = _DIGITS.match(text, hit[1])
        run = digits[0].strip() if digits else ""
        following = text[hit[1] + len(run) : hit[1] + len(run) + 1]
        # the numbering of the next label belongs to it, not to the run: ...52.没有现成
        if following in (".", "、") and run and text[hit[1] + len(run) - 1].isdigit():
            run = run[:-1]
        if run.strip():
            runs[line.key] = run.strip()
            at = hit[1]
    if len(runs) < 10:
        return
    candidates = {key: _row_splits(run) for key, run in runs.items()}
    solved = _solve(candidates)
    columns = leaves(REQUESTS.blocks[0].columns, "2021")
    for key, run in runs.items():
        line = next(each for each in _rows("requests")[0] if each.key == key)
        label = Cell(line.name, place)
        agreed = solved.get(key)
        if agreed is None or any(number is None for number in agreed):
            row = Row("requests", line, label, (), problem="row.ambiguous")
            row.printed = (Cell(run, place),)
        else:
            cells = tuple(Cell(str(number), place) for number in agreed)
            pairs = zip(columns, cells, strict=True)
            row = Row("requests", line, label, tuple(Value(c, cell) for c, cell in pairs))
            row.printed, row.inferred = cells, True
        found.rows.append(row)
    found.findings.append(_note(len(runs), place))


def _solve(candidates: dict[str, list[Split]]) -> dict[str, tuple[int | None, ...]]:
    """For each row the numbers all admissible choices agree on, None where they differ."""
    choices = list(_admissible(candidates))
    if not choices:
        # the printed sums are themselves wrong: a row stands where its own sum leaves one split
        return {key: found[0] for key, found in candidates.items() if len(found) == 1}
    return {
        key: tuple(
            numbers[0] if len(set(numbers)) == 1 else None
            for numbers in zip(*(choice[key] for choice in choices), strict=True)
        )
        for key in choices[0]
    }


def _admissible(candidates: dict[str, list[Split]]) -> Iterator[dict[str, Split]]:
    """The choices of one split a row under which the outcomes add up and the columns balance.
    None where a row has no split at all or the choices are too many to try."""
    edge = ("received", "carried_in", "handled", "carried_out")
    if any(not found for found in candidates.values()) or any(k not in candidates for k in edge):
        return
    outcomes = [key for key in candidates if key not in edge]
    tried = 0
    for frame in product(*(candidates[key] for key in edge)):
        received, carried_in, handled, carried_out = frame
        if any(
            a + b != c + d
            for a, b, c, d in zip(received, carried_in, handled, carried_out, strict=True)
        ):
            continue
        fixed = dict(zip(edge, frame, strict=True))
        # rows with most splits last, and sums never above the total: few branches are followed
        order = sorted(outcomes, key=lambda key: len(candidates[key]))
        stack: list[tuple[int, Split, dict[str, Split]]] = [(0, (0,) * 7, {})]
        while stack:
            depth, total, chosen = stack.pop()
            tried += 1
            if tried > _MOST_CHOICES:
                return
            if depth == len(order):
                if total == handled:
                    yield {**fixed, **chosen}
                continue
            for split in candidates[order[depth]]:
                added = tuple(a + b for a, b in zip(total, split, strict=True))
                if all(a <= b for a, b in zip(added, handled, strict=True)):
                    stack.append((depth + 1, added, {**chosen, order[depth]: split}))


def _note(rows: int, place: Place) -> Finding:
    return Finding(
        "cell.inferred",
        f"表格的边框已经丢失，数字连在一起；{rows}行数字按表内合计关系分开，能唯一确定的标为推定。",
        f"The table has lost its borders and its numbers run together; {rows} rows were told apart "
        "by the form's sums, and the numbers that are certain are marked as inferred.",
        places=(place,),
    )


# --- section two ----------------------------------------------------------------------------------


def _disclosure(text: str, place: Place, found: Located) -> None:
    start = text.find("信息内容")
    if start < 0:
        return
    key = "2019" if fold("本年新制作数量") in text else "2021"
    end = text.find("申请人情况", start)
    scope = text[start : end if end > 0 else len(text)]
    at = 0
    rows = []
    for number, block in enumerate(DISCLOSURE.blocks):
        if key not in block.editions:
            continue
        columns = leaves(block.columns, key)
        for line in _rows("disclosure")[number]:
            if key not in line.editions:
                continue
            hit = _find(scope, _labels("disclosure", line.key), at)
            if hit is None:
                continue
            at = hit[1]
            matched = re.compile(r"[-+\d\s.,]*(?:万元|元)?").match(scope, at)
            run = matched[0].strip() if matched else ""
            if run:
                rows.append((line, columns, run))
    if len(rows) < 3:
        return
    for line, columns, run in rows:
        label = Cell(line.name, place)
        parts = _signed_splits(run, len(columns))
        if len(parts) == 1:
            cells = tuple(Cell(part, place) for part in parts[0])
            pairs = zip(columns, cells, strict=True)
            row = Row("disclosure", line, label, tuple(Value(c, cell) for c, cell in pairs))
            row.printed, row.inferred = cells, len(columns) > 1
        else:
            row = Row("disclosure", line, label, (), problem="row.ambiguous", edition=key)
            row.printed = (Cell(run, place),)
        found.rows.append(row)


def _signed_splits(run: str, parts: int) -> list[tuple[str, ...]]:
    """The splits of a row of section two, whose numbers may have a sign, decimals or a unit and
    keep no sum. Two splits are enough to know that the row is not certain."""
    if parts == 1:
        return [(run,)] if re.fullmatch(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:万元|元)?", run) else []
    number = r"([-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:万元|元)?)"
    found: list[tuple[str, ...]] = []

    def cut(rest: str, left: int, taken: tuple[str, ...]) -> None:
        if len(found) > 1:
            return
        rest = rest.lstrip()
        if left == 1:
            if re.fullmatch(number, rest):
                found.append((*taken, rest))
            return
        for length in range(1, len(rest)):
            if re.fullmatch(number, rest[:length]):
                cut(rest[length:], left - 1, (*taken, rest[:length]))

    cut(run, parts, ())
    return found


# --- section four -------------------------------------------------------------------------


def _remedies(text: str, place: Place, found: Located) -> None:
    heads = "".join(squash(s.text) for row in layout(REMEDIES, E2021)[:3] for s in row)
    squeezed = text.replace(" ", "")
    at = squeezed.find(heads)
    if at < 0:
        return
    # the same place in the text with its blanks
    end = at + len(heads)
    position = next(i for i in range(len(text)) if len(text[: i + 1].replace(" ", "")) == end) + 1
    digits = _DIGITS.match(text, position)
    run = digits[0].strip() if digits else ""
    columns = [path for path in paths(REMEDIES.blocks[0].columns, "2021")]
    choices = _remedy_splits(run) if run else []
    if len(choices) == 1:
        cells = tuple(Cell(str(number), place) for number in choices[0])
        pairs = zip(columns, cells, strict=True)
        row = Row("remedies", None, None, tuple(Value(path[-1], cell) for path, cell in pairs))
        row.groups = tuple(path[-2].key for path in columns)
        row.printed, row.inferred = cells, True
    else:
        row = Row("remedies", None, None, (), problem="row.ambiguous")
        row.printed = (Cell(run, place),)
    found.rows.append(row)


def _remedy_splits(run: str) -> list[Split]:
    """The splits into three groups of five whose first four numbers add up to the fifth."""
    run = run.replace(" ", "")
    if len(run) > 60:
        return []

    @cache
    def groups(start: int) -> tuple[tuple[Split, int], ...]:
        found = []
        for end in range(start + 5, min(len(run), start + 25) + 1):
            for split in splits(run[start:end], 5):
                if sum(split[:4]) == split[4]:
                    found.append((split, end))
        return tuple(found)

    return [
        (*one, *two, *three)
        for one, first in groups(0)
        for two, second in groups(first)
        for three, third in groups(second)
        if third == len(run)
    ]
