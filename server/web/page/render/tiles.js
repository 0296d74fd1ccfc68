// The board as bitmaps: square tiles at one zoom, painted a few milliseconds a frame, copied when the view moves.
//
// While the zoom changes, the tiles of the last one are shown larger or smaller; once it rests, new ones take over.

import { meet } from "./boxes.js";

/** @import { Item, Repaint, Scene } from "./scene.js" */
/** @import { Rect } from "./viewport.js" */

/** Device pixels. */
const SIZE = 512;
/** More changed elements than this in one go: paint the tiles anew instead, little by little. */
const MANY = 100;

/**
 * Device pixels of the board: `zoom` of them a unit, and the window's upper left corner.
 * @typedef {{zoom: number, left: number, top: number, width: number, height: number}} DeviceView
 */
/**
 * Its corner `x`, `y` is in device pixels at its zoom. `items`: what is being painted, `done` of them so far, then what
 * changed meanwhile in the boxes `late`; null once it is ready.
 * @typedef {{canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, x: number, y: number, zoom: number,
 *   box: Rect, items: Item[] | null, done: number, late: Rect[]}} Tile
 */
/** @typedef {{zoom: number, tiles: Map<string, Tile>}} Layer */
/**
 * Paints an item with a context in device pixels whose origin is this far from the board's.
 * @typedef {(context: CanvasRenderingContext2D, item: Item, zoom: number, x: number, y: number) => void} Paint
 */
/** @typedef {(context: CanvasRenderingContext2D, box: Rect, zoom: number, x: number, y: number) => void} PaintPaper */

export class Tiles {
  /** @param {Scene} scene @param {Paint} paint @param {PaintPaper} paintPaper */
  constructor(scene, paint, paintPaper) {
    this._scene = scene;
    this._paint = paint;
    this._paintPaper = paintPaper;
    /** @type {Layer} */
    this._layer = { zoom: 0, tiles: new Map() };
    /** What was shown before the zoom changed. @type {Layer | null} */
    this._before = null;
  }

  /** Everything is different. */
  reset() {
    this._before = null;
    this._layer = { zoom: this._layer.zoom, tiles: new Map() };
  }

  /** Much is different: what there was is shown until all is painted anew. */
  renew() {
    if ([...this._layer.tiles.values()].some((tile) => tile.items === null)) this._before = this._layer;
    this._layer = { zoom: this._layer.zoom, tiles: new Map() };
  }

  /**
   * Bring the tiles up to date with the scene; those that were painted already, at once. Others go on where they were:
   * begun anew, they would never be ready while somebody draws on a large board.
   * @param {Repaint} repaint
   */
  update({ dirty, added }) {
    const layers = this._before ? [this._before, this._layer] : [this._layer];
    if (dirty.length > MANY) {
      this._begunAnew(dirty);
      return;
    }
    for (const { tiles } of layers)
      for (const tile of tiles.values()) {
        const boxes = dirty.filter((box) => meet(box, tile.box));
        const items = added.filter((item) => meet(item, tile.box));
        if (!boxes.length && !items.length) continue;
        if (tile.items !== null) {
          if (boxes.length && !tile.done) this._begin(tile);
          else {
            tile.items.push(...items);
            tile.late.push(...boxes);
          }
        } else if (boxes.length) [...boxes, ...items].forEach((box) => this._repaint(tile, box));
        else items.forEach((item) => this._paint(tile.context, item, tile.zoom, tile.x, tile.y));
      }
  }

  /**
   * Paint tiles of this view until the deadline (ms of performance.now); returns the boxes that look different now, in
   * board units, and whether all is done. Where nothing else is to be seen, tiles show while they are painted.
   * @param {DeviceView} view @param {boolean} resting whether its zoom stays for now @param {number} deadline
   */
  work(view, resting, deadline) {
    if (this._layer.zoom !== view.zoom && (resting || !this._layer.tiles.size)) {
      if ([...this._layer.tiles.values()].some((tile) => tile.items === null)) this._before = this._layer;
      this._layer = { zoom: view.zoom, tiles: new Map() };
    }
    /** @type {Rect[]} */
    const ready = [];
    if (this._layer.zoom !== view.zoom) return { ready, done: false };
    const visible = this._visible(view);
    for (const tile of visible) {
      if (tile.items === null) continue;
      const done = this._continue(tile, deadline);
      if (done || !this._before) ready.push(tile.box);
      if (!done) return { ready, done: false };
    }
    this._before = null;
    this._forget(visible);
    return { ready, done: true };
  }

  /**
   * Copy what there is of the view.
   * @param {CanvasRenderingContext2D} context in device pixels of the window @param {DeviceView} view
   */
  draw(context, view) {
    for (const layer of this._before ? [this._before, this._layer] : [this._layer]) {
      const scale = view.zoom / layer.zoom;
      for (const tile of layer.tiles.values()) {
        if (tile.items !== null && (this._before || !tile.done)) continue;
        const x = tile.x * scale - view.left;
        const y = tile.y * scale - view.top;
        const size = SIZE * scale;
        if (x >= view.width || y >= view.height || x + size <= 0 || y + size <= 0) continue;
        if (scale === 1) context.drawImage(tile.canvas, x, y);
        else context.drawImage(tile.canvas, x, y, size, size);
      }
    }
  }

  // ------------------------------------------------------------ inside

  /** The tiles of a view, made where there were none. @param {DeviceView} view @returns {Tile[]} */
  _visible(view) {
    const visible = [];
    const last = {
      x: Math.floor((view.left + view.width - 1) / SIZE),
      y: Math.floor((view.top + view.height - 1) / SIZE),
    };
    for (let y = Math.floor(view.top / SIZE); y <= last.y; y++)
      for (let x = Math.floor(view.left / SIZE); x <= last.x; x++) {
        const key = `${x} ${y}`;
        let tile = this._layer.tiles.get(key);
        if (!tile) {
          tile = newTile(x * SIZE, y * SIZE, view.zoom);
          this._layer.tiles.set(key, tile);
          this._begin(tile);
        }
        visible.push(tile);
      }
    return visible;
  }

  /** @param {Tile} tile */
  _begin(tile) {
    tile.items = this._scene.within(tile.box);
    tile.done = 0;
    tile.late = [];
    const { context, box, x, y, zoom } = tile;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.globalCompositeOperation = "source-over";
    this._paintPaper(context, box, zoom, x, y);
  }

  /** @param {Tile} tile @param {number} deadline @returns {boolean} whether it is ready */
  _continue(tile, deadline) {
    const items = tile.items ?? [];
    while (tile.done < items.length) {
      this._paint(tile.context, items[tile.done++], tile.zoom, tile.x, tile.y);
      if (tile.done % 8 === 0 && performance.now() > deadline) return false;
    }
    for (let box = tile.late.pop(); box; box = tile.late.pop()) {
      this._repaint(tile, box);
      if (tile.late.length && performance.now() > deadline) return false;
    }
    tile.items = null;
    return true;
  }

  /** @param {Tile} tile @param {Rect} box */
  _repaint(tile, box) {
    const { context, x, y, zoom } = tile;
    const left = Math.floor(box.left * zoom - x) - 1;
    const top = Math.floor(box.top * zoom - y) - 1;
    const right = Math.ceil(box.right * zoom - x) + 1;
    const bottom = Math.ceil(box.bottom * zoom - y) + 1;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    const whole = {
      left: (left + x) / zoom,
      top: (top + y) / zoom,
      right: (right + x) / zoom,
      bottom: (bottom + y) / zoom,
    };
    context.globalAlpha = 1;
    context.globalCompositeOperation = "source-over";
    this._paintPaper(context, whole, zoom, x, y);
    for (const item of this._scene.within(whole)) if (meet(item, tile.box)) this._paint(context, item, zoom, x, y);
    context.restore();
  }

  /** Much has changed: show the old tiles until new ones are painted. @param {Rect[]} dirty */
  _begunAnew(dirty) {
    const { zoom, tiles } = this._layer;
    const rest = [...tiles].filter(([, tile]) => !dirty.some((box) => meet(box, tile.box)));
    if (!this._before && rest.length < tiles.size) this._before = { zoom, tiles };
    this._layer = { zoom, tiles: new Map(rest) };
  }

  /** Let go of tiles far away. @param {Tile[]} visible */
  _forget(visible) {
    const most = 3 * visible.length + 8;
    const tiles = this._layer.tiles;
    if (tiles.size <= most) return;
    const keep = new Set(visible);
    for (const [key, tile] of tiles) {
      if (tiles.size <= most) break;
      if (!keep.has(tile)) tiles.delete(key);
    }
  }
}

/** @param {number} x @param {number} y its corner in device pixels @param {number} zoom @returns {Tile} */
function newTile(x, y, zoom) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  const box = { left: x / zoom, top: y / zoom, right: (x + SIZE) / zoom, bottom: (y + SIZE) / zoom };
  return { canvas, context, x, y, zoom, box, items: [], done: 0, late: [] };
}
