// Pen, highlighter and laser: a stroke begins with the first touch. It becomes an element when the pen lifts, unless it
// is the laser's, which fades.

import { MAX_POINTS } from "../model/points.js";
import { StrokeBuilder } from "../ink/stroke_builder.js";

/** @import { Gesture, Sample, Step, Surroundings } from "./tool.js" */

/** @implements {Gesture} */
export class Pen {
  /** @param {string} ink @param {Surroundings} around @param {number} zoom screen pixels a board unit */
  constructor(ink, around, zoom) {
    this._around = around;
    this._id = around.newId();
    this._style = around.styleOf(ink);
    this._page = around.page;
    this._builder = new StrokeBuilder(this._style.width, zoom);
    this._shown = 0;
  }

  /** @param {Sample} sample @returns {Step} */
  down(sample) {
    return this.move(sample);
  }

  /** @param {Sample} sample @returns {Step} */
  move(sample) {
    this._builder.add(sample);
    return this._fresh();
  }

  /** @param {Sample} sample @returns {Step} */
  up(sample) {
    this._builder.add(sample);
    if (this._style.ink === "laser") return { ...this._fresh(), over: this._id };
    const { geometry, points } = this._builder.finish();
    /** @type {import("../model/element.js").Element} */
    const element = {
      id: this._id,
      kind: "stroke",
      geometry: { ...geometry, parent: this._page },
      order: this._around.nextOrder(),
      style: this._style,
      points,
      text: "",
      lock: false,
      group: "",
      content: {},
      ext: {},
    };
    return { ops: [{ op: "put", element }], over: this._id };
  }

  /** @returns {Step} */
  cancel() {
    return { over: this._id };
  }

  /** @returns {Step} */
  _fresh() {
    const { origin, points } = this._builder;
    if (origin === null || this._shown >= Math.min(points.length, MAX_POINTS)) return {};
    const start = this._shown;
    this._shown = points.length;
    return { ink: { id: this._id, ...origin, style: this._style, start, points: points.slice(start) } };
  }
}
