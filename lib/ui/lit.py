"""The finding a reader points at: one of several cards is chosen, and its cells come into view."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.exporting.check_report import facts
from lib.findings import Finding
from lib.ui.finding_card import CSS, card
from lib.ui.findings_list import head
from lib.ui.frame import View

_TALL = 8  # more cards than this scroll in a box of their own
_MOST = 60

# the first lit cell of the form and of the source, in the middle of what is seen
_SCROLL = """
<script>
(() => { // %s
  const inside = document.querySelector('.source .lit'), box = inside && inside.closest('.source');
  if (box) box.scrollTop += inside.getBoundingClientRect().top - box.getBoundingClientRect().top
    - box.clientHeight / 3;
  const first = document.querySelector('.printed td.lit') || inside;
  if (first) first.scrollIntoView({block: 'center'});
})()
</script>
"""


def pick(found: Sequence[Finding], view: View, key: str) -> Finding | None:
    """Draw the findings, each with a button that lights its cells; the one that is lit."""
    state = f"lit_{key}"

    def toggle(at: int) -> None:
        st.session_state[state] = None if st.session_state.get(state) == at else at

    chosen = st.session_state.get(state)
    tall = len(found) > _TALL  # with a border, that one sees that it goes on below
    with st.container(height=620 if tall else "content", border=tall):
        for at, finding in enumerate(found[:_MOST]):
            sentence = finding.zh if view.lang == "zh" else finding.en
            look = "chosen" if at == chosen else ""
            told = facts(finding, view.lang)
            words = head(finding.code, view.lang)
            left, right = st.columns([6, 1], vertical_alignment="center")
            left.html(CSS + card(finding.severity.value, words, sentence, told, look=look))
            if finding.cells or finding.places:
                right.button(
                    view.say("check.hide" if at == chosen else "check.show"),
                    key=f"{state}_{at}",
                    on_click=toggle,
                    args=(at,),
                    width="stretch",
                )
    if len(found) > _MOST:
        st.caption(view.say("check.more_in_file", shown=_MOST, n=len(found)))
    return found[chosen] if chosen is not None and chosen < len(found) else None


def bring_into_view(finding: Finding) -> None:
    """Scroll the form and the source to what is lit; the finding tells one choice from another."""
    st.html(_SCROLL % abs(hash(finding)), unsafe_allow_javascript=True)
