"""A window in which a board is opened, panned, zoomed and seen as a whole, and the memory that it takes of its process.

The process holds what a canvas needs and no more: another one makes the board, which comes as it does from a file.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator

import msgspec
from PySide6.QtWidgets import QApplication

from tests.bench.looking import SIZE, finish, pinches, walk
from tests.bench.panes import new_pane
from tests.bench.term_board import extent
from tests.bench.usage import resident_mb
from whiteboard.allocation import give_back_holes, give_back_large_blocks
from whiteboard.model.element import Element
from whiteboard.model.sharing import Shared
from whiteboard.render.viewport import Viewport, fit


def empty_and_full(renderer: str, strokes: int) -> tuple[float, float]:
    """MB of this process with an empty window, and after all that."""
    give_back_large_blocks()  # as the app does
    app = QApplication([])
    pane = new_pane(renderer, SIZE)
    whole = extent(strokes)
    home = Viewport(whole.width * 0.4, whole.height * 0.4, 1.0)
    finish(pane)
    gc.collect()
    empty = resident_mb(os.getpid())
    pane.open(list(decoded(strokes)))
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
    give_back_holes()  # as the app does a second later
    full = resident_mb(os.getpid())
    pane.close()
    app.quit()
    return empty, full


def decoded(strokes: int) -> Iterator[Element]:
    """The elements of the term's board."""
    shared = Shared()  # whatever a board comes from goes through it
    thousands = msgspec.json.Decoder(list[Element])
    command = (sys.executable, "-m", "tests.bench.term_board", str(strokes))
    with subprocess.Popen(command, stdout=subprocess.PIPE) as maker:
        assert maker.stdout is not None
        for line in maker.stdout:
            yield from map(shared.element, thousands.decode(line))
