// The polygons of strokes that are still being drawn, in parts, as the finished strokes will look (ink/wet.py).
//
// A part that enough samples follow is final: it is made once, so a frame costs the same however long the stroke is.

import { MAX_PRESSURE, UNITS } from "../model/points.js";
import { lineOf, sampled, through } from "./curve.js";
import { outline } from "./outline.js";
import { radius, TIP_LENGTH, TIP_SHARE } from "./pressure.js";
import { EVEN_INKS, TOLERANCE_PX, withTips } from "./shape.js";
import { REACH, smooth, weights } from "./smoothing.js";

/** @import { Style } from "../model/element.js" */
/** @import { InkPoint } from "../model/points.js" */

const NEIGHBOURS = REACH + 1;
const CHUNK = 12;

export class WetStroke {
  /** @param {Style} style @param {number} x @param {number} y its origin in board units */
  constructor(style, x, y) {
    this.style = style;
    this.x = x;
    this.y = y;
    this._known = 0;
    this._frozen = 0;
    /** @type {{x: number, y: number, pressure: number, way: number}[]} */
    this._samples = [];
  }

  get tints() {
    return this.style.ink === "highlighter";
  }

  /**
   * Take the points after those known; one at the same place as the last only presses it firmer.
   * @param {number} start @param {InkPoint[]} points
   */
  extend(start, points) {
    const fresh = start <= this._known ? points.slice(this._known - start) : [];
    this._known += fresh.length;
    for (const [px, py, press] of fresh) {
      const [x, y, pressure] = [px / UNITS, py / UNITS, press / MAX_PRESSURE];
      const last = this._samples[this._samples.length - 1];
      if (last && last.x === x && last.y === y) last.pressure = Math.max(last.pressure, pressure);
      else this._samples.push({ x, y, pressure, way: last ? last.way + Math.hypot(x - last.x, y - last.y) : 0 });
    }
  }

  /** Nothing of it was made at this zoom yet. */
  beginAnew() {
    this._frozen = 0;
  }

  /**
   * The polygons that are new: parts that will not change any more, and the live end, which replaces the one before.
   * @param {number} zoom device pixels a board unit @returns {{final: Float64Array | null, live: Float64Array | null}}
   */
  parts(zoom) {
    if (!this._samples.length) return { final: null, live: null };
    let final = null;
    const whole = this.tints || this.style.opacity < 1; // seen through: must stay one polygon
    const until = whole ? -1 : finalUntil(this._samples, this.style.width);
    if (until - this._frozen >= CHUNK) {
      final = this._part(this._frozen, until, true, zoom);
      this._frozen = until;
    }
    return { final, live: this._part(this._frozen, this._samples.length - 1, false, zoom) };
  }

  /** @param {number} first @param {number} last both included @param {boolean} final @param {number} zoom */
  _part(first, last, final, zoom) {
    const begin = Math.max(0, first - NEIGHBOURS);
    const all = this._samples;
    let span = all.slice(begin, last + 1 + NEIGHBOURS);
    if (span.length === 1) span = [span[0], span[0]];
    const { x, y, r } = lineOf(span.length);
    span.forEach((sample, i) => {
      x[i] = sample.x;
      y[i] = sample.y;
      r[i] = sample.pressure;
    });
    const { width, ink } = this.style;
    const even = EVEN_INKS.has(ink);
    const weight = weights(x, y, width);
    const radii = smooth(r, weight).map((pressure) => (even ? width / 2 : radius(width, pressure)));
    const curve = through({ x: smooth(x, weight), y: smooth(y, weight), r: radii });
    const from = first - begin;
    const samples = sampled(curve, zoom, TOLERANCE_PX, from, from + Math.max(last - first, 1));
    const after = final ? Infinity : all[all.length - 1].way - all[last].way;
    return outline(withTips(samples, width, !even, all[first].way, after), zoom, TOLERANCE_PX);
  }
}

/**
 * The last sample whose picture will not change any more, or -1.
 * @param {{way: number}[]} samples @param {number} width
 */
function finalUntil(samples, width) {
  const length = samples[samples.length - 1].way;
  if (length < (2 * TIP_LENGTH * width) / TIP_SHARE) return -1;
  let clear = samples.length;
  while (clear > 0 && samples[clear - 1].way >= length - 2 * TIP_LENGTH * width) clear--;
  return Math.min(samples.length - 1 - NEIGHBOURS, clear);
}
