// A session: which wire, when to come back, what a refusal means, what is sent and when.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Session } from "../../../server/web/page/net/session.js";
import { Hand, LooseWire, served, until, welcome } from "./doubles.js";

const WISH = { board: "Board", code: "K7QM2XPA", name: "Gus", color: "#1971c2" };
const SNAPSHOT = { log_id: "log", seq: 0, hash: "h0", elements: [] };
const LINE = [
  [0, 0],
  [20, 5],
];

/** A session of a real editor on loose wires; the snapshot comes over real HTTP. */
async function begun(t, snapshots = [SNAPSHOT]) {
  const asked = [];
  const origin = await served(t, (request, response) => {
    asked.push(request.headers.authorization);
    const snapshot = snapshots.length > 1 ? snapshots.shift() : snapshots[0];
    response.statusCode = snapshot ? 200 : 404;
    response.end(JSON.stringify(snapshot));
  });
  const hand = new Hand();
  const statuses = [];
  const make = (at, receiver) => new LooseWire(at, receiver);
  const listener = { onStatus: (status) => statuses.push(status), onToken: () => {} };
  const session = new Session(hand.editor, origin, WISH, { websocket: make, polling: make }, listener);
  LooseWire.made = [];
  session.start();
  t.after(() => session.stop());
  const wire = () => LooseWire.made.at(-1);
  const say = (event, payload) => wire().hear(`42${JSON.stringify([event, payload])}`);
  return { hand, session, statuses, asked, wire, say };
}

/** The same, on the board. */
async function arrived(t) {
  const all = await begun(t);
  all.wire().connect();
  all.say("welcome", welcome(all.hand.editor.replica.author));
  await until(() => all.session.status.phase === "online", "the board");
  return all;
}

test("it says hello, fetches the snapshot with its token, and is online", async (t) => {
  const { hand, session, asked, wire } = await arrived(t);
  const [[event, hello]] = wire().events;
  assert.equal(event, "hello");
  assert.deepEqual(
    { ...hello, app: undefined },
    { protocol: 1, client: hand.editor.replica.standing.client, ordinal: 1, ...WISH, app: undefined },
  );
  assert.deepEqual(asked, ["Bearer t"]);
  assert.equal(session.status.transport, "websocket");
});

test("where websockets do not open it goes by long-polling", async (t) => {
  const { session, wire } = await begun(t);
  wire().receiver.onClose();
  assert.equal(LooseWire.made.length, 2);
  wire().connect();
  assert.equal(session.status.transport, "polling");
});

test("edits and ink are sent once, and edits again after a reconnect until they come back", async (t) => {
  const { hand, session, wire, say } = await arrived(t);
  hand.draw(LINE);
  session.nudge();
  await until(() => wire().events.some(([event]) => event === "edit"));
  session.nudge();
  await until(() => wire().events.some(([event]) => event === "presence"));
  assert.equal(wire().events.filter(([event]) => event === "edit").length, 1);
  assert.equal(session.status.unsent, 1);

  wire().receiver.onClose();
  assert.equal(session.status.phase, "retrying");
  assert.match(session.status.sentence, /Keep drawing/);
  session.hurry();
  wire().connect();
  assert.deepEqual(wire().events[0][1].resume, { log_id: "log", seq: 0, hash: "h0" });
  const { author } = hand.editor.replica;
  say("welcome", welcome(author, { resumed: true, snapshot: undefined }));
  await until(() => wire().events.some(([event]) => event === "edit"));
  const [, edit] = wire().events.find(([event]) => event === "edit");
  say("tick", { seq: 1, hash: "h1", edits: [{ seq: 1, author, cseq: edit.cseq, at: 1, ops: edit.ops }] });
  assert.equal(session.status.unsent, 0);
  assert.equal(hand.elements.length, 1);
});

test("an edit is sent once it is on disk, not before", async (t) => {
  const { hand, session, wire } = await arrived(t);
  hand.journal.pended = () => 7;
  hand.draw(LINE);
  session._flush();
  assert.ok(!wire().events.some(([event]) => event === "edit"));
  hand.journal.written = 7;
  session._flush();
  assert.ok(wire().events.some(([event]) => event === "edit"));
});

test("a snapshot that is gone is asked for anew with a hello", async (t) => {
  const { hand, session, wire, say } = await begun(t, [null, SNAPSHOT]);
  wire().connect();
  const { author } = hand.editor.replica;
  say("welcome", welcome(author));
  await until(() => wire().events.length === 2, "another hello");
  assert.equal(wire().events[1][1].ordinal, 2);
  say("welcome", welcome(author));
  await until(() => session.status.phase === "online");
});

test("a gap is answered with hello, on the same connection", async (t) => {
  const { wire, say } = await arrived(t);
  say("tick", { seq: 7, hash: "h7" });
  await until(() => wire().events.some(([event, { ordinal }]) => event === "hello" && ordinal === 2));
  assert.equal(LooseWire.made.length, 1);
});

test("a final refusal ends it with words", async (t) => {
  const { session, wire, say } = await begun(t);
  wire().connect();
  say("refused", { code: "wrong_code", why: "No." });
  assert.equal(session.status.phase, "refused");
  assert.equal(session.status.refusal, "wrong_code");
  assert.match(session.status.sentence, /^That code does not open this board\./);
  assert.equal(wire().open, false);
});

test("after another refusal it comes back, no sooner than it was told", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, wire, say } = await begun(t);
  wire().connect();
  say("refused", { code: "full", retry_after: 6.5 });
  wire().receiver.onClose();
  assert.equal(session.status.phase, "retrying");
  assert.match(session.status.sentence, /^The board is full\./);
  t.mock.timers.tick(6499);
  assert.equal(LooseWire.made.length, 1);
  t.mock.timers.tick(1);
  assert.equal(LooseWire.made.length, 2);
});

test("who waits at the door is told so and sends nothing", async (t) => {
  const { hand, session, wire, say } = await begun(t);
  wire().connect();
  say("waiting", { board: "Board" });
  assert.equal(session.status.phase, "waiting");
  hand.draw(LINE);
  session.nudge();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    wire().events.map(([event]) => event),
    ["hello"],
  );
});

test("a full wire is given nothing until it has drained", async (t) => {
  const { hand, session, wire } = await arrived(t);
  wire().waiting = 1 << 20;
  hand.draw(LINE);
  session._flush();
  assert.ok(!wire().events.some(([event]) => event === "edit"));
  wire().waiting = 0;
  await until(() => wire().events.some(([event]) => event === "edit"));
});
