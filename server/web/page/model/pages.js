// The pages of a board in their order, kept up with the document change by change (whiteboard/model/pages.py).

import { FIRST_PAGE, inPaintOrder, pageOf } from "./element.js";

/** @import { Change } from "./document.js" */
/** @import { Element } from "./element.js" */

/** The id of the first page's element, if it has one. */
const FIRST_ELEMENT = "first";

/** One page: `id` as elements name it. @typedef {{id: string, title: string, paper: string}} Page */

/**
 * First the first page, if it has no element; then those with one, in paint order; then those that only their elements
 * name. Gone pages are left out, but a board has a page.
 */
export class Pages {
  /** @param {Iterable<Element>} elements */
  constructor(elements) {
    /** @type {Map<string, Element>} */
    this._elements = new Map();
    /** How many elements are on each. @type {Map<string, number>} */
    this._counts = new Map();
    /** @type {Page[]} */
    this.listed = [];
    for (const element of elements) this._take(element, 1);
    this._list();
  }

  /**
   * Keep up with a change of the document; returns whether any page is another one now, or elsewhere.
   * @param {Change} change
   */
  follow(change) {
    let other = false;
    for (const [before, after] of change) {
      if (before !== null) other = this._take(before, -1) || other;
      if (after !== null) other = this._take(after, 1) || other;
    }
    if (other) this._list();
    return other;
  }

  /** A page, there or gone. @param {string} id @returns {Page} */
  page(id) {
    const element = this._elements.get(id);
    return element ? pageFrom(id, element) : { id, title: "", paper: "" };
  }

  /** @param {string} id whether a page is there */
  has(id) {
    return this.listed.some((page) => page.id === id);
  }

  /**
   * The page to show in place of one that is not there: what came after it, or else what is last.
   * @param {string} id
   */
  neighbour(id) {
    const gone = this._elements.get(id);
    const next = this.listed.find((page) => {
      const element = this._elements.get(page.id);
      return gone && element && inPaintOrder(element, gone) > 0;
    });
    return (next ?? this.listed[this.listed.length - 1]).id;
  }

  /**
   * Where one sees a change: on `page`, if it touches it, or else on the first page that it touches.
   * @param {Change} change @param {string} page
   */
  touched(change, page) {
    const elements = change.flatMap(([before, after]) => after ?? before ?? []);
    const there = elements
      .map((element) => (element.kind === "page" ? idOf(element) : pageOf(element)))
      .filter((id) => this.has(id));
    return there.includes(page) || !there.length ? page : there[0];
  }

  /**
   * Take an element in (1) or out (-1).
   * @param {Element} element @param {1 | -1} more @returns {boolean} whether the list is another
   */
  _take(element, more) {
    if (element.kind === "page") {
      const id = idOf(element);
      if (more > 0) this._elements.set(id, element);
      else this._elements.delete(id);
      return true;
    }
    const page = pageOf(element);
    const count = (this._counts.get(page) ?? 0) + more;
    if (count > 0) this._counts.set(page, count);
    else this._counts.delete(page);
    return page !== FIRST_PAGE && !this._elements.has(page) && count <= 1;
  }

  _list() {
    const known = [...this._elements]
      .sort(([, a], [, b]) => inPaintOrder(a, b))
      .map(([id, element]) => ({ ...pageFrom(id, element), gone: element.content.gone === true }));
    if (!this._elements.has(FIRST_PAGE)) known.unshift({ id: FIRST_PAGE, title: "", paper: "", gone: false });
    for (const id of [...this._counts.keys()].sort())
      if (id !== FIRST_PAGE && !this._elements.has(id)) known.push({ id, title: "", paper: "", gone: false });
    const shown = known.filter(({ gone }) => !gone);
    this.listed = shown.length ? shown : [known[0]];
  }
}

/** @param {Element} element of a page @returns {string} the page's id as elements name it */
const idOf = ({ id }) => (id === FIRST_ELEMENT ? FIRST_PAGE : id);

/** @param {string} id @param {Element} element @returns {Page} */
const pageFrom = (id, { content }) => ({ id, title: content.title ?? "", paper: content.paper ?? "" });

/** Whether an element is to be seen on a page. @param {Element} element @param {string} page */
export const isOn = (element, page) => element.kind !== "page" && pageOf(element) === page;
