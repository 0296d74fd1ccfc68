"""What was dragged and is being put down: it is shown where it will be until the document has all of it there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whiteboard.model.element import ElementId
from whiteboard.tools.select_frame import Frame
from whiteboard.tools.step import Preview


@dataclass(frozen=True, slots=True)
class Landing:
    """`preview` as the gesture left it, on `page`; `frame` was around what was selected then, by that `choice`."""

    preview: Preview
    page: ElementId
    frame: Frame | None
    choice: int

    def below(self, other: Preview) -> Preview:
        """It, and above it what other gestures show meanwhile: those that draw."""
        return replace(
            self.preview,
            strokes=other.strokes,
            marked=other.marked,
            hidden=other.hidden,
            elements=(*self.preview.elements, *other.elements),
            targets=other.targets,
        )
