// Doubles that run real code's way: what they stand for, without disk, network and hand.

import { createServer } from "node:http";

import { Editor } from "../../../server/web/page/editor.js";
import { Replica } from "../../../server/web/page/sync/replica.js";

export const ME = "0".repeat(31) + "1";

/** A journal that has everything on disk at once, and can be asked what. */
export class KeptAtOnce {
  written = 0;
  edits = new Map();
  standing = null;

  pended(edit) {
    this.edits.set(edit.cseq, edit);
    return 0;
  }

  settled(standing, cseqs) {
    this.standing = standing;
    cseqs.forEach((cseq) => this.edits.delete(cseq));
  }

  renamed(standing, edits) {
    this.standing = standing;
    this.edits = new Map(edits.map((edit) => [edit.cseq, edit]));
    return 0;
  }

  greeted(standing) {
    this.standing = standing;
  }
}

/** A real editor in a hand without a window. `under` is what the index finds, `news` what it told. */
export class Hand {
  news = [];
  under = [];

  constructor() {
    let ids = 0;
    this.journal = new KeptAtOnce();
    const replica = new Replica({ client: ME, ordinal: 0, acked: 0 }, [], this.journal, () => "0".repeat(31) + "2");
    this.editor = new Editor(
      replica,
      () => `mine-${++ids}`,
      () => this.under,
      (news) => this.news.push(news),
    );
  }

  /** A gesture through these places, in board units; `end` is "up" or "cancel". */
  draw(places, end = "up") {
    const samples = places.map(([x, y], i) => ({ x, y, pressure: 0.5, seconds: i / 100, zoom: 1, touch: false }));
    this.editor.down(1, samples[0]);
    samples.slice(1).forEach((sample) => this.editor.move(1, sample));
    if (end === "up") this.editor.up(1, samples[samples.length - 1]);
    else if (end === "cancel") this.editor.cancel(1);
  }

  get elements() {
    return [...this.editor.board];
  }
}

/** What a server says to a good hello, of an empty board. */
export const welcome = (author, more = {}) => ({
  author,
  member: 1,
  board: "Board",
  title: "Board",
  log_id: "log",
  start: 0,
  cseq: 0,
  known: 0,
  snapshot: "/b/Board/snapshot?seq=0",
  token: "t",
  members: [{ no: 1, author, name: "Gus", color: "#1971c2" }],
  ...more,
});

/** A wire whose other end is in the test's hands: `sent` is what came out of it. */
export class LooseWire {
  static made = [];
  sent = [];
  waiting = 0;
  open = true;

  constructor(origin, receiver) {
    this.receiver = receiver;
    LooseWire.made.push(this);
  }

  send(packet) {
    this.sent.push(packet);
  }

  close() {
    this.open = false;
  }

  hear(...packets) {
    packets.forEach((packet) => this.receiver.onPacket(packet));
  }

  /** The server's side of Engine.IO's and Socket.IO's opening. */
  connect() {
    this.hear(
      '0{"sid":"s","upgrades":[],"pingInterval":5000,"pingTimeout":10000,"maxPayload":2097152}',
      '40{"sid":"t"}',
    );
  }

  /** The events that were sent, as [name, payload]. */
  get events() {
    return this.sent.filter((packet) => packet.startsWith("42[")).map((packet) => JSON.parse(packet.slice(2)));
  }
}

/** An HTTP server on loopback that answers with `handle`, until the test ends. @returns its address */
export async function served(test, handle) {
  const server = createServer(handle);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Many times what anything takes, because machines that run tests stall. */
const PATIENCE_MS = 40_000;

/** Wait for a condition, never for a time. */
export async function until(condition, what = condition) {
  const limit = performance.now() + PATIENCE_MS;
  for (let i = 0; !condition(); i++) {
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
    if (i > 200) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
