"""A real window in which a snapshot arrives, somebody looks around, draws and erases, while 30 others draw.

`python -m tests.bench.canvas_session STROKES SECONDS` prints a JSON list of rows, one for each thing that is done.
"""

from __future__ import annotations

import gc
import json
import math
import statistics
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic, perf_counter, thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.bench.others import Others
from tests.bench.term_board import extent, term_board
from tests.doubles.onlooker import Onlooker
from whiteboard.app import FULL_COLLECTIONS, SWITCH_SECONDS
from whiteboard.model.document import Document, Stamp
from whiteboard.model.element import Author
from whiteboard.model.geometry import Point
from whiteboard.model.op import Op, Put, Remove
from whiteboard.model.style import COLORS
from whiteboard.net import snapshot
from whiteboard.protocol import codec
from whiteboard.protocol.identity import author_of
from whiteboard.protocol.messages import Placed, Snapshot, Welcome
from whiteboard.render.viewport import Viewport
from whiteboard.tools.select_frame import Frame, Handle
from whiteboard.tools.select_hit import GAP_PX
from whiteboard.ui.actions import BY_NAME

BEAT_MS = 2
"""A heartbeat of the window's loop: what lies between two is what an input may have had to wait for."""

STEP_MS = 8
TICK_MS = 32
PEOPLE = 30
ARRANGING = (
    "align.left",
    "distribute.down",
    "flip.across",
    "order.front",
    "order.back",
    "order.forward",
    "order.backward",
    "group",
    "ungroup",
    "lock",
)
"""Commands for what is selected, by their names."""

EDIT = 1000
"""Operations in an edit of very many elements."""


class Session:
    """`run` plays the script in one window; `rows` are what was measured."""

    def __init__(self, strokes: int, seconds: float) -> None:
        self._strokes, self._steps = strokes, round(1000 * seconds / STEP_MS)
        self._ann = Onlooker("Ann", width_px=1920, height_px=1080)
        self._editor, self._canvas = self._ann.editor, self._ann.page.canvas
        whole = extent(strokes)
        self._home = Viewport(whole.width * 0.4, whole.height * 0.4, 1.0)
        self._body = _snapshot(strokes)
        self._others = Others(PEOPLE, self._home, strokes)
        self._edits: deque[list[Sequence[Op]]] = deque()
        self._doing = "nothing"
        self._beats: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._last = perf_counter(), thread_time()
        self._grip = Point(0.0, 0.0)
        self._script = self._play()

    def run(self) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)  # as the app does at its start
        gc.set_threshold(*gc.get_threshold()[:2], FULL_COLLECTIONS)
        gc.freeze()  # as it does soon after
        timers = [_every(BEAT_MS, self._beat), _every(STEP_MS, self._step), _every(TICK_MS, self._tick)]
        QApplication.exec()
        for timer in timers:
            timer.stop()

    @property
    def rows(self) -> list[dict[str, str | int | float]]:
        rows: list[dict[str, str | int | float]] = []
        for doing, beats in self._beats.items():
            wall, cpu = ([1000 * beat[kind] for beat in beats] for kind in (0, 1))
            cuts = statistics.quantiles(cpu, n=100, method="inclusive")
            row: dict[str, str | int | float] = {"doing": doing, "strokes": self._strokes, "people": PEOPLE}
            row |= {"p50_ms": cuts[49], "p99_ms": cuts[98], "worst_ms": max(cpu), "worst_wall_ms": max(wall)}
            rows.append(row)
        return rows

    # ------------------------------------------------------------ the loop

    def _beat(self) -> None:
        now = perf_counter(), thread_time()
        self._beats[self._doing].append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now

    def _step(self) -> None:
        self._ann.news.clear()  # a double remembers all that it was told, the app does not
        self._ann.trails.clear()
        if next(self._script, None) is None:
            QApplication.quit()

    def _tick(self) -> None:
        if self._editor.replica.online:
            self._editor.receive(self._others.tick(self._edits.popleft() if self._edits else ()), monotonic())

    # ------------------------------------------------------------ the script

    def _play(self) -> Iterator[str]:
        """What happens at each step; each name is a row."""
        yield from self._does("nothing", lambda number: None, self._steps // 4)
        yield from self._arrives("a snapshot arrives")
        yield from self._arrives("it arrives again")
        yield from self._does("the others draw", lambda number: None, self._steps)
        yield from self._does("panning", self._pan, self._steps)
        yield from self._does("zooming", self._zoom, self._steps)
        self._canvas.look(self._home)
        self._editor.choose("pen")
        yield from self._does("drawing", lambda number: self._drag(number, 60), self._steps)
        self._editor.set_width(16.0)
        self._editor.choose("eraser")
        yield from self._does("erasing", lambda number: self._drag(number, 60), self._steps)
        self._editor.cancel()  # a stroke that is not at its end
        self._editor.choose("pen")
        yield from self._does("all in view", partial(_at_first, self._canvas.fit), self._steps)
        elements = list(self._editor.document)
        yield from self._others_do("others delete it", [Remove(element.id) for element in elements], 3)
        yield from self._others_do("others put it back", [Put(element) for element in elements], 1)
        for doing, act in (
            ("selecting all", self._editor.select_all),
            ("copying it", self._ann.page.clipboard.copy),
            ("moving it", partial(self._editor.nudge, Point(5.0, 5.0))),
            ("recolouring it", partial(self._editor.set_color, COLORS[1])),
        ):
            yield from self._does(doing, partial(_at_first, act), self._steps)
        yield from self._arranges()
        yield from self._does("deleting it", partial(_at_first, self._editor.delete_selection), self._steps)
        yield from self._does("undoing that", partial(_at_first, self._editor.undo), self._steps)

    def _arranges(self) -> Iterator[str]:
        """What the hand, and the commands of the menu, do to all that is selected."""
        for doing, grip in (
            ("dragging it", self._middle),
            ("sizing it", lambda: self._on_screen(self._frame.place(Handle.BOTTOM_RIGHT))),
            ("turning it", lambda: self._on_screen(self._frame.knob(self._canvas.view.zoom, GAP_PX))),
        ):
            yield from self._does(doing, partial(self._pull, grip), self._steps)
            self._canvas.fit()
            yield from self._rests()
        self._canvas.look(self._home)
        yield from self._does("dragging it at 100 %", partial(self._pull, self._middle), self._steps)
        self._canvas.fit()
        for name in ARRANGING:
            yield from self._does(name, partial(_at_first, partial(BY_NAME[name].do, self._ann.page)), self._steps // 4)
            if name == "lock":
                yield from self._does("unlock", partial(_at_first, self._unlock), self._steps // 4)

    def _unlock(self) -> None:
        self._editor.select(frozenset(self._editor.document.ids))
        BY_NAME["lock"].do(self._ann.page)

    @property
    def _frame(self) -> Frame:
        frame = self._editor.selection_frame
        assert frame is not None
        return frame

    def _middle(self) -> Point:
        return self._on_screen(self._canvas.view.visible((self._canvas.width(), self._canvas.height())).center)

    def _on_screen(self, place: Point) -> Point:
        return self._canvas.view.to_screen(place)

    def _rests(self) -> Iterator[str]:
        """Until all that was put down is painted."""
        while self._canvas.renderer.taking_in or not self._canvas.renderer.crisp:
            yield self._doing

    def _arrives(self, doing: str) -> Iterator[str]:
        """The whole board comes, as on a new connection."""
        self._doing = doing
        self._editor.hello()
        self._editor.receive(self._welcome(), monotonic())
        self._canvas.look(self._home)
        with ThreadPoolExecutor(1) as beside:
            arriving = beside.submit(snapshot.decoded, self._body, Document(self._editor.document))
            while not arriving.done():
                yield doing
            self._editor.load(arriving.result())
            del arriving  # the app does not keep it either
            yield doing
        while self._canvas.renderer.taking_in or not self._canvas.renderer.crisp:
            yield doing
        assert len(self._editor.document) == self._strokes

    def _others_do(self, doing: str, ops: Sequence[Op], edits_a_tick: int) -> Iterator[str]:
        """Somebody else does this in edits as large as the app makes them; so many fit into a tick."""
        edits = [ops[begin : begin + EDIT] for begin in range(0, len(ops), EDIT)]
        self._edits.extend(edits[begin : begin + edits_a_tick] for begin in range(0, len(edits), edits_a_tick))
        yield from self._does(doing, lambda number: None, self._steps)
        while self._edits:
            yield doing

    def _does(self, doing: str, act: Callable[[int], None], steps: int) -> Iterator[str]:
        self._doing = doing
        for number in range(steps):
            act(number)
            yield doing
        while self._editor.unfinished:
            yield doing

    def _pan(self, number: int) -> None:
        turn = number / 150
        self._canvas.look(self._canvas.view.panned(-10 * math.cos(turn), -10 * math.sin(turn)))

    def _zoom(self, number: int) -> None:
        if number % 4 == 0:
            self._canvas.zoom_by(1 / 1.1 if number // 4 % 40 < 20 else 1.1)

    def _drag(self, number: int, length: int) -> None:
        """One mouse event of a stroke of so many."""
        stroke, at = divmod(number, length)
        place = QPointF(200 + stroke * 37 % 900 + 12 * at, 200 + stroke * 61 % 600 + 40 * math.sin(at / 4))
        self._mouse(place, at, length)

    def _pull(self, grip: Callable[[], Point], number: int) -> None:
        """One mouse event of a drag that begins there, goes round and ends beside it."""
        if number == 0:
            self._grip = grip()
        turn = 2 * math.pi * number / self._steps
        place = QPointF(self._grip.x + 150 * math.sin(turn) + number / 8, self._grip.y + 100 * math.sin(2 * turn))
        self._mouse(place, number, self._steps)

    def _mouse(self, place: QPointF, at: int, length: int) -> None:
        """The event `at` of `length`: a press first, a release at last."""
        kind, button, held = QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        if at == 0:
            kind, button = QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton
        elif at == length - 1:
            kind, button, held = QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        where = self._canvas.mapToGlobal(place)
        event = QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self._canvas, event)

    def _welcome(self) -> Welcome:
        me = author_of(self._editor.replica.standing.client)
        return Welcome(
            author=me,
            member=0,
            board="term",
            log_id="log",
            start=1,
            cseq=0,
            known=0,
            snapshot="/b/term/snapshot",
            token="token",
            members=self._others.members,
        )


def _at_first(act: Callable[[], None], number: int) -> None:
    if number == 0:
        act()


def _snapshot(strokes: int) -> bytes:
    stamp = Stamp(Author("0123456789abcdef"), 1.7e9)
    placed = tuple(Placed(element, stamp) for element in term_board(strokes))
    return codec.to_json(Snapshot(log_id="log", seq=1, hash="", elements=placed))


def _every(milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(act)
    timer.start(milliseconds)
    return timer


if __name__ == "__main__":
    app = QApplication([])
    session = Session(int(sys.argv[1]), float(sys.argv[2]))
    session.run()
    app.clipboard().clear()  # Qt 6.11's offscreen clipboard does not outlive what Python put there
    print(json.dumps(session.rows))
