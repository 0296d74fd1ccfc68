// Outlines and lines on a canvas: pens with dashes, and what is seen through as a whole
// (whiteboard/render/line_work.py).

/** @import { Style } from "../model/element.js" */

const DASHED = [2, 3];
const DOTTED = [0.001, 2];
/** A thinner line is drawn as a hairline, and fainter the thinner it is, but to be seen. */
const HAIR_PX = 1;
const FAINTEST = 0.3;

/**
 * Stroke a path in a style.
 * @param {CanvasRenderingContext2D} context @param {Path2D} path @param {Style} style @param {number} zoom
 * @param {boolean} [dashes]
 */
export function strokeLine(context, path, style, zoom, dashes = true) {
  context.save();
  context.strokeStyle = style.color;
  context.lineCap = context.lineJoin = "round";
  const thickness = style.width * zoom;
  if (thickness < HAIR_PX) {
    context.globalAlpha *= Math.max(thickness, FAINTEST);
    context.lineWidth = HAIR_PX / zoom;
  } else {
    context.lineWidth = style.width;
    if (dashes && style.dash)
      context.setLineDash((style.dash === "dashed" ? DASHED : DOTTED).map((share) => share * style.width));
  }
  context.stroke(path);
  context.restore();
}

/** What is painted meanwhile, before it is laid onto the rest. @type {CanvasRenderingContext2D | null} */
let layer = null;

/**
 * Paint something that is seen through as a whole: where its parts lie on each other, they do not add up.
 * @param {CanvasRenderingContext2D} context @param {number} opacity
 * @param {(context: CanvasRenderingContext2D) => void} paint
 */
export function paintThrough(context, opacity, paint) {
  if (opacity >= 1) {
    paint(context);
    return;
  }
  const { width, height } = context.canvas;
  layer ??= document.createElement("canvas").getContext("2d");
  if (!layer) return;
  layer.canvas.width = width; // also makes it empty
  layer.canvas.height = height;
  layer.setTransform(context.getTransform());
  paint(layer);
  context.save();
  context.globalAlpha *= opacity;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(layer.canvas, 0, 0);
  context.restore();
}
