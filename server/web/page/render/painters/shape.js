// Shapes: filled, outlined, with the label inside.

import { distanceToLine } from "../../ink/segments.js";
import { grown } from "../boxes.js";
import { labelRoom, outlineOf } from "../figures.js";
import { paintThrough, strokeLine } from "../line_work.js";
import { encloses, flattened, path2d } from "../path.js";
import { fontOf, paintText } from "../text_layout.js";
import { back, box, meets, turn } from "./boxed.js";

/** @import { Painter } from "./painter.js" */

/** @type {Painter} */
export const shape = {
  box: (element) => grown(box(element), element.style.width / 2),

  paint(context, { element }, zoom) {
    const { style, text } = element;
    turn(context, element);
    paintThrough(context, style.opacity, (through) => {
      const outline = path2d(outlineOf(element));
      if (style.fill) {
        through.fillStyle = style.fill;
        through.fill(outline);
      }
      strokeLine(through, outline, style, zoom);
      const font = fontOf(style.font, { align: "center" });
      paintText(through, text, font, style.color, labelRoom(element), { middle: true, wraps: true, zoom });
    });
  },

  /** An open shape is its outline and its label; a filled one is all that lies within. */
  touches(element, a, b, radius) {
    const line = flattened(outlineOf(element));
    const [p, q] = [back(element, a), back(element, b)];
    if (distanceToLine(line, p, q) <= radius + element.style.width / 2) return true;
    if (element.style.fill) return encloses(line, p);
    return element.text !== "" && meets(p, q, grown(labelRoom(element), radius));
  },
};
