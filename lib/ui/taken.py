"""What is taken away with a figure: its table with and without notes, and what stands on its
picture; the same words as below the figure on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from lib.charts.tables import head
from lib.exporting.harmless import harmless
from lib.exporting.images import Imprint
from lib.exporting.tables import to_xlsx
from lib.selection import Selection
from lib.ui.about import about
from lib.ui.citation import version
from lib.ui.frame import View
from lib.ui.scope import in_words
from lib.words.written import day, sentences


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken away with a figure: its title, its table, its caption, what is said of the
    reports it rests on, those it is about where they are not all that are selected, and the
    sentence that says what it shows."""

    title: str
    whole: pd.DataFrame
    caption: str
    said: tuple[str, ...] = ()
    within: Selection | None = None
    lead: str = ""


def tables(view: View, taken: Taken) -> dict[str, Callable[[], bytes]]:
    """The table as files, by kind: what makes them when they are asked for."""
    return {"csv": partial(_csv, view, taken), "xlsx": partial(_xlsx, view, taken)}


def _scope(view: View, taken: Taken) -> str:
    return in_words(view.dataset, taken.within or view.selection, view.lang)


def imprint(view: View, taken: Taken) -> Imprint:
    """What is printed on a picture of it."""
    source = view.say(
        "charts.source",
        dataset=view.say(f"common.dataset.{view.selection.dataset}"),
        version=version(view.dataset),
        date=day(date.today(), view.lang),
        scope=_scope(view, taken),
    )
    said = sentences(taken.said, view.lang)
    below = f"{source}\n{said}" if said else source
    return Imprint(taken.title, below, _invented(view), taken.lead)


def _xlsx(view: View, taken: Taken) -> bytes:
    """The table with a sheet that says what it is, on which reports it rests, and whose it is."""
    said = sentences(taken.said, view.lang)
    caption = sentences((taken.lead, taken.caption), view.lang)
    named = (("charts.about_caption", caption), ("charts.about_covered", said))
    definitions = tuple((view.say(key), words) for key, words in named if words)
    notes = about(view, taken.title, scope=_scope(view, taken), definitions=definitions)
    return to_xlsx(_marked(view, taken), notes, view.lang)


def file_name(view: View, title: str) -> str:
    """The name of its files, without what tells their kind."""
    return f"{plain(title)}_{view.selection.dataset}_{date.today():%Y%m%d}"


def _invented(view: View) -> str:
    return view.say("charts.invented") if view.selection.dataset == "demo" else ""


def _marked(view: View, taken: Taken) -> pd.DataFrame:
    """The table, with the mark of invented data in every row."""
    marked = taken.whole.copy()
    if invented := _invented(view):
        marked.insert(0, head("nature", view.lang), invented)
    return marked


def _csv(view: View, taken: Taken) -> bytes:
    """With the byte order mark that Excel needs."""
    whole = _marked(view, taken)
    safe = whole.map(lambda value: harmless(value) if isinstance(value, str) else value)
    return safe.to_csv(index=False).encode("utf-8-sig")


def plain(title: str) -> str:
    """A title as a name of a file may be."""
    return re.sub(r"[^\w]+", "_", title).strip("_")
