// Lets the others' ink flow: points that arrive in one piece a tick are released evenly
// (whiteboard/render/trail_playback.py).

import { TICK_SECONDS } from "../protocol/limits.js";

/** @import { InkPoint } from "../model/points.js" */

/** No point is held back longer than this many seconds. */
const MAX_BEHIND = 0.05;

export class Playback {
  constructor() {
    /** @type {Map<string, {start: number, waiting: [number, InkPoint][]}>} */
    this._queues = new Map();
  }

  /**
   * Points of a stroke arrived, from index `start` on.
   * @param {string} id @param {number} start @param {InkPoint[]} points @param {number} now
   */
  receive(id, start, points, now) {
    const queue = this._queues.get(id) ?? { start, waiting: [] };
    this._queues.set(id, queue);
    const last = queue.waiting[queue.waiting.length - 1];
    const begin = last ? Math.min(last[0], now + TICK_SECONDS) : now;
    const until = Math.min(Math.max(begin, now) + TICK_SECONDS, now + MAX_BEHIND);
    points.forEach((point, i) => queue.waiting.push([begin + ((until - begin) * (i + 1)) / points.length, point]));
  }

  /** The points that are due. @param {number} now @returns {{id: string, start: number, points: InkPoint[]}[]} */
  release(now) {
    const due = [];
    for (const [id, queue] of this._queues) {
      let count = 0;
      while (count < queue.waiting.length && queue.waiting[count][0] <= now) count++;
      if (!count) continue;
      due.push({ id, start: queue.start, points: queue.waiting.splice(0, count).map(([, point]) => point) });
      queue.start += count;
    }
    return due;
  }

  /** The stroke is over: what still waits is part of the element, or of nothing. @param {string} id */
  end(id) {
    this._queues.delete(id);
  }

  /** Whether nothing waits, so that no frame is needed for it. */
  get idle() {
    return [...this._queues.values()].every(({ waiting }) => !waiting.length);
  }
}
