// The smooth curve through a stroke's points: Catmull-Rom segments, sampled as finely as the screen shows.
//
// One stroke at a time, with the same arithmetic as whiteboard/ink/curve.py, so that pictures are equal.

/**
 * A centre line: `n` points in board units and the radius of the ink at each.
 * @typedef {{x: Float64Array, y: Float64Array, r: Float64Array}} Line
 */
/**
 * Bezier segments: for each of x, y and radius four arrays of control values, one entry a segment.
 * @typedef {{n: number, x: Float64Array[], y: Float64Array[], r: Float64Array[]}} Cubics
 */
/**
 * Points along a curve with the unit direction of travel and the radius.
 * @typedef {{x: Float64Array, y: Float64Array, ux: Float64Array, uy: Float64Array, r: Float64Array}} Samples
 */

/** Points nearer than this to the one before, in board units, are one point. */
export const SHORTEST = 1e-3;
const MAX_SAMPLES = 64;

/** @param {number} n @returns {Line} */
export const lineOf = (n) => ({ x: new Float64Array(n), y: new Float64Array(n), r: new Float64Array(n) });

/** The line at these places. @param {Line} line @param {number[]} places @returns {Line} */
export function chosen(line, places) {
  const result = lineOf(places.length);
  places.forEach((place, i) => {
    result.x[i] = line.x[place];
    result.y[i] = line.y[place];
    result.r[i] = line.r[place];
  });
  return result;
}

/** A line without repeated points (the widest radius stays); one of one point gets it twice. @param {Line} line */
export function distinct(line) {
  /** @type {number[]} */
  const places = [];
  /** @type {number[]} */
  const widest = [];
  for (let i = 0; i < line.x.length; i++) {
    const moved = i === 0 || Math.hypot(line.x[i] - line.x[i - 1], line.y[i] - line.y[i - 1]) > SHORTEST;
    if (moved) {
      places.push(i);
      widest.push(line.r[i]);
    } else widest[widest.length - 1] = Math.max(widest[widest.length - 1], line.r[i]);
  }
  if (places.length === 1) {
    places.push(places[0]);
    widest.push(widest[0]);
  }
  const result = chosen(line, places);
  result.r.set(widest);
  return result;
}

/** The curve through the points of a line, which must be `distinct`. @param {Line} line @returns {Cubics} */
export function through({ x, y, r }) {
  const n = x.length - 1;
  const knots = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const root = Math.sqrt(Math.max(Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]), 1e-9));
    knots[i] = root * Math.sqrt(root); // to the power 3/4: halfway from centripetal to chordal
  }
  const radii = controls(r, knots);
  for (let i = 0; i < n; i++) {
    const low = Math.min(r[i], r[i + 1]);
    const high = Math.max(r[i], r[i + 1]);
    radii[1][i] = Math.min(Math.max(radii[1][i], low), high);
    radii[2][i] = Math.min(Math.max(radii[2][i], low), high);
  }
  return { n, x: controls(x, knots), y: controls(y, knots), r: radii };
}

/** @param {Float64Array} values @param {Float64Array} knots @returns {Float64Array[]} */
function controls(values, knots) {
  const n = knots.length;
  const speed = velocities(values, knots);
  const leaves = new Float64Array(n);
  const arrives = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    leaves[i] = values[i] + (speed[i] * knots[i]) / 3;
    arrives[i] = values[i + 1] - (speed[i + 1] * knots[i]) / 3;
  }
  return [values.slice(0, n), leaves, arrives, values.slice(1)];
}

/**
 * Derivatives at every point: Catmull-Rom inside, parabolic at both ends.
 * @param {Float64Array} values @param {Float64Array} knots
 */
function velocities(values, knots) {
  const n = knots.length;
  const result = new Float64Array(n + 1);
  /** @param {number} i */
  const chord = (i) => values[i + 1] - values[i];
  /** @param {number} i */
  const rate = (i) => chord(i) / knots[i];
  for (let i = 1; i < n; i++) result[i] = rate(i - 1) + rate(i) - (chord(i - 1) + chord(i)) / (knots[i - 1] + knots[i]);
  result[0] = n === 1 ? rate(0) : 2 * rate(0) - result[1];
  result[n] = n === 1 ? rate(0) : 2 * rate(n - 1) - result[n - 1];
  return result;
}

/**
 * The curve without what swings out of the box around its points, which is the box that others know.
 * @param {Cubics} curve
 */
export function heldInBox(curve) {
  for (const [starts, leaves, arrives, stops] of [curve.x, curve.y]) {
    let low = Infinity;
    let high = -Infinity;
    for (const ends of [starts, stops])
      for (const value of ends) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    for (const side of [leaves, arrives])
      for (let i = 0; i < side.length; i++) side[i] = Math.min(Math.max(side[i], low), high);
  }
  return curve;
}

/**
 * Points along the segments from `first` to `last` (left out), so close that chords err by at most about `tolerancePx`.
 * @param {Cubics} curve @param {number} zoom @param {number} tolerancePx @param {number} [first] @param {number} [last]
 * @returns {Samples}
 */
export function sampled(curve, zoom, tolerancePx, first = 0, last = curve.n) {
  const counts = [];
  let total = 1;
  for (let i = first; i < last; i++) {
    counts.push(stepsOf(curve, i, zoom / tolerancePx));
    total += counts[counts.length - 1];
  }
  const { x, y, r } = lineOf(total);
  const ux = new Float64Array(total);
  const uy = new Float64Array(total);
  let k = 0;
  for (let i = first; i < last; i++) {
    const steps = counts[i - first];
    for (let j = 0; j < steps + (i === last - 1 ? 1 : 0); j++, k++) {
      const t = j / steps;
      x[k] = value(curve.x, i, t);
      y[k] = value(curve.y, i, t);
      r[k] = value(curve.r, i, t);
      const dx = slope(curve.x, i, t);
      const dy = slope(curve.y, i, t);
      const length = Math.hypot(dx, dy);
      ux[k] = length < 1e-9 ? 1 : dx / length;
      uy[k] = length < 1e-9 ? 0 : dy / length;
    }
  }
  return { x, y, ux, uy, r };
}

/**
 * How many chords a segment needs: Wang's bound on a cubic's second difference, plus what a turning edge at the pen's
 * radius needs.
 * @param {Cubics} curve @param {number} i @param {number} fineness
 */
function stepsOf({ x, y, r }, i, fineness) {
  const ax = x[1][i] - x[0][i];
  const ay = y[1][i] - y[0][i];
  const bx = x[2][i] - x[1][i];
  const by = y[2][i] - y[1][i];
  const cx = x[3][i] - x[2][i];
  const cy = y[3][i] - y[2][i];
  const bend = Math.max(Math.hypot(bx - ax, by - ay), Math.hypot(cx - bx, cy - by));
  const turn =
    Math.abs(Math.atan2(by * ax - bx * ay, bx * ax + by * ay)) +
    Math.abs(Math.atan2(cy * bx - cx * by, cx * bx + cy * by));
  const needed = Math.sqrt((0.75 * bend + 0.125 * r[0][i] * turn * turn) * fineness);
  return Math.min(Math.max(Math.ceil(needed), 1), MAX_SAMPLES);
}

/** The cubic's value. @param {Float64Array[]} c @param {number} i @param {number} t */
export function value(c, i, t) {
  const linear = 3 * (c[1][i] - c[0][i]);
  const square = 3 * (c[0][i] - 2 * c[1][i] + c[2][i]);
  const cube = c[3][i] - c[0][i] - linear - square;
  return ((cube * t + square) * t + linear) * t + c[0][i];
}

/** Its derivative. @param {Float64Array[]} c @param {number} i @param {number} t */
function slope(c, i, t) {
  const linear = 3 * (c[1][i] - c[0][i]);
  const square = 3 * (c[0][i] - 2 * c[1][i] + c[2][i]);
  const cube = c[3][i] - c[0][i] - linear - square;
  return (3 * cube * t + 2 * square) * t + linear;
}
