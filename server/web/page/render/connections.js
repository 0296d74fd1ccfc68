// How a connector runs: its line, its tips and its middle, from where it starts
// (whiteboard/model/elements/connector_line.py).

import { UNITS } from "../model/points.js";
import { cornersIn } from "./figures.js";
import { bent, flattened, lengthOf, ring, straight, transformed } from "./path.js";

/** @import { Element } from "../model/element.js" */
/** @import { Path } from "./path.js" */
/** @import { Point } from "./viewport.js" */

/**
 * A tip in its place. A straight line ends at `lineEnd` for it, of a curve `share` of the parameter is cut off.
 * @typedef {{path: Path, filled: boolean, lineEnd: Point, share: number}} Tip
 */

const ARROW_SPREAD = 0.5;
const TRIANGLE_SPREAD = 0.45;
const BAR_SPREAD = 0.45;
const DIAMOND_SPREAD = 0.32;
const DOT_RADIUS = 0.3;
/**
 * How far before the end the line stops, as a share of the tip's length: inside the tips that are filled.
 * @type {Record<string, number>}
 */
const LINE_ENDS = { triangle: 0.8, diamond: 0.8, dot: DOT_RADIUS };
const ORIGIN = { x: 0, y: 0 };

/** The line from start to end, without its tips. @param {Element} element @returns {Path} */
export function lineOf(element) {
  const { geometry, content, points } = element;
  const end = { x: geometry.w, y: geometry.h };
  const beside = controlOf(element);
  if (beside) return bent(ORIGIN, beside, end);
  if (content.form !== "elbow") return straight([ORIGIN, end]);
  const corners = cornersIn(points).map(([x, y]) => ({ x: x / UNITS, y: y / UNITS }));
  return straight([ORIGIN, ...(corners.length ? corners : defaultCorners(end)), end]);
}

/** The line as it is drawn: it ends inside those tips that are filled. @param {Element} element @returns {Path} */
export function drawnLine(element) {
  const line = lineOf(element);
  const [tail, head] = [tipOf(element, false), tipOf(element, true)];
  const beside = controlOf(element);
  if (beside) return part(beside, lastOf(line), tail?.share ?? 0, 1 - (head?.share ?? 0));
  const legs = [...line.legs.slice(0, -1), { end: head?.lineEnd ?? lastOf(line) }];
  return { start: tail?.lineEnd ?? line.start, legs, closed: false };
}

/** The tips of its ends. @param {Element} element @returns {Tip[]} */
export const tipsOf = (element) => [tipOf(element, false), tipOf(element, true)].filter((tip) => tip !== null);

/** The middle of the line by its length: that of its label. @param {Element} element @returns {Point} */
export function middleOf(element) {
  const line = flattened(lineOf(element));
  let rest = lengthOf(line) / 2;
  for (let i = 0; i + 1 < line.length; i++) {
    const [p, q] = [line[i], line[i + 1]];
    const length = Math.hypot(q.x - p.x, q.y - p.y);
    if (length && rest <= length)
      return { x: p.x + (rest / length) * (q.x - p.x), y: p.y + (rest / length) * (q.y - p.y) };
    rest -= length;
  }
  return line[line.length - 1];
}

/** @param {Element} element @param {boolean} head @returns {Tip | null} */
function tipOf(element, head) {
  const { style } = element;
  const name = head ? style.head : style.tail;
  if (!name) return null;
  const line = lineOf(element);
  const length = Math.min(6 + 4 * style.width, lengthOf(flattened(line)) / 2);
  const stations = [line.start, ...line.legs.map(({ end }) => end)];
  if (!head) stations.reverse();
  const end = stations[stations.length - 1];
  const beside = controlOf(element);
  if (!beside) return tip(name, end, stations[stations.length - 2], length, 0);
  const share = Math.min(0.5, length / (2 * Math.hypot(beside.x - end.x, beside.y - end.y) || 1));
  return tip(name, end, blossom(stations[0], beside, end, 1 - share, 1 - share), length, share);
}

/**
 * @param {string} name @param {Point} end @param {Point} before @param {number} length @param {number} share
 * @returns {Tip}
 */
function tip(name, end, before, length, share) {
  const turn = Math.atan2(end.y - before.y, end.x - before.x);
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  /** @param {Point} p */
  const place = ({ x, y }) => ({ x: end.x + x * c - y * s, y: end.y + x * s + y * c });
  const back = LINE_ENDS[name] ?? 0;
  const filled = name in LINE_ENDS;
  return {
    path: transformed(shapeOf(name, length), place),
    filled,
    lineEnd: place({ x: -back * length, y: 0 }),
    share: back * share,
  };
}

/** With its end at the origin, pointing to the right. @param {string} name @param {number} l @returns {Path} */
function shapeOf(name, l) {
  /** @param {...[number, number]} shares */
  const points = (...shares) => shares.map(([x, y]) => ({ x: x * l, y: y * l }));
  switch (name) {
    case "triangle":
      return straight(points([0, 0], [-1, TRIANGLE_SPREAD], [-1, -TRIANGLE_SPREAD]), true);
    case "diamond":
      return straight(points([0, 0], [-0.5, DIAMOND_SPREAD], [-1, 0], [-0.5, -DIAMOND_SPREAD]), true);
    case "dot":
      return ring({ x: -DOT_RADIUS * l, y: 0 }, DOT_RADIUS * l, DOT_RADIUS * l);
    case "bar":
      return straight(points([0, -BAR_SPREAD], [0, BAR_SPREAD]));
    default:
      return straight(points([-1, -ARROW_SPREAD], [0, 0], [-1, ARROW_SPREAD]));
  }
}

/** The control point of a curved connector that is not straight. @param {Element} element @returns {Point | null} */
function controlOf({ geometry: { w, h }, content: { form, bend = 0 } }) {
  return form === "curved" && bend ? { x: w / 2 - 2 * bend * h, y: h / 2 + 2 * bend * w } : null;
}

/**
 * The part of a quadratic curve from the origin between two values of its parameter.
 * @param {Point} beside @param {Point} end @param {number} s @param {number} t
 */
const part = (beside, end, s, t) =>
  bent(blossom(ORIGIN, beside, end, s, s), blossom(ORIGIN, beside, end, s, t), blossom(ORIGIN, beside, end, t, t));

/**
 * With s = t the point there, else the control point of the part between.
 * @param {Point} start @param {Point} beside @param {Point} end @param {number} s @param {number} t @returns {Point}
 */
function blossom(start, beside, end, s, t) {
  const [a, b, c] = [(1 - s) * (1 - t), s * (1 - t) + t * (1 - s), s * t];
  return { x: a * start.x + b * beside.x + c * end.x, y: a * start.y + b * beside.y + c * end.y };
}

/** @param {Path} line */
const lastOf = ({ legs }) => legs[legs.length - 1].end;

/**
 * Of an elbow that keeps none: out along its longer side, across in the middle.
 * @param {Point} end @returns {Point[]}
 */
function defaultCorners({ x, y }) {
  if (x === 0 || y === 0) return [];
  const across = Math.abs(x) >= Math.abs(y);
  return across
    ? [
        { x: x / 2, y: 0 },
        { x: x / 2, y },
      ]
    : [
        { x: 0, y: y / 2 },
        { x, y: y / 2 },
      ];
}
