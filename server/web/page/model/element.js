// Elements and the operations on them, as whiteboard/model has them; defaults are filled in when they are read.

/** @typedef {{x: number, y: number, w: number, h: number, rotation: number, parent: string}} Geometry */
/** @typedef {{size: number, family: string, align: string, bold: boolean, italic: boolean}} Font */
/**
 * @typedef {{color: string, width: number, ink: string, opacity: number, fill: string, dash: string, tail: string,
 *   head: string, font: Partial<Font> | null}} Style
 */
/** The end of a connector sticks to an element. @typedef {{to: string, u?: number, v?: number}} Binding */
/**
 * What a kind has besides; each uses its own.
 * @typedef {{form?: string, start?: Binding | null, end?: Binding | null, bend?: number, wraps?: boolean, by?: string,
 *   asset?: string, type?: string, alt?: string, paper?: string, title?: string, gone?: boolean}} Content
 */
/**
 * One thing somebody drew. `points` is base64, as on the wire. Fields that this page does not know are kept (SPEC D6).
 * @typedef {{id: string, kind: string, geometry: Geometry, style: Style, order: string, points: string, text: string,
 *   lock: boolean, group: string, content: Content, ext: Record<string, unknown>, [more: string]: unknown}} Element
 */
/** @typedef {{op: "put", element: Element}} Put */
/** @typedef {{op: "patch", id: string, [group: string]: unknown}} Patch */
/** @typedef {{op: "retype", id: string, base: string, text: string}} Retype */
/** @typedef {{op: "remove", id: string}} Remove */
/** @typedef {Put | Patch | Retype | Remove} Op */

/** The page that every board has, as elements and messages name it: not at all. */
export const FIRST_PAGE = "";

/** @type {Geometry} */
const GEOMETRY = { x: 0, y: 0, w: 0, h: 0, rotation: 0, parent: "" };
/** @type {Style} */
const STYLE = {
  color: "#1e1e1e",
  width: 4,
  ink: "pen",
  opacity: 1,
  fill: "",
  dash: "",
  tail: "",
  head: "",
  font: null,
};

/** @param {any} json @returns {Element} an element of the wire with nothing left out */
export function elementFrom(json) {
  return {
    points: "",
    text: "",
    lock: false,
    group: "",
    content: {},
    ext: {},
    ...json,
    geometry: { ...GEOMETRY, ...json.geometry },
    style: styleFrom(json.style),
  };
}

/** @param {any} json @returns {Op} */
export function opFrom(json) {
  if (json.op === "put") return { op: "put", element: elementFrom(json.element) };
  const op = { ...json };
  if (op.geometry) op.geometry = { ...GEOMETRY, ...op.geometry };
  if (op.style) op.style = styleFrom(op.style);
  return op;
}

/** @param {Partial<Style>} [json] @returns {Style} */
export const styleFrom = (json) => ({ ...STYLE, ...json });

/** The page that an element is on, FIRST_PAGE for the first. @param {Element} element */
export const pageOf = ({ geometry }) => (geometry.parent === "first" ? FIRST_PAGE : geometry.parent);

/** @param {Op} op the element that it is about */
export const target = (op) => (op.op === "put" ? op.element.id : op.id);

/**
 * The order of painting: lower is further back (SPEC D3). Compared as ASCII text, never by a locale.
 * @param {Element} a @param {Element} b
 */
export const inPaintOrder = (a, b) =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Whether two plain values of JSON are equal.
 * @param {unknown} a @param {unknown} b @returns {boolean}
 */
export function same(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = /** @type {Record<string, unknown>} */ (a);
  const right = /** @type {Record<string, unknown>} */ (b);
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && same(left[key], right[key]));
}
