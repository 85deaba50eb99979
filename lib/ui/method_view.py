"""The tables of the method page, made from the form and the codes of findings."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from lib.findings import CODES
from lib.form import EDITIONS, Edition, Rule, cells, identities
from lib.glossary import terms
from lib.ui.frame import View


def editions(view: View) -> pd.DataFrame:
    """One row an edition of the form."""
    say = view.say
    return pd.DataFrame(
        {
            say("method.edition"): [getattr(each, view.lang) for each in EDITIONS],
            say("method.notice"): [each.notice for each in EDITIONS],
            say("method.years"): [_years(view, each) for each in EDITIONS],
            say("method.cells"): [len(cells(each)) for each in EDITIONS],
            say("method.sums"): [len(identities(each)) for each in EDITIONS],
        }
    ).set_index(say("method.edition"))


def _years(view: View, edition: Edition) -> str:
    if edition.until == EDITIONS[-1].until:
        return view.say("method.since", since=edition.since)
    return view.say("method.until", since=edition.since, until=edition.until)


def rules(view: View) -> pd.DataFrame:
    """One row a kind of equation, with how many of it each edition has."""
    found = {view.say("method.rule"): [view.say(f"method.rule.{rule.value}") for rule in Rule]}
    table = pd.DataFrame(found)
    for edition in EDITIONS:
        counted = Counter(identity.rule for identity in identities(edition))
        table[getattr(edition, view.lang)] = [counted[rule] for rule in Rule]
    return table.set_index(view.say("method.rule"))


def codes(view: View) -> pd.DataFrame:
    """One row a kind of finding."""
    at = view.lang != "zh"
    return pd.DataFrame(
        {
            view.say("method.code"): [getattr(code, view.lang) for code in CODES.values()],
            view.say("method.severity"): [
                getattr(code.severity, view.lang) for code in CODES.values()
            ],
            view.say("method.mend"): [terms()[key].means[at] for key in CODES],
        }
    ).set_index(view.say("method.code"))
