"""The pictures of pages, painted in slices while nobody draws, and only of those that somebody looks at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from whiteboard.editor import Editor, News
from whiteboard.model.element import PAGE, ElementId, page_of
from whiteboard.model.geometry import Rect
from whiteboard.render.sketch import Sketch, sketching

from .on_page import on_page

QUIET_MS = 600
"""So long after a change pictures are taken anew, so that a busy class does not cost more than a few of them."""

SLICE_SECONDS = 0.004
MANY = 2000
"""A change of more elements than this is not looked at closely: all pictures are old then."""

MOST = 200
"""So many pictures are kept."""


class PageThumbnails(QObject):
    """`ready` carries the id of a page that has a new picture."""

    ready = Signal(str)

    def __init__(
        self,
        editor: Editor,
        size_px: QSize,
        parent: QObject | None = None,
        *,
        with_paper: bool = True,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        super().__init__(parent)
        self._with_paper = with_paper
        self._editor = editor
        self._size_px = size_px
        self._clock = clock
        self._pictures: OrderedDict[ElementId, tuple[QPixmap, Rect]] = OrderedDict()
        self._wanted: dict[ElementId, None] = {}
        self._job: tuple[ElementId, Iterator[Sketch | None]] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._work)
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.timeout.connect(self._work)
        self.density = 1.0
        self._looked_at = False

    def picture(self, page: ElementId) -> QPixmap | None:
        """What is known of a page; if that is nothing, or old, a new one is on its way."""
        known = self._pictures.get(page)
        self._looked_at = True
        if known is None and (self._job is None or self._job[0] != page):
            self._wanted[page] = None
        elif known is not None:
            self._pictures.move_to_end(page)
        if (self._wanted or self._job) and not self._quiet.isActive() and not self._slices.isActive():
            self._slices.start(0)
        return None if known is None else known[0]

    def box(self, page: ElementId) -> Rect | None:
        """The part of the page that its picture shows."""
        known = self._pictures.get(page)
        return None if known is None else known[1]

    def follow(self, news: News) -> None:
        """What has changed needs a new picture, later."""
        known = self._pictures.keys() | ({self._job[0]} if self._job is not None else set())
        if not known or not news.change:
            return
        elements = [element for pair in news.change.elements[:MANY] for element in pair if element is not None]
        many = len(news.change.elements) > MANY
        self.renew(known if many else {e.id if e.kind == PAGE else page_of(e) for e in elements})

    def renew(self, pages: Iterable[ElementId]) -> None:
        """These pages look different now; those of which there is a picture get a new one, later."""
        drawn = None if self._job is None else self._job[0]
        self._wanted.update(dict.fromkeys(page for page in pages if page in self._pictures or page == drawn))
        if self._wanted and self._looked_at and not self._slices.isActive() and not self._quiet.isActive():
            self._quiet.start()

    def stop(self) -> None:
        """Nobody looks at them now."""
        self._looked_at = False
        self._slices.stop()
        self._quiet.stop()

    def _work(self) -> None:
        if self._editor.busy:
            self._quiet.start()
            return
        until = self._clock() + SLICE_SECONDS
        while self._clock() < until:
            if self._job is None:
                if not self._wanted:
                    return
                page = next(iter(self._wanted))
                del self._wanted[page]
                self._job = page, self._begin(page)
            page, steps = self._job
            sketch = next(steps)
            if sketch is not None:
                self._job = None
                self._keep(page, sketch)
        self._slices.start(0)

    def _begin(self, page: ElementId) -> Iterator[Sketch | None]:
        paper = self._editor.pages.page(page).paper if self._with_paper else ""
        elements = list(self._editor.document)
        return sketching(elements, self._size_px * self.density, paper, lambda some: on_page(some, page))

    def _keep(self, page: ElementId, sketch: Sketch) -> None:
        picture = QPixmap.fromImage(sketch.image)
        picture.setDevicePixelRatio(self.density)
        self._pictures[page] = picture, sketch.box
        self._pictures.move_to_end(page)
        while len(self._pictures) > MOST:
            self._pictures.popitem(last=False)
        self.ready.emit(page)
