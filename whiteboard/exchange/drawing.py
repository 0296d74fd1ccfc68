"""Takes an SVG drawing in: its shapes as shapes, its areas filled, its words as text, its pictures as images."""

from __future__ import annotations

import msgspec

from whiteboard.render.text_boxes import fitted
from whiteboard.svg.reader import picture
from whiteboard.svg.tree import BadSvg
from whiteboard.tools.arrange.sketched import sketched
from whiteboard.words import t

from .errors import CannotImport
from .intake import Intake, KeepPicture


def read(data: bytes, intake: Intake, keep: KeepPicture) -> None:
    """CannotImport if it is no SVG, or holds nothing that can be drawn."""
    try:
        sketch = sketched(picture(data), keep)
    except BadSvg as error:
        raise CannotImport(str(error)) from None
    if not sketch.elements:
        raise CannotImport(t("There is nothing in this drawing that a board can show. Insert it as a picture instead."))
    for what, count in sketch.left_out.items():
        intake.leave_out(what, count)
    for element in sketch.elements:
        intake.take(msgspec.structs.replace(fitted(element), id=intake.new_id(), order=intake.order()))
