"""A process that draws on a board until it is killed: `python -m tests.files.drawing_child FOLDER BOARD FIRST`.

It prints the number of each stroke once the store says that it is on disk.
"""

import sys
from pathlib import Path

from tests.doubles.patience import PATIENCE
from tests.files.opened import Opened
from tests.files.strokes import put
from whiteboard.files.board_info import BoardId


def main() -> None:
    opened = Opened(Path(sys.argv[1]), time=2000.0)
    replica = opened.replica(BoardId(sys.argv[2]))
    for number in range(int(sys.argv[3]), 1_000_000):
        replica.submit(put(number))
        if number % 3 == 0:  # let some wait together
            assert opened.database.writer.flush(PATIENCE)
            print(number, flush=True)


if __name__ == "__main__":
    main()
