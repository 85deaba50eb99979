"""check: print the findings of reports, or of a whole dataset."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable

from lib.cli.usage import JOBS, no_source, positive, refuse


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="files, folders, globs, zips")
    parser.add_argument(
        "--dataset",
        metavar="PATH",
        help="the dataset, a folder or an object store's address (without files: the working "
        "dataset)",
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a report, one a line")
    parser.add_argument("--en", action="store_true", help="the sentences in English")
    parser.add_argument("--jobs", type=positive, metavar="N", help=JOBS)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from lib.batch.sources import NoSource
    from lib.precheck import Said, check_dataset, check_files, dataset_there

    if not dataset_there(options.dataset):
        return refuse(f"{options.dataset}没有数据集。", f"there is no dataset at {options.dataset}")
    try:
        said: Iterable[Said] = (
            check_files(options.files, options.dataset, options.jobs)
            if options.files
            else check_dataset(options.dataset)
        )
    except NoSource as error:
        return no_source(error)
    wrong = False
    for each in said:
        wrong |= bool(each.unreadable) or any(f["severity"] == "error" for f in each.findings)
        print(
            json.dumps(each.plain(), ensure_ascii=False) if options.json else each.text(options.en)
        )
    return int(wrong)
