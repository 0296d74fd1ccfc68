// The eraser takes away whole elements: it marks what it touches, and one edit removes them when it lifts.

/** @import { Board } from "../model/document.js" */
/** @import { Op } from "../model/element.js" */
/** @import { Gesture, Sample, Step, Surroundings } from "./tool.js" */

/** Half the size of the eraser on the screen, whatever the zoom. */
export const RADIUS_PX = 8;
/** The same for a finger, which sees less of what it rubs out. */
const TOUCH_RADIUS_PX = 18;

/** @implements {Gesture} */
export class Eraser {
  /** @param {Surroundings} around */
  constructor(around) {
    this._around = around;
    /** @type {Sample | null} */
    this._last = null;
    /** @type {Set<string>} */
    this._marked = new Set();
  }

  /** @param {Sample} sample @returns {Step} */
  down(sample) {
    return this.move(sample);
  }

  /** @param {Sample} sample @returns {Step} */
  move(sample) {
    const radius = (sample.touch ? TOUCH_RADIUS_PX : RADIUS_PX) / sample.zoom;
    const before = this._marked.size;
    for (const id of this._around.touching(this._last ?? sample, sample, radius))
      if (this._around.board.get(id)?.lock === false) this._marked.add(id);
    this._last = sample;
    return this._marked.size > before ? { marked: new Set(this._marked) } : {};
  }

  /** @param {Sample} sample @returns {Step} */
  up(sample) {
    this.move(sample);
    const ids = [...this._marked].sort().filter((id) => this._around.board.get(id) !== null);
    /** @type {Op[]} */
    const ops = ids.map((id) => ({ op: "remove", id }));
    return { ops: [...(ids.length ? freed(this._around.board, new Set(ids)) : []), ...ops], marked: new Set() };
  }

  /** @returns {Step} */
  cancel() {
    return { marked: new Set() };
  }
}

/**
 * Connectors that stick to what goes stick to nothing then.
 * @param {Board} board @param {Set<string>} gone @returns {Op[]}
 */
function freed(board, gone) {
  /** @type {Op[]} */
  const ops = [];
  for (const { id, kind, lock, content } of board) {
    if (kind !== "connector" || lock || gone.has(id)) continue;
    const { start, end, ...rest } = content;
    const [stays, ends] = [start && !gone.has(start.to), end && !gone.has(end.to)];
    if ((start && !stays) || (end && !ends))
      ops.push({ op: "patch", id, content: { ...rest, ...(stays && { start }), ...(ends && { end }) } });
  }
  return ops;
}
