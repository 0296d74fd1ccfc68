// Boxes around elements and between places.

/** @import { Element } from "../model/element.js" */
/** @import { Rect } from "./viewport.js" */

/** More boxes than this are painted as one. */
const MANY_BOXES = 12;

/** @param {Rect} a @param {Rect} b */
export const meet = (a, b) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

/** @param {Rect} box @param {number} by */
export const grown = ({ left, top, right, bottom }, by) => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** @param {Rect} a @param {Rect} b @returns {Rect} */
export const united = (a, b) => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** @param {{x: number, y: number}[]} points @returns {Rect} */
export const around = (points) => ({
  left: Math.min(...points.map(({ x }) => x)),
  top: Math.min(...points.map(({ y }) => y)),
  right: Math.max(...points.map(({ x }) => x)),
  bottom: Math.max(...points.map(({ y }) => y)),
});

/**
 * The corners of an element's box where they are, clockwise from the upper left of the upright one.
 * @param {Element} element
 */
export function corners({ geometry: { x, y, w, h, rotation } }) {
  const [c, s] = [Math.cos(rotation), Math.sin(rotation)];
  return [
    [-w / 2, -h / 2],
    [w / 2, -h / 2],
    [w / 2, h / 2],
    [-w / 2, h / 2],
  ].map(([dx, dy]) => ({ x: x + w / 2 + dx * c - dy * s, y: y + h / 2 + dx * s + dy * c }));
}

/**
 * The boxes within the whole, or one around them where they are many.
 * @param {Rect[]} boxes @param {Rect} whole @returns {Rect[]}
 */
export function fewer(boxes, whole) {
  const inside = boxes.filter((box) => meet(box, whole));
  if (inside.length <= MANY_BOXES) return inside;
  return [inside.reduce(united)];
}
