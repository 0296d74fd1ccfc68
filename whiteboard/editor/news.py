"""What the editor tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from whiteboard.model.document import Change
from whiteboard.model.element import ElementId
from whiteboard.model.geometry import Point
from whiteboard.protocol.messages import Edit, Entry
from whiteboard.sync.peers import PeerNews
from whiteboard.tools.step import NOT_MOVED


@dataclass(frozen=True, slots=True)
class News:
    """What one event or message changed; a field at its default says: nothing of that kind.

    `change` is the document's, `peers` the others' doings, `refused` my edits that the server refused, with its words.
    `preview` says that what I see besides the document is new: wet ink, marks, selection, box, the tool in hand.
    `restarted` says that the document was replaced whole (`change` is still the difference). `pan` asks to move the
    view by so many board units, `write` to let the person type into that element; `turned`: another page is shown,
    because somebody else deleted the page `lost`, if it says so.
    """

    change: Change = field(default_factory=Change)
    peers: PeerNews = field(default_factory=PeerNews)
    refused: tuple[tuple[Edit, Entry], ...] = ()
    preview: bool = False
    restarted: bool = False
    pan: Point = NOT_MOVED
    write: ElementId | None = None
    turned: bool = False
    lost: ElementId | None = None

    def __bool__(self) -> bool:
        quiet = not self.change and not self.peers and not self.refused and self.pan == NOT_MOVED
        return self.preview or self.restarted or self.turned or self.write is not None or not quiet
