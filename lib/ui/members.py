"""Who is compared: the members of a comparison by name, and which of them are drawn."""

from __future__ import annotations

import pandas as pd

from lib.queries.compare import MEMBERS
from lib.ui import choice
from lib.ui.frame import View
from lib.ui.glossary_view import help_of

MOST = 12
_FIRST = 5  # drawn before the reader chooses, of more than _FEW
_FEW = 8  # so many are all drawn


def choose_by(view: View) -> str:
    """What stands for one line or bar, kept in the address as `by`."""
    return choice.segments(
        "by",
        MEMBERS,
        lambda by: view.say(f"compare.by.{by}"),
        view.say("compare.by"),
        help=help_of(view, "field.peers"),
    )


def labelled(view: View, frame: pd.DataFrame, by: str) -> pd.DataFrame:
    """The frame with `label`, each member's name in the reader's words, for `name`; a name that
    several have is told apart by its place. Columns that say nothing of any member are gone."""
    words = _labels(view, frame, by)
    said = [
        name
        for name in ("province", "city", "level", "kind")
        if name in frame and frame[name].any() and by != name
    ]
    rest = [c for c in frame.columns if c not in ("name", "province", "city", "level", "kind")]
    found = frame[[*said, *rest]]
    found.insert(0, "label", words)
    return found


def _labels(view: View, frame: pd.DataFrame, by: str) -> list[str]:
    if by == "all":
        return [view.say("compare.by.all")] * len(frame)
    if by == "peers":
        return [peer_words(view, member) for member in frame["member"]]
    latest = frame.drop_duplicates("member", keep="last").set_index("member")
    names = latest["name"].astype(str)
    twice = names.duplicated(keep=False)
    places = latest["province"] + latest["city"]
    names = names.where(~twice | (places == names), names + "（" + places + "）")
    return [str(names[member]) or view.say("common.unknown") for member in frame["member"]]


def peer_words(view: View, member: str) -> str:
    """A level and kind in words."""
    level, kind = member.split(".")
    return view.say(
        "requests.peer",
        level=view.say(f"common.level.{level}"),
        kind=view.say(f"common.kind.{kind}"),
    )


def choose(
    view: View, frame: pd.DataFrame, by: str, name: str = "m", first: int = _FIRST
) -> list[str]:
    """Up to MOST members of a labelled frame; those with the largest numbers until chosen."""
    names = dict(zip(frame["member"], frame["label"], strict=True))
    if by == "all":
        choice.known(name, ())  # whoever a link names is no choice here
        return list(names)
    above = "numerator" if "numerator" in frame.columns else "numerator0"
    weight = frame.groupby("member")[above].sum().sort_values(ascending=False, kind="stable")
    return choice.several(
        name,
        list(names),
        lambda member: names[member],
        view.say("compare.members", most=MOST) if first else view.say("compare.mark"),
        list(weight.index[: _FEW if first and len(weight) <= _FEW else first]),
        MOST,
    )
