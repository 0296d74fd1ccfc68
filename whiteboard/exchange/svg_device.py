"""A paint device that writes SVG: everything that can be painted on a screen can be painted into a file.

Paths, letters and pictures stay what they are. What Qt's own SVG generator leaves out is kept: Multiply, as
`mix-blend-mode`. Clipping is left out: what is painted on a board stays within its box by itself.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from html import escape

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextItem,
    QTransform,
)

Write = Callable[[str], object]

_FAMILIES = {"serif": "serif", "mono": "monospace"}
_METRIC = QPaintDevice.PaintDeviceMetric


class SvgDevice(QPaintDevice):
    """`write` gets the drawing piece by piece; what surrounds it is the caller's."""

    def __init__(self, write: Write, width: float, height: float) -> None:
        super().__init__()
        self._engine = _SvgEngine(write)
        self._size = round(width), round(height)

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        width, height = self._size
        match metric:
            case _METRIC.PdmWidth:
                return width
            case _METRIC.PdmHeight:
                return height
            case _METRIC.PdmWidthMM:
                return round(width * 25.4 / 96)
            case _METRIC.PdmHeightMM:
                return round(height * 25.4 / 96)
            case _METRIC.PdmDepth:
                return 32
            case _METRIC.PdmNumColors:
                return 1 << 24
            case _METRIC.PdmDevicePixelRatio:
                return 1
            case _METRIC.PdmDevicePixelRatioScaled:
                return 1 << 16
            case _:
                return 96  # dots an inch


class _SvgEngine(QPaintEngine):
    def __init__(self, write: Write) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._write = write
        self._pen, self._brush, self._transform = QPen(), QBrush(), QTransform()
        self._opacity = 1.0
        self._multiplies = False

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._pen, self._brush = QPen(state.pen()), QBrush(state.brush())
        self._transform = QTransform(state.transform())
        self._opacity = state.opacity()
        self._multiplies = state.compositionMode() is QPainter.CompositionMode.CompositionMode_Multiply

    # ------------------------------------------------------------ what Qt asks for

    def drawPath(self, path: QPainterPath) -> None:
        rule = "" if path.fillRule() is Qt.FillRule.WindingFill else ' fill-rule="evenodd"'
        self._write(f'<path d="{_path(path)}"{rule}{self._looks()}/>\n')

    def drawPolygon(self, points: Iterable[QPointF], *how: object) -> None:
        mode = how[-1]
        listed = ",".join(f"{_number(p.x())} {_number(p.y())}" for p in points)
        if mode is QPaintEngine.PolygonDrawMode.PolylineMode:
            self._write(f'<polyline points="{listed}"{self._looks(fills=False)}/>\n')
            return
        rule = ' fill-rule="evenodd"' if mode is QPaintEngine.PolygonDrawMode.OddEvenMode else ""
        self._write(f'<polygon points="{listed}"{rule}{self._looks()}/>\n')

    def drawRects(self, rects: Iterable[QRectF], *_: object) -> None:
        for r in rects:
            place = f'x="{_number(r.x())}" y="{_number(r.y())}"'
            size = f'width="{_number(r.width())}" height="{_number(r.height())}"'
            self._write(f"<rect {place} {size}{self._looks()}/>\n")

    def drawLines(self, lines: Iterable[QLineF], *_: object) -> None:
        ends = ((line.p1(), line.p2()) for line in lines)
        d = "".join(f"M{_number(a.x())} {_number(a.y())}L{_number(b.x())} {_number(b.y())}" for a, b in ends)
        self._write(f'<path d="{d}"{self._looks(fills=False)}/>\n')

    def drawEllipse(self, rect: QRectF | QRect) -> None:
        r = QRectF(rect)
        middle = r.center()
        place = f'cx="{_number(middle.x())}" cy="{_number(middle.y())}"'
        radii = f'rx="{_number(r.width() / 2)}" ry="{_number(r.height() / 2)}"'
        self._write(f"<ellipse {place} {radii}{self._looks()}/>\n")

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]  # Qt gives QPointF
        if not item.text().strip():
            return
        place = f'x="{_number(at.x())}" y="{_number(at.y())}" textLength="{_number(item.width())}"'
        color = self._pen.color()
        paint = f' fill="{color.name()}"{_share("fill-opacity", color.alphaF())}'
        self._write(
            f'<text {place} lengthAdjust="spacingAndGlyphs" xml:space="preserve"{_letters(item.font())}{paint}'
            f"{self._place()}>{escape(item.text())}</text>\n"
        )

    def drawImage(self, rect: QRectF | QRect, image: QImage, part: QRectF | QRect, *_: object) -> None:
        r, wanted = QRectF(rect), QRectF(part).toAlignedRect()
        if image.rect() != wanted:
            image = image.copy(wanted)
        place = f'x="{_number(r.x())}" y="{_number(r.y())}"'
        size = f'width="{_number(r.width())}" height="{_number(r.height())}"'
        self._write(
            f'<image {place} {size} preserveAspectRatio="none"{self._place()} '
            f'href="data:image/png;base64,{_png(image)}"/>\n'
        )

    def drawPixmap(self, rect: QRectF | QRect, pixmap: QPixmap | QImage, part: QRectF | QRect) -> None:
        self.drawImage(rect, QPixmap(pixmap).toImage(), part)

    # ------------------------------------------------------------ looks

    def _looks(self, *, fills: bool = True) -> str:
        return self._fill(fills=fills) + self._stroke() + self._place()

    def _fill(self, *, fills: bool) -> str:
        if not fills or self._brush.style() is Qt.BrushStyle.NoBrush:
            return ' fill="none"'
        color = self._brush.color()
        return f' fill="{color.name()}"{_share("fill-opacity", color.alphaF())}'

    def _stroke(self) -> str:
        pen = self._pen
        if pen.style() is Qt.PenStyle.NoPen:
            return ""
        width = pen.widthF()
        looks = f' stroke="{pen.color().name()}"{_share("stroke-opacity", pen.color().alphaF())}'
        looks += f' stroke-width="{_number(width or 1.0)}"'
        if not width or pen.isCosmetic():
            looks += ' vector-effect="non-scaling-stroke"'
        if pen.capStyle() is Qt.PenCapStyle.RoundCap:
            looks += ' stroke-linecap="round"'
        if pen.joinStyle() is Qt.PenJoinStyle.RoundJoin:
            looks += ' stroke-linejoin="round"'
        if pen.style() is not Qt.PenStyle.SolidLine:
            dashes = ",".join(_number(dash * (width or 1.0)) for dash in pen.dashPattern())
            looks += f' stroke-dasharray="{dashes}"'
        return looks

    def _place(self) -> str:
        t = self._transform
        place = ""
        if not t.isIdentity():
            numbers = (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy())
            place = f' transform="matrix({" ".join(f"{number:.6g}" for number in numbers)})"'
        place += _share("opacity", self._opacity)
        return place + (' style="mix-blend-mode:multiply"' if self._multiplies else "")


def _letters(font: QFont) -> str:
    families = [font.family(), *("serif" if "serif" in font.family().lower() else "sans-serif",)]
    looks = f' font-family="{escape(", ".join(_quoted(family) for family in families))}"'
    looks += f' font-size="{font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * 96 / 72:g}"'
    if font.bold():
        looks += ' font-weight="bold"'
    return looks + (' font-style="italic"' if font.italic() else "")


def _quoted(family: str) -> str:
    return family if family.replace("-", "").isalnum() else "'" + family.replace("'", "") + "'"


def _path(path: QPainterPath) -> str:
    parts: list[str] = []
    i, count = 0, path.elementCount()
    kinds = QPainterPath.ElementType
    while i < count:
        element = path.elementAt(i)
        place = f"{_number(element.x)} {_number(element.y)}"
        if element.type is kinds.MoveToElement:
            parts.append(f"M{place}")
        elif element.type is kinds.LineToElement:
            parts.append(f"L{place}")
        else:
            a, b = path.elementAt(i + 1), path.elementAt(i + 2)
            parts.append(f"C{place} {_number(a.x)} {_number(a.y)} {_number(b.x)} {_number(b.y)}")
            i += 2
        i += 1
    first, last = path.elementAt(0), path.elementAt(count - 1)
    if count > 2 and (first.x, first.y) == (last.x, last.y):
        parts.append("Z")
    return "".join(parts)


def _number(number: float) -> str:
    """To a hundredth, without trailing zeros."""
    return f"{np.round(number, 2):g}" if abs(number) < 10_000 else f"{number:.2f}"


def _share(name: str, share: float) -> str:
    return "" if share >= 1 else f' {name}="{share:.3g}"'


def _png(image: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
    return base64.b64encode(bytes(buffer.data().data())).decode()
