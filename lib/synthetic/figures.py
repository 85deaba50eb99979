"""The numbers of one invented organ, year after year, so that every promise of the form holds.

Requests are drawn per kind of applicant and column totals are added up, never drawn; what is
carried out of a year is carried into the next; documents in force follow from those made and
repealed. Zeros dominate, as they do in real reports.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from lib import form
from lib.synthetic.organs import Invented

Figures = dict[str, Decimal]

# Shares of the kinds of applicant and of the outcomes in an ordinary organ.
_APPLICANTS = {
    "natural_person": 0.885,
    "business": 0.055,
    "research": 0.002,
    "public_interest": 0.004,
    "legal_service": 0.028,
    "other_organisation": 0.026,
}
_OUTCOMES = {
    "granted": 0.40,
    "partly_granted": 0.07,
    "refused_state_secret": 0.002,
    "refused_prohibited": 0.012,
    "refused_stability": 0.004,
    "refused_third_party": 0.018,
    "refused_internal": 0.014,
    "refused_process": 0.022,
    "refused_enforcement": 0.020,
    "refused_query": 0.012,
    "unable_not_held": 0.25,
    "unable_to_create": 0.018,
    "unable_unclear": 0.010,
    "declined_complaint": 0.034,
    "declined_repeat": 0.022,
    "declined_publication": 0.001,
    "declined_excessive": 0.003,
    "declined_reissue": 0.004,
    "other": 0.084,
    "other_not_corrected": 0.038,
    "other_fee_unpaid": 0.001,
    "other_rest": 0.045,
}
_RESULTS = {"upheld": 0.58, "corrected": 0.13, "other_result": 0.17, "pending": 0.12}
_DISPUTES = {"reconsideration": 0.075, "litigation_direct": 0.022, "litigation_after": 0.016}
_RARE = 0.005  # the share of a line the tables above do not name: one a new form adds
_CARRIED = 0.055
_STOCKS = {"regulations": 14.0, "normative_documents": 14.0}
_ITEMS = {"licences": 110, "other_services": 60, "penalties": 420, "coercion": 34, "fees": 6}


class Life:
    """One organ from year to year. `year()` must be called for its years in order."""

    def __init__(self, invented: Invented, random: np.random.Generator) -> None:
        self._random = random
        self._invented = invented
        self._size = float(random.lognormal(-0.25, 0.75)) * invented.scale
        self._growth = float(random.normal(1.06, 0.05))
        self._applicants = self._tilted(_APPLICANTS, 60.0)
        self._outcomes = self._tilted(_OUTCOMES, 45.0)
        self._carried: dict[str, int] = {}
        self._stocks: dict[str, int] = {}
        self._items: dict[str, int] = {}
        self._decimals = int(random.choice([0, 2, 2, 2, 4, 6]))
        self._years = 0

    def _tilted(self, shares: dict[str, float], likeness: float) -> dict[str, float]:
        """The ordinary shares as this organ has them."""
        drawn = self._random.gamma([max(s * likeness, 0.02) for s in shares.values()])
        return dict(zip(shares, (float(x) for x in drawn), strict=True))

    def year(self, editions: dict[str, str]) -> Figures:
        """Every cell of the year, by table edition."""
        self._years += 1
        figures: Figures = {}
        busy = self._size * self._growth ** (self._years - 1) * self._random.lognormal(0.0, 0.18)
        self._disclosure(figures, form.edition(editions["disclosure"]), float(busy))
        handled = self._requests(figures, form.edition(editions["requests"]), float(busy))
        self._remedies(figures, handled)
        return figures

    # --- sections three and four ------------------------------------------------------------

    def _requests(self, figures: Figures, edition: form.Edition, busy: float) -> int:
        (block,) = form.REQUESTS.blocks
        applicants = [c.key for c in form.leaves(block.columns, edition.key) if not c.total]
        outcomes = form.leaves(form.line("requests", "outcomes").children, edition.key)
        reasons = [line.key for line in outcomes if not line.total]
        received = self._drawn(
            self._random.poisson(self._invented.trade.requests * busy), self._applicants, applicants
        )
        handled_in_all = 0
        for column in applicants:
            new = received[column]
            if self._years == 1:
                self._carried[column] = int(self._random.binomial(new, _CARRIED))
            carried_in = self._carried[column]
            open_ = new + carried_in
            carried_out = int(self._random.binomial(open_, _CARRIED))
            self._carried[column] = carried_out
            handled = open_ - carried_out
            handled_in_all += handled
            rows = self._drawn(handled, self._outcomes, reasons)
            rows.update(
                received=new, carried_in=carried_in, handled=handled, carried_out=carried_out
            )
            for row, number in rows.items():
                figures[f"requests.{row}.{column}"] = Decimal(number)
        for row in (*reasons, "received", "carried_in", "handled", "carried_out"):
            figures[f"requests.{row}.total"] = sum(
                (figures[f"requests.{row}.{column}"] for column in applicants), Decimal(0)
            )
        return handled_in_all

    def _remedies(self, figures: Figures, handled: int) -> None:
        results = list(_RESULTS)
        for group, rate in _DISPUTES.items():
            cases = int(self._random.poisson(handled * rate))
            drawn = self._drawn(cases, _RESULTS, results)
            for result, number in drawn.items():
                figures[f"remedies.{group}.{result}"] = Decimal(number)
            figures[f"remedies.{group}.total"] = Decimal(cases)

    def _drawn(self, total: int, shares: dict[str, float], keys: list[str]) -> dict[str, int]:
        """`total` shared out among `keys`."""
        weights = np.array([shares.get(key, _RARE) for key in keys])
        numbers = self._random.multinomial(total, weights / weights.sum())
        return dict(zip(keys, (int(n) for n in numbers), strict=True))

    # --- section two --------------------------------------------------------------------------

    def _disclosure(self, figures: Figures, edition: form.Edition, busy: float) -> None:
        for cell in form.cells(edition, "disclosure"):
            row, column = cell.row[-1].key, cell.column[-1].key
            if cell.key in figures:
                continue
            if row in _STOCKS:
                self._documents(figures, row, edition)
            elif row == "procurement":
                self._procurement(figures, busy)
            elif column == "decisions":
                rate = getattr(self._invented.trade, row, 30.0)
                spread = self._random.lognormal(0.0, 0.35)
                figures[cell.key] = Decimal(int(self._random.poisson(rate * busy * spread)))
            elif column == "items_last_year":
                self._service_items(figures, row)
            elif column == "amount":
                figures[cell.key] = self._fee(busy)

    def _documents(self, figures: Figures, row: str, edition: form.Edition) -> None:
        """Made, and the stock that follows from it. What the 2019 form counts (published in all)
        and what the 2021 form counts (in force) are different stocks."""
        at = f"disclosure.{row}."
        able = row != "regulations" or self._invented.makes_regulations
        rate = (1.5 if row == "regulations" else self._invented.trade.documents) if able else 0.0
        made = int(self._random.poisson(rate))
        figures[at + "made"] = Decimal(made)
        kind = "in_force" if edition.key == "2021" else "published_total"
        key = row + kind
        if key not in self._stocks:
            self._stocks[key] = int(self._random.poisson(rate * _STOCKS[row]))
        before = self._stocks[key]
        if edition.key == "2021":
            repealed = int(self._random.binomial(before, 0.06))
            if self._random.random() < 0.05:  # a clean-up of old documents
                repealed = int(self._random.binomial(before, 0.35))
            self._stocks[key] = before + made - repealed
            figures[at + "repealed"] = Decimal(repealed)
            figures[at + "in_force"] = Decimal(self._stocks[key])
        else:
            published = int(self._random.binomial(made, 0.92))
            self._stocks[key] = before + published
            figures[at + "newly_published"] = Decimal(published)
            figures[at + "published_total"] = Decimal(self._stocks[key])

    def _service_items(self, figures: Figures, row: str) -> None:
        """Items last year, and the change that makes next year's number of them."""
        if row not in self._items:
            able = getattr(self._invented.trade, row, 1.0) > 0
            self._items[row] = int(self._random.poisson(_ITEMS[row])) if able else 0
        before = self._items[row]
        change = int(self._random.integers(-before // 8, before // 6 + 1)) if before else 0
        if self._random.random() < 0.55:
            change = 0
        self._items[row] = before + change
        figures[f"disclosure.{row}.items_last_year"] = Decimal(before)
        figures[f"disclosure.{row}.items_change"] = Decimal(change)

    def _procurement(self, figures: Figures, busy: float) -> None:
        projects = int(self._random.poisson(self._invented.trade.procurement * busy))
        spent = projects * self._random.lognormal(12.0, 0.9)
        figures["disclosure.procurement.projects"] = Decimal(projects)
        figures["disclosure.procurement.value"] = _money(float(spent), 2)

    def _fee(self, busy: float) -> Decimal:
        rate = self._invented.trade.fees
        return _money(float(rate * busy * self._random.lognormal(0.0, 0.5)), self._decimals)


def _money(amount: float, decimals: int) -> Decimal:
    """An amount as a clerk would print it: no zeros at its end, no exponent."""
    rounded = Decimal(f"{amount:.{decimals}f}")
    return rounded if rounded != rounded.to_integral_value() else Decimal(int(rounded))
