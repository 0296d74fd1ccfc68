"""Lists in plain text: what Enter types behind an item."""

from __future__ import annotations

import re

_ITEM = re.compile(r"( *)([-*\u2022]|(\d{1,3})([.)]))([ \t]+)")
_HIGHEST = 999


def continued(line: str) -> str | None:
    """The beginning of the line that Enter makes behind `line`: the next item's mark, or "" if it is no item.

    None: the item is empty, so the list is over and its mark goes.
    """
    item = _ITEM.match(line)
    if item is None:
        return ""
    if not line[item.end() :].strip():
        return None
    if item[3] is None:
        return item[0]
    return f"{item[1]}{min(int(item[3]) + 1, _HIGHEST)}{item[4]}{item[5]}"
