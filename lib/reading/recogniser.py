"""Pictures of lines to text, and how sure the recogniser is of it (rapidocr, an optional extra)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

from lib.reading.rulings import Box

Picture = Any  # a numpy array of grey values, one byte a pixel


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    # one thread each: a batch of files already uses every core
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )


def recognised(crops: list[Picture]) -> list[tuple[str, float]]:
    """The text of each crop of one line, and how sure the recogniser is of it, from 0 to 1."""
    import cv2
    from rapidocr.ch_ppocr_rec import TextRecInput

    if not crops:
        return []
    lines = [cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR) for crop in crops]
    engine = _engine()
    if engine.text_rec is None:
        # the models are loaded at first use
        engine(lines[0], use_det=False, use_cls=False, use_rec=True)
    found = engine.text_rec(TextRecInput(img=lines))
    return [(str(text), float(score)) for text, score in zip(found.txts, found.scores, strict=True)]


def free_text(picture: Picture, scale: float) -> Iterator[tuple[Box, str, float]]:
    """The lines of text outside the tables, each with its box in points and how sure it is."""
    import cv2

    found = _engine()(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), use_det=True, use_rec=True)
    if found.boxes is None:
        return
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        x0, top = corners.min(axis=0).tolist()
        x1, bottom = corners.max(axis=0).tolist()
        if text.strip():
            box = (x0 * scale, top * scale, x1 * scale, bottom * scale)
            yield box, text.strip(), float(score)
