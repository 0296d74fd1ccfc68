"""The page with which a browser is a guest on a board: files of `page/`, packed once, served from memory.

A first visit takes four answers: the page, its style, its icon, and all modules as one script. Their address carries a
digest of all of them, so a browser keeps them for good and never mixes two versions. Which board it is and with what
code stands in the address of the page alone: the page is the same for every board.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from .one_script import one_script

FOLDER = Path(__file__).with_name("page")
MAIN = "main.js"
SCRIPT = "page.js"
"""`MAIN` and all that it imports."""

CONTENT_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
"""What is a part of the page. Other files beside these (a README) are not."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Nothing from elsewhere, nothing inline, nothing made of text: what people write on a board stays text."""

_COMMON = {"X-Content-Type-Options": "nosniff", "Vary": "Accept-Encoding"}
_OF_PAGE = _COMMON | {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_OF_PARTS = _COMMON | {"Cache-Control": "public, max-age=31536000, immutable"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, as it is and gzipped. `tag` is its ETag."""

    type: str
    body: bytes
    packed: bytes
    tag: str

    @classmethod
    def of(cls, name: str, body: bytes) -> Asset:
        packed = gzip.compress(body, 9, mtime=0)
        return cls(CONTENT_TYPES[Path(name).suffix], body, packed, hashlib.sha256(body).hexdigest()[:20])

    def answer(self, request: web.Request, headers: dict[str, str]) -> web.Response:
        """The file for this request: nothing if the browser has it, gzipped if it can unpack that."""
        headers = headers | {"ETag": f'"{self.tag}"'}
        if any(tag.value == self.tag for tag in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        body = self.body
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"], body = "gzip", self.packed
        return web.Response(body=body, headers=headers, content_type=self.type, charset="utf-8")


@dataclass(frozen=True, slots=True)
class GuestPage:
    """The page and, by their path below `base`, its parts."""

    base: str
    index: Asset
    parts: dict[str, Asset]

    async def answer(self, request: web.Request) -> web.Response:
        """The page itself, which is looked after anew each time; it is small."""
        return self.index.answer(request, _OF_PAGE)

    async def answer_part(self, request: web.Request) -> web.Response:
        part = self.parts.get(request.match_info["path"]) if request.path.startswith(f"{self.base}/") else None
        if part is None:
            raise web.HTTPNotFound(text="There is no such part of the page.")
        return part.answer(request, _OF_PARTS)


@functools.cache
def guest_page() -> GuestPage:
    """The page, read and packed when it is wanted first: 40 ms."""
    files = sorted(path for path in FOLDER.rglob("*") if path.suffix in CONTENT_TYPES)
    bodies = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in files}
    index = bodies.pop("index.html").decode()
    modules = {name: body.decode() for name, body in bodies.items() if name.endswith(".js")}
    bodies[SCRIPT] = one_script(modules, MAIN).encode()
    digest = hashlib.sha256(b"".join(name.encode() + body for name, body in bodies.items())).hexdigest()[:16]
    base = f"/page/{digest}"
    page = index.replace(f"BASE/{MAIN}", f"BASE/{SCRIPT}").replace("BASE", base)
    parts = {name: Asset.of(name, body) for name, body in bodies.items()}
    return GuestPage(base, Asset.of("index.html", page.encode()), parts)
