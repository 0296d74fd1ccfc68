// Lines and curves as values: what outlines, connectors and their tips are made of (whiteboard/model/path.py).

/** @import { Point } from "./viewport.js" */

/**
 * On to the point `end`: straight, or as a cubic Bezier curve with the handles `a` and `b`.
 * @typedef {{end: Point, a?: Point, b?: Point}} Leg
 */
/**
 * One line without gaps; a closed one ends where it started.
 * @typedef {{start: Point, legs: Leg[], closed: boolean}} Path
 */

const FLATNESS = 0.1;
const MOST_CHORDS = 64;
/** The handles of a Bezier curve that is a quarter of a circle, as a share of its radius. */
export const KAPPA = (4 / 3) * (Math.SQRT2 - 1);

/** @param {Point[]} points @param {boolean} [closed] @returns {Path} */
export const straight = ([start, ...rest], closed = false) => ({ start, legs: rest.map((end) => ({ end })), closed });

/**
 * The quadratic Bezier curve with this control point.
 * @param {Point} start @param {Point} control @param {Point} end @returns {Path}
 */
export function bent(start, control, end) {
  /** @param {Point} p */
  const towards = (p) => ({ x: p.x + ((control.x - p.x) * 2) / 3, y: p.y + ((control.y - p.y) * 2) / 3 });
  return { start, legs: [{ end, a: towards(start), b: towards(end) }], closed: false };
}

/**
 * The ellipse with these half axes, from its uppermost point clockwise.
 * @param {Point} center @param {number} rx @param {number} ry @returns {Path}
 */
export function ring({ x, y }, rx, ry) {
  const [kx, ky] = [rx * KAPPA, ry * KAPPA];
  return {
    start: { x, y: y - ry },
    legs: [
      { end: { x: x + rx, y }, a: { x: x + kx, y: y - ry }, b: { x: x + rx, y: y - ky } },
      { end: { x, y: y + ry }, a: { x: x + rx, y: y + ky }, b: { x: x + kx, y: y + ry } },
      { end: { x: x - rx, y }, a: { x: x - kx, y: y + ry }, b: { x: x - rx, y: y + ky } },
      { end: { x, y: y - ry }, a: { x: x - rx, y: y - ky }, b: { x: x - kx, y: y - ry } },
    ],
    closed: true,
  };
}

/** @param {Path} path @param {(point: Point) => Point} by @returns {Path} */
export function transformed({ start, legs, closed }, by) {
  const moved = legs.map(({ end, a, b }) => (a && b ? { end: by(end), a: by(a), b: by(b) } : { end: by(end) }));
  return { start: by(start), legs: moved, closed };
}

/** @param {Path} path */
export function path2d({ start, legs, closed }) {
  const path = new Path2D();
  path.moveTo(start.x, start.y);
  for (const { end, a, b } of legs) {
    if (a && b) path.bezierCurveTo(a.x, a.y, b.x, b.y, end.x, end.y);
    else path.lineTo(end.x, end.y);
  }
  if (closed) path.closePath();
  return path;
}

/**
 * Points that straight lines lead through; of a closed path the last is the first again.
 * @param {Path} path @returns {Point[]}
 */
export function flattened({ start, legs, closed }) {
  const points = [start];
  for (const { end, a, b } of legs) {
    if (a && b) points.push(...chords(points[points.length - 1], a, b, end));
    else points.push(end);
  }
  const last = points[points.length - 1];
  if (closed && (last.x !== start.x || last.y !== start.y)) points.push(start);
  return points;
}

/** @param {Point} start @param {Point} a @param {Point} b @param {Point} end */
function chords(start, a, b, end) {
  const bend = Math.max(
    Math.hypot(start.x - 2 * a.x + b.x, start.y - 2 * a.y + b.y),
    Math.hypot(a.x - 2 * b.x + end.x, a.y - 2 * b.y + end.y),
  );
  const count = Math.min(MOST_CHORDS, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / FLATNESS))));
  const points = [];
  for (let i = 1; i < count; i++) {
    const t = i / count;
    const u = 1 - t;
    const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push({ x: p * start.x + q * a.x + r * b.x + s * end.x, y: p * start.y + q * a.y + r * b.y + s * end.y });
  }
  return [...points, end];
}

/** @param {Point[]} line */
export const lengthOf = (line) =>
  line.reduce((sum, point, i) => (i ? sum + Math.hypot(point.x - line[i - 1].x, point.y - line[i - 1].y) : 0), 0);

/**
 * Whether the point lies within the closed line through these points, by the rule of non-zero winding.
 * @param {Point[]} line @param {Point} at
 */
export function encloses(line, at) {
  let turns = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const [p, q] = [line[i], line[i + 1]];
    if (p.y > at.y === q.y > at.y) continue;
    if (at.x < p.x + ((at.y - p.y) / (q.y - p.y)) * (q.x - p.x)) turns += q.y > p.y ? 1 : -1;
  }
  return turns !== 0;
}
