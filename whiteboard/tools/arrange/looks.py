"""The eyedropper: what is selected, or what is drawn next, gets the look of another element."""

from __future__ import annotations

import msgspec

from whiteboard.model.element import STROKE, Element
from whiteboard.model.style import Style

from ..inks import ink_width


def case_of(element: Element) -> str:
    """The look of the pencil case that draws such an element: the ink of a stroke, else its kind."""
    return element.style.ink if element.kind == STROKE else element.kind


def like(style: Style, other: Style) -> Style:
    """The look of the other one, as far as it means something here: its own ink and tips stay."""
    return msgspec.structs.replace(
        other,
        ink=style.ink,
        width=ink_width(style.ink, nominal(other).width),
        tail=style.tail,
        head=style.head,
        font=other.font or style.font,
    )


def nominal(style: Style) -> Style:
    """The look as the pencil case keeps it: with the width that was chosen, not that of the ink."""
    return msgspec.structs.replace(style, width=style.width / ink_width(style.ink, 1.0))
