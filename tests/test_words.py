"""The catalogue: complete in both languages, and the only place with words of ours."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from lib.words import catalogue, common, say

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path
    for path in [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
    if "words" not in path.relative_to(ROOT).parts
)
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
HAN = re.compile(r"[\u4e00-\u9fff]")
FULL_WIDTH = re.compile(r"[\u3001\u3002\uff01-\uff5e]")
# The same in both languages.
NAMES = {"Parquet"}
# What stands between the parts of a list.
GLUE = {"charts.and", "charts.list", "check.comma", "lead.comma"}
# A module whose own `say` puts this before its keys.
PREFIXES = {"lib/exporting/tables.py": "exporting."}
# Chinese that is no word of ours: the name of a language in that language; the tooltips of
# plotly's own buttons, a dictionary from plotly's English.
NO_WORDS = {
    "lib/ui/frame.py": {"中文"},
    "lib/ui/figure.py": {"_TOOLTIPS"},
}


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_both_languages(key: str) -> None:
    zh, en = catalogue()[key]
    assert zh.strip() and en.strip()
    assert zh in NAMES or HAN.search(zh) or key in GLUE or placeholders(zh)
    assert not HAN.search(en)
    assert not FULL_WIDTH.search(en)
    assert placeholders(zh) == placeholders(en)


def test_a_key_given_twice_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(common.WORDS, "upload.title", ("再一次", "Again"))
    catalogue.cache_clear()
    with pytest.raises(ValueError, match=r"upload_page gives again: \['upload\.title'\]"):
        catalogue()
    monkeypatch.undo()
    catalogue.cache_clear()


def test_a_key_nobody_gave_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("common.nothing", "zh")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_name_and_title(page: str) -> None:
    assert {f"nav.{page}", f"{page}.title"} <= set(catalogue())


# --- what the sources say -------------------------------------------------------------------------


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def asked() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call of say whose key is written there: where, the key as a pattern, the call."""
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = node.func
                word = called.attr if isinstance(called, ast.Attribute) else None
                word = called.id if isinstance(called, ast.Name) else word
                wanted = pattern(node.args[0]) if word == "say" else None
                if wanted is not None:
                    prefix = re.escape(PREFIXES.get(name, ""))
                    yield f"{name}:{node.lineno}", prefix + wanted, node


def pattern(key: ast.expr) -> str | None:
    """A key as a pattern: each value put into an f-string may be anything without a dot."""
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return re.escape(key.value)
    if isinstance(key, ast.JoinedStr):
        return "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[^.]*"
            for part in key.values
        )
    return None


def test_every_key_asked_for_is_there() -> None:
    known = catalogue()
    absent = [
        where
        for where, wanted, _ in asked()
        if not any(re.fullmatch(wanted, each) for each in known)
    ]
    assert sum(1 for _ in asked()) > 100  # the reading of the sources works
    assert not absent


def test_every_value_a_sentence_needs_is_given() -> None:
    wrong = []
    for where, wanted, call in asked():
        if any(each.arg is None for each in call.keywords):
            continue  # **values: not to be read from here
        given = {str(each.arg) for each in call.keywords} - {"lang"}
        needed = [
            placeholders(zh) for key, (zh, _) in catalogue().items() if re.fullmatch(wanted, key)
        ]
        if given not in needed:
            wrong.append(where)
    assert not wrong


def test_no_words_that_nobody_says() -> None:
    said = "|".join(wanted for _, wanted, _ in asked())
    named = {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named |= {prefix + name for prefix in PREFIXES.values() for name in named}
    # a page's name and title are asked for by its key
    said += "|" + "|".join(re.escape(f"{page}.title") for page in PAGES)
    assert not [key for key in catalogue() if key not in named and not re.fullmatch(said, key)]


def test_pages_have_no_words_of_their_own() -> None:
    found = []
    for name, tree in trees():
        if not name.startswith(("pages/", "lib/ui/", "app.py")):
            continue
        allowed = NO_WORDS.get(name, set())
        skipped = {
            id(part)
            for node in ast.walk(tree)
            if _is_docstring(node) or _assigns(node, allowed)
            for part in ast.walk(node)
        }
        found += [
            f"{name}:{node.lineno}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in skipped
            and node.value not in allowed
            and HAN.search(node.value)
        ]
    assert not found


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _assigns(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id in names for target in node.targets
    )
