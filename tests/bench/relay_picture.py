"""The relay bench's curve as a picture: server time a delivered point against people in a room, all drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tests.bench.runner import Row

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 90, 50, 50
COLORS = {"naive": "#e03131", "ours": "#1971c2", "floor": "#868e96"}
_TEXT = 'font-family="sans-serif" font-size="13" fill="#1e1e1e"'


def picture(rows: Sequence[Row]) -> str:
    """SVG of both axes in logarithms; rows of one room with everybody drawing are shown."""
    lines = {
        server: [
            (float(str(row["people"])), float(str(row["us_per_point"])))
            for row in rows
            if row["server"] == server and row["rooms"] == 1 and row["people"] == row["drawing"] and row["us_per_point"]
        ]
        for server in COLORS
    }
    people = sorted({x for line in lines.values() for x, _ in line})
    costs = [y for line in lines.values() for _, y in line]
    if not costs or len(people) < 2:
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"/>\n'
    low, high = math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs)))

    def place(x: float, y: float) -> tuple[float, float]:
        across = math.log(x / people[0]) / math.log(people[-1] / people[0])
        up = (math.log10(y) - low) / (high - low)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="28" {_TEXT}>Server time a delivered point (µs), everybody drawing</text>',
    ]
    for exponent in range(low, high + 1):
        _, y = place(people[0], 10.0**exponent)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#dee2e6"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" {_TEXT}>{10.0**exponent:g}</text>')
    for x in people:
        across, _ = place(x, 10.0**low)
        parts.append(f'<text x="{across:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle" {_TEXT}>{x:g}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle" {_TEXT}>people in the room</text>')
    for server, line in lines.items():
        places = [place(x, y) for x, y in line]
        color = COLORS[server]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in places]
        if places:
            x, y = places[-1]
            text = _TEXT.replace("#1e1e1e", color)
            parts.append(f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" {text}>{server}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
