// Elements and the operations on them, as whiteboard/model has them; defaults are filled in when they are read.

/** @typedef {{x: number, y: number, w: number, h: number, rotation: number, parent: string}} Geometry */
/** @typedef {{color: string, width: number, ink: string, [more: string]: unknown}} Style */
/**
 * One thing somebody drew. `points` is base64, as on the wire. Fields that this page does not know are kept (SPEC D6).
 * @typedef {{id: string, kind: string, geometry: Geometry, style: Style, order: string, points: string, text: string,
 *   lock: boolean, ext: Record<string, unknown>, [more: string]: unknown}} Element
 */
/** @typedef {{op: "put", element: Element}} Put */
/** @typedef {{op: "patch", id: string, [group: string]: unknown}} Patch */
/** @typedef {{op: "remove", id: string}} Remove */
/** @typedef {Put | Patch | Remove} Op */

/** @type {Geometry} */
const GEOMETRY = { x: 0, y: 0, w: 0, h: 0, rotation: 0, parent: "" };
/** @type {Style} */
const STYLE = { color: "#1e1e1e", width: 4, ink: "pen" };

/** @param {any} json @returns {Element} an element of the wire with nothing left out */
export function elementFrom(json) {
  return {
    points: "",
    text: "",
    lock: false,
    ext: {},
    ...json,
    geometry: { ...GEOMETRY, ...json.geometry },
    style: { ...STYLE, ...json.style },
  };
}

/** @param {any} json @returns {Op} */
export function opFrom(json) {
  if (json.op === "put") return { op: "put", element: elementFrom(json.element) };
  const op = { ...json };
  if (op.geometry) op.geometry = { ...GEOMETRY, ...op.geometry };
  if (op.style) op.style = { ...STYLE, ...op.style };
  return op;
}

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
