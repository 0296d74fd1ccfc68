"""What a board costs a process: `python -m tests.bench.canvas_memory RENDERER STROKES` prints two numbers in MB.

The first is the process with an empty window, the second after it opened the board, panned, zoomed and saw all of it.
"""

from __future__ import annotations

import os
import sys

from whiteboard.plain_imports import keep_imports_plain

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_imports_plain()  # as the app does before it imports anything else
    from tests.bench.canvas_life import empty_and_full

    print(*empty_and_full(sys.argv[1], int(sys.argv[2])))
