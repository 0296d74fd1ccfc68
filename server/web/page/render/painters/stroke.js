// Ink on the board. A pen's ink covers; a highlighter's tints, as in whiteboard/render/painters/stroke.py.

import { distanceTo, ink, lineFrom } from "../../ink/shape.js";
import { grown, meet } from "../boxes.js";

/** @import { Element, Style } from "../../model/element.js" */
/** @import { Painter } from "./painter.js" */

/** Share of the chosen colour in a highlighter's tint; the rest is white. */
const STRENGTH = 0.48;
/** Outlines that are finer than this are kept; device pixels a board unit. */
const KEPT = 0.5;

/** The colour that a style's ink is painted with; a highlighter's is to be multiplied. @param {Style} style */
export function inkColor({ color, ink, opacity }) {
  const parts = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
  if (ink !== "highlighter") return `rgb(${parts.join(" ")} / ${opacity})`;
  return `rgb(${parts.map((part) => Math.round(255 - STRENGTH * opacity * (255 - part))).join(" ")})`;
}

/** @param {Float64Array} polygon x and y in turn */
export function pathOf(polygon) {
  const path = new Path2D();
  path.moveTo(polygon[0], polygon[1]);
  for (let i = 2; i < polygon.length; i += 2) path.lineTo(polygon[i], polygon[i + 1]);
  path.closePath();
  return path;
}

/** @param {Element} element */
function box({ geometry: { x, y, w, h }, style }) {
  return grown({ left: x, top: y, right: x + w, bottom: y + h }, style.width / 2);
}

/** @type {Painter} */
export const stroke = {
  box,

  paint(context, item, zoom) {
    const { element } = item;
    const fineness = 2 ** Math.ceil(Math.log2(zoom));
    let path = item.picture;
    if (item.fineness !== fineness || !(path instanceof Path2D)) {
      path = pathOf(ink(element.points, element.style, fineness));
      const keep = fineness >= KEPT; // from afar there are many, and each is little work
      item.picture = keep ? path : null;
      item.fineness = keep ? fineness : 0;
    }
    if (element.style.ink === "highlighter") context.globalCompositeOperation = "multiply";
    context.fillStyle = inkColor(element.style);
    context.fill(/** @type {Path2D} */ (path));
  },

  touches(element, a, b, radius) {
    const { geometry, points, style } = element;
    const way = {
      left: Math.min(a.x, b.x),
      top: Math.min(a.y, b.y),
      right: Math.max(a.x, b.x),
      bottom: Math.max(a.y, b.y),
    };
    if (!meet(grown(box(element), radius), way)) return false;
    const from = (/** @type {{x: number, y: number}} */ p) => ({ x: p.x - geometry.x, y: p.y - geometry.y });
    return distanceTo(lineFrom(points, style), from(a), from(b)) <= radius;
  },
};
