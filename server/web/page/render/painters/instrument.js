// Ruler, set square, protractor and compass: glass with a scale, above everything else. Drawing along them is the app's.

import { box, turn } from "./boxed.js";

/** @import { Painter } from "./painter.js" */

/** A centimetre of every scale, in board units. */
const CM = 40;
const MM = CM / 10;
const RULER_MARGIN = CM / 2;
const GLASS = "rgb(222 235 247 / 0.72)";
const EDGE = "#5c7f9e";
const INK = "#33526e";
/** Scales finer than this on the screen are left out. */
const FINEST_PX = 3;

/** @type {Painter} */
export const instrument = {
  box,
  touches: () => false,

  paint(context, { element }, zoom) {
    const { w, h } = element.geometry;
    turn(context, element);
    context.fillStyle = GLASS;
    context.strokeStyle = EDGE;
    context.lineWidth = 1;
    context.lineJoin = "round";
    context.beginPath();
    switch (element.content.form) {
      case "set_square":
        context.moveTo(0, 0);
        context.lineTo(w, h);
        context.lineTo(0, h);
        context.closePath();
        break;
      case "protractor":
        context.moveTo(0, h);
        context.lineTo(0, w / 2);
        context.arc(w / 2, w / 2, w / 2, Math.PI, 0);
        context.lineTo(w, h);
        context.closePath();
        break;
      case "compass":
        context.lineWidth = CM / 4;
        context.lineCap = "round";
        context.moveTo(0, h);
        context.lineTo(w / 2, 0);
        context.lineTo(w, h);
        context.stroke();
        return;
      default:
        context.rect(0, 0, w, h);
    }
    context.fill();
    context.stroke();
    context.strokeStyle = context.fillStyle = INK;
    context.font = `${CM * 0.3}px system-ui, sans-serif`;
    context.textAlign = "center";
    if (element.content.form === "protractor") degrees(context, w / 2, zoom);
    else if (element.content.form === "set_square") scale(context, 0, w - CM, () => h, -1, zoom);
    else scale(context, RULER_MARGIN, w - RULER_MARGIN, () => 0, 1, zoom);
  },
};

/**
 * Millimetres along an edge, from `begin` to `end`.
 * @param {CanvasRenderingContext2D} context @param {number} begin @param {number} end @param {(x: number) => number} edge
 * @param {1 | -1} inwards @param {number} zoom
 */
function scale(context, begin, end, edge, inwards, zoom) {
  context.lineWidth = 0.6;
  context.textBaseline = inwards > 0 ? "top" : "bottom";
  const step = MM * zoom >= FINEST_PX ? 1 : 10;
  context.beginPath();
  for (let mm = 0; begin + mm * MM <= end + 1e-6; mm += step) {
    const x = begin + mm * MM;
    const length = (mm % 10 === 0 ? 0.4 : mm % 5 === 0 ? 0.28 : 0.18) * CM;
    context.moveTo(x, edge(x));
    context.lineTo(x, edge(x) + inwards * length);
    if (mm % 10 === 0 && CM * zoom > 12) context.fillText(`${mm / 10}`, x, edge(x) + inwards * 0.45 * CM);
  }
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {number} radius @param {number} zoom */
function degrees(context, radius, zoom) {
  context.lineWidth = 0.6;
  context.textBaseline = "middle";
  const step = (radius * Math.PI * zoom) / 180 >= FINEST_PX ? 1 : 10;
  context.beginPath();
  for (let degree = 0; degree <= 180; degree += step) {
    const turn = Math.PI + (degree * Math.PI) / 180;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const inner = radius - (degree % 10 === 0 ? 0.4 : degree % 5 === 0 ? 0.28 : 0.18) * CM;
    context.moveTo(radius + radius * c, radius + radius * s);
    context.lineTo(radius + inner * c, radius + inner * s);
    const numbers = inner - 0.25 * CM;
    if (degree % 10 === 0 && degree % 180 && CM * zoom > 12) context.fillText(`${180 - degree}`, radius + numbers * c, radius + numbers * s);
  }
  context.stroke();
}
