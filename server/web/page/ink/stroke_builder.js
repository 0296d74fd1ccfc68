// A stroke while it is drawn: samples in, trail points for the others and the finished stroke out
// (ink/stroke_builder.py).

import { MAX_COORDINATE, MAX_POINTS, MAX_PRESSURE, pack, UNITS } from "../model/points.js";
import { lineOf } from "./curve.js";
import { radius, SpeedPressure } from "./pressure.js";
import { keyPoints } from "./simplify.js";
import { smooth, weights } from "./smoothing.js";

/** @import { InkPoint } from "../model/points.js" */
/**
 * A position in board units; pressure 0..1 or null where the device has none.
 * @typedef {{x: number, y: number, pressure: number | null, seconds: number}} PenSample
 */

const TOLERANCE = 0.25;
const FINEST = 1 / UNITS;
const FOR_THE_FIT = 0.8;
const FIRMER = 6;
const SPACING_PX = 1.2;
const PEN_SPACING_PX = 0.8;

export class StrokeBuilder {
  /** @param {number} width nominal diameter in board units @param {number} zoom screen pixels a board unit */
  constructor(width, zoom) {
    this._width = width;
    this._zoom = zoom;
    this._speed = new SpeedPressure();
    /** The place of the first sample, which all points are relative to. @type {{x: number, y: number} | null} */
    this.origin = null;
    /** @type {InkPoint[]} */
    this.points = [];
    /** @type {InkPoint | null} */
    this._waiting = null;
  }

  /**
   * Take a sample. One that hardly moved waits for the next, unless the pen presses firmer there.
   * @param {PenSample} sample
   */
  add(sample) {
    if (this.points.length >= MAX_POINTS) return;
    this.origin ??= { x: rounded(sample.x * UNITS) / UNITS, y: rounded(sample.y * UNITS) / UNITS };
    const x = units(sample.x - this.origin.x);
    const y = units(sample.y - this.origin.y);
    const last = this.points[this.points.length - 1] ?? [x, y, 0];
    const movedPx = (Math.hypot(x - last[0], y - last[1]) * this._zoom) / UNITS;
    const moved = x !== last[0] || y !== last[1];
    const mouse = sample.pressure === null;
    const share = sample.pressure === null ? this._speed.next(movedPx, sample.seconds) : held(sample.pressure, 0, 1);
    /** @type {InkPoint} */
    const point = [x, y, rounded(share * MAX_PRESSURE)];
    const far = moved && movedPx >= (mouse ? SPACING_PX : PEN_SPACING_PX);
    if (far || !this.points.length || (!mouse && point[2] >= last[2] + FIRMER)) {
      this.points.push(point);
      this._waiting = null;
    } else if (moved) this._waiting = point;
  }

  /** The stroke as it is kept: smoothed, and with no more points than it takes; place and box, and packed points. */
  finish() {
    if (this.origin === null) throw new Error("a stroke without samples");
    if (this._waiting) this.points.push(this._waiting);
    this._waiting = null;
    const kept = simplified(
      this.points,
      this._width,
      Math.max(FINEST, (FOR_THE_FIT * TOLERANCE) / Math.max(1, this._zoom)),
    );
    const whole = kept.filter(([x, y], i) => i === 0 || x !== kept[i - 1][0] || y !== kept[i - 1][1]);
    const left = Math.min(...whole.map(([x]) => x));
    const top = Math.min(...whole.map(([, y]) => y));
    const points = whole.map(
      ([x, y, p]) => /** @type {InkPoint} */ ([x - left, y - top, held(rounded(p), 0, MAX_PRESSURE)]),
    );
    const geometry = {
      x: this.origin.x + left / UNITS,
      y: this.origin.y + top / UNITS,
      w: Math.max(...points.map(([x]) => x)) / UNITS,
      h: Math.max(...points.map(([, y]) => y)) / UNITS,
      rotation: 0,
      parent: "",
    };
    return { geometry, points: pack(points) };
  }
}

/**
 * @param {InkPoint[]} points @param {number} width @param {number} tolerance @returns {InkPoint[]} pressures not whole
 */
function simplified(points, width, tolerance) {
  /** @type {InkPoint[]} */
  const distinct = [];
  for (const point of points) {
    const last = distinct[distinct.length - 1];
    if (last && last[0] === point[0] && last[1] === point[1]) last[2] = Math.max(last[2], point[2]);
    else distinct.push([...point]);
  }
  if (distinct.length === 1) return distinct;
  const line = lineOf(distinct.length);
  distinct.forEach(([x, y, pressure], i) => {
    line.x[i] = x / UNITS;
    line.y[i] = y / UNITS;
    line.r[i] = pressure;
  });
  const weight = weights(line.x, line.y, width);
  const x = smooth(line.x, weight).map((value) => rounded(value * UNITS));
  const y = smooth(line.y, weight).map((value) => rounded(value * UNITS));
  const presses = smooth(line.r, weight);
  line.x = x.map((value) => value / UNITS);
  line.y = y.map((value) => value / UNITS);
  line.r = presses.map((press) => radius(width, press / MAX_PRESSURE));
  const keys = keyPoints(line, tolerance, outermost(x, y));
  return keys.map((key) => [x[key], y[key], presses[key]]);
}

/**
 * The first points that reach furthest left, right, up and down: the stroke's box must stay the same.
 * @param {Float64Array} x @param {Float64Array} y
 */
function outermost(x, y) {
  const found = [0, 0, 0, 0];
  for (let i = 1; i < x.length; i++) {
    if (x[i] < x[found[0]]) found[0] = i;
    if (x[i] > x[found[1]]) found[1] = i;
    if (y[i] < y[found[2]]) found[2] = i;
    if (y[i] > y[found[3]]) found[3] = i;
  }
  return found;
}

/** @param {number} distance */
const units = (distance) => held(rounded(distance * UNITS), -MAX_COORDINATE, MAX_COORDINATE);

/** @param {number} value @param {number} low @param {number} high */
const held = (value, low, high) => Math.min(Math.max(value, low), high);

/** To the nearest whole number, halves to the even one, as Python does it. @param {number} value */
export function rounded(value) {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value) + 0;
  return below % 2 === 0 ? below : below + 1;
}
