"""What a pen, a finger or the mouse says about itself, in words for the test page. Nothing here is a window."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import atan2, degrees, hypot

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent

translate = QCoreApplication.translate

RATE_SECONDS = 0.5
"""Samples are counted over so long."""


@dataclass(frozen=True, slots=True)
class PenReading:
    """One sample of a pen. `pressure` is 0..1, None for a pen that does not feel it; `tilt` in degrees, None if it does
    not know. `touching` or hovering; `upside_down`: its eraser end is used."""

    device: str
    serial: int
    at: QPointF
    pressure: float | None
    tilt: tuple[float, float] | None
    touching: bool
    upside_down: bool
    buttons: tuple[int, ...]


def reading_of(event: QTabletEvent, *, touching: bool) -> PenReading:
    """What a tablet event says."""
    device = event.pointingDevice()
    can = device.capabilities()
    feels = bool(can & QInputDevice.Capability.Pressure)
    tilts = bool(can & (QInputDevice.Capability.XTilt | QInputDevice.Capability.YTilt))
    sides = (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton)
    kind = event.type()
    return PenReading(
        device=device.name(),
        serial=device.uniqueId().numericId(),
        at=event.position(),
        pressure=event.pressure() if feels else None,
        tilt=(event.xTilt(), event.yTilt()) if tilts else None,
        touching=kind == QEvent.Type.TabletPress or (touching and kind != QEvent.Type.TabletRelease),
        upside_down=device.pointerType() is QPointingDevice.PointerType.Eraser,
        buttons=tuple(number for number, side in enumerate(sides, start=1) if event.buttons() & side),
    )


def lean(tilt: tuple[float, float]) -> tuple[float, float]:
    """How far a pen leans, and to which side: degrees from upright, and clockwise from the top (0..360)."""
    x, y = tilt
    return hypot(x, y), degrees(atan2(x, -y)) % 360


def described(reading: PenReading) -> dict[str, str]:
    """What to show, by its name."""
    unknown = translate("PenTest", "this pen does not say")
    pressure, tilt = reading.pressure, reading.tilt
    ends = translate("PenTest", "eraser") if reading.upside_down else translate("PenTest", "tip")
    sides = ", ".join(map(str, reading.buttons)) or translate("PenTest", "none")
    return {
        translate("PenTest", "Device"): reading.device or translate("PenTest", "unnamed"),
        translate("PenTest", "State"): translate("PenTest", "touching")
        if reading.touching
        else translate("PenTest", "hovering"),
        translate("PenTest", "End"): ends,
        translate("PenTest", "Pressure"): unknown if pressure is None else f"{pressure * 100:.0f} %",
        translate("PenTest", "Tilt"): unknown
        if tilt is None
        else translate("PenTest", "{:.0f}° from upright").format(lean(tilt)[0]),
        translate("PenTest", "Side buttons held"): sides,
    }


class Rate:
    """Samples per second, over the last moments. Times are steady seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def count(self, now: float) -> None:
        self._times.append(now)
        self._forget(now)

    def per_second(self, now: float) -> float:
        """0 when nothing has come for a while."""
        self._forget(now)
        if len(self._times) < 2:
            return 0.0
        return (len(self._times) - 1) / max(self._times[-1] - self._times[0], 1e-6)

    def _forget(self, now: float) -> None:
        while self._times and self._times[0] < now - RATE_SECONDS:
            self._times.popleft()
