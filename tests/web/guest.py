"""Somebody with a real browser: Chromium of the system, driven by Playwright."""

from __future__ import annotations

import asyncio
import concurrent.futures
import functools
import inspect
import itertools
import shutil
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from whiteboard.protocol.link import Link

playwright = pytest.importorskip("playwright.async_api", reason="no browser here, missing: playwright")

LAPTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
SECONDS = 60.0
TRIES = 600
"""So often, at least 50 ms apart, a guest looks for something on the page."""

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NAME = "host.local"
"""The browser takes this for 127.0.0.1, but trusts it no more than an address of the network: no secure context."""

_ARGUMENTS = ("--no-sandbox", f"--host-resolver-rules=MAP {NAME} 127.0.0.1")
_WATCH = (
    "addEventListener('securitypolicyviolation', "
    "(event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"
)


def address_of(link: Link) -> str:
    """The link as a person opens it in a browser."""
    fragment = f"#{link.code}" if link.code else ""
    assert link.host == "127.0.0.1"
    return f"http://{NAME}:{link.port}{link.path}{fragment}"


class Guest:
    """One tab. `complaints` are errors, warnings and breaches of the Content-Security-Policy; a test ends without."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"a dialog: {dialog.message}"))

    def _on_console(self, message: Any) -> None:
        lost = "ERR_" in message.text or "WebSocket connection" in message.text or "Failed to load" in message.text
        if message.type in ("error", "warning") and not lost:
            self.complaints.append(message.text)

    async def come(self, link: Link, name: str = "Gus") -> None:
        """Open the link, say who I am, and be on the board."""
        await self.page.goto(address_of(link))
        await self.knock(name)
        await self.says("Connected")

    async def knock(self, name: str = "Gus", code: str | None = None) -> None:
        if code is not None:
            await self.page.fill("#code", code)
        await self.page.fill("#name", name)
        await self.page.click("#join")

    async def says(self, words: str) -> None:
        """Wait until the connection is said to stand like this."""
        await self.page.wait_for_function(
            "(words) => document.getElementById('status-words').textContent.startsWith(words) "
            "&& !document.getElementById('bar').hidden",
            arg=words,
            timeout=SECONDS * 1000,
        )

    async def shows(self, selector: str, words: str) -> None:
        """Wait until the text of something is this, and it can be seen."""
        found = self.page.locator(selector, has_text=words)
        await found.first.wait_for(state="visible", timeout=SECONDS * 1000)

    async def draw(self, *places: tuple[float, float], lift: bool = True) -> None:
        """A stroke with the mouse, in pixels of the window."""
        await self.page.mouse.move(*places[0])
        await self.page.mouse.down()
        for place in places[1:]:
            await self.page.mouse.move(*place, steps=6)
        if lift:
            await self.page.mouse.up()

    async def fingers(self, pace: float) -> Callable[..., Awaitable[None]]:
        """Touches at places of the window, so many seconds apart by the time that they carry, however late they come:
        by that the page tells a pinch from another person's finger.
        """
        session = await self.page.context.new_cdp_session(self.page)
        moments = itertools.count(time.time(), pace)

        async def touch(kind: str, *places: tuple[float, float]) -> None:
            points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(places)]
            event = {"type": kind, "touchPoints": points, "timestamp": next(moments)}
            await session.send("Input.dispatchTouchEvent", event)

        return touch

    async def take(self, tool: str) -> None:
        await self.page.click(f"#tools [data-value={tool}]")

    async def color_at(self, x: float, y: float) -> QColor:
        """The colour of a pixel, the window's upper left corner being 0, 0."""
        spot = {"x": x, "y": y, "width": 2, "height": 2}
        return QImage.fromData(await self.page.screenshot(clip=spot)).pixelColor(0, 0)

    async def sees_ink(self, x: float, y: float, *, ink: bool = True) -> None:
        """Wait until there is dark ink at this pixel, or none."""
        for _ in range(TRIES):
            if ((await self.color_at(x, y)).lightness() < 128) is ink:
                return
            await self.page.wait_for_timeout(50)
        raise AssertionError(f"{'no ' if ink else ''}ink at {x}, {y}")


class Far:
    """Something of Playwright's, on the loop of another thread: one driver serves tests with loops of their own."""

    def __init__(self, thing: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._thing = thing
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._thing, name)
        return functools.partial(self._call, value) if callable(value) else self._near(value)

    def _call(self, method: Any, *arguments: Any, **named: Any) -> Any:
        given = [argument._thing if isinstance(argument, Far) else argument for argument in arguments]
        called = asyncio.run_coroutine_threadsafe(_result(method, given, named), self._loop)
        return self._awaited(called) if inspect.iscoroutinefunction(method) else self._near(called.result(SECONDS))

    async def _awaited(self, called: concurrent.futures.Future[Any]) -> Any:
        return self._near(await asyncio.wrap_future(called))

    def _near(self, value: Any) -> Any:
        return Far(value, self._loop) if type(value).__module__.startswith("playwright.") else value


async def _result(method: Any, given: list[Any], named: dict[str, Any]) -> Any:
    result = method(*given, **named)
    return await result if inspect.iscoroutine(result) else result


@contextmanager
def running_browser() -> Iterator[Far]:
    """One Chromium for many tests."""
    path = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if path is None:
        pytest.skip("no browser here, missing: chromium")
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="playwright")
    thread.start()

    def done(coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result(2 * SECONDS)

    try:
        driver = done(playwright.async_playwright().start())
        launched = driver.chromium.launch(executable_path=path, args=list(_ARGUMENTS), timeout=2 * SECONDS * 1000)
        browser = done(launched)
        yield Far(browser, loop)
        done(browser.close())
        done(driver.stop())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


@asynccontextmanager
async def guests(browser: Far, *looks: dict[str, Any]) -> AsyncIterator[Sequence[Guest]]:
    """So many people with a browser profile of their own each. Whatever a page complains of fails the test."""
    contexts = [await browser.new_context(**look) for look in looks or (LAPTOP,)]
    try:
        for context in contexts:
            context.set_default_timeout(SECONDS * 1000)
            await context.add_init_script(_WATCH)
        people = [Guest(await context.new_page()) for context in contexts]
        yield people
        complaints = [complaint for person in people for complaint in person.complaints]
        assert not complaints, complaints
    finally:
        for context in contexts:
            await context.close()
