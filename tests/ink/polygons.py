"""What a filled polygon covers, worked out the slow and certain way."""

from __future__ import annotations

import numpy as np

from whiteboard.ink.arrays import Floats, Mask, Points


def covered(polygon: Points, places: Points) -> Mask:
    """Which places lie inside the closed polygon by the non-zero rule: the sum of turns seen from each place."""
    ends = np.roll(polygon, -1)
    turned = np.zeros(len(places))
    for begin, end in zip(polygon.tolist(), ends.tolist(), strict=True):
        turned += np.angle((end - places) / (begin - places))
    inside: Mask = np.abs(turned) > np.pi
    return inside


def grid(polygon: Points, step: float, margin: float) -> Points:
    """Places on a square grid over the polygon's box and a margin, off any round number."""
    xs = np.arange(polygon.real.min() - margin, polygon.real.max() + margin, step) + 0.00731
    ys = np.arange(polygon.imag.min() - margin, polygon.imag.max() + margin, step) + 0.00417
    return (xs[:, None] + 1j * ys[None]).ravel()


def from_line(line: Points, places: Points) -> Floats:
    """How far each place is from the line through these points."""
    nearest = np.full(len(places), np.inf)
    for begin, end in zip(line.tolist(), line[1:].tolist(), strict=False):
        way = end - begin
        along = np.clip(((places - begin) * way.conjugate()).real / max(abs(way) ** 2, 1e-12), 0, 1)
        np.minimum(nearest, np.abs(begin + along * way - places), out=nearest)
    return nearest


def from_edge(polygon: Points, places: Points) -> Floats:
    """How far each place is from the edge of the closed polygon."""
    return from_line(np.append(polygon, polygon[:1]), places)
