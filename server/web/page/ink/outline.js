// The edge of the ink: one polygon around everything that a round pen of changing radius covers (ink/outline.py).
//
// A left and a right offset curve, round caps, and where an offset runs backwards a full disc, spliced into the left
// side. To be filled with the non-zero rule: a transparent stroke never darkens where it crosses itself.

/** @import { Samples } from "./curve.js" */

const DISC_SPACING = 0.7;
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
  const turns = discPlaces({ x, y, ux, uy, r });
  let widest = 0;
  for (const turn of turns) widest = Math.max(widest, r[turn]);
  const half = turns.length ? capPoints(widest * zoom, tolerancePx) + 1 : 0;
  const caps = capPoints(Math.max(r[0], r[last]) * zoom, tolerancePx);
  const polygon = new Float64Array(2 * (2 * (n + caps) + turns.length * 2 * half));
  let k = 0;
  let nextTurn = 0;
  for (let i = 0; i < n; i++) {
    const sx = -uy[i] * r[i];
    const sy = ux[i] * r[i];
    polygon[k++] = x[i] + sx;
    polygon[k++] = y[i] + sy;
    if (turns[nextTurn] !== i) continue;
    nextTurn++;
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
 * The samples where a full disc is needed: in turns tighter than the pen, and where it widens steeply. Of neighbours
 * nearer together than DISC_SPACING, the widest.
 * @param {Samples} samples @returns {number[]}
 */
function discPlaces({ x, y, ux, uy, r }) {
  /** @type {number[]} */
  const chosen = [];
  let way = 0;
  let group = { step: -2, slot: NaN, turn: -1 };
  for (let i = 0; i < x.length - 1; i++) {
    const tx = x[i + 1] - x[i];
    const ty = y[i + 1] - y[i];
    const length = Math.hypot(tx, ty);
    way += length;
    // how the two offset curves move along this step, against the travel of the centre
    const ox = uy[i] * r[i] - uy[i + 1] * r[i + 1];
    const oy = ux[i + 1] * r[i + 1] - ux[i] * r[i];
    const leftAgainst = (tx + ox) * tx + (ty + oy) * ty < 0;
    const rightAgainst = (tx - ox) * tx + (ty - oy) * ty < 0;
    const widening = r[i + 1] - r[i];
    if (!leftAgainst && !rightAgainst && Math.abs(widening) <= STEEPEST * length) continue;
    const turn = widening >= 0 ? i + 1 : i;
    const slot = Math.floor(way / Math.max(DISC_SPACING * r[turn], 0.02));
    if (slot !== group.slot || i !== group.step + 1) {
      if (group.turn >= 0) chosen.push(group.turn);
      group = { step: i, slot, turn };
    } else group = { step: i, slot, turn: r[turn] >= r[group.turn] ? turn : group.turn };
  }
  if (group.turn >= 0) chosen.push(group.turn);
  return [...new Set(chosen)].sort((a, b) => a - b);
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
