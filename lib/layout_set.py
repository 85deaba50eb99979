"""The set of layouts: given figures printed in every layout and with every quirk, read back and
compared cell by cell.

Figures are those of a folder's figures.json; without one, invented reports stand in for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.intake import intake
from lib.reading.document import Unreadable
from lib.score import Score, read_figures, read_identities, score_report
from lib.synthetic import invent_report
from lib.synthetic.copies import report_of
from lib.synthetic.writers.layouts import LAYOUTS, Layout
from lib.synthetic.writers.pages import NOTICE, NOTICE_OF_A_COPY, Page, page_of
from lib.synthetic.writers.quirks import QUIRKS, together

__all__ = ["LAYOUTS", "Print", "pages_of", "prints", "prints_scored", "score_print"]
PLAIN, TOGETHER = "as the form", "all quirks together"


@dataclass(frozen=True, slots=True)
class Print:
    """One page as a layout prints it, with a quirk or none; `bytes` are the file."""

    layout: Layout
    quirk: str
    page: Page
    name: str
    bytes: bytes


def pages_of(folder: Path | None) -> list[Page]:
    """A page for each report in the folder's figures.json, or for invented reports of both
    editions, with blanks and without."""
    if folder is None:
        years = ((11, 2019), (12, 2020), (13, 2021), (14, 2023), (15, 2025))
        return [page_of(invent_report(seed, year), NOTICE) for seed, year in years]
    path = folder / "figures.json"
    identities = read_identities(path)
    return [
        page_of(report_of(*identities[file], figures), NOTICE_OF_A_COPY)
        for file, figures in read_figures(path).items()
    ]


def quirked(page: Page, layout: Layout, *, one_by_one: bool) -> Iterator[tuple[str, Page]]:
    """The page as it is, with each quirk the layout can have, and with all of them together."""
    yield PLAIN, page
    if layout.family == "template":
        return  # the template's labels are its own
    if one_by_one:
        for quirk in QUIRKS:
            if layout.family in quirk.families:
                yield f"{quirk.number} {quirk.name}", quirk.apply(page)
    yield TOGETHER, together(page, layout.family)


def prints(
    pages: Sequence[Page], layouts: Iterable[Layout], *, one_by_one: bool = True
) -> Iterator[Print]:
    """Every page in every layout that this machine can make. Layouts that another program prints
    are given the first report of each edition with one quirk at a time, since they cost seconds."""
    for layout in layouts:
        if not layout.possible():
            continue
        jobs: list[tuple[str, Page]] = []
        seen: set[str] = set()
        for page in pages:
            if not set(page.editions.values()) <= set(layout.editions):
                continue
            edition = edition_of(page)
            each = one_by_one and (layout.quick or edition not in seen)
            seen.add(edition)
            jobs += quirked(page, layout, one_by_one=each)
        for (quirk, page), data in zip(jobs, layout.render([p for _, p in jobs]), strict=True):
            yield Print(layout, quirk, page, f"{page.title}{layout.suffix}", data)


def edition_of(page: Page) -> str:
    """ "2019", "2021", or "mixed" where the tables differ."""
    found = {page.editions["disclosure"], page.editions["requests"]}
    return found.pop() if len(found) == 1 else "mixed"


def score_print(each: Print) -> Score:
    """Compare what is read with what was printed. A file that cannot be read at all counts its
    cells as missing, and says why."""
    title = f"{each.layout.name} · {each.page.organ} {each.page.year} · {each.quirk}"
    try:
        report = intake(each.name, each.bytes)
    except Unreadable as error:
        score = Score(title, each.layout.name, edition_of(each.page))
        score.missing = len(each.page.figures)
        score.failures.append(f"not read: {error.en}")
        return score
    score = score_report(title, report, each.page.figures, complete=True)
    score.format, score.edition = each.layout.name, edition_of(each.page)
    return score


def prints_scored(
    folder: Path | None, names: Sequence[str] = (), *, one_by_one: bool = True
) -> Iterator[tuple[Print, Score]]:
    """Every print of the set with its score. KeyError for a layout that does not exist."""
    layouts = [LAYOUTS[name] for name in names] if names else list(LAYOUTS.values())
    for each in prints(pages_of(folder), layouts, one_by_one=one_by_one):
        yield each, score_print(each)
