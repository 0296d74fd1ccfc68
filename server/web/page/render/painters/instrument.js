// Ruler, set square, protractor and compass: clear plastic with scales (whiteboard/render/painters/instrument.py).
//
// They lie above everything else. Moving them and drawing along them is the app's; so they have no handles here.

import { grown } from "../boxes.js";
import { roundedBox } from "../rounded.js";
import { box, turn } from "./boxed.js";

/** @import { Element } from "../../model/element.js" */
/** @import { Painter } from "./painter.js" */

/** A centimetre of every scale, in board units. */
const CM = 40;
const MM = CM / 10;
const RULER_MARGIN = CM / 2;
/** A compass' read-out may reach out of its box. */
const BEYOND = 30;

const BODY = "rgb(205 226 243 / 0.55)";
const SHINE = "rgb(240 248 255 / 0.65)";
const EDGE = "rgb(62 104 144 / 0.82)";
const MARKS = "rgb(27 42 58 / 0.88)";
const FAINT = "rgb(27 42 58 / 0.35)";
const GROUND = "rgb(255 255 255 / 0.88)";
const METAL = "rgb(186 196 206 / 0.96)";
const METAL_EDGE = "#5f6c7a";
const WOOD = "#f0b429";
const LEAD = "#343a40";
const STEEL = "#495057";
/** Marks nearer together than this on the screen are left out. */
const LEAST_GAP_PX = 2.5;
/** An instrument so large that it would have more is nobody's to read. */
const MOST_MARKS = 10000;

/** @type {Record<string, (context: CanvasRenderingContext2D, element: Element, zoom: number) => void>} */
const PAINT = { ruler, set_square: setSquare, protractor, compass };

/** @type {Painter} */
export const instrument = {
  box: (element) => grown(box(element), BEYOND),
  touches: () => false,

  paint(context, { element }, zoom) {
    turn(context, element);
    (PAINT[element.content.form ?? ""] ?? ruler)(context, element, zoom);
  },
};

/** @param {CanvasRenderingContext2D} context @param {Element} element @param {number} zoom */
function ruler(context, element, zoom) {
  const { w, h } = element.geometry;
  const body = new Path2D();
  roundedBox(body, 0.6, 0.6, Math.max(w - 1.2, 1), Math.max(h - 1.2, 1), 5);
  plastic(context, body, h);
  scale(context, { x: RULER_MARGIN, y: 0 }, 0, w - 2 * RULER_MARGIN, zoom);
  line(context, FAINT, 0.8, [4, h - 6, w - 4, h - 6]);
  angle(context, element, w / 2, h - 20);
}

/** @param {CanvasRenderingContext2D} context @param {Element} element @param {number} zoom */
function setSquare(context, element, zoom) {
  const { w, h } = element.geometry;
  const band = 1.3 * CM;
  const length = Math.hypot(w, h);
  const body = new Path2D();
  polygon(body, [0, 0, w, h, 0, h]);
  const upper = (band * length + h * band) / Math.max(w, 1);
  const right = (w * (h - band) - band * length) / Math.max(h, 1);
  if (right > band && upper < h - band) polygon(body, [band, upper, band, h - band, right, h - band]); // the hole
  context.save();
  context.clip(body, "evenodd");
  plastic(context, body, h, 2.4);
  scale(context, { x: 0, y: h }, 0, w - 1.5 * CM, zoom, -1);
  scale(context, { x: 0, y: h }, -Math.PI / 2, h - 1.5 * CM, zoom);
  context.restore();
  angle(context, element, 0.62 * w - (0.55 * CM * h) / length, 0.62 * h + (0.55 * CM * w) / length);
}

/** @param {CanvasRenderingContext2D} context @param {Element} element @param {number} zoom */
function protractor(context, element, zoom) {
  const { w, h } = element.geometry;
  const radius = w / 2;
  const [cx, cy] = [radius, radius];
  const body = new Path2D();
  body.moveTo(w - 0.6, cy);
  body.arc(cx, cy, Math.max(radius - 0.6, 0), 0, Math.PI, true);
  body.lineTo(0.6, h - 0.6);
  body.lineTo(w - 0.6, h - 0.6);
  body.closePath();
  plastic(context, body, h);
  const step = [1, 5, 10].find((degrees) => ((degrees * Math.PI) / 180) * radius * zoom >= LEAST_GAP_PX) ?? 30;
  for (let degree = 0; degree <= 180; degree += step) {
    const reach = degree % 10 === 0 ? 18 : degree % 5 === 0 ? 13 : 8;
    const [ox, oy] = [-Math.cos((degree * Math.PI) / 180), -Math.sin((degree * Math.PI) / 180)];
    const [far, near] = [radius - 1, radius - reach];
    line(context, MARKS, degree % 10 ? 0.7 : 1.1, [cx + ox * far, cy + oy * far, cx + ox * near, cy + oy * near]);
  }
  context.lineWidth = 0.8;
  context.strokeStyle = FAINT;
  context.beginPath();
  context.arc(cx, cy, Math.max(radius - 48, 0), Math.PI, 0);
  context.stroke();
  for (let degree = 0; degree <= 180; degree += 10)
    for (const [at, size, color, said] of /** @type {[number, number, string, number][]} */ ([
      [radius - 26, 11, MARKS, degree],
      [radius - 40, 8.5, EDGE, 180 - degree],
    ])) {
      context.save();
      context.translate(cx, cy);
      context.rotate(((degree - 90) * Math.PI) / 180);
      words(context, `${said}`, 0, -at, size, color);
      context.restore();
    }
  line(context, MARKS, 0.9, [20, cy, w - 20, cy]);
  line(context, MARKS, 0.9, [cx, cy - 26, cx, cy + 8]);
  context.beginPath();
  context.arc(cx, cy, 4.5, 0, 2 * Math.PI);
  context.stroke();
  angle(context, element, cx, cy - 0.42 * radius);
}

/** @param {CanvasRenderingContext2D} context @param {Element} element */
function compass(context, element) {
  const { w, h } = element.geometry;
  const top = { x: w / 2, y: 10 };
  context.save();
  context.setLineDash([4, 2]);
  line(context, FAINT, 1, [4, h - 0.6, w - 4, h - 0.6]);
  context.restore();
  for (const end of [
    { x: 0, y: h },
    { x: w, y: h },
  ]) {
    const pencil = end.x > 0;
    const length = Math.hypot(end.x - top.x, end.y - top.y) || 1;
    const [ax, ay] = [(end.x - top.x) / length, (end.y - top.y) / length];
    /** @param {number} back from the end @param {number} aside @returns {[number, number]} */
    const at = (back, aside) => [end.x - ax * back - ay * aside, end.y - ay * back + ax * aside];
    const knee = Math.min(26, length / 2);
    filled(context, METAL, METAL_EDGE, [...at(length, 6), ...at(knee, 4), ...at(knee, -4), ...at(length, -6)]);
    const half = pencil ? 4.5 : 2.5;
    filled(context, pencil ? WOOD : STEEL, METAL_EDGE, [...at(knee, half), ...at(0, 0), ...at(knee, -half)]);
    if (pencil) filled(context, LEAD, "", [...at(8, 1.4), ...at(0, 0), ...at(8, -1.4)]);
  }
  context.lineWidth = 1;
  context.strokeStyle = METAL_EDGE;
  context.fillStyle = STEEL;
  context.beginPath();
  roundedBox(context, w / 2 - 4, 0.6, 8, 14, 3);
  context.fill();
  context.stroke();
  context.fillStyle = METAL;
  context.beginPath();
  context.arc(w / 2, 18, 11, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  readOut(context, `${(w / CM).toFixed(1)} cm`, w / 2, h - 14, 12);
}

// ------------------------------------------------------------ what they are made of

/** @param {CanvasRenderingContext2D} context @param {Path2D} body @param {number} height @param {number} [edge] */
function plastic(context, body, height, edge = 1.2) {
  const shine = context.createLinearGradient(0, 0, 0, height);
  shine.addColorStop(0, SHINE);
  shine.addColorStop(0.35, BODY);
  shine.addColorStop(1, SHINE);
  context.fillStyle = shine;
  context.fill(body, "evenodd");
  context.strokeStyle = EDGE;
  context.lineWidth = edge;
  context.stroke(body);
}

/**
 * Millimetres and numbered centimetres along a line of this direction (radians clockwise), marks to its side.
 * @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} zero @param {number} direction
 * @param {number} length @param {number} zoom @param {1 | -1} [inwards]
 */
function scale(context, zero, direction, length, zoom, inwards = 1) {
  if (length / MM > MOST_MARKS) return;
  context.save();
  context.translate(zero.x, zero.y);
  context.rotate(direction);
  const step = [1, 5, 10].find((count) => count * MM * zoom >= LEAST_GAP_PX) ?? 10;
  for (let number = 0; number <= length / MM + 1e-6; number += step) {
    const reach = number % 10 === 0 ? 16 : number % 5 === 0 ? 11 : 7;
    line(context, MARKS, number % 10 ? 0.7 : 1.1, [number * MM, inwards, number * MM, inwards * reach]);
  }
  if (CM * zoom >= 14)
    for (let number = 0; number <= length / CM + 1e-6; number++)
      if (number || (direction === 0 && inwards > 0)) words(context, `${number}`, number * CM, inwards * 25, 12, MARKS);
  context.restore();
}

/**
 * How far it is turned, as a class counts it: anticlockwise; a ruler has no beginning.
 * @param {CanvasRenderingContext2D} context @param {Element} element @param {number} x @param {number} y
 */
function angle(context, element, x, y) {
  const whole = element.content.form === "ruler" ? 180 : 360;
  const degrees = Math.round((-element.geometry.rotation * 180) / Math.PI) % whole;
  readOut(context, `${(degrees + whole) % whole}\u00b0`, x, y, 14);
}

/**
 * Words on a light ground.
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} x @param {number} y
 * @param {number} size
 */
function readOut(context, text, x, y, size) {
  context.font = `${size}px system-ui, sans-serif`;
  const wide = context.measureText(text).width + 12;
  context.fillStyle = GROUND;
  context.beginPath();
  roundedBox(context, x - wide / 2, y - size * 0.75, wide, size * 1.5, size * 0.75);
  context.fill();
  words(context, text, x, y, size, MARKS);
}

/**
 * @param {CanvasRenderingContext2D} context @param {string} text @param {number} x @param {number} y its middle
 * @param {number} size @param {string} color
 */
function words(context, text, x, y, size, color) {
  context.font = `${size}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/**
 * @param {CanvasRenderingContext2D} context @param {string} color @param {number} width
 * @param {[number, number, number, number]} ends
 */
function line(context, color, width, [x, y, u, v]) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(u, v);
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context @param {string} fill @param {string} edge "" for none
 * @param {number[]} corners
 */
function filled(context, fill, edge, corners) {
  const path = new Path2D();
  polygon(path, corners);
  context.fillStyle = fill;
  context.fill(path);
  if (!edge) return;
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.stroke(path);
}

/** @param {Path2D} path @param {number[]} corners x and y in turn */
function polygon(path, corners) {
  path.moveTo(corners[0], corners[1]);
  for (let i = 2; i < corners.length; i += 2) path.lineTo(corners[i], corners[i + 1]);
  path.closePath();
}
