// What the others are doing just now: who is there, their pointers, the strokes they are drawing (SPEC L). Newest wins.

import { styleFrom } from "../model/element.js";
import { UNITS, absolute } from "../model/points.js";
import { EPHEMERAL_SECONDS } from "../protocol/limits.js";

/** @import { Style } from "../model/element.js" */
/** @import { InkPoint } from "../model/points.js" */
/** @import { Member, Tick, TrailBegun, Welcome } from "../protocol/messages.js" */

/**
 * More of a stroke that somebody else is drawing, or its end. `points` begin at index `start` of the stroke.
 * @typedef {{id: string, member: number, x: number, y: number, style: Style, start: number, points: InkPoint[],
 *   ended: boolean, page: string}} TrailNews
 */
/**
 * What a message changed about the others.
 * @typedef {{joined: Member[], left: Member[], trails: TrailNews[]}} PeerNews
 */
/**
 * @typedef {{begun: TrailBegun, last: InkPoint, count: number, seen: number}} Trail
 */
/**
 * Where a member's pointer is, in board units.
 * @typedef {{x: number, y: number, tool: string, seen: number, page: string}} Pointer
 */

/**
 * The members of a board as one of them sees it. The pointer of somebody who draws is where his ink ends: he says where
 * it is only now and then. What a tick says of a pointer is newer than the ink in it.
 */
export class Peers {
  constructor() {
    /** @type {number | null} */
    this.me = null;
    /** @type {Map<number, Member>} */
    this.members = new Map();
    /** @type {Map<number, Pointer>} */
    this.pointers = new Map();
    /** @type {Map<number, Trail>} */
    this._trails = new Map();
  }

  /** Everybody but me, in the order of joining. */
  get others() {
    return [...this.members.values()].filter((member) => member.no !== this.me).sort((a, b) => a.no - b.no);
  }

  /** What I may do, as far as I was told. */
  get role() {
    return (this.me !== null && this.members.get(this.me)?.role) || "editor";
  }

  /** The numbers of the members who are drawing. */
  get drawing() {
    return new Set([...this._trails.values()].map((trail) => trail.begun.member));
  }

  /**
   * I am on the board (again): everything starts anew.
   * @param {Welcome} welcome @param {number} now @returns {PeerNews}
   */
  welcomed(welcome, now) {
    const before = [...this.members.values()];
    const was = this.me; // I may come as somebody else, but I have not left
    const ended = this._end([...this._trails.keys()]);
    this.me = welcome.member;
    this.members = new Map(welcome.members.map((member) => [member.no, member]));
    this.pointers.clear();
    const begun = (welcome.trails ?? []).flatMap((trail) => this._begin(trail, now));
    const known = new Set(before.map((member) => member.author));
    const still = new Set(welcome.members.map((member) => member.author));
    return {
      joined: before.length ? this.others.filter((member) => !known.has(member.author)) : [],
      left: before.filter((member) => member.no !== was && !still.has(member.author)),
      trails: [...ended, ...begun],
    };
  }

  /** The connection is gone: no pointer and no stroke in progress can be believed any more. @returns {PeerNews} */
  disconnected() {
    this.pointers.clear();
    return { joined: [], left: [], trails: this._end([...this._trails.keys()]) };
  }

  /** @param {Tick} tick @param {number} now @returns {PeerNews} */
  receive(tick, now) {
    for (const member of [...(tick.joined ?? []), ...(tick.changed ?? [])]) this.members.set(member.no, member);
    /** @type {Member[]} */
    const left = [];
    for (const no of tick.left ?? []) {
      const member = this.members.get(no);
      if (member) left.push(member);
      this.members.delete(no);
      this.pointers.delete(no);
    }
    const trails = this._receiveTrails(tick, now);
    for (const [no, x, y, tool, page = ""] of tick.presence ?? []) {
      if (no === this.me || !this.members.has(no)) continue;
      if (x === null || y === null) this.pointers.delete(no);
      else this.pointers.set(no, { x, y, tool, seen: now, page });
    }
    return { joined: (tick.joined ?? []).filter((member) => member.no !== this.me), left, trails };
  }

  /**
   * Drop what has had no news for too long (SPEC L4); call it about once a second.
   * @param {number} now @returns {PeerNews}
   */
  expire(now) {
    const old = now - EPHEMERAL_SECONDS;
    for (const [no, pointer] of this.pointers) if (pointer.seen < old) this.pointers.delete(no);
    const stale = [...this._trails].filter(([, trail]) => trail.seen < old).map(([key]) => key);
    return { joined: [], left: [], trails: this._end(stale) };
  }

  // ------------------------------------------------------------ inside

  /** @param {Tick} tick @param {number} now */
  _receiveTrails(tick, now) {
    const news = (tick.begun ?? []).flatMap((begun) => this._begin(begun, now));
    for (const [key, start, deltas] of tick.trails ?? []) {
      const trail = this._trails.get(key);
      if (!trail || start > trail.count) continue; // a gap: the stroke itself will carry all points (SPEC L2)
      const fresh = absolute(deltas.slice(3 * (trail.count - start)), trail.last);
      if (!fresh.length) continue;
      news.push(newsOf(trail.begun, trail.count, fresh));
      trail.last = fresh[fresh.length - 1];
      trail.count += fresh.length;
      trail.seen = now;
      this._pointWith(trail);
    }
    const drawn = new Set();
    for (const entry of tick.edits ?? [])
      for (const op of entry.ops ?? []) if (op.op === "put") drawn.add(op.element.id);
    const ended = new Set(tick.ended ?? []);
    const done = [...this._trails]
      .filter(([key, trail]) => ended.has(key) || drawn.has(trail.begun.id))
      .map(([key]) => key);
    return [...news, ...this._end(done)];
  }

  /** @param {TrailBegun} begun @param {number} now @returns {TrailNews[]} */
  _begin(begun, now) {
    if (begun.member === this.me) return [];
    const points = absolute(begun.points ?? [], [0, 0, 0]);
    const last = points[points.length - 1] ?? [0, 0, 0];
    const trail = { begun, last, count: points.length, seen: now };
    this._trails.set(begun.trail, trail);
    if (points.length) this._pointWith(trail);
    return [newsOf(begun, 0, points)];
  }

  /** @param {Trail} trail */
  _pointWith({ begun: { member, x, y, style, page = "" }, last, seen }) {
    if (!this.members.has(member)) return; // vanished in the middle of it
    const tool = this.pointers.get(member)?.tool ?? styleFrom(style).ink;
    const [dx, dy] = last;
    this.pointers.set(member, { x: x + dx / UNITS, y: y + dy / UNITS, tool, seen, page });
  }

  /** @param {number[]} keys @returns {TrailNews[]} */
  _end(keys) {
    return keys.flatMap((key) => {
      const trail = this._trails.get(key);
      this._trails.delete(key);
      return trail ? [{ ...newsOf(trail.begun, trail.count, []), ended: true }] : [];
    });
  }
}

/** @param {TrailBegun} begun @param {number} start @param {InkPoint[]} points @returns {TrailNews} */
function newsOf({ id, member, x, y, style, page = "" }, start, points) {
  return { id, member, x, y, style: styleFrom(style), start, points, ended: false, page };
}
