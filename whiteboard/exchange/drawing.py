"""Takes the shapes and paths of an SVG drawing in, as strokes that keep their colours and widths."""

from __future__ import annotations

from whiteboard.model.points import BadPoints
from whiteboard.model.style import MARKER, MAX_WIDTH, Style
from whiteboard.svg.reader import BadSvg, picture
from whiteboard.words import t

from .errors import CannotImport
from .intake import Intake, ink

THINNEST = 0.5


def read(data: bytes, intake: Intake) -> None:
    """CannotImport if it is no SVG, or holds nothing that can be drawn."""
    try:
        drawing = picture(data)
    except BadSvg as error:
        raise CannotImport(str(error)) from None
    if not drawing.lines:
        raise CannotImport(t("There is no line in this drawing. Insert it as a picture instead."))
    for what, count in drawing.left_out.items():
        intake.leave_out(what, count)
    for line in drawing.lines:
        style = Style(color=line.color, width=min(max(line.width, THINNEST), MAX_WIDTH), ink=MARKER)
        places = [(point.real, point.imag, 1.0) for point in line.points]
        try:
            intake.take(ink(intake.new_id(), places, style, intake.order()))
        except BadPoints:
            intake.leave_out(t("line with too many points"))
