"""The same jobs from a shell: python -m lib.cli COMMAND, one of parse, intake, check, score."""

from __future__ import annotations

import argparse
import io
import sys

from lib.cli import check, intake, parse, score


def main(arguments: list[str] | None = None) -> int:
    """0 where everything went well, 1 where a file failed or a cell was wrong, 2 for bad usage,
    130 where the intake was stopped with Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that has no Chinese is no failure
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="python -m lib.cli", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    parse.add_options(
        commands.add_parser("parse", help="print reports as JSON, with their findings")
    )
    intake.add_options(commands.add_parser("intake", help="add reports to a dataset"))
    check.add_options(
        commands.add_parser(
            "check",
            help="print the findings of reports, or of a whole dataset",
            description="Print what is wrong with reports: within each, between the years of an "
            "organ among the files, and against the dataset where one is named. Without files: "
            "what is wrong in the dataset.",
        )
    )
    score.add_options(commands.add_parser("score", help="compare a folder with its figures.json"))
    options = parser.parse_args(arguments)
    return int(options.run(options))
