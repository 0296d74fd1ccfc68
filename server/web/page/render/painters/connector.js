// Connectors: a line, its tips, and the label that interrupts it.

import { distanceToLine } from "../../ink/segments.js";
import { around, grown, united } from "../boxes.js";
import { drawnLine, lineOf, middleOf, tipsOf } from "../connections.js";
import { paintThrough, strokeLine } from "../line_work.js";
import { flattened, path2d } from "../path.js";
import { fontOf, measured, paintText } from "../text_layout.js";
import { meets } from "./boxed.js";

/** @import { Element } from "../../model/element.js" */
/** @import { Rect } from "../viewport.js" */
/** @import { Painter } from "./painter.js" */

/** A label's lines are no longer than this many times its font's size. */
const LABEL_WIDTH = 12;
const LABEL_LINE = 1.4;
/** Between the letters of a label and the line, in board units. */
const CLEARANCE = 4;

/** The room of the label, from where the connector starts. @param {Element} element @returns {Rect} */
function labelBox(element) {
  const { x, y } = middleOf(element);
  const { size } = fontOf(element.style.font);
  const wide = LABEL_WIDTH * size;
  const lines = element.text.split("\n").map((line) => [...line].length * size);
  const high = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((1.05 * line) / wide)), 0) * size * LABEL_LINE;
  return { left: x - wide / 2, top: y - high / 2, right: x + wide / 2, bottom: y + high / 2 };
}

/** Everything from where it starts. @param {Element} element @returns {Rect} */
function room(element) {
  const points = [lineOf(element), ...tipsOf(element).map(({ path }) => path)].flatMap(flattened);
  const lines = grown(around(points), element.style.width / 2);
  return element.text ? united(lines, labelBox(element)) : lines;
}

/** @type {Painter} */
export const connector = {
  box(element) {
    const { x, y } = element.geometry;
    const { left, top, right, bottom } = grown(room(element), CLEARANCE);
    return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
  },

  paint(context, { element }, zoom) {
    const { style, text } = element;
    paintThrough(context, style.opacity, (through) => {
      const font = fontOf(style.font, { align: "center" });
      through.save();
      if (text) through.clip(besideLabel(element), "evenodd");
      strokeLine(through, path2d(drawnLine(element)), style, zoom);
      through.restore();
      for (const { path, filled } of tipsOf(element)) {
        const tip = path2d(path);
        through.fillStyle = style.color;
        if (filled) through.fill(tip);
        strokeLine(through, tip, style, zoom, false);
      }
      if (text) paintText(through, text, font, style.color, labelBox(element), { middle: true, wraps: true, zoom });
    });
  },

  touches(element, a, b, radius) {
    const { x, y } = element.geometry;
    const [p, q] = [a, b].map((point) => ({ x: point.x - x, y: point.y - y }));
    const reach = radius + element.style.width / 2;
    const lines = [lineOf(element), ...tipsOf(element).map(({ path }) => path)];
    if (lines.some((line) => distanceToLine(flattened(line), p, q) <= reach)) return true;
    return element.text !== "" && meets(p, q, grown(labelBox(element), radius));
  },
};

/** Where the line is drawn: everywhere but behind the letters. @param {Element} element */
function besideLabel(element) {
  const box = labelBox(element);
  const size = measured(element.text, fontOf(element.style.font, { align: "center" }), box.right - box.left);
  const { x, y } = middleOf(element);
  const [w, h] = [size.width + 2 * CLEARANCE, Math.min(size.height, box.bottom - box.top)];
  const all = grown(room(element), CLEARANCE);
  const path = new Path2D();
  path.rect(all.left, all.top, all.right - all.left, all.bottom - all.top);
  path.rect(x - w / 2, y - h / 2, w, h);
  return path;
}
