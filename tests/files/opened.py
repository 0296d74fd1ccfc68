"""Opens a store as the app does, with a clock and ids that can be foretold."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.doubles.patience import PATIENCE
from whiteboard.files.board_info import BoardId
from whiteboard.files.board_store import BoardStore
from whiteboard.files.database import Database
from whiteboard.sync.replica import Replica


@dataclass
class Opened:
    """One run of the app's storing part; `close` ends it as the app does."""

    folder: Path
    troubles: list[str] = field(default_factory=list)
    time: float = 1000.0

    def __post_init__(self) -> None:
        ids = itertools.count(1)
        clients = itertools.count(1)
        self.new_client: Callable[[], str] = lambda: f"{next(clients):032x}"
        self.database = Database(self.folder, on_trouble=self.troubles.append, new_client=self.new_client)
        self.store = BoardStore(
            self.database, now=self.now, new_id=lambda: f"board-{self.time:.0f}-{next(ids)}", new_client=self.new_client
        )

    def now(self) -> float:
        self.time += 1
        return self.time

    def replica(self, board: BoardId) -> Replica:
        kept = self.store.load(board)
        return Replica(
            kept.standing, kept.base, kept.pending, journal=self.store.journal(board), new_client=self.new_client
        )

    def close(self) -> None:
        assert self.database.close(PATIENCE)

    def again(self) -> "Opened":
        """Close it and open it anew, from disk."""
        self.close()
        return Opened(self.folder, time=self.time)
