"""What the commands have in common: options, and how they refuse what cannot be done."""

from __future__ import annotations

import argparse
import sys

JOBS = "processes (default: all cores)"
BAD_USAGE = 2


def positive(text: str) -> int:
    """The value of an option that counts something; argparse says what is wrong with another."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a whole number above 0")
    return number


def refuse(zh: str, en: str, code: int = BAD_USAGE) -> int:
    """Say in both languages why a command does nothing; its exit code."""
    print(f"{zh}\n{en}", file=sys.stderr)
    return code


def no_source(error: Exception) -> int:
    """A file, folder or glob that is not there."""
    return refuse(f"没有这个文件或文件夹：{error}", f"no such file or folder: {error}")
