// Edits of mine that the server has not confirmed, in order, and which elements they touch
// (whiteboard/sync/pending.py).

import { target } from "../model/element.js";

/** @import { Op } from "../model/element.js" */
/** @import { Edit } from "../protocol/messages.js" */

export class Pending {
  /** @param {Iterable<Edit>} edits @param {number} after the highest cseq ever used before these edits */
  constructor(edits, after) {
    /** @type {Map<number, {edit: Edit, ticket: number}>} */
    this._edits = new Map();
    /** @type {Map<string, number[]>} */
    this._touching = new Map();
    this._last = after;
    for (const edit of edits) this.insert(edit, 0);
  }

  get size() {
    return this._edits.size;
  }

  /** @returns {Edit[]} */
  get edits() {
    return [...this._edits.values()].map(({ edit }) => edit);
  }

  /** The edit that comes next; it waits once it is inserted. @param {Op[]} ops @returns {Edit} */
  nextEdit(ops) {
    return { cseq: this._last + 1, ops };
  }

  /** @param {Edit} edit @param {number} ticket of the journal's transaction that keeps it */
  insert(edit, ticket) {
    this._edits.set(edit.cseq, { edit, ticket });
    this._last = Math.max(this._last, edit.cseq);
    for (const id of new Set(edit.ops.map(target))) {
      const touching = this._touching.get(id);
      if (touching) touching.push(edit.cseq);
      else this._touching.set(id, [edit.cseq]);
    }
  }

  /** Remove an edit that the server has settled; null if it does not wait. @param {number} cseq */
  take(cseq) {
    const edit = this._edits.get(cseq)?.edit ?? null;
    if (edit === null) return null;
    this._edits.delete(cseq);
    for (const id of new Set(edit.ops.map(target))) {
      const rest = (this._touching.get(id) ?? []).filter((number) => number !== cseq);
      if (rest.length) this._touching.set(id, rest);
      else this._touching.delete(id);
    }
    return edit;
  }

  /** Remove all edits up to this one; returns their numbers. @param {number} cseq */
  settle(cseq) {
    const settled = [...this._edits.keys()].filter((number) => number <= cseq);
    settled.forEach((number) => this.take(number));
    return settled;
  }

  /** The server knows of edits up to this number: never use them again. @param {number} cseq */
  skipTo(cseq) {
    this._last = Math.max(this._last, cseq);
  }

  /** The waiting operations on one element, in order. @param {string} id @returns {Op[]} */
  on(id) {
    const numbers = this._touching.get(id) ?? [];
    return numbers.flatMap((cseq) => (this._edits.get(cseq)?.edit.ops ?? []).filter((op) => target(op) === id));
  }

  /**
   * The edits that follow `cseq` and are on disk, as long as few enough are on their way.
   * @param {number} cseq @param {number} written @param {number} atMost @returns {Edit[]}
   */
  after(cseq, written, atMost) {
    /** @type {Edit[]} */
    const edits = [];
    let count = 0;
    for (const { edit, ticket } of this._edits.values()) {
      if (count++ >= atMost || ticket > written) break;
      if (edit.cseq > cseq) edits.push(edit);
    }
    return edits;
  }

  /** The same edits counted from 1. @returns {Edit[]} */
  renumbered() {
    return this.edits.map((edit, i) => ({ ...edit, cseq: i + 1 }));
  }
}
