"""What a selection shows above the board, worked out from the editor: outlines, frame, lasso, guides, angle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from whiteboard.editor import Editor
from whiteboard.model.geometry import Point, Rect
from whiteboard.model.transform import Transform
from whiteboard.render import frame_overlay, overlay
from whiteboard.render.viewport import Viewport
from whiteboard.tools.arrange.transforming import shown_transformed
from whiteboard.tools.registry import BY_NAME, SELECT
from whiteboard.tools.select_frame import SIDE_HANDLES_PX, Frame, frame_around, outline
from whiteboard.tools.select_hit import GAP_PX
from whiteboard.tools.step import Preview

_MOST_OUTLINES = 200
"""A larger selection gets one frame around all instead of a line around each."""

_LABEL_PX = 24.0
"""How far the angle stands above the handle that turns."""

Corners = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class OutlinesMark:
    """A thin line around each selected element."""

    outlines_px: tuple[Corners, ...]

    @property
    def room(self) -> QRect:
        return frame_overlay.frame_rect([corner for corners in self.outlines_px for corner in corners], None)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_outlines(painter, self.outlines_px)


@dataclass(frozen=True, slots=True)
class FrameMark:
    """The frame around all, with handles where they do something."""

    corners_px: Corners
    handles: bool
    sides: tuple[bool, bool]
    knob_px: Point | None

    @property
    def room(self) -> QRect:
        return frame_overlay.frame_rect(self.corners_px, self.knob_px)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_frame(
            painter, self.corners_px, handles=self.handles, sides=self.sides, knob_px=self.knob_px
        )


@dataclass(frozen=True, slots=True)
class EndsMark:
    """The two handles of a connector."""

    ends_px: Corners

    @property
    def room(self) -> QRect:
        return frame_overlay.ends_rect(self.ends_px)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_ends(painter, self.ends_px)


@dataclass(frozen=True, slots=True)
class LockedMark:
    """The frame of what is locked, with a lock."""

    corners_px: Corners
    badge_px: Point

    @property
    def room(self) -> QRect:
        return frame_overlay.locked_rect(self.corners_px, self.badge_px)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_locked(painter, self.corners_px, self.badge_px)


@dataclass(frozen=True, slots=True)
class BoxMark:
    """The box that selects."""

    box_px: Rect

    @property
    def room(self) -> QRect:
        return overlay.marquee_rect(self.box_px)

    def paint(self, painter: QPainter) -> None:
        overlay.paint_marquee(painter, self.box_px)


@dataclass(frozen=True, slots=True)
class LassoMark:
    """The line around what is to be selected."""

    line_px: Corners

    @property
    def room(self) -> QRect:
        return frame_overlay.lasso_rect(self.line_px)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_lasso(painter, self.line_px)


@dataclass(frozen=True, slots=True)
class GuidesMark:
    """Lines that say what fits."""

    lines_px: tuple[tuple[Point, Point], ...]

    @property
    def room(self) -> QRect:
        return frame_overlay.guides_rect(self.lines_px)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_guides(painter, self.lines_px)


@dataclass(frozen=True, slots=True)
class LabelMark:
    """The angle that a rotation has reached."""

    at_px: Point
    text: str

    @property
    def room(self) -> QRect:
        return frame_overlay.label_rect(self.at_px, self.text)

    def paint(self, painter: QPainter) -> None:
        frame_overlay.paint_label(painter, self.at_px, self.text)


SelectionMark = OutlinesMark | FrameMark | EndsMark | LockedMark | BoxMark | LassoMark | GuidesMark | LabelMark


def marks_of(editor: Editor, view: Viewport) -> list[SelectionMark]:
    """What a selection and a gesture that selects or changes it show, lowest first."""
    preview = editor.preview
    marks: list[SelectionMark] = []
    by = preview.way
    frame = _frame(editor, preview, by)
    if frame is not None:
        marks += _outlines(editor, preview, by, view)
        marks += _frame_marks(editor, frame, preview, view)
    if preview.box is not None:
        marks.append(BoxMark(view.rect_to_screen(preview.box)))
    if preview.lasso:
        marks.append(LassoMark(_placed(preview.lasso, view)))
    if preview.guides:
        lines = ((guide.begin, guide.end) for guide in preview.guides)
        marks.append(GuidesMark(tuple((view.to_screen(begin), view.to_screen(end)) for begin, end in lines)))
    if preview.turning is not None and frame is not None:
        above = frame.knob(view.zoom, GAP_PX + _LABEL_PX)
        text = f"{round(math.degrees(preview.turning)) % 360}°"
        marks.append(LabelMark(view.to_screen(above), text))
    return marks


def _frame(editor: Editor, preview: Preview, by: Transform) -> Frame | None:
    """The frame as the gesture in progress shows it."""
    frame = editor.selection_frame
    if frame is None:
        return None
    if len(editor.selection) == 1:
        (id,) = editor.selection
        made = next((element for element in preview.elements if element.id == id), None)
        element = editor.document.get(id)
        if made is not None:
            return frame_around([made])
        if element is not None and id in preview.moved:
            return frame_around(shown_transformed([element], by))
        return frame
    if not preview.moved:
        return frame
    return frame.transformed(by)


def _outlines(editor: Editor, preview: Preview, by: Transform, view: Viewport) -> list[SelectionMark]:
    if not 1 < len(editor.selection) <= _MOST_OUTLINES:
        return []
    elements = [element for id in sorted(editor.selection) if (element := editor.document.get(id)) is not None]
    shown = [
        tuple(by(corner) for corner in outline(element)) if element.id in preview.moved else outline(element)
        for element in elements
    ]
    return [OutlinesMark(tuple(_placed(corners, view) for corners in shown))]


def _frame_marks(editor: Editor, frame: Frame, preview: Preview, view: Viewport) -> list[SelectionMark]:
    outside = Frame(frame.box.grown(GAP_PX / view.zoom), frame.rotation)
    corners = _placed(outside.corners, view)
    if frame.locked:
        return [LockedMark(corners, view.to_screen(frame.lock_badge(view.zoom)))]
    moving = bool(preview.moved) and preview.through is None
    handles = BY_NAME[editor.tool].family == SELECT and not (moving or preview.box is not None or preview.lasso)
    if frame.span is not None:
        return [EndsMark(_placed(tuple(frame.span.handles(view.zoom).values()), view))] if handles else []
    knob = view.to_screen(frame.knob(view.zoom, GAP_PX)) if handles else None
    long_enough = SIDE_HANDLES_PX / view.zoom
    sides = frame.box.width >= long_enough, frame.box.height >= long_enough
    return [FrameMark(corners, handles, sides, knob)]


def _placed(points: Sequence[Point], view: Viewport) -> Corners:
    return tuple(view.to_screen(point) for point in points)
