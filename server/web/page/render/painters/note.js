// Sticky notes: paper with a soft shadow, the text in its middle, the writer's name at the lower edge.

import { grown } from "../boxes.js";
import { roundedBox } from "../rounded.js";
import { fontOf, lineHeight, paintText } from "../text_layout.js";
import { box, touches, turn } from "./boxed.js";

/** @import { Painter } from "./painter.js" */

/** All of these are shares of the note's width. */
const PADDING = 0.08;
const FOOT = 0.12;
const NAME_LETTERS = 0.055;
const SHADOW = 0.06;
const CORNER = 0.012;

const SHADOWS = 5;
const SHADOW_COLOR = "rgb(30 30 30 / 0.043)";
const NAME_ALPHA = 0.62;

/** @type {Painter} */
export const note = {
  box: (element) => grown(box(element), element.geometry.w * SHADOW),
  touches,

  paint(context, { element }, zoom) {
    const { geometry, style, content } = element;
    const { w, h } = geometry;
    turn(context, element);
    context.globalAlpha *= style.opacity;
    context.fillStyle = SHADOW_COLOR;
    for (let step = 1; step <= SHADOWS; step++) {
      const reach = (w * SHADOW * step) / SHADOWS / 2;
      paper(context, -reach, 0, w + 2 * reach, h + 2 * reach, reach);
    }
    context.fillStyle = style.color;
    paper(context, 0, 0, w, h, w * CORNER);
    const by = content.by ?? "";
    const letters = lettersOn(style.color);
    const pad = w * PADDING;
    const room = { left: pad, top: pad, right: w - pad, bottom: Math.max(h - w * (by ? FOOT : PADDING), pad) };
    paintText(context, element.text, fontOf(style.font), letters, room, { middle: true, wraps: true, zoom });
    if (!by) return;
    const font = fontOf({ size: w * NAME_LETTERS });
    const bottom = h - pad / 2;
    context.globalAlpha *= NAME_ALPHA;
    const foot = { left: pad, top: bottom - lineHeight(font), right: w - pad, bottom };
    paintText(context, by, font, letters, foot, { middle: false, wraps: false, zoom });
  },
};

/**
 * @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} w @param {number} h
 * @param {number} radius
 */
function paper(context, x, y, w, h, radius) {
  context.beginPath();
  roundedBox(context, x, y, w, h, radius);
  context.fill();
}

/** Dark letters on light paper, light ones on dark. @param {string} color */
function lettersOn(color) {
  const [red, green, blue] = [1, 3, 5].map((i) => (parseInt(color.slice(i, i + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? "#1e1e1e" : "#ffffff";
}
