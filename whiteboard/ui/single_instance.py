"""One running app a data folder: a second one hands over what it was started with, and ends."""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 15_000
"""Longer than an app that is at work on a large board, or on a busy computer, takes to answer."""

MAX_REQUEST_BYTES = 64 * 1024


class SingleInstance(QObject):
    """`is_first` says whether this is the app of the folder; then `serve` others, else `hand_over`."""

    def __init__(self, folder: Path) -> None:
        """OSError if the folder is none in which one can write."""
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "app.lock"))
        self._lock.setStaleLockTime(0)  # the process id tells, not the time: a lesson may take hours
        digest = hashlib.blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()
        self._name = f"whiteboard-{digest}"
        self._server: QLocalServer | None = None
        self.is_first = self._lock.tryLock(0)
        if not self.is_first and self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise OSError(errno.EACCES, "nothing can be written there")

    def serve(self, on_request: Callable[[str | None], None]) -> None:
        """From now on, `on_request` gets what other starts were given: a file or a link, None for nothing."""
        QLocalServer.removeServer(self._name)  # left behind by a crash; the lock says that nobody uses it
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(lambda: self._accept(on_request))
        self._server.listen(self._name)

    def hand_over(self, request: str | None) -> bool:
        """Give the running app what this one was started with; False if it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(json.dumps({"open": request}).encode() + b"\n")
        return socket.waitForBytesWritten(ANSWER_MS) and socket.waitForReadyRead(ANSWER_MS)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _accept(self, on_request: Callable[[str | None], None]) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)

        def read() -> None:
            if not socket.canReadLine():
                if socket.bytesAvailable() > MAX_REQUEST_BYTES:
                    socket.abort()
                return
            try:
                request = json.loads(bytes(socket.readLine().data()))["open"]
            except (ValueError, KeyError, TypeError):
                socket.abort()
                return
            socket.write(b"ok\n")
            socket.flush()
            on_request(request if isinstance(request, str) else None)

        socket.readyRead.connect(read)
        if socket.bytesAvailable():
            read()
