"""intake: add reports to a dataset."""

from __future__ import annotations

import argparse
from concurrent.futures import Executor
from pathlib import Path

from lib.cli.usage import JOBS, no_source, positive, refuse


def add_options(parser: argparse.ArgumentParser) -> None:
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
    parser.add_argument("--jobs", type=positive, metavar="N", help=JOBS)
    parser.add_argument(
        "--timeout",
        type=positive,
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
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from deltalake.exceptions import DeltaError

    from lib.batch import NoSource, take_in

    executor = None
    if options.dask:
        try:
            executor = _dask(options.dask)
        except ImportError:
            return refuse(
                "--dask需要distributed包，尚未安装。",
                "--dask needs the package distributed, which is not installed",
            )
        except OSError as error:
            return refuse(
                f"{options.dask}没有Dask集群：{error}",
                f"no Dask cluster at {options.dask}: {error}",
            )
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
        return no_source(error)
    except (DeltaError, OSError) as error:
        return refuse(
            f"数据集或表格无法写入：{error}",
            f"the dataset or the table cannot be written: {error}",
            code=1,
        )
    except KeyboardInterrupt:
        return 130
    print(summary)
    if summary.stopped:
        return 130
    return 1 if summary.failed or summary.broken else 0


def _dask(address: str) -> Executor:
    """The workers of a cluster as an executor; ImportError without Dask, OSError without one."""
    import importlib

    client = importlib.import_module("distributed").Client(address, timeout="10s")
    executor: Executor = client.get_executor()
    return executor
