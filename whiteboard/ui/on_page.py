"""What of a board is on the page that is shown: the renderer paints nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from whiteboard.model.element import FIRST_PAGE, UNPAINTED, Element, ElementId


def on_page(elements: Sequence[Element], page: ElementId) -> list[Element]:
    """Those of the elements that are on the page and are painted; `page` as `geometry.parent` names it."""
    names = (page or FIRST_PAGE, "" if page in ("", FIRST_PAGE) else page)  # the first page need not be named
    return [element for element in elements if element.geometry.parent in names and element.kind not in UNPAINTED]
