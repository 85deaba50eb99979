"""Which numbers of single organs are doubtful: a finding names their cell, or they were inferred
from the form's sums. What is shown of one organ carries a mark where it rests on one of these."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from lib import measures
from lib.dataset import Dataset
from lib.parsing.report import State
from lib.queries.base import reports, table
from lib.queries.dispositions import counted, judged
from lib.queries.quality import findings
from lib.selection import Selection
from lib.words import say

COLUMNS = ("organ_id", "year", "cell", "kind", "zh", "en")
_KINDS = ("error", "warning")  # in the order of the alphabet, the worse one first


def cells(dataset: Dataset, selection: Selection, organs: tuple[str, ...]) -> pd.DataFrame:
    """COLUMNS (`kind`: error, warning, inferred): one row a doubtful cell of the current reports
    of some organs, with a sentence on it, that of its worst finding; what a reader has dismissed is
    not doubtful. A note makes no number doubtful, but that it was inferred does. Whatever else the
    selection names, only its dataset counts: a number's mark is the same wherever it is shown."""
    chosen = Selection(selection.dataset, organs=organs)
    found = counted(judged(dataset, findings(dataset, chosen, texts=False)))
    found = found[found["severity"].isin(_KINDS)]
    found = found.assign(cell=found["cells"], kind=found["severity"].astype(str))
    told = found.sort_values("kind", kind="stable").explode("cell").dropna(subset=["cell"])
    whole = pd.concat([told[list(COLUMNS)], _inferred(dataset, chosen)], ignore_index=True)
    return whole.drop_duplicates(["organ_id", "year", "cell"], ignore_index=True)


def _inferred(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    rows = reports(dataset, selection).select("report_id", "organ_id", "year")
    entries = table(dataset, "entries")
    named = entries.filter(entries["state"] == State.INFERRED.value).select("report_id", "cell")
    found: pd.DataFrame = rows.inner_join(named, "report_id").execute()
    found = found[["organ_id", "year", "cell"]]
    return found.assign(
        kind="inferred", zh=say("charts.inferred", "zh"), en=say("charts.inferred", "en")
    )


def of_quantities(
    doubtful: pd.DataFrame, quantities: Sequence[str], years: Collection[int] = ()
) -> pd.DataFrame:
    """organ_id, year, zh, en: one row a report (of the `years` only, where given) in which one of
    the quantities rests on a cell of `cells`."""
    of = {cell for quantity in quantities for cell in measures.cells(quantity)}
    found = doubtful[doubtful["cell"].isin(of)]
    if years:
        found = found[found["year"].isin(list(years))]
    return found.drop_duplicates(["organ_id", "year"]).drop(columns=["cell", "kind"])
