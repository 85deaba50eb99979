"""A slice of the trial of slips: every kind of slip is found, and clean reports call forth nothing.

python -m lib.synthetic.try_slips --reports 100000     # the whole of it
"""

from __future__ import annotations

from lib.synthetic.slips import ARITHMETIC, SLIPS
from lib.synthetic.try_slips import trial


def test_every_slip_is_found_and_nothing_else_is_said() -> None:
    tally = trial(250, seed=7)
    assert tally.clean >= tally.planted.total() >= 250
    assert not tally.alarms, tally.alarms
    missed = {kind: tally.planted[kind] - tally.found[kind] for kind in SLIPS}
    assert not any(missed.values()), missed
    # most kinds have had their turn, those of number among them
    assert sum(tally.planted[kind] > 0 for kind in ARITHMETIC) >= len(ARITHMETIC) - 2
