"""score: how exactly a folder of reports is read, or what this prints itself in every layout."""

from __future__ import annotations

import argparse
from pathlib import Path

from lib.cli.usage import refuse
from lib.score import Score


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    parser.add_argument(
        "--layouts",
        action="store_true",
        help="print the figures (invented ones where no folder is named) in every layout with "
        "every quirk, and compare what is read",
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="LAYOUT", help="these layouts")
    parser.add_argument(
        "--together", action="store_true", help="the quirks together only, not one at a time"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.layouts:
        return _score_layouts(options)
    if options.folder is None:
        return refuse("请给出文件夹，或--layouts。", "name a folder, or --layouts")
    from lib.score import by_format, score_folder

    try:
        scores, sentences = score_folder(options.folder)
    except (FileNotFoundError, NotADirectoryError):
        return refuse(
            f"{options.folder}里没有figures.json。", f"{options.folder} has no figures.json"
        )
    print(f"{_HEAD}  file")
    for score in scores:
        print(f"{_counts(score)}  {score.file}")
        for failure in score.failures:
            if failure.startswith("WRONG"):
                print(f"       {failure}")
    print(f"\n{_HEAD}  format, edition")
    for (name, edition), score in by_format(scores).items():
        print(f"{_counts(score)}  {name}, {edition}")
    total = Score("all")
    for score in scores:
        total += score
    print(f"{_counts(total)}  all")
    for sentence in sentences:
        print(sentence)
    return 1 if total.wrong else 0


_HEAD = f"{'right':>7} {'inferred':>8} {'flagged':>7} {'missing':>7} {'wrong':>6} {'lost %':>7}"


def _counts(score: Score) -> str:
    """The cells by how they came out, and the share of them that gave no number."""
    lost = 100 * (score.flagged + score.missing) / max(score.cells, 1)
    return (
        f"{score.right:>7} {score.inferred:>8} {score.flagged:>7} {score.missing:>7} "
        f"{score.wrong:>6} {lost:>7.2f}"
    )


def _score_layouts(options: argparse.Namespace) -> int:
    """Print and read back; every layout and edition, then every quirk that lost a cell."""
    from lib.layout_set import LAYOUTS, prints_scored

    unknown = [name for name in options.only if name not in LAYOUTS]
    if unknown:
        named, there = ", ".join(unknown), ", ".join(LAYOUTS)
        return refuse(
            f"没有这些版面：{named}；现有{there}。", f"no such layout: {named}; there are {there}"
        )
    layouts: dict[tuple[str, str], Score] = {}
    quirks: dict[tuple[str, str], Score] = {}
    for each, score in prints_scored(options.folder, options.only, one_by_one=not options.together):
        for sums, key in (
            (layouts, (each.layout.name, score.edition)),
            (quirks, (each.layout.name, each.quirk)),
        ):
            sums.setdefault(key, Score("")).__iadd__(score)
        for failure in score.failures:
            if failure.startswith("WRONG"):
                print(f"{score.file}: {failure}")
    print(f"{_HEAD}  layout, edition")
    total, exact = Score("all"), Score("exact")
    for (name, edition), score in layouts.items():
        print(f"{_counts(score)}  {name}, {edition}")
        total += score
        if LAYOUTS[name].exact:
            exact += score
    print(f"{_counts(total)}  all")
    print(f"{_counts(exact)}  all in which the borders of cells are kept")
    print(f"\n{_HEAD}  layout, quirk, where a cell gave no number")
    for (name, quirk), score in quirks.items():
        if score.flagged + score.missing + score.wrong:
            print(f"{_counts(score)}  {name}, {quirk}")
    for name, layout in LAYOUTS.items():
        if not layout.possible():
            print(f"not made: {name}: this machine lacks what it needs")
    return 1 if total.wrong else 0
