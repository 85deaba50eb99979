"""The same jobs from a shell: python -m lib.cli COMMAND, one of parse, intake, check, score."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path

from lib.intake import intake
from lib.reading.document import Unreadable
from lib.report_json import report_json
from lib.score import Score

_JOBS = "processes (default: all cores)"


def main(arguments: list[str] | None = None) -> int:
    """0 where everything went well, 1 where a file failed or a cell was wrong, 2 for bad usage,
    130 where the intake was stopped with Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that has no Chinese is no failure
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="python -m lib.cli", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("parse", help="print reports as JSON, with their findings")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.set_defaults(run=_parse)
    _intake_options(commands.add_parser("intake", help="add reports to a dataset"))
    _check_options(
        commands.add_parser(
            "check",
            help="print the findings of reports, or of a whole dataset",
            description="Print what is wrong with reports: within each, between the years of an "
            "organ among the files, and against the dataset where one is named. Without files: "
            "what is wrong in the dataset.",
        )
    )
    _score_options(commands.add_parser("score", help="compare a folder with its figures.json"))
    options = parser.parse_args(arguments)
    return int(options.run(options))


# --- parse --------------------------------------------------------------------------------------


def _parse(options: argparse.Namespace) -> int:
    failed = 0
    printed = []
    for path in options.files:
        try:
            printed.append(report_json(intake(path.name, path.read_bytes())))
        except Unreadable as error:
            failed += 1
            printed.append({"file": path.name, "unreadable": {"zh": error.zh, "en": error.en}})
        except OSError as error:
            failed += 1
            printed.append({"file": path.name, "unreadable": {"en": error.strerror or str(error)}})
    shown = printed[0] if len(printed) == 1 else printed
    print(json.dumps(shown, ensure_ascii=False, indent=1))
    return 1 if failed else 0


# --- intake -------------------------------------------------------------------------------------


def _intake_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a folder, file, glob, zip, or list of saved addresses (CSV with url and path, "
        "JSONL, lines of path<TAB>url, wget -nv log)",
    )
    parser.add_argument(
        "--dataset",
        metavar="PATH",
        help="the dataset, a folder or an object store's address (default: the working dataset)",
    )
    parser.add_argument(
        "--table",
        type=Path,
        help="what happened to every file, .csv or .parquet "
        "(default: intake/TIME.csv in the dataset's folder)",
    )
    parser.add_argument("--jobs", type=_positive, metavar="N", help=_JOBS)
    parser.add_argument(
        "--timeout",
        type=_positive,
        default=120,
        metavar="SECONDS",
        help="the most one file may take (default: 120)",
    )
    resume = parser.add_mutually_exclusive_group()
    resume.add_argument(
        "--resume",
        action="store_true",
        help="do not read again what is in the dataset or failed before (the default)",
    )
    resume.add_argument("--again", action="store_true", help="read every file anew")
    parser.add_argument(
        "--no-files",
        action="store_true",
        help="do not keep the files beside the dataset; the report page then cannot show them",
    )
    parser.add_argument("--dask", metavar="ADDRESS", help="read on a Dask cluster instead")
    parser.set_defaults(run=_intake)


def _intake(options: argparse.Namespace) -> int:
    from deltalake.exceptions import DeltaError

    from lib.batch import NoSource, take_in

    executor = None
    if options.dask:
        try:
            executor = _dask(options.dask)
        except ImportError:
            print("--dask needs the package distributed, which is not installed", file=sys.stderr)
            return 2
        except OSError as error:
            print(f"no Dask cluster at {options.dask}: {error}", file=sys.stderr)
            return 2
    try:
        summary = take_in(
            options.sources,
            options.dataset,
            executor=executor,
            jobs=options.jobs,
            timeout=options.timeout,
            again=options.again,
            keep_files=not options.no_files,
            table=options.table,
        )
    except NoSource as error:
        print(f"no such file or folder: {error}", file=sys.stderr)
        return 2
    except (DeltaError, OSError) as error:
        print(f"the dataset or the table cannot be written: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(summary)
    if summary.stopped:
        return 130
    return 1 if summary.failed or summary.broken else 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a whole number above 0")
    return number


def _dask(address: str) -> Executor:
    """The workers of a cluster as an executor; ImportError without Dask, OSError without one."""
    import importlib

    client = importlib.import_module("distributed").Client(address, timeout="10s")
    executor: Executor = client.get_executor()
    return executor


# --- check --------------------------------------------------------------------------------------


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="files, folders, globs, zips")
    parser.add_argument(
        "--dataset",
        metavar="PATH",
        help="the dataset, a folder or an object store's address (without files: the working "
        "dataset)",
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a report, one a line")
    parser.add_argument("--en", action="store_true", help="the sentences in English")
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="processes (default: all cores)"
    )
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from lib.batch.sources import NoSource
    from lib.precheck import Said, check_dataset, check_files

    if options.files:
        try:
            said: Iterable[Said] = check_files(options.files, options.dataset, options.jobs)
        except NoSource as error:
            print(f"no such file or folder: {error}", file=sys.stderr)
            return 2
    else:
        said = check_dataset(options.dataset)
    wrong = False
    for each in said:
        wrong |= bool(each.unreadable) or any(f["severity"] == "error" for f in each.findings)
        print(
            json.dumps(each.plain(), ensure_ascii=False) if options.json else each.text(options.en)
        )
    return int(wrong)


# --- score --------------------------------------------------------------------------------------


def _score_options(parser: argparse.ArgumentParser) -> None:
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
    parser.set_defaults(run=_score)


def _score(options: argparse.Namespace) -> int:
    if options.layouts:
        return _score_layouts(options)
    if options.folder is None:
        print("name a folder, or --layouts", file=sys.stderr)
        return 2
    from lib.score import by_format, score_folder

    try:
        scores, sentences = score_folder(options.folder)
    except (FileNotFoundError, NotADirectoryError):
        print(f"{options.folder} has no figures.json", file=sys.stderr)
        return 2
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
        print(f"no such layout: {', '.join(unknown)}; there are {', '.join(LAYOUTS)}")
        return 2
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


if __name__ == "__main__":
    raise SystemExit(main())
