// The hand moves the view.

/** @import { Gesture, Sample, Step } from "./tool.js" */

/** @implements {Gesture} */
export class Hand {
  constructor() {
    /** @type {Sample | null} */
    this._held = null;
  }

  /** @param {Sample} sample @returns {Step} */
  down(sample) {
    this._held = sample;
    return {};
  }

  /** The place that was taken in hand stays under the pointer. @param {Sample} sample @returns {Step} */
  move(sample) {
    if (this._held === null) return {};
    return { pan: [(sample.x - this._held.x) * sample.zoom, (sample.y - this._held.y) * sample.zoom] };
  }

  /** @returns {Step} */
  up() {
    return {};
  }

  /** @returns {Step} */
  cancel() {
    return {};
  }
}
