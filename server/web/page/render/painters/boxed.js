// What all kinds that live in a box, perhaps a turned one, have in common.

import { around, corners } from "../boxes.js";

/** @import { Element } from "../../model/element.js" */
/** @import { Point } from "../viewport.js" */

/** The upright box around the turned one. @param {Element} element */
export const box = (element) => around(corners(element));

/** @param {Element} element @param {Point} a @param {Point} b @param {number} radius */
export function touches(element, a, b, radius) {
  const { w, h } = element.geometry;
  const room = { left: -radius, top: -radius, right: w + radius, bottom: h + radius };
  return meets(back(element, a), back(element, b), room);
}

/**
 * A place on the board in the box's own axes, from its upper left corner.
 * @param {Element} element @param {Point} point
 */
export function back({ geometry: { x, y, w, h, rotation } }, point) {
  const [c, s] = [Math.cos(-rotation), Math.sin(-rotation)];
  const dx = point.x - x - w / 2;
  const dy = point.y - y - h / 2;
  return { x: w / 2 + dx * c - dy * s, y: h / 2 + dx * s + dy * c };
}

/**
 * Whether any part of the segment is in the box (Liang and Barsky, 1984).
 * @param {Point} a @param {Point} b @param {import("../viewport.js").Rect} box
 */
export function meets(a, b, { left, top, right, bottom }) {
  let enter = 0;
  let leave = 1;
  for (const [start, way, low, high] of [
    [a.x, b.x - a.x, left, right],
    [a.y, b.y - a.y, top, bottom],
  ]) {
    if (way === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [first, last] = [(low - start) / way, (high - start) / way];
    enter = Math.max(enter, Math.min(first, last));
    leave = Math.min(leave, Math.max(first, last));
  }
  return enter <= leave;
}

/** Let the context turn with the element. @param {CanvasRenderingContext2D} context @param {Element} element */
export function turn(context, { geometry: { w, h, rotation } }) {
  if (!rotation) return;
  context.translate(w / 2, h / 2);
  context.rotate(rotation);
  context.translate(-w / 2, -h / 2);
}
