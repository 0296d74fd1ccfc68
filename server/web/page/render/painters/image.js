// An image: its picture stretched to its box, or a quiet box until that has arrived.

import { box, touches, turn } from "./boxed.js";

/** @import { Painter } from "./painter.js" */

const GROUND = "#f1f3f5";
const RING = "#dee2e6";
/** Radius of the ring that says that one has to wait, as a share of the shorter side. */
const RING_SHARE = 0.12;

/** @type {Painter} */
export const image = {
  box,
  touches,

  paint(context, { element }, _zoom, shelf) {
    const { w, h } = element.geometry;
    turn(context, element);
    context.globalAlpha *= element.style.opacity;
    const picture = shelf.picture(element.content.asset ?? "");
    if (picture) {
      context.imageSmoothingQuality = "high";
      context.drawImage(picture, 0, 0, w, h);
      return;
    }
    context.fillStyle = GROUND;
    context.fillRect(0, 0, w, h);
    const radius = Math.min(w, h) * RING_SHARE;
    context.strokeStyle = RING;
    context.lineWidth = radius / 4;
    context.beginPath();
    context.arc(w / 2, h / 2, radius, 0, 2 * Math.PI);
    context.stroke();
  },
};
