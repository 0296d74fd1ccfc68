// What lies above the board and belongs to nobody's drawing: the others' cursors with their names, my eraser's circle.

import { roundedBox } from "./rounded.js";

/** @import { Point, Rect } from "./viewport.js" */

const LABEL = "12px system-ui, sans-serif";
const LABEL_HEIGHT_PX = 20;
const MAX_LABEL_PX = 160;
const ARROW = [
  [0, 0],
  [0.5, 15.5],
  [4.6, 11.8],
  [10.6, 11.2],
];

/**
 * Another person's pointer: an arrow in their colour with their name, on the other side where there is no room. All in
 * screen pixels.
 * @param {CanvasRenderingContext2D} context @param {Point} at @param {string} name @param {string} color
 * @param {number} width of the window
 */
export function paintCursor(context, at, name, color, width) {
  context.save();
  context.translate(at.x, at.y);
  context.beginPath();
  ARROW.forEach(([x, y]) => context.lineTo(x, y));
  context.closePath();
  context.lineJoin = "round";
  context.lineWidth = 1.5;
  context.fillStyle = color;
  context.strokeStyle = "#ffffff";
  context.fill();
  context.stroke();
  if (name) {
    context.font = LABEL;
    const text = shortened(context, name);
    const wide = context.measureText(text).width + 14;
    const left = at.x + 8 + wide > width ? -4 - wide : 8;
    context.fillStyle = color;
    context.beginPath();
    roundedBox(context, left, 14, wide, LABEL_HEIGHT_PX, LABEL_HEIGHT_PX / 2);
    context.fill();
    context.fillStyle = readableOn(color);
    context.textBaseline = "middle";
    context.fillText(text, left + 7, 14 + LABEL_HEIGHT_PX / 2 + 0.5);
  }
  context.restore();
}

/** The room that a cursor takes at most. @param {Point} at @returns {Rect} */
export function cursorBox({ x, y }) {
  const aside = 30 + MAX_LABEL_PX;
  return { left: x - aside, top: y - 4, right: x + aside, bottom: y + 40 };
}

/**
 * The circle that the eraser reaches, visible on any ink.
 * @param {CanvasRenderingContext2D} context @param {Point} at @param {number} radius
 */
export function paintEraser(context, { x, y }, radius) {
  context.save();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = "rgb(255 255 255 / 0.35)";
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = "#868e96";
  context.stroke();
  context.restore();
}

/**
 * Black or white, whichever can be read on this colour (relative luminance of WCAG 2).
 * @param {string} color #rrggbb
 */
export function readableOn(color) {
  const [red, green, blue] = [1, 3, 5].map((i) => {
    const channel = parseInt(color.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.4 ? "#1e1e1e" : "#ffffff";
}

/** @param {CanvasRenderingContext2D} context @param {string} name */
function shortened(context, name) {
  if (context.measureText(name).width <= MAX_LABEL_PX) return name;
  const letters = [...name];
  while (letters.length && context.measureText(`${letters.join("")}\u2026`).width > MAX_LABEL_PX) letters.pop();
  return `${letters.join("")}\u2026`;
}
