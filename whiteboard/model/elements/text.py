"""A text of its own. Its box is as large as its lines; with `content.wraps` the width is what the person chose."""

from __future__ import annotations

from whiteboard.model.element import TEXT

from . import boxed
from .boxes import check_box
from .kind import Kind

KIND = Kind(TEXT, boxed.bounds, check_box, text=True, bindable=True)
