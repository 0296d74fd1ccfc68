// Laser light, everybody's: it glows above the board for a while and fades (whiteboard/ui/lasers.py).
//
// A person's light stays as long as they go on: a word of several strokes fades as a whole.

import { UNITS } from "../model/points.js";

/** @import { InkPoint } from "../model/points.js" */
/** @import { DeviceView } from "./tiles.js" */
/** @import { Rect } from "./viewport.js" */

/** Seconds that light stays after its person's last stroke, and that it takes to fade then. */
const HOLD = 1.2;
const FADE = 0.5;
/** Of one stroke; its oldest light goes first. */
const MOST_POINTS = 5000;
/** The glow: width as a share of the nominal one, in screen pixels at any zoom, and strength. */
const LAYERS = [
  [4.2, 0.16],
  [2.3, 0.32],
  [1, 1],
];

export class Lasers {
  constructor() {
    /**
     * Strokes by id, each with its person.
     * @type {Map<string, {who: string, page: string, color: string, width: number, points: {x: number, y: number}[],
     *   over: boolean}>}
     */
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
   * @param {string} id @param {string} who @param {{x: number, y: number, style: {color: string, width: number}}} look
   * @param {string} page
   * @param {InkPoint[]} points @param {number} now
   */
  extend(id, who, { x, y, style }, page, points, now) {
    const stroke = this._strokes.get(id) ?? {
      who,
      page,
      color: style.color,
      width: style.width,
      points: [],
      over: false,
    };
    this._strokes.set(id, stroke);
    this._drew.set(who, now);
    for (const [px, py] of points) stroke.points.push({ x: x + px / UNITS, y: y + py / UNITS });
    if (stroke.points.length > MOST_POINTS) stroke.points = stroke.points.slice(-MOST_POINTS);
  }

  /** Nothing more comes of it. @param {string} id @param {number} now */
  end(id, now) {
    const stroke = this._strokes.get(id);
    if (!stroke) return;
    stroke.over = true;
    this._drew.set(stroke.who, now);
  }

  /**
   * Let go of what has faded; returns what looks different now.
   * @param {number} now @param {number} zoom screen pixels a unit @returns {Rect[]}
   */
  prepare(now, zoom) {
    const dirty = [];
    for (const [id, stroke] of this._strokes) {
      dirty.push(boxOf(stroke.points, (stroke.width * LAYERS[0][0]) / zoom));
      if (this._strength(stroke, now) <= 0) this._strokes.delete(id);
    }
    return dirty;
  }

  /** Whether there is any, so that frames are needed. */
  get any() {
    return this._strokes.size > 0;
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {DeviceView} view @param {string} page @param {number} now
   * @param {number} ratio device pixels a screen pixel
   */
  paint(context, view, page, now, ratio) {
    for (const stroke of this._strokes.values()) {
      const strength = this._strength(stroke, now);
      if (stroke.page !== page || strength <= 0) continue;
      context.save();
      context.setTransform(1, 0, 0, 1, -view.left, -view.top);
      context.lineCap = context.lineJoin = "round";
      const path = new Path2D();
      stroke.points.forEach(({ x, y }, i) =>
        i ? path.lineTo(x * view.zoom, y * view.zoom) : path.moveTo(x * view.zoom, y * view.zoom),
      );
      if (stroke.points.length === 1) path.lineTo(stroke.points[0].x * view.zoom, stroke.points[0].y * view.zoom);
      context.strokeStyle = stroke.color;
      for (const [share, alpha] of LAYERS) {
        context.globalAlpha = alpha * strength;
        context.lineWidth = share * stroke.width * ratio;
        context.stroke(path);
      }
      context.restore();
    }
  }

  /** @param {{who: string, over: boolean}} stroke @param {number} now */
  _strength({ who, over }, now) {
    const still = now - (this._drew.get(who) ?? 0);
    return over ? Math.min(1, 1 - (still - HOLD) / FADE) : 1;
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
