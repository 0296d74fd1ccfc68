// Shows the board on a canvas: tiles, wet ink, cursors. Only what changed is painted, at most once a frame of the
// screen.

import { isOn } from "../model/pages.js";
import { RADIUS_PX } from "../tools/eraser.js";
import { fewer, meet, united } from "./boxes.js";
import { Lasers } from "./lasers.js";
import { cursorBox, paintCursor, paintEraser } from "./overlay.js";
import { paintItem } from "./painters/registry.js";
import { paintPaper } from "./paper.js";
import { Playback } from "./playback.js";
import { Scene } from "./scene.js";
import { Tiles } from "./tiles.js";
import { fit, Viewport } from "./viewport.js";
import { WetInk } from "./wet_ink.js";

/** @import { Editor } from "../editor.js" */
/** @import { News } from "../news.js" */
/** @import { TrailNews } from "../sync/peers.js" */
/** @import { Shelf } from "./painters/painter.js" */
/** @import { DeviceView } from "./tiles.js" */
/** @import { Point, Rect } from "./viewport.js" */

/** Milliseconds a frame for tiles, while somebody moves the view or draws. */
const BUDGET_MS = 9;
/** More changed elements than this at once: begin anew with the whole page. */
const MANY_CHANGES = 500;
/** Seconds without another zoom after which tiles of the new one are painted. */
const REST = 0.09;

export class Renderer {
  /** @param {HTMLCanvasElement} canvas @param {() => Editor} editor @param {Shelf} shelf */
  constructor(canvas, editor, shelf) {
    this._canvas = canvas;
    this._context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
    this._editor = editor;
    this.view = new Viewport();
    /** @type {{width: number, height: number}} */
    this.size = { width: 0, height: 0 };
    this._ratio = 1;
    this.scene = new Scene();
    this._paper = "";
    this._tiles = new Tiles(
      this.scene,
      (context, item, zoom, x, y) => paintItem(context, item, zoom, x, y, shelf),
      (context, box, zoom, x, y) => paintPaper(context, this._paper, box, zoom, x, y),
    );
    this._wet = new WetInk();
    this._lasers = new Lasers();
    this._playback = new Playback();
    /** Trails of others that play back, by id. @type {Map<string, TrailNews>} */
    this._trails = new Map();
    /** Where cursors were painted, screen pixels. @type {Rect[]} */
    this._cursors = [];
    /** My own pointer over the canvas, for the eraser's circle. @type {Point | null} */
    this._pointer = null;
    /** What must be painted anew, in device pixels; null: all. @type {Rect[] | null} */
    this._dirty = null;
    this._zoomed = 0;
    this._asked = false;
  }

  // ------------------------------------------------------------ what changes

  /**
   * The window has this size, in screen pixels, with so many device pixels each.
   * @param {number} width @param {number} height @param {number} ratio
   */
  resize(width, height, ratio) {
    this.size = { width, height };
    this._ratio = ratio;
    this._canvas.width = Math.round(width * ratio);
    this._canvas.height = Math.round(height * ratio);
    this._all();
  }

  /** @param {Viewport} view */
  look(view) {
    if (view.zoom !== this.view.zoom) this._zoomed = now();
    this.view = view;
    this._all();
  }

  /**
   * See everything on the page, between controls of so many pixels.
   * @param {number} top @param {number} bottom @param {number} [atMost] how large at most
   */
  fit(top, bottom, atMost = 2) {
    const box = this.scene.box;
    this.look(box ? fit(box, this.size, top, bottom, atMost) : new Viewport());
  }

  /** Begin anew with the page that is looked at. */
  restart() {
    const { board, page } = this._editor();
    this._paper = this._paperNow;
    this.scene.reset([...board].filter((element) => isOn(element, page)));
    this._tiles.reset();
    this._all();
  }

  /** @param {News} news */
  show(news) {
    const editor = this._editor();
    const { page } = editor;
    const isFirst = !this.scene.items.length && news.change.length > MANY_CHANGES;
    if (news.turned || isFirst) this.restart();
    else if (news.change.length > MANY_CHANGES) {
      this.scene.reset([...editor.board].filter((element) => isOn(element, page)));
      this._tiles.renew();
      this._all();
    } else if (news.change.length) {
      const repaint = this.scene.apply(news.change, (element) => isOn(element, page));
      this._tiles.update(repaint);
      this._boxes([...repaint.dirty, ...repaint.added]);
    }
    if (news.pages && this._paper !== this._paperNow) {
      this._paper = this._paperNow;
      this._tiles.renew();
      this._all();
    }
    if (news.marked || news.change.length) {
      const dirty = this.scene.fade(editor.marked);
      if (dirty.length) this._tiles.update({ dirty, added: [] });
      this._boxes(dirty);
    }
    if (news.ink) {
      const { id, style, start, points } = news.ink;
      if (style.ink === "laser") this._lasers.extend(id, "me", news.ink, page, points, now());
      else this._wet.extend(id, news.ink, page, start, points);
    }
    if (news.over !== null) this._end(news.over);
    for (const trail of news.peers?.trails ?? []) this._showTrail(trail);
    this._ask();
  }

  /** A picture has arrived: paint the images that show it. @param {string} asset */
  arrived(asset) {
    const dirty = this.scene.items.filter(({ element }) => element.kind === "image" && element.content.asset === asset);
    this._tiles.update({ dirty, added: [] });
    this._boxes(dirty);
  }

  /** @param {Point | null} at screen pixels */
  pointAt(at) {
    this._pointer = at;
    this._ask();
  }

  // ------------------------------------------------------------ inside

  /** What the page that is looked at is printed on. */
  get _paperNow() {
    const { page, pages } = this._editor();
    return pages.find(({ id }) => id === page)?.paper ?? "";
  }

  /** @param {TrailNews} trail */
  _showTrail(trail) {
    const { id, start, points, ended } = trail;
    if (ended) {
      this._playback.end(id);
      this._trails.delete(id);
      this._end(id);
    } else {
      this._trails.set(id, trail);
      this._playback.receive(id, start, points, now());
    }
  }

  /** @param {string} id */
  _end(id) {
    if (this._lasers.has(id)) this._lasers.end(id, now());
    else this._boxes(this._wet.drop(id));
  }

  _release() {
    for (const { id, start, points } of this._playback.release(now())) {
      const trail = this._trails.get(id);
      if (!trail) continue;
      if (trail.style.ink === "laser") this._lasers.extend(id, `${trail.member}`, trail, trail.page, points, now());
      else this._wet.extend(id, trail, trail.page, start, points);
    }
  }

  /** @returns {DeviceView} */
  get _device() {
    const zoom = this.view.zoom * this._ratio;
    const { width, height } = this._canvas;
    return { zoom, left: Math.round(this.view.left * zoom), top: Math.round(this.view.top * zoom), width, height };
  }

  _all() {
    this._dirty = null;
    this._ask();
  }

  /** These boxes, in board units, look different. @param {Rect[]} boxes */
  _boxes(boxes) {
    const { zoom, left, top } = this._device;
    if (this._dirty && this._dirty.length + boxes.length > MANY_CHANGES) this._dirty = null; // nobody looks, or at much
    for (const box of boxes)
      this._dirty?.push({
        left: Math.floor(box.left * zoom - left) - 2,
        top: Math.floor(box.top * zoom - top) - 2,
        right: Math.ceil(box.right * zoom - left) + 2,
        bottom: Math.ceil(box.bottom * zoom - top) + 2,
      });
    if (boxes.length) this._ask();
  }

  _ask() {
    if (this._asked) return;
    this._asked = true;
    requestAnimationFrame(() => this._frame());
  }

  _frame() {
    this._asked = false;
    const view = this._device;
    if (!view.width || !view.height) return;
    this._release();
    this._boxes(this._wet.prepare(view.zoom));
    this._boxes(this._lasers.prepare(now(), this.view.zoom));
    const { ready, done } = this._tiles.work(view, now() - this._zoomed > REST, performance.now() + BUDGET_MS);
    this._boxes(ready);
    this._moveOverlay();
    if (this._dirty === null || this._dirty.length) this._paint(view);
    this._dirty = [];
    if (!done || this._lasers.any || !this._playback.idle) this._ask();
  }

  /** The cursors where they were and where they are now look different. */
  _moveOverlay() {
    const boxes = this._overlay().map(({ box }) => box);
    const same =
      boxes.length === this._cursors.length &&
      boxes.every((box, i) => box.left === this._cursors[i].left && box.top === this._cursors[i].top);
    if (same) return;
    for (const { left, top, right, bottom } of [...this._cursors, ...boxes])
      this._dirty?.push({
        left: Math.floor(left * this._ratio),
        top: Math.floor(top * this._ratio),
        right: Math.ceil(right * this._ratio),
        bottom: Math.ceil(bottom * this._ratio),
      });
    this._cursors = boxes;
  }

  /** What lies above the board, in screen pixels. @returns {{box: Rect, paint: () => void}[]} */
  _overlay() {
    const { peers, page, tool } = this._editor();
    const shown = [];
    for (const [no, pointer] of peers.pointers) {
      const member = peers.members.get(no);
      if (!member || (pointer.page === "first" ? "" : pointer.page) !== page) continue;
      const at = this.view.toScreen(pointer);
      const box = cursorBox(at);
      if (!meet(box, { left: 0, top: 0, right: this.size.width, bottom: this.size.height })) continue;
      shown.push({ box, paint: () => paintCursor(this._context, at, member.name, member.color, this.size.width) });
    }
    const at = this._pointer;
    if (at && tool.name === "eraser") {
      const reach = RADIUS_PX + 2;
      const box = { left: at.x - reach, top: at.y - reach, right: at.x + reach, bottom: at.y + reach };
      shown.push({ box, paint: () => paintEraser(this._context, at, RADIUS_PX) });
    }
    return shown;
  }

  /** @param {DeviceView} view */
  _paint(view) {
    const context = this._context;
    const whole = { left: 0, top: 0, right: view.width, bottom: view.height };
    const boxes = this._dirty === null ? [whole] : fewer(this._dirty, whole);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    for (const { left, top, right, bottom } of boxes) context.rect(left, top, right - left, bottom - top);
    context.clip();
    const { left, top, right, bottom } = boxes.reduce(united, boxes[0] ?? whole);
    const { zoom } = view;
    const box = {
      left: (left + view.left) / zoom,
      top: (top + view.top) / zoom,
      right: (right + view.left) / zoom,
      bottom: (bottom + view.top) / zoom,
    };
    paintPaper(context, this._paper, box, zoom, view.left, view.top); // where no tile is ready
    this._tiles.draw(context, view);
    const { page } = this._editor();
    this._wet.paint(context, view, page, box);
    this._lasers.paint(context, view, page, now(), this._ratio);
    context.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
    for (const { paint } of this._overlay()) paint();
    context.restore();
  }
}

const now = () => performance.now() / 1000;
