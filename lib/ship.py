"""Build the dataset of real reports that ships: python -m lib.ship FOLDER [--to FOLDER].

A report ships when it parses exactly: every cell of its forms is found and can be read, and no
cell differs from the folder's figures.json, where that names the file. What ships are figures,
the texts of the cells they were printed in, findings and sources: facts, and no sentence of the
reports' text.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from lib.dataset import Dataset, path_of
from lib.dataset.places import forget_place
from lib.intake import intake
from lib.organs import Organ, recognise
from lib.parsing.report import Report, State
from lib.reading.document import Unreadable
from lib.score import Figures, read_figures, score_report

EVIDENCE = ("entries", "findings")
_LOST = (State.MISSING, State.UNREADABLE)


def main() -> None:
    """Replace the folder by a dataset of the reports that parse exactly; say why others do not."""
    parser = argparse.ArgumentParser(prog="python -m lib.ship", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=path_of("real"))
    options = parser.parse_args()
    if options.to.exists():
        shutil.rmtree(options.to)
    for line in ship(options.folder, Dataset(options.to)):
        print(line)
    forget_place(options.to)


def ship(folder: Path, target: Dataset) -> list[str]:
    """Add the exact reports of a folder and tell, a line a file, what became of each."""
    listed = folder / "figures.json"
    figures = read_figures(listed) if listed.exists() else {}
    exact: list[tuple[Report, Organ]] = []
    said: list[str] = []
    for path in sorted(folder.iterdir()):
        if path == listed or not path.is_file():
            continue
        try:
            report = intake(path.name, path.read_bytes())
        except Unreadable as error:
            said.append(f"left out  {path.name}: {error.en}")
            continue
        reason = inexact(report, figures.get(path.name))
        if reason:
            said.append(f"left out  {path.name}: {reason}")
        else:
            # the file's name says the province too, which the report itself often does not
            context = f"{report.context} {path.stem}"
            exact.append((report, recognise(report.organ, context, report.year)))
    # two files of one report: the one whose numbers all were printed apart comes first
    exact.sort(key=lambda pair: sum(e.state is State.INFERRED for e in pair[0].entries.values()))
    results = target.add(exact, on_conflict="skip", batch="shipped", evidence=EVIDENCE)
    said += [f"{result.outcome:9} {result.name}: {result.organ_id}" for result in results]
    return said


def inexact(report: Report, figures: Figures | None) -> str:
    """Why a report does not ship, or ""."""
    lost = sum(entry.state in _LOST for entry in report.entries.values())
    if lost or not report.entries:
        return f"{lost} of {len(report.entries)} cells not found or not readable"
    if figures is not None:
        score = score_report(report.name, report, figures)
        if score.wrong or score.missing or score.flagged:
            return f"differs from its figures: {'; '.join(score.failures[:3])}"
    return ""


if __name__ == "__main__":
    main()
