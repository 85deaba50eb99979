"""parse: print reports as JSON, with their findings."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lib.intake import intake
from lib.reading.document import Unreadable
from lib.report_json import report_json


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
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
            why = error.strerror or str(error)
            said = {"zh": f"无法打开：{why}", "en": f"It cannot be opened: {why}"}
            printed.append({"file": path.name, "unreadable": said})
    shown = printed[0] if len(printed) == 1 else printed
    print(json.dumps(shown, ensure_ascii=False, indent=1))
    return 1 if failed else 0
