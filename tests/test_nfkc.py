"""nfkc is unicodedata's NFKC, on whatever text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lib.parsing.nfkc import nfkc

_EVERY = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000]
_USUAL = "年政府公开申请12件，：；（）％！？…\u3000\xa0、。《》【】〔〕“”—·〇○"
_UNUSUAL = "０９①㎡ﬁ⽉⺼\u0301e\u1100\u1161\u3099か～–－́"


def test_every_character_by_itself_and_beside_others() -> None:
    for character in _EVERY:
        for text in (character, f"件{character}", f"{character}，1"):
            assert nfkc(text) == unicodedata.normalize("NFKC", text), ascii(text)


@given(st.text(st.sampled_from(_USUAL + _UNUSUAL)))
def test_texts_of_usual_and_unusual_characters(text: str) -> None:
    assert nfkc(text) == unicodedata.normalize("NFKC", text)
