// Keeps one board connected: finds a wire, says hello, fetches the snapshot, sends, and comes back when it is lost.

import { EPHEMERAL_SECONDS, FLUSH_SECONDS } from "../protocol/limits.js";
import { FATAL, sentence } from "../protocol/refusal.js";
import { Socket } from "./socket.js";

/** @import { Hello, Refused, Snapshot, Tick, Welcome } from "../protocol/messages.js" */
/** @import { MakeWire } from "./wires.js" */

/**
 * The board as a session sees it.
 * @typedef {{hello: () => Hello, welcomed: (welcome: Welcome, now: number) => void, load: (snapshot: Snapshot, now:
 *   number) => void,
 *   received: (tick: Tick, now: number) => void, disconnected: () => void, tidy: (now: number) => void,
 *   take: (now: number) => [string, object][], readonly wantsHello: boolean, readonly wantsSnapshot: string | null,
 *   readonly online: boolean, readonly unconfirmed: number}} LiveBoard
 */
/** @typedef {"connecting" | "waiting" | "online" | "retrying" | "refused"} Phase */
/**
 * `roundTrip` in seconds; `sentence` says what is wrong, "" if nothing is.
 * @typedef {{phase: Phase, transport: string, roundTrip: number | null, unsent: number, sentence: string, refusal:
 *   string}} Status
 */
/** Who wants to get onto which board. @typedef {{board: string, code: string, name: string, color: string}} Wish */

const SHORTEST = 0.2;
const LONGEST = 5;
const MAX_HELLO_PAUSE = 2;
const PING_SECONDS = 4;
/** No more is given to a wire while so many characters wait in it. */
const FULL_WIRE = 1 << 18;

const KEEP_DRAWING = "Keep drawing: everything is kept, and sent when the board is back.";
const AT_THE_DOOR = "You are at the door: the host sees your name and will let you in.";
/** The host, or this page in another tab, has said that this one is over. */
const FINAL = new Set([...FATAL, "superseded"]);

export class Session {
  /**
   * @param {LiveBoard} board @param {string} origin @param {Wish} wish
   * @param {Record<string, MakeWire>} wires best first
   * @param {{onStatus: (status: Status) => void, onToken: (board: string, token: string) => void}} listener
   */
  constructor(board, origin, wish, wires, { onStatus, onToken }) {
    this.wish = wish;
    this._board = board;
    this._origin = origin;
    this._wires = Object.entries(wires);
    this._onStatus = onStatus;
    this._onToken = onToken;
    /** @type {Status} */
    this._status = { phase: "connecting", transport: "", roundTrip: null, unsent: 0, sentence: "", refusal: "" };
    /** @type {Socket | null} */
    this._socket = null;
    this._attempts = 0;
    this._hellos = 0;
    this._retryAfter = 0;
    this._lastFlush = 0;
    this._nextHello = 0;
    this._over = false;
    /** @type {Record<string, ReturnType<typeof setTimeout> | undefined>} */
    this._timers = {};
  }

  get status() {
    return this._status;
  }

  start() {
    this._try(0);
    this._every();
  }

  /** For good. */
  stop() {
    this._over = true;
    Object.values(this._timers).forEach(clearTimeout);
    this._socket?.close();
    this._socket = null;
  }

  /** Look at the board now: there may be something to send. */
  nudge() {
    if (this._timers.flush !== undefined || this._over) return;
    const due = Math.max(0, this._lastFlush + FLUSH_SECONDS - now());
    this._timers.flush = setTimeout(() => this._flush(), 1000 * due);
  }

  /** The network is back, or the person looks again: do not wait for the next try, nor for a line that slept. */
  hurry() {
    if (this._over) return;
    this._socket?.prove();
    if (this._socket !== null || this._timers.retry === undefined) return;
    clearTimeout(this._timers.retry);
    this._attempts = 0;
    this._try(0);
  }

  // ------------------------------------------------------------ coming and going

  /** @param {number} which of the wires */
  _try(which) {
    this._timers.retry = undefined;
    const [transport, makeWire] = this._wires[which];
    const socket = new Socket(makeWire, this._origin, {
      onConnect: () => {
        this._say({ transport });
        this._greet();
      },
      onEvent: (event, payload) => this._onEvent(event, payload),
      onPong: (roundTrip) => this._say({ roundTrip }),
      onClose: () => this._onClose(which),
    });
    this._socket = socket;
  }

  /** @param {number} which */
  _onClose(which) {
    const wasConnected = this._status.transport !== "";
    this._socket = null;
    this._board.disconnected();
    if (this._over) return;
    this._say({ transport: "", roundTrip: null });
    if (this._status.phase === "refused") return;
    if (!wasConnected && which + 1 < this._wires.length) {
      this._try(which + 1);
      return;
    }
    const seconds = Math.max(delay(this._attempts++), this._retryAfter);
    this._retryAfter = 0;
    const words = this._status.refusal ? this._status.sentence : `The connection was lost. ${KEEP_DRAWING}`;
    this._say({ phase: "retrying", sentence: words });
    this._timers.retry = setTimeout(() => this._try(0), 1000 * seconds);
  }

  _greet() {
    this._hellos += 1;
    this._nextHello = now() + Math.min(MAX_HELLO_PAUSE, 0.1 * this._hellos);
    this._socket?.emit("hello", { ...this._board.hello(), ...this.wish, app: "Whiteboard in a browser" });
  }

  // ------------------------------------------------------------ what the server says

  /** @param {string} event @param {any} payload */
  _onEvent(event, payload) {
    switch (event) {
      case "welcome":
        this._onWelcome(payload);
        break;
      case "tick":
        this._board.received(payload, now());
        this._after();
        break;
      case "waiting":
        this._say({ phase: "waiting", sentence: AT_THE_DOOR });
        break;
      case "refused":
        this._onRefused(payload);
    }
  }

  /** @param {Welcome} welcome */
  _onWelcome(welcome) {
    this.wish = { ...this.wish, board: welcome.board };
    this._onToken(welcome.board, welcome.token);
    this._board.welcomed(welcome, now());
    const path = this._board.wantsSnapshot;
    if (path !== null) this._fetch(path, welcome.token);
    this._socket?.ping();
    this._after();
  }

  /** @param {string} path @param {string} token */
  async _fetch(path, token) {
    const socket = this._socket;
    /** @type {Snapshot | null} */
    let snapshot = null;
    try {
      const answer = await fetch(this._origin + path, {
        headers: { Authorization: `Bearer ${token}` },
        cache: "no-store",
      });
      if (answer.ok) snapshot = await answer.json();
    } catch {
      snapshot = null; // the network's fault: hello sorts it out, now or after the connection is back
    }
    if (this._over || socket !== this._socket || this._board.wantsSnapshot !== path) return;
    if (snapshot === null) {
      this._timers.again = setTimeout(() => socket === this._socket && this._greet(), 1000 * SHORTEST);
      return;
    }
    this._board.load(snapshot, now());
    this._after();
  }

  /** @param {Refused} refused */
  _onRefused({ code, why = "", retry_after = 0 }) {
    const final = FINAL.has(code);
    this._retryAfter = retry_after;
    this._say({ phase: final ? "refused" : "retrying", refusal: code, sentence: sentence(code, why) });
    if (!final) return;
    this._socket?.close();
    this._socket = null;
    this._board.disconnected();
    this._say({ transport: "" });
  }

  // ------------------------------------------------------------ sending

  _after() {
    if (this._board.online) {
      this._attempts = 0;
      this._hellos = 0;
      this._say({ phase: "online", sentence: "", refusal: "" });
    }
    this._say({ unsent: this._board.unconfirmed });
    this.nudge();
  }

  _flush() {
    this._timers.flush = undefined;
    const socket = this._socket;
    this._say({ unsent: this._board.unconfirmed });
    if (!socket?.connected) return;
    this._lastFlush = now();
    if (this._board.wantsHello) {
      if (this._nextHello > this._lastFlush)
        this._timers.flush = setTimeout(() => this._flush(), 1000 * (this._nextHello - this._lastFlush));
      else this._greet();
      return;
    }
    if (!this._board.online) return;
    const messages = socket.waiting < FULL_WIRE ? this._board.take(this._lastFlush) : null;
    messages?.forEach(([event, payload]) => socket.emit(event, payload));
    if (messages === null || messages.length) this.nudge();
  }

  /** Once a second: what is old goes, and the pointer is said again before the others forget it. */
  _every() {
    const ticks = Math.floor(now());
    this._board.tidy(now());
    if (ticks % PING_SECONDS === 0) this._socket?.ping();
    if (ticks % Math.floor(EPHEMERAL_SECONDS / 4) === 0) this.nudge();
    this._timers.every = setTimeout(() => this._every(), 1000);
  }

  /** @param {Partial<Status>} news */
  _say(news) {
    const status = { ...this._status, ...news };
    const changed = /** @type {(keyof Status)[]} */ (Object.keys(news)).some(
      (key) => status[key] !== this._status[key],
    );
    this._status = status;
    if (changed) this._onStatus(status);
  }
}

const now = () => performance.now() / 1000;

/**
 * Seconds before the next try: ever longer, with full jitter, so that a class does not come back at once.
 * @param {number} attempt
 */
function delay(attempt) {
  const ceiling = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt + 1, 16));
  return SHORTEST + (ceiling - SHORTEST) * Math.random();
}
