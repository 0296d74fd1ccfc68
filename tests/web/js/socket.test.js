// The Socket.IO client: packets of PROTOCOL.md section 3, over a wire in the test's hands, and long-polling over HTTP.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Socket } from "../../../server/web/page/net/socket.js";
import { ahead, pollingWire, websocketWire } from "../../../server/web/page/net/wires.js";
import { LooseWire, served, until } from "./doubles.js";

/** A socket and its wire, and what it told. */
function opened() {
  const told = [];
  const socket = new Socket((origin, receiver) => new LooseWire(origin, receiver), "http://x", {
    onConnect: () => told.push("connect"),
    onEvent: (event, payload) => told.push([event, payload]),
    onPong: (seconds) => told.push(["pong", seconds >= 0]),
    onClose: () => told.push("close"),
  });
  return { socket, wire: LooseWire.made.at(-1), told };
}

test("it opens, connects, and carries events both ways", () => {
  const { socket, wire, told } = opened();
  socket.emit("early", {});
  wire.connect();
  assert.deepEqual(wire.sent, ["40"]);
  socket.emit("hello", { name: "Žofie" });
  wire.hear('42["tick",{"seq":1}]', "2");
  assert.deepEqual(wire.sent, ["40", '42["hello",{"name":"Žofie"}]', "3"]);
  assert.deepEqual(told, ["connect", ["tick", { seq: 1 }]]);
  socket.close();
});

test("what comes on a wire before anybody uses it is kept", async () => {
  const origins = [];
  const makeWire = ahead((origin, receiver) => {
    origins.push(origin);
    return new LooseWire(origin, receiver);
  }, "http://x");
  const [wire] = LooseWire.made.slice(-1);
  wire.hear('0{"sid":"s","upgrades":[],"pingInterval":5000,"pingTimeout":10000,"maxPayload":2097152}');
  const heard = [];
  const receiver = { onPacket: (packet) => heard.push(packet[0]), onClose: () => heard.push("close") };
  assert.equal(makeWire("http://x", receiver), wire);
  assert.deepEqual(heard, [], "not before its user has it in hand");
  await Promise.resolve();
  wire.hear("2", "4");
  wire.receiver.onClose();
  assert.deepEqual(heard, ["0", "2", "4", "close"]);

  assert.notEqual(makeWire("http://y", receiver), wire);
  assert.deepEqual(origins, ["http://x", "http://y"]);
});

test("for a wire that broke before anybody used it there is a new one", async () => {
  const makeWire = ahead((origin, receiver) => new LooseWire(origin, receiver), "http://x");
  const old = LooseWire.made.at(-1);
  old.hear("2");
  old.receiver.onClose();
  const heard = [];
  const wire = makeWire("http://x", { onPacket: (packet) => heard.push(packet), onClose: () => heard.push("close") });
  await Promise.resolve();
  assert.notEqual(wire, old);
  wire.hear("4");
  assert.deepEqual(heard, ["4"]);
});

test("where there are no WebSockets the wire breaks at once", async () => {
  const { WebSocket } = globalThis;
  globalThis.WebSocket = class {
    constructor() {
      throw new TypeError("not here");
    }
  };
  const told = [];
  const wire = websocketWire("http://x", { onPacket: () => told.push("packet"), onClose: () => told.push("close") });
  const left = websocketWire("http://x", { onPacket() {}, onClose: () => told.push("a close that nobody wants") });
  globalThis.WebSocket = WebSocket;
  wire.send("40");
  left.close();
  assert.deepEqual([told.length, wire.waiting], [0, 0]);
  await Promise.resolve();
  assert.deepEqual(told, ["close"]);
});

test("a line that slept is given up soon, unless it shows that it lives", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, wire, told } = opened();
  socket.prove();
  wire.connect();
  socket.prove();
  assert.equal(wire.sent.at(-1), '421["ping"]');
  wire.hear("431[]");
  t.mock.timers.tick(14999);
  assert.equal(told.at(-1)[0], "pong");
  socket.prove();
  t.mock.timers.tick(4000);
  assert.equal(told.at(-1), "close");
});

test("a ping is acknowledged once, and not asked again meanwhile", () => {
  const { socket, wire, told } = opened();
  wire.connect();
  socket.ping();
  socket.ping();
  assert.deepEqual(wire.sent.slice(1), ['421["ping"]']);
  wire.hear("437[]", "431[]", "431[]");
  assert.deepEqual(told.slice(1), [["pong", true]]);
  socket.ping();
  assert.equal(wire.sent.at(-1), '422["ping"]');
  socket.close();
});

for (const [what, packets] of Object.entries({
  "closes the engine": ["1"],
  "disconnects the namespace": ["41"],
  "refuses the connection": ['44{"message":"no"}'],
}))
  test(`it ends once when the server ${what}`, () => {
    const { wire, told } = opened();
    wire.connect();
    wire.hear(...packets, '42["tick",{}]');
    wire.receiver.onClose();
    assert.deepEqual(told, ["connect", "close"]);
    assert.equal(wire.open, false);
  });

test("a server that says nothing is gone, before it opens and after", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const silent = opened();
  t.mock.timers.tick(3999);
  assert.deepEqual(silent.told, []);
  t.mock.timers.tick(1);
  assert.deepEqual(silent.told, ["close"]);

  const { wire, told } = opened();
  wire.connect();
  t.mock.timers.tick(14000);
  wire.hear("2");
  t.mock.timers.tick(14999);
  assert.deepEqual(told, ["connect"]);
  t.mock.timers.tick(1);
  assert.deepEqual(told, ["connect", "close"]);
});

test("closing it oneself is quiet", () => {
  const { socket, wire, told } = opened();
  wire.connect();
  socket.close();
  wire.receiver.onClose();
  assert.deepEqual(told, ["connect"]);
});

test("long-polling gets packets one request at a time, and posts what waits together", async (t) => {
  const posts = [];
  const polls = [];
  let holding = false;
  let held = null;
  const origin = await served(t, (request, response) => {
    const { searchParams } = new URL(request.url, "http://x");
    assert.equal(searchParams.get("transport"), "polling");
    if (request.method === "GET") {
      if (!searchParams.has("sid")) response.end('0{"sid":"a b"}');
      else polls.push(response);
      return;
    }
    assert.equal(searchParams.get("sid"), "a b");
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      posts.push(body);
      if (holding) held = response;
      else response.end("ok");
    });
  });
  const packets = [];
  let closed = 0;
  const wire = pollingWire(origin, { onPacket: (packet) => packets.push(packet), onClose: () => closed++ });
  await until(() => polls.length === 1);
  wire.send("40");
  wire.send('42["a",{}]');
  wire.send('42["b",{}]');
  await until(() => posts.join("\x1e") === '40\x1e42["a",{}]\x1e42["b",{}]', "all packets, in order");
  await until(() => wire.waiting === 0);
  holding = true;
  wire.send("first");
  await until(() => held !== null, "a post that is not answered yet");
  wire.send("second");
  wire.send("third");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(posts.at(-1), "first");
  holding = false;
  held.end("ok");
  await until(() => posts.at(-1) === "second\x1ethird", "what waited meanwhile, together");
  polls[0].end('40{"sid":"t"}\x1e2');
  await until(() => polls.length === 2);
  assert.deepEqual(packets.slice(1), ['40{"sid":"t"}', "2"]);
  polls[1].statusCode = 400;
  polls[1].end();
  await until(() => closed === 1);
  wire.send("lost");
  assert.equal(polls.length, 2);
});
