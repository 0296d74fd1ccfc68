// The `points` of a stroke: pen samples packed into few bytes (whiteboard/model/points.py), base64 as on the wire.

/**
 * x and y in 1/16 board unit from the stroke's origin, pressure 0..255.
 * @typedef {[number, number, number]} InkPoint
 */

export const UNITS = 16;
export const MAX_PRESSURE = 255;
export const MAX_POINTS = 20000;
export const MAX_COORDINATE = 1 << 24;
const MAX_SHIFT = 28;

/** The bytes are not packed points, or a value is out of range. */
export class BadPoints extends Error {}

/** @param {InkPoint[]} points @returns {string} */
export function pack(points) {
  if (points.length > MAX_POINTS) throw new BadPoints("too many points");
  /** @type {number[]} */
  const bytes = [];
  let last = /** @type {InkPoint} */ ([0, 0, 0]);
  for (const point of points) {
    check(point);
    for (let i = 0; i < 3; i++) {
      const delta = point[i] - last[i];
      let rest = delta >= 0 ? 2 * delta : -2 * delta - 1;
      for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
      bytes.push(rest);
    }
    last = point;
  }
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.slice(i, i + 8192));
  return btoa(text);
}

/** @param {string} base64 @returns {InkPoint[]} */
export function unpack(base64) {
  let text;
  try {
    text = atob(base64);
  } catch {
    throw new BadPoints("not base64");
  }
  /** @type {number[]} */
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i);
    value += (byte & 127) * 2 ** shift;
    if (byte & 128) {
      shift += 7;
      if (shift > MAX_SHIFT) throw new BadPoints("a number is longer than five bytes");
      continue;
    }
    numbers.push(value % 2 ? -(value + 1) / 2 : value / 2);
    value = shift = 0;
  }
  if (shift) throw new BadPoints("the last number is cut off");
  if (numbers.length % 3) throw new BadPoints("the last point is incomplete");
  const points = absolute(numbers, [0, 0, 0]);
  if (points.length > MAX_POINTS) throw new BadPoints("too many points");
  points.forEach(check);
  return points;
}

/**
 * The points whose differences these numbers are.
 * @param {number[]} deltas three a point @param {InkPoint} last the point before the first @returns {InkPoint[]}
 */
export function absolute(deltas, last) {
  /** @type {InkPoint[]} */
  const points = [];
  let [x, y, pressure] = last;
  for (let i = 0; i + 2 < deltas.length; i += 3) {
    x += deltas[i];
    y += deltas[i + 1];
    pressure += deltas[i + 2];
    points.push([x, y, pressure]);
  }
  return points;
}

/** @param {InkPoint} point */
function check([x, y, pressure]) {
  if (Math.abs(x) > MAX_COORDINATE || Math.abs(y) > MAX_COORDINATE) throw new BadPoints("a point is too far out");
  if (pressure < 0 || pressure > MAX_PRESSURE) throw new BadPoints("a pressure is out of range");
}
