"""A sticky note: paper in `style.color`, with text that it grows with, and the name of who wrote it."""

from __future__ import annotations

from whiteboard.model.element import NOTE

from . import boxed
from .boxes import check_box
from .kind import Kind

KIND = Kind(NOTE, boxed.bounds, check_box, text=True, bindable=True)
