// This page's copy of a board: what the server confirmed (base) plus what it has not yet (pending). SPEC S and D.
//
// The client's half of whiteboard/sync/replica.py for somebody who is always a guest: there is no board of its own.

import { Board, applied, difference, joined } from "../model/document.js";
import { elementFrom, opFrom, same, target } from "../model/element.js";
import { authorOf } from "../protocol/identity.js";
import { PROTOCOL } from "../protocol/limits.js";
import { Pending } from "./pending.js";

/** @import { Change } from "../model/document.js" */
/** @import { Element, Op } from "../model/element.js" */
/** @import { Edit, Entry, Hello, Resume, Snapshot, Tick, Welcome } from "../protocol/messages.js" */

/** Edits sent but not confirmed; more wait, so that a long offline time does not flood the server. */
const MAX_IN_FLIGHT = 64;

/**
 * What must outlive this page besides pending edits.
 * @typedef {{client: string, ordinal: number, acked: number}} Standing
 */
/**
 * What a message did to the document, and which of my edits the server refused.
 * @typedef {{change: Change, refused: [Edit, Entry][]}} Received
 */
/**
 * Keeps a replica on disk. Each call is one transaction, in order; `written` is the newest that is there for good.
 * @typedef {{readonly written: number, pended: (edit: Edit) => number, settled: (standing: Standing, cseqs: number[])
 *   => void,
 *   renamed: (standing: Standing, edits: Edit[]) => number, greeted: (standing: Standing) => void}} Journal
 */

export class Replica {
  /** @param {Standing} standing @param {Edit[]} pending @param {Journal} journal @param {() => string} newClient */
  constructor(standing, pending, journal, newClient) {
    this._standing = standing;
    this._pending = new Pending(pending, standing.acked);
    this._journal = journal;
    this._newClient = newClient;
    this._base = new Board();
    /** What is here of the log. @type {Resume | null} */
    this._place = null;
    /** The highest cseq sent on this connection; null: not welcomed, nothing may be sent. @type {number | null} */
    this._sent = null;
    /** Set while its snapshot is awaited. @type {Welcome | null} */
    this._welcome = null;
    /** @type {Tick[]} */
    this._held = [];
    this.wantsHello = false;
    /** What the screen shows. */
    this.board = new Board();
    for (const edit of pending) this.board.apply(edit.ops);
  }

  get standing() {
    return this._standing;
  }

  get author() {
    return authorOf(this._standing.client);
  }

  /** How many edits of mine the server has not confirmed. */
  get unconfirmed() {
    return this._pending.size;
  }

  /** The path of the snapshot that must be loaded before anything else happens. */
  get wantsSnapshot() {
    return this._welcome?.snapshot ?? null;
  }

  /** Whether the server has welcomed this replica and the base is current. */
  get online() {
    return this._sent !== null && this._welcome === null;
  }

  /** Who drew an element; null while the server has not confirmed it. @param {string} id */
  stamp(id) {
    return this._base.stamp(id);
  }

  // ------------------------------------------------------------ my own edits

  /** Do an edit of my own at once; it is kept, and sent when there is somebody to send it to. @param {Op[]} ops */
  submit(ops) {
    const edit = this._pending.nextEdit(ops);
    this._pending.insert(edit, this._journal.pended(edit));
    return this.board.apply(ops);
  }

  /** Edits to send now, in order; each once a connection (SPEC S9: only what is on disk). @returns {Edit[]} */
  takeEdits() {
    if (!this.online || this._sent === null) return [];
    const edits = this._pending.after(this._sent, this._journal.written, MAX_IN_FLIGHT);
    if (edits.length) this._sent = edits[edits.length - 1].cseq;
    return edits;
  }

  // ------------------------------------------------------------ the server's words

  /** The first message of a connection or of a resynchronisation. @returns {Hello} */
  hello() {
    this.disconnected();
    this._standing = { ...this._standing, ordinal: this._standing.ordinal + 1 };
    this.wantsHello = false;
    this._journal.greeted(this._standing);
    const { client, ordinal } = this._standing;
    return { protocol: PROTOCOL, client, ordinal, ...(this._place && { resume: this._place }) };
  }

  /** Nothing can be sent until the next welcome. */
  disconnected() {
    this._sent = null;
    this._welcome = null;
    this._held = [];
  }

  /** The server's answer to hello; afterwards `wantsHello` or `wantsSnapshot` may be set. @param {Welcome} welcome */
  welcomed(welcome) {
    if (welcome.author !== this.author) return; // the answer to an earlier hello, from before a new identity
    if (welcome.known < this._standing.acked) {
      this._takeNewIdentity();
      return;
    }
    const place = this._place;
    if (welcome.resumed && (place === null || welcome.log_id !== place.log_id || welcome.start !== place.seq)) {
      this.wantsHello = true;
      return;
    }
    this._pending.skipTo(welcome.known);
    this._sent = welcome.known;
    if (!welcome.resumed) this._welcome = welcome;
  }

  /**
   * Replace the base by the snapshot that `wantsSnapshot` asked for (SPEC S5); pending edits stay on top.
   * @param {Snapshot} snapshot @returns {Received}
   */
  load(snapshot) {
    const welcome = this._welcome;
    if (welcome === null || snapshot.log_id !== welcome.log_id || snapshot.seq !== welcome.start) {
      this.wantsHello = true;
      return { change: [], refused: [] };
    }
    const before = this.board;
    const elements = snapshot.elements.map(([element]) => elementFrom(element));
    this._base = new Board(elements);
    for (const [element, stamp] of snapshot.elements)
      if (stamp) this._base._stamps.set(element.id, { author: stamp[0], at: stamp[1] });
    const settled = this._pending.settle(welcome.cseq);
    this._place = { log_id: snapshot.log_id, seq: snapshot.seq, hash: snapshot.hash };
    this._standing = { ...this._standing, acked: welcome.cseq };
    this._welcome = null;
    this._journal.settled(this._standing, settled);
    this.board = new Board(this._base);
    for (const edit of this._pending.edits) this.board.apply(edit.ops);
    let change = difference(before, this.board);
    const held = this._held;
    this._held = [];
    /** @type {[Edit, Entry][]} */
    const refused = [];
    for (const tick of held) {
      const received = this.receive(tick);
      change = joined(change, received.change);
      refused.push(...received.refused);
    }
    return { change, refused };
  }

  /**
   * Apply what the server put in order. A gap sets `wantsHello` (SPEC S8, S10).
   * @param {Tick} tick @returns {Received}
   */
  receive(tick) {
    const nothing = { change: [], refused: [] };
    if (this._welcome !== null) {
      this._held.push(tick);
      return nothing;
    }
    const place = this._place;
    const edits = tick.edits ?? [];
    if (place === null || this._sent === null || this.wantsHello || (edits.length && tick.seq <= place.seq))
      return nothing;
    const entries = edits.filter((entry) => entry.seq > place.seq);
    const dense = entries.every((entry, i) => entry.seq === place.seq + 1 + i);
    if (!dense || tick.seq !== place.seq + entries.length || (!entries.length && tick.hash !== place.hash)) {
      this.wantsHello = true;
      return nothing;
    }
    return entries.length ? this._confirm(tick, entries, place) : nothing;
  }

  // ------------------------------------------------------------ inside

  /** @param {Tick} tick @param {Entry[]} entries @param {Resume} place @returns {Received} */
  _confirm(tick, entries, place) {
    const me = this.author;
    let acked = this._standing.acked;
    /** @type {Set<string>} */
    const affected = new Set();
    /** @type {number[]} */
    const settled = [];
    /** @type {[Edit, Entry][]} */
    const refused = [];
    for (const entry of entries) {
      const ops = (entry.ops ?? []).map(opFrom);
      ops.forEach((op) => affected.add(target(op)));
      this._base.apply(ops, { author: entry.author, at: entry.at });
      if (entry.author !== me || entry.cseq <= 0) continue;
      acked = Math.max(acked, entry.cseq);
      const edit = this._pending.take(entry.cseq);
      if (edit === null) continue;
      settled.push(entry.cseq);
      edit.ops.forEach((op) => affected.add(target(op)));
      if (entry.void !== undefined) refused.push([edit, entry]);
    }
    this._place = { ...place, seq: tick.seq, hash: tick.hash };
    if (acked !== this._standing.acked || settled.length) {
      this._standing = { ...this._standing, acked };
      this._journal.settled(this._standing, settled);
    }
    return { change: this._refresh(affected), refused };
  }

  /** Bring the shown elements of these ids to what base and pending say. @param {Set<string>} ids */
  _refresh(ids) {
    /** @type {Op[]} */
    const ops = [];
    for (const id of ids) {
      const element = this._shown(id);
      if (element === null) ops.push({ op: "remove", id });
      else if (!same(this.board.get(id), element)) ops.push({ op: "put", element });
    }
    return this.board.apply(ops);
  }

  /** @param {string} id @returns {Element | null} */
  _shown(id) {
    let element = this._base.get(id);
    for (const op of this._pending.on(id)) element = applied(op, element);
    return element;
  }

  /** The server forgot edits of mine that it had confirmed, so my numbers no longer fit its own (SPEC S6). */
  _takeNewIdentity() {
    this._standing = { client: this._newClient(), ordinal: this._standing.ordinal, acked: 0 };
    this._place = null;
    this.disconnected();
    const edits = this._pending.renumbered();
    const ticket = this._journal.renamed(this._standing, edits);
    this._pending = new Pending([], 0);
    for (const edit of edits) this._pending.insert(edit, ticket);
    this.wantsHello = true;
  }
}
