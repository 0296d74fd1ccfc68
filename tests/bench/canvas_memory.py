"""What a board costs a process: `python -m tests.bench.canvas_memory RENDERER STROKES` prints two numbers in MB.

The first is the process with an empty window, the second after it opened the board, panned, zoomed and saw all of it.
"""

from __future__ import annotations

import gc
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.bench.canvas import SIZE, finish, pinches, walk
from tests.bench.panes import PANES
from tests.bench.term_board import extent, term_board
from tests.bench.usage import resident_mb
from whiteboard.model.sharing import Shared
from whiteboard.render.viewport import Viewport, fit
from whiteboard.ui.allocation import give_back_large_blocks


def main(renderer: str, strokes: int) -> None:
    give_back_large_blocks()  # as the app does
    QApplication([])
    list(term_board(1000))  # what making boards takes for itself is no part of one
    pane = PANES[renderer](SIZE)
    whole = extent(strokes)
    home = Viewport(whole.width * 0.4, whole.height * 0.4, 1.0)
    finish(pane)
    gc.collect()
    empty = resident_mb(os.getpid())
    shared = Shared()  # whatever a board comes from goes through it
    pane.open([shared.element(element) for element in term_board(strokes)])
    views = [
        home,
        *walk(home, 200),
        *(view for views in pinches(home, 2) for view in views[::3]),
        fit(whole, SIZE),
        home,
    ]
    for view in views:
        pane.look(view)
        finish(pane)
    print(empty, resident_mb(os.getpid()))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
