// The elements of the page that is looked at, in paint order, with their boxes and their pictures.

import { inPaintOrder as inOrder } from "../model/element.js";
import { meet } from "./boxes.js";
import { painterOf } from "./painters/registry.js";

/** @import { Change } from "../model/document.js" */
/** @import { Element } from "../model/element.js" */
/** @import { Point, Rect } from "./viewport.js" */

/**
 * One element: the box that its picture stays within, and what its painter keeps. `faded`: it is about to be erased.
 * @typedef {Rect & {element: Element, faded: boolean, picture: unknown, fineness: number}} Item
 */
/**
 * What a change did: where to paint anew, and what was only added on top.
 * @typedef {{dirty: Rect[], added: Item[]}} Repaint
 */

/** Instruments lie above everything. @param {Element} a @param {Element} b */
const inPaintOrder = (a, b) => Number(a.kind === "instrument") - Number(b.kind === "instrument") || inOrder(a, b);

export class Scene {
  constructor() {
    /** In paint order. @type {Item[]} */
    this.items = [];
    /** @type {Map<string, Item>} */
    this._byId = new Map();
  }

  /** Begin anew with these elements. @param {Element[]} elements */
  reset(elements) {
    this.items = elements.sort(inPaintOrder).map(itemOf);
    this._byId = new Map(this.items.map((item) => [item.element.id, item]));
  }

  /**
   * @param {Change} change @param {(element: Element) => boolean} shown whether an element is on this page
   * @returns {Repaint}
   */
  apply(change, shown) {
    /** @type {Repaint} */
    const repaint = { dirty: [], added: [] };
    for (const [before, after] of change) {
      const id = /** @type {Element} */ (before ?? after).id;
      const old = this._byId.get(id);
      if (old) {
        repaint.dirty.push(old);
        this._byId.delete(id);
        this.items.splice(this._placeOf(old.element), 1);
      }
      if (after === null || !shown(after)) continue;
      const item = itemOf(after);
      const place = this._placeOf(after);
      this._byId.set(id, item);
      this.items.splice(place, 0, item);
      if (place === this.items.length - 1) repaint.added.push(item);
      else repaint.dirty.push(item);
    }
    return repaint;
  }

  /**
   * Show these as about to be erased, and no others; returns where to paint anew.
   * @param {Set<string>} ids @returns {Rect[]}
   */
  fade(ids) {
    const dirty = [];
    for (const item of this.items) {
      if (item.faded === ids.has(item.element.id)) continue;
      item.faded = !item.faded;
      dirty.push(item);
    }
    return dirty;
  }

  /** What may be seen in a box, in paint order. @param {Rect} box */
  within(box) {
    return this.items.filter((item) => meet(item, box));
  }

  /**
   * The ids of what is painted within `radius` of the segment from a to b.
   * @param {Point} a @param {Point} b @param {number} radius
   */
  touching(a, b, radius) {
    const box = {
      left: Math.min(a.x, b.x) - radius,
      top: Math.min(a.y, b.y) - radius,
      right: Math.max(a.x, b.x) + radius,
      bottom: Math.max(a.y, b.y) + radius,
    };
    const near = this.within(box);
    return near
      .filter(({ element }) => painterOf(element).touches(element, a, b, radius))
      .map(({ element }) => element.id);
  }

  /** The box around everything, null if there is nothing. @returns {Rect | null} */
  get box() {
    if (!this.items.length) return null;
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { left, top, right, bottom } of this.items) {
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right);
      box.bottom = Math.max(box.bottom, bottom);
    }
    return box;
  }

  /** The first place whose element is painted no earlier. @param {Element} element */
  _placeOf(element) {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inPaintOrder(this.items[middle].element, element) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param {Element} element @returns {Item} */
const itemOf = (element) => ({ ...painterOf(element).box(element), element, faded: false, picture: null, fineness: 0 });
