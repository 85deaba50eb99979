"""What an exported table says of itself: the same for every page that gives one away."""

from __future__ import annotations

from datetime import UTC, datetime

from lib.exporting.tables import About
from lib.ui.citation import version
from lib.ui.frame import View
from lib.ui.scope import in_words


def about(
    view: View,
    title: str,
    *,
    scope: str = "",
    invented: bool | None = None,
    definitions: tuple[tuple[str, str], ...] = (),
) -> About:
    """The notes of a table called `title`, made now. `scope` is what it covers where that is not
    the reader's selection; `invented` where it is not for the dataset to say."""
    return About(
        title=title,
        dataset=view.say(f"common.dataset.{view.selection.dataset}"),
        source=view.say("data.source"),
        selection=scope or in_words(view.dataset, view.selection, view.lang),
        version=version(view.dataset),
        made=datetime.now(UTC),
        invented=view.selection.dataset == "demo" if invented is None else invented,
        definitions=definitions,
    )
