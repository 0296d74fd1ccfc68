"""Reads what can be read from a damaged database into a fresh one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import msgspec

from whiteboard.protocol.messages import Edit
from whiteboard.sync.standing import Standing

from .board_info import BoardInfo


def salvage(damaged: sqlite3.Connection, fresh: sqlite3.Connection, new_client: Callable[[], str]) -> int:
    """Copy every row on this side and on the far side of the damage; the number of boards that were found.

    A board whose authority is a server gets a new identity there: what it says it has may not be all there.
    """
    fresh.execute("BEGIN IMMEDIATE")
    for table, key in {"settings": "one", "boards": "id", "thumbnails": "board"}.items():
        _copy(damaged, fresh, table, key)
    boards = [board for row in fresh.execute("SELECT id, body, standing FROM boards") if (board := _known(*row))]
    for id, standing in boards:
        _copy(damaged, fresh, "elements", "id", id)
        _copy(damaged, fresh, "pending", "cseq", id)
        if standing.attached:
            _introduce_anew(fresh, id, new_client())
    fresh.execute("COMMIT")
    return len(boards)


def _copy(damaged: sqlite3.Connection, fresh: sqlite3.Connection, table: str, key: str, board: str = "") -> None:
    """Copy rows in the order of their key until the damage, and from the other end until the damage."""
    columns = [name for _, name, *_ in fresh.execute(f"PRAGMA table_info({table})")]
    select = f"SELECT {', '.join(columns)} FROM {table} {'WHERE board = ?' if board else ''} ORDER BY {key}"
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for direction in ("ASC", "DESC"):
        try:
            for row in damaged.execute(f"{select} {direction}", (board,) if board else ()):
                fresh.execute(insert, row)
        except sqlite3.Error:
            continue  # the damage begins here


def _known(id: str, body: bytes, standing: bytes) -> tuple[str, Standing] | None:
    """The board's id and standing, if its row is what it should be."""
    try:
        msgspec.json.decode(body, type=BoardInfo)
        return id, msgspec.json.decode(standing, type=Standing)
    except msgspec.DecodeError:
        return None


def _introduce_anew(fresh: sqlite3.Connection, board: str, client: str) -> None:
    edits: list[Edit] = []
    for (body,) in fresh.execute("SELECT body FROM pending WHERE board = ? ORDER BY cseq", (board,)):
        try:
            edits.append(msgspec.structs.replace(msgspec.json.decode(body, type=Edit), cseq=len(edits) + 1))
        except msgspec.DecodeError:
            continue  # damaged like its surroundings
    fresh.execute("DELETE FROM pending WHERE board = ?", (board,))
    fresh.executemany(
        "INSERT INTO pending (board, cseq, body) VALUES (?, ?, ?)",
        [(board, edit.cseq, msgspec.json.encode(edit)) for edit in edits],
    )
    standing = msgspec.json.encode(Standing(client=client, attached=True))
    fresh.execute("UPDATE boards SET standing = ? WHERE id = ?", (standing, board))
