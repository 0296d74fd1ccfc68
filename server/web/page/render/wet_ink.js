// Strokes that are being drawn, everybody's, above the tiles: only what changed is made and painted anew.

import { WetStroke } from "../ink/wet.js";
import { meet } from "./boxes.js";
import { inkColor, pathOf } from "./painters/stroke.js";

/** @import { Style } from "../model/element.js" */
/** @import { InkPoint } from "../model/points.js" */
/** @import { DeviceView } from "./tiles.js" */
/** @import { Rect } from "./viewport.js" */

/** A polygon and the box around it, from the stroke's origin. @typedef {{path: Path2D, box: Rect}} Part */

export class WetInk {
  constructor() {
    /**
     * @type {Map<string, {stroke: WetStroke, page: string, parts: Part[], live: Part | null, zoom: number, changed:
     *   boolean}>}
     */
    this._strokes = new Map();
  }

  /** @param {string} id */
  has(id) {
    return this._strokes.has(id);
  }

  /**
   * More points of a stroke, from index `start` on; a new id begins a stroke.
   * @param {string} id @param {{x: number, y: number, style: Style}} look @param {string} page @param {number} start
   * @param {InkPoint[]} points
   */
  extend(id, { x, y, style }, page, start, points) {
    let wet = this._strokes.get(id);
    if (!wet) {
      wet = { stroke: new WetStroke(style, x, y), page, parts: [], live: null, zoom: 0, changed: false };
      this._strokes.set(id, wet);
    }
    wet.stroke.extend(start, points);
    wet.changed = true;
  }

  /** The stroke is over; returns what it took, in board units. @param {string} id @returns {Rect[]} */
  drop(id) {
    const wet = this._strokes.get(id);
    this._strokes.delete(id);
    if (!wet) return [];
    return [...wet.parts, ...(wet.live ? [wet.live] : [])].map(({ box }) => placed(box, wet.stroke));
  }

  /** Outline what changed; returns what looks different now, in board units. @param {number} zoom @returns {Rect[]} */
  prepare(zoom) {
    /** @type {Rect[]} */
    const dirty = [];
    for (const wet of this._strokes.values()) {
      if (wet.zoom !== zoom) {
        wet.stroke.beginAnew();
        wet.parts = [];
        wet.zoom = zoom;
        wet.changed = true;
      }
      if (!wet.changed) continue;
      wet.changed = false;
      if (wet.live) dirty.push(placed(wet.live.box, wet.stroke));
      const { final, live } = wet.stroke.parts(zoom);
      if (final) wet.parts.push(partOf(final));
      wet.live = live && partOf(live);
      if (wet.live) dirty.push(placed(wet.live.box, wet.stroke));
    }
    return dirty;
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {DeviceView} view @param {string} page
   * @param {Rect} box what is wanted, board units
   */
  paint(context, view, page, box) {
    for (const { stroke, page: on, parts, live } of this._strokes.values()) {
      if (on !== page) continue;
      context.save();
      context.setTransform(
        view.zoom,
        0,
        0,
        view.zoom,
        stroke.x * view.zoom - view.left,
        stroke.y * view.zoom - view.top,
      );
      context.globalCompositeOperation = stroke.tints ? "multiply" : "source-over";
      context.fillStyle = inkColor(stroke.style);
      for (const part of live ? [...parts, live] : parts)
        if (meet(placed(part.box, stroke), box)) context.fill(part.path);
      context.restore();
    }
  }
}

/** @param {Float64Array} polygon @returns {Part} */
function partOf(polygon) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < polygon.length; i += 2) {
    box.left = Math.min(box.left, polygon[i]);
    box.right = Math.max(box.right, polygon[i]);
    box.top = Math.min(box.top, polygon[i + 1]);
    box.bottom = Math.max(box.bottom, polygon[i + 1]);
  }
  return { path: pathOf(polygon), box };
}

/** @param {Rect} box @param {{x: number, y: number}} origin @returns {Rect} */
const placed = ({ left, top, right, bottom }, { x, y }) => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
});
