"""Somebody with a real browser: Chromium of the system, driven by Playwright."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
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
SECONDS = 10.0
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NAME = "host.local"
"""The browser takes this for 127.0.0.1, but trusts it no more than an address of the network: no secure context."""

_QUIETLY = (
    f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
    *("--headless=new", "--no-sandbox", "--remote-debugging-port=0", "--no-first-run", "--disable-gpu"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)
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

    async def take(self, tool: str) -> None:
        await self.page.click(f"#tools [data-value={tool}]")

    async def color_at(self, x: float, y: float) -> QColor:
        """The colour of a pixel, the window's upper left corner being 0, 0."""
        spot = {"x": x, "y": y, "width": 2, "height": 2}
        return QImage.fromData(await self.page.screenshot(clip=spot)).pixelColor(0, 0)

    async def sees_ink(self, x: float, y: float, *, ink: bool = True) -> None:
        """Wait until there is dark ink at this pixel, or none."""
        for _ in range(40):
            if ((await self.color_at(x, y)).lightness() < 128) is ink:
                return
            await self.page.wait_for_timeout(50)
        raise AssertionError(f"{'no ' if ink else ''}ink at {x}, {y}")


@contextmanager
def running_browser() -> Iterator[str]:
    """One Chromium for many tests; the address of its DevTools."""
    path = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if path is None:
        pytest.skip("no browser here, missing: chromium")
    with tempfile.TemporaryDirectory() as folder:
        browser = subprocess.Popen(
            [path, *_QUIETLY, f"--user-data-dir={folder}"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        assert browser.stderr is not None
        try:
            said = itertools.takewhile(bool, iter(browser.stderr.readline, ""))
            yield next(line.split()[-1] for line in said if line.startswith("DevTools listening on"))
        finally:
            browser.terminate()
            browser.communicate(timeout=10)


@asynccontextmanager
async def guests(devtools: str, *looks: dict[str, Any]) -> AsyncIterator[Sequence[Guest]]:
    """So many people with a browser profile of their own each. Whatever a page complains of fails the test."""
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.connect_over_cdp(devtools)
        contexts = [await browser.new_context(**look) for look in looks or (LAPTOP,)]
        try:
            for context in contexts:
                await context.add_init_script(_WATCH)
            people = [Guest(await context.new_page()) for context in contexts]
            yield people
            complaints = [complaint for person in people for complaint in person.complaints]
            assert not complaints, complaints
        finally:
            for context in contexts:
                await context.close()
            await browser.close()
