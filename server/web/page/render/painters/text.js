// Texts: letters in a box, perhaps turned.

import { fontOf, paintText } from "../text_layout.js";
import { box, touches, turn } from "./boxed.js";

/** @import { Painter } from "./painter.js" */

/** @type {Painter} */
export const text = {
  box,
  touches,

  paint(context, { element }, zoom) {
    const { geometry, style, content } = element;
    turn(context, element);
    context.globalAlpha *= style.opacity;
    const room = { left: 0, top: 0, right: geometry.w, bottom: geometry.h };
    paintText(context, element.text, fontOf(style.font), style.color, room, {
      middle: false,
      wraps: content.wraps === true,
      zoom,
    });
  },
};
