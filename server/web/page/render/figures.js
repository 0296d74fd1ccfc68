// The outlines of shapes in a box at the origin, and where their labels stand (whiteboard/model/outline.py).

import { unpack } from "../model/points.js";
import { KAPPA, ring, straight } from "./path.js";

/** @import { Element } from "../model/element.js" */
/** @import { Path } from "./path.js" */
/** @import { Point, Rect } from "./viewport.js" */

const ROUNDING = 0.25;
const MOST_ROUNDING = 32;
const STAR_DEPTH = (3 - Math.sqrt(5)) / 2;
const LABEL_MARGIN = 8;

/** The points as shares of the box around them. @param {[number, number][]} points @returns {[number, number][]} */
function stretched(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1];
  return points.map(([x, y]) => [(x - left) / width, (y - top) / height]);
}

/**
 * Corners at equal angles, from the top clockwise, at these radii in turn.
 * @param {number} count @param {number[]} radii
 */
const aroundMiddle = (count, radii) =>
  stretched(
    Array.from({ length: count }, (_, i) => {
      const turn = -Math.PI / 2 + (2 * Math.PI * i) / count;
      const radius = radii[i % radii.length];
      return [radius * Math.cos(turn), radius * Math.sin(turn)];
    }),
  );

/** @type {Record<string, [number, number][]>} */
// prettier-ignore
const CORNERS = {
  rectangle: [[0, 0], [1, 0], [1, 1], [0, 1]],
  triangle: [[0.5, 0], [1, 1], [0, 1]],
  diamond: [[0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]],
  pentagon: aroundMiddle(5, [1]),
  hexagon: [[0.25, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0.25, 1], [0, 0.5]],
  star: aroundMiddle(10, [1, STAR_DEPTH]),
};

/**
 * Left, top, right and bottom as shares of the box; the whole box for the other forms.
 * @type {Record<string, [number, number, number, number]>}
 */
const LABELS = {
  ellipse: [0.15, 0.15, 0.85, 0.85],
  triangle: [0.25, 0.5, 0.75, 1],
  diamond: [0.25, 0.25, 0.75, 0.75],
  pentagon: [0.15, 0.3, 0.85, 0.95],
  hexagon: [0.2, 0.1, 0.8, 0.9],
  star: [0.28, 0.38, 0.72, 0.78],
  polygon: [0.15, 0.15, 0.85, 0.85],
};

/**
 * The closed outline of a shape from its box's upper left corner, before it is turned.
 * @param {Element} element @returns {Path}
 */
export function outlineOf({ geometry: { w, h }, content, points }) {
  const form = content.form ?? "";
  if (form === "ellipse") return ring({ x: w / 2, y: h / 2 }, w / 2, h / 2);
  if (form === "rounded") return rounded(w, h, Math.min(ROUNDING * Math.min(w, h), MOST_ROUNDING));
  const corners = form === "polygon" ? cornersIn(points) : [];
  const shares = corners.length > 1 ? stretched(corners) : (CORNERS[form] ?? CORNERS.rectangle);
  return straight(
    shares.map(([x, y]) => ({ x: x * w, y: y * h })),
    true,
  );
}

/** Where a shape's label stands, from its box's upper left corner. @param {Element} element @returns {Rect} */
export function labelRoom({ geometry: { w, h }, content, style }) {
  const [left, top, right, bottom] = LABELS[content.form ?? ""] ?? [0, 0, 1, 1];
  const room = { left: left * w, top: top * h, right: right * w, bottom: bottom * h };
  const margin = Math.min(LABEL_MARGIN + style.width / 2, (room.right - room.left) / 4, (room.bottom - room.top) / 4);
  return { left: room.left + margin, top: room.top + margin, right: room.right - margin, bottom: room.bottom - margin };
}

/** The x and y of packed points, none if they cannot be read. @param {string} packed @returns {[number, number][]} */
export function cornersIn(packed) {
  try {
    return unpack(packed).map(([x, y]) => [x, y]);
  } catch {
    return []; // a patch of the points alone is not looked into by everybody (SPEC D4)
  }
}

/** @param {number} w @param {number} h @param {number} r @returns {Path} */
function rounded(w, h, r) {
  const k = r * (1 - KAPPA);
  /** @param {number} x @param {number} y @returns {Point} */
  const at = (x, y) => ({ x, y });
  return {
    start: at(r, 0),
    legs: [
      { end: at(w - r, 0) },
      { end: at(w, r), a: at(w - k, 0), b: at(w, k) },
      { end: at(w, h - r) },
      { end: at(w - r, h), a: at(w, h - k), b: at(w - k, h) },
      { end: at(r, h) },
      { end: at(0, h - r), a: at(k, h), b: at(0, h - k) },
      { end: at(0, r) },
      { end: at(r, 0), a: at(0, k), b: at(k, 0) },
    ],
    closed: true,
  };
}
