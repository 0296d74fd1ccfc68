// The conductor: what my hand does and what the server says both come in here, and both leave as news.

import { joined } from "./model/document.js";
import { FIRST_PAGE } from "./model/element.js";
import { History } from "./model/history.js";
import { above, isOrder } from "./model/order.js";
import { Pages } from "./model/pages.js";
import { Inks } from "./model/style.js";
import { NOTHING } from "./news.js";
import { Outbox } from "./sync/outbox.js";
import { Peers } from "./sync/peers.js";
import { inPortions } from "./sync/portions.js";
import { TOOLS, toolOf } from "./tools/registry.js";

/** @import { Change } from "./model/document.js" */
/** @import { Op } from "./model/element.js" */
/** @import { Snapshot, Tick, Welcome } from "./protocol/messages.js" */
/** @import { News } from "./news.js" */
/** @import { Replica } from "./sync/replica.js" */
/** @import { Gesture, Sample, Step } from "./tools/tool.js" */

/** @typedef {(a: {x: number, y: number}, b: {x: number, y: number}, radius: number) => string[]} Touching */

export class Editor {
  /**
   * @param {Replica} replica @param {() => string} newId @param {Touching} touching finds what is drawn near a segment
   * @param {(news: News) => void} onNews
   */
  constructor(replica, newId, touching, onNews) {
    this.replica = replica;
    this.peers = new Peers();
    this.outbox = new Outbox();
    this.history = new History();
    this.inks = new Inks();
    this.newId = newId;
    this.touching = touching;
    this.page = FIRST_PAGE;
    /** What the board is called. */
    this.title = "";
    /** Why nothing can be stored just now, "" if it can. */
    this.readOnly = "";
    this._pages = new Pages(replica.board);
    this._onNews = onNews;
    this._tool = TOOLS[0];
    /** @type {Map<number, {gesture: Gesture, marked: Set<string>}>} */
    this._gestures = new Map();
    /** The highest order there is. @type {string | null} */
    this._top = null;
    for (const element of replica.board) this._seen(element.order);
  }

  get board() {
    return this.replica.board;
  }

  /** The tool in hand: always the hand if I may only look. */
  get tool() {
    return this.mayDraw || this._tool.watching ? this._tool : toolOf("hand");
  }

  /** In their order; at least one. */
  get pages() {
    return this._pages.listed;
  }

  get mayDraw() {
    return this.peers.role !== "viewer";
  }

  get busy() {
    return this._gestures.size > 0;
  }

  /** What my erasers would take away. @returns {Set<string>} */
  get marked() {
    return new Set([...this._gestures.values()].flatMap(({ marked }) => [...marked]));
  }

  // ------------------------------------------------------------ my hand

  /** Take a tool in hand; gestures in progress keep theirs. @param {string} name */
  choose(name) {
    this._tool = toolOf(name);
    if (this._tool.ink) this.inks.last = this._tool.ink;
  }

  /**
   * Give the ink in hand another look; without one, take the last ink.
   * @param {Partial<{color: string, width: number}>} look
   */
  dip(look) {
    if (!this._tool.ink) this.choose(this.inks.last);
    this.inks.set(look);
  }

  /** @param {number} pointer @param {Sample} sample @param {string | null} [tool] for this gesture alone */
  down(pointer, sample, tool = null) {
    const { make, alone } = tool !== null && this.mayDraw ? toolOf(tool) : this.tool;
    this.cancel(pointer);
    if (alone && this.busy) return;
    const gesture = make(this, sample.zoom);
    this._gestures.set(pointer, { gesture, marked: new Set() });
    this.pointAt(sample);
    this._do(pointer, gesture.down(sample));
  }

  /** @param {number} pointer @param {Sample} sample */
  move(pointer, sample) {
    this.pointAt(sample);
    const held = this._gestures.get(pointer);
    if (held) this._do(pointer, held.gesture.move(sample));
  }

  /** @param {number} pointer @param {Sample} sample */
  up(pointer, sample) {
    const held = this._gestures.get(pointer);
    if (!held) return;
    this._gestures.delete(pointer);
    this._do(pointer, held.gesture.up(sample));
  }

  /** A second finger, Escape, a lost device: the gesture leaves no trace. @param {number} pointer */
  cancel(pointer) {
    const held = this._gestures.get(pointer);
    if (!held) return;
    this._gestures.delete(pointer);
    this._do(pointer, held.gesture.cancel());
  }

  cancelAll() {
    for (const pointer of [...this._gestures.keys()]) this.cancel(pointer);
  }

  /** Where my pointer is; null: not over the board. @param {{x: number, y: number} | null} at */
  pointAt(at) {
    const { page } = this;
    this.outbox.pointAt(at ? { x: hundredths(at.x), y: hundredths(at.y), tool: this.tool.name, page } : { page });
  }

  /** Take back my newest edit (SPEC U2); while a gesture is in progress, give up only that (SPEC U3). */
  undo() {
    if (this.busy) this.cancelAll();
    else if (this.mayDraw) this._again(this.history.undo(this.board), (change) => this.history.undone(change));
  }

  redo() {
    if (this.busy || !this.mayDraw) return;
    this._again(this.history.redo(this.board), (change) => this.history.redone(change));
  }

  /** Do an edit of my own, to be undone as one. @param {Op[]} ops */
  submit(ops) {
    const change = this._apply(ops);
    this.history.record(change);
    this._tell({ change });
  }

  /** Look at another page. @param {string} page */
  turnTo(page) {
    if (this._turn(page)) this._onNews({ ...NOTHING, turned: true });
  }

  /** A new page after the last, and look at it. */
  addPage() {
    if (!this.mayDraw) return;
    const id = this.newId();
    const geometry = { x: 0, y: 0, w: 0, h: 0, rotation: 0, parent: "" };
    const { paper } = this._pages.page(this.page);
    const element = { id, kind: "page", geometry, order: this.nextOrder(), content: paper ? { paper } : {} };
    const rest = { style: this.inks.styleOf("pen"), points: "", text: "", lock: false, group: "", ext: {} };
    this.submit([{ op: "put", element: { ...rest, ...element } }]);
    this.turnTo(id);
  }

  // ------------------------------------------------------------ what tools find around them

  /** @param {string} ink */
  styleOf(ink) {
    return this.inks.styleOf(ink);
  }

  /** A key above all others; where there is no room above, the highest again: then the ids decide (SPEC D3). */
  nextOrder() {
    const order = above(this._top, Math.floor(Math.random() * 65536));
    return this._top !== null && !isOrder(order) ? this._top : order;
  }

  // ------------------------------------------------------------ the network

  hello() {
    return this.replica.hello();
  }

  get wantsHello() {
    return this.replica.wantsHello;
  }

  get wantsSnapshot() {
    return this.replica.wantsSnapshot;
  }

  get online() {
    return this.replica.online;
  }

  get unconfirmed() {
    return this.replica.unconfirmed;
  }

  /** @param {Welcome} welcome @param {number} now */
  welcomed(welcome, now) {
    const mightDraw = this.mayDraw;
    this.outbox.connected();
    this.title = welcome.title || welcome.board;
    this.readOnly = welcome.read_only ?? "";
    this.replica.welcomed(welcome);
    const peers = this.peers.welcomed(welcome, now);
    if (mightDraw && !this.mayDraw) this.cancelAll();
    this._tell({ peers });
  }

  /** @param {Tick} tick @param {number} now */
  received(tick, now) {
    const mightDraw = this.mayDraw;
    const { change, refused } = this.replica.receive(tick);
    this.title = tick.title ?? this.title;
    this.readOnly = tick.read_only ?? this.readOnly;
    const peers = this.peers.receive(tick, now);
    if (mightDraw && !this.mayDraw) this.cancelAll();
    this._tell({ change, refused, peers });
  }

  /** @param {Snapshot} snapshot */
  load(snapshot) {
    const opens = !this.board.size;
    const { change, refused } = this.replica.load(snapshot);
    if (opens) this._tell({ change, refused }, () => this.pages[0].id);
    else this._tell({ change, refused });
  }

  disconnected() {
    this.replica.disconnected();
    this._onNews({ ...NOTHING, peers: this.peers.disconnected() });
  }

  /**
   * Messages to send now, each once; none while the server has not welcomed me.
   * @param {number} now @returns {[string, object][]}
   */
  take(now) {
    if (!this.online) return [];
    const edits = this.replica.takeEdits().map((edit) => /** @type {[string, object]} */ (["edit", edit]));
    return [...edits, ...this.outbox.take(now)];
  }

  /** @param {number} now */
  tidy(now) {
    this._onNews({ ...NOTHING, peers: this.peers.expire(now) });
  }

  // ------------------------------------------------------------ inside

  /** Do what I want done, if I may: as one edit, if a server takes it as one. @param {Op[]} ops @returns {Change} */
  _apply(ops) {
    if (!this.mayDraw) return [];
    return inPortions(ops).reduce(
      (sum, portion) => joined(sum, this.replica.submit(portion)),
      /** @type {Change} */ ([]),
    );
  }

  /** @param {Op[]} ops @param {(change: Change) => void} keep */
  _again(ops, keep) {
    const change = this._apply(ops);
    if (ops.length) keep(change);
    this._tell({ change }, () => this._pages.touched(change, this.page));
  }

  /** @param {number} pointer @param {Step} step */
  _do(pointer, { ops, ink, over, marked, pan }) {
    const held = this._gestures.get(pointer);
    if (held && marked) held.marked = marked;
    if (ink) this.outbox.trail(ink.id, ink, ink.style, ink.points, this.page);
    const change = this._apply(ops ?? []);
    this.history.record(change);
    if (over !== undefined) {
      if (this.board.get(over) !== null) this.outbox.finished(over);
      else this.outbox.givenUp(over);
    }
    this._tell({ change, ink: ink ?? null, over: over ?? null, marked: marked !== undefined, pan: pan ?? null });
  }

  /**
   * Tell what happened. Where my page has gone I look at another, but not before what I am drawing is done.
   * @param {Partial<News>} news @param {(() => string) | null} [wanted] the page to look at, if not at mine
   */
  _tell(news, wanted = null) {
    const change = news.change ?? [];
    for (const [, after] of change) if (after !== null) this._seen(after.order);
    const pages = this._pages.follow(change);
    const before = this.page;
    const turned = !this.busy && this._turn(wanted?.() ?? before);
    this._onNews({ ...NOTHING, ...news, pages, turned, lost: turned && !wanted ? this._pages.page(before) : null });
  }

  /** Look at a page, or at its neighbour if it is not there; returns whether that is another one. @param {string} page */
  _turn(page) {
    const there = this._pages.has(page) ? page : this._pages.neighbour(page);
    if (there === this.page) return false;
    this.page = there;
    this.cancelAll();
    this.pointAt(null);
    return true;
  }

  /** @param {string} order */
  _seen(order) {
    if (this._top === null || order > this._top) this._top = order;
  }
}

/** @param {number} place */
const hundredths = (place) => Math.round(100 * place) / 100;
