"""`GET /b/NAME`: what a browser shows for the link of a board. It says nothing of whether there is such a board.

Where guests are allowed that is the page to draw on; elsewhere it says how to open the app.
"""

from __future__ import annotations

import html
import secrets
from string import Template
from urllib.parse import quote

from aiohttp import web

from whiteboard.protocol.identity import board_name

from .guest_page import guest_page
from .guests import NO_GUESTS, may_enter

_PAGE = Template("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$name - Whiteboard</title>
<style nonce="$nonce">
  body { font: 18px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem;
         color: #1e1e1e; background: #fff; }
  h1 { font-size: 1.6rem; overflow-wrap: anywhere; }
  a.open { display: inline-block; padding: .7rem 1.4rem; border-radius: .6rem; background: #1971c2; color: #fff;
           text-decoration: none; }
  a.open:focus-visible { outline: 3px solid #1e1e1e; outline-offset: 3px; }
  code { overflow-wrap: anywhere; }
  @media (prefers-color-scheme: dark) {
    body { color: #eee; background: #1e1e1e; }
    a.open:focus-visible { outline-color: #eee; }
  }
</style>
<h1>$name</h1>
<p>This is a link to a shared whiteboard. It opens in the Whiteboard app. $guests</p>
<p><a class="open" id="open" href="whiteboard://$host$path">Open in Whiteboard</a></p>
<p>Nothing happens? Start the app, choose <b>Join</b> and paste this link:<br><code id="link">http://$host$path</code></p>
<script nonce="$nonce">
  document.getElementById("open").href = "whiteboard://" + location.host + location.pathname + location.hash;
  document.getElementById("link").textContent = location.href;
</script>
</html>
""")


async def page_of_board(request: web.Request) -> web.Response:
    name = board_name(request.match_info["name"])
    if not name:
        raise web.HTTPNotFound(text="This link does not name a board.")
    if may_enter(request):
        return await guest_page().answer(request)
    return _words_about(name, request)


def _words_about(name: str, request: web.Request) -> web.Response:
    nonce = secrets.token_urlsafe(16)
    page = _PAGE.substitute(
        name=html.escape(name),
        guests=html.escape(NO_GUESTS),
        nonce=nonce,
        host=html.escape(request.headers["Host"]),
        path=html.escape(f"/b/{quote(name, safe='')}"),
    )
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return web.Response(text=page, content_type="text/html", headers=headers)
