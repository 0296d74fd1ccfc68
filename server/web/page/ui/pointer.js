// Mouse, pens and fingers on the canvas: which of them draw, and which move the view.
//
// One finger draws, two move and zoom; a second finger soon after the first takes its stroke back and makes it a pinch,
// a later one is another person's and draws too. Once a pen was seen, fingers only move the view, unless one wants it
// otherwise (whiteboard/ui/touch.py), and while it writes they do nothing: a palm lies there.

/** @import { Editor } from "../editor.js" */
/** @import { Renderer } from "../render/renderer.js" */
/** @import { Point } from "../render/viewport.js" */
/** @import { Sample } from "../tools/tool.js" */

const PINCH_SECONDS = 0.3;
/** Fingers closer than this do not zoom: their distance is mostly noise. */
const MIN_SPREAD_PX = 20;
const WHEEL_FACTOR = 1.2;
const ERASER_BUTTON = 32;
const SIDE_BUTTONS = 2 | 4;
/** Left, middle, right, and a pen's eraser. Others leaf through the browser's history. */
const BUTTONS = [0, 1, 2, 5];

export class Pointers {
  /**
   * @param {HTMLCanvasElement} canvas @param {() => Editor} editor @param {Renderer} renderer
   * @param {() => void} onView the view has moved @param {() => void} onPen there is a pen: fingers do not draw now
   */
  constructor(canvas, editor, renderer, onView, onPen) {
    this._canvas = canvas;
    this._editor = editor;
    this._renderer = renderer;
    this._onView = onView;
    this._onPen = onPen;
    this._penSeen = false;
    /** Whether one finger draws. */
    this.fingersDraw = true;
    this._spaceHeld = false;
    /**
     * Pointers that have a gesture: when they landed, where they are; `pans`: it is the hand's.
     * @type {Map<number, {since: number, type: string, pans: boolean, at: Point}>}
     */
    this._drawing = new Map();
    /** Fingers that move the view. @type {Map<number, Point>} */
    this._moving = new Map();
    const on = (/** @type {string} */ name, /** @type {(event: any) => void} */ act) =>
      canvas.addEventListener(name, act, { passive: false });
    on("pointerdown", (event) => this._down(event));
    on("pointermove", (event) => this._move(event));
    on("pointerup", (event) => this._up(event));
    on("pointercancel", (event) => this._cancel(event));
    on("lostpointercapture", (event) => this._cancel(event));
    on("pointerleave", (event) => this._leave(event));
    on("wheel", (event) => this._wheel(event));
    on("contextmenu", (event) => event.preventDefault());
    addEventListener("blur", () => this.holdSpace(false)); // its release is told to somebody else
    for (const name of ["touchstart", "touchmove", "gesturestart"]) on(name, (event) => event.preventDefault());
  }

  /** While the space bar is held, the mouse moves the view. @param {boolean} held */
  holdSpace(held) {
    this._spaceHeld = held;
  }

  /** @param {PointerEvent} event */
  _down(event) {
    event.preventDefault();
    this._canvas.focus({ preventScroll: true });
    this._canvas.classList.add("pointed"); // no frame around the board then
    if (!BUTTONS.includes(event.button)) return;
    const { pointerType: type } = event;
    if (type === "pen") this._penLands();
    if (type === "touch" && (this._palmLies || this._makesPinch(event))) return;
    try {
      this._canvas.setPointerCapture(event.pointerId);
    } catch {
      return; // it is gone already
    }
    const tool = this._toolOf(event);
    const pans = (tool ?? this._editor().tool.name) === "hand";
    this._drawing.set(event.pointerId, { since: event.timeStamp / 1000, type, pans, at: placeOf(event) });
    this._editor().down(event.pointerId, this._sample(event), tool);
  }

  /** @param {PointerEvent} event */
  _move(event) {
    if (this._moving.has(event.pointerId)) {
      this._movePinch(event);
      return;
    }
    const at = placeOf(event);
    this._renderer.pointAt(event.pointerType === "touch" ? null : at);
    const held = this._drawing.get(event.pointerId);
    if (held) held.at = at;
    else {
      if (event.pointerType !== "touch") this._editor().pointAt(this._renderer.view.toBoard(at));
      return;
    }
    // the samples between two frames, where the browser tells them (on encrypted pages alone, says the standard)
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) this._editor().move(event.pointerId, this._sample(one));
  }

  /** @param {PointerEvent} event */
  _up(event) {
    this._moving.delete(event.pointerId);
    if (!this._drawing.delete(event.pointerId)) return;
    this._editor().up(event.pointerId, this._sample(event));
    if (event.pointerType === "touch" && !this._drawing.size) this._editor().pointAt(null); // a finger is gone
  }

  /** @param {PointerEvent} event */
  _cancel(event) {
    this._moving.delete(event.pointerId);
    if (this._drawing.delete(event.pointerId)) this._editor().cancel(event.pointerId);
  }

  /** @param {PointerEvent} event */
  _leave(event) {
    this._renderer.pointAt(null);
    if (!this._drawing.size && event.pointerType !== "touch") this._editor().pointAt(null);
  }

  /**
   * A mouse's wheel zooms, two fingers on a trackpad move the view, and zoom when they pinch.
   * @param {WheelEvent} event
   */
  _wheel(event) {
    event.preventDefault();
    const { view } = this._renderer;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE;
    const isWheel = lines || (event.deltaX === 0 && Math.abs(event.deltaY) >= 50 && Number.isInteger(event.deltaY));
    if (event.ctrlKey || event.metaKey)
      this._look(view.zoomedAt(placeOf(event), Math.exp(-event.deltaY * (isWheel ? 0.0025 : 0.01))));
    else if (event.shiftKey && event.deltaX === 0) this._look(view.panned(-event.deltaY, 0));
    else if (isWheel) this._look(view.zoomedAt(placeOf(event), WHEEL_FACTOR ** -Math.sign(event.deltaY)));
    else this._look(view.panned(-event.deltaX, -event.deltaY));
  }

  // ------------------------------------------------------------ fingers

  /** Whether a finger is most likely a palm: it would not draw, and a pen does. */
  get _palmLies() {
    return !this.fingersDraw && [...this._drawing.values()].some(({ type }) => type === "pen");
  }

  /** Whether this finger moves the view, perhaps with the one that landed just before. @param {PointerEvent} event */
  _makesPinch(event) {
    const seconds = event.timeStamp / 1000;
    const fingers = [...this._drawing].filter(([, { type }]) => type === "touch");
    const hasty = fingers.filter(([, { since, pans }]) => pans || seconds - since < PINCH_SECONDS);
    if (!this._moving.size && this.fingersDraw && !(hasty.length && fingers.length === 1)) return false;
    for (const [id, { at }] of hasty) {
      this._drawing.delete(id);
      this._editor().cancel(id);
      this._moving.set(id, at);
    }
    this._moving.set(event.pointerId, placeOf(event));
    return true;
  }

  /** @param {PointerEvent} event */
  _movePinch(event) {
    const before = [...this._moving.values()];
    this._moving.set(event.pointerId, placeOf(event));
    const after = [...this._moving.values()];
    const [old, now] = [middle(before), middle(after)];
    let view = this._renderer.view.panned(now.x - old.x, now.y - old.y);
    const spread = spreadOf(before, old);
    if (after.length > 1 && spread >= MIN_SPREAD_PX) view = view.zoomedAt(now, spreadOf(after, now) / spread);
    this._look(view);
  }

  _penLands() {
    if (!this._penSeen) {
      this._penSeen = true;
      this.fingersDraw = false;
      this._onPen();
    }
    if (this.fingersDraw) return;
    this._moving.clear();
    for (const [id, { type }] of this._drawing) {
      if (type !== "touch") continue; // a palm, most likely
      this._drawing.delete(id);
      this._editor().cancel(id);
    }
  }

  // ------------------------------------------------------------ inside

  /** @param {import("../render/viewport.js").Viewport} view */
  _look(view) {
    this._renderer.look(view);
    this._onView();
  }

  /** @param {PointerEvent} event @returns {string | null} the tool of this gesture alone */
  _toolOf(event) {
    if (this._spaceHeld || (event.pointerType !== "touch" && event.buttons & SIDE_BUTTONS)) return "hand";
    return event.buttons & ERASER_BUTTON ? "eraser" : null;
  }

  /** @param {PointerEvent} event @returns {Sample} */
  _sample(event) {
    const { view } = this._renderer;
    return {
      ...view.toBoard(placeOf(event)),
      pressure: event.pointerType === "pen" ? event.pressure : null,
      seconds: event.timeStamp / 1000,
      zoom: view.zoom,
      touch: event.pointerType === "touch",
    };
  }
}

/** @param {MouseEvent} event the canvas fills the window */
const placeOf = ({ clientX, clientY }) => ({ x: clientX, y: clientY });

/** @param {Point[]} places @returns {Point} */
const middle = (places) => ({
  x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
  y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
});

/** Mean distance from the middle. @param {Point[]} places @param {Point} from */
const spreadOf = (places, from) =>
  places.reduce((sum, { x, y }) => sum + Math.hypot(x - from.x, y - from.y), 0) / places.length;
