"""An instrument for drawing along: `content.form` names it (INSTRUMENT_FORMS)."""

from __future__ import annotations

from whiteboard.model.content import INSTRUMENT_FORMS
from whiteboard.model.element import INSTRUMENT, Element

from . import boxed
from .boxes import check_box
from .kind import Invalid, Kind


def check(element: Element) -> None:
    if element.content.form not in INSTRUMENT_FORMS:
        raise Invalid(f"no instrument {element.content.form!r}")
    check_box(element)


KIND = Kind(INSTRUMENT, boxed.bounds, check)
