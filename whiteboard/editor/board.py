"""The document in my hands, and what is derived from it and follows each change: pages, instruments, connectors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from whiteboard.model.document import Change, Document
from whiteboard.model.element import Element, ElementId
from whiteboard.model.op import Op
from whiteboard.model.order import above, is_order
from whiteboard.model.pages import Pages
from whiteboard.sync.portions import in_portions, in_sum
from whiteboard.sync.replica import Replica
from whiteboard.tools.connecting import Connections
from whiteboard.tools.laid import Laid
from whiteboard.tools.measuring import Fitted, as_it_is, remeasured
from whiteboard.tools.step import Preview


class Board:
    """Call `follow` with each change of the document, whoever made it. `fitted` finds boxes of texts."""

    def __init__(self, replica: Replica) -> None:
        document = replica.document
        self.replica = replica
        self.pages = Pages(document)
        self.fitted: Fitted = as_it_is
        self._laid = Laid(document)
        self._connections = Connections(document)
        self._top = max([element.order for element in document], default=None)

    @property
    def document(self) -> Document:
        return self.replica.document

    def instruments_on(self, page: ElementId) -> list[Element]:
        """Rulers and their like on a page, the lowest first."""
        return self._laid.on(page)

    def shown(self, preview: Preview) -> Preview:
        """What a preview shows, with the connectors that follow it."""
        return self._connections.shown(preview, self.document)

    def next_order(self, chance: Callable[[], int]) -> str:
        """A key above all others; where there is no room above, the highest again: then the ids decide (SPEC D3)."""
        order = above(self._top, chance())
        return self._top if self._top is not None and not is_order(order) else order

    def apply(self, ops: Sequence[Op], *, loosens: bool = True, whole: Collection[ElementId] = ()) -> Change:
        """Do an edit of mine, with what it means for boxes of texts and for connectors.

        If it is a portion of what I do at once, `whole` are the elements that I do it to.
        """
        measured = [*ops, *remeasured(ops, self.document, self.fitted)]
        completed = self._connections.completed(measured, self.document, loosens=loosens, whole=whole)
        return in_sum([self.replica.submit(portion) for portion in in_portions(completed)])

    def healed(self, change: Change, *, may_draw: bool) -> Change:
        """A change by others, with what I put right after it (SPEC D10)."""
        self._connections.follow(change)
        healing = self._connections.healing(change, self.document) if may_draw else []
        return in_sum([change, self.replica.submit(healing)]) if healing else change

    def follow(self, change: Change) -> None:
        """The document has changed."""
        self.pages.follow(change)
        self._laid.follow(change)
        self._connections.follow(change)
        self._top = max([top for top in (self._top, change.gist.top) if top is not None], default=None)
