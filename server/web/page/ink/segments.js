// How far segments and points are from one another.

/** @import { Point } from "../render/viewport.js" */

/**
 * The distance from the segment a to b to the line through these points.
 * @param {Point[]} line @param {Point} a @param {Point} b
 */
export function distanceToLine(line, a, b) {
  let nearest = Infinity;
  for (let i = 0; i + 1 < line.length; i++) nearest = Math.min(nearest, segmentDistance(a, b, line[i], line[i + 1]));
  return nearest;
}

/** Distance between two segments. @param {Point} a @param {Point} b @param {Point} p @param {Point} q */
export function segmentDistance(a, b, p, q) {
  if (cross(a, b, p) * cross(a, b, q) < 0 && cross(p, q, a) * cross(p, q, b) < 0) return 0;
  return Math.min(toSegment(a, p, q), toSegment(b, p, q), toSegment(p, a, b), toSegment(q, a, b));
}

/** @param {Point} a @param {Point} b @param {Point} p */
const cross = (a, b, p) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

/** Distance from a point to the segment a to b. @param {Point} p @param {Point} a @param {Point} b */
function toSegment(p, a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / Math.max(dx * dx + dy * dy, 1e-12);
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}
