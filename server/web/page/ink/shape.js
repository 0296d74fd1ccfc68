// From the points of a stroke to the polygon of its ink, and what of it an eraser touches (ink/shape.py, ink/hit.py).

import { BadPoints, MAX_PRESSURE, UNITS, unpack } from "../model/points.js";
import { chosen, distinct, heldInBox, lineOf, sampled, SHORTEST, through } from "./curve.js";
import { outline } from "./outline.js";
import { radius, TIP, TIP_LENGTH, TIP_SHARE, tipFactor } from "./pressure.js";
import { segmentDistance } from "./segments.js";
import { worthKeeping } from "./simplify.js";

/** @import { Style } from "../model/element.js" */
/** @import { InkPoint } from "../model/points.js" */
/** @import { Line, Samples } from "./curve.js" */

/** Accepted error of the ink's edge on the screen, in device pixels. */
export const TOLERANCE_PX = 0.12;
const TIP_SAMPLES = [0.12, 0.3, 0.6, 1];
const SMALL_PICTURE = 0.5;
const HIT_TOLERANCE = 0.3;
/** Inks as wide as their style says, however firmly one presses. */
export const EVEN_INKS = new Set(["highlighter", "marker", "laser"]);

/**
 * The centre line of a stroke in board units from its origin; bytes that are none are a dot.
 * @param {string} packed @param {Style} style
 */
export function lineFrom(packed, style) {
  const points = pointsOf(packed);
  const line = lineOf(points.length);
  points.forEach(([x, y, pressure], i) => {
    line.x[i] = x / UNITS;
    line.y[i] = y / UNITS;
    line.r[i] = EVEN_INKS.has(style.ink) ? style.width / 2 : radius(style.width, pressure / MAX_PRESSURE);
  });
  return line;
}

/** @param {string} packed @returns {InkPoint[]} at least one */
function pointsOf(packed) {
  try {
    const points = unpack(packed);
    return points.length ? points : [[0, 0, 0]];
  } catch (error) {
    if (error instanceof BadPoints) return [[0, 0, 0]];
    throw error;
  }
}

/** @param {Line} line @param {number} zoom */
function curveOf(line, zoom) {
  let points = distinct(line);
  if (zoom < SMALL_PICTURE) points = chosen(points, worthKeeping(points, TOLERANCE_PX / zoom));
  return heldInBox(through(points));
}

/**
 * The polygon of a stroke, right for pictures at up to this zoom (device pixels a board unit).
 * @param {string} packed @param {Style} style @param {number} zoom
 * @returns {Float64Array} x and y in turn, from its origin
 */
export function ink(packed, style, zoom) {
  const samples = sampled(curveOf(lineFrom(packed, style), zoom), zoom, TOLERANCE_PX);
  return outline(withTips(samples, style.width, !EVEN_INKS.has(style.ink)), zoom, TOLERANCE_PX);
}

/**
 * The samples with radii that run out at both ends; dots stay round. `before` and `after` are the lengths of the stroke
 * that lie outside of these samples.
 * @param {Samples} samples @param {number} width @param {boolean} tapered @param {number} [before]
 * @param {number} [after]
 * @returns {Samples}
 */
export function withTips(samples, width, tapered, before = 0, after = 0) {
  if (!tapered) return samples;
  const way = wayAlong(samples);
  const [begin, end] = [-before, way[way.length - 1] + after];
  const length = end - begin;
  const reach = Math.min(TIP_LENGTH * width, TIP_SHARE * length);
  const tip = 1 - (1 - TIP) * Math.min(length / (2 * width), 1);
  const marks = [
    ...TIP_SAMPLES.map((share) => begin + reach * share),
    ...[...TIP_SAMPLES].reverse().map((share) => end - reach * share),
  ];
  const more = withSamplesAt(samples, way, marks);
  for (let i = 0; i < more.way.length; i++)
    more.samples.r[i] *= tipFactor(Math.min(more.way[i] - begin, end - more.way[i]), reach, tip);
  return more.samples;
}

/** @param {Samples} samples @returns {Float64Array} the length up to each */
function wayAlong({ x, y }) {
  const way = new Float64Array(x.length);
  for (let i = 1; i < x.length; i++) way[i] = way[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
  return way;
}

/**
 * @param {Samples} samples @param {Float64Array} way @param {number[]} marks ascending
 * @returns {{samples: Samples, way: number[]}}
 */
function withSamplesAt(samples, way, marks) {
  const last = way[way.length - 1];
  const inside = marks.filter((mark) => mark > SHORTEST && mark < last - SHORTEST);
  /** @type {Record<"x" | "y" | "ux" | "uy" | "r", number[]>} */
  const out = { x: [], y: [], ux: [], uy: [], r: [] };
  /** @type {number[]} */
  const ways = [];
  let next = 0;
  for (let i = 0; i < way.length; i++) {
    for (; next < inside.length && inside[next] <= way[i]; next++) {
      const share = (inside[next] - way[i - 1]) / Math.max(way[i] - way[i - 1], 1e-9);
      /** @param {Float64Array} values */
      const between = (values) => values[i - 1] + share * (values[i] - values[i - 1]);
      const [ux, uy] = [between(samples.ux), between(samples.uy)];
      const length = Math.hypot(ux, uy);
      out.x.push(between(samples.x));
      out.y.push(between(samples.y));
      out.ux.push(length < 1e-9 ? 1 : ux / length);
      out.uy.push(length < 1e-9 ? 0 : uy / length);
      out.r.push(between(samples.r));
      ways.push(between(way));
    }
    out.x.push(samples.x[i]);
    out.y.push(samples.y[i]);
    out.ux.push(samples.ux[i]);
    out.uy.push(samples.uy[i]);
    out.r.push(samples.r[i]);
    ways.push(way[i]);
  }
  const { x, y, ux, uy, r } = out;
  return {
    samples: {
      x: Float64Array.from(x),
      y: Float64Array.from(y),
      ux: Float64Array.from(ux),
      uy: Float64Array.from(uy),
      r: Float64Array.from(r),
    },
    way: ways,
  };
}

/**
 * Distance in board units from the segment a to b to the ink of a stroke, 0 inside; places are relative to its origin.
 * @param {Line} line @param {{x: number, y: number}} a @param {{x: number, y: number}} b
 */
export function distanceTo(line, a, b) {
  const { x, y, r } = sampled(curveOf(line, 1), 1, HIT_TOLERANCE);
  let nearest = Infinity;
  for (let i = 0; i + 1 < x.length; i++) {
    const wide = Math.max(r[i], r[i + 1]);
    const p = { x: x[i], y: y[i] };
    const q = { x: x[i + 1], y: y[i + 1] };
    nearest = Math.min(nearest, segmentDistance(a, b, p, q) - wide);
    if (nearest <= 0) return 0;
  }
  return nearest;
}
