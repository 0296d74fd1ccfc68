// Fewer points for the same stroke: once at pen-up for the wire, and again for small pictures (ink/simplify.py).

import { chosen, through, value } from "./curve.js";

/** @import { Line } from "./curve.js" */

const LOOKS = 8;
const REACH = 2;
const ROUNDS = 24;

/**
 * Which points are enough: the curve through them stays within `tolerance` board units of all others, in place and
 * radius. `needed` are kept in any case, as both ends are.
 * @param {Line} line @param {number} tolerance @param {number[]} needed @returns {number[]} ascending
 */
export function keyPoints(line, tolerance, needed) {
  const total = line.x.length;
  const isKey = new Uint8Array(total);
  isKey[0] = isKey[total - 1] = 1;
  needed.forEach((place) => (isKey[place] = 1));
  let keys = indices(isKey);
  let added = keys;
  const off = new Float64Array(total);
  for (let round = 0; round < ROUNDS; round++) {
    const changed = new Uint8Array(keys.length - 1);
    for (const key of added) {
      const at = keys.indexOf(key);
      for (let near = -REACH; near < REACH; near++) changed[Math.min(Math.max(at + near, 0), keys.length - 2)] = 1;
    }
    const curve = through(chosen(line, keys));
    added = [];
    for (let segment = 0; segment < keys.length - 1; segment++) {
      const [begin, end] = [keys[segment], keys[segment + 1]];
      if (changed[segment]) measure(line, curve, segment, begin, end, off);
      let worst = begin;
      for (let i = begin + 1; i < end; i++) if (off[i] > off[worst]) worst = i;
      if (off[worst] > tolerance) added.push(worst);
    }
    if (!added.length) break;
    added.forEach((place) => (isKey[place] = 1));
    keys = indices(isKey);
  }
  return keys;
}

/**
 * How far the points between two keys, or their radii, are from the curve between them.
 * @param {Line} line @param {import("./curve.js").Cubics} curve @param {number} segment
 * @param {number} begin @param {number} end @param {Float64Array} off is written
 */
function measure(line, curve, segment, begin, end, off) {
  const x = [];
  const y = [];
  const r = [];
  for (let j = 0; j <= LOOKS; j++) {
    x.push(value(curve.x, segment, j / LOOKS));
    y.push(value(curve.y, segment, j / LOOKS));
    r.push(value(curve.r, segment, j / LOOKS));
  }
  off[begin] = 0;
  for (let i = begin + 1; i < end; i++) {
    let nearest = Infinity;
    let width = 0;
    for (let j = 0; j < LOOKS; j++) {
      const dx = x[j + 1] - x[j];
      const dy = y[j + 1] - y[j];
      const px = line.x[i] - x[j];
      const py = line.y[i] - y[j];
      const along = Math.min(Math.max((px * dx + py * dy) / Math.max(dx * dx + dy * dy, 1e-12), 0), 1);
      const distance = Math.hypot(px - along * dx, py - along * dy);
      if (distance >= nearest) continue;
      nearest = distance;
      width = r[j] * (1 - along) + r[j + 1] * along;
    }
    off[i] = Math.max(nearest, Math.abs(width - line.r[i]));
  }
}

/** @param {Uint8Array} mask @returns {number[]} */
function indices(mask) {
  const result = [];
  for (let i = 0; i < mask.length; i++) if (mask[i]) result.push(i);
  return result;
}

/**
 * Which points matter when errors of `tolerance` board units do not; both ends are kept. A dyadic tree: point j (an odd
 * multiple of m) is judged against the chord from j - m to j + m, and stays as well when a descendant does.
 * @param {Line} line @param {number} tolerance @returns {number[]}
 */
export function worthKeeping({ x, y, r }, tolerance) {
  const last = x.length - 1;
  const error = new Float64Array(x.length);
  for (let step = 1; step < x.length; step *= 2)
    for (let here = step; here <= last; here += 2 * step) {
      const before = here - step;
      const after = Math.min(here + step, last);
      const cx = x[after] - x[before];
      const cy = y[after] - y[before];
      const px = x[here] - x[before];
      const py = y[here] - y[before];
      const along = Math.min(Math.max((px * cx + py * cy) / Math.max(cx * cx + cy * cy, 1e-12), 0), 1);
      const wide = r[before] + along * (r[after] - r[before]);
      let off = Math.max(Math.hypot(px - along * cx, py - along * cy), Math.abs(r[here] - wide));
      if (step > 1) off = Math.max(off, error[here - step / 2], error[Math.min(here + step / 2, last)]);
      error[here] = off;
    }
  const kept = [];
  for (let i = 0; i <= last; i++) if (error[i] > tolerance || i === 0 || i === last) kept.push(i);
  return kept;
}
