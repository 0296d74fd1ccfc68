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
import { Views } from "./views.js";

/** @import { Editor } from "../editor.js" */
/** @import { News } from "../news.js" */
/** @import { Status } from "../net/session.js" */
/** @import { Renderer } from "../render/renderer.js" */

/** What covers the board above and below, in pixels: a fitted view keeps clear of it. */
const BAR_PX = 48;
const ISLAND_PX = 72;
const ONLY_LOOK = "You may look at this board. The host has not let you draw.";
const KEPT = "What you draw is kept here, and stored when that is possible again.";

export class Desk {
  /**
   * @param {Editor} editor @param {Renderer} renderer @param {HTMLCanvasElement} canvas
   * @param {{readonly keeps: boolean}} journal
   * @param {() => void} onRetry
   */
  constructor(editor, renderer, canvas, journal, onRetry) {
    this._editor = editor;
    this._renderer = renderer;
    this._views = new Views();
    this._board = "";
    /** The page that I looked at before the tab was loaded anew, until it is there. @type {string | null} */
    this._left = null;
    this._said = "";
    this._pointers = new Pointers(
      canvas,
      () => editor,
      renderer,
      () => this._showView(),
      () => {
        this._toolbar.offerFingers(this._pointers);
        toast("You write with a pen now: fingers move the board.");
      },
    );
    const view = { zoomBy: this._zoomBy.bind(this), zoomTo: this._zoomTo.bind(this), fit: () => this._fit() };
    const pan = this._pan.bind(this);
    this._toolbar = new Toolbar(editor, () => renderer.pointAt(null));
    this._pages = new PageControls(editor, view);
    this._people = new People(editor.peers);
    this._status = new StatusButton(onRetry, journal);
    listenToKeys({
      ...view,
      pan,
      choose: (tool) => this._inHand(() => editor.choose(tool)),
      width: (width) => this._inHand(() => editor.dip({ width })),
      undo: () => editor.undo(),
      redo: () => editor.redo(),
      cancel: () => editor.cancelAll(),
      holdSpace: (held) => this._pointers.holdSpace(held),
      turn: (by) => this._pages.turn(by),
    });
    let fineness = 0;
    const resize = () => {
      const ratio = devicePixelRatio || 1;
      const { width, height } = renderer.size;
      renderer.resize(innerWidth, innerHeight, ratio);
      const isTurned = (width - height) * (innerWidth - innerHeight) < 0; // the middle stays where it is
      if (isTurned) this._pan((innerWidth - width) / 2, (innerHeight - height) / 2);
      if (ratio === fineness) return;
      fineness = ratio;
      matchMedia(`(resolution: ${ratio}dppx)`).addEventListener("change", resize, { once: true }); // to another screen
    };
    addEventListener("resize", resize);
    resize();
    this._showView();
    addEventListener("pagehide", () => this._views.save(this._board, editor.page));
  }

  /** @param {string} board */
  open(board) {
    if (board !== this._board) this._left = this._views.restore(board);
    const { _left: left } = this;
    const isThere = this._editor.pages.some(({ id }) => id === left);
    if (board === this._board && (left === null || !isThere)) return;
    this._board = board;
    if (left !== null && isThere) {
      this._left = null;
      this._editor.turnTo(left);
    }
    this._look();
    byId("bar").hidden = byId("pages").hidden = false;
    this._toolbar.show();
    this._showWords();
  }

  /** @param {News} news */
  show(news) {
    if (news.pan) this._pan(...news.pan);
    this._renderer.show(news);
    if (news.turned) this._look();
    else if (news.pages) this._showView();
    if (news.lost) toast(news.lost.title ? `“${news.lost.title}” was deleted.` : "That page was deleted.");
    if (news.peers) this._showPeople(news);
    this._toolbar.show();
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
    this._showWords();
  }

  /** What the board is called, and what one must know about it just now. */
  _showWords() {
    const { mayDraw, readOnly, title } = this._editor;
    const words = mayDraw ? readOnly && `${readOnly} ${KEPT}` : ONLY_LOOK;
    const name = title || this._board;
    if (this._said === `${name}\n${words}`) return;
    this._said = `${name}\n${words}`;
    document.title = `${name} - Whiteboard`;
    byId("title").textContent = byId("title").title = name;
    const notice = byId("notice");
    notice.hidden = !words;
    notice.textContent = words;
    this._toolbar.show();
    this._showView();
  }

  /** @param {() => void} take */
  _inHand(take) {
    take();
    this._toolbar.show();
    this._renderer.pointAt(null);
  }

  /** @param {number} dx @param {number} dy screen pixels */
  _pan(dx, dy) {
    this._renderer.look(this._renderer.view.panned(dx, dy));
    this._showView();
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

  /**
   * At the page as I left it; at a new one so that things have the size that they were drawn at, where there is room.
   */
  _look() {
    const view = this._views.of(this._editor.page);
    if (view === null) this._fit(1);
    else this._renderer.look(view);
    this._showView();
  }

  _showView() {
    if (this._board) this._views.keep(this._editor.page, this._renderer.view);
    this._pages.show(this._renderer.view.zoom);
  }
}
