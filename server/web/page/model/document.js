// The document: the elements of one board, and `apply`, the only way to change them (whiteboard/model/document.py).

import { same, target } from "./element.js";
import { merged } from "./text_merge.js";

/** @import { Element, Op } from "./element.js" */
/**
 * Each touched element once, as [before, after]; null where it was or is absent.
 * @typedef {[Element | null, Element | null][]} Change
 */
/** Who put an element on the board and when, seconds since 1970. @typedef {{author: string, at: number}} Stamp */

export class Board {
  /** @param {Iterable<Element>} [elements] @param {Iterable<[string, Stamp]>} [stamps] */
  constructor(elements = [], stamps = []) {
    /** @type {Map<string, Element>} */
    this._elements = new Map();
    for (const element of elements) this._elements.set(element.id, element);
    /** @type {Map<string, Stamp>} */
    this._stamps = new Map(stamps);
  }

  get size() {
    return this._elements.size;
  }

  [Symbol.iterator]() {
    return this._elements.values();
  }

  /** @param {string} id */
  get(id) {
    return this._elements.get(id) ?? null;
  }

  /** @param {string} id who drew an element; null for what no server has confirmed yet */
  stamp(id) {
    return this._stamps.get(id) ?? null;
  }

  /**
   * Do the operations of one edit in order; returns what changed in sum. `stamp` is kept for what the edit adds.
   * @param {Op[]} ops @param {Stamp | null} [stamp] @returns {Change}
   */
  apply(ops, stamp = null) {
    /** @type {Map<string, Element | null>} */
    const before = new Map();
    for (const op of ops) before.set(target(op), this.get(target(op)));
    for (const op of ops) {
      const id = target(op);
      const after = applied(op, this.get(id));
      if (after === null) {
        this._elements.delete(id);
        this._stamps.delete(id);
        continue;
      }
      this._elements.set(id, after);
      if (stamp !== null && !this._stamps.has(id)) this._stamps.set(id, stamp);
    }
    /** @type {Change} */
    const change = [];
    for (const [id, old] of before) {
      const now = this.get(id);
      if (!same(old, now)) change.push([old, now]);
    }
    return change;
  }
}

/**
 * What one operation makes of its element (null: absent).
 * @param {Op} op @param {Element | null} element @returns {Element | null}
 */
export function applied(op, element) {
  switch (op.op) {
    case "put":
      return op.element;
    case "remove":
      return null;
    case "retype":
      return element && { ...element, text: merged(op.base, op.text, element.text) };
    case "patch": {
      if (element === null) return null;
      const { op: _, id, ...groups } = op;
      return { ...element, ...groups };
    }
  }
}

/** @param {Board} before @param {Board} after @returns {Change} what leads from one document to another */
export function difference(before, after) {
  /** @type {Change} */
  const change = [];
  for (const element of before) if (after.get(element.id) === null) change.push([element, null]);
  for (const element of after) {
    const old = before.get(element.id);
    if (!same(old, element)) change.push([old, element]);
  }
  return change;
}

/** @param {Change} first @param {Change} second @returns {Change} two changes in a row as one */
export function joined(first, second) {
  if (!first.length || !second.length) return first.length ? first : second;
  /** @type {Map<string, [Element | null, Element | null]>} */
  const pairs = new Map();
  for (const [before, after] of [...first, ...second]) {
    const id = /** @type {Element} */ (before ?? after).id;
    const known = pairs.get(id);
    pairs.set(id, [known ? known[0] : before, after]);
  }
  return [...pairs.values()].filter(([before, after]) => !same(before, after));
}
