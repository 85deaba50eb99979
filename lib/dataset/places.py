"""Where the datasets are: two that ship and are never written by the app, one to work in."""

from __future__ import annotations

import os
from pathlib import Path

from lib.dataset.store import Dataset

DATA = Path(__file__).resolve().parents[2] / "data"
SHIPPED = ("real", "demo")
WORKING = "DISCLOSURE_WORKING_DATASET"


def path_of(name: str) -> Path:
    """The folder of "real", "demo" or "working"; KeyError for another name."""
    return Path(_address(name))


def _address(name: str) -> str:
    if name in SHIPPED:
        return str(DATA / name)
    if name == "working":
        return os.environ.get(WORKING) or str(DATA / "working")
    raise KeyError(name)


def open_dataset(name: str) -> Dataset:
    """A dataset by name. The shipped ones are read-only; the working one reads as the real one
    until its first write, which begins with a copy of it."""
    if name in SHIPPED:
        return Dataset(_address(name), read_only=True)
    return Dataset(_address(name), begins_as=open_dataset("real"))


def forget_place(folder: Path) -> None:
    """Take the folder's own address out of the log of a dataset that is to ship: Delta writes down
    where a table was made, which is nobody's business and true on one machine only."""
    for log in folder.glob("*/_delta_log/*.json"):
        text = log.read_text(encoding="utf-8")
        log.write_text(text.replace(folder.resolve().as_uri(), "file:///data"), encoding="utf-8")
