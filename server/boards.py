"""Which boards a server serves: those that are stored, and those that its command line names."""

from __future__ import annotations

import dataclasses
import secrets

from whiteboard.protocol.code import code_from

from .board_log import KEPT_BYTES, KEPT_ROWS
from .storage.port import BoardRecord, Store, StoredBoard

FIRST_BOARD = "Board"


def prepare(store: Store, names: tuple[str, ...], code: str | None) -> list[StoredBoard]:
    """Load all boards, after making those that are missing. `code` as in Options: not given, each keeps its own.

    A board that is open to everybody is so only as long as this server runs: its own code is kept.
    """
    existing = {record.name for record in store.boards()}
    for name in names or (() if existing else (FIRST_BOARD,)):
        if name not in existing:
            store.create(BoardRecord(name, log_id=secrets.token_hex(8), code=code_from(secrets.token_bytes(5))))
    boards = []
    for record in store.boards():
        if code and code != record.code:
            store.set_code(record.log_id, code)
        board = store.load(record.log_id, rows=KEPT_ROWS, bytes=KEPT_BYTES)
        if code == "":
            board = dataclasses.replace(board, record=dataclasses.replace(board.record, code=""))
        boards.append(board)
    return boards
