"""How each kind of element looks: one file a kind, one line in PAINTERS. A kind not listed is shown as a placeholder.

A painter turns elements into pictures in batches; pictures are kept and painted many times. It paints inside the
element's bounds only (`model.elements.bounds`), because only the tiles which these touch are repainted.
"""

from __future__ import annotations

from whiteboard.model.element import CONNECTOR, IMAGE, INSTRUMENT, NOTE, SHAPE, STROKE, TEXT

from . import connector, image, instrument, note, placeholder, shape, stroke, text
from .picture import Painter

PAINTERS: dict[str, Painter] = {
    STROKE: stroke.pictures,
    SHAPE: shape.pictures,
    CONNECTOR: connector.pictures,
    TEXT: text.pictures,
    NOTE: note.pictures,
    IMAGE: image.pictures,
    INSTRUMENT: instrument.pictures,
}


def painter_of(kind: str) -> Painter:
    return PAINTERS.get(kind, placeholder.pictures)
