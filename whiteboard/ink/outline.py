"""The edge of the ink: one polygon around everything that a round pen of changing radius covers on its way.

The ink is the union of discs swept along the centre line: a left and a right offset curve, round caps, and where an
offset runs backwards (the turn is tighter than the pen) a full disc, spliced into the left side where it touches it, so
that the stroke stays one closed polygon without connecting edges. Filled once with the non-zero rule: a transparent
stroke never darkens where it crosses itself. After the idea of github.com/steveruizok/perfect-freehand.
"""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Indices, Points, offsets_of, places_within
from .curve import Samples

DISC_SPACING_PX = 0.97
"""Discs of one turn are no nearer together than this along the way, unless one of them is wider. Not 1: samples lie at
whole lengths, and whether one counts must not hang on the last bit."""

STEEPEST = 0.5
"""Where the radius changes by more than this share of the way, the edge of a disc is no longer beside its centre."""

DOT = 0.35
"""A stroke that goes no further than this share of its widest radius is a dot."""

MAX_CAP_POINTS = 64

_HALF_CIRCLES = np.concatenate(
    [np.exp(1j * (np.pi / 2 - np.pi * np.arange(1, k + 1) / (k + 1))) for k in range(MAX_CAP_POINTS + 1)]
)
"""For each k the k points between the ends of a half circle around the direction 1, from left to right."""

_ARCS = offsets_of(np.arange(MAX_CAP_POINTS + 1))
"""Where those of each k begin."""

_CIRCLES = np.concatenate([np.exp(-1j * np.pi * np.arange(1, 2 * h + 1) / h) for h in range(1, MAX_CAP_POINTS + 2)])
"""For each h from 1 on the 2 h points of a circle from direction 1 (left out) back to it, turning as outlines do."""

_CIRCLES_BEGIN = offsets_of(2 * np.arange(MAX_CAP_POINTS + 2))
"""Where those of each h begin."""


def outlines(samples: Samples, zoom: float, tolerance_px: float) -> tuple[Points, Indices]:
    """One polygon for each stroke: (m,) points, (n + 1,) offsets; arcs err by at most `tolerance_px` at this zoom."""
    samples = _dots_as_discs(samples)
    points, offsets = samples.points, samples.offsets
    firsts, lasts = offsets[:-1], offsets[1:] - 1
    counts = offsets[1:] - firsts
    sideways = samples.directions * (1j * samples.radii)

    turns = _disc_places(samples, sideways, zoom, tolerance_px)
    halves = cap_points(samples.radii[turns] * zoom, tolerance_px) + 1
    before = np.zeros(len(points) + 1, np.int64)  # points of discs on the left side before each place
    before[turns + 1] = 2 * halves
    before = before.cumsum()
    disc_points = before[offsets[1:]] - before[firsts]
    caps = cap_points(np.maximum(samples.radii[firsts], samples.radii[lasts]) * zoom, tolerance_px)

    # Each polygon is: left side with its discs, end cap, right side backwards, start cap.
    polygon_offsets = offsets_of(2 * (counts + caps) + disc_points)
    polygons = np.empty(polygon_offsets[-1], np.complex128)
    begins = polygon_offsets[:-1]
    end_caps = begins + counts + disc_points
    start_caps = end_caps + caps + counts
    places = np.arange(len(points))
    left_places = places + before[:-1] + (begins - firsts - before[firsts]).repeat(counts)
    polygons[left_places] = points + sideways
    if len(turns):
        run, turn = places_within(2 * halves), turns.repeat(2 * halves)
        disc = _CIRCLES[_CIRCLES_BEGIN[halves].repeat(2 * halves) + run]
        polygons[left_places[turn] + 1 + run] = points[turn] + sideways[turn] * disc
    polygons[(end_caps + caps + lasts).repeat(counts) - places] = points - sideways
    stroke = np.arange(len(caps)).repeat(caps)
    run = np.arange(len(stroke)) - (caps.cumsum() - caps)[stroke]
    arc = _HALF_CIRCLES[_ARCS[caps][stroke] + run] * -1j
    polygons[end_caps[stroke] + run] = points[lasts][stroke] + sideways[lasts][stroke] * arc
    polygons[start_caps[stroke] + run] = points[firsts][stroke] - sideways[firsts][stroke] * arc
    return polygons, polygon_offsets


def cap_points(radii_px: Floats, tolerance_px: float) -> Indices:
    """Points inside each half circle so that its chords stay within the tolerance."""
    half_step = np.arccos(1 - tolerance_px / np.maximum(radii_px, 1.01 * tolerance_px))
    needed = np.ceil(np.pi / (2 * half_step)) - 1
    result: Indices = np.minimum(np.maximum(needed, 1), MAX_CAP_POINTS).astype(np.int64)
    return result


def _disc_places(samples: Samples, sideways: Points, zoom: float, tolerance_px: float) -> Indices:
    """The samples where a full disc is needed: in turns tighter than the pen, and where it widens steeply.

    There the inner side runs around backwards, and that takes ink away which the disc gives back.
    """
    lengths = np.abs(samples.points[1:] - samples.points[:-1])
    widening = samples.radii[1:] - samples.radii[:-1]
    needed = (np.abs(sideways[1:] - sideways[:-1]) > lengths) | (np.abs(widening) > STEEPEST * lengths)
    needed[samples.offsets[1:-1] - 1] = False
    steps = needed.nonzero()[0]
    turns: Indices = steps + (widening[steps] >= 0)  # the wider end of each step, in ascending order
    if not len(turns):
        return turns
    stroke = samples.offsets.searchsorted(turns, side="right") - 1
    way = np.append(0, lengths.cumsum())
    pixel = np.floor((way[turns] - way[samples.offsets[stroke]]) * (zoom / DISC_SPACING_PX))
    radii = samples.radii[turns]
    other = (pixel[1:] != pixel[:-1]) | (stroke[1:] != stroke[:-1])
    other |= np.abs(radii[1:] - radii[:-1]) * zoom > tolerance_px
    chosen: Indices = turns[np.append(True, other)]
    return chosen


def _dots_as_discs(samples: Samples) -> Samples:
    """The samples with those of each dot, a stroke that stays well inside its own ink, moved to its widest.

    A pen's tap is a tangle of tiny turns; as a polygon it would have more backward loops than discs.
    """
    offsets = samples.offsets
    firsts, counts = offsets[:-1], offsets[1:] - offsets[:-1]
    near = DOT * np.maximum.reduceat(samples.radii, firsts)
    points = samples.points
    if not (np.abs(points[offsets[1:] - 1] - points[firsts]) < near).any():
        return samples
    far = np.maximum.reduceat(np.abs(points - points[firsts].repeat(counts)), firsts)
    moved, directions, radii = points.copy(), samples.directions.copy(), samples.radii.copy()
    for stroke in np.flatnonzero(far < near).tolist():
        mine = slice(offsets[stroke], offsets[stroke + 1])
        widest = offsets[stroke] + radii[mine].argmax()
        moved[mine], directions[mine], radii[mine] = points[widest], 1.0, radii[widest]
    return Samples(moved, directions, radii, offsets)
