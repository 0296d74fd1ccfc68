// The board on the screen with everything around it: what happens is shown where it belongs.

import { sentence } from "../protocol/refusal.js";
import { byId } from "./dom.js";
import { listenToKeys } from "./keys.js";
import { PageControls } from "./pages.js";
import { nameOf, People } from "./people.js";
import { Pointers } from "./pointer.js";
import { StatusButton } from "./status.js";
import { toast } from "./toasts.js";
import { Toolbar } from "./toolbar.js";

/** @import { Editor, News } from "../editor.js" */
/** @import { Status } from "../net/session.js" */
/** @import { Renderer } from "../render/renderer.js" */

/** What covers the board above and below, in pixels: a fitted view keeps clear of it. */
const BAR_PX = 48;
const ISLAND_PX = 72;

export class Desk {
  /** @param {Editor} editor @param {Renderer} renderer @param {HTMLCanvasElement} canvas @param {boolean} kept @param {() => void} onRetry */
  constructor(editor, renderer, canvas, kept, onRetry) {
    this._editor = editor;
    this._renderer = renderer;
    this._fitted = false;
    this._pointers = new Pointers(canvas, () => editor, renderer, () => this._showView());
    const view = { zoomBy: this._zoomBy.bind(this), zoomTo: this._zoomTo.bind(this), fit: () => this._fit() };
    this._toolbar = new Toolbar(editor, () => renderer.pointAt(null));
    this._pages = new PageControls(editor, view);
    this._people = new People(editor.peers);
    this._status = new StatusButton(onRetry, kept);
    listenToKeys({
      ...view,
      choose: (tool) => this._inHand(() => editor.choose(tool)),
      width: (width) => this._inHand(() => editor.dip({ width })),
      undo: () => editor.undo(),
      redo: () => editor.redo(),
      cancel: () => editor.cancelAll(),
      holdSpace: (held) => this._pointers.holdSpace(held),
      turn: (by) => this._pages.turn(by),
    });
    const resize = () => renderer.resize(innerWidth, innerHeight, devicePixelRatio || 1);
    addEventListener("resize", resize);
    resize();
    this._showView();
  }

  /** @param {string} board */
  open(board) {
    document.title = `${board} - Whiteboard`;
    byId("title").textContent = board;
    byId("bar").hidden = byId("pages").hidden = false;
    this._toolbar.show();
  }

  close() {
    byId("bar").hidden = byId("pages").hidden = byId("island").hidden = true;
  }

  /** @param {News} news */
  show(news) {
    if (news.pan) this._renderer.look(this._renderer.view.panned(...news.pan));
    this._renderer.show(news);
    if (news.restarted && !this._fitted) {
      this._fitted = true;
      this._fit(1); // things have the size that they were drawn at, where there is room
    }
    if (news.pages) this._fit(1);
    if (news.peers) this._showPeople(news);
    if (news.change.length || news.pages || news.ink || news.over !== null || news.peers) this._toolbar.show();
    if (news.pages || news.peers) this._showView();
    for (const [, entry] of news.refused) toast(sentence(entry.void ?? "", entry.why));
  }

  /** @param {Status} status */
  showStatus(status) {
    this._status.show(status);
    if (status.phase !== "online") this._people.show();
  }

  // ------------------------------------------------------------ inside

  /** @param {News} news */
  _showPeople({ peers }) {
    this._people.show();
    for (const member of peers?.joined ?? []) toast(`${nameOf(member)} is here.`);
    for (const member of peers?.left ?? []) toast(`${nameOf(member)} has left.`);
    const notice = byId("notice");
    notice.hidden = this._editor.mayDraw;
    notice.textContent = "You may look at this board. The host has not let you draw.";
  }

  /** @param {() => void} take */
  _inHand(take) {
    take();
    this._toolbar.show();
    this._renderer.pointAt(null);
  }

  /** @param {number} factor */
  _zoomBy(factor) {
    const { view, size } = this._renderer;
    this._renderer.look(view.zoomedAt({ x: size.width / 2, y: size.height / 2 }, factor));
    this._showView();
  }

  /** @param {number} zoom */
  _zoomTo(zoom) {
    this._zoomBy(zoom / this._renderer.view.zoom);
  }

  /** @param {number} [atMost] */
  _fit(atMost) {
    this._renderer.fit(BAR_PX, ISLAND_PX, atMost);
    this._showView();
  }

  _showView() {
    this._pages.show(this._renderer.view.zoom);
  }
}
