"""The mark beside a doubtful number, wherever one organ's number is shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from lib.parsing.report import State
from lib.queries import doubtful
from lib.ui.ask import ask
from lib.ui.frame import View

_MOST = 500  # organs in a frame; the marks of more cost more than they tell


def cells_of(view: View, organs: Sequence[str]) -> pd.DataFrame:
    """lib.queries.doubtful.cells of these organs, kept for the next who asks."""
    return ask(view, doubtful.cells, tuple(sorted(set(organs))))


def marked(
    view: View,
    frame: pd.DataFrame,
    quantities: Sequence[str],
    years: Collection[int] = (),
    organ: str = "member",
) -> pd.DataFrame:
    """A frame of organs (their ids in the column `organ`) with `doubt`: why a row's number is
    doubtful, "" where it is not. A row of one year is judged by that year, any other by `years`;
    the frame as it is where no row is doubtful, or where it has too many organs."""
    organs = list(dict.fromkeys(frame[organ]))
    if not 0 < len(organs) <= _MOST:
        return frame
    found = doubtful.of_quantities(cells_of(view, organs), quantities, years)
    by = ["organ_id", "year"] if "year" in frame else ["organ_id"]
    sentences = found.drop_duplicates(by).set_index(by)[view.lang]
    at = [organ, "year"] if "year" in frame else [organ]
    keys = frame[at].itertuples(index=False, name=None)
    known = sentences.to_dict()
    doubts = [known.get(key if len(key) > 1 else key[0], "") for key in keys]
    return frame.assign(doubt=doubts) if any(doubts) else frame


def in_report(view: View, found: pd.DataFrame, entries: pd.DataFrame) -> dict[str, str]:
    """Why numbers of one report are doubtful, by cell: its findings that count, its evidence."""
    inferred = entries.loc[entries["state"] == State.INFERRED.value, "cell"]
    said = dict.fromkeys(map(str, inferred), view.say("charts.inferred"))
    for severity in ("warning", "error"):  # the worst is said last
        for row in found[found["severity"] == severity].to_dict("records"):
            said |= dict.fromkeys(map(str, row["cells"]), str(row[view.lang]))
    return said
