// The laser's ink: it glows while it is drawn and fades after the pen has rested; a new stroke keeps a word alive.

import { UNITS } from "../model/points.js";

/** @import { InkPoint } from "../model/points.js" */
/** @import { DeviceView } from "./tiles.js" */
/** @import { Rect } from "./viewport.js" */

/** So long ink stays after its person last drew, and so long it then takes to fade, in seconds. */
const STAYS = 1.2;
const FADES = 0.6;
const CORE_PX = 2.5;
const GLOW_PX = 10;

export class Lasers {
  constructor() {
    /** Strokes by id, each with its person. @type {Map<string, {who: string, page: string, color: string, points: {x: number, y: number}[], over: boolean}>} */
    this._strokes = new Map();
    /** When each person last drew. @type {Map<string, number>} */
    this._drew = new Map();
  }

  /** @param {string} id */
  has(id) {
    return this._strokes.has(id);
  }

  /**
   * More points of a stroke.
   * @param {string} id @param {string} who @param {{x: number, y: number, style: {color: string}}} look @param {string} page
   * @param {InkPoint[]} points @param {number} now
   */
  extend(id, who, { x, y, style }, page, points, now) {
    const stroke = this._strokes.get(id) ?? { who, page, color: style.color, points: [], over: false };
    this._strokes.set(id, stroke);
    this._drew.set(who, now);
    for (const [px, py] of points) stroke.points.push({ x: x + px / UNITS, y: y + py / UNITS });
  }

  /** Nothing more comes of it. @param {string} id @param {number} now */
  end(id, now) {
    const stroke = this._strokes.get(id);
    if (!stroke) return;
    stroke.over = true;
    this._drew.set(stroke.who, now);
  }

  /** Let go of what has faded; returns what looks different now. @param {number} now @param {number} zoom screen pixels a unit @returns {Rect[]} */
  prepare(now, zoom) {
    const dirty = [];
    for (const [id, stroke] of this._strokes) {
      dirty.push(boxOf(stroke.points, GLOW_PX / zoom));
      if (this._strength(stroke, now) <= 0) this._strokes.delete(id);
    }
    return dirty;
  }

  /** Whether there is any, so that frames are needed. */
  get any() {
    return this._strokes.size > 0;
  }

  /** @param {CanvasRenderingContext2D} context @param {DeviceView} view @param {string} page @param {number} now @param {number} ratio device pixels a screen pixel */
  paint(context, view, page, now, ratio) {
    for (const stroke of this._strokes.values()) {
      const strength = this._strength(stroke, now);
      if (stroke.page !== page || strength <= 0) continue;
      context.save();
      context.setTransform(1, 0, 0, 1, -view.left, -view.top);
      context.lineCap = context.lineJoin = "round";
      const path = new Path2D();
      stroke.points.forEach(({ x, y }, i) => (i ? path.lineTo(x * view.zoom, y * view.zoom) : path.moveTo(x * view.zoom, y * view.zoom)));
      if (stroke.points.length === 1) path.lineTo(stroke.points[0].x * view.zoom, stroke.points[0].y * view.zoom);
      for (const [width, alpha, color] of /** @type {[number, number, string][]} */ ([
        [GLOW_PX, 0.25, stroke.color],
        [CORE_PX + 2, 0.9, stroke.color],
        [CORE_PX - 0.5, 0.85, "#ffffff"],
      ])) {
        context.globalAlpha = alpha * strength;
        context.lineWidth = width * ratio;
        context.strokeStyle = color;
        context.stroke(path);
      }
      context.restore();
    }
  }

  /** @param {{who: string, over: boolean}} stroke @param {number} now */
  _strength({ who, over }, now) {
    const still = now - (this._drew.get(who) ?? 0);
    return over ? Math.min(1, 1 - (still - STAYS) / FADES) : 1;
  }
}

/** @param {{x: number, y: number}[]} points @param {number} margin @returns {Rect} */
function boxOf(points, margin) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x - margin);
    box.right = Math.max(box.right, x + margin);
    box.top = Math.min(box.top, y - margin);
    box.bottom = Math.max(box.bottom, y + margin);
  }
  return box;
}
