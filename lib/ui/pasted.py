"""A report whose text was pasted, for who has it on a screen and not in a file."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lib.ui.frame import View


@dataclass(frozen=True, slots=True)
class Pasted:
    """As Streamlit's uploader gives a file: a name, and the bytes."""

    name: str
    text: str

    def getvalue(self) -> bytes:
        return self.text.encode()


def pasted(view: View) -> list[Pasted]:
    """Draw the box; the text that stands in it once it was sent, if any."""
    with (
        st.expander(view.say("upload.paste"), icon=":material/content_paste:"),
        st.form("paste", border=False),
    ):
        text = st.text_area(view.say("upload.paste_help"), key="pasted", height=160)
        st.form_submit_button(view.say("upload.paste_read"))
    return [Pasted(view.say("upload.pasted"), text)] if text.strip() else []
