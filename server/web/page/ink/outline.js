// The edge of the ink: one polygon around everything that a round pen of changing radius covers (ink/outline.py).
//
// A left and a right offset curve, round caps, and where an offset runs backwards a full disc, spliced into the left
// side. To be filled with the non-zero rule: a transparent stroke never darkens where it crosses itself.

/** @import { Samples } from "./curve.js" */

/** Discs of one turn are no nearer together than this along the way, unless one of them is wider. */
const DISC_SPACING_PX = 0.97;
const STEEPEST = 0.5;
const DOT = 0.35;
const MAX_CAP_POINTS = 64;

/**
 * The polygon of a stroke: x and y in turn, board units. Arcs err by at most `tolerancePx` at this zoom.
 * @param {Samples} samples @param {number} zoom @param {number} tolerancePx @returns {Float64Array}
 */
export function outline(samples, zoom, tolerancePx) {
  const { x, y, ux, uy, r } = dotAsDisc(samples);
  const n = x.length;
  const last = n - 1;
  const turns = discPlaces({ x, y, ux, uy, r }, zoom, tolerancePx);
  const halves = turns.map((turn) => capPoints(r[turn] * zoom, tolerancePx) + 1);
  const onDiscs = halves.reduce((sum, half) => sum + 2 * half, 0);
  const caps = capPoints(Math.max(r[0], r[last]) * zoom, tolerancePx);
  const polygon = new Float64Array(2 * (2 * (n + caps) + onDiscs));
  let k = 0;
  let nextTurn = 0;
  for (let i = 0; i < n; i++) {
    const sx = -uy[i] * r[i];
    const sy = ux[i] * r[i];
    polygon[k++] = x[i] + sx;
    polygon[k++] = y[i] + sy;
    if (turns[nextTurn] !== i) continue;
    const half = halves[nextTurn++];
    for (let j = 1; j <= 2 * half; j++) {
      const angle = (-Math.PI * j) / half;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      polygon[k++] = x[i] + sx * c - sy * s;
      polygon[k++] = y[i] + sx * s + sy * c;
    }
  }
  k = cap(polygon, k, x[last], y[last], ux[last] * r[last], uy[last] * r[last], caps);
  for (let i = last; i >= 0; i--) {
    polygon[k++] = x[i] + uy[i] * r[i];
    polygon[k++] = y[i] - ux[i] * r[i];
  }
  cap(polygon, k, x[0], y[0], -ux[0] * r[0], -uy[0] * r[0], caps);
  return polygon;
}

/**
 * Half a circle around `ahead`, without its ends.
 * @param {Float64Array} polygon @param {number} k @param {number} x @param {number} y @param {number} ax
 * @param {number} ay
 * @param {number} size
 */
function cap(polygon, k, x, y, ax, ay, size) {
  for (let j = 1; j <= size; j++) {
    const angle = Math.PI / 2 - (Math.PI * j) / (size + 1);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    polygon[k++] = x + ax * c - ay * s;
    polygon[k++] = y + ax * s + ay * c;
  }
  return k;
}

/**
 * Points inside a half circle so that its chords stay within the tolerance.
 * @param {number} radiusPx @param {number} tolerancePx
 */
export function capPoints(radiusPx, tolerancePx) {
  const halfStep = Math.acos(1 - tolerancePx / Math.max(radiusPx, 1.01 * tolerancePx));
  return Math.min(Math.max(Math.ceil(Math.PI / (2 * halfStep)) - 1, 1), MAX_CAP_POINTS);
}

/**
 * The samples where a full disc is needed: in turns tighter than the pen, and where it widens steeply. There the inner
 * side runs around backwards, and that takes ink away which the disc gives back.
 * @param {Samples} samples @param {number} zoom @param {number} tolerancePx @returns {number[]} in ascending order
 */
function discPlaces({ x, y, ux, uy, r }, zoom, tolerancePx) {
  /** @type {number[]} */
  const chosen = [];
  let way = 0;
  let before = { pixel: NaN, radius: NaN };
  for (let i = 0; i < x.length - 1; i++) {
    const length = Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
    const start = way;
    way += length;
    const sideways = Math.hypot(uy[i + 1] * r[i + 1] - uy[i] * r[i], ux[i + 1] * r[i + 1] - ux[i] * r[i]);
    const widening = r[i + 1] - r[i];
    if (sideways <= length && Math.abs(widening) <= STEEPEST * length) continue;
    const turn = widening >= 0 ? i + 1 : i;
    const pixel = Math.floor((turn === i ? start : way) * (zoom / DISC_SPACING_PX));
    const same = pixel === before.pixel && Math.abs(r[turn] - before.radius) * zoom <= tolerancePx;
    if (!same) chosen.push(turn);
    before = { pixel, radius: r[turn] };
  }
  return chosen;
}

/**
 * The samples, moved to the widest if the stroke stays well inside its own ink.
 * @param {Samples} samples @returns {Samples}
 */
function dotAsDisc(samples) {
  const { x, y, r } = samples;
  let widest = 0;
  for (let i = 1; i < r.length; i++) if (r[i] > r[widest]) widest = i;
  const near = DOT * r[widest];
  for (let i = x.length - 1; i > 0; i--) if (!(Math.hypot(x[i] - x[0], y[i] - y[0]) < near)) return samples;
  return {
    x: x.map(() => x[widest]),
    y: y.map(() => y[widest]),
    ux: x.map(() => 1),
    uy: x.map(() => 0),
    r: r.map(() => r[widest]),
  };
}
