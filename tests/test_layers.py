"""Imports point one way: what each part of lib may import, read from the sources."""

import ast
from pathlib import Path

import pytest

from lib.batch import ledger
from lib.organs import regions

ROOT = Path(__file__).parents[1]

# part -> what it may import of lib. reading knows nothing of the form, parsing nothing of files.
ALLOWED = {
    "form": set(),
    "old_form": set(),
    "selection": set(),
    "words": {"words"},
    "layout": {"form"},
    "mends": set(),
    "findings": {"mends", "reading.document"},
    "reading": {"reading"},
    "parsing": {"form", "old_form", "layout", "findings", "reading.document", "parsing"},
    "checks": {
        "form",
        "old_form",
        "layout",
        "findings",
        "reading.document",
        "parsing",
        "organs",
        "checks",
    },
    "organs": {"organs"},
    "measures": {"form", "measures"},
    "glossary": {"form", "measures", "findings", "mends", "words"},
    "population": set(),
    "geometry": set(),
    "intake": {"findings", "reading", "parsing", "checks", "organs"},
    "dataset": {
        "form",
        "old_form",
        "findings",
        "reading.document",
        "parsing.report",
        "parsing.stated",
        "organs",
        "dataset",
    },
    "queries": {
        "form",
        "old_form",
        "measures",
        "population",
        "mends",
        "findings",
        "words",
        "parsing.report",
        "checks",
        "selection",
        "dataset",
        "queries",
    },
    "charts": {"form", "measures", "words", "charts"},
    "neighbours": {"findings", "parsing.report", "checks", "organs", "dataset", "queries"},
}
NO_STREAMLIT = {"ui"}


def imported(path: Path) -> set[str]:
    """The modules a file imports anywhere, as dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(path: Path) -> str:
    return path.relative_to(ROOT / "lib").parts[0].removesuffix(".py")


MODULES = sorted((ROOT / "lib").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_point_one_way(path: Path) -> None:
    names = imported(path)
    if part(path) in ALLOWED:
        own = {name.removeprefix("lib.") for name in names if name.startswith("lib.")}
        for name in own:
            assert any(
                name == allowed or name.startswith(allowed + ".") for allowed in ALLOWED[part(path)]
            ), name
    if part(path) not in NO_STREAMLIT:
        assert not any(name.split(".")[0] == "streamlit" for name in names)


def reached(path: Path) -> set[Path]:
    """The files of lib that a file imports, and those they import."""
    found: set[Path] = set()
    waiting = [path]
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        for name in imported(at):
            place = ROOT.joinpath(*name.split("."))
            beside = (place.with_suffix(".py"), place / "__init__.py")
            waiting += [each for each in beside if name.startswith("lib.") and each.exists()]
    return found


def test_an_intake_reads_again_when_anything_changes_that_reads() -> None:
    """A failed file is tried again once the readers are others than those that failed."""
    counted = [(ROOT / "lib" / name).resolve() for name in ledger._READING]
    for path in reached(ROOT / "lib" / "intake.py"):
        assert any(path == each or each in path.parents for each in counted), path
    assert regions.PATH in counted


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda p: p.name)
def test_pages_reach_files_only_through_the_ui(path: Path) -> None:
    forbidden = ("lib.reading", "lib.parsing", "lib.checks", "lib.intake", "lib.dataset", "duckdb")
    assert not [name for name in imported(path) if name.startswith(forbidden)]


def test_heavy_readers_load_only_when_such_a_file_arrives() -> None:
    import subprocess
    import sys

    code = (
        "import sys, lib.intake; "
        "print([m for m in ('pypdfium2', 'pandas', 'opencc') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stderr
