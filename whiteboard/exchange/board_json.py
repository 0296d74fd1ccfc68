"""JSON: everything on a board as one readable document, for scripts and other programs."""

from __future__ import annotations

import base64
from typing import BinaryIO

import msgspec

from whiteboard.files.portable import FORMAT
from whiteboard.model.element import in_paint_order
from whiteboard.model.references import References
from whiteboard.version import VERSION

from .progress import Report, Steps, silent
from .sheet import Export

_encode = msgspec.json.Encoder().encode


def write(file: BinaryIO, export: Export, *, report: Report = silent) -> None:
    """Write all sheets: the header and the elements of FORMAT.md, and the pictures by their hash, in base64."""
    document = export.document
    steps = Steps(len(document), report)
    header = _encode({"whiteboard": FORMAT, "title": export.title, "app": f"Whiteboard {VERSION}"})
    file.write(header.removesuffix(b"}") + b',\n"elements":[')
    separator = b"\n"
    for batch in steps.batches(sorted(document, key=in_paint_order)):
        file.write(separator + b",\n".join(map(_encode, batch)))
        separator = b",\n"
    file.write(b'],\n"pictures":{')
    separator = b"\n"
    for id in References(document).assets:
        data = export.picture(id)
        if data is not None:
            file.write(separator + _encode(id) + b":" + _encode(base64.b64encode(data).decode()))
            separator = b",\n"
    file.write(b"}}\n")
