// Which part of the board the window shows, and how large: board units to screen pixels and back. Values, never
// changed.

/** An axis-parallel box. @typedef {{left: number, top: number, right: number, bottom: number}} Rect */
/** @typedef {{x: number, y: number}} Point */

const MIN_ZOOM = 0.05;
const MAX_ZOOM = 32;
/** Board units; the protocol knows no place beyond 1e9. */
const FURTHEST = 9e8;
const FIT_MARGIN_PX = 32;

export class Viewport {
  /**
   * @param {number} left @param {number} top board units at the upper left corner
   * @param {number} zoom screen pixels a unit
   */
  constructor(left = 0, top = 0, zoom = 1) {
    this.left = Math.min(Math.max(left, -FURTHEST), FURTHEST);
    this.top = Math.min(Math.max(top, -FURTHEST), FURTHEST);
    this.zoom = zoom;
  }

  /** @param {Point} point board units */
  toScreen({ x, y }) {
    return { x: (x - this.left) * this.zoom, y: (y - this.top) * this.zoom };
  }

  /** @param {Point} point screen pixels */
  toBoard({ x, y }) {
    return { x: this.left + x / this.zoom, y: this.top + y / this.zoom };
  }

  /** The view after its content was dragged by so many screen pixels. @param {number} dx @param {number} dy */
  panned(dx, dy) {
    return new Viewport(this.left - dx / this.zoom, this.top - dy / this.zoom, this.zoom);
  }

  /** The view magnified; what is at these screen pixels stays there. @param {Point} at @param {number} factor */
  zoomedAt(at, factor) {
    const zoom = Math.min(Math.max(this.zoom * factor, MIN_ZOOM), MAX_ZOOM);
    const fixed = this.toBoard(at);
    return new Viewport(fixed.x - at.x / zoom, fixed.y - at.y / zoom, zoom);
  }
}

/**
 * The view that shows the whole box in the middle, below `top` and above `bottom` pixels of controls.
 * @param {Rect} box @param {{width: number, height: number}} size @param {number} top @param {number} bottom
 * @param {number} atMost how large at most
 */
export function fit(box, size, top, bottom, atMost) {
  const roomX = Math.max(size.width - 2 * FIT_MARGIN_PX, 1);
  const roomY = Math.max(size.height - top - bottom - 2 * FIT_MARGIN_PX, 1);
  const wide = Math.max(box.right - box.left, 1e-9);
  const high = Math.max(box.bottom - box.top, 1e-9);
  const zoom = Math.min(Math.max(Math.min(roomX / wide, roomY / high, atMost), MIN_ZOOM), MAX_ZOOM);
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  return new Viewport(x - size.width / zoom / 2, y - (top + (size.height - top - bottom) / 2) / zoom, zoom);
}
