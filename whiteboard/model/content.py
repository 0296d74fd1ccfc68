"""The `content` group: what an element is besides its place, look, points and text."""

from __future__ import annotations

from typing import NewType

import msgspec

AssetId = NewType("AssetId", str)
"""SHA-256 of the bytes of a picture, 64 hexadecimal digits."""

SHAPE_FORMS: tuple[str, ...] = (
    "rectangle",
    "rounded",
    "ellipse",
    "triangle",
    "diamond",
    "pentagon",
    "hexagon",
    "star",
    "polygon",
)
CONNECTOR_FORMS: tuple[str, ...] = ("straight", "curved", "elbow")
INSTRUMENT_FORMS: tuple[str, ...] = ("ruler", "set_square", "protractor", "compass")
PAPERS: tuple[str, ...] = ("", "squared", "ruled", "dotted", "graph", "music", "seyes")
"""What a page is printed with; "" is plain."""


class Binding(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """The end of a connector sticks to the element `to`, at the share (u, v) of its box: 0..1 from left and top.

    The shares are of the box before it is rotated. Where the end itself is, `geometry` says: who moves the element
    writes that anew in the same edit.
    """

    to: str
    u: float = 0.5
    v: float = 0.5


class Content(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """Each kind uses what makes sense for it, as its file in `elements/` says.

    `form` of shapes, connectors and instruments; `start`, `end` and `bend` of connectors (`bend`: how far the middle of
    a curved one lies beside the straight line, as a share of its length); `wraps` of texts: their width is fixed, and
    lines are broken to fit. `by` is the name of a note's writer, as they gave it. `asset`, `type` (of media, as in
    HTTP) and `alt` are an image's. `paper` and `title` are a page's; a `gone` page is not shown, nor what is on
    it.
    """

    form: str = ""
    start: Binding | None = None
    end: Binding | None = None
    bend: float = 0.0
    wraps: bool = False
    by: str = ""
    asset: AssetId = AssetId("")
    type: str = ""
    alt: str = ""
    paper: str = ""
    title: str = ""
    gone: bool = False


NO_CONTENT = Content()
