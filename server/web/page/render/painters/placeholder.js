// An element of a kind that this page does not know: a dashed box with the kind's name, so that nobody misses it.

import { meets } from "./boxed.js";

/** @import { Element } from "../../model/element.js" */
/** @import { Painter } from "./painter.js" */

const GREY = "#868e96";
const FILL = "rgb(134 142 150 / 0.09)";
const LETTERS = 14;

/** @param {Element} element */
function box({ geometry: { x, y, w, h } }) {
  return { left: Math.min(x, x + w), top: Math.min(y, y + h), right: Math.max(x, x + w), bottom: Math.max(y, y + h) };
}

/** @type {Painter} */
export const placeholder = {
  box,

  paint(context, { element }) {
    const { w, h } = element.geometry;
    context.fillStyle = FILL;
    context.fillRect(0, 0, w, h);
    context.strokeStyle = GREY;
    context.lineWidth = 1;
    context.setLineDash([4, 2]);
    context.strokeRect(0.5, 0.5, w - 1, h - 1);
    context.beginPath();
    context.rect(0, 0, w, h);
    context.clip();
    context.fillStyle = GREY;
    context.font = `${LETTERS}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(element.kind, w / 2, h / 2);
  },

  touches(element, a, b, radius) {
    const { left, top, right, bottom } = box(element);
    return meets(a, b, { left: left - radius, top: top - radius, right: right + radius, bottom: bottom + radius });
  },
};
