// What I am doing just now, on its way to the others: my strokes in progress and my pointer
// (whiteboard/sync/outbox.py).

import { EPHEMERAL_SECONDS, MAX_TRAIL_POINTS_PER_MESSAGE } from "../protocol/limits.js";

/** @import { Style } from "../model/element.js" */
/** @import { InkPoint } from "../model/points.js" */
/** @import { Presence, TrailPoints } from "../protocol/messages.js" */

/**
 * A message and the event that carries it.
 * @typedef {["trail", TrailPoints] | ["trail_end", {id: string}] | ["presence", Presence]} Doing
 */

/** While my ink flows, the others move my pointer with it; who does not is told this often. */
const WITH_INK_SECONDS = 0.25;

export class Outbox {
  constructor() {
    /** @type {Map<string, {x: number, y: number, style: Style, page: string, points: InkPoint[], sent: number}>} */
    this._trails = new Map();
    /** @type {string[]} */
    this._givenUp = [];
    /** @type {Presence} */
    this._presence = {};
    /** @type {{presence: Presence, at: number} | null} */
    this._sent = null;
    this._movedByInk = false; // the others have moved my pointer since it was sent
  }

  /**
   * More points of my stroke `id` on a page, relative to its origin.
   * @param {string} id @param {{x: number, y: number}} origin @param {Style} style @param {InkPoint[]} points
   * @param {string} page
   */
  trail(id, { x, y }, style, points, page) {
    const trail = this._trails.get(id) ?? { x, y, style, page, points: [], sent: 0 };
    trail.points.push(...points);
    this._trails.set(id, trail);
  }

  /** The stroke has become an element, which carries all its points. @param {string} id */
  finished(id) {
    this._trails.delete(id);
  }

  /** Nothing comes of the stroke. @param {string} id */
  givenUp(id) {
    if (this._trails.get(id)?.sent) this._givenUp.push(id);
    this._trails.delete(id);
  }

  /** @param {Presence} presence */
  pointAt(presence) {
    this._presence = presence;
  }

  /** A new connection: the others know nothing of what I am doing. */
  connected() {
    this._givenUp = [];
    this._sent = null;
    for (const trail of this._trails.values()) trail.sent = 0;
  }

  /**
   * Messages to send now; an unchanged pointer is repeated before it would expire.
   * @param {number} now @returns {Doing[]}
   */
  take(now) {
    /** @type {Doing[]} */
    const messages = this._givenUp.map((id) => ["trail_end", { id }]);
    this._givenUp = [];
    const inking = [...this._trails.values()].some((trail) => trail.sent < trail.points.length);
    this._movedByInk ||= inking;
    for (const [id, trail] of this._trails) {
      while (trail.sent < trail.points.length) {
        const start = trail.sent;
        const points = trail.points.slice(start, start + MAX_TRAIL_POINTS_PER_MESSAGE);
        const deltas = relative(points, start ? trail.points[start - 1] : [0, 0, 0]);
        trail.sent += points.length;
        if (start) messages.push(["trail", { id, start, points: deltas }]);
        else
          messages.push([
            "trail",
            { id, points: deltas, x: trail.x, y: trail.y, style: trail.style, page: trail.page },
          ]);
      }
    }
    if (this._isNews(now, inking)) {
      messages.push(["presence", this._presence]);
      this._sent = { presence: this._presence, at: now };
      this._movedByInk = false;
    }
    return messages;
  }

  /** @param {number} now @param {boolean} inking */
  _isNews(now, inking) {
    if (this._sent === null) return true;
    const { presence, at } = this._sent;
    const { x, y, tool, page } = this._presence;
    if (inking && now - at < WITH_INK_SECONDS && presence.tool === tool && presence.page === page) return false;
    const moved = presence.x !== x || presence.y !== y || presence.tool !== tool || presence.page !== page;
    return moved || this._movedByInk || (x !== undefined && now - at > EPHEMERAL_SECONDS / 2);
  }
}

/** @param {InkPoint[]} points @param {InkPoint} before @returns {number[]} their differences, three a point */
function relative(points, before) {
  /** @type {number[]} */
  const deltas = [];
  let last = before;
  for (const point of points) {
    deltas.push(point[0] - last[0], point[1] - last[1], point[2] - last[2]);
    last = point;
  }
  return deltas;
}
