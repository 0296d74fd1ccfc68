"""A person's boards: what is on the start page, and everything a board needs to be opened again.

All changes take effect here at once and reach the disk in order, a moment later (see `writer.py`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author, Element, ElementId
from whiteboard.model.sharing import Shared
from whiteboard.protocol.identity import board_name
from whiteboard.protocol.messages import Edit
from whiteboard.sync.standing import Standing
from whiteboard.words import t

from .board_info import BoardId, BoardInfo
from .board_journal import BoardJournal, added
from .database import CannotOpen, Database
from .writer import Statement

FLUSH_SECONDS = 5.0
LARGE = 5000
"""So many elements are read in 20 ms."""

UNTITLED = "Untitled board"

log = logging.getLogger(__name__)

_encode = msgspec.json.Encoder().encode
_info = msgspec.json.Decoder(BoardInfo)
_standing = msgspec.json.Decoder(Standing)
_element = msgspec.json.Decoder(Element)
_edit = msgspec.json.Decoder(Edit)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a replica is built from. `damaged` counts elements that could not be read; they stay in the database."""

    standing: Standing
    base: Document
    pending: tuple[Edit, ...]
    damaged: int = 0

    @property
    def visible(self) -> Document:
        """What the screen would show."""
        document = Document(self.base, {e.id: stamp for e in self.base if (stamp := self.base.stamp(e.id))})
        for edit in self.pending:
            document.apply(edit.ops)
        return document


class BoardStore:
    """`now` is the time in seconds since 1970; `new_id` and `new_client` make ids that were never used."""

    def __init__(
        self,
        database: Database,
        *,
        now: Callable[[], float],
        new_id: Callable[[], str],
        new_client: Callable[[], str],
    ) -> None:
        self._database = database
        self._now = now
        self._new_id = new_id
        self._new_client = new_client
        self._infos: dict[BoardId, BoardInfo] = {}
        for (body,) in database.read("SELECT body FROM boards"):
            try:
                info = _info.decode(_bytes(body))
                self._infos[info.id] = info
            except msgspec.DecodeError as error:
                log.warning("a board's row cannot be read and is left alone: %s", error)
        self._fresh_thumbnails: dict[BoardId, bytes] = {}  # may not have reached the disk

    # ------------------------------------------------------------ the list

    def boards(self) -> list[BoardInfo]:
        """All boards that are not in the trash, the newest first."""
        kept = (info for info in self._infos.values() if info.trashed is None)
        return sorted(kept, key=lambda info: max(info.changed, info.opened), reverse=True)

    def board(self, id: BoardId) -> BoardInfo | None:
        return self._infos.get(id)

    def create(self, title: str, document: Document | None = None, *, link: str = "") -> BoardInfo:
        """A new board with what is on `document`; one that belongs to the server at `link`, if there is one."""
        return self.adopt(title, Document() if document is None else document, link=link)[0]

    def adopt(self, title: str, document: Document, *, link: str = "") -> tuple[BoardInfo, Kept]:
        """The same, and what `load` will say of it, without waiting for the disk; the document is the board's then."""
        now = self._now()
        id = BoardId(self._new_id())
        info = BoardInfo(id=id, title=board_name(title) or t(UNTITLED), created=now, opened=now, changed=now, link=link)
        standing = Standing(client=self._new_client(), attached=bool(link))
        self._infos[id] = info
        row = (id, _encode(info), _encode(standing))
        self._database.writer.submit(
            ("INSERT INTO boards (id, body, standing) VALUES (?, ?, ?)", [row]),
            added(id, document, document),
        )
        return info, Kept(standing, document, ())

    def duplicate(self, id: BoardId, title: str, shown: Document) -> BoardInfo:
        """A copy of a board, as a board of one's own: what it has `shown` is the copy's then."""
        copy = self.create(title, shown)
        thumbnail = self.thumbnail(id)
        if thumbnail is not None:
            self.keep_thumbnail(copy.id, thumbnail)
        return copy

    def update(self, info: BoardInfo) -> None:
        """Replace what is known of a board: title, link, how it is shared, whether it is in the trash."""
        self._infos[info.id] = info
        self._database.writer.submit(_noted(info))

    def trash(self, id: BoardId) -> None:
        """Take a board off the list; `restore` brings it back until it is purged."""
        self.update(msgspec.structs.replace(self._infos[id], trashed=self._now()))

    def restore(self, id: BoardId) -> None:
        self.update(msgspec.structs.replace(self._infos[id], trashed=None))

    def purge(self, before: float) -> None:
        """Delete for good what was put into the trash before that time."""
        old = [info.id for info in self._infos.values() if info.trashed is not None and info.trashed < before]
        self.discard(*old)

    def discard(self, *ids: BoardId) -> None:
        """Delete boards for good, at once."""
        rows = [(id,) for id in ids]
        self._database.writer.submit(
            ("DELETE FROM elements WHERE board = ?", rows),
            ("DELETE FROM pending WHERE board = ?", rows),
            ("DELETE FROM thumbnails WHERE board = ?", rows),
            ("DELETE FROM boards WHERE id = ?", rows),
        )
        for id in ids:
            del self._infos[id]

    # ------------------------------------------------------------ one board

    def load(self, id: BoardId) -> Kept:
        """Everything that was kept of a board. CannotOpen if it cannot be read, or if the disk hangs."""
        if not self._database.writer.flush(FLUSH_SECONDS):
            raise CannotOpen(t("The disk does not answer. Try again when it has room and can be written to."))
        read = self._database.read
        ((standing,),) = read("SELECT standing FROM boards WHERE id = ?", id)
        elements: list[Element] = []
        stamps: dict[ElementId, Stamp] = {}
        damaged = 0
        shared = Shared()
        for key, body, author, at in read("SELECT id, body, author, at FROM elements WHERE board = ?", id):
            try:
                element = _element.decode(_bytes(body))
            except msgspec.DecodeError as error:
                log.warning("element %s cannot be read: %s", key, error)
                damaged += 1
                continue
            elements.append(shared.element(element))
            if isinstance(author, str) and isinstance(at, float):
                stamps[element.id] = shared.stamp(Stamp(Author(author), at))
        edits = read("SELECT body FROM pending WHERE board = ? ORDER BY cseq", id)
        kept = Kept(
            _standing.decode(_bytes(standing)),
            Document(elements, stamps),
            tuple(_edit.decode(_bytes(body)) for (body,) in edits),
            damaged,
        )
        if damaged and kept.standing.log_id:
            # the server has what is lost here: let it send everything
            return replace(kept, standing=msgspec.structs.replace(kept.standing, hash=""))
        return kept

    def shown(self, id: BoardId) -> Document:
        """What a board shows, for the caller to keep. CannotOpen as in `load`; a thread may call it."""
        return self.load(id).visible

    def is_large(self, id: BoardId) -> bool:
        """Whether a board has so much on it that `load` takes longer than a person overlooks; it may be called by
        another thread then."""
        return bool(self._database.read("SELECT 1 FROM elements WHERE board = ? LIMIT 1 OFFSET ?", id, LARGE))

    def journal(self, id: BoardId) -> BoardJournal:
        return BoardJournal(id, self._database.writer, lambda: self._touch(id))

    def thumbnail(self, id: BoardId) -> bytes | None:
        """The board's picture as PNG, if it has one."""
        if id in self._fresh_thumbnails:
            return self._fresh_thumbnails[id]
        for (png,) in self._database.read("SELECT png FROM thumbnails WHERE board = ?", id):
            return _bytes(png)
        return None

    def keep_thumbnail(self, id: BoardId, png: bytes) -> None:
        self._fresh_thumbnails[id] = png
        self._database.writer.submit(
            ("INSERT OR REPLACE INTO thumbnails (board, png) VALUES (?, ?)", [(id, png)]), urgent=False
        )

    # ------------------------------------------------------------ inside

    def _touch(self, id: BoardId) -> Statement:
        if id not in self._infos:
            return _noted()  # purged while a late edit was on its way
        self._infos[id] = msgspec.structs.replace(self._infos[id], changed=self._now())
        return _noted(self._infos[id])


def _noted(*infos: BoardInfo) -> Statement:
    return "UPDATE boards SET body = ? WHERE id = ?", [(_encode(info), info.id) for info in infos]


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)
    return value
