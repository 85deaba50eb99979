"""A form whose tables were printed before gives the same report as one read for the first time:
over the examples, the web layouts with their quirks, and pages whose cells were changed."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lib import parsing
from lib.layout_set import LAYOUTS, prints
from lib.parsing import known, parse
from lib.parsing.report import Report
from lib.reading import read
from lib.reading.document import Document, Unreadable
from lib.reading.encoding import decode
from lib.synthetic import invent_report
from lib.synthetic.writers.pages import page_of

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.html"))
WEB = [name for name, layout in LAYOUTS.items() if layout.suffix == ".html" and layout.quick]
_NUMBER = re.compile(r"(?<=>)(\s*)(0|[1-9]\d*)(?=\s*<)")
_CELL = re.compile(r"(<t[dh]\b[^>]*>)((?:(?!<t[dh]\b).)*?)(</t[dh]>)", re.S)


@pytest.fixture(autouse=True)
def _nothing_known() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    known._forms.clear()
    known._patterns.clear()


def outcome(document: Document) -> Report | str:
    try:
        return parse(document)
    except Unreadable as error:
        return error.zh


def both(page: str) -> tuple[Report | str, Report | str]:
    """The report of a page with what is known so far, and with nothing known."""
    warm = outcome(read("x.html", page.encode()))
    forms, patterns = dict(known._forms), set(known._patterns)
    forget()
    cold = outcome(read("x.html", page.encode()))
    known._forms.update(forms)
    known._patterns.update(patterns)
    return warm, cold


def other_numbers(page: str, seed: int) -> str:
    chance = random.Random(seed)
    numbers = ("0", "3", "12", "4567", "2.5") if seed % 2 else ("0", "3", "12", "4567")
    return _NUMBER.sub(lambda found: found[1] + chance.choice(numbers), page)


def examples() -> list[str]:
    return [decode(path.read_bytes())[0] for path in EXAMPLES]


@pytest.mark.parametrize("name", WEB)
def test_pages_of_one_layout_are_known_by_their_first(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [page_of(invent_report(seed, 2023)) for seed in (1, 2, 3)]
    first, *others = [decode(data)[0] for data in LAYOUTS[name].render(pages)]
    parse(read("x.html", first.encode()))
    assert known._forms
    reports = [both(each) for each in others]
    assert all(warm == cold and isinstance(warm, Report) for warm, cold in reports)
    monkeypatch.delattr(parsing, "read_grids")  # what is known is not read again
    parse(read("x.html", others[0].encode()))


def test_the_layout_set_and_all_its_quirks() -> None:
    pages = [page_of(invent_report(32, 2022))]
    count = 0
    for each in prints(pages, [LAYOUTS[name] for name in WEB], one_by_one=True):
        text = decode(each.bytes)[0]
        for page in (text, other_numbers(text, 1)):
            warm, cold = both(page)
            assert warm == cold, each.name
            count += 1
    assert count > 150


def change_number(cell: str, chance: random.Random) -> str:
    prints = "|0|7|00|012|1,036|/|-3|1.5|999999999|9999999999|4 1|5件|３|20①|无|&nbsp;"
    return chance.choice(prints.split("|"))


def change_word(cell: str, chance: random.Random) -> str:
    return chance.choice(("", "其他", "总计", "(元)", cell + "1", "12", "本年收费金额(元)"))


def drop(cell: str, chance: random.Random) -> str:
    return "</td><td>" + cell


@pytest.mark.parametrize("change", [change_number, change_word, drop])
def test_pages_with_changed_cells(
    change: Callable[[str, random.Random], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    recalled: list[bool] = []

    def recall(document: Document, year: int) -> object:
        found = known.recall(document, year)
        recalled.append(found is not None)
        return found

    monkeypatch.setattr(parsing, "recall", recall)
    for page in examples():
        parse(read("x.html", page.encode()))
        cells = list(_CELL.finditer(page))
        for _ in range(25):
            found = chance.choice(cells)
            inner = re.sub(r"<[^>]*>", "", found[2])
            changed = page[: found.start(2)] + change(inner, chance) + page[found.end(2) :]
            for each in (changed, other_numbers(changed, 2)):
                warm, cold = both(each)
                assert warm == cold, (found[0], changed[found.start(2) :][:20])
    assert sum(recalled) > 10, "the pages are to be compared with what is known, not with itself"


def test_a_second_table_that_says_more_is_not_passed_over() -> None:
    page = examples()[0]
    parse(read("x.html", page.encode()))
    more = "<table><tr>" + "<td>3</td>" * 7 + "</tr></table>"
    warm, cold = both(page.replace("</body>", f"{more}</body>"))
    assert warm == cold
    assert isinstance(warm, Report)
    assert "cell.unclaimed" in {finding.code for finding in warm.findings}


def test_a_table_longer_than_any_form_is_not_kept() -> None:
    page = decode(EXAMPLES[-1].read_bytes())[0]
    for note, kept in (("（含自然失效1件）", True), (f"（{'注' * known._LONGEST}）", False)):
        forget()
        noted = _NUMBER.sub(lambda found, note=note: found[0] + note, page, count=1)
        report = parse(read("x.html", noted.encode()))
        assert "cell.note" in {finding.code for finding in report.findings}
        assert bool(known._patterns) == kept
