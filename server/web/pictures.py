"""`/b/NAME/pictures/HASH`: a member puts a picture there (PUT), and everybody on the board fetches it (GET, HEAD)."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

from aiohttp import web

from server.hub import Hub
from server.room import Room
from server.session import Session
from server.storage.pictures import Arriving
from whiteboard.model.content import AssetId
from whiteboard.protocol.limits import MAX_ASSET_BYTES, MAX_BOARD_ASSET_BYTES
from whiteboard.protocol.messages import Role
from whiteboard.protocol.pictures import BadPicture, picture_of

from .long_answers import FileInTime

UPLOAD_SECONDS = 120.0
"""So long one picture may take: 16 MiB at 140 KB/s."""

MAX_UPLOADS = 2
"""Pictures that one member sends at once."""

HEAD_BYTES = 256 * 1024
"""What of a picture is looked at before its rest is taken: a JPEG may carry a thumbnail before its size."""

_HEADERS = {"Cache-Control": "private, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


class PictureTransfer:
    """Takes pictures in and gives them out, to members only."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._pictures = hub.pictures
        self._uploads: Counter[str] = Counter()

    async def give(self, request: web.Request) -> web.StreamResponse:
        room, _ = self._member(request)
        path = self._pictures.path(room.ledger.log.log_id, _asset(request))
        if not await asyncio.to_thread(path.is_file):
            raise web.HTTPNotFound(text="This picture is not here yet.")
        return FileInTime(path, headers=_HEADERS | {"Content-Type": await asyncio.to_thread(_type_of, path)})

    async def take(self, request: web.Request) -> web.Response:
        room, session = self._member(request)
        if session.role is Role.VIEWER:
            raise web.HTTPForbidden(text="You may only look at this board.")
        id, log_id = _asset(request), room.ledger.log.log_id
        if (request.content_length or 0) > MAX_ASSET_BYTES:
            raise _too_large()
        if self._uploads[session.token] >= MAX_UPLOADS:
            raise web.HTTPTooManyRequests(text=f"At most {MAX_UPLOADS} pictures at once.")
        self._uploads[session.token] += 1
        try:
            if await asyncio.to_thread(self._pictures.has, log_id, id):
                return web.Response(status=200)
            if await asyncio.to_thread(self._pictures.bytes_of, log_id) + MAX_ASSET_BYTES > MAX_BOARD_ASSET_BYTES:
                raise web.HTTPInsufficientStorage(text="This board has as many pictures as it may have.")
            async with asyncio.timeout(UPLOAD_SECONDS):
                await self._receive(request, log_id, id)
        except TimeoutError:
            raise web.HTTPRequestTimeout(text="This took too long.") from None
        except web.RequestPayloadError:
            raise web.HTTPBadRequest(text="This cannot be unpacked.") from None
        except RuntimeError:  # what aiohttp 3.14 says if the connection was lost before anything was read
            if request.transport is not None:
                raise
            raise ConnectionResetError("connection lost") from None
        except OSError as error:
            raise web.HTTPInsufficientStorage(text=f"The picture cannot be kept: {error.strerror}.") from None
        finally:
            self._uploads[session.token] -= 1
            if not self._uploads[session.token]:
                del self._uploads[session.token]
        return web.Response(status=201)

    async def _receive(self, request: web.Request, log_id: str, id: AssetId) -> None:
        arriving = await asyncio.to_thread(self._pictures.begin, log_id, id)
        try:
            await _fill(arriving, request)
            if not await asyncio.to_thread(arriving.finish):
                raise web.HTTPUnprocessableEntity(text="These bytes have another SHA-256 than the address says.")
        finally:
            await asyncio.to_thread(arriving.drop)

    def _member(self, request: web.Request) -> tuple[Room, Session]:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"}, text="A welcome's token is needed.")
        room = self._hub.rooms.get(request.match_info["name"])
        session = room.members.of_token(token) if room is not None else None
        if room is None or session is None:
            raise web.HTTPForbidden(text="This token lets nobody in.")
        return room, session


async def _fill(arriving: Arriving, request: web.Request) -> None:
    """Take the picture in; what is none is refused when its beginning says so."""
    head = bytearray()
    looked = False
    async for piece in request.content.iter_chunked(64 * 1024):
        if arriving.size + len(head) + len(piece) > MAX_ASSET_BYTES:
            raise _too_large()
        head += piece
        if looked or len(head) >= HEAD_BYTES:
            looked = looked or _is_picture(bytes(head[:HEAD_BYTES]))  # as far as `_type_of` will look
            await asyncio.to_thread(arriving.write, bytes(head))
            head.clear()
    if not looked:
        _is_picture(bytes(head))
    await asyncio.to_thread(arriving.write, bytes(head))


def _is_picture(head: bytes) -> bool:
    try:
        picture_of(head)
    except BadPicture as error:
        raise web.HTTPUnsupportedMediaType(text=str(error)) from None
    return True


def _asset(request: web.Request) -> AssetId:
    return AssetId(request.match_info["hash"])


def _type_of(path: Path) -> str:
    with path.open("rb") as file:
        return picture_of(file.read(HEAD_BYTES)).type


def _too_large() -> web.HTTPException:
    return web.HTTPRequestEntityTooLarge(
        max_size=MAX_ASSET_BYTES, actual_size=MAX_ASSET_BYTES + 1, text="A picture has at most 16 MB."
    )
