"""Pictures ready for painting: decoded in threads, in the size that the screen needs, least used first out."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from whiteboard.model.content import AssetId
from whiteboard.protocol.pictures import BadPicture

from .picture_decoding import decoded

MAX_BYTES = 192 * 1024 * 1024
"""All decoded pictures together: the newest are kept."""

_SMALLEST_LEVEL = 6
"""Pictures are kept for widths of 64, 128, 256 ... pixels."""


class PictureShelf(QObject):
    """A `PictureSource`. `read` gives the bytes of a picture that is here, None for one that is not; it may block."""

    arrived = Signal(str)
    """The asset id of a picture that looks different now: it has come, is sharper, or has progressed."""

    _done = Signal(str, int, int, object)

    def __init__(self, read: Callable[[AssetId], bytes | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._images: OrderedDict[tuple[AssetId, int], QImage] = OrderedDict()
        self._levels: dict[AssetId, set[int]] = {}
        self._asked: set[tuple[AssetId, int, int]] = set()
        self._times: Counter[AssetId] = Counter()
        self._absent: set[AssetId] = set()
        self._shares: dict[AssetId, float] = {}
        self._bytes = 0
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def image(self, id: AssetId, width_px: float) -> QImage | None:
        level = max(_SMALLEST_LEVEL, math.ceil(math.log2(max(width_px, 1.0))))
        if not any(kept >= level for kept in self._levels.get(id, ())):
            self._ask(id, level)
        return self._best(id, level)

    def share(self, id: AssetId) -> float | None:
        return self._shares.get(id)

    def came(self, id: AssetId) -> None:
        """The bytes of a picture are here now, or may be."""
        self._absent.discard(id)
        self._times[id] += 1  # answers of before do not count
        self._shares.pop(id, None)
        self.arrived.emit(id)

    def coming(self, id: AssetId, share: float) -> None:
        """So much of a picture has arrived, 0..1."""
        self._shares[id] = share
        self.arrived.emit(id)

    def close(self) -> None:
        """Nothing is asked of it afterwards."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    # ------------------------------------------------------------ inside

    def _best(self, id: AssetId, level: int) -> QImage | None:
        levels = self._levels.get(id)
        if not levels:
            return None
        best = min((kept for kept in levels if kept >= level), default=max(levels))
        self._images.move_to_end((id, best))
        return self._images[id, best]

    def _ask(self, id: AssetId, level: int) -> None:
        time = self._times[id]
        if id not in self._absent and (id, level, time) not in self._asked:
            self._asked.add((id, level, time))
            self._threads.submit(self._decode, id, level, time)

    def _decode(self, id: AssetId, level: int, time: int) -> None:
        """Runs in the thread."""
        image = None
        try:
            data = self._read(id)
            image = decoded(data, 1 << level) if data is not None else None
        except (BadPicture, OSError):
            pass
        self._done.emit(id, level, time, image)

    def _take(self, id: AssetId, level: int, time: int, image: QImage | None) -> None:
        if time != self._times[id]:
            return
        self._asked.discard((id, level, time))
        if image is None:
            self._absent.add(id)
            return
        if image.width() < 1 << level:  # it has no more to give
            level = max(level, 30)
        self._images[id, level] = image
        self._levels.setdefault(id, set()).add(level)
        self._bytes += image.sizeInBytes()
        while self._bytes > MAX_BYTES and len(self._images) > 1:
            (old, old_level), gone = self._images.popitem(last=False)
            self._bytes -= gone.sizeInBytes()
            self._levels[old].discard(old_level)
        self.arrived.emit(id)
