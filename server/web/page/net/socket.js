// A Socket.IO 4 client: what PROTOCOL.md section 3 needs of it, over one wire. It connects once; who wants more makes
// another.

/** @import { MakeWire, Wire } from "./wires.js" */

/**
 * `onClose` comes at most once and last. Times are in seconds.
 * @typedef {{onConnect: () => void, onEvent: (event: string, payload: any) => void, onPong: (seconds: number) => void,
 *   onClose: () => void}} Listener
 */

/** From the first packet on, a server has so long to get to Socket.IO's connect. */
const OPEN_SECONDS = 4;
/** So long a line may take to show that it lives. */
const PROOF_SECONDS = 4;

export class Socket {
  /** @param {MakeWire} makeWire @param {string} origin @param {Listener} listener */
  constructor(makeWire, origin, listener) {
    this._listener = listener;
    this.connected = false;
    this._over = false;
    this._asked = 0;
    /** When the newest ping was sent, in ms. @type {number | null} */
    this._askedAt = null;
    this._patience = OPEN_SECONDS;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this._alarm = undefined;
    this._wait();
    /** @type {Wire} */
    this._wire = makeWire(origin, { onPacket: (packet) => this._onPacket(packet), onClose: () => this._end() });
  }

  /** So many characters wait to be sent. */
  get waiting() {
    return this._wire.waiting;
  }

  /** @param {string} event @param {object} payload */
  emit(event, payload) {
    if (this.connected) this._wire.send(`42${JSON.stringify([event, payload])}`);
  }

  /** Ask for a sign of life, which `onPong` tells of; not again before it came. */
  ping() {
    if (!this.connected || this._askedAt !== null) return;
    this._askedAt = performance.now();
    this._wire.send(`42${++this._asked}["ping"]`);
  }

  /** Ask for a sign of life, and do not wait long for it: this computer may have slept. */
  prove() {
    if (!this.connected) return;
    this.ping();
    this._wait(PROOF_SECONDS);
  }

  /** End it without `onClose`. */
  close() {
    if (this._over) return;
    this._over = true;
    this.connected = false;
    clearTimeout(this._alarm);
    this._wire.close();
  }

  /** @param {string} packet */
  _onPacket(packet) {
    if (this._over) return;
    this._wait();
    switch (packet[0]) {
      case "0": {
        const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1));
        this._patience = (pingInterval + pingTimeout) / 1000;
        this._wire.send("40");
        break;
      }
      case "1":
        this._fail();
        break;
      case "2":
        this._wire.send("3");
        break;
      case "4":
        this._onMessage(packet.slice(1));
    }
  }

  /** @param {string} packet of Socket.IO */
  _onMessage(packet) {
    switch (packet[0]) {
      case "0":
        this.connected = true;
        this._wait();
        this._listener.onConnect();
        break;
      case "1":
      case "4":
        this._fail();
        break;
      case "2":
        this._onEvent(JSON.parse(packet.slice(1)));
        break;
      case "3":
        if (this._askedAt === null || parseInt(packet.slice(1), 10) !== this._asked) break;
        this._listener.onPong((performance.now() - this._askedAt) / 1000);
        this._askedAt = null;
    }
  }

  /** @param {[string, any]} event */
  _onEvent([event, payload]) {
    this._listener.onEvent(event, payload);
  }

  /**
   * A server that says nothing for too long is gone, whatever the wire believes.
   * @param {number} [seconds]
   */
  _wait(seconds = this.connected ? this._patience : OPEN_SECONDS) {
    clearTimeout(this._alarm);
    this._alarm = setTimeout(() => this._fail(), 1000 * seconds);
  }

  _fail() {
    if (this._over) return;
    this._wire.close();
    this._end();
  }

  _end() {
    if (this._over) return;
    this._over = true;
    this.connected = false;
    clearTimeout(this._alarm);
    this._listener.onClose();
  }
}
